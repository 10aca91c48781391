package io.bearings.kpi.formula;

import io.bearings.kpi.formula.Quantity.Base;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What Jira does not know and somebody states: for a unit, perhaps for each period. */
public enum Input implements Reference {
  /** What an hour of work costs in the unit. */
  HOURLY_RATE(Quantity.of(Base.CURRENCY).per(Quantity.of(Base.HOURS))),
  /** The whole budget. */
  BUDGET(Quantity.of(Base.CURRENCY)),
  /** The part of the budget that was planned to be spent by the end of the period. */
  BUDGET_TO_DATE(Quantity.of(Base.CURRENCY)),
  /** The working hours of all members in the period. */
  CAPACITY_HOURS(Quantity.of(Base.HOURS)),
  /** How many people belong to the unit. */
  MEMBERS(Quantity.of(Base.COUNT)),
  /** The working days of the period. */
  WORKING_DAYS(Quantity.of(Base.DAYS));

  private final Quantity quantity;

  Input(Quantity quantity) {
    this.quantity = quantity;
  }

  /** As it is written in a formula. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it counts. */
  public Quantity quantity() {
    return quantity;
  }

  static Optional<Input> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equalsIgnoreCase(word)).findFirst();
  }
}
