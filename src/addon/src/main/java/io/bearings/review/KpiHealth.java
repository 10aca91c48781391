package io.bearings.review;

import io.bearings.kpi.KpiStatus;
import io.bearings.okr.Decimals;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/**
 * How one KPI fared over a cycle.
 *
 * @param amberOnly whether it is not healthy though no period was red
 * @param periods how many periods of it ended in the cycle
 * @param observed how many of them had a value that could be judged
 * @param green how many were green
 * @param red how many were red
 */
public record KpiHealth(
    Health health, boolean amberOnly, int periods, int observed, int green, int red) {
  /** Under this many percent of observed periods nothing is known. */
  private static final int OBSERVED_PERCENT = 60;

  /** From this many percent of green periods on it is healthy. */
  private static final int GREEN_PERCENT = 90;

  private static final int WHOLE = 100;

  /**
   * Judges a KPI by its closed periods. A red one is not healthy whatever was observed.
   *
   * @param statuses of all periods of the cycle, in any order
   */
  public static KpiHealth of(Collection<KpiStatus> statuses) {
    int periods = statuses.size();
    int green = count(statuses, KpiStatus.GREEN);
    int red = count(statuses, KpiStatus.RED);
    int observed = green + red + count(statuses, KpiStatus.AMBER);
    Health health = health(periods, observed, green, red);
    return new KpiHealth(
        health, health == Health.NOT_HEALTHY && red == 0, periods, observed, green, red);
  }

  private static int count(Collection<KpiStatus> statuses, KpiStatus wanted) {
    return (int) statuses.stream().filter(each -> each == wanted).count();
  }

  private static Health health(int periods, int observed, int green, int red) {
    if (red > 0) {
      return Health.NOT_HEALTHY;
    }
    if (!isObserved(observed, periods)) {
      return Health.NOT_KNOWN;
    }
    return green * WHOLE >= observed * GREEN_PERCENT ? Health.HEALTHY : Health.NOT_HEALTHY;
  }

  /** Whether enough periods of some were observed to say anything. */
  static boolean isObserved(int observed, int periods) {
    return observed > 0 && observed * WHOLE >= periods * OBSERVED_PERCENT;
  }

  /** Observed ÷ all periods, 0 to 1; absent where there was none. */
  public Optional<BigDecimal> observedShare() {
    return share(observed, periods);
  }

  /** Green ÷ observed periods, 0 to 1; absent where nothing was observed. */
  public Optional<BigDecimal> greenShare() {
    return share(green, observed);
  }

  private static Optional<BigDecimal> share(int part, int whole) {
    return whole == 0
        ? Optional.empty()
        : Optional.of(Decimals.quotient(BigDecimal.valueOf(part), BigDecimal.valueOf(whole)));
  }
}
