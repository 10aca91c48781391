package io.bearings.kpi;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The measurements of one KPI that count, for its total or for one segment. The order in which they
 * were recorded does not matter: for each day the newest one counts.
 */
public final class Series {
  private static final Comparator<Measurement> BY_ENTRY =
      Comparator.comparing(Measurement::at).thenComparing(Measurement::id);
  private static final Comparator<Measurement> BY_DAY =
      Comparator.comparing(Measurement::on).thenComparing(BY_ENTRY);

  private final List<Entry> entries;

  private Series(List<Entry> entries) {
    this.entries = entries;
  }

  /** A measurement that counts, and whether it says something else than one that it replaces. */
  private record Entry(Measurement measurement, boolean corrects) {
    Aggregation.Part part() {
      return new Aggregation.Part(measurement.value().orElseThrow(), measurement.of());
    }

    boolean hasValue() {
      return measurement.value().isPresent();
    }
  }

  /** What a measurement is true of. */
  private record About(LocalDate on, Optional<String> span) {}

  /** All that was ever recorded of the total. */
  public static Series of(Collection<Measurement> recorded) {
    return of(recorded, Optional.empty());
  }

  /**
   * All that was ever recorded of a segment.
   *
   * @param segment absent: of the total
   */
  public static Series of(Collection<Measurement> recorded, Optional<Segment> segment) {
    Map<About, List<Measurement>> all = new HashMap<>();
    for (Measurement each : recorded) {
      if (each.segment().equals(segment)) {
        all.computeIfAbsent(new About(each.on(), each.span()), any -> new ArrayList<>()).add(each);
      }
    }
    return new Series(
        all.values().stream()
            .map(Series::newest)
            .sorted(Comparator.comparing(Entry::measurement, BY_DAY))
            .toList());
  }

  private static Entry newest(List<Measurement> ofOneDay) {
    Measurement newest = ofOneDay.stream().max(BY_ENTRY).orElseThrow();
    boolean corrects = ofOneDay.stream().anyMatch(each -> !saysTheSame(each, newest));
    return new Entry(newest, corrects);
  }

  private static boolean saysTheSame(Measurement one, Measurement other) {
    return isSame(one.value(), other.value()) && isSame(one.of(), other.of());
  }

  static boolean isSame(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.map(BigDecimal::stripTrailingZeros)
        .equals(other.map(BigDecimal::stripTrailingZeros));
  }

  /** What had been recorded by an instant, that instant included. */
  public static List<Measurement> knownAt(Collection<Measurement> recorded, Instant instant) {
    return recorded.stream().filter(each -> !each.at().isAfter(instant)).toList();
  }

  /** The measurements that count, in the order of their days. */
  public List<Measurement> counting() {
    return entries.stream().map(Entry::measurement).toList();
  }

  /** Those of them that belong to no period, such as a day between two sprints. */
  public List<Measurement> outside(Periods periods) {
    return counting().stream().filter(each -> periods.of(each).isEmpty()).toList();
  }

  /** The value of each of the periods that have a day in common with these days. */
  public List<PeriodValue> values(
      Periods periods, Aggregation how, LocalDate first, LocalDate last) {
    Map<Period, List<Entry>> byPeriod = new HashMap<>();
    for (Entry entry : entries) {
      periods
          .of(entry.measurement())
          .ifPresent(
              period -> byPeriod.computeIfAbsent(period, any -> new ArrayList<>()).add(entry));
    }
    return periods.between(first, last).stream()
        .map(period -> value(period, byPeriod.getOrDefault(period, List.of()), how))
        .toList();
  }

  private static PeriodValue value(Period period, List<Entry> entries, Aggregation how) {
    List<Entry> valued = entries.stream().filter(Entry::hasValue).toList();
    return new PeriodValue(
        period,
        how.of(valued.stream().map(Entry::part).toList()),
        valued.stream().map(Entry::measurement).toList(),
        entries.stream().anyMatch(Entry::corrects));
  }

  /**
   * For each Sunday of these days the value of the stretch that ends on it and is as long as a
   * period of the KPI, so that a KPI of long periods is seen to drift within them.
   *
   * @param frequency every two weeks, monthly, quarterly or yearly
   * @throws IllegalArgumentException for any other
   */
  public List<PeriodValue> runningValues(
      Frequency frequency, Aggregation how, LocalDate first, LocalDate last) {
    List<PeriodValue> values = new ArrayList<>();
    LocalDate sunday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    while (!sunday.isAfter(last)) {
      Period stretch = stretch(frequency, sunday);
      values.add(value(stretch, within(stretch), how));
      sunday = sunday.plusWeeks(1);
    }
    return values;
  }

  /**
   * The days that are as long as a period and end on a day.
   *
   * @throws IllegalArgumentException unless the periods are of the calendar and longer than a week
   */
  public static Period stretch(Frequency frequency, LocalDate last) {
    LocalDate before =
        switch (frequency) {
          case EVERY_TWO_WEEKS -> last.minusWeeks(2);
          case MONTHLY -> last.minusMonths(1);
          case QUARTERLY -> last.minusMonths(3);
          case YEARLY -> last.minusYears(1);
          default -> throw new IllegalArgumentException(frequency + " is not slow");
        };
    return Period.of(before.plusDays(1), last);
  }

  private List<Entry> within(Period stretch) {
    return entries.subList(firstAfter(stretch.first().minusDays(1)), firstAfter(stretch.last()));
  }

  private int firstAfter(LocalDate day) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (entries.get(middle).measurement().on().isAfter(day)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
