package io.bearings.store;

import io.bearings.okr.Objectives;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChanges;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The log of changes of settings in our tables. */
@Component
class StoredSettingChanges implements SettingChanges {
  private static final String ENTRIES =
      "select c.[ID], c.[SUBJECT], c.[UNIT_ID], c.[NAME], c.[OLD_TEXT], c.[NEW_TEXT],"
          + " c.[CREATED_BY], c.[CREATED_AT] from {SETTING_CHANGE} c where ";
  private static final String OF_SITE = "c.[SUBJECT] in ('SITE', 'OUTGOING')";
  private static final String OF_UNITS = "c.[SUBJECT] in ('UNIT', 'ROLES')";

  private final Database database;

  @Inject
  StoredSettingChanges(Database database) {
    this.database = database;
  }

  @Override
  public void add(List<SettingChange> changes, Objectives.Edit by) {
    if (!changes.isEmpty()) {
      database.write(
          session -> {
            SettingChangeRows.add(session, changes, by);
            return changes.size();
          });
    }
  }

  @Override
  public List<Entry> entries(Filter filter, long before, int limit) {
    StringBuilder condition = new StringBuilder("c.[ID] < ?");
    List<Object> parameters = new ArrayList<>(List.of(before));
    filter
        .subject()
        .ifPresent(
            subject -> {
              condition.append(" and c.[SUBJECT] = ?");
              parameters.add(subject.name());
            });
    filter
        .unitId()
        .ifPresent(
            unit -> {
              condition.append(" and c.[UNIT_ID] = ?");
              parameters.add(unit);
            });
    filter
        .changedBy()
        .ifPresent(
            person -> {
              condition.append(" and c.[CREATED_BY] = ?");
              parameters.add(person);
            });
    return database.read(
        session ->
            session.list(
                ENTRIES + condition + " order by c.[ID] desc",
                limit,
                StoredSettingChanges::entry,
                parameters.toArray()));
  }

  @Override
  public List<Entry> ofSiteSince(long id) {
    return since(OF_SITE, id);
  }

  @Override
  public List<Entry> ofUnitsSince(long id) {
    return since(OF_UNITS, id);
  }

  private List<Entry> since(String subjects, long id) {
    return database.read(
        session ->
            session.list(
                ENTRIES + subjects + " and c.[ID] > ? order by c.[ID]",
                StoredSettingChanges::entry,
                id));
  }

  @Override
  public long newest() {
    return database.read(
        session ->
            session
                .first("select max(c.[ID]) from {SETTING_CHANGE} c", row -> row.getLong(1))
                .orElse(0L));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong(1),
        new SettingChange(
            SettingChange.Subject.valueOf(row.getString(2)),
            Rows.id(row, 3),
            row.getString(4),
            Optional.ofNullable(row.getString(5)).orElse(""),
            Optional.ofNullable(row.getString(6)).orElse("")),
        row.getString(7),
        Instant.ofEpochMilli(row.getLong(8)));
  }
}
