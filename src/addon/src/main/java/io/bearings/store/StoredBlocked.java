package io.bearings.store;

import io.bearings.progress.Blocked;
import io.bearings.progress.WorkHistory;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The issues of blockers in our tables. */
@Component
class StoredBlocked implements Blocked {
  private final Database database;

  @Inject
  StoredBlocked(Database database) {
    this.database = database;
  }

  @Override
  public List<WorkHistory.Event> since(long keyResultId, Instant after) {
    return database.read(
        session ->
            session.list(
                "select x.[ISSUE_ID], x.[CREATED_AT] from {BLOCKER} x where x.[KEY_RESULT_ID] = ?"
                    + " and x.[ISSUE_ID] is not null and x.[RESOLVED_AT] is null"
                    + " and x.[CREATED_AT] > ? order by x.[ID]",
                row ->
                    new WorkHistory.Event(
                        WorkHistory.Kind.BLOCKED,
                        row.getLong(1),
                        Instant.ofEpochMilli(row.getLong(2))),
                keyResultId,
                after.toEpochMilli()));
  }
}
