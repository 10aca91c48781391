package io.bearings.kpi;

import static java.util.stream.Collectors.toMap;

import io.bearings.okr.Readings.Valued;
import io.bearings.okr.Unit;
import io.bearings.okr.Units;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which inputs hold for a unit: its own, and for what it does not state those of units above. */
@Named
public final class InputsInForce {
  private final StatedInputs stated;
  private final Units units;

  @Inject
  public InputsInForce(StatedInputs stated, Units units) {
    this.stated = stated;
    this.units = units;
  }

  /** What holds for a unit. */
  public UnitInputs of(long unitId) {
    List<Long> path = path(unitId);
    Map<Long, UnitInputs> byUnit =
        stated.of(path).stream().collect(toMap(UnitInputs::unitId, it -> it));
    UnitInputs inForce = byUnit.getOrDefault(unitId, UnitInputs.none(unitId));
    for (long above : path) {
      inForce = inForce.over(byUnit.getOrDefault(above, UnitInputs.none(above)));
    }
    return inForce;
  }

  /** A unit and those above it, the nearest first. */
  private List<Long> path(long unitId) {
    Map<Long, Unit> all = units.all().stream().collect(toMap(Unit::id, it -> it));
    Set<Long> seen = new HashSet<>();
    List<Long> path = new ArrayList<>();
    Optional<Long> next = Optional.of(unitId);
    while (next.isPresent() && seen.add(next.get())) {
      path.add(next.get());
      next = Optional.ofNullable(all.get(next.get())).flatMap(Unit::parentId);
    }
    return path;
  }

  /** The number that holds on a day: the last one until then. */
  static Optional<BigDecimal> inForce(List<Valued> values, LocalDate day) {
    return values.stream()
        .filter(each -> !each.date().isAfter(day))
        .reduce((one, later) -> later)
        .map(Valued::value);
  }

  /** What of the budget that holds on a day was planned to be spent by then. */
  static Optional<BigDecimal> planned(UnitInputs inputs, LocalDate day) {
    LocalDate since =
        inputs.budget().stream()
            .map(Valued::date)
            .filter(date -> !date.isAfter(day))
            .reduce((one, later) -> later)
            .orElse(LocalDate.MIN);
    return inputs.phasing().stream()
        .filter(each -> !each.date().isBefore(since) && !each.date().isAfter(day))
        .map(Valued::value)
        .reduce(BigDecimal::add);
  }
}
