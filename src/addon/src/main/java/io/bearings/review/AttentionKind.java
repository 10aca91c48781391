package io.bearings.review;

import io.bearings.okr.Status;
import java.util.Optional;

/**
 * Why somebody should look at something, in the order in which it is listed. This is the one place
 * that says what asks for attention and what comes first.
 */
public enum AttentionKind {
  /** A KPI is past critical, and nobody said that they know of it. */
  BREACH,
  /** A KPI is past critical, and somebody knows of it. */
  BREACH_ACKNOWLEDGED,
  /** Something keeps an objective or a key result from moving, for longer than a few days. */
  BLOCKER,
  /** Nothing says how far it has come. */
  NO_DATA,
  /** Well behind what is expected by now. */
  OFF_TRACK,
  /** A check-in was due, and one full day has passed. */
  OVERDUE,
  /** A KPI has no value although its period and the grace are over. */
  STALE,
  /** A KPI that it must not break is past critical now. */
  GUARDRAIL_RED,
  /** On track, but none of the linked work has moved for a while. */
  SILENT,
  /** The work is done, and the number has not moved. */
  OUTPUT_WITHOUT_OUTCOME,
  /** A KPI is past critical in the period that still runs. */
  EARLY_WARNING,
  /** A KPI gets worse, though it is not past critical. */
  DRIFT,
  /** Somewhat behind what is expected by now. */
  AT_RISK;

  /** How much it asks for. */
  public enum Severity {
    /** Somebody has to do something. */
    ACT,
    /** Somebody should keep an eye on it. */
    WATCH
  }

  /** How much it asks for. */
  public Severity severity() {
    return switch (this) {
      case BREACH_ACKNOWLEDGED, EARLY_WARNING, DRIFT, AT_RISK -> Severity.WATCH;
      default -> Severity.ACT;
    };
  }

  /** What a status asks for; absent where it asks nobody to act. */
  static Optional<AttentionKind> of(Status status) {
    return switch (status) {
      case NO_DATA -> Optional.of(NO_DATA);
      case OFF_TRACK -> Optional.of(OFF_TRACK);
      case OVERDUE -> Optional.of(OVERDUE);
      case GUARDRAIL_RED -> Optional.of(GUARDRAIL_RED);
      case SILENT -> Optional.of(SILENT);
      case OUTPUT_WITHOUT_OUTCOME -> Optional.of(OUTPUT_WITHOUT_OUTCOME);
      case AT_RISK -> Optional.of(AT_RISK);
      case ABANDONED, CLOSED, ACHIEVED, PARTLY, MISSED, TOO_EARLY, ON_TRACK -> Optional.empty();
    };
  }
}
