package io.bearings.kpi;

import java.util.List;

/**
 * Hears what happened to the breaches of a KPI, after it was stored. Breaches that were over before
 * anybody knew of them, and that moved, are part of it so that pages and logs are right, but nobody
 * is to be notified of them. What a late or corrected value opened or closed is news: the breach is
 * open now, and a month's value is often entered after its end.
 */
public interface BreachNews {
  /**
   * Something happened to the breaches of a KPI.
   *
   * @param sheet as it is now
   * @param events in the order of the breaches; those of one that is stored carry its id
   */
  void happened(KpiSheet sheet, List<BreachEvent> events);

  /**
   * Nobody acknowledged a breach for two working days, so that the lead is to hear of it. Told once
   * for each breach.
   *
   * @param sheet as it is now
   * @param breach as it is stored now
   */
  void escalated(KpiSheet sheet, Breach breach);
}
