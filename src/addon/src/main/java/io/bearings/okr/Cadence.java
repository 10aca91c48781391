package io.bearings.okr;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * When a unit checks in: a slot every so many weeks, or each month.
 *
 * <p>A slot that falls on a holiday moves to the working day before it, and so does a monthly one
 * that falls on a weekend; a weekly one on a Saturday or Sunday was chosen so and stays. A slot
 * that would leave its window in this way is left out.
 *
 * @param setting how often, and on which day
 * @param from the first day of the cycle: slots every two or three weeks are counted from the first
 *     such day on or after it
 */
public record Cadence(CadenceSetting setting, LocalDate from, WorkingDays workingDays) {

  /** The slots of a window; two that move to one day are one. */
  public Slots slots(Window window) {
    List<LocalDate> slots = new ArrayList<>();
    long index = Math.max(0, indexBefore(window.first()));
    LocalDate planned = planned(index);
    while (!planned.isAfter(window.last())) {
      LocalDate slot = moved(planned);
      boolean isNew = slots.isEmpty() || slot.isAfter(slots.get(slots.size() - 1));
      if (!slot.isBefore(window.first()) && isNew) {
        slots.add(slot);
      }
      index++;
      planned = planned(index);
    }
    return new Slots(slots);
  }

  /**
   * When people are reminded of a slot. An hour that a clock change leaves out is the one after it.
   */
  public Instant remindsAt(LocalDate slot, ZoneId zone) {
    return slot.atTime(setting.hour(), 0).atZone(zone).toInstant();
  }

  private LocalDate planned(long index) {
    return isMonthly()
        ? firstMonth().plusMonths(index).atDay(setting.dayOfMonth())
        : firstWeekly().plusWeeks(index * weeks());
  }

  /** The index of the last planned slot on or before a day; negative when there is none. */
  private long indexBefore(LocalDate day) {
    return isMonthly()
        ? ChronoUnit.MONTHS.between(firstMonth(), YearMonth.from(day)) - 1
        : Math.floorDiv(ChronoUnit.WEEKS.between(firstWeekly(), day), (long) weeks());
  }

  private LocalDate firstWeekly() {
    return from.with(TemporalAdjusters.nextOrSame(setting.day()));
  }

  private YearMonth firstMonth() {
    YearMonth month = YearMonth.from(from);
    return month.atDay(setting.dayOfMonth()).isBefore(from) ? month.plusMonths(1) : month;
  }

  private LocalDate moved(LocalDate planned) {
    boolean moves =
        workingDays.isHoliday(planned) || isMonthly() && !workingDays.isWorkingDay(planned);
    return moves ? workingDays.previous(planned) : planned;
  }

  private boolean isMonthly() {
    return setting.every() == CadenceSetting.Every.MONTHLY;
  }

  private int weeks() {
    return switch (setting.every()) {
      case EVERY_TWO_WEEKS -> 2;
      case EVERY_THREE_WEEKS -> 3;
      default -> 1;
    };
  }
}
