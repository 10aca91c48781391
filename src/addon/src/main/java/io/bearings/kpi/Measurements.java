package io.bearings.kpi;

import io.bearings.okr.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where values are kept. Whoever records some makes the KPI due to be judged from the first of
 * their days on. Every call is one transaction; all throw {@link Refusal.Unavailable} while the
 * database cannot be used, and those that write {@link Refusal.NotFound} when there is no such KPI.
 */
public interface Measurements {

  /** Records a value. What it replaces is kept. */
  Measurement add(long kpiId, NewMeasurement value, By by);

  /**
   * Records values in their order, all or none. What they replace is kept.
   *
   * @param values any number; where two are of the same day, span and segment the later one counts
   */
  void addAll(long kpiId, List<NewMeasurement> values, By by);

  /**
   * Records what was computed. A value that is the same as the one that counts is not written, nor
   * is an absent one where there is none.
   *
   * @param values each day, span and segment once
   * @param settled the last day of which a value that differs is kept when it is replaced; values
   *     of later days are still on their way and overwritten
   * @return how many were written
   */
  int renew(long kpiId, List<NewMeasurement> values, LocalDate settled, Instant at);

  /**
   * All that was recorded of the days from one on, with what was replaced, as {@link Series} wants
   * it; in the order of the entries.
   *
   * @param from {@link Judgements#FROM_THE_FIRST} for all
   */
  List<Measurement> since(long kpiId, LocalDate from);

  /**
   * What was recorded, the newest entry first, with what was replaced.
   *
   * @param before only entries with a lower id; {@code Long.MAX_VALUE} for the newest
   * @param limit how many at most, 1 or more
   */
  List<Entry> page(long kpiId, long before, int limit);

  /**
   * Who records, and when.
   *
   * @param personKey the Jira user key; absent when no person does
   */
  record By(Optional<String> personKey, Instant at) {

    /** Another system, or Jira itself. */
    public static By nobody(Instant at) {
      return new By(Optional.empty(), at);
    }
  }

  /**
   * What was once recorded.
   *
   * @param counts whether nothing was recorded of the same day, span and segment after it
   */
  record Entry(Measurement measurement, boolean counts) {}
}
