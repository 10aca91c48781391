package io.bearings.store;

import static java.util.stream.Collectors.toMap;

import io.bearings.connect.reminders.ChatChannel;
import io.bearings.connect.reminders.Posts;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What is posted to channels, in our tables. */
@Component
class StoredPosts implements Posts {
  private static final String WAITING =
      "select "
          + StoredChatChannels.COLUMNS
          + ", c.[SEALED], p.[ID], p.[SLOT_ON], p.[TRIES] from {CHAT_POST} p"
          + " join {CHAT_CHANNEL} c on c.[ID] = p.[CHANNEL_ID] where p.[POST_STATE] = ?"
          + " and p.[NEXT_AT] <= ? order by p.[NEXT_AT], p.[ID]";

  /** How many rows are inserted by one statement; every database takes a list as long. */
  private static final int AT_ONCE = 500;

  private final Database database;

  @Inject
  StoredPosts(Database database) {
    this.database = database;
  }

  @Override
  public void addForPeople(Map<String, LocalDate> slots, Instant at) {
    record Found(long id, String personKey) {}

    List<Found> found =
        database.read(
            session ->
                session.list(
                    "select c.[ID], c.[PERSON_KEY] from {CHAT_CHANNEL} c"
                        + " where c.[SWITCHED_ON] = 1 and c.[PERSON_KEY] in ("
                        + String.join(", ", Collections.nCopies(slots.size(), "?"))
                        + ")",
                    row -> new Found(row.getLong(1), row.getString(2)),
                    slots.keySet().toArray()));
    add(
        found.stream()
            .filter(each -> slots.containsKey(each.personKey()))
            .collect(toMap(Found::id, each -> slots.get(each.personKey()))),
        at);
  }

  @Override
  public void add(Map<Long, LocalDate> slots, Instant at) {
    SortedMap<String, Map<String, Object>> rows = new TreeMap<>();
    slots.forEach((channelId, slot) -> rows.put(channelId + ":" + slot, row(channelId, slot, at)));
    while (!rows.isEmpty()) {
      SortedMap<String, Map<String, Object>> some = new TreeMap<>();
      while (some.size() < AT_ONCE && !rows.isEmpty()) {
        String key = rows.firstKey();
        some.put(key, rows.remove(key));
      }
      UniqueRows.insert(database, Tables.CHAT_POST, some);
    }
  }

  private static Map<String, Object> row(long channelId, LocalDate slot, Instant at) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("CHANNEL_ID", channelId);
    row.put("SLOT_ON", slot.toString());
    row.put("POST_STATE", State.WAITING.name());
    row.put("TRIES", 0);
    row.put("POSTED_AT", at.toEpochMilli());
    row.put("NEXT_AT", at.toEpochMilli());
    return row;
  }

  @Override
  public Map<Long, LocalDate> lastOfUnits(LocalDate from) {
    record Last(long unitId, LocalDate slot) {}

    return database
        .read(
            session ->
                session.list(
                    "select c.[UNIT_ID], max(p.[SLOT_ON]) from {CHAT_POST} p"
                        + " join {CHAT_CHANNEL} c on c.[ID] = p.[CHANNEL_ID]"
                        + " where c.[UNIT_ID] is not null and p.[SLOT_ON] >= ? group by c.[UNIT_ID]",
                    row -> new Last(row.getLong(1), LocalDate.parse(row.getString(2))),
                    from.toString()))
        .stream()
        .collect(toMap(Last::unitId, Last::slot));
  }

  @Override
  public List<Waiting> take(Instant now, Instant until, int limit) {
    return database.write(
        session -> {
          List<Waiting> due =
              session.list(
                  WAITING, limit, StoredPosts::waiting, State.WAITING.name(), now.toEpochMilli());
          int taken =
              due.isEmpty()
                  ? 0
                  : session.update(
                      "update {CHAT_POST} set [NEXT_AT] = ? where [NEXT_AT] <= ? and "
                          + Tables.in("[ID]", due.stream().map(Waiting::id).toList()),
                      until.toEpochMilli(),
                      now.toEpochMilli());
          if (taken != due.size()) {
            throw new Outrun("Another node took the same posts");
          }
          return due;
        });
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    ChatChannel channel = StoredChatChannels.channel(row);
    return new Waiting(
        row.getLong(11),
        channel,
        row.getString(10),
        LocalDate.parse(row.getString(12)),
        row.getInt(13));
  }

  @Override
  public boolean begin(long id) {
    return database.write(
            session ->
                session.update(
                    "update {CHAT_POST} set [POST_STATE] = ? where [ID] = ? and [POST_STATE] = ?",
                    State.SENDING.name(),
                    id,
                    State.WAITING.name()))
        > 0;
  }

  @Override
  public void failed(long id, String note, Instant at, Instant next) {
    database.write(
        session ->
            session.update(
                "update {CHAT_POST} set [POST_STATE] = ?, [TRIES] = [TRIES] + 1, [NOTE] = ?,"
                    + " [POSTED_AT] = ?, [NEXT_AT] = ? where [ID] = ?",
                State.WAITING.name(),
                Session.text(StoredDeliveries.note(note)),
                at.toEpochMilli(),
                next.toEpochMilli(),
                id));
  }

  @Override
  public void end(long id, State state, String note, Instant at) {
    database.write(
        session ->
            session.update(
                "update {CHAT_POST} set [POST_STATE] = ?, [NOTE] = ?, [POSTED_AT] = ?,"
                    + " [NEXT_AT] = null where [ID] = ?",
                state.name(),
                Session.text(StoredDeliveries.note(note)),
                at.toEpochMilli(),
                id));
  }

  @Override
  public List<Waiting> lose(Instant now) {
    return database.write(
        session -> {
          List<Waiting> lost =
              session.list(
                  WAITING, BATCH, StoredPosts::waiting, State.SENDING.name(), now.toEpochMilli());
          int changed =
              lost.isEmpty()
                  ? 0
                  : session.update(
                      "update {CHAT_POST} set [POST_STATE] = ?, [NEXT_AT] = null"
                          + " where [POST_STATE] = ? and "
                          + Tables.in("[ID]", lost.stream().map(Waiting::id).toList()),
                      State.LOST.name(),
                      State.SENDING.name());
          if (changed != lost.size()) {
            throw new Outrun("Another node gave up the same posts");
          }
          return lost;
        });
  }

  @Override
  public List<Post> log(long channelId, long before, int limit) {
    return database.read(
        session ->
            session.list(
                "select p.[ID], p.[SLOT_ON], p.[POST_STATE], p.[TRIES], p.[NOTE], p.[POSTED_AT]"
                    + " from {CHAT_POST} p where p.[CHANNEL_ID] = ? and p.[ID] < ?"
                    + " order by p.[ID] desc",
                limit,
                StoredPosts::post,
                channelId,
                before));
  }

  private static Post post(ResultSet row) throws SQLException {
    return new Post(
        row.getLong(1),
        LocalDate.parse(row.getString(2)),
        State.valueOf(row.getString(3)),
        row.getInt(4),
        Optional.ofNullable(row.getString(5)).orElse(""),
        Instant.ofEpochMilli(row.getLong(6)));
  }

  @Override
  public void forget(LocalDate before) {
    database.write(
        session ->
            session.update("delete from {CHAT_POST} where [SLOT_ON] < ?", before.toString()));
  }
}
