package io.bearings.store;

import io.bearings.kpi.PushToken;
import io.bearings.kpi.PushTokens;
import io.bearings.okr.Objectives.Edit;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The hashes of tokens in our tables. */
@Component
class StoredPushTokens implements PushTokens {
  private static final String SELECT =
      "select t.[ID], t.[KPI_ID], t.[TOKEN_LABEL], t.[CREATED_BY], t.[CREATED_AT], t.[USED_AT],"
          + " t.[REVOKED_BY], t.[REVOKED_AT] from {KPI_TOKEN} t where ";

  private final Database database;

  @Inject
  StoredPushTokens(Database database) {
    this.database = database;
  }

  @Override
  public PushToken add(long kpiId, String label, String hash, Edit by) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("KPI_ID", kpiId);
    row.put("TOKEN_LABEL", Session.text(Rows.filled(label)));
    row.put("TOKEN_HASH", hash);
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    return database.write(
        session ->
            new PushToken(
                session.insert(Tables.KPI_TOKEN, row),
                kpiId,
                label,
                by.who().key(),
                by.when().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty(),
                Optional.empty()));
  }

  @Override
  public Optional<PushToken> withHash(String hash) {
    return database.read(
        session -> session.first(SELECT + "t.[TOKEN_HASH] = ?", StoredPushTokens::token, hash));
  }

  @Override
  public List<PushToken> ofKpi(long kpiId) {
    return database.read(
        session ->
            session.list(
                SELECT + "t.[KPI_ID] = ? order by t.[ID]", StoredPushTokens::token, kpiId));
  }

  private static PushToken token(ResultSet row) throws SQLException {
    Cells cells = new Cells(row, 0);
    long id = cells.id();
    long kpiId = cells.id();
    String label = cells.optional().orElse("");
    String madeBy = cells.text();
    Instant madeAt = Instant.ofEpochMilli(cells.id());
    Optional<Instant> usedAt = cells.moment();
    Optional<String> revokedBy = cells.optional();
    Optional<Instant> revokedAt = cells.moment();
    return new PushToken(
        id,
        kpiId,
        label,
        madeBy,
        madeAt,
        usedAt,
        revokedBy.flatMap(key -> revokedAt.map(at -> new PushToken.Revocation(key, at))));
  }

  @Override
  public boolean revoke(long kpiId, long id, Edit by) {
    return database.write(
        session ->
            session.update(
                    "update {KPI_TOKEN} set [REVOKED_BY] = ?, [REVOKED_AT] = ?"
                        + " where [ID] = ? and [KPI_ID] = ? and [REVOKED_AT] is null",
                    by.who().key(),
                    by.when().toEpochMilli(),
                    id,
                    kpiId)
                > 0);
  }

  @Override
  public void used(PushToken token, Instant at) {
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    if (token.usedAt().filter(before -> !before.isBefore(minute)).isPresent()) {
      return;
    }
    database.write(
        session ->
            session.update(
                "update {KPI_TOKEN} set [USED_AT] = ? where [ID] = ?",
                minute.toEpochMilli(),
                token.id()));
  }
}
