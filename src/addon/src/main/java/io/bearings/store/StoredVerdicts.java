package io.bearings.store;

import io.bearings.okr.Cycle;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Refusal;
import io.bearings.review.Learning;
import io.bearings.review.Verdict;
import io.bearings.review.Verdicts;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What retrospectives end with, in our tables. */
@Component
class StoredVerdicts implements Verdicts {
  private static final String VERDICT =
      "select v.[OBJECTIVE_ID], v.[UNIT_ID], v.[CYCLE_ID], v.[DECISION], v.[LEARNING],"
          + " v.[UPDATED_BY], v.[UPDATED_AT], v.[VERSION_NO] from {VERDICT} v where ";

  private final Database database;

  @Inject
  StoredVerdicts(Database database) {
    this.database = database;
  }

  @Override
  public List<Verdict> verdicts(long unitId, long cycleId) {
    return database.read(
        session ->
            session.list(
                VERDICT + "v.[UNIT_ID] = ? and v.[CYCLE_ID] = ? order by v.[ID]",
                StoredVerdicts::verdict,
                unitId,
                cycleId));
  }

  @Override
  public Optional<Verdict> verdict(long objectiveId, long cycleId) {
    return database.read(
        session ->
            session.first(
                VERDICT + "v.[OBJECTIVE_ID] = ? and v.[CYCLE_ID] = ?",
                StoredVerdicts::verdict,
                objectiveId,
                cycleId));
  }

  private static Verdict verdict(ResultSet row) throws SQLException {
    return new Verdict(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        new Verdict.Draft(Verdict.Decision.valueOf(row.getString(4)), row.getString(5)),
        new Verdict.Written(row.getString(6), Instant.ofEpochMilli(row.getLong(7))),
        row.getInt(8));
  }

  @Override
  public Optional<Verdict> decide(
      long unitId, long cycleId, long objectiveId, int version, Verdict.Draft says, Edit by) {
    boolean written =
        version == 0
            ? insert(unitId, cycleId, objectiveId, says, by)
            : change(cycleId, objectiveId, version, says, by);
    return written ? verdict(objectiveId, cycleId) : Optional.empty();
  }

  private boolean insert(long unitId, long cycleId, long objectiveId, Verdict.Draft says, Edit by) {
    if (verdict(objectiveId, cycleId).isPresent()) {
      return false;
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("UNIT_ID", unitId);
    row.put("CYCLE_ID", cycleId);
    row.put("OBJECTIVE_ID", objectiveId);
    row.put("DECISION", says.decision().name());
    row.put("LEARNING", says.learning());
    row.put("NATURAL_KEY", cycleId + ":" + objectiveId);
    row.putAll(Rows.creation(by));
    try {
      database.write(session -> session.insert(Tables.VERDICT, row));
      return true;
    } catch (Refusal.Unavailable e) {
      // The unique key refuses what somebody else inserted at the same moment.
      if (verdict(objectiveId, cycleId).isEmpty()) {
        throw e;
      }
      return false;
    }
  }

  private boolean change(long cycleId, long objectiveId, int version, Verdict.Draft says, Edit by) {
    return changed(
        "update {VERDICT} set [DECISION] = ?, [LEARNING] = ?, [UPDATED_BY] = ?, [UPDATED_AT] = ?,"
            + " [VERSION_NO] = [VERSION_NO] + 1"
            + " where [OBJECTIVE_ID] = ? and [CYCLE_ID] = ? and [VERSION_NO] = ?",
        says.decision().name(),
        says.learning(),
        by.who().key(),
        by.when().toEpochMilli(),
        objectiveId,
        cycleId,
        version);
  }

  private boolean changed(String statement, Object... parameters) {
    return database.write(session -> session.update(statement, parameters)) > 0;
  }

  @Override
  public boolean withdraw(long objectiveId, long cycleId, int version) {
    return changed(
        "delete from {VERDICT} where [OBJECTIVE_ID] = ? and [CYCLE_ID] = ? and [VERSION_NO] = ?",
        objectiveId,
        cycleId,
        version);
  }

  @Override
  public List<Learning> before(long unitId, Cycle cycle) {
    String last =
        "select max(e.[LAST_DAY]) from {VERDICT} w join {OKR_CYCLE} e on e.[ID] = w.[CYCLE_ID]"
            + " where w.[UNIT_ID] = ? and e.[LAST_DAY] < ?";
    return database.read(
        session ->
            session.list(
                "select v.[ID], v.[OBJECTIVE_ID], v.[DECISION], v.[LEARNING],"
                    + " v.[TREATED_CYCLE_ID], v.[TREATED_USED], v.[TREATED_REASON]"
                    + " from {VERDICT} v join {OKR_CYCLE} c on c.[ID] = v.[CYCLE_ID]"
                    + " where v.[UNIT_ID] = ? and c.[LAST_DAY] = ("
                    + last
                    + ") order by v.[ID]",
                row -> learning(row, cycle.id()),
                unitId,
                unitId,
                cycle.first().toString()));
  }

  private static Learning learning(ResultSet row, long cycleId) throws SQLException {
    boolean treated = SubjectRows.whole(row, 5).filter(it -> it == cycleId).isPresent();
    return new Learning(
        row.getLong(1),
        row.getLong(2),
        Verdict.Decision.valueOf(row.getString(3)),
        row.getString(4),
        treated
            ? Optional.of(new Learning.Treatment(row.getInt(6) == 1, row.getString(7)))
            : Optional.empty());
  }

  @Override
  public void treat(
      long learningId, long cycleId, Optional<Learning.Treatment> treatment, Edit by) {
    changed(
        "update {VERDICT} set [TREATED_CYCLE_ID] = ?, [TREATED_USED] = ?, [TREATED_REASON] = ?,"
            + " [TREATED_BY] = ?, [TREATED_AT] = ? where [ID] = ?",
        Session.whole(treatment.map(any -> cycleId)),
        Session.whole(treatment.map(it -> it.used() ? 1 : 0)),
        Session.text(treatment.map(Learning.Treatment::reason)),
        by.who().key(),
        by.when().toEpochMilli(),
        learningId);
  }
}
