package io.bearings.okr;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The entries about one key result, and which of them counts. Of several the last by effective date
 * counts, then the last by time of entry; an entry that a known correction names does not count.
 */
public final class Readings {
  private static final Comparator<Reading> BY_DAY_THEN_ENTRY =
      Comparator.comparing(Reading::effective)
          .thenComparing(Reading::recorded)
          .thenComparingLong(Reading::id);

  private final List<Reading> known;

  private Readings(List<Reading> known) {
    this.known = known;
  }

  /** All that was ever entered, in any order. */
  public static Readings of(Collection<Reading> entries) {
    return new Readings(List.copyOf(entries));
  }

  /** What was known at a moment, that moment included. */
  public Readings knownAt(Instant moment) {
    return new Readings(known.stream().filter(entry -> !entry.recorded().isAfter(moment)).toList());
  }

  /** What was known when a day was over. */
  public Readings knownOn(LocalDate day, ZoneId zone) {
    Instant over = day.plusDays(1).atStartOfDay(zone).toInstant();
    return new Readings(known.stream().filter(entry -> entry.recorded().isBefore(over)).toList());
  }

  /**
   * The entries with a value that count on a day, oldest first. A correction takes effect whatever
   * day it is about itself.
   */
  public List<Reading> asOf(LocalDate day) {
    Set<Long> replaced =
        known.stream().flatMap(entry -> entry.replaces().stream()).collect(Collectors.toSet());
    return known.stream()
        .filter(entry -> entry.value().isPresent())
        .filter(entry -> !replaced.contains(entry.id()))
        .filter(entry -> !entry.effective().isAfter(day))
        .sorted(BY_DAY_THEN_ENTRY)
        .toList();
  }

  /** The entry that says what the value is on a day. */
  public Optional<Reading> lastAsOf(LocalDate day) {
    List<Reading> counting = asOf(day);
    return counting.isEmpty() ? Optional.empty() : Optional.of(counting.get(counting.size() - 1));
  }

  /** The value of each day that has one, up to a day, oldest first. */
  public List<Valued> dailyAsOf(LocalDate day) {
    TreeMap<LocalDate, BigDecimal> daily = new TreeMap<>();
    asOf(day).forEach(entry -> entry.value().ifPresent(it -> daily.put(entry.effective(), it)));
    List<Valued> values = new ArrayList<>(daily.size());
    daily.forEach((date, value) -> values.add(new Valued(date, value)));
    return values;
  }

  /** A value and the day that it is about. */
  public record Valued(LocalDate date, BigDecimal value) {}
}
