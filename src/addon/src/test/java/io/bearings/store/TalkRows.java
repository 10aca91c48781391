package io.bearings.store;

import io.bearings.okr.Measure;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Source;
import io.bearings.okr.Visibility;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Objectives and key results to talk about, written as bare rows. */
final class TalkRows {
  static final Person ANNA = new Person("anna");
  static final Person BERT = new Person("bert");
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final Edit BY_ANNA = new Edit(ANNA, NOW);
  static final Edit BY_BERT = new Edit(BERT, NOW.plusSeconds(60));

  private final Database database;

  TalkRows(Database database) {
    this.database = database;
  }

  /** An objective of Anna's. */
  long objective(long unitId, Optional<Long> cycleId, Visibility visibility) {
    Map<String, Object> row = created();
    row.put("PROJECT_ID", 0L);
    row.put("UNIT_ID", unitId);
    row.put("CYCLE_ID", Session.whole(cycleId));
    row.put("TITLE", "Calm nights");
    row.put("OWNER_KEY", "anna");
    row.put("OBJECTIVE_KIND", "ASPIRATIONAL");
    row.put("LIFE_STATE", "ACTIVE");
    row.put("VISIBILITY", visibility.name());
    row.put("ARCHIVED", 0);
    return database.write(session -> session.insert("OBJECTIVE", row));
  }

  /** An objective of Anna's in unit 2 that everybody there may see. */
  long objective() {
    return objective(2, Optional.empty(), Visibility.UNIT_VIEWERS);
  }

  /** A key result of Bert's. */
  long keyResult(long objectiveId, Source source) {
    Map<String, Object> row = created();
    row.put("OBJECTIVE_ID", objectiveId);
    row.put("TITLE", "Fewer alarms");
    row.put("OWNER_KEY", "bert");
    row.put("VALUE_SOURCE", source.name());
    row.put("NATURE", source.usualNature().name());
    row.put("MEASURED_IN", Rows.text(Measure.NUMBER));
    row.put("WEIGHT_MICROS", 1_000_000L);
    row.put("WEIGHT_BY", "ISSUES");
    row.put("LAG_WEEKS", 0);
    row.put("LIFE_STATE", "ACTIVE");
    row.put("ARCHIVED", 0);
    return database.write(session -> session.insert("KEY_RESULT", row));
  }

  /** A cycle inside another. */
  long cycle(Optional<Long> parentId) {
    Map<String, Object> row = created();
    row.put("UNIT_ID", 2L);
    row.put("NAME", "Q4");
    row.put("FIRST_DAY", "2026-10-01");
    row.put("LAST_DAY", "2026-12-31");
    row.put("CYCLE_STATE", "ACTIVE");
    row.put("CYCLE_KIND", "CALENDAR");
    row.put("CYCLE_LENGTH", "QUARTER");
    row.put("PARENT_ID", Session.whole(parentId));
    return database.write(session -> session.insert("OKR_CYCLE", row));
  }

  private static Map<String, Object> created() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("VERSION_NO", 1);
    row.put("CREATED_BY", "anna");
    row.put("CREATED_AT", NOW.toEpochMilli());
    row.put("UPDATED_BY", "anna");
    row.put("UPDATED_AT", NOW.toEpochMilli());
    return row;
  }

  /** One cell of a row. */
  Optional<String> cell(String table, long id, String column) {
    return database
        .read(
            session ->
                session.list(
                    "select x.[" + column + "] from {" + table + "} x where x.[ID] = ?",
                    row -> Optional.ofNullable(row.getString(1)),
                    id))
        .get(0);
  }
}
