package io.bearings.review;

import io.bearings.kpi.KpiBreach;
import io.bearings.kpi.Served;
import io.bearings.okr.Calibration;
import io.bearings.okr.CheckIn;
import io.bearings.okr.Cycle;
import io.bearings.okr.Objective;
import io.bearings.okr.Unit;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.talk.Blocker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a cycle came to in a unit: the matrix of KPIs and results, and why each objective that was
 * not achieved was not.
 *
 * @param end the last day that is looked at: that of the cycle, or today while it runs
 * @param zone the time zone of the site
 * @param objectives those that were pursued, oldest first
 * @param abandoned those that were given up
 * @param drafts those that were never published
 * @param hidden how many published ones the person may not read
 * @param kpis those of the unit and those that serve one of the objectives
 * @param breaches those that fell into the cycle, the earliest first
 * @param blockers those of the objectives that blocked in the cycle, the newest first
 * @param carryOvers objectives that are pursued in the third cycle or a later one
 */
public record Retrospective(
    Unit unit,
    Cycle cycle,
    LocalDate end,
    ZoneId zone,
    List<Examined> objectives,
    List<ObjectiveFigures> abandoned,
    List<Objective> drafts,
    int hidden,
    List<Watched> kpis,
    List<Broken> breaches,
    List<Blocker> blockers,
    Calibrated calibration,
    List<CarryOver> carryOvers) {
  public Retrospective {
    objectives = List.copyOf(objectives);
    abandoned = List.copyOf(abandoned);
    drafts = List.copyOf(drafts);
    kpis = List.copyOf(kpis);
    breaches = List.copyOf(breaches);
    blockers = List.copyOf(blockers);
    carryOvers = List.copyOf(carryOvers);
  }

  /** Whether the cycle is over, so that nothing can move any more. */
  public boolean isOver() {
    return !end.isBefore(cycle.last());
  }

  /**
   * A KPI over the cycle.
   *
   * @param part how it serves the objective that it is listed with; absent in the list of all, and
   *     where no KPI serves the objective
   */
  public record Watched(KpiRef kpi, KpiHealth health, Optional<Served.Part> part) {}

  /**
   * An objective that was pursued.
   *
   * @param kpis those that it is judged with: those that serve it, or else all of the unit
   * @param health how they fared together
   * @param quadrant absent where too little is known
   * @param keyResults those that were not given up
   * @param givenUp how many key results were given up
   */
  public record Examined(
      ObjectiveFigures figures,
      ObjectiveResult.Ended ended,
      List<Watched> kpis,
      Health health,
      Optional<Quadrant> quadrant,
      Circumstances circumstances,
      Diagnosis diagnosis,
      List<Told> keyResults,
      int givenUp) {
    public Examined {
      kpis = List.copyOf(kpis);
      keyResults = List.copyOf(keyResults);
    }
  }

  /**
   * What was said of a key result on its way.
   *
   * @param checkIns those in force, by day
   * @param slots how many check-ins were due
   * @param kept how many of them came before they were overdue
   */
  public record Told(Gauge keyResult, List<CheckIn> checkIns, int slots, int kept) {
    public Told {
      checkIns = List.copyOf(checkIns);
    }
  }

  /** A breach of a KPI. */
  public record Broken(KpiRef kpi, KpiBreach breach) {}

  /**
   * How well confidence foretold success in the unit.
   *
   * @param pairs how many times it was said at a quarter, half and three quarters of a window
   * @param brier 0 is perfect, 0.25 is what always saying 5 gives; absent below 20 pairs
   */
  public record Calibrated(int pairs, Optional<BigDecimal> brier) {
    static Calibrated of(List<Calibration.Pair> pairs) {
      return new Calibrated(pairs.size(), Calibration.brier(pairs));
    }
  }

  /**
   * An objective that comes back cycle after cycle, by its title.
   *
   * @param cycles the names of the cycles, this one first
   * @param owners how many people owned it
   * @param lowered how often a target of it was lowered in this cycle
   */
  public record CarryOver(Objective objective, List<String> cycles, int owners, int lowered) {
    public CarryOver {
      cycles = List.copyOf(cycles);
    }
  }
}
