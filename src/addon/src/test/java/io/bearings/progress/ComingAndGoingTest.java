package io.bearings.progress;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.bearings.flow.StatusCategory;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.mockito.InOrder;

public class ComingAndGoingTest {
  private static final LinkTarget SPRINT = new LinkTarget.Sprint(12);

  private final WorkLinks links = mock(WorkLinks.class);
  private final Places places = mock(Places.class);
  private final Histories histories = mock(Histories.class);
  private final Backfill backfill = mock(Backfill.class);
  private final Issues issues = mock(Issues.class);
  private final ComingAndGoing coming =
      new ComingAndGoing(links, places, histories, backfill, issues);

  @Before
  public void aLinkedSprint() {
    when(links.placesInForce()).thenReturn(Set.of(SPRINT));
    when(issues.states(anyCollection()))
        .thenAnswer(
            call ->
                ((Collection<?>) call.getArgument(0))
                    .stream().map(id -> (Long) id).filter(id -> id != 9).map(this::state).toList());
  }

  @Test
  public void anIssueThatComesIntoALinkedSprintContributesWithItsPast() {
    Set<Long> changed = Set.of(7L, 8L);
    when(histories.without(changed)).thenReturn(changed);
    when(places.of(changed))
        .thenReturn(Map.of(7L, Set.of(SPRINT), 8L, Set.of(new LinkTarget.Epic(12))));
    when(links.comingAndGoing(changed)).thenReturn(Map.of(34L, Set.of(7L)));

    coming.changed(changed);

    InOrder inOrder = inOrder(backfill, links);
    inOrder.verify(backfill).read(Set.of(7L));
    inOrder.verify(links).comingAndGoing(changed);
    inOrder.verify(links).settle(Set.of(34L), List.of(state(7)));
  }

  @Test
  public void ofAnIssueWithAKeptHistoryJiraIsNotAsked() {
    when(histories.without(Set.of(7L))).thenReturn(Set.of());
    when(links.comingAndGoing(Set.of(7L))).thenReturn(Map.of());

    coming.changed(Set.of(7L));

    verifyNoInteractions(places, issues);
    verify(links, never()).settle(any(), any());
  }

  @Test
  public void anIssueThatIsGoneMeanwhileIsLeftOut() {
    when(links.comingAndGoing(Set.of(7L, 9L))).thenReturn(Map.of(34L, Set.of(7L, 9L)));

    coming.changed(Set.of(7L, 9L));

    verify(links).settle(Set.of(34L), List.of(state(7)));
  }

  @Test
  public void aSubTaskWithAnotherParentIsSettledWhereNoPlaceIsLinked() {
    when(links.placesInForce()).thenReturn(Set.of());
    when(links.countedWrongly(Set.of(7L, 8L))).thenReturn(Map.of(34L, Set.of(8L)));

    coming.changed(Set.of(7L, 8L));

    verify(links).settle(Set.of(34L), List.of(state(8)));
    verifyNoInteractions(places, histories, backfill);
  }

  @Test
  public void aKeyResultIsSettledOnceForAllThatIsDoubtful() {
    when(links.countedWrongly(Set.of(7L, 8L))).thenReturn(Map.of(34L, Set.of(8L)));
    when(links.comingAndGoing(Set.of(7L, 8L))).thenReturn(Map.of(34L, Set.of(7L)));

    coming.changed(Set.of(7L, 8L));

    verify(links).settle(Set.of(34L), List.of(state(7), state(8)));
  }

  @Test
  public void nothingMoreIsAskedWhereNoPlaceIsLinked() {
    when(links.placesInForce()).thenReturn(Set.of());

    coming.changed(Set.of(7L));
    coming.changed(Set.of());

    verify(links).placesInForce();
    verify(links).countedWrongly(Set.of(7L));
    verifyNoMoreInteractions(links);
    verifyNoInteractions(places, histories, backfill, issues);
  }

  private IssueState state(long id) {
    return new IssueState(
        id, "A-" + id, 1, StatusCategory.TO_DO, Optional.empty(), Optional.empty(), Instant.EPOCH);
  }
}
