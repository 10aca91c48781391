package io.bearings.progress;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.Set;
import org.junit.Test;

public class IssueFollowingTest {
  private final Histories histories = mock(Histories.class);
  private final Backfill backfill = mock(Backfill.class);
  private final IssueFollowing following =
      new IssueFollowing(
          mock(Links.class), mock(Issues.class), histories, backfill, Clock.systemUTC());

  @Test
  public void renewsThePastOnlyWhereItIsKept() {
    when(histories.without(Set.of(7L, 8L, 9L))).thenReturn(Set.of(8L));

    following.renewPast(Set.of(7L, 8L, 9L));

    verify(backfill).read(Set.of(7L, 9L));
  }
}
