package io.bearings.okr;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The days on which a check-in is due, in the owner's own time zone. A slot has its check-in when
 * there is one after the slot before it, be it early, on the day or late.
 *
 * @param days in order, each once
 */
public record Slots(List<LocalDate> days) {
  private static final LocalTime CLOSING = LocalTime.of(23, 59);

  /** How many calendar days after its day a slot is overdue from. */
  private static final int OVERDUE_DAYS = 2;

  public Slots {
    days = List.copyOf(days);
  }

  /** The last slot whose day has begun. */
  public Optional<LocalDate> last(Instant at, ZoneId zone) {
    return lastUntil(at.atZone(zone).toLocalDate());
  }

  /** The first slot whose day is not over; on the day of a slot that slot. */
  public Optional<LocalDate> next(Instant at, ZoneId zone) {
    LocalDate today = at.atZone(zone).toLocalDate();
    return days.stream().filter(day -> !day.isBefore(today)).findFirst();
  }

  /**
   * Whether a check-in is due or overdue.
   *
   * @param lastCheckIn the day of the last check-in
   */
  public CheckInDuty duty(Instant at, ZoneId zone, Optional<LocalDate> lastCheckIn) {
    LocalDate today = at.atZone(zone).toLocalDate();
    Optional<LocalDate> past = lastUntil(today.minusDays(OVERDUE_DAYS));
    if (past.filter(slot -> isOpen(slot, lastCheckIn)).isPresent()) {
      return CheckInDuty.OVERDUE;
    }
    return lastUntil(today).filter(slot -> isOpen(slot, lastCheckIn)).isPresent()
        ? CheckInDuty.DUE
        : CheckInDuty.NOTHING_DUE;
  }

  /**
   * The first slot without its check-in whose day has begun.
   *
   * @param lastCheckIn the day of the last check-in
   */
  public Optional<LocalDate> open(Instant at, ZoneId zone, Optional<LocalDate> lastCheckIn) {
    LocalDate today = at.atZone(zone).toLocalDate();
    return days.stream()
        .filter(day -> !day.isAfter(today))
        .filter(day -> isOpen(day, lastCheckIn))
        .findFirst();
  }

  /**
   * The slots without their check-in within some days, the first and the last included.
   *
   * @param lastCheckIn the day of the last check-in
   */
  public List<LocalDate> open(LocalDate first, LocalDate last, Optional<LocalDate> lastCheckIn) {
    return days.stream()
        .filter(day -> !day.isBefore(first) && !day.isAfter(last))
        .filter(day -> isOpen(day, lastCheckIn))
        .toList();
  }

  /** The first day on which a slot without its check-in is overdue. */
  public static LocalDate overdueOn(LocalDate slot) {
    return slot.plusDays(OVERDUE_DAYS);
  }

  /** Whether a slot without its check-in is overdue on a day. */
  public static boolean isOverdue(LocalDate slot, LocalDate today) {
    return !slot.plusDays(OVERDUE_DAYS).isAfter(today);
  }

  /** When a slot closes: at 23:59 of its day. */
  public static Instant closesAt(LocalDate slot, ZoneId zone) {
    return slot.atTime(CLOSING).atZone(zone).toInstant();
  }

  /** From when on a slot without a check-in is overdue: the start of the second day after it. */
  public static Instant overdueFrom(LocalDate slot, ZoneId zone) {
    return slot.plusDays(OVERDUE_DAYS).atStartOfDay(zone).toInstant();
  }

  /**
   * How many slots got their check-in before they were overdue.
   *
   * @param entered the days of all check-ins
   */
  public int kept(Collection<LocalDate> entered) {
    return (int)
        days.stream().filter(slot -> entered.stream().anyMatch(day -> isFor(day, slot))).count();
  }

  private boolean isFor(LocalDate entered, LocalDate slot) {
    Optional<LocalDate> previous = lastUntil(slot.minusDays(1));
    return !isOverdue(slot, entered) && previous.filter(it -> !entered.isAfter(it)).isEmpty();
  }

  private boolean isOpen(LocalDate slot, Optional<LocalDate> lastCheckIn) {
    Optional<LocalDate> previous = lastUntil(slot.minusDays(1));
    return lastCheckIn.filter(day -> previous.filter(it -> !day.isAfter(it)).isEmpty()).isEmpty();
  }

  private Optional<LocalDate> lastUntil(LocalDate day) {
    for (int i = days.size() - 1; i >= 0; i--) {
      if (!days.get(i).isAfter(day)) {
        return Optional.of(days.get(i));
      }
    }
    return Optional.empty();
  }
}
