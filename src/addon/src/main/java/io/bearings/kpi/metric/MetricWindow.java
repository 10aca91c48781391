package io.bearings.kpi.metric;

import io.bearings.flow.DoneColumn;
import io.bearings.flow.Period;
import io.bearings.flow.Release;
import io.bearings.flow.Sprint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What a metric has one value for. */
public sealed interface MetricWindow {

  /** Whether it was over before the day, or the moment, of an instant. */
  default boolean isOverBefore(Instant instant) {
    if (this instanceof Days days) {
      return days.period().last().isBefore(days.period().dayOf(instant));
    }
    return this instanceof InSprint in
        && in.sprint().complete().filter(instant::isAfter).isPresent();
  }

  /** Days of the calendar, first and last included: a period, or a rolling window. */
  record Days(Period period) implements MetricWindow {}

  /**
   * A sprint. What happened in it happened after the second of its start and until the end of the
   * second of its completion, to issues that are in it then.
   *
   * @param done what counts as done on its board; only sums of the sprint report ask
   */
  record InSprint(Sprint sprint, DoneColumn done) implements MetricWindow {}

  /**
   * A version: what ever happened, until the end of the day on which it was released, to issues
   * that have it as a fix version then.
   */
  record InRelease(Release release) implements MetricWindow {}

  /**
   * The days up to one.
   *
   * @param days how many, that day included; 1 or more
   */
  static MetricWindow rolling(LocalDate last, int days, ZoneId zone) {
    return new Days(new Period(last.minusDays(days - 1L), last, zone));
  }
}
