package io.bearings.store;

import io.bearings.okr.Change;
import io.bearings.okr.Changes;
import io.bearings.okr.NewChange;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.ScoreChange;
import io.bearings.okr.Tag;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The history of what moved scores, in our tables. */
@Component
class StoredChanges implements Changes {
  private static final String SELECT =
      "select h.[ID], h.[OBJECTIVE_ID], h.[KEY_RESULT_ID], h.[FIELD_NAME], h.[FROM_TEXT],"
          + " h.[TO_TEXT], h.[REASON], h.[CHANGE_LABEL], h.[ORIGIN], h.[SCORE_BEFORE],"
          + " h.[SCORE_AFTER], h.[OBJECTIVE_BEFORE], h.[OBJECTIVE_AFTER], h.[CHANGED_BY],"
          + " h.[CHANGED_AT], h.[CONSENT_BY] from {CHANGE_LOG} h";

  /** Room for what a column of 450 bytes surely holds. */
  private static final int TEXT_LENGTH = 140;

  private final Database database;

  @Inject
  StoredChanges(Database database) {
    this.database = database;
  }

  /** Adds what is to be remembered, within the transaction that changes it. */
  static void insert(Session session, List<NewChange> history, Edit by) throws SQLException {
    for (NewChange each : history) {
      session.insert(Tables.CHANGE_LOG, row(each, by));
    }
  }

  private static Map<String, Object> row(NewChange change, Edit by) {
    NewChange.Scores scores = change.scores();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("OBJECTIVE_ID", change.objectiveId());
    row.put("KEY_RESULT_ID", Session.whole(change.keyResultId()));
    row.put("FIELD_NAME", change.field());
    row.put("FROM_TEXT", Session.text(change.from().map(StoredChanges::shortened)));
    row.put("TO_TEXT", Session.text(change.to().map(StoredChanges::shortened)));
    row.put("REASON", Session.text(change.reason()));
    row.put("CHANGE_LABEL", change.label().name());
    row.put("ORIGIN", change.tag().name());
    row.put("SCORE_BEFORE", Rows.decimal(scores.before()));
    row.put("SCORE_AFTER", Rows.decimal(scores.after()));
    row.put("OBJECTIVE_BEFORE", Rows.decimal(scores.objectiveBefore()));
    row.put("OBJECTIVE_AFTER", Rows.decimal(scores.objectiveAfter()));
    row.put("CHANGED_BY", by.who().key());
    row.put("CHANGED_AT", by.when().toEpochMilli());
    return row;
  }

  private static String shortened(String text) {
    return text.length() <= TEXT_LENGTH ? text : text.substring(0, TEXT_LENGTH - 1) + "\u2026";
  }

  @Override
  public Optional<Change> change(long id) {
    return database.read(
        session -> session.first(SELECT + " where h.[ID] = ?", StoredChanges::change, id));
  }

  @Override
  public List<Change> ofObjective(long objectiveId, long before, int limit) {
    return list("h.[OBJECTIVE_ID]", objectiveId, before, limit);
  }

  @Override
  public List<Change> ofKeyResult(long keyResultId, long before, int limit) {
    return list("h.[KEY_RESULT_ID]", keyResultId, before, limit);
  }

  @Override
  public List<Change> since(Collection<Long> objectiveIds, Instant after) {
    return database.read(
        session ->
            session.list(
                SELECT
                    + " where "
                    + Tables.in("h.[OBJECTIVE_ID]", objectiveIds)
                    + " and h.[CHANGED_AT] > ?",
                StoredChanges::change,
                after.toEpochMilli()));
  }

  private List<Change> list(String column, long id, long before, int limit) {
    return database.read(
        session ->
            session.list(
                SELECT + " where " + column + " = ? and h.[ID] < ? order by h.[ID] desc",
                limit,
                StoredChanges::change,
                id,
                before));
  }

  private static Change change(ResultSet row) throws SQLException {
    NewChange what =
        new NewChange(
            row.getLong(2),
            Rows.id(row, 3),
            row.getString(4),
            Optional.ofNullable(row.getString(5)),
            Optional.ofNullable(row.getString(6)),
            Optional.ofNullable(row.getString(7)),
            ScoreChange.valueOf(row.getString(8)),
            Tag.valueOf(row.getString(9)),
            new NewChange.Scores(
                figure(row, 10), figure(row, 11), figure(row, 12), figure(row, 13)));
    return new Change(
        row.getLong(1),
        what,
        row.getString(14),
        Instant.ofEpochMilli(row.getLong(15)),
        Optional.ofNullable(row.getString(16)));
  }

  private static Optional<BigDecimal> figure(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(BigDecimal::new);
  }

  @Override
  public boolean consent(long id, ScoreChange label, Edit by) {
    return database.write(
            session ->
                session.update(
                    "update {CHANGE_LOG} set [CHANGE_LABEL] = ?, [CONSENT_BY] = ?,"
                        + " [CONSENT_AT] = ? where [ID] = ? and [CONSENT_BY] is null",
                    label.name(),
                    by.who().key(),
                    by.when().toEpochMilli(),
                    id))
        > 0;
  }
}
