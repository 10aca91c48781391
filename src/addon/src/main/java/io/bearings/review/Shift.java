package io.bearings.review;

import io.bearings.okr.ScoreChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Something that moved the goal or the work of an objective while it was pursued. */
public sealed interface Shift {

  /**
   * A change of target, baseline, weight, rule or date.
   *
   * @param keyResultKey absent where the objective itself was changed
   * @param field its name in the API
   * @param from what it was, as text; absent when it was empty
   * @param to what it is now
   * @param label an adjustment or a moved goalpost
   * @param scoreBefore of the key result, else of the objective; absent is no data
   */
  record Goalpost(
      long changeId,
      Optional<String> keyResultKey,
      String field,
      Optional<String> from,
      Optional<String> to,
      Optional<String> reason,
      ScoreChange label,
      LocalDate on,
      Optional<BigDecimal> scoreBefore,
      Optional<BigDecimal> scoreAfter)
      implements Shift {}

  /**
   * Linked work that came and went after the first quarter of the cycle.
   *
   * @param since the day at the end of which the scope was looked at first
   * @param until the day at the end of which it was looked at last
   * @param before issues in scope then, 1 or more
   */
  record Scope(LocalDate since, LocalDate until, int before, int added, int removed)
      implements Shift {
    /** It changed from this share on, in percent. */
    private static final int PERCENT = 20;

    private static final int WHOLE = 100;

    /** Whether what came and went is a fifth of the scope or more. */
    boolean isChanged() {
      return before > 0 && (added + removed) * WHOLE >= before * PERCENT;
    }
  }
}
