package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class HistoryTest {
  private static final Person ANNA = new Person("anna");
  private static final Writer WRITER = new Writer(ANNA, Tag.MANUAL);

  private final Objectives objectives = mock(Objectives.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final Changes changes = mock(Changes.class);
  private final History history =
      new History(
          new Plans(objectives, standpoints, mock(Cycles.class)),
          changes,
          Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @Before
  public void annaLeadsTheTeam() {
    when(standpoints.of(ANNA))
        .thenReturn(Okrs.standpoint(ANNA, Okrs.team(3, "Team", Optional.of("anna"))));
    when(objectives.placed(12, ANNA))
        .thenReturn(Optional.of(Okrs.placed(Okrs.objective(12, 3, "O", "why", "bert", 1))));
    when(objectives.keyResult(34))
        .thenReturn(Optional.of(Okrs.keyResult(34, 12, Okrs.manual("K", "0", "1"), 1)));
    when(changes.consent(anyLong(), any(), any())).thenReturn(true);
  }

  private static Change change(ScoreChange label, Optional<String> reason) {
    return new Change(
        7,
        new NewChange(
            12,
            Optional.of(34L),
            "target",
            Optional.of("5"),
            Optional.of("10"),
            reason,
            label,
            Tag.API,
            new NewChange.Scores(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
        "bert",
        Instant.EPOCH,
        Optional.empty());
  }

  @Test
  public void showsWhatMovedAScoreToThoseWhoMayRead() {
    List<Change> found = List.of(change(ScoreChange.CORRECTION, Optional.empty()));
    when(changes.ofObjective(12, 99, 20)).thenReturn(found);
    when(changes.ofKeyResult(34, 99, 100)).thenReturn(found);
    assertThat(history.ofObjective(ANNA, 12, 99, 20)).isEqualTo(found);
    assertThat(history.ofKeyResult(ANNA, 34, 99, 5000)).isEqualTo(found);
    history.ofObjective(ANNA, 12, 99, -4);
    verify(changes).ofObjective(12, 99, 1);
    assertThatThrownBy(() -> history.ofObjective(ANNA, 99, 1, 1))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> history.ofKeyResult(ANNA, 99, 1, 1))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void aReasonAndTheLeadsConsentMakeAnAdjustment() {
    when(changes.change(7))
        .thenReturn(Optional.of(change(ScoreChange.MOVED_GOALPOST, Optional.of("Two markets"))));
    history.consent(WRITER, 7);
    verify(changes).consent(eq(7L), eq(ScoreChange.ADJUSTMENT), any());
  }

  @Test
  public void aCorrectionStaysOne() {
    when(changes.change(7))
        .thenReturn(Optional.of(change(ScoreChange.CORRECTION, Optional.empty())));
    history.consent(WRITER, 7);
    verify(changes).consent(eq(7L), eq(ScoreChange.CORRECTION), any());
  }

  @Test
  public void nobodyConsentsToWhatHasNoReasonOrTwice() {
    when(changes.change(7))
        .thenReturn(Optional.of(change(ScoreChange.MOVED_GOALPOST, Optional.empty())));
    assertThatThrownBy(() -> history.consent(WRITER, 7)).hasMessageContaining("noReason");
    when(changes.change(7))
        .thenReturn(Optional.of(change(ScoreChange.MOVED_GOALPOST, Optional.of("Why"))));
    when(changes.consent(anyLong(), any(), any())).thenReturn(false);
    assertThatThrownBy(() -> history.consent(WRITER, 7)).hasMessageContaining("consented");
  }

  @Test
  public void onlyALeadConsents() {
    when(changes.change(7))
        .thenReturn(Optional.of(change(ScoreChange.MOVED_GOALPOST, Optional.of("Why"))));
    when(standpoints.of(ANNA))
        .thenReturn(
            Okrs.standpoint(
                ANNA, Set.of(100L), Set.of(100L), Okrs.team(3, "Team", Optional.empty(), 100L)));
    assertThatThrownBy(() -> history.consent(WRITER, 7)).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> history.consent(WRITER, 8)).isInstanceOf(Refusal.NotFound.class);
    verify(changes, never()).consent(anyLong(), any(), any());
  }
}
