package io.bearings.okr;

import io.bearings.okr.Readings.Valued;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What all check-ins of a key result amount to, to be kept beside it. */
public final class RecordedValues {
  /** How many values a spark line shows. */
  public static final int SPARK = 12;

  private static final Comparator<Entry> BY_DAY_THEN_ENTRY =
      Comparator.comparing(Entry::on).thenComparing(Entry::at).thenComparingLong(Entry::id);

  private RecordedValues() {}

  /**
   * A check-in as far as it matters here.
   *
   * @param confidence 0 to 10
   */
  public record Entry(
      long id,
      LocalDate on,
      Instant at,
      Optional<BigDecimal> value,
      int confidence,
      String byKey,
      Optional<Long> replaces) {

    Reading reading() {
      return new Reading(id, on, at, value, replaces);
    }
  }

  /**
   * What the check-ins amount to.
   *
   * @param latest the last one that nobody corrected, by the day that it is about, then by its
   *     entry
   * @param values one a day, oldest first
   * @param firstAt when the first of all was entered
   */
  public record Sum(Optional<Entry> latest, List<Valued> values, Optional<Instant> firstAt) {
    public Sum {
      values = List.copyOf(values);
    }
  }

  /** The value that counts, of values one a day, oldest first. */
  public static Optional<Valued> current(List<Valued> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** The last values, oldest first. */
  public static List<Valued> spark(List<Valued> values) {
    return values.subList(Math.max(0, values.size() - SPARK), values.size());
  }

  /**
   * How many pieces of evidence there were on each day on which one came to it, oldest first.
   *
   * @param days the days that the confirmed pieces are about, in any order
   */
  public static List<Valued> counts(Collection<LocalDate> days) {
    TreeMap<LocalDate, BigDecimal> counts = new TreeMap<>();
    int count = 0;
    for (LocalDate day : days.stream().sorted().toList()) {
      count++;
      counts.put(day, BigDecimal.valueOf(count));
    }
    List<Valued> daily = new ArrayList<>(counts.size());
    counts.forEach((day, value) -> daily.add(new Valued(day, value)));
    return daily;
  }

  /** The sum of all check-ins of a key result, in any order. */
  public static Sum of(Collection<Entry> entries) {
    Set<Long> replaced =
        entries.stream().flatMap(each -> each.replaces().stream()).collect(Collectors.toSet());
    return new Sum(
        entries.stream().filter(each -> !replaced.contains(each.id())).max(BY_DAY_THEN_ENTRY),
        Readings.of(entries.stream().map(Entry::reading).toList()).dailyAsOf(LocalDate.MAX),
        entries.stream().map(Entry::at).min(Comparator.naturalOrder()));
  }
}
