package io.bearings.kpi.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.kpi.metric.MeasuredProjects.Progress;
import io.bearings.kpi.metric.MeasuredProjects.State;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.Backfill;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;

public class MetricBackfillTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final MeasuredProjects measured = mock(MeasuredProjects.class);
  private final MetricFacts facts = mock(MetricFacts.class);
  private final CurrentFacts current = mock(CurrentFacts.class);
  private final Backfill backfill = mock(Backfill.class);
  private final MetricFollowing following = mock(MetricFollowing.class);
  private final MetricBackfill filling =
      new MetricBackfill(
          measured, facts, current, backfill, following, Clock.fixed(NOW, ZoneOffset.UTC));

  private final List<Long> issues =
      new ArrayList<>(LongStream.rangeClosed(1, 450).boxed().toList());
  private final Set<Long> kept = new TreeSet<>();
  private final List<Progress> saved = new ArrayList<>();

  @Before
  public void aProjectInJira() {
    when(current.ofProject(anyLong(), anyInt(), anyInt(), anyInt()))
        .thenAnswer(
            call -> {
              int from = Math.min(call.getArgument(2), issues.size());
              int to = Math.min(issues.size(), from + call.<Integer>getArgument(3));
              return new CurrentFacts.Page(issues.subList(from, to), issues.size());
            });
    when(current.of(anyCollection()))
        .thenAnswer(
            call ->
                call.<Collection<Long>>getArgument(0).stream()
                    .map(MetricBackfillTest::facts)
                    .toList());
    when(facts.without(anyCollection()))
        .thenAnswer(
            call -> {
              Set<Long> without = new LinkedHashSet<>(call.<Collection<Long>>getArgument(0));
              without.removeAll(kept);
              return without;
            });
    doAnswer(
            call -> {
              call.<Collection<KeptFacts>>getArgument(0).forEach(each -> kept.add(each.issueId()));
              return null;
            })
        .when(facts)
        .keep(anyCollection());
    when(measured.save(any()))
        .thenAnswer(
            call -> {
              Progress now = call.getArgument(0);
              saved.add(now);
              return Optional.of(progress(now.projectId(), now.state(), now.done(), now.changed()));
            });
    when(measured.unfinished()).thenReturn(List.of(progress(7, State.WAITING, 0, NOW)));
  }

  @Test
  public void readsAProjectAPageAtATimeAndSaysHowFarItCame() {
    assertThat(filling.goOn(() -> false)).isEqualTo(450);

    assertThat(kept).containsExactlyElementsOf(issues);
    assertThat(saved).extracting(Progress::done).containsExactly(180, 360, 450, 450);
    assertThat(saved).extracting(Progress::of).containsOnly(450);
    assertThat(saved)
        .extracting(Progress::state)
        .containsExactly(State.READING, State.READING, State.READING, State.DONE);
    verify(following).complete(7);
  }

  @Test
  public void goesOnWhereSomebodyStopped() {
    issues.subList(0, 200).forEach(kept::add);
    when(measured.unfinished()).thenReturn(List.of(progress(7, State.READING, 180, NOW)));

    assertThat(filling.goOn(() -> false)).isEqualTo(250);
    verify(current, never()).ofProject(7, 12, 0, MetricBackfill.PAGE);
    assertThat(kept).hasSize(450);
  }

  @Test
  public void stopsBetweenPages() {
    List<Boolean> asked = new ArrayList<>(List.of(false, true));

    assertThat(filling.goOn(() -> asked.remove(0))).isEqualTo(200);
    assertThat(saved).extracting(Progress::state).containsExactly(State.READING);
    verify(following, never()).complete(anyLong());
  }

  @Test
  public void whatMovedUpBecauseOthersWentIsReadInTheEnd() {
    doAnswer(
            call -> {
              call.<Collection<KeptFacts>>getArgument(0).forEach(each -> kept.add(each.issueId()));
              if (issues.size() == 450) {
                // The first hundred are deleted after the first page.
                issues.subList(0, 100).clear();
              }
              return null;
            })
        .when(facts)
        .keep(anyCollection());

    filling.goOn(() -> false);

    assertThat(kept).containsAll(issues);
  }

  @Test
  public void anEmptyProjectIsDoneAtOnce() {
    issues.clear();

    assertThat(filling.goOn(() -> false)).isZero();
    assertThat(saved.get(saved.size() - 1).state()).isEqualTo(State.DONE);
  }

  @Test
  public void leavesAProjectToWhoeverReadsItToo() {
    doReturn(Optional.empty()).when(measured).save(any());

    assertThat(filling.goOn(() -> false)).isEqualTo(200);
    verify(following, never()).complete(anyLong());
  }

  @Test
  public void aProjectThatFailsSaysWhyAndKeepsNoOtherFromBeingRead() {
    when(measured.unfinished())
        .thenReturn(
            List.of(
                progress(8, State.WAITING, 0, NOW),
                progress(9, State.WAITING, 0, NOW),
                progress(7, State.WAITING, 0, NOW)));
    when(current.ofProject(eq(8L), anyInt(), anyInt(), anyInt()))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.search")));
    when(current.ofProject(eq(9L), anyInt(), anyInt(), anyInt()))
        .thenThrow(new IllegalStateException("made up"));

    assertThatThrownBy(() -> filling.goOn(() -> false))
        .isInstanceOf(Refusal.Unavailable.class)
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));

    assertThat(saved.get(0).state()).isEqualTo(State.FAILED);
    assertThat(saved.get(0).error()).contains(Message.of("bearings.error.search"));
    assertThat(saved.get(1).error()).contains(Message.of("bearings.error.metric.backfill"));
    verify(following).complete(7);
  }

  @Test
  public void aFailureThatCannotBeSavedIsToldToo() {
    when(current.ofProject(anyLong(), anyInt(), anyInt(), anyInt()))
        .thenThrow(new IllegalStateException("made up"));
    doThrow(new IllegalStateException("no database")).when(measured).save(any());

    assertThatThrownBy(() -> filling.goOn(() -> false))
        .hasMessage("made up")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  @Test
  public void whatFailedRestsForAnHour() {
    when(measured.unfinished())
        .thenReturn(List.of(progress(7, State.FAILED, 0, NOW.minus(Duration.ofMinutes(59)))));
    assertThat(filling.goOn(() -> false)).isZero();

    when(measured.unfinished())
        .thenReturn(List.of(progress(7, State.FAILED, 0, NOW.minus(Duration.ofHours(1)))));
    assertThat(filling.goOn(() -> false)).isEqualTo(450);
  }

  @Test
  public void whatIsAskedForMeanwhileIsReadInTheSameRun() {
    when(measured.unfinished())
        .thenReturn(List.of(progress(7, State.WAITING, 0, NOW)))
        .thenReturn(List.of(progress(8, State.WAITING, 0, NOW)))
        .thenReturn(List.of());

    filling.goOn(() -> false);

    verify(following).complete(7);
    verify(following).complete(8);
  }

  @Test
  public void whatFailedIsReadInTheSameRunWhenSomebodyAsksForIt() {
    when(current.ofProject(anyLong(), anyInt(), anyInt(), anyInt()))
        .thenThrow(new IllegalStateException("made up"))
        .thenReturn(new CurrentFacts.Page(List.of(1L), 1));
    when(measured.unfinished())
        .thenReturn(List.of(progress(7, State.WAITING, 0, NOW)))
        .thenReturn(List.of(new Progress(7, State.WAITING, 12, 0, 0, Optional.empty(), NOW, 3)))
        .thenReturn(List.of());

    assertThatThrownBy(() -> filling.goOn(() -> false)).hasMessage("made up");

    verify(following).complete(7);
  }

  @Test
  public void nothingMoreIsBegunWhenItIsToStop() {
    when(measured.unfinished())
        .thenReturn(
            List.of(progress(7, State.WAITING, 0, NOW), progress(8, State.WAITING, 0, NOW)));

    assertThat(filling.goOn(() -> !kept.isEmpty())).isEqualTo(200);
    verify(current, never()).ofProject(eq(8L), anyInt(), anyInt(), anyInt());
  }

  private static Progress progress(long project, State state, int done, Instant changed) {
    return new Progress(project, state, 12, done, 0, Optional.empty(), changed, 1);
  }

  static KeptFacts facts(long id) {
    return new KeptFacts(
        id,
        7,
        "1",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        List.of(),
        List.of(),
        NOW,
        true);
  }
}
