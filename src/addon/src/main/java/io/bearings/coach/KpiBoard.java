package io.bearings.coach;

import java.util.List;
import java.util.Optional;

/**
 * The KPIs that are watched together.
 *
 * @param kpis in the order of the board
 * @param cycleDays how many calendar days the cycle has that runs; absent while none does
 */
public record KpiBoard(List<Watched> kpis, Optional<Long> cycleDays) {
  public KpiBoard {
    kpis = List.copyOf(kpis);
  }

  /**
   * A KPI on a board.
   *
   * @param key KPI-7
   */
  public record Watched(String key, KpiText text, KpiYear year) {}
}
