package io.bearings.store;

import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.talk.Decision;
import io.bearings.talk.Decisions;
import io.bearings.talk.Item;
import io.bearings.talk.NewDecision;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decisions in our tables. */
@Component
class StoredDecisions implements Decisions {
  private static final int OWN_COLUMNS = 7;
  private static final String SELECT =
      "select x.[ID], x.[UNIT_ID], x.[BODY], x.[REASON], x.[EFFECTIVE_DAY], x.[CREATED_BY],"
          + " x.[CREATED_AT], "
          + SubjectRows.ITEM
          + " from {DECISION} x left join {OBJECTIVE} o on o.[ID] = x.[OBJECTIVE_ID]"
          + SubjectRows.FOLLOWED
          + " left join {KEY_RESULT} k on 1 = 0 left join {CHECK_IN} c on 1 = 0 where ";

  private final Database database;

  @Inject
  StoredDecisions(Database database) {
    this.database = database;
  }

  @Override
  public List<Decision> ofUnit(long unitId, Person who, Optional<Long> before, int limit) {
    return list("coalesce(o.[UNIT_ID], x.[UNIT_ID]) = ?", unitId, who, before, limit);
  }

  @Override
  public List<Decision> ofObjective(
      long objectiveId, Person who, Optional<Long> before, int limit) {
    return list("x.[OBJECTIVE_ID] = ?", objectiveId, who, before, limit);
  }

  private List<Decision> list(
      String condition, long id, Person who, Optional<Long> before, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(who.key(), id));
    before.ifPresent(parameters::add);
    return database.read(
        session ->
            session.list(
                SELECT
                    + condition
                    + (before.isPresent() ? " and x.[ID] < ?" : "")
                    + " order by x.[ID] desc",
                limit,
                StoredDecisions::decision,
                parameters.toArray()));
  }

  private static Decision decision(ResultSet row) throws SQLException {
    Optional<Long> ownUnit = SubjectRows.whole(row, 2);
    Optional<Item> about =
        ownUnit.isPresent() ? Optional.empty() : Optional.of(SubjectRows.item(row, OWN_COLUMNS));
    return new Decision(
        row.getLong(1),
        ownUnit.orElseGet(() -> about.map(item -> item.audience().unitId()).orElse(0L)),
        about,
        row.getString(3),
        Optional.ofNullable(row.getString(4)).orElse(""),
        LocalDate.parse(row.getString(5)),
        row.getString(6),
        Instant.ofEpochMilli(row.getLong(7)));
  }

  @Override
  public long add(NewDecision decision, Edit by) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(
        "UNIT_ID",
        Session.whole(
            decision.objectiveId().isPresent()
                ? Optional.empty()
                : Optional.of(decision.unitId())));
    row.put("OBJECTIVE_ID", Session.whole(decision.objectiveId()));
    row.put("BODY", decision.text());
    row.put("REASON", Session.text(Optional.of(decision.reason()).filter(it -> !it.isEmpty())));
    row.put("EFFECTIVE_DAY", decision.on().toString());
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    return database.write(session -> session.insert(Tables.DECISION, row));
  }
}
