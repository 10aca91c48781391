package io.bearings.flow;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an issue spent its time, from its creation to its last resolution, or to the instant asked
 * for while it is unresolved. Changes after that do not count.
 *
 * @param spent by status, in the order in which they were first entered
 * @param entered how often each status was entered
 */
public record TimeInStatus(Map<String, Duration> spent, Map<String, Integer> entered) {
  /** The hours spent, by status, in the order in which they were first entered. */
  public Map<String, BigDecimal> hours() {
    Map<String, BigDecimal> hours = new LinkedHashMap<>();
    spent.forEach((name, duration) -> hours.put(name, Durations.hours(duration)));
    return hours;
  }

  /** A change of status. */
  public record Step(Instant at, String to) {}

  /**
   * Where an issue spent its calendar time.
   *
   * @param first the status that the issue was created in
   * @param steps ascending
   * @param resolved the last resolution date
   */
  public static TimeInStatus of(
      Instant created, String first, List<Step> steps, Optional<Instant> resolved, Instant asOf) {
    return of(created, first, steps, resolved, asOf, Stopwatch.CALENDAR);
  }

  /**
   * Where an issue spent its time.
   *
   * @param first the status that the issue was created in
   * @param steps ascending
   * @param resolved the last resolution date
   * @param stopwatch what counts as time
   */
  public static TimeInStatus of(
      Instant created,
      String first,
      List<Step> steps,
      Optional<Instant> resolved,
      Instant asOf,
      Stopwatch stopwatch) {
    Instant end = resolved.orElse(asOf);
    Map<String, Duration> spent = new LinkedHashMap<>();
    Map<String, Integer> entered = new LinkedHashMap<>();
    String status = first;
    Instant since = created;
    entered.put(first, 1);
    for (Step each : steps) {
      if (each.at().isAfter(end)) {
        break;
      }
      spent.merge(status, stopwatch.between(since, each.at()), Duration::plus);
      entered.merge(each.to(), 1, Integer::sum);
      status = each.to();
      since = each.at();
    }
    spent.merge(status, stopwatch.between(since, end), Duration::plus);
    return new TimeInStatus(spent, entered);
  }
}
