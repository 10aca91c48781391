package io.bearings.store;

import io.bearings.progress.TeamWork;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What teams finished, from what contributes. */
@Component
class StoredTeamWork implements TeamWork {
  private final Database database;

  @Inject
  StoredTeamWork(Database database) {
    this.database = database;
  }

  @Override
  public Set<Long> finishedSince(long unitId, Instant since) {
    return new LinkedHashSet<>(
        database.read(
            session ->
                session.list(
                    "select distinct c.[ISSUE_ID] from {CONTRIBUTION} c"
                        + " join {KEY_RESULT} k on k.[ID] = c.[KEY_RESULT_ID]"
                        + " join {OBJECTIVE} o on o.[ID] = k.[OBJECTIVE_ID]"
                        + " where o.[UNIT_ID] = ? and c.[COUNTS] = 1"
                        + " and c.[STATUS_CATEGORY] = 'DONE'"
                        + " and coalesce(c.[MOVED_AT], c.[ISSUE_UPDATED]) >= ?",
                    row -> row.getLong(1),
                    unitId,
                    since.toEpochMilli())));
  }
}
