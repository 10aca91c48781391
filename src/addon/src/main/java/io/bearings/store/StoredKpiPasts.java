package io.bearings.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.bearings.coach.KpiYear.Trace;
import io.bearings.kpi.ActionState;
import io.bearings.kpi.Judged;
import io.bearings.review.KpiPasts;
import io.bearings.store.KpiRows.JudgedRow;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What came of KPIs, from their judged periods and their breaches. */
@Component
class StoredKpiPasts implements KpiPasts {
  private final Database database;

  @Inject
  StoredKpiPasts(Database database) {
    this.database = database;
  }

  @Override
  public Map<Long, Past> of(Collection<Long> kpiIds, LocalDate from, LocalDate tracesFrom) {
    return kpiIds.isEmpty()
        ? Map.of()
        : database.read(session -> pasts(session, kpiIds, from.toString(), tracesFrom.toString()));
  }

  @Override
  public Map<Long, List<Judged>> periods(Collection<Long> kpiIds, LocalDate from) {
    return kpiIds.isEmpty()
        ? Map.of()
        : database.read(session -> periods(session, kpiIds, from.toString()));
  }

  private static Map<Long, List<Judged>> periods(Session session, Collection<Long> ids, String from)
      throws SQLException {
    return session
        .list(
            "select "
                + KpiRows.JUDGED
                + " from {KPI_PERIOD} p where "
                + Tables.in("p.[KPI_ID]", ids)
                + " and p.[LAST_ON] >= ? order by p.[LAST_ON], p.[FIRST_ON], p.[ID]",
            KpiRows::judged,
            from)
        .stream()
        .collect(groupingBy(JudgedRow::kpiId, mapping(JudgedRow::judged, toList())));
  }

  private static Map<Long, Past> pasts(
      Session session, Collection<Long> ids, String from, String tracesFrom) throws SQLException {
    Map<Long, List<Judged>> periods = periods(session, ids, from);
    Map<Long, Set<Trace>> traces = new HashMap<>();
    session
        .list(
            "select b.[KPI_ID], b.[ACKNOWLEDGED_AT], b.[ACTION_STATE], b.[REPORTED_AT]"
                + " from {KPI_BREACH} b where "
                + Tables.in("b.[KPI_ID]", ids)
                + " and b.[WITHDRAWN] = 0 and (b.[END_LAST_ON] is null or b.[END_LAST_ON] >= ?)",
            StoredKpiPasts::breach,
            tracesFrom)
        .forEach(
            each ->
                traces
                    .computeIfAbsent(each.kpiId(), id -> EnumSet.noneOf(Trace.class))
                    .addAll(each.traces()));
    Map<Long, Past> pasts = new HashMap<>();
    session
        .list(
            "select k.[ID], k.[CREATED_AT] from {KPI} k where " + Tables.in("k.[ID]", ids),
            Created::of)
        .forEach(
            each ->
                pasts.put(
                    each.kpiId(),
                    new Past(
                        each.at(),
                        periods.getOrDefault(each.kpiId(), List.of()),
                        traces.getOrDefault(each.kpiId(), Set.of()))));
    return pasts;
  }

  private record Created(long kpiId, Instant at) {

    static Created of(ResultSet row) throws SQLException {
      return new Created(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)));
    }
  }

  private record BreachTraces(long kpiId, Set<Trace> traces) {}

  private static BreachTraces breach(ResultSet row) throws SQLException {
    Cells cells = new Cells(row, 0);
    long kpiId = cells.id();
    Set<Trace> traces = EnumSet.of(Trace.BREACH);
    if (cells.moment().isPresent()) {
      traces.add(Trace.ACKNOWLEDGEMENT);
    }
    boolean acted = !cells.text().equals(ActionState.OPEN.name());
    if (cells.moment().isPresent() || acted) {
      traces.add(Trace.ACTION);
    }
    return new BreachTraces(kpiId, traces);
  }
}
