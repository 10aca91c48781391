package io.bearings.kpi.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.kpi.metric.MeasuredProjects.Progress;
import io.bearings.kpi.metric.MeasuredProjects.State;
import io.bearings.okr.Message;
import io.bearings.okr.NumberFields;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.WeightBy;
import io.bearings.progress.Backfill;
import io.bearings.progress.IssueFollowing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.mockito.InOrder;

public class MetricFollowingTest {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  private static final Person OWNER = new Person("owner");

  private final MeasuredProjects measured = mock(MeasuredProjects.class);
  private final MetricFacts facts = mock(MetricFacts.class);
  private final CurrentFacts current = mock(CurrentFacts.class);
  private final Backfill backfill = mock(Backfill.class);
  private final IssueFollowing issues = mock(IssueFollowing.class);
  private final Metrics metrics = mock(Metrics.class);
  private final NumberFields numbers = mock(NumberFields.class);
  private final MetricRefresh listener = mock(MetricRefresh.class);
  private final BackfillStart start = mock(BackfillStart.class);
  private final Ticking clock = new Ticking();
  private final MetricFollowing following =
      new MetricFollowing(
          measured, facts, current, backfill, issues, metrics, numbers, start, clock);

  /** A clock that tests move. */
  private static final class Ticking extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @Before
  public void aProjectThatIsMeasured() {
    following.listen(listener);
    when(measured.all()).thenReturn(Set.of(7L));
    when(measured.progress(Set.of(7L))).thenReturn(List.of(progress(State.DONE)));
    when(measured.kpisOf(Set.of(7L))).thenReturn(Set.of(3L, MeasuredProjects.NO_KPI));
    when(current.of(Set.of(1L))).thenReturn(List.of(MetricBackfillTest.facts(1)));
  }

  @Test
  public void whereNothingIsMeasuredAChangeCostsNothing() {
    when(measured.all()).thenReturn(Set.of());
    following.changed(Map.of(1L, Set.of(7L)));
    following.sprintChanged(5);
    following.changed(Map.of(1L, Set.of()));

    verify(measured, times(1)).all();
    verifyNoInteractions(facts, current, backfill, listener);
  }

  @Test
  public void anIssueOfAnotherProjectIsNotLookedAt() {
    following.changed(Map.of(1L, Set.of(8L)));

    verifyNoInteractions(facts, current, backfill, listener);
  }

  @Test
  public void anIssueThatChangedIsReadAndItsKpisAreRefreshed() {
    following.changed(Map.of(1L, Set.of(7L), 2L, Set.of(8L)));

    verify(backfill).fill(List.of(1L));
    verify(facts).keep(List.of(MetricBackfillTest.facts(1)));
    verify(listener).refresh(Set.of(3L));
  }

  @Test
  public void whatIsInNoMeasuredProjectIsNotKept() {
    when(measured.all()).thenReturn(Set.of(9L));
    following.changed(Map.of(1L, Set.of()));

    verify(facts, never()).keep(anyCollection());
    verifyNoInteractions(backfill, listener);
  }

  @Test
  public void anIssueThatWasMovedAwayIsStillFollowed() {
    when(measured.all()).thenReturn(Set.of(9L));
    when(facts.projectsOf(Set.of(1L))).thenReturn(Map.of(1L, 9L));
    when(measured.progress(Set.of(9L)))
        .thenReturn(List.of(new Progress(9, State.DONE, 12, 1, 1, Optional.empty(), START, 1)));
    when(measured.kpisOf(Set.of(9L))).thenReturn(Set.of(4L));
    following.changed(Map.of(1L, Set.of()));

    verify(facts).keep(List.of(MetricBackfillTest.facts(1)));
    verify(listener).refresh(Set.of(4L));
  }

  @Test
  public void anIssueThatIsGoneRefreshesWhatCountedIt() {
    when(current.of(Set.of(2L))).thenReturn(List.of());
    when(facts.projectsOf(Set.of(2L))).thenReturn(Map.of(2L, 7L));
    following.changed(Map.of(2L, Set.of(7L)));

    verify(facts, never()).keep(anyCollection());
    verify(listener).refresh(Set.of(3L));
  }

  @Test
  public void nothingIsRefreshedBeforeThePastOfTheProjectIsRead() {
    when(measured.progress(Set.of(7L))).thenReturn(List.of(progress(State.READING)));
    following.changed(Map.of(1L, Set.of(7L)));

    verify(facts).keep(anyCollection());
    verifyNoInteractions(listener);
  }

  @Test
  public void aProjectThatOnlySomebodyLooksAtRefreshesNothing() {
    when(measured.kpisOf(Set.of(7L))).thenReturn(Set.of(MeasuredProjects.NO_KPI));
    following.changed(Map.of(1L, Set.of(7L)));
    following.complete(7);

    verifyNoInteractions(listener);
  }

