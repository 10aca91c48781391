package io.bearings.okr;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where key results are heading, for somebody who may read them. Costs four statements, or five
 * where the values are those of a KPI or a metric, and as many as it costs to look back where it is
 * fed by objectives.
 */
@Named
public final class Forecasting {
  private static final int DAYS_OF_A_WEEK = 7;

  /** What a key result aims at that is fed by objectives: their scores are its values. */
  private static final Goal ALL_OF_IT = Goal.of(BigDecimal.ZERO, BigDecimal.ONE);

  private final Plans plans;
  private final CheckIns checkIns;
  private final OutsideValues outside;
  private final AlignedValues aligned;
  private final Rulebook rulebook;
  private final Clock clock;

  @Inject
  public Forecasting(
      Plans plans,
      CheckIns checkIns,
      OutsideValues outside,
      AlignedValues aligned,
      Rulebook rulebook,
      Clock clock) {
    this.plans = plans;
    this.checkIns = checkIns;
    this.outside = outside;
    this.aligned = aligned;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  /**
   * Where a key result is heading by all of its check-ins, without those that were corrected, by
   * the values of the KPI or the metric that it reads, or by what the objectives that feed it had
   * reached at the end of each week of its window, and have today. One without a way from a
   * baseline to a target follows no line, and one without a cycle has no values of a window.
   *
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   */
  public Forecast of(Person who, long keyResultId) {
    Plans.SeenKeyResult found = plans.readableKeyResult(who, keyResultId);
    KeyResult keyResult = found.keyResult();
    Goal goal = keyResult.source() == Source.ALIGNED ? ALL_OF_IT : keyResult.goal();
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
                        days.first(),
                        days.last(),
                        keyResult.life().activatedOn(),
                        keyResult.goal().due()));
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
            values(who, keyResult, window.get())),
        rulebook.rules().workingDays());
  }

  private List<Readings.Valued> values(Person who, KeyResult keyResult, Window window) {
    if (keyResult.source() == Source.ALIGNED) {
      return aligned.onDays(who, keyResult, weeklyUntilToday(window));
    }
    if (keyResult.source().isOutside()) {
      return outside.all(List.of(keyResult)).getOrDefault(keyResult.id(), List.of());
    }
    return Readings.of(
            checkIns.ofAll(List.of(keyResult.id())).stream().map(Forecasting::reading).toList())
        .dailyAsOf(LocalDate.MAX);
  }

  /** The last day of each week since the first day, and today or the last day. */
  private List<LocalDate> weeklyUntilToday(Window window) {
    LocalDate today = LocalDate.now(clock);
    LocalDate last = today.isBefore(window.last()) ? today : window.last();
    return Stream.concat(
            Stream.iterate(
                window.first().plusDays(DAYS_OF_A_WEEK - 1),
                day -> day.isBefore(last),
                day -> day.plusDays(DAYS_OF_A_WEEK)),
            Stream.of(last).filter(day -> !day.isBefore(window.first())))
        .toList();
  }

  private static Reading reading(CheckIn checkIn) {
    return new Reading(
        checkIn.id(), checkIn.on(), checkIn.at(), checkIn.value(), checkIn.replaces());
  }
}
