package io.bearings.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.bearings.kpi.Judged;
import io.bearings.kpi.KpiStanding;
import io.bearings.kpi.Served;
import io.bearings.okr.Guardrails;
import io.bearings.store.KpiRows.JudgedRow;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which guardrails are red, from the newest judged periods of their KPIs. */
@Component
class StoredGuardrails implements Guardrails {
  private static final String NEWEST =
      "select "
          + KpiRows.JUDGED
          + ", s.[OBJECTIVE_ID] from {KPI_SERVED} s join {KPI} k on k.[ID] = s.[KPI_ID]"
          + " join {KPI_PERIOD} p on p.[TREND_OF] = k.[ID]"
          + " where k.[ARCHIVED] = 0 and s.[PART] = ? and ";
  private static final String IN_ORDER = " order by p.[LAST_ON], p.[FIRST_ON], p.[ID]";

  private final Database database;

  @Inject
  StoredGuardrails(Database database) {
    this.database = database;
  }

  @Override
  public Set<Long> red(Collection<Long> objectiveIds) {
    if (objectiveIds.isEmpty()) {
      return Set.of();
    }
    Map<Guardrail, List<Judged>> newest =
        database
            .read(
                session ->
                    session.list(
                        NEWEST + Tables.in("s.[OBJECTIVE_ID]", objectiveIds) + IN_ORDER,
                        StoredGuardrails::row,
                        Served.Part.GUARDRAIL.name()))
            .stream()
            .collect(groupingBy(Row::of, mapping(Row::judged, toList())));
    return newest.entrySet().stream()
        .filter(each -> KpiStanding.isRed(each.getValue()))
        .map(each -> each.getKey().objectiveId())
        .collect(toSet());
  }

  /** A KPI that an objective must not break. */
  private record Guardrail(long objectiveId, long kpiId) {}

  /** One of its newest periods. */
  private record Row(Guardrail of, Judged judged) {}

  private static Row row(ResultSet row) throws SQLException {
    JudgedRow judged = KpiRows.judged(row);
    long objectiveId = row.getLong(KpiRows.JUDGED_WIDTH + 1);
    return new Row(new Guardrail(objectiveId, judged.kpiId()), judged.judged());
  }
}
