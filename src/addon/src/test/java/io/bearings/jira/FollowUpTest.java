package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.progress.Followed;
import io.bearings.progress.IssueFollowing;
import io.bearings.progress.Queries;
import io.bearings.progress.RecentIssues;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.Before;
import org.junit.Test;

public class FollowUpTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final IssueFollowing following = mock(IssueFollowing.class);
  private final Queries queries = mock(Queries.class);
  private final ScheduledExecutorService executor = mock(ScheduledExecutorService.class);
  private final Followed followed = new Followed();
  private final Deque<Runnable> planned = new ArrayDeque<>();
  private final FollowUp followUp =
      new FollowUp(following, queries, followed, Clock.fixed(NOW, ZoneOffset.UTC), executor);

  @Before
  public void anExecutorThatWaits() {
    when(executor.schedule(any(Runnable.class), anyLong(), any()))
        .thenAnswer(
            call -> {
              planned.add(call.getArgument(0));
              return null;
            });
  }

  @Test
  public void takesTogetherWhatChangedMeanwhileAndLooksTwice() {
    followUp.changed(7);
    followUp.changed(8);
    followUp.changed(7);

    assertThat(planned).hasSize(2);
    verify(queries, never()).changed(any());
    planned.remove().run();
    verify(queries).changed(Set.of(7L, 8L));
    verify(following).renewPast(Set.of(7L, 8L));
    planned.remove().run();
    verify(queries, times(2)).changed(Set.of(7L, 8L));
  }

  @Test
  public void onlyAfterTheLastLookAChangeIsFollowed() {
    followUp.changed(7);
    planned.remove().run();
    assertThat(followed.covers(new RecentIssues.Found(7, NOW))).isFalse();

    planned.remove().run();
    assertThat(followed.covers(new RecentIssues.Found(7, NOW))).isTrue();
    assertThat(followed.covers(new RecentIssues.Found(7, NOW.plusMillis(1)))).isFalse();
    assertThat(followed.covers(new RecentIssues.Found(8, NOW))).isFalse();
  }

  @Test
  public void whatChangesAfterALookIsLookedAtNext() {
    followUp.changed(7);
    planned.remove().run();
    followUp.changed(8);
    planned.removeLast().run();

    verify(queries).changed(Set.of(8L));
  }

  @Test
  public void aLookThatFailsDoesNotEndAll() {
    doThrow(new Refusal.Unavailable(Message.of("bearings.error.search")))
        .when(queries)
        .changed(Set.of(7L));
    followUp.changed(7);
    planned.remove().run();
    planned.remove().run();
    assertThat(followed.covers(new RecentIssues.Found(7, NOW))).isFalse();
    followUp.changed(8);
    planned.removeLast().run();

    verify(queries).changed(Set.of(8L));
  }

  @Test
  public void aPastThatCannotBeReadDoesNotKeepQueriesFromBeingAsked() {
    doThrow(new NoClassDefFoundError("ChangeHistoryManager")).when(following).renewPast(Set.of(7L));
    followUp.changed(7);
    planned.remove().run();

    verify(queries).changed(Set.of(7L));
  }

  @Test
  public void endsWithTheAddOn() {
    followUp.close();

    verify(executor).shutdownNow();
  }
}
