package io.bearings.store;

import io.bearings.rhythm.Attempts;
import io.bearings.rhythm.ChannelKind;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What channels did not take at once, in our tables. */
@Component
class StoredAttempts implements Attempts {
  private static final String ENTRIES =
      "select t.[ID], t.[PERSON_KEY], t.[SLOT_ON], t.[CHANNEL_KIND], t.[TRY_STATE], t.[TRIES],"
          + " t.[NOTE], t.[TRIED_AT] from {REMINDER_TRY} t";

  private final Database database;

  @Inject
  StoredAttempts(Database database) {
    this.database = database;
  }

  @Override
  public void add(NewAttempt attempt) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("PERSON_KEY", attempt.personKey());
    row.put("SLOT_ON", attempt.slot().toString());
    row.put("CHANNEL_KIND", attempt.channel().name());
    row.put("TRY_STATE", state(attempt.next()).name());
    row.put("TRIES", 1);
    row.put("NOTE", note(attempt.note()));
    row.put("TRIED_AT", attempt.at().toEpochMilli());
    row.put("NEXT_AT", Session.whole(attempt.next().map(Instant::toEpochMilli)));
    database.write(session -> session.insert(Tables.REMINDER_TRY, row));
  }

  private static State state(Optional<Instant> next) {
    return next.isPresent() ? State.WAITING : State.GIVEN_UP;
  }

  private static Object note(String text) {
    return Session.text(StoredDeliveries.note(text));
  }

  @Override
  public List<Attempt> take(Instant now, Instant until, int limit) {
    return database.write(
        session -> {
          List<Attempt> due =
              session.list(
                  ENTRIES + " where t.[NEXT_AT] <= ? order by t.[NEXT_AT], t.[ID]",
                  limit,
                  StoredAttempts::attempt,
                  now.toEpochMilli());
          int taken =
              due.isEmpty()
                  ? 0
                  : session.update(
                      "update {REMINDER_TRY} set [NEXT_AT] = ? where [NEXT_AT] <= ? and "
                          + Tables.in("[ID]", due.stream().map(Attempt::id).toList()),
                      until.toEpochMilli(),
                      now.toEpochMilli());
          if (taken != due.size()) {
            throw new Outrun("Another node took the same reminders");
          }
          return due;
        });
  }

  @Override
  public void failed(long id, String note, Instant at, Optional<Instant> next) {
    database.write(
        session ->
            session.update(
                "update {REMINDER_TRY} set [TRY_STATE] = ?, [TRIES] = [TRIES] + 1, [NOTE] = ?,"
                    + " [TRIED_AT] = ?, [NEXT_AT] = ? where [ID] = ?",
                state(next).name(),
                note(note),
                at.toEpochMilli(),
                Session.whole(next.map(Instant::toEpochMilli)),
                id));
  }

  @Override
  public void settled(long id, Instant at) {
    database.write(
        session ->
            session.update(
                "update {REMINDER_TRY} set [TRY_STATE] = ?, [TRIED_AT] = ?, [NEXT_AT] = null"
                    + " where [ID] = ?",
                State.SETTLED.name(),
                at.toEpochMilli(),
                id));
  }

  @Override
  public List<Attempt> log(long before, int limit) {
    return database.read(
        session ->
            session.list(
                ENTRIES + " where t.[ID] < ? order by t.[ID] desc",
                limit,
                StoredAttempts::attempt,
                before));
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    return new Attempt(
        row.getLong(1),
        row.getString(2),
        LocalDate.parse(row.getString(3)),
        ChannelKind.valueOf(row.getString(4)),
        State.valueOf(row.getString(5)),
        row.getInt(6),
        Optional.ofNullable(row.getString(7)).orElse(""),
        Instant.ofEpochMilli(row.getLong(8)));
  }

  @Override
  public void forget(Instant before) {
    database.write(
        session ->
            session.update(
                "delete from {REMINDER_TRY} where [TRIED_AT] < ?", before.toEpochMilli()));
  }
}
