package io.bearings.progress;

import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultScore;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A key result with all its figures.
 *
 * @param ownerName the owner's name to show, or the user key of somebody who is gone
 * @param progress how far its linked work has come
 * @param score how far it has come itself
 * @param nextCheckIn the day on which its next check-in is due; absent where none is
 */
public record KeyResultFigures(
    KeyResult keyResult,
    String ownerName,
    IssueProgress progress,
    KeyResultScore score,
    Judgement judgement,
    Optional<LocalDate> nextCheckIn) {

  /** The same where nothing is due any more, as with what is past. */
  KeyResultFigures undemanding() {
    return new KeyResultFigures(keyResult, ownerName, progress, score, judgement, Optional.empty());
  }
}
