package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.kpi.KpiWork;
import io.bearings.kpi.metric.Metrics;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a team committed to and completed in its last sprints. */
@Component
@Path("velocity")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class VelocityResource {
  private final Answers answers;
  private final KpiWork work;

  @Inject
  public VelocityResource(Answers answers, KpiWork work) {
    this.answers = answers;
    this.work = work;
  }

  /** The last twelve sprints of a unit. */
  @GET
  public Response velocity(@QueryParam("unit") String unit) {
    return answers.ok(
        who -> {
          long unitId = Parameters.requiredId("unit", unit);
          return view(unitId, work.velocity(who, unitId));
        });
  }

  private KpiWorkView.VelocityView view(long unitId, KpiWork.TeamVelocity team) {
    Metrics.Velocity velocity = team.velocity();
    List<KpiWorkView.SprintView> sprints =
        velocity.sprints().stream().map(VelocityResource::sprint).toList();
    return new KpiWorkView.VelocityView(
        unitId,
        sprints,
        velocity.mean().orElse(null),
        KpiWork.meanSayDo(velocity).orElse(null),
        velocity.inPoints(),
        KpiWorkView.BackfillView.of(team.filling(), answers::text));
  }

  private static KpiWorkView.SprintView sprint(Metrics.Velocity.OfSprint sprint) {
    KpiPeriodView.Days days = KpiPeriodView.Days.of(sprint.period());
    return new KpiWorkView.SprintView(
        days.id(),
        days.name(),
        days.first(),
        days.last(),
        sprint.committed().value().orElse(null),
        sprint.completed().value().orElse(null),
        sprint.sayDo().value().orElse(null));
  }
}
