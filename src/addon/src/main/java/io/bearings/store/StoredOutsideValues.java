package io.bearings.store;

import static java.util.stream.Collectors.groupingBy;

import io.bearings.kpi.Aggregation;
import io.bearings.okr.KeyResult;
import io.bearings.okr.OutsideValues;
import io.bearings.okr.Readings.Valued;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The values of key results that read a KPI or a metric: those of its periods, each as of its last
 * day, or of today while it runs. What is only added up so far, because the period still runs, is
 * no value yet. Connectors yield none.
 */
@Component
class StoredOutsideValues implements OutsideValues {
  private static final String VALUES =
      "select p.[KPI_ID], p.[LAST_ON], p.[AMOUNT], p.[PROVISIONAL], k.[ACCUMULATING],"
          + " k.[AGGREGATION] from {KPI_PERIOD} p join {KPI} k on k.[ID] = p.[KPI_ID]"
          + " where p.[AMOUNT] is not null and ";
  private static final String IN_ORDER = " order by p.[LAST_ON], p.[FIRST_ON], p.[ID]";

  private final Database database;
  private final Clock clock;

  @Inject
  StoredOutsideValues(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Map<Long, Valued> latest(Collection<KeyResult> keyResults) {
    return read(
        keyResults,
        values -> values.get(values.size() - 1),
        (session, ids) -> {
          Map<Long, List<Valued>> found = new HashMap<>(values(session, "p.[TREND_OF]", ids));
          Set<Long> longAgo = new LinkedHashSet<>(ids);
          longAgo.removeAll(found.keySet());
          // Where the newest periods are all empty the value is older than they are.
          if (!longAgo.isEmpty()) {
            found.putAll(values(session, "p.[KPI_ID]", longAgo));
          }
          return found;
        });
  }

  @Override
  public Map<Long, List<Valued>> all(Collection<KeyResult> keyResults) {
    return read(
        keyResults, Function.identity(), (session, ids) -> values(session, "p.[KPI_ID]", ids));
  }

  /** Reads values of KPIs by their ids. */
  private interface ByKpi {
    Map<Long, List<Valued>> read(Session session, Set<Long> kpiIds) throws SQLException;
  }

  private <T> Map<Long, T> read(
      Collection<KeyResult> keyResults, Function<List<Valued>, T> made, ByKpi values) {
    if (keyResults.stream().noneMatch(StoredOutsideValues::isRead)) {
      return Map.of();
    }
    return database.read(
        session -> {
          Map<Long, Long> kpiIds = kpiIds(session, keyResults);
          Map<Long, T> of = new HashMap<>();
          if (!kpiIds.isEmpty()) {
            Map<Long, List<Valued>> byKpi = values.read(session, new HashSet<>(kpiIds.values()));
            kpiIds.forEach(
                (keyResultId, kpiId) ->
                    Optional.ofNullable(byKpi.get(kpiId))
                        .ifPresent(it -> of.put(keyResultId, made.apply(it))));
          }
          return of;
        });
  }

  private static boolean isRead(KeyResult keyResult) {
    return keyResult.content().kpiId().isPresent() || keyResult.content().metric().isPresent();
  }

  /** The KPI that each key result reads, or the one that keeps the values of its metric. */
  private static Map<Long, Long> kpiIds(Session session, Collection<KeyResult> keyResults)
      throws SQLException {
    Map<Long, Long> kpiIds = new HashMap<>();
    Map<Long, KeyResult> measuring = new HashMap<>();
    for (KeyResult each : keyResults) {
      each.content().kpiId().ifPresent(id -> kpiIds.put(each.id(), id));
      each.content().metric().ifPresent(any -> measuring.put(each.id(), each));
    }
    for (MeasuredKeyResults.Kept each : MeasuredKeyResults.kept(session, measuring.keySet())) {
      if (each.isOf(measuring.get(each.keyResultId()).content())) {
        kpiIds.putIfAbsent(each.keyResultId(), each.sheet().id());
      }
    }
    return kpiIds;
  }

  /** The values by their KPI, the oldest first; one that has none is left out. */
  private Map<Long, List<Valued>> values(Session session, String column, Set<Long> ids)
      throws SQLException {
    LocalDate today = LocalDate.now(clock);
    Map<Long, List<Valued>> values = new HashMap<>();
    session.list(VALUES + Tables.in(column, ids) + IN_ORDER, Row::of).stream()
        .filter(row -> !row.grows())
        .collect(groupingBy(Row::kpiId))
        .forEach((id, rows) -> values.put(id, valued(rows, today)));
    return values;
  }

  private static List<Valued> valued(List<Row> rows, LocalDate today) {
    List<Valued> values = new ArrayList<>();
    for (Row each : rows) {
      LocalDate on = each.value().date();
      values.add(new Valued(on.isAfter(today) ? today : on, each.value().value()));
    }
    return values;
  }

  /**
   * The value of a period.
   *
   * @param grows whether it will still be added to
   */
  private record Row(long kpiId, Valued value, boolean grows) {

    static Row of(ResultSet row) throws SQLException {
      Cells cells = new Cells(row, 0);
      long kpiId = cells.id();
      LocalDate last = cells.day().orElseThrow();
      Valued value = new Valued(last, cells.decimal().orElseThrow());
      boolean runs = cells.truth();
      boolean accumulates = cells.truth();
      boolean sums = cells.text().equals(Aggregation.SUM.name());
      return new Row(kpiId, value, runs && (accumulates || sums));
    }
  }
}
