package io.bearings.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.bearings.kpi.BreachEvent;
import io.bearings.kpi.Frequency;
import io.bearings.kpi.Judged;
import io.bearings.kpi.Judgements;
import io.bearings.kpi.KpiStanding;
import io.bearings.kpi.Period;
import io.bearings.store.KpiRows.JudgedRow;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The judged periods of KPIs in our tables. */
@Component
class StoredJudgements implements Judgements {
  private static final String DOCKET =
      "select "
          + KpiRows.SHEET
          + ", k.[STAMP], k.[PENDING_FROM], k.[EARLIEST_ON], k.[JUDGED_UNTIL], k.[BROKEN_ON]"
          + " from {KPI} k where ";
  private static final String PERIODS = "select " + KpiRows.JUDGED + " from {KPI_PERIOD} p where ";
  private static final String IN_ORDER = " order by p.[LAST_ON], p.[FIRST_ON], p.[ID]";

  private final Database database;

  @Inject
  StoredJudgements(Database database) {
    this.database = database;
  }

  @Override
  public List<Docket> due(LocalDate today, long after, int limit) {
    return database.read(
        session ->
            session.list(
                DOCKET + "k.[DUE_ON] <= ? and k.[ID] > ? and k.[ARCHIVED] = 0 order by k.[ID]",
                limit,
                StoredJudgements::docket,
                today.toString(),
                after));
  }

  @Override
  public Optional<Docket> docket(long kpiId) {
    return database.read(
        session -> session.first(DOCKET + "k.[ID] = ?", StoredJudgements::docket, kpiId));
  }

  @Override
  public void judgeAnew(Set<Frequency> frequencies) {
    List<String> names = frequencies.stream().map(Frequency::name).sorted().toList();
    database.write(session -> KpiDue.allFromTheFirst(session, names));
  }

  private static Docket docket(ResultSet row) throws SQLException {
    Cells cells = new Cells(row, 0);
    return new Docket(
        KpiRows.sheet(cells), cells.id(), cells.day(), cells.day(), cells.day(), cells.day());
  }

  @Override
  public List<Judged> between(long kpiId, LocalDate first, LocalDate last) {
    return database.read(
        session ->
            session
                .list(
                    PERIODS
                        + "p.[KPI_ID] = ? and p.[LAST_ON] >= ? and p.[FIRST_ON] <= ?"
                        + IN_ORDER,
                    KpiRows::judged,
                    kpiId,
                    first.toString(),
                    last.toString())
                .stream()
                .map(JudgedRow::judged)
                .toList());
  }

  /** The newest periods of each KPI, from the earliest to the latest. */
  static Map<Long, List<Judged>> newest(Session session, Collection<Long> kpiIds)
      throws SQLException {
    return session
        .list(PERIODS + Tables.in("p.[TREND_OF]", kpiIds) + IN_ORDER, KpiRows::judged)
        .stream()
        .collect(groupingBy(JudgedRow::kpiId, mapping(JudgedRow::judged, toList())));
  }

  @Override
  public Optional<List<BreachEvent>> keep(Judgement judgement) {
    return database.write(
        session -> {
          if (!isJudged(session, judgement)) {
            return Optional.empty();
          }
          if (PeriodsKept.write(session, judgement)) {
            renewTrend(session, judgement.kpiId());
          }
          return Optional.of(
              StoredBreaches.write(
                  session, judgement.kpiId(), judgement.breaches().events(), judgement.at()));
        });
  }

  /**
   * The stamp is another one afterwards: of two who judge the same at once the second has not seen
   * the breaches of the first.
   */
  private static boolean isJudged(Session session, Judgement judgement) throws SQLException {
    Map<String, Object> row = KpiRows.columns(judgement.signals());
    row.put("PENDING_FROM", Session.text(Optional.empty()));
    row.put("NEXT_ON", KpiRows.day(judgement.nextOn()));
    row.put("DUE_ON", KpiRows.day(judgement.nextOn()));
    judgement.periods().stream()
        .filter(Judged::closed)
        .map(each -> each.period().last())
        .max(LocalDate::compareTo)
        .ifPresent(day -> row.put("JUDGED_UNTIL", day.toString()));
    List<Object> parameters = new ArrayList<>(row.values());
    parameters.add(judgement.kpiId());
    parameters.add(judgement.stamp());
    return session.update(
            "update {KPI} set [STAMP] = [STAMP] + 1"
                + row.keySet().stream().map(column -> ", [" + column + "] = ?").collect(joining())
                + " where [ID] = ? and [STAMP] = ?",
            parameters.toArray())
        > 0;
  }

  private static void renewTrend(Session session, long kpiId) throws SQLException {
    List<Long> newest =
        session.list(
            "select p.[ID] from {KPI_PERIOD} p where p.[KPI_ID] = ?"
                + " order by p.[LAST_ON] desc, p.[FIRST_ON] desc, p.[ID] desc",
            KpiStanding.TREND,
            row -> row.getLong(1),
            kpiId);
    String among = Tables.in("[ID]", newest);
    session.update(
        "update {KPI_PERIOD} set [TREND_OF] = null where [TREND_OF] = ? and not " + among, kpiId);
    session.update(
        "update {KPI_PERIOD} set [TREND_OF] = ? where [TREND_OF] is null and " + among, kpiId);
  }

  /** Replaces the kept periods, of which most are usually the same as before. */
  private static final class PeriodsKept {
    private final Map<Period, JudgedRow> before = new HashMap<>();
    private final List<Map<String, Object>> added = new ArrayList<>();
    private final List<Object[]> changed = new ArrayList<>();
    private String change = "";

    /**
     * @return whether there are other periods than before
     */
    static boolean write(Session session, Judgement judgement) throws SQLException {
      PeriodsKept kept = new PeriodsKept();
      List<JudgedRow> rows =
          session.list(
              PERIODS + "p.[KPI_ID] = ? and p.[LAST_ON] >= ?",
              KpiRows::judged,
              judgement.kpiId(),
              judgement.from().toString());
      rows.forEach(each -> kept.before.put(each.judged().period(), each));
      judgement.periods().forEach(each -> kept.compare(judgement.kpiId(), each));
      List<Long> gone = kept.before.values().stream().map(JudgedRow::id).toList();
      if (!gone.isEmpty()) {
        session.update("delete from {KPI_PERIOD} where " + Tables.in("[ID]", gone));
      }
      session.updateAll(kept.change, kept.changed);
      session.insertAll(Tables.KPI_PERIOD, kept.added);
      return !gone.isEmpty() || !kept.added.isEmpty();
    }

    private void compare(long kpiId, Judged judged) {
      Map<String, Object> columns = KpiRows.columns(judged);
      JudgedRow row = before.remove(judged.period());
      if (row == null) {
        Map<String, Object> whole = new LinkedHashMap<>(columns);
        whole.put("KPI_ID", kpiId);
        added.add(whole);
      } else if (!columns.equals(KpiRows.columns(row.judged()))) {
        change =
            "update {KPI_PERIOD} set "
                + columns.keySet().stream()
                    .map(column -> "[" + column + "] = ?")
                    .collect(joining(", "))
                + " where [ID] = ?";
        List<Object> parameters = new ArrayList<>(columns.values());
        parameters.add(row.id());
        changed.add(parameters.toArray());
      }
    }
  }
}
