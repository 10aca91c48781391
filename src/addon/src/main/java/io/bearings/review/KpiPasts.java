package io.bearings.review;

import io.bearings.coach.KpiYear;
import io.bearings.kpi.Judged;
import io.bearings.okr.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What came of KPIs, for whoever judges their sheets. */
public interface KpiPasts {

  /**
   * The past of each of these KPIs, by its id; in as many statements however many there are, and in
   * none for none.
   *
   * @param from periods that end before this day are left out
   * @param tracesFrom breaches that ended before this day leave no trace
   * @throws Refusal.Unavailable while the database cannot be used
   */
  Map<Long, Past> of(Collection<Long> kpiIds, LocalDate from, LocalDate tracesFrom);

  /**
   * The judged periods of each of these KPIs that end on a day or later, from the earliest to the
   * latest, by its id; one that has none may be missing. One statement, and none for no KPI.
   *
   * @throws Refusal.Unavailable while the database cannot be used
   */
  Map<Long, List<Judged>> periods(Collection<Long> kpiIds, LocalDate from);

  /**
   * What came of a KPI.
   *
   * @param createdAt when its sheet was made
   * @param periods from the earliest to the latest
   * @param traces what people did with it
   */
  record Past(Instant createdAt, List<Judged> periods, Set<KpiYear.Trace> traces) {
    public Past {
      periods = List.copyOf(periods);
      traces = Set.copyOf(traces);
    }
  }
}
