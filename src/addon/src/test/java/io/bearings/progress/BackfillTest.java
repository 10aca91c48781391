package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;

public class BackfillTest {
  private final Histories histories = mock(Histories.class);
  private final ChangeHistories changes = mock(ChangeHistories.class);
  private final Issues issues = mock(Issues.class);
  private final Clock clock = Clock.fixed(Instant.ofEpochSecond(99), ZoneOffset.UTC);
  private final Backfill backfill = new Backfill(histories, changes, issues, clock);

  @Before
  public void jiraTellsEveryHistory() {
    when(changes.of(anyCollection()))
        .thenAnswer(
            call ->
                call.<Collection<Long>>getArgument(0).stream().map(BackfillTest::history).toList());
  }

  @Before
  public void allIssuesAreThere() {
    when(issues.existing(anyCollection()))
        .thenAnswer(call -> Set.copyOf(call.<Collection<Long>>getArgument(0)));
  }

  @Test
  public void readsOnlyWhatIsNotKept() {
    when(histories.without(List.of(1L, 2L, 3L))).thenReturn(Set.of(2L));
    assertThat(backfill.fill(List.of(1L, 2L, 3L))).isEqualTo(1);
    verify(histories).replace(List.of(history(2)));
    verify(changes, times(1)).of(any());
  }

  @Test
  public void asksJiraNothingWhereAllIsKept() {
    when(histories.without(any())).thenReturn(Set.of());
    assertThat(backfill.fill(List.of(1L, 2L))).isZero();
    verify(changes, never()).of(any());
    verify(histories, never()).replace(any());
  }

  @Test
  public void keepsAThousandInPages() {
    Set<Long> all = new LinkedHashSet<>(LongStream.rangeClosed(1, 1_000).boxed().toList());
    when(histories.without(any())).thenReturn(all);
    assertThat(backfill.fill(all)).isEqualTo(1_000);
    ArgumentCaptor<Collection<Long>> pages = ArgumentCaptor.captor();
    verify(changes, times(5)).of(pages.capture());
    assertThat(pages.getAllValues()).allSatisfy(page -> assertThat(page).hasSize(200));
    assertThat(pages.getAllValues().get(4)).endsWith(1_000L);
    verify(histories, times(5)).replace(any());
  }

  @Test
  public void readsOnceMoreWhatChangesWhileItIsRead() {
    when(changes.of(any()))
        .thenAnswer(
            call -> {
              backfill.changed(2);
              backfill.changed(9);
              return List.of(history(1), history(2));
            })
        .thenAnswer(call -> List.of(history(2)));
    assertThat(backfill.read(Set.of(1L, 2L))).isEqualTo(2);
    InOrder order = inOrder(changes, histories);
    order.verify(changes).of(Set.of(1L, 2L));
    order.verify(histories).replace(List.of(history(1), history(2)));
    order.verify(changes).of(Set.of(2L));
    order.verify(histories).replace(List.of(history(2)));
    order.verifyNoMoreInteractions();
  }

  @Test
  public void readsOnceMoreWhatChangesBeforeItIsKept() {
    doAnswer(
            call -> {
              backfill.changed(1);
              return null;
            })
        .doNothing()
        .when(histories)
        .replace(any());
    when(changes.since(anyMap()))
        .thenAnswer(
            call -> List.of(new ChangeHistories.Recent(history(1), Optional.of(Set.of("status")))));
    assertThat(backfill.readSince(Map.of(1L, Instant.EPOCH)))
        .isEqualTo(Map.of(1L, Set.of("status")));
    verify(changes, times(2)).since(Map.of(1L, Instant.EPOCH));
    verify(histories, times(2)).replace(List.of(history(1)));
  }

  @Test
  public void leavesWhatNeverRestsToTheLookAfterItsLastChange() {
    when(changes.of(any()))
        .thenAnswer(
            call -> {
              backfill.changed(1);
              return List.of(history(1));
            });
    assertThat(backfill.read(Set.of(1L))).isEqualTo(1);
    verify(changes, times(Backfill.MOST_TRIES)).of(any());
  }

  @Test
  public void forgetsWhatWasReadEvenWhereJiraDoesNotAnswer() {
    when(changes.of(any()))
        .thenThrow(new IllegalStateException("down"))
        .thenAnswer(call -> List.of(history(2)));
    assertThatThrownBy(() -> backfill.read(Set.of(1L))).hasMessage("down");
    backfill.changed(1);
    assertThat(backfill.read(Set.of(2L))).isEqualTo(1);
    verify(changes, times(2)).of(any());
  }

  @Test
  public void countsNoIssueThatIsGone() {
    when(changes.of(any())).thenReturn(List.of());
    assertThat(backfill.read(Set.of(1L, 2L))).isZero();
    verify(histories, never()).replace(any());
    verify(issues, never()).existing(any());
  }

  @Test
  public void keepsNoHistoryOfWhichJiraDeletedAPartMeanwhile() {
    when(issues.existing(Set.of(1L, 2L))).thenReturn(Set.of(1L));
    assertThat(backfill.read(Set.of(1L, 2L))).isEqualTo(1);
    InOrder order = inOrder(changes, issues, histories);
    order.verify(changes).of(Set.of(1L, 2L));
    order.verify(issues).existing(Set.of(1L, 2L));
    order.verify(histories).replace(List.of(history(1)));
    verify(histories, never()).gone(anyLong(), any());
  }

  @Test
  public void saysOfWhatWasDeletedWhileItWasKeptThatItIsGone() {
    when(issues.existing(any())).thenReturn(Set.of(1L, 2L)).thenReturn(Set.of(2L));
    assertThat(backfill.read(Set.of(1L, 2L))).isEqualTo(1);
    InOrder order = inOrder(histories);
    order.verify(histories).replace(anyCollection());
    order.verify(histories).gone(1, Instant.ofEpochSecond(99));
    order.verifyNoMoreInteractions();
  }

  @Test
  public void tellsWhatChangedLately() {
    Map<Long, Instant> since = new HashMap<>();
    LongStream.rangeClosed(1, 250).forEach(id -> since.put(id, Instant.EPOCH));
    when(changes.since(anyMap()))
        .thenAnswer(
            call ->
                call.<Map<Long, Instant>>getArgument(0).keySet().stream()
                    .map(
                        id ->
                            new ChangeHistories.Recent(
                                history(id),
                                Optional.of(Set.of("status")).filter(all -> id % 50 == 0)))
                    .toList());

    assertThat(backfill.readSince(since)).containsOnlyKeys(50L, 100L, 150L, 200L, 250L);
    assertThat(backfill.readSince(since)).containsEntry(50L, Set.of("status"));
    verify(histories, times(4)).replace(any());
    assertThat(backfill.readSince(Map.of())).isEmpty();
  }

  private static KeptHistory history(long issueId) {
    IssueSnapshot state =
        new IssueSnapshot(
            7,
            "1",
            StatusCategory.TO_DO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty());
    return new KeptHistory(
        issueId, List.of(new KeptHistory.Step(0, Instant.EPOCH, state, "1")), Optional.empty());
  }
}
