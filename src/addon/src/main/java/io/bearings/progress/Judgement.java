package io.bearings.progress;

import io.bearings.okr.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Where an objective or key result stands.
 *
 * @param expected the score that is expected by now; absent where nothing is
 * @param pace score ÷ expected; absent while it is too early, and without data
 * @param status what is shown first
 * @param marks what holds beside it, in the order of {@link Status}
 * @param confidenceMismatch whether the owner sees it otherwise than the figures
 * @param withoutExecution whether nobody has begun with its work although they should have
 */
public record Judgement(
    Optional<BigDecimal> expected,
    Optional<BigDecimal> pace,
    Status status,
    List<Status> marks,
    boolean confidenceMismatch,
    boolean withoutExecution) {
  /** Nothing says how far it has come. */
  public static final Judgement NO_DATA =
      new Judgement(Optional.empty(), Optional.empty(), Status.NO_DATA, List.of(), false, false);

  public Judgement {
    marks = List.copyOf(marks);
  }
}
