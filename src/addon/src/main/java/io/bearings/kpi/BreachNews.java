package io.bearings.kpi;

/**
 * Hears what happened to the breaches of a KPI, after it was stored. Breaches that were over before
 * anybody knew of them, and that moved, are no news. What a late or corrected value opened or
 * closed is news: the breach is open now, and a month's value is often entered after its end.
 *
 * <p>Who stored it may end before it tells, so that the same can be told twice; it is to be heard
 * once.
 */
public interface BreachNews {
  /**
   * Something happened to a breach of a KPI.
   *
   * @param sheet as it is now
   * @param breach as it is stored now
   * @return whether it is seen to; else it is told again
   */
  boolean happened(KpiSheet sheet, Breach breach, BreachStep step);
}
