package io.bearings.kpi;

/**
 * When a KPI gets a value.
 *
 * @param aggregation how several values of one period become one
 * @param accumulating whether the value grows from the first day of a period to its last, so that
 *     it is compared with the share of the target that the elapsed days make
 * @param graceDays how many calendar days after its end a period may still wait for its value; 0 or
 *     more
 */
public record Rhythm(
    Frequency frequency, Aggregation aggregation, boolean accumulating, int graceDays) {
  /** One value a month, the last one. */
  public static final Rhythm DEFAULT = new Rhythm(Frequency.MONTHLY, Aggregation.LAST, false, 0);

  /** Another frequency, else the same. */
  public Rhythm at(Frequency other) {
    return new Rhythm(other, aggregation, accumulating, graceDays);
  }
}
