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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How far the past of a KPI is read from the work in Jira. */
@Component
@Path("kpis/{id}/backfill")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class KpiBackfillResource {
  private final Answers answers;
  private final Writes writes;
  private final KpiWork work;

  @Inject
  public KpiBackfillResource(Answers answers, Writes writes, KpiWork work) {
    this.answers = answers;
    this.writes = writes;
    this.work = work;
  }

  /** Has the past read and computed, in the background. */
  @POST
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
  public Response filling(@PathParam("id") String id) {
    return answers.ok(who -> view(work.filling(who, Parameters.id(id))));
  }

  private KpiWorkView.BackfillView view(Filling filling) {
    return KpiWorkView.BackfillView.of(filling, answers::text);
  }
}
