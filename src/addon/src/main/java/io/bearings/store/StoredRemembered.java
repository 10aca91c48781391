package io.bearings.store;

import io.bearings.okr.Refusal;
import io.bearings.progress.Remembered;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What jobs remember, in our tables. */
@Component
class StoredRemembered implements Remembered {
  private final Database database;

  @Inject
  StoredRemembered(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Note> read(String name) {
    return database.read(session -> read(session, name));
  }

  static Optional<Note> read(Session session, String name) throws SQLException {
    return session.first(
        "select u.[NOTE], u.[STAMP] from {UPKEEP} u where u.[NAME] = ?",
        row -> new Note(Optional.ofNullable(row.getString(1)).orElse(""), row.getLong(2)),
        name);
  }

  @Override
  public Optional<Note> write(String name, Optional<Note> before, String text) {
    try {
      return database.write(session -> write(session, name, before, text));
    } catch (Refusal.Unavailable e) {
      // Somebody else may have made the row at the same moment, which the unique key refuses.
      if (before.isEmpty() && read(name).isPresent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  static Optional<Note> write(Session session, String name, Optional<Note> before, String text)
      throws SQLException {
    Note next = new Note(text, before.map(Note::stamp).orElse(0L) + 1);
    if (before.isPresent()) {
      int written =
          session.update(
              "update {UPKEEP} set [NOTE] = ?, [STAMP] = ? where [NAME] = ? and [STAMP] = ?",
              text,
              next.stamp(),
              name,
              before.get().stamp());
      return written == 1 ? Optional.of(next) : Optional.empty();
    }
    if (read(session, name).isPresent()) {
      return Optional.empty();
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("NAME", name);
    row.put("NOTE", text);
    row.put("STAMP", next.stamp());
    session.insertAll(Tables.UPKEEP, List.of(row));
    return Optional.of(next);
  }
}
