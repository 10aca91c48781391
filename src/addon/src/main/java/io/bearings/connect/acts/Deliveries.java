package io.bearings.connect.acts;

import io.bearings.okr.Refusal;
import java.time.Instant;
import java.util.List;

/**
 * The log of calls. Every call of this is one transaction, and throws {@link Refusal.Unavailable}
 * while the database cannot be used.
 */
public interface Deliveries {

  /** Adds an entry. */
  void add(Delivery delivery);

  /**
   * The calls because of a KPI, newest first.
   *
   * @param before only entries with a lower id; {@code Long.MAX_VALUE} for the newest
   * @param limit how many at most, 1 or more
   */
  List<Entry> ofKpi(long kpiId, long before, int limit);

  /**
   * The calls because of any KPI, newest first.
   *
   * @param before only entries with a lower id; {@code Long.MAX_VALUE} for the newest
   * @param limit how many at most, 1 or more
   */
  List<Entry> all(long before, int limit);

  /** Forgets what was begun before a moment. */
  void forget(Instant before);

  /**
   * A try to call.
   *
   * @param millis how long it took
   */
  record Delivery(
      long actId,
      long kpiId,
      Happening happening,
      String url,
      Instant begun,
      long millis,
      Network.Answer answer) {}

  /** An entry of the log. */
  record Entry(long id, Delivery delivery) {}
}
