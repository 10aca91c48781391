package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.flow.StatusCategory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.mockito.InOrder;

public class IssueFollowingTest {
  private static final IssueState STATE =
      new IssueState(
          7,
          "DEMO-7",
          100,
          StatusCategory.DONE,
          Optional.empty(),
          Optional.empty(),
          Instant.parse("2026-11-22T10:00:00Z"));

  private final Links links = mock(Links.class);
  private final Issues issues = mock(Issues.class);
  private final Histories histories = mock(Histories.class);
  private final Backfill backfill = mock(Backfill.class);
  private final ComingAndGoing comingAndGoing = mock(ComingAndGoing.class);
  private final IssueFollowing following =
      new IssueFollowing(links, issues, histories, backfill, comingAndGoing, Clock.systemUTC());

  @Test
  public void readsAnIssueOnlyWhereItIsLinked() {
    following.changed(
        7,
        () -> {
          throw new AssertionError("read");
        });
    verify(links, never()).rewrite(any(IssueState.class));

    when(links.isLinked(7)).thenReturn(true);
    following.changed(7, () -> STATE);
    verify(links).rewrite(STATE);
  }

  @Test
  public void readsAnIssueThatNobodyBrings() {
    when(issues.states(List.of(7L))).thenReturn(List.of(STATE));
    following.changed(7);
    verifyNoInteractions(issues);

    when(links.isLinked(7)).thenReturn(true);
    following.changed(7);
    verify(links).rewrite(STATE);
  }

  @Test
  public void readsNothingAgainWhereNoPastIsKept() {
    when(histories.without(Set.of(8L))).thenReturn(Set.of(8L));
    following.renewPast(Set.of(8L));
    verifyNoInteractions(links, issues, backfill);
  }

  @Test
  public void readsAgainWhatHasAPast() {
    when(issues.states(Set.of(7L, 9L))).thenReturn(List.of(STATE));
    when(histories.without(Set.of(7L, 8L, 9L))).thenReturn(Set.of(8L));

    following.renewPast(Set.of(7L, 8L, 9L));

    InOrder inOrder = inOrder(links, backfill, comingAndGoing);
    inOrder.verify(links).rewrite(List.of(STATE));
    inOrder.verify(backfill).read(Set.of(7L, 9L));
    inOrder.verify(comingAndGoing).changed(Set.of(7L, 8L, 9L));
  }

  @Test
  public void tellsWhatHappenedToWhatHasAPast() {
    Instant then = Instant.parse("2026-11-22T09:59:00Z");
    when(issues.states(Set.of(7L))).thenReturn(List.of(STATE));
    when(histories.without(Set.of(7L, 8L))).thenReturn(Set.of(8L));
    when(backfill.readSince(Map.of(7L, then))).thenReturn(Map.of(7L, Set.of("status")));

    assertThat(following.renewPastSince(Map.of(7L, then, 8L, then)))
        .isEqualTo(Map.of(7L, Set.of("status")));
    verify(links).rewrite(List.of(STATE));
    verify(comingAndGoing).changed(Set.of(7L, 8L));

    when(histories.without(Set.of(8L))).thenReturn(Set.of(8L));
    assertThat(following.renewPastSince(Map.of(8L, then))).isEmpty();
  }
}
