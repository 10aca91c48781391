package io.bearings.kpi.metric;

import java.time.Instant;

/**
 * What is known of the past when windows are counted.
 *
 * @param instant nothing later is known; a window that ends later runs
 * @param asThen whether a window is told as it was known at its own end; else a resolution that was
 *     taken back afterwards no longer counts
 */
public record AsOf(Instant instant, boolean asThen) {

  /** All that is known at an instant. */
  public static AsOf at(Instant instant) {
    return new AsOf(instant, false);
  }

  /** Each window as it was known at its end, and what runs at an instant. */
  public static AsOf then(Instant instant) {
    return new AsOf(instant, true);
  }
}