  @Test
  public void theListOfProjectsIsAskedForNowAndThen() {
    following.changed(Map.of(1L, Set.of(8L)));
    clock.now = START.plus(MetricFollowing.LIST).minusMillis(1);
    following.changed(Map.of(1L, Set.of(8L)));
    verify(measured, times(1)).all();

    clock.now = START.plus(MetricFollowing.LIST);
    following.changed(Map.of(1L, Set.of(8L)));
    verify(measured, times(2)).all();

    clock.now = START.minus(Duration.ofHours(1));
    following.changed(Map.of(1L, Set.of(8L)));
    verify(measured, times(3)).all();
  }

  @Test
  public void theIssuesOfASprintAreReadAgain() {
    when(facts.everInSprint(5)).thenReturn(Set.of(1L));
    following.sprintChanged(5);

    verify(issues).renewPast(Set.of(1L));
    verify(facts).keep(List.of(MetricBackfillTest.facts(1)));
    verify(listener).refresh(Set.of(3L));
    following.sprintChanged(6);
    verify(issues, times(1)).renewPast(anyCollection());
  }

  @Test
  public void aKpiMeasuresTheProjectsOfAllItsMetrics() {
    MetricSpec ofUnit = spec(new Metric.WorkInProgress(), Optional.empty());
    MetricSpec ofProject =
        spec(
            new Metric.OfField(Statistic.SUM, new WeightBy("customfield_10010"), Placed.PRESENT),
            Optional.of(new Place.OfProject(9)));
    when(metrics.projects(OWNER, 2, ofUnit)).thenReturn(Set.of(7L, 8L));
    when(metrics.projects(OWNER, 2, ofProject)).thenReturn(Set.of(9L));
    following.changed(Map.of(1L, Set.of(8L)));

    assertThat(following.follow(OWNER, 3, 2, List.of(ofUnit, ofProject), 12))
        .containsExactlyInAnyOrder(7L, 8L, 9L);

    verify(measured).measure(3, Set.of(7L, 8L, 9L), 12, START);
    verify(numbers).keep(new WeightBy("customfield_10010"));
    following.changed(Map.of(1L, Set.of(8L)));
    verify(measured, times(2)).all();
  }

  @Test
  public void somebodyMayOnlyLook() {
    following.look(Set.of(7L), 12);

    verify(measured).measure(MeasuredProjects.NO_KPI, Set.of(7L), 12, START);
    assertThat(following.progress(Set.of())).isEmpty();
    verify(measured, never()).progress(any());
    assertThat(following.progress(Set.of(7L))).containsExactly(progress(State.DONE));
  }

  @Test
  public void whatWaitsSinceSomebodyAskedBeginsAtOnce() {
    MetricSpec ofUnit =
        spec(
            new Metric.OfField(Statistic.SUM, new WeightBy("customfield_10010"), Placed.PRESENT),
            Optional.empty());
    when(metrics.projects(OWNER, 2, ofUnit)).thenReturn(Set.of(7L));
    following.follow(OWNER, 3, 2, List.of(ofUnit), 12);
    following.look(Set.of(7L), 12);
    following.tryAgain(3);
    verify(start, never()).begin();

    when(measured.measure(3, Set.of(7L), 12, START)).thenReturn(true);
    following.follow(OWNER, 3, 2, List.of(ofUnit), 12);
    InOrder writtenFirst = inOrder(measured, start);
    writtenFirst.verify(measured, times(2)).measure(3, Set.of(7L), 12, START);
    writtenFirst.verify(start).begin();
    when(measured.measure(MeasuredProjects.NO_KPI, Set.of(7L), 12, START)).thenReturn(true);
    following.look(Set.of(7L), 12);
    verify(start, times(2)).begin();
  }

  @Test
  public void whatFailedBeginsAgainWhenSomebodyAsks() {
    when(measured.again(3, START)).thenReturn(true);
    following.tryAgain(3);

    InOrder writtenFirst = inOrder(measured, start);
    writtenFirst.verify(measured).again(3, START);
    writtenFirst.verify(start).begin();
  }

  @Test
  public void whatCouldNotBeWrittenDoesNotBegin() {
    Refusal refusal = new Refusal.Unavailable(Message.of("bearings.error.database"));
    when(measured.again(3, START)).thenThrow(refusal);
    when(measured.measure(MeasuredProjects.NO_KPI, Set.of(7L), 12, START)).thenThrow(refusal);

    assertThatThrownBy(() -> following.tryAgain(3)).isSameAs(refusal);
    assertThatThrownBy(() -> following.look(Set.of(7L), 12)).isSameAs(refusal);
    verify(start, never()).begin();
  }

  @Test
  public void whenThePastIsReadAllPeriodsCanBeCounted() {
    following.complete(7);

    verify(listener).complete(Set.of(3L));
    verify(listener, never()).refresh(any());
  }

  private static MetricSpec spec(Metric metric, Optional<Place> place) {
    return new MetricSpec(metric, place, Optional.empty(), Set.of(), Optional.empty());
  }

  private static Progress progress(State state) {
    return new Progress(7, state, 12, 1, 1, Optional.empty(), START, 1);
  }
}
