package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.kpi.KpiWork;
import io.bearings.kpi.metric.Metrics;
import io.bearings.okr.Person;
import io.bearings.progress.Filter;
import io.bearings.progress.UnitOverview;
import io.bearings.progress.Workspace;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a team committed to and completed in its last sprints. */
@Component
@Path("velocity")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class VelocityResource {
  private final Answers answers;
  private final KpiWork work;
  private final Workspace workspace;

  @Inject
  public VelocityResource(Answers answers, KpiWork work, Workspace workspace) {
    this.answers = answers;
    this.work = work;
    this.workspace = workspace;
  }

  /**
   * The last twelve sprints of a unit. With {@code objectives=true} also what the unit wants to
   * move in the cycle of today; then the sprints are as they were at most five minutes ago.
   */
  @GET
  public Response velocity(
      @QueryParam("unit") String unit,
      @QueryParam("objectives") @DefaultValue("false") String objectives) {
    return answers.ok(
        who -> {
          long unitId = Parameters.requiredId("unit", unit);
          return Boolean.parseBoolean(objectives)
              ? besideObjectives(who, unitId)
              : view(unitId, work.velocity(who, unitId), null);
        });
  }

  private KpiWorkView.VelocityView besideObjectives(Person who, long unitId) {
    UnitOverview overview =
        workspace.of(
            who, new Workspace.Place(Optional.of(unitId), Optional.empty(), false), Filter.NONE);
    return view(
        unitId,
        work.velocityLately(overview.standpoint(), unitId),
        new KpiWorkView.BesideView(
            overview
                .unit()
                .map(each -> new ObjectiveView.PlaceView(each.id(), each.name()))
                .orElseThrow(),
            overview
                .cycle()
                .map(each -> new ObjectiveView.PlaceView(each.id(), each.name()))
                .orElse(null),
            overview.objectives().stream().map(ObjectiveView::of).toList()));
  }

  private KpiWorkView.VelocityView view(
      long unitId, KpiWork.TeamVelocity team, KpiWorkView.BesideView beside) {
    Metrics.Velocity velocity = team.velocity();
    List<KpiWorkView.SprintView> sprints =
        velocity.sprints().stream().map(VelocityResource::sprint).toList();
    return new KpiWorkView.VelocityView(
        unitId,
        sprints,
        velocity.mean().orElse(null),
        KpiWork.meanSayDo(velocity).orElse(null),
        velocity.inPoints(),
        KpiWorkView.BackfillView.of(team.filling(), answers::text),
        beside);
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
