package io.bearings.store;

import io.bearings.kpi.KeyResultSheets;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiStanding;
import io.bearings.okr.KeyResult;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The sheets of key results in our tables. */
@Component
class StoredKeyResultSheets implements KeyResultSheets {
  private final Database database;

  @Inject
  StoredKeyResultSheets(Database database) {
    this.database = database;
  }

  @Override
  public Optional<KpiStanding> standing(KeyResult keyResult) {
    return database
        .read(
            session -> StoredKpiSheets.standings(session, "k.[KEY_RESULT_ID] = ?", keyResult.id()))
        .stream()
        .filter(each -> MeasuredKeyResults.measures(each.sheet().content(), keyResult.content()))
        .findFirst();
  }

  @Override
  public List<KpiSheet> toBegin(long objectiveId) {
    return database.read(
        session ->
            session.list(
                "select "
                    + KpiRows.SHEET
                    + " from {KPI} k join {KEY_RESULT} r on r.[ID] = k.[KEY_RESULT_ID]"
                    + " where r.[OBJECTIVE_ID] = ? and k.[ARCHIVED] = 0 and k.[DUE_ON] = ?"
                    + " order by k.[ID]",
                KpiRows::sheet,
                objectiveId,
                KpiDue.AT_ONCE));
  }
}
