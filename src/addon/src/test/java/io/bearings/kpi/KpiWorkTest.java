package io.bearings.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.kpi.WorkFigures.Filling;
import io.bearings.kpi.metric.Inputs;
import io.bearings.kpi.metric.MeasuredProjects.Progress;
import io.bearings.kpi.metric.MeasuredProjects.State;
import io.bearings.kpi.metric.MetricFollowing;
import io.bearings.kpi.metric.Metrics;
import io.bearings.okr.Access;
import io.bearings.okr.Okrs;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.SiteRules;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Tag;
import io.bearings.okr.Unit;
import io.bearings.okr.Writer;
import io.bearings.progress.Issues;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.mockito.InOrder;

/** What is told of a team's velocity depends on how far its past is known. */
public class KpiWorkTest {
  private static final Person ANN = new Person("ann");
  private static final Writer WRITER = new Writer(ANN, Tag.MANUAL);
  private static final long UNIT = 3;
  private static final Set<Long> PROJECTS = Set.of(100L);

  private final KpiSight sight = mock(KpiSight.class);
  private final Metrics metrics = mock(Metrics.class);
  private final MetricFollowing following = mock(MetricFollowing.class);
  private final MetricInputs inputs = mock(MetricInputs.class);
  private final Access access = mock(Access.class);
  private final WorkFigures figures = mock(WorkFigures.class);
  private final Judging judging = mock(Judging.class);
  private final KpiWork work =
      new KpiWork(
          sight,
          mock(Judgements.class),
          new KpiPeriods(figures, () -> SiteRules.DEFAULT),
          figures,
          judging,
          metrics,
          following,
          inputs,
          mock(Issues.class),
          access,
          Clock.systemUTC());

  @Before
  public void aTeamWithAProject() {
    Standpoint standpoint = mock(Standpoint.class);
    when(metrics.projectsOfVelocity(any(), eq(UNIT)))
        .thenAnswer(call -> call.<Standpoint>getArgument(0).projectsOfBranch(UNIT));
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
  public void whatWasToldLatelyIsRemembered() {
    Standpoint standpoint = seeing(Okrs.team(UNIT, "Team", Optional.of("ann"), 100L));
    read(State.DONE, 39);
    KpiWork.TeamVelocity first = work.velocityLately(standpoint, UNIT);
    assertThat(work.velocityLately(standpoint, UNIT)).isSameAs(first);
    verify(metrics, times(1)).velocity(ANN, UNIT, true);

    // Other projects are another question.
    when(following.progress(Set.of(101L))).thenReturn(List.of());
    work.velocityLately(seeing(Okrs.team(UNIT, "Team", Optional.of("ann"), 101L)), UNIT);
    verify(following).progress(Set.of(101L));
  }

  @Test
  public void aPastThatIsStillReadIsNotRemembered() {
    Standpoint standpoint = seeing(Okrs.team(UNIT, "Team", Optional.of("ann"), 100L));
    read(State.READING, 10);
    work.velocityLately(standpoint, UNIT);
    read(State.DONE, 39);
    assertThat(work.velocityLately(standpoint, UNIT).filling().state())
        .isEqualTo(Filling.State.DONE);
  }

  @Test
  public void aVelocityOfAUnitThatOneMayNotSeeIsNotToldLatelyEither() {
    Standpoint standpoint = seeing(Okrs.team(4, "Other", Optional.of("ann"), 100L));
    assertThatThrownBy(() -> work.velocityLately(standpoint, UNIT))
        .isInstanceOf(Refusal.NotFound.class);
  }

  private static Standpoint seeing(Unit unit) {
    return Okrs.standpoint(ANN, unit);
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

  @Test
  public void proposalsKnowWhatIsKnownOfTheUnit() {
    ProjectRef project = new ProjectRef(100, "DEMO", "Mobile app");
    Inputs known = mock(Inputs.class);
    when(access.project(ANN, "DEMO")).thenReturn(Optional.of(project));
    when(inputs.ofProject(Optional.of(UNIT), 100)).thenReturn(known);
    when(metrics.propose(ANN, UNIT, 100, known)).thenReturn(List.of());

    read(State.READING, 3);
    assertThat(work.propose(ANN, "DEMO", Optional.of(UNIT)).proposals()).isEmpty();
    verify(inputs, never()).ofProject(any(), anyLong());

    read(State.DONE, 39);
    work.propose(ANN, "DEMO", Optional.of(UNIT));
    verify(metrics).propose(ANN, UNIT, 100, known);
  }

  private KpiSheet measured() {
    KpiContent content = Kpis.velocity().with(new KpiSource.Metric("throughput"));
    KpiSheet sheet = new KpiSheet(9, UNIT, content, false, 1);
    when(sight.permitted(ANN, 9, Operation.EDIT_KPI))
        .thenReturn(new KpiSight.Seen(mock(Standpoint.class), sheet));
    return sheet;
  }

  @Test
  public void whoeverAsksForThePastHasWhatFailedTriedAgain() {
    KpiSheet sheet = measured();
    Filling waiting = new Filling(Filling.State.WAITING, 0, 0, Optional.empty());
    when(figures.filling(9)).thenReturn(waiting);

    assertThat(work.fill(WRITER, 9, Optional.empty())).isEqualTo(waiting);

    InOrder order = inOrder(figures);
    order.verify(figures).follow(eq(sheet), anyCollection(), eq(KpiWork.MONTHS));
    order.verify(figures).tryAgain(9);
    order.verify(figures).filling(9);
    verify(judging, never()).complete(any());
  }

  @Test
  public void aPastThatIsReadAlreadyIsComputedAtOnce() {
    measured();
    when(figures.filling(9)).thenReturn(new Filling(Filling.State.DONE, 39, 39, Optional.empty()));

    work.fill(WRITER, 9, Optional.empty());

    verify(judging).complete(Set.of(9L));
  }

  @Test
  public void whoeverMayNotChangeAKpiBeginsNothing() {
    when(sight.permitted(ANN, 9, Operation.EDIT_KPI)).thenThrow(new Refusal.Forbidden());

    assertThatThrownBy(() -> work.fill(WRITER, 9, Optional.empty()))
        .isInstanceOf(Refusal.Forbidden.class);
    verifyNoInteractions(figures, judging);
  }
}
