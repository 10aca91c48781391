package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.kpi.KpiWork;
import io.bearings.kpi.WorkFigures.Filling;
import io.bearings.kpi.metric.Metrics;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.progress.UnitOverview;
import io.bearings.progress.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class VelocityResourceTest {
  private final Site site = new Site();
  private final KpiWork work = mock(KpiWork.class);
  private final Workspace workspace = mock(Workspace.class);
  private final VelocityResource resource = new VelocityResource(site.answers, work, workspace);
  private final KpiWork.TeamVelocity none =
      new KpiWork.TeamVelocity(
          new Metrics.Velocity(true, List.of(), Optional.empty()), Filling.NONE);

  @Test
  public void tellsOfVelocityAlone() {
    when(work.velocity(ANNA, 3)).thenReturn(none);
    JsonNode told = json(resource.velocity("3", "false"));
    assertThat(told.path("unitId").asLong()).isEqualTo(3);
    assertThat(told.path("beside").isNull()).isTrue();
    verify(workspace, never()).of(any(), any(), any());
  }

  @Test
  public void tellsInOneAnswerWhatTheTeamWantsToMove() {
    Standpoint standpoint = site.standpoints.of(ANNA);
    ObjectiveFigures figures = site.overview.ofObjective(ANNA, 12);
    when(workspace.of(eq(ANNA), any(), any()))
        .thenReturn(
            new UnitOverview(
                standpoint,
                Optional.of(Site.TEAM),
                Optional.empty(),
                List.of(),
                List.of(figures),
                "stamp"));
    when(work.velocityLately(standpoint, 3)).thenReturn(none);
    JsonNode beside = json(resource.velocity("3", "true")).path("beside");
    assertThat(beside.at("/unit/name").asText()).isEqualTo("Team");
    assertThat(beside.path("cycle").isNull()).isTrue();
    assertThat(beside.at("/objectives/0/key").asText()).isEqualTo("O-12");
    verify(work, never()).velocity(any(), anyLong());
  }

  @Test
  public void aUnitThatOneMayNotSeeIsNotThere() {
    when(workspace.of(any(), any(), any())).thenThrow(new Refusal.NotFound("9"));
    assertThat(resource.velocity("9", "true").getStatus()).isEqualTo(404);
    assertThat(resource.velocity("", "true").getStatus()).isEqualTo(400);
  }
}
