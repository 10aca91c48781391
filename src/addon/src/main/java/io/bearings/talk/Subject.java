package io.bearings.talk;

/**
 * What people talk about.
 *
 * @param id of the objective, key result, check-in or KPI
 */
public record Subject(Kind kind, long id) {

  /** What can have a thread; of a KPI people are told only. */
  public enum Kind {
    OBJECTIVE,
    KEY_RESULT,
    CHECK_IN,
    KPI
  }

  /** An objective. */
  public static Subject objective(long id) {
    return new Subject(Kind.OBJECTIVE, id);
  }

  /** A key result. */
  public static Subject keyResult(long id) {
    return new Subject(Kind.KEY_RESULT, id);
  }

  /** A check-in of a key result. */
  public static Subject checkIn(long id) {
    return new Subject(Kind.CHECK_IN, id);
  }

  /** A KPI. */
  public static Subject kpi(long id) {
    return new Subject(Kind.KPI, id);
  }
}
