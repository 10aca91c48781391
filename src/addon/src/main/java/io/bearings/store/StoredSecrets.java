package io.bearings.store;

import io.bearings.connect.acts.SealedSecrets;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sealed secrets in our tables. */
@Component
class StoredSecrets implements SealedSecrets {
  private final Database database;

  @Inject
  StoredSecrets(Database database) {
    this.database = database;
  }

  @Override
  public Optional<String> ofKpi(long kpiId) {
    return database.read(
        session ->
            session.first(
                "select x.[SEALED] from {KPI_SECRET} x where x.[KPI_ID] = ?",
                row -> row.getString(1),
                kpiId));
  }

  @Override
  public void addIfAbsent(long kpiId, String sealed, Instant at) {
    if (ofKpi(kpiId).isPresent()) {
      return;
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("KPI_ID", kpiId);
    row.put("SEALED", sealed);
    row.put("MADE_AT", at.toEpochMilli());
    try {
      database.write(session -> session.insert(Tables.KPI_SECRET, row));
    } catch (Refusal.Unavailable e) {
      // Another node may have made one at the same moment, which the unique key refuses.
      if (ofKpi(kpiId).isEmpty()) {
        throw e;
      }
    }
  }

  @Override
  public void replace(long kpiId, String sealed, Instant at) {
    database.write(
        session ->
            session.update(
                "update {KPI_SECRET} set [SEALED] = ?, [MADE_AT] = ? where [KPI_ID] = ?",
                sealed,
                at.toEpochMilli(),
                kpiId));
  }
}
