package io.bearings.store;

import io.bearings.okr.Refusal;
import io.bearings.okr.WriteKeys;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The writes of clients, in our tables. */
@Component
class StoredWriteKeys implements WriteKeys {
  private static final int UNDER_WAY = 0;

  private final Database database;

  @Inject
  StoredWriteKeys(Database database) {
    this.database = database;
  }

  /** A write that was begun. */
  private record Begun(long id, String request, int status, String answer, Instant at) {

    boolean isOver(Instant now) {
      return at.plus(status == UNDER_WAY ? ABANDONED_AFTER : KEPT_FOR).isBefore(now);
    }

    Reservation as(String wanted) {
      if (!request.equals(wanted)) {
        return new Reservation.OtherRequest();
      }
      return status == UNDER_WAY
          ? new Reservation.UnderWay()
          : new Reservation.Answered(status, answer);
    }
  }

  @Override
  public Reservation reserve(String key, String request, Instant now) {
    try {
      return database.write(session -> reserve(session, key, request, now));
    } catch (Refusal.Unavailable e) {
      // The unique key refuses what another request reserved at the same moment.
      return database
          .read(session -> begun(session, key))
          .map(other -> other.as(request))
          .orElseThrow(() -> e);
    }
  }

  private static Reservation reserve(Session session, String key, String request, Instant now)
      throws SQLException {
    Optional<Begun> before = begun(session, key);
    if (before.isPresent() && !before.get().isOver(now)) {
      return before.get().as(request);
    }
    forget(session, now);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("NATURAL_KEY", key);
    row.put("REQUEST_HASH", request);
    row.put("ANSWER_STATUS", UNDER_WAY);
    row.put("RESERVED_AT", now.toEpochMilli());
    return new Reservation.Reserved(session.insert(Tables.IDEMPOTENCY_KEY, row));
  }

  private static Optional<Begun> begun(Session session, String key) throws SQLException {
    return session.first(
        "select w.[ID], w.[REQUEST_HASH], w.[ANSWER_STATUS], w.[ANSWER_BODY], w.[RESERVED_AT]"
            + " from {IDEMPOTENCY_KEY} w where w.[NATURAL_KEY] = ?",
        row ->
            new Begun(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                Optional.ofNullable(row.getString(4)).orElse(""),
                Instant.ofEpochMilli(row.getLong(5))),
        key);
  }

  private static void forget(Session session, Instant now) throws SQLException {
    session.update(
        "delete from {IDEMPOTENCY_KEY} where [RESERVED_AT] < ?",
        now.minus(KEPT_FOR).toEpochMilli());
    session.update(
        "delete from {IDEMPOTENCY_KEY} where [RESERVED_AT] < ? and [ANSWER_STATUS] = ?",
        now.minus(ABANDONED_AFTER).toEpochMilli(),
        UNDER_WAY);
  }

  @Override
  public void complete(long id, int status, String answer) {
    database.write(
        session ->
            session.update(
                "update {IDEMPOTENCY_KEY} set [ANSWER_STATUS] = ?, [ANSWER_BODY] = ?"
                    + " where [ID] = ?",
                status,
                Session.text(Optional.of(answer).filter(text -> !text.isEmpty())),
                id));
  }

  @Override
  public void release(long id) {
    database.write(session -> session.update("delete from {IDEMPOTENCY_KEY} where [ID] = ?", id));
  }
}
