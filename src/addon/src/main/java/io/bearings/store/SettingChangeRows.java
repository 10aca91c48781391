package io.bearings.store;

import io.bearings.okr.Objectives;
import io.bearings.okr.SettingChange;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How changes of settings become rows, also within the transaction that makes the change. */
final class SettingChangeRows {
  private SettingChangeRows() {}

  static void add(Session session, List<SettingChange> changes, Objectives.Edit by)
      throws SQLException {
    session.insertAll(
        Tables.SETTING_CHANGE, changes.stream().map(change -> row(change, by)).toList());
  }

  private static Map<String, Object> row(SettingChange change, Objectives.Edit by) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("SUBJECT", change.subject().name());
    row.put("UNIT_ID", Session.whole(change.unitId()));
    row.put("NAME", change.name());
    row.put("OLD_TEXT", Session.text(written(change.before())));
    row.put("NEW_TEXT", Session.text(written(change.after())));
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    return row;
  }

  /** Oracle takes an empty text for none, so that none is written everywhere. */
  private static Optional<String> written(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }
}
