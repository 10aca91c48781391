package io.bearings.kpi.metric;

import java.math.BigDecimal;

/** How a duration is told: what counts as time, and in which unit it is given. */
public record Timing(Clocked clocked, Unit in) {
  /** Calendar time in hours. */
  public static final Timing CALENDAR_HOURS = new Timing(Clocked.CALENDAR, Unit.HOURS);

  /** Calendar time in days. */
  public static final Timing CALENDAR_DAYS = new Timing(Clocked.CALENDAR, Unit.DAYS);

  /** Units of durations. */
  public enum Unit {
    HOURS(3_600_000, Quantity.HOURS),
    /** Of 24 hours. */
    DAYS(86_400_000, Quantity.DAYS);

    private final BigDecimal millis;
    private final Quantity quantity;

    Unit(long millis, Quantity quantity) {
      this.millis = BigDecimal.valueOf(millis);
      this.quantity = quantity;
    }

    /** How many milliseconds one is. */
    BigDecimal millis() {
      return millis;
    }

    Quantity quantity() {
      return quantity;
    }
  }
}
