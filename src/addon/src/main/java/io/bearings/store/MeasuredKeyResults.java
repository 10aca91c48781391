package io.bearings.store;

import static java.util.stream.Collectors.groupingBy;

import io.bearings.kpi.Aggregation;
import io.bearings.kpi.Frequency;
import io.bearings.kpi.Judgements;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSource;
import io.bearings.kpi.Rhythm;
import io.bearings.kpi.Yardstick;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the sheets of key results that read a metric in step with them, in the transaction that
 * writes the key result or its objective. Each metric that a key result ever read has a sheet of
 * its own, so that values of different metrics never meet in one series, and one that is read again
 * has its past already. All but the one that is read now are put away; so is that one while the key
 * result is put away or over, because nothing of it changes any more.
 */
final class MeasuredKeyResults {
  /** A value for each day, which is what a key result is asked for. */
  private static final Rhythm DAILY = new Rhythm(Frequency.DAILY, Aggregation.LAST, false, 0);

  private MeasuredKeyResults() {}

  /** Whether a sheet counts what a key result reads. */
  static boolean measures(KpiContent sheet, KeyResultContent keyResult) {
    return keyResult.source() == Source.JQL
        && keyResult.metric().map(KpiSource.Metric::new).filter(sheet.source()::equals).isPresent()
        && sheet.yardstick().measure().equals(keyResult.measure());
  }

  /** Key results of an objective that changed its unit or its state. */
  static void objectiveChanged(Session session, long objectiveId, Edit by) throws SQLException {
    changed(
        session,
        session.list(
            "select k.[ID] from {KEY_RESULT} k"
                + " where k.[OBJECTIVE_ID] = ? and k.[VALUE_SOURCE] = 'JQL'",
            row -> row.getLong(1),
            objectiveId),
        by);
  }

  /** Key results that were written, which read a metric now or did before. */
  static void changed(Session session, Collection<Long> keyResultIds, Edit by) throws SQLException {
    if (keyResultIds.isEmpty()) {
      return;
    }
    Map<Long, List<Kept>> kept =
        kept(session, keyResultIds).stream().collect(groupingBy(Kept::keyResultId));
    for (Measured each : measured(session, keyResultIds)) {
      follow(session, each, kept.getOrDefault(each.keyResult().id(), List.of()), by);
    }
  }

  /** The sheets of key results, the oldest first; no statement where there are none. */
  static List<Kept> kept(Session session, Collection<Long> keyResultIds) throws SQLException {
    return keyResultIds.isEmpty()
        ? List.of()
        : session.list(
            "select "
                + KpiRows.SHEET
                + ", k.[KEY_RESULT_ID] from {KPI} k where "
                + Tables.in("k.[KEY_RESULT_ID]", keyResultIds)
                + " order by k.[ID]",
            Kept::of);
  }

  private static List<Measured> measured(Session session, Collection<Long> keyResultIds)
      throws SQLException {
    return session.list(
        "select "
            + Rows.KEY_RESULT
            + ", o.[UNIT_ID], o.[LIFE_STATE], o.[ARCHIVED] from {KEY_RESULT} k"
            + " join {OBJECTIVE} o on o.[ID] = k.[OBJECTIVE_ID] where "
            + Tables.in("k.[ID]", keyResultIds)
            + " order by k.[ID]",
        Measured::of);
  }

  private static void follow(Session session, Measured measured, List<Kept> kept, Edit by)
      throws SQLException {
    KeyResultContent content = measured.keyResult().content();
    List<Long> putAway = new ArrayList<>();
    boolean found = false;
    for (Kept each : kept) {
      boolean counts = !found && each.isOf(content);
      found |= counts;
      KpiSheet wanted = counts ? measured.over(each.sheet()) : each.sheet().archived(true);
      if (!wanted.equals(each.sheet())) {
        write(session, each.sheet(), wanted, by);
      }
      if (wanted.archived() && !each.sheet().archived()) {
        putAway.add(wanted.id());
      }
    }
    if (!found && measured.inUse()) {
      add(session, measured, by);
    }
    StoredMeasuredProjects.release(session, putAway);
  }

  private static void add(Session session, Measured measured, Edit by) throws SQLException {
    KeyResult keyResult = measured.keyResult();
    KpiContent content =
        KpiContent.of(keyResult.title(), keyResult.ownerKey())
            .with(new KpiSource.Metric(keyResult.content().metric().orElseThrow()))
            .with(DAILY)
            .with(
                new Yardstick(
                    Yardstick.DEFAULT.direction(),
                    keyResult.measure(),
                    Yardstick.DEFAULT.targets()));
    StoredKpiSheets.insert(session, measured.unitId(), content, Optional.of(keyResult.id()), by);
  }

  /** Another unit has other projects, people and rates, so that all is counted anew. */
  private static void write(Session session, KpiSheet before, KpiSheet wanted, Edit by)
      throws SQLException {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("UNIT_ID", wanted.unitId());
    row.put("NAME", wanted.content().name());
    row.put("OWNER_KEY", wanted.content().ownerKey());
    row.put("ARCHIVED", KpiRows.number(wanted.archived()));
    // Whoever judges it at this moment raises the stamp and not the version.
    Rows.update(session, Tables.KPI, before.id(), before.version(), row, by);
    boolean anew = before.unitId() != wanted.unitId() || before.archived() && !wanted.archived();
    KpiDue.sheetChanged(
        session, before.id(), Optional.of(Judgements.FROM_THE_FIRST).filter(any -> anew));
  }

  /** A sheet that there is. */
  record Kept(KpiSheet sheet, long keyResultId) {

    /** Whether it counts what its key result reads. */
    boolean isOf(KeyResultContent keyResult) {
      return measures(sheet.content(), keyResult);
    }

    private static Kept of(ResultSet row) throws SQLException {
      Cells cells = new Cells(row, 0);
      return new Kept(KpiRows.sheet(cells), cells.id());
    }
  }

  /** A key result where it stands. */
  private record Measured(KeyResult keyResult, long unitId, boolean open) {

    static Measured of(ResultSet row) throws SQLException {
      Cells cells = new Cells(row, Rows.KEY_RESULT_WIDTH);
      long unitId = cells.id();
      ObjectiveState state = ObjectiveState.valueOf(cells.text());
      return new Measured(Rows.keyResult(row), unitId, !isOver(state) && !cells.truth());
    }

    private static boolean isOver(ObjectiveState state) {
      return state == ObjectiveState.CLOSED || state == ObjectiveState.ABANDONED;
    }

    boolean inUse() {
      return open
          && keyResult.content().metric().isPresent()
          && keyResult.source() == Source.JQL
          && !isOver(keyResult.state())
          && !keyResult.archived();
    }

    KpiSheet over(KpiSheet sheet) {
      KpiContent before = sheet.content();
      KpiContent now =
          new KpiContent(
              keyResult.title(),
              before.measures(),
              before.category(),
              keyResult.ownerKey(),
              before.source(),
              before.rhythm(),
              before.yardstick(),
              before.response(),
              before.purpose(),
              before.dimensions());
      return sheet.with(now).movedTo(unitId).archived(!inUse());
    }
  }
}
