package io.bearings.store;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Alignment;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Refusal;
import io.bearings.review.KickoffStep;
import io.bearings.review.Kickoffs;
import io.bearings.review.LinkedWork;
import io.bearings.review.Litmus;
import io.bearings.review.Restatement;
import io.bearings.review.StepMark;
import io.bearings.review.StepState;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Kickoffs in our tables. */
@Component
class StoredKickoffs implements Kickoffs {
  private static final String RESTATEMENT =
      "select r.[ID], r.[OBJECTIVE_ID], r.[PERSON_KEY], r.[IN_WORDS], r.[WRITTEN_AT], r.[VERDICT],"
          + " r.[JUDGED_BY], r.[JUDGED_AT] from {RESTATEMENT} r where ";

  private final Database database;

  @Inject
  StoredKickoffs(Database database) {
    this.database = database;
  }

  @Override
  public List<StepMark> marks(long unitId, long cycleId) {
    return database.read(
        session ->
            session.list(
                "select s.[STEP_NAME], s.[STEP_STATE], s.[MARKED_BY], s.[MARKED_AT]"
                    + " from {KICKOFF_STEP} s where s.[UNIT_ID] = ? and s.[CYCLE_ID] = ?"
                    + " order by s.[ID]",
                row ->
                    new StepMark(
                        KickoffStep.valueOf(row.getString(1)),
                        StepState.valueOf(row.getString(2)),
                        row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4))),
                unitId,
                cycleId));
  }

  @Override
  public void mark(long unitId, long cycleId, KickoffStep step, StepState state, Edit by) {
    String key = unitId + ":" + cycleId + ":" + step;
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("UNIT_ID", unitId);
    row.put("CYCLE_ID", cycleId);
    row.put("STEP_NAME", step.name());
    row.put("STEP_STATE", state.name());
    row.put("MARKED_BY", by.who().key());
    row.put("MARKED_AT", by.when().toEpochMilli());
    row.put("NATURAL_KEY", key);
    changeOrInsert(
        () ->
            changed(
                "update {KICKOFF_STEP} set [STEP_STATE] = ?, [MARKED_BY] = ?, [MARKED_AT] = ?"
                    + " where [NATURAL_KEY] = ?",
                state.name(),
                by.who().key(),
                by.when().toEpochMilli(),
                key),
        Tables.KICKOFF_STEP,
        row);
  }

  /**
   * Changes the one row of a natural key, or inserts it. The unique key refuses what somebody else
   * inserted at the same moment: then there is a row to change.
   */
  private void changeOrInsert(BooleanSupplier change, String table, Map<String, Object> row) {
    if (change.getAsBoolean()) {
      return;
    }
    try {
      database.write(session -> session.insert(table, row));
    } catch (Refusal.Unavailable e) {
      if (!change.getAsBoolean()) {
        throw e;
      }
    }
  }

  private boolean changed(String statement, Object... parameters) {
    return database.write(session -> session.update(statement, parameters)) > 0;
  }

  @Override
  public Optional<Litmus> litmus(long unitId, long cycleId) {
    return database.read(
        session ->
            session.first(
                "select l.[WHY_IT_MATTERS], l.[STILL_LOSE], l.[UPDATED_BY], l.[UPDATED_AT],"
                    + " l.[VERSION_NO] from {LITMUS} l"
                    + " where l.[UNIT_ID] = ? and l.[CYCLE_ID] = ?",
                row ->
                    new Litmus(
                        new Litmus.Draft(row.getString(1), row.getString(2)),
                        Optional.of(
                            new Litmus.Written(
                                row.getString(3), Instant.ofEpochMilli(row.getLong(4)))),
                        row.getInt(5)),
                unitId,
                cycleId));
  }

  @Override
  public Optional<Litmus> answer(
      long unitId, long cycleId, int version, Litmus.Draft answers, Edit by) {
    boolean written =
        version == Litmus.NONE.version()
            ? insert(unitId, cycleId, answers, by)
            : change(unitId, cycleId, version, answers, by);
    return written ? litmus(unitId, cycleId) : Optional.empty();
  }

  private boolean insert(long unitId, long cycleId, Litmus.Draft answers, Edit by) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("UNIT_ID", unitId);
    row.put("CYCLE_ID", cycleId);
    row.put("WHY_IT_MATTERS", text(answers.whyItMatters()));
    row.put("STILL_LOSE", text(answers.stillLose()));
    row.put("NATURAL_KEY", unitId + ":" + cycleId);
    row.putAll(Rows.creation(by));
    if (litmus(unitId, cycleId).isPresent()) {
      return false;
    }
    try {
      database.write(session -> session.insert(Tables.LITMUS, row));
      return true;
    } catch (Refusal.Unavailable e) {
      // The unique key refuses what somebody else inserted at the same moment.
      if (litmus(unitId, cycleId).isEmpty()) {
        throw e;
      }
      return false;
    }
  }

  private boolean change(long unitId, long cycleId, int version, Litmus.Draft answers, Edit by) {
    return changed(
        "update {LITMUS} set [WHY_IT_MATTERS] = ?, [STILL_LOSE] = ?, [UPDATED_BY] = ?,"
            + " [UPDATED_AT] = ?, [VERSION_NO] = [VERSION_NO] + 1"
            + " where [UNIT_ID] = ? and [CYCLE_ID] = ? and [VERSION_NO] = ?",
        text(answers.whyItMatters()),
        text(answers.stillLose()),
        by.who().key(),
        by.when().toEpochMilli(),
        unitId,
        cycleId,
        version);
  }

  private static Object text(String perhapsEmpty) {
    return Session.text(Optional.of(perhapsEmpty).filter(text -> !text.isEmpty()));
  }

  @Override
  public List<Restatement> restatementsOf(Collection<Long> objectiveIds) {
    return database.read(
        session ->
            session.list(
                RESTATEMENT + Tables.in("r.[OBJECTIVE_ID]", objectiveIds) + " order by r.[ID]",
                StoredKickoffs::restatement));
  }

  @Override
  public Optional<Restatement> restatement(long id) {
    return database.read(
        session -> session.first(RESTATEMENT + "r.[ID] = ?", StoredKickoffs::restatement, id));
  }

  private static Restatement restatement(ResultSet row) throws SQLException {
    return new Restatement(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        Instant.ofEpochMilli(row.getLong(5)),
        judged(row));
  }

  private static Optional<Restatement.Judged> judged(ResultSet row) throws SQLException {
    String verdict = row.getString(6);
    return verdict == null
        ? Optional.empty()
        : Optional.of(
            new Restatement.Judged(
                Restatement.Verdict.valueOf(verdict),
                row.getString(7),
                Instant.ofEpochMilli(row.getLong(8))));
  }

  @Override
  public Restatement restate(long objectiveId, String text, Edit by) {
    String key = objectiveId + ":" + by.who().key();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("OBJECTIVE_ID", objectiveId);
    row.put("PERSON_KEY", by.who().key());
    row.put("IN_WORDS", text);
    row.put("WRITTEN_AT", by.when().toEpochMilli());
    row.put("NATURAL_KEY", key);
    changeOrInsert(
        () ->
            changed(
                "update {RESTATEMENT} set [IN_WORDS] = ?, [WRITTEN_AT] = ?, [VERDICT] = null,"
                    + " [JUDGED_BY] = null, [JUDGED_AT] = null where [NATURAL_KEY] = ?",
                text,
                by.when().toEpochMilli(),
                key),
        Tables.RESTATEMENT,
        row);
    return database
        .read(
            session ->
                session.first(
                    RESTATEMENT + "r.[NATURAL_KEY] = ?", StoredKickoffs::restatement, key))
        .orElseThrow();
  }

  @Override
  public Optional<Restatement> judge(long restatementId, Restatement.Verdict verdict, Edit by) {
    boolean judged =
        changed(
            "update {RESTATEMENT} set [VERDICT] = ?, [JUDGED_BY] = ?, [JUDGED_AT] = ?"
                + " where [ID] = ?",
            verdict.name(),
            by.who().key(),
            by.when().toEpochMilli(),
            restatementId);
    return judged ? restatement(restatementId) : Optional.empty();
  }

  @Override
  public Set<Long> contributing(Collection<Long> objectiveIds) {
    return Set.copyOf(
        database.read(
            session ->
                session.list(
                    "select distinct a.[FROM_ID] from {ALIGNMENT} a"
                        + " where a.[ARROW_KIND] = ? and "
                        + Tables.in("a.[FROM_ID]", objectiveIds),
                    row -> row.getLong(1),
                    Alignment.Kind.CONTRIBUTES.name())));
  }

  @Override
  public Set<Long> unitsWithObjectives(Collection<Long> cycleIds) {
    return Set.copyOf(
        database.read(
            session ->
                session.list(
                    "select distinct o.[UNIT_ID] from {OBJECTIVE} o"
                        + " where o.[ARCHIVED] = 0 and o.[LIFE_STATE] <> ? and "
                        + Tables.in("o.[CYCLE_ID]", cycleIds),
                    row -> row.getLong(1),
                    ObjectiveState.ABANDONED.name())));
  }

  @Override
  public List<LinkedWork.Alike> linkedTo(Collection<Long> objectiveIds) {
    return database.read(
        session ->
            session.list(
                "select i.[STATUS_CATEGORY], i.[RESOLUTION_ID], i.[POINTS], count(*) from"
                    + " (select l.[ISSUE_ID], max(l.[STATUS_CATEGORY]) [STATUS_CATEGORY],"
                    + " max(l.[RESOLUTION_ID]) [RESOLUTION_ID], max(l.[POINTS]) [POINTS]"
                    + " from {CONTRIBUTION} l join {KEY_RESULT} k on k.[ID] = l.[KEY_RESULT_ID]"
                    + " where l.[COUNTS] = 1 and "
                    + Tables.in("k.[OBJECTIVE_ID]", objectiveIds)
                    + " group by l.[ISSUE_ID]) i"
                    + " group by i.[STATUS_CATEGORY], i.[RESOLUTION_ID], i.[POINTS]",
                row ->
                    new LinkedWork.Alike(
                        StatusCategory.valueOf(row.getString(1)),
                        Optional.ofNullable(row.getString(2)),
                        Rows.decimal(row, 3),
                        row.getInt(4))));
  }
}
