package io.bearings.okr;

import java.math.BigDecimal;

/**
 * Where a key result or an objective can stand, in the order in which it is shown: of all that hold
 * at once, the first leads and the others stand beside it.
 */
public enum Status {
  /** Given up, with a reason. */
  ABANDONED,
  /** Its cycle is closed; nothing changes any more. */
  CLOSED,
  /** Nothing says how far it has come; that is not 0. */
  NO_DATA,
  /** From the due date on: the success level is reached. */
  ACHIEVED,
  /** From the due date on: at least half of the success level. */
  PARTLY,
  /** From the due date on: less than half of the success level. */
  MISSED,
  /** Well behind what is expected by now. */
  OFF_TRACK,
  /** A check-in was due, and one full day has passed. */
  OVERDUE,
  /** A KPI that must not break is past critical now. */
  GUARDRAIL_RED,
  /** On track, but none of the linked work has moved for a while. */
  SILENT,
  /** The work is done, and the number has not moved. */
  OUTPUT_WITHOUT_OUTCOME,
  /** Nothing is expected yet, so there is no pace. */
  TOO_EARLY,
  /** Somewhat behind what is expected by now. */
  AT_RISK,
  /** As far as is expected by now, or further. */
  ON_TRACK;

  /** Whether this is the verdict from the due date on. */
  public boolean isEndState() {
    return this == ACHIEVED || this == PARTLY || this == MISSED;
  }

  /**
   * The verdict from the due date on.
   *
   * @return one of those that {@link #isEndState}
   */
  public static Status atTheEnd(BigDecimal score, BigDecimal successLevel) {
    if (Decimals.atLeast(score, successLevel)) {
      return ACHIEVED;
    }
    return Decimals.atLeast(score.add(score), successLevel) ? PARTLY : MISSED;
  }
}
