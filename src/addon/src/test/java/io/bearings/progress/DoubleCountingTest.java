package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Objectives;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Reach;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class DoubleCountingTest {
  private static final Person ANNA = new Person("anna");
  private static final Placed OURS =
      Okrs.placed(Okrs.objective(1, 3, "Ours", "why", "anna", 1), Okrs.QUARTER);
  private static final Placed THEIRS =
      Okrs.placed(Okrs.objective(2, 4, "Theirs", "why", "bert", 1), Okrs.QUARTER);

  private final Objectives objectives = mock(Objectives.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final SharedWork shared = mock(SharedWork.class);
  private final Issues issues = mock(Issues.class);
  private final DoubleCounting counting =
      new DoubleCounting(objectives, standpoints, shared, issues);

  @Before
  public void aKeyResultOfOurs() {
    when(standpoints.of(any()))
        .thenReturn(
            new Standpoint(
                ANNA,
                List.of(Okrs.team(3, "Ours", Optional.empty())),
                new Reach(true, Set.of(), Set.of(), Set.of(), List.of())));
    when(objectives.keyResult(11)).thenReturn(Optional.of(keyResult(11, 1)));
    when(objectives.keyResult(21)).thenReturn(Optional.of(keyResult(21, 2)));
    when(objectives.placed(1, ANNA)).thenReturn(Optional.of(OURS));
    when(objectives.placed(2, ANNA)).thenReturn(Optional.of(THEIRS));
  }

  private static KeyResult keyResult(long id, long objectiveId) {
    return Okrs.keyResult(id, objectiveId, Okrs.manual("K" + id, "0", "1"), 1);
  }

  @Test
  public void namesWhatThePersonMayReadAndCountsTheRest() {
    when(shared.ofKeyResult(11, ANNA))
        .thenReturn(
            List.of(
                new SharedWork.Shared(11, SharedWork.Relation.SIBLING, keyResult(12, 1), OURS, 2),
                new SharedWork.Shared(
                    11, SharedWork.Relation.PARENT, keyResult(21, 2), THEIRS, 1)));
    when(shared.issues(11, List.of(12L, 21L)))
        .thenReturn(Map.of(12L, Set.of(100L, 101L), 21L, Set.of(101L)));
    IssueText text = new IssueText(100, "A-1", "Alarm rules", "Done", Optional.empty());
    when(issues.texts(ANNA, Set.of(100L, 101L))).thenReturn(Map.of(100L, text));

    assertThat(counting.ofKeyResult(ANNA, 11))
        .containsExactly(
            new DoubleCounting.Twice(
                SharedWork.Relation.SIBLING,
                Optional.of(keyResult(12, 1)),
                Optional.of(OURS.objective()),
                2,
                List.of(text)),
            new DoubleCounting.Twice(
                SharedWork.Relation.PARENT, Optional.empty(), Optional.empty(), 1, List.of()));
  }

  @Test
  public void whereNothingIsSharedJiraIsNotAsked() {
    assertThat(counting.ofKeyResult(ANNA, 11)).isEmpty();
    verify(issues, never()).texts(any(), anyCollection());
  }

  @Test
  public void whoMayNotReadItLearnsNothing() {
    assertThatThrownBy(() -> counting.ofKeyResult(ANNA, 21))
        .isInstanceOf(Refusal.NotFound.class)
        .hasMessageContaining("KR-21");
    assertThatThrownBy(() -> counting.ofKeyResult(ANNA, 99)).isInstanceOf(Refusal.NotFound.class);
    verify(shared, never()).ofKeyResult(anyLong(), any());
  }

  @Test
  public void whatWasPutAwayAddsToNothing() {
    when(objectives.keyResult(11)).thenReturn(Optional.of(keyResult(11, 1).archived(true)));

    assertThat(counting.ofKeyResult(ANNA, 11)).isEmpty();
    verify(shared, never()).ofKeyResult(anyLong(), any());
  }
}
