package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.kpi.KpiWork;
import io.bearings.kpi.WorkFigures.Filling;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a KPI tells of the work in Jira: what moved it, and how far its past is read. */
@Component
@Path("kpis")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class KpiWorkResource {
  private final Answers answers;
  private final Writes writes;
  private final KpiWork work;

  @Inject
  public KpiWorkResource(Answers answers, Writes writes, KpiWork work) {
    this.answers = answers;
    this.writes = writes;
    this.work = work;
  }

  /** The issues that changed the value most since the period before that of a day. */
  @GET
  @Path("{id}/moved")
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

  /** Has the past read and computed, in the background. */
  @POST
  @Path("{id}/backfill")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response fill(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.changed(
        Call.of(request, json),
        (writer, body) -> {
          Optional<LocalDate> from = body.optionalDay("from");
          body.finish();
          return view(work.fill(writer, Parameters.id(id), from));
        });
  }

  /** How far the past is read. */
  @GET
  @Path("{id}/backfill")
  public Response filling(@PathParam("id") String id) {
    return answers.ok(who -> view(work.filling(who, Parameters.id(id))));
  }

  private KpiWorkView.BackfillView view(Filling filling) {
    return KpiWorkView.BackfillView.of(filling, answers::text);
  }
}
