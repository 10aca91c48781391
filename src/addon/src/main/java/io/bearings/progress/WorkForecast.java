package io.bearings.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** When linked work will be done if the coming weeks are like past ones. */
public sealed interface WorkForecast {

  /** Why there is no forecast. */
  enum Reason {
    /** It is not fed by issues, or it has no end. */
    SOURCE,
    /** Nothing is linked, or nothing that is in scope. */
    NOTHING_LINKED,
    /** Success is reached already. */
    REACHED,
    /** Fewer than six whole weeks have passed since the team finished something. */
    TOO_FEW_WEEKS
  }

  /** There is none. */
  record None(Reason reason) implements WorkForecast {}

  /** A whole week of the past. */
  record Week(LocalDate monday, int finished) {}

  /**
   * A week in which the work may be done.
   *
   * @param by the day by which it is done
   * @param share the share of the runs that are done by then, 0 to 1
   */
  record End(LocalDate by, BigDecimal share) {}

  /**
   * What 10,000 runs say.
   *
   * @param remaining how many issues are missing to the success level, by the mean weight of those
   *     that are open
   * @param due the day on which it is due
   * @param early in one run of ten it is done by this day
   * @param likely in every second run it is
   * @param late in nine runs of ten it is
   * @param probability the share of the runs that reach the success level until the due day
   * @param past the weeks that were drawn from, oldest first
   * @param ends ascending, up to the day by which nearly all runs are done
   */
  record Simulation(
      BigDecimal remaining,
      LocalDate due,
      LocalDate early,
      LocalDate likely,
      LocalDate late,
      BigDecimal probability,
      List<Week> past,
      List<End> ends)
      implements WorkForecast {
    public Simulation {
      past = List.copyOf(past);
      ends = List.copyOf(ends);
    }
  }
}
