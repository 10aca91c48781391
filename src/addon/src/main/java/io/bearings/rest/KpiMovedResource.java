package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.kpi.KpiWork;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What moved a KPI, of the work in Jira. */
@Component
@Path("kpis/{id}/moved")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class KpiMovedResource {
  private final Answers answers;
  private final KpiWork work;

  @Inject
  public KpiMovedResource(Answers answers, KpiWork work) {
    this.answers = answers;
    this.work = work;
  }

  /** The issues that changed the value most since the period before that of a day. */
  @GET
  public Response moved(@PathParam("id") String id, @QueryParam("period") String period) {
    return answers.ok(
        who -> {
          Parameters.required("period", period);
          LocalDate day = Parameters.optionalDay("period", period).orElseThrow();
          return view(work.moved(who, Parameters.id(id), day));
        });
  }

  private static KpiWorkView.Moved view(KpiWork.Moved moved) {
    return new KpiWorkView.Moved(
        KpiPeriodView.Days.of(moved.period()),
        moved.before().map(KpiPeriodView.Days::of).orElse(null),
        moved.value().orElse(null),
        moved.valueBefore().orElse(null),
        moved.issues().stream()
            .map(each -> new KpiWorkView.MoverView(each.key(), each.title(), each.change()))
            .toList(),
        moved.hidden());
  }
}
