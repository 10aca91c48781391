package io.bearings.review;

import io.bearings.okr.Capacity;
import io.bearings.okr.Window;
import io.bearings.okr.WorkingDays;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much a unit can work on its objectives in a cycle.
 *
 * @param capacity what the unit says about itself
 * @param weekdays the days from Monday to Friday in the cycle
 * @param workingDays those of them that are no holiday
 */
public record CycleCapacity(Capacity capacity, int weekdays, int workingDays) {

  /** The capacity of a unit in the days of a cycle. */
  public static CycleCapacity of(Capacity capacity, Window days, WorkingDays workingDays) {
    return new CycleCapacity(capacity, WorkingDays.NO_HOLIDAYS.in(days), workingDays.in(days));
  }

  /** The days that holidays take out of the cycle. */
  public int holidays() {
    return weekdays - workingDays;
  }

  /** All hours of work: members × working days × hours a day; absent while there are no members. */
  public Optional<BigDecimal> allHours() {
    return capacity.members() == 0
        ? Optional.empty()
        : Optional.of(
            capacity
                .hoursPerDay()
                .multiply(BigDecimal.valueOf(capacity.members()))
                .multiply(BigDecimal.valueOf(workingDays)));
  }

  /** The hours that are free for objectives: all hours × focus share. */
  public Optional<BigDecimal> hours() {
    return allHours().map(all -> all.multiply(capacity.focusShare()));
  }
}
