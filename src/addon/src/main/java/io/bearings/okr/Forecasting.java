package io.bearings.okr;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where key results are heading, for somebody who may read them. Costs four statements, or five
 * where the values are those of a KPI or a metric.
 */
@Named
public final class Forecasting {
  private final Plans plans;
  private final CheckIns checkIns;
  private final OutsideValues outside;
  private final Rulebook rulebook;

  @Inject
  public Forecasting(Plans plans, CheckIns checkIns, OutsideValues outside, Rulebook rulebook) {
    this.plans = plans;
    this.checkIns = checkIns;
    this.outside = outside;
    this.rulebook = rulebook;
  }

  /**
   * Where a key result is heading by all of its check-ins, without those that were corrected, or by
   * the values of the KPI or the metric that it reads. One without a way from a baseline to a
   * target follows no line, and one without a cycle has no values of a window.
   *
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   */
  public Forecast of(Person who, long keyResultId) {
    Plans.SeenKeyResult found = plans.readableKeyResult(who, keyResultId);
    KeyResult keyResult = found.keyResult();
    Goal goal = keyResult.goal();
    if (!Forecast.hasTrend(keyResult.source())) {
      return new Forecast.None(Forecast.Reason.SOURCE);
    }
    if (goal.baseline().isEmpty() || goal.target().isEmpty()) {
      return new Forecast.None(Forecast.Reason.SOURCE);
    }
    Placed placed = found.seen().placed();
    Optional<Window> window =
        placed
            .cycle()
            .map(Placed.Span::days)
            .map(
                days ->
                    Window.of(
                        days.first(), days.last(), keyResult.life().activatedOn(), goal.due()));
    if (window.isEmpty()) {
      return new Forecast.None(Forecast.Reason.TOO_FEW_VALUES);
    }
    BigDecimal successLevel = placed.objective().kind().successLevel();
    return Forecast.of(
        new Forecast.Basis(
            keyResultId,
            keyResult.source(),
            window.get(),
            goal.baseline().get(),
            goal.target().get(),
            successLevel,
            values(keyResult)),
        rulebook.rules().workingDays());
  }

  private List<Readings.Valued> values(KeyResult keyResult) {
    if (keyResult.source().isOutside()) {
      return outside.all(List.of(keyResult)).getOrDefault(keyResult.id(), List.of());
    }
    return Readings.of(
            checkIns.ofAll(List.of(keyResult.id())).stream().map(Forecasting::reading).toList())
        .dailyAsOf(LocalDate.MAX);
  }

  private static Reading reading(CheckIn checkIn) {
    return new Reading(
        checkIn.id(), checkIn.on(), checkIn.at(), checkIn.value(), checkIn.replaces());
  }
}
