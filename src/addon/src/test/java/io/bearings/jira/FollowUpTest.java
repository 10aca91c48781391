package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.ErrorLog;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.Followed;
import io.bearings.progress.IssueFollowing;
import io.bearings.progress.IssueWatch;
import io.bearings.progress.Queries;
import io.bearings.progress.RecentIssues;
import io.bearings.progress.WhatChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.Before;
import org.junit.Test;
import org.mockito.InOrder;

public class FollowUpTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static final WhatChanged UNKNOWN =
      new WhatChanged(Optional.of(Set.of(100L)), Optional.empty());

  private final IssueFollowing following = mock(IssueFollowing.class);
  private final IssueWatch watch = mock(IssueWatch.class);
  private final Queries queries = mock(Queries.class);
  private final ScheduledExecutorService executor = mock(ScheduledExecutorService.class);
  private final Followed followed = new Followed();
  private final Queue<Planned> planned = new PriorityQueue<>(Comparator.comparing(Planned::at));
  private final Clock clock = mock(Clock.class);
  private final ErrorLog errors = mock(ErrorLog.class);
  private final FollowUp followUp =
      new FollowUp(
          following,
          watch,
          queries,
          followed,
          clock,
          () -> Duration.between(NOW, now()).toMillis(),
          errors,
          executor);
  private Instant now = NOW;
  private Duration setBy = Duration.ZERO;

  private Instant now() {
    return now;
  }

  @Before
  public void anExecutorThatWaits() {
    when(clock.instant()).thenAnswer(call -> now.plus(setBy));
    when(executor.schedule(any(Runnable.class), anyLong(), any()))
        .thenAnswer(
            call -> {
              planned.add(new Planned(now.plusMillis(call.getArgument(1)), call.getArgument(0)));
              return null;
            });
  }

  private record Planned(Instant at, Runnable work) {}

  /** Does what is planned next, at its time. */
  private void next() {
    Planned next = planned.remove();
    now = next.at().isAfter(now) ? next.at() : now;
    next.work().run();
  }

  private void after(long milliseconds) {
    now = now.plusMillis(milliseconds);
  }

  @Test
  public void takesTogetherWhatChangedMeanwhileAndLooksTwice() {
    followUp.changed(7, 100);
    followUp.changed(8, 100);
    followUp.changed(7, 100);

    assertThat(planned).hasSize(2);
    verify(queries, never()).happened(anyMap());
    next();
    verify(queries).happened(Map.of(7L, UNKNOWN, 8L, UNKNOWN));
    verify(following).renewPastSince(Map.of(7L, NOW.minusSeconds(60), 8L, NOW.minusSeconds(60)));
    next();
    verify(queries, times(2)).happened(Map.of(7L, UNKNOWN, 8L, UNKNOWN));
  }

  @Test
  public void asksQueriesOnceMoreWhereTheIndexIsMinutesBehind() {
    followUp.changed(7, 100);
    next();
    next();
    next();

    assertThat(Duration.between(NOW, now)).isEqualTo(Duration.ofMinutes(2));
    verify(queries, times(3)).happened(Map.of(7L, UNKNOWN));
    verify(following, times(2)).renewPastSince(anyMap());
    assertThat(planned).isEmpty();
  }

  @Test
  public void onlyAfterTheLastLookAChangeIsFollowed() {
    followUp.changed(7, 100);
    next();
    assertThat(followed.covers(new RecentIssues.Found(7, NOW))).isFalse();

    next();
    assertThat(followed.covers(new RecentIssues.Found(7, NOW))).isTrue();
    assertThat(followed.covers(new RecentIssues.Found(7, NOW.plusMillis(1)))).isFalse();
    assertThat(followed.covers(new RecentIssues.Found(8, NOW))).isFalse();
  }

  @Test
  public void whatChangesAfterALookIsLookedAtNext() {
    followUp.changed(7, 100);
    next();
    followUp.changed(8, 100);
    next();

    verify(queries).happened(Map.of(8L, UNKNOWN));
  }

  @Test
  public void whatChangedJustBeforeALookWaitsForItsOwn() {
    followUp.changed(7, 100);
    after(1_400);
    followUp.changed(8, 100);
    next();
    verify(queries).happened(Map.of(7L, UNKNOWN));
    verify(queries, never()).happened(Map.of(8L, UNKNOWN));

    next();
    verify(queries).happened(Map.of(8L, UNKNOWN));
    assertThat(Duration.between(NOW, now)).isEqualTo(Duration.ofMillis(2_900));
  }

  @Test
  public void anIssueThatChangesAgainIsLookedAtOnceItRests() {
    followUp.changed(7, 100);
    after(1_400);
    followUp.changed(7, 100);
    next();
    verify(queries, never()).happened(anyMap());

    next();
    verify(queries).happened(Map.of(7L, UNKNOWN));
    verify(following).renewPastSince(Map.of(7L, NOW.minusSeconds(60)));
  }

  @Test
  public void anIssueThatNeverRestsIsLookedAtAllTheSame() {
    for (int each = 0; each < 40; each++) {
      followUp.changed(7, 100);
      while (!planned.peek().at().isAfter(now)) {
        next();
      }
      after(1_000);
    }
    assertThat(followed.covers(new RecentIssues.Found(7, NOW))).isFalse();
    verify(queries, atLeast(8)).happened(Map.of(7L, UNKNOWN));
    verify(queries, atMost(22)).happened(Map.of(7L, UNKNOWN));

    while (!planned.isEmpty()) {
      next();
    }
    assertThat(followed.covers(new RecentIssues.Found(7, NOW.plusSeconds(39)))).isTrue();
  }

  @Test
  public void aClockThatIsSetBackKeepsNothingWaiting() {
    followUp.changed(7, 100);
    setBy = Duration.ofHours(-1);
    next();
    verify(queries).happened(Map.of(7L, UNKNOWN));
  }

  @Test
  public void aClockThatIsSetForwardBringsNoLookBeforeItsTime() {
    followUp.changed(7, 100);
    after(1_400);
    followUp.changed(8, 100);
    setBy = Duration.ofHours(1);
    next();
    verify(queries).happened(Map.of(7L, UNKNOWN));
    verify(queries, never()).happened(Map.of(8L, UNKNOWN));

    next();
    verify(queries).happened(Map.of(8L, UNKNOWN));
    assertThat(Duration.between(NOW, now)).isEqualTo(Duration.ofMillis(2_900));
    verify(following).renewPastSince(Map.of(8L, NOW.plusMillis(1_400).minusSeconds(60)));
  }

  @Test
  public void aLookThatFailsDoesNotEndAll() {
    doThrow(new Refusal.Unavailable(Message.of("bearings.error.search")))
        .when(queries)
        .happened(Map.of(7L, UNKNOWN));
    followUp.changed(7, 100);
    next();
    next();
    assertThat(followed.covers(new RecentIssues.Found(7, NOW))).isFalse();
    followUp.changed(8, 100);
    next();

    verify(queries).happened(Map.of(8L, UNKNOWN));
  }

  @Test
  public void aPastThatCannotBeReadDoesNotKeepQueriesFromBeingAsked() {
    doThrow(new NoClassDefFoundError("ChangeHistoryManager"))
        .when(following)
        .renewPastSince(Map.of(7L, NOW.minusSeconds(60)));
    followUp.changed(7, 100);
    next();

    verify(queries).happened(Map.of(7L, UNKNOWN));
  }

  @Test
  public void tellsQueriesWhatHappened() {
    when(following.renewPastSince(anyMap())).thenReturn(Map.of(7L, Set.of("status")));
    followUp.changed(7, 100);
    followUp.changed(7, 200);
    followUp.changed(8, 300);
    next();

    verify(queries)
        .happened(
            Map.of(
                7L,
                new WhatChanged(Optional.of(Set.of(100L, 200L)), Optional.of(Set.of("status"))),
                8L,
                new WhatChanged(Optional.of(Set.of(300L)), Optional.empty())));
  }

  @Test
  public void whoWatchesIsToldAfterThePastWasReadAndBeforeQueries() {
    followUp.changed(7, 100);
    followUp.changed(7, 200);
    next();

    InOrder order = inOrder(following, watch, queries);
    order.verify(following).renewPastSince(anyMap());
    order.verify(watch).changed(Map.of(7L, Set.of(100L, 200L)));
    order.verify(queries).happened(anyMap());
  }

  @Test
  public void whatWasNotWatchedIsCaughtUpWith() {
    doThrow(new Refusal.Unavailable(Message.of("bearings.error.database")))
        .when(watch)
        .changed(anyMap());
    followUp.changed(7, 100);
    next();
    next();

    verify(queries, times(2)).happened(Map.of(7L, UNKNOWN));
    assertThat(followed.covers(new RecentIssues.Found(7, NOW))).isFalse();
  }

  @Test
  public void whoWatchesIsToldOfADeletion() {
    doThrow(new IllegalStateException("once")).doNothing().when(watch).changed(anyMap());
    followUp.gone(7, 100);
    followUp.gone(8, 100);
    next();
    next();

    verify(watch).changed(Map.of(7L, Set.of(100L)));
    verify(watch).changed(Map.of(8L, Set.of(100L)));
    verify(queries, never()).happened(anyMap());
  }

  @Test
  public void endsWithTheAddOn() {
    followUp.close();

    verify(executor).shutdownNow();
  }
}
