package io.bearings.store;

import io.bearings.okr.Person;
import io.bearings.review.Alarm;
import io.bearings.review.Alarms;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** KPIs that are not as they should be, and open blockers, from our tables. */
@Component
class StoredAlarms implements Alarms {
  private static final int KPI_WIDTH = 9;

  /**
   * A row for each of the newest periods of a KPI that may ring; the columns of blockers are empty.
   * A period is stale only while no later one has a value. What a period rings for is asked where
   * rows are chosen and not where tables are joined: databases take the few rows that ring for a
   * reason to read all periods of all KPIs, instead of going to these KPIs' newest by the index.
   */
  private static final String KPIS =
      "select k.[ID], k.[UNIT_ID], k.[NAME], k.[OWNER_KEY], b.[FIRST_ON], b.[ACKNOWLEDGED_AT],"
          + " case when p.[VERDICT] = 'STALE' and not exists (select 1 from {KPI_PERIOD} n"
          + " where n.[TREND_OF] = k.[ID] and n.[AMOUNT] is not null"
          + " and n.[LAST_ON] > p.[LAST_ON]) then p.[LAST_ON] else null end,"
          + " case when p.[EARLY_WARNING] = 1 then p.[FIRST_ON] else null end, k.[DRIFT_RULES],"
          + " null, null, null, null, null, null, null, null, null, null, null, null"
          + " from {KPI} k left join {KPI_BREACH} b on b.[OPEN_OF] = k.[ID]"
          + " left join {KPI_PERIOD} p on p.[TREND_OF] = k.[ID]"
          + " where k.[KEY_RESULT_ID] is null and k.[ARCHIVED] = 0 and (b.[ID] is not null"
          + " or k.[DRIFT_RULES] is not null or p.[EARLY_WARNING] = 1 or p.[VERDICT] = 'STALE')"
          + " and ";

  /** The same columns for blockers; the key of whoever asks says which objectives they follow. */
  private static final String BLOCKERS =
      " union all select null, null, x.[NEEDED_FROM], x.[OWNER_KEY], x.[SINCE_DAY], x.[ID],"
          + " null, null, null, "
          + SubjectRows.ITEM
          + ", o.[CYCLE_ID] from {BLOCKER} x"
          + SubjectRows.ABOUT_NO_CHECK_IN
          + " where x.[RESOLVED_AT] is null and o.[ARCHIVED] = 0 and ";

  private final Database database;

  @Inject
  StoredAlarms(Database database) {
    this.database = database;
  }

  @Override
  public List<Alarm> of(Collection<Long> unitIds, Person who) {
    String query =
        KPIS + Tables.in("k.[UNIT_ID]", unitIds) + BLOCKERS + Tables.in("o.[UNIT_ID]", unitIds);
    return whole(database.read(session -> session.list(query, StoredAlarms::alarm, who.key())));
  }

  /** Rows of one KPI become one, where it rings. */
  private static List<Alarm> whole(List<Alarm> rows) {
    Map<Long, Alarm.OfKpi> kpis = new LinkedHashMap<>();
    List<Alarm> alarms = new ArrayList<>();
    for (Alarm each : rows) {
      if (each instanceof Alarm.OfKpi kpi) {
        kpis.merge(kpi.kpiId(), kpi, StoredAlarms::both);
      } else {
        alarms.add(each);
      }
    }
    kpis.values().stream().filter(StoredAlarms::rings).forEach(alarms::add);
    return alarms;
  }

  /** What is stale no longer does not ring. */
  private static boolean rings(Alarm.OfKpi kpi) {
    return kpi.breach().isPresent()
        || kpi.staleSince().isPresent()
        || kpi.warnedSince().isPresent()
        || kpi.drifting();
  }

  /** What rings in either row; of several days the earliest. */
  private static Alarm.OfKpi both(Alarm.OfKpi one, Alarm.OfKpi other) {
    return new Alarm.OfKpi(
        one.kpiId(),
        one.unitId(),
        one.name(),
        one.ownerKey(),
        one.breach(),
        earliest(one.staleSince(), other.staleSince()),
        earliest(one.warnedSince(), other.warnedSince()),
        one.drifting());
  }

  private static Optional<LocalDate> earliest(Optional<LocalDate> one, Optional<LocalDate> other) {
    return Stream.concat(one.stream(), other.stream()).min(LocalDate::compareTo);
  }

  private static Alarm alarm(ResultSet row) throws SQLException {
    return SubjectRows.whole(row, 1).isPresent() ? kpi(row) : blocker(row);
  }

  private static Alarm kpi(ResultSet row) throws SQLException {
    boolean acknowledged = SubjectRows.whole(row, 6).isPresent();
    return new Alarm.OfKpi(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        day(row, 5).map(since -> new Alarm.Breached(since, acknowledged)),
        day(row, 7),
        day(row, 8),
        row.getString(9) != null);
  }

  private static Alarm blocker(ResultSet row) throws SQLException {
    return new Alarm.OfBlocker(
        row.getLong(6),
        SubjectRows.item(row, KPI_WIDTH),
        SubjectRows.whole(row, KPI_WIDTH + SubjectRows.WIDTH + 1),
        row.getString(4),
        Optional.ofNullable(row.getString(3)).orElse(""),
        day(row, 5).orElseThrow());
  }

  private static Optional<LocalDate> day(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(LocalDate::parse);
  }
}
