package io.bearings.store;

import io.bearings.okr.KeyResult;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Objectives and key results in our tables. */
@Component
class StoredObjectives implements Objectives {
  private final Database database;

  @Inject
  StoredObjectives(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Objective> objective(long id) {
    return database.read(
        session ->
            session.first(
                "select " + Rows.OBJECTIVE + " from {OBJECTIVE} o where o.[ID] = ?",
                Rows::objective,
                id));
  }

  @Override
  public List<Objective> ofProject(long projectId) {
    return database.read(
        session ->
            session.list(
                "select "
                    + Rows.OBJECTIVE
                    + " from {OBJECTIVE} o where o.[PROJECT_ID] = ? order by o.[ID]",
                Rows::objective,
                projectId));
  }

  @Override
  public Optional<KeyResult> keyResult(long id) {
    return database.read(
        session ->
            session.first(
                "select " + Rows.KEY_RESULT + " from {KEY_RESULT} k where k.[ID] = ?",
                Rows::keyResult,
                id));
  }

  @Override
  public List<KeyResult> keyResultsOf(Collection<Long> objectiveIds) {
    return database.read(
        session ->
            session.list(
                "select "
                    + Rows.KEY_RESULT
                    + " from {KEY_RESULT} k where "
                    + Tables.in("k.[OBJECTIVE_ID]", objectiveIds)
                    + " order by k.[ID]",
                Rows::keyResult));
  }

  @Override
  public List<KeyResult> keyResultsOfProject(long projectId) {
    return database.read(
        session ->
            session.list(
                "select "
                    + Rows.KEY_RESULT
                    + " from {KEY_RESULT} k join {OBJECTIVE} o on o.[ID] = k.[OBJECTIVE_ID]"
                    + " where o.[PROJECT_ID] = ? order by k.[ID]",
                Rows::keyResult,
                projectId));
  }

  @Override
  public Objective add(NewObjective objective, List<NewKeyResult> keyResults, Edit by) {
    long id =
        database.insert(
            ao -> {
              long created = ao.create(ObjectiveEntity.class, row(objective, by)).getID();
              if (!keyResults.isEmpty()) {
                ao.create(
                    KeyResultEntity.class,
                    keyResults.stream().map(each -> row(created, each, by)).toList());
              }
              return created;
            });
    return new Objective(
        id,
        objective.projectId(),
        objective.title(),
        objective.why(),
        objective.ownerKey(),
        Rows.FIRST_VERSION);
  }

  @Override
  public KeyResult add(long objectiveId, NewKeyResult keyResult, Edit by) {
    long id =
        database.insert(
            ao -> ao.create(KeyResultEntity.class, row(objectiveId, keyResult, by)).getID());
    return new KeyResult(
        id,
        objectiveId,
        keyResult.title(),
        keyResult.weight(),
        keyResult.weightBy(),
        Rows.FIRST_VERSION);
  }

  private static Map<String, Object> row(NewObjective objective, Edit by) {
    Map<String, Object> row = Rows.creation(by);
    row.put("PROJECT_ID", objective.projectId());
    row.put("TITLE", objective.title());
    row.put("WHY", objective.why().isEmpty() ? null : objective.why());
    row.put("OWNER_KEY", objective.ownerKey());
    return row;
  }

  private static Map<String, Object> row(long objectiveId, NewKeyResult keyResult, Edit by) {
    Map<String, Object> row = Rows.creation(by);
    row.put("OBJECTIVE_ID", objectiveId);
    row.put("TITLE", keyResult.title());
    row.put("WEIGHT_MICROS", Rows.micros(keyResult.weight()));
    row.put("WEIGHT_BY", keyResult.weightBy().name());
    return row;
  }

  @Override
  public Optional<Objective> change(Objective changed, Edit by) {
    int rows =
        database.write(
            session ->
                session.update(
                    "update {OBJECTIVE} set [TITLE] = ?, [WHY] = ?, [OWNER_KEY] = ?,"
                        + " [VERSION_NO] = [VERSION_NO] + 1, [UPDATED_BY] = ?, [UPDATED_AT] = ?"
                        + " where [ID] = ? and [VERSION_NO] = ?",
                    changed.title(),
                    Session.text(Optional.of(changed.why()).filter(why -> !why.isEmpty())),
                    changed.ownerKey(),
                    by.who().key(),
                    by.when().toEpochMilli(),
                    changed.id(),
                    changed.version()));
    return rows == 0
        ? Optional.empty()
        : Optional.of(
            new Objective(
                changed.id(),
                changed.projectId(),
                changed.title(),
                changed.why(),
                changed.ownerKey(),
                changed.version() + 1));
  }

  @Override
  public Optional<KeyResult> change(KeyResult changed, Edit by) {
    int rows =
        database.write(
            session ->
                session.update(
                    "update {KEY_RESULT} set [TITLE] = ?, [WEIGHT_MICROS] = ?, [WEIGHT_BY] = ?,"
                        + " [VERSION_NO] = [VERSION_NO] + 1, [UPDATED_BY] = ?, [UPDATED_AT] = ?"
                        + " where [ID] = ? and [VERSION_NO] = ?",
                    changed.title(),
                    Rows.micros(changed.weight()),
                    changed.weightBy().name(),
                    by.who().key(),
                    by.when().toEpochMilli(),
                    changed.id(),
                    changed.version()));
    return rows == 0
        ? Optional.empty()
        : Optional.of(
            new KeyResult(
                changed.id(),
                changed.objectiveId(),
                changed.title(),
                changed.weight(),
                changed.weightBy(),
                changed.version() + 1));
  }

  @Override
  public Optional<String> lastEditorOfObjective(long id) {
    return lastEditor(Tables.OBJECTIVE, id);
  }

  @Override
  public Optional<String> lastEditorOfKeyResult(long id) {
    return lastEditor(Tables.KEY_RESULT, id);
  }

  private Optional<String> lastEditor(String table, long id) {
    return database.read(
        session ->
            session.first(
                "select [UPDATED_BY] from {" + table + "} where [ID] = ?",
                row -> row.getString(1),
                id));
  }
}
