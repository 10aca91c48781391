package io.bearings.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.kpi.WorkFigures.Filling;
import io.bearings.kpi.metric.MeasuredProjects.Progress;
import io.bearings.kpi.metric.MeasuredProjects.State;
import io.bearings.kpi.metric.MetricFollowing;
import io.bearings.kpi.metric.Metrics;
import io.bearings.okr.Access;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.SiteRules;
import io.bearings.okr.Standpoint;
import io.bearings.progress.Issues;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

/** What is told of a team's velocity depends on how far its past is known. */
public class KpiWorkTest {
  private static final Person ANN = new Person("ann");
  private static final long UNIT = 3;
  private static final Set<Long> PROJECTS = Set.of(100L);

  private final KpiSight sight = mock(KpiSight.class);
  private final Metrics metrics = mock(Metrics.class);
  private final MetricFollowing following = mock(MetricFollowing.class);
  private final KpiWork work =
      new KpiWork(
          sight,
          mock(Judgements.class),
          new KpiPeriods(mock(WorkFigures.class), () -> SiteRules.DEFAULT),
          mock(WorkFigures.class),
          mock(Judging.class),
          metrics,
          following,
          mock(Issues.class),
          mock(Access.class),
          Clock.systemUTC());

  @Before
  public void aTeamWithAProject() {
    Standpoint standpoint = mock(Standpoint.class);
    when(standpoint.projectsOfBranch(UNIT)).thenReturn(PROJECTS);
    when(sight.unit(ANN, UNIT, Operation.SEE)).thenReturn(standpoint);
    when(metrics.velocity(ANN, UNIT, true)).thenReturn(velocity(true, Optional.empty()));
    when(metrics.velocity(ANN, UNIT, false))
        .thenReturn(velocity(false, Optional.of(BigDecimal.TEN)));
  }

  private static Metrics.Velocity velocity(boolean inPoints, Optional<BigDecimal> mean) {
    return new Metrics.Velocity(inPoints, List.of(), mean);
  }

  private void read(State state, int done) {
    when(following.progress(PROJECTS))
        .thenReturn(
            List.of(new Progress(100, state, 12, done, 39, Optional.empty(), Instant.EPOCH, 1)));
  }

  @Test
  public void whatIsNotReadYetIsNoVelocityOfZero() {
    read(State.READING, 10);
    KpiWork.TeamVelocity told = work.velocity(ANN, UNIT);
    assertThat(told.velocity().sprints()).isEmpty();
    assertThat(told.velocity().mean()).isEmpty();
    assertThat(told.filling().state()).isEqualTo(Filling.State.RUNNING);
    assertThat(told.filling().done()).isEqualTo(10);
    verify(metrics, never()).velocity(any(), anyLong(), anyBoolean());
    verify(following).look(PROJECTS, KpiWork.MONTHS);
  }

  @Test
  public void whereNothingWasEstimatedIssuesAreCounted() {
    read(State.DONE, 39);
    KpiWork.TeamVelocity told = work.velocity(ANN, UNIT);
    assertThat(told.velocity().inPoints()).isFalse();
    assertThat(told.velocity().mean()).contains(BigDecimal.TEN);
    assertThat(told.filling().state()).isEqualTo(Filling.State.DONE);
  }

  @Test
  public void pointsAreToldWhereThereAreAny() {
    when(metrics.velocity(ANN, UNIT, true))
        .thenReturn(velocity(true, Optional.of(BigDecimal.valueOf(18))));
    read(State.DONE, 39);
    assertThat(work.velocity(ANN, UNIT).velocity().inPoints()).isTrue();
  }

  @Test
  public void aTeamWithoutProjectsHasNoVelocity() {
    when(following.progress(PROJECTS)).thenReturn(List.of());
    KpiWork.TeamVelocity told = work.velocity(ANN, UNIT);
    assertThat(told.velocity().sprints()).isEmpty();
    assertThat(told.filling()).isEqualTo(Filling.NONE);
  }
}
