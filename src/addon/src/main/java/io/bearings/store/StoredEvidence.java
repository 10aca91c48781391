package io.bearings.store;

import io.bearings.okr.Evidence;
import io.bearings.okr.EvidenceLog;
import io.bearings.okr.NewEvidence;
import io.bearings.okr.Objectives.Edit;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Evidence in our tables. */
@Component
class StoredEvidence implements EvidenceLog {
  private static final String SELECT =
      "select e.[ID], e.[KEY_RESULT_ID], e.[BODY], e.[ADDRESS], e.[EFFECTIVE_DAY],"
          + " e.[CREATED_BY], e.[CREATED_AT], e.[CONFIRMED_BY], e.[CONFIRMED_AT]"
          + " from {EVIDENCE} e where ";

  private final Database database;

  @Inject
  StoredEvidence(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Evidence> evidence(long id) {
    return database.read(
        session -> session.first(SELECT + "e.[ID] = ?", StoredEvidence::evidence, id));
  }

  @Override
  public List<Evidence> of(long keyResultId, Optional<Long> before, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(keyResultId));
    before.ifPresent(parameters::add);
    return database.read(
        session ->
            session.list(
                SELECT
                    + "e.[KEY_RESULT_ID] = ?"
                    + (before.isPresent() ? " and e.[ID] < ?" : "")
                    + " order by e.[ID] desc",
                limit,
                StoredEvidence::evidence,
                parameters.toArray()));
  }

  @Override
  public List<Evidence> ofAll(Collection<Long> keyResultIds) {
    return database.read(
        session ->
            session.list(
                SELECT + Tables.in("e.[KEY_RESULT_ID]", keyResultIds), StoredEvidence::evidence));
  }

  private static Evidence evidence(ResultSet row) throws SQLException {
    String confirmedBy = row.getString(8);
    return new Evidence(
        row.getLong(1),
        row.getLong(2),
        Optional.ofNullable(row.getString(3)).orElse(""),
        Optional.ofNullable(row.getString(4)),
        LocalDate.parse(row.getString(5)),
        row.getString(6),
        Instant.ofEpochMilli(row.getLong(7)),
        SubjectRows.whole(row, 9)
            .map(at -> new Evidence.Confirmed(confirmedBy, Instant.ofEpochMilli(at))));
  }

  @Override
  public long add(NewEvidence evidence, Edit by) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("KEY_RESULT_ID", evidence.keyResultId());
    row.put("BODY", Session.text(Optional.of(evidence.text()).filter(text -> !text.isEmpty())));
    row.put("ADDRESS", Session.text(evidence.url()));
    row.put("EFFECTIVE_DAY", evidence.on().toString());
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    return database.write(session -> session.insert(Tables.EVIDENCE, row));
  }

  @Override
  public boolean confirm(Evidence evidence, Edit by) {
    return database.write(
        session -> {
          KeyResultValues.lock(session, evidence.keyResultId());
          int rows =
              session.update(
                  "update {EVIDENCE} set [CONFIRMED_BY] = ?, [CONFIRMED_AT] = ?"
                      + " where [ID] = ? and [CONFIRMED_AT] is null",
                  by.who().key(),
                  by.when().toEpochMilli(),
                  evidence.id());
          if (rows > 0) {
            KeyResultValues.rewrite(session, evidence.keyResultId());
          }
          return rows > 0;
        });
  }
}
