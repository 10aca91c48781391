package io.bearings.store;

import static java.util.stream.Collectors.toSet;

import io.bearings.connect.reminders.ChatChannel;
import io.bearings.connect.reminders.ChatChannels;
import io.bearings.connect.reminders.ChatKind;
import io.bearings.connect.reminders.ChatOwner;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Channels of chat services, in our tables. */
@Component
class StoredChatChannels implements ChatChannels {
  /** What {@link #channel(ResultSet)} reads, in this order. */
  static final String COLUMNS =
      "c.[ID], c.[UNIT_ID], c.[PERSON_KEY], c.[CHAT_KIND], c.[CHANNEL_NAME], c.[SWITCHED_ON],"
          + " c.[DEAD_SINCE], c.[MADE_BY], c.[VERSION_NO]";

  private static final int FIRST_VERSION = 1;
  private static final String SELECT = "select " + COLUMNS + " from {CHAT_CHANNEL} c where ";

  private final Database database;

  @Inject
  StoredChatChannels(Database database) {
    this.database = database;
  }

  static ChatChannel channel(ResultSet row) throws SQLException {
    String personKey = row.getString(3);
    return new ChatChannel(
        row.getLong(1),
        SubjectRows.whole(row, 2)
            .<ChatOwner>map(ChatOwner.OfUnit::new)
            .orElseGet(() -> new ChatOwner.OfPerson(personKey)),
        ChatKind.valueOf(row.getString(4)),
        row.getString(5),
        row.getInt(6) == 1,
        SubjectRows.whole(row, 7).map(Instant::ofEpochMilli),
        row.getString(8),
        row.getInt(9));
  }

  @Override
  public List<ChatChannel> of(ChatOwner owner) {
    return owner instanceof ChatOwner.OfUnit unit
        ? list("c.[UNIT_ID] = ?", unit.unitId())
        : list("c.[PERSON_KEY] = ?", ((ChatOwner.OfPerson) owner).key());
  }

  private List<ChatChannel> list(String condition, Object... parameters) {
    return database.read(
        session ->
            session.list(
                SELECT + condition + " order by c.[ID]", StoredChatChannels::channel, parameters));
  }

  @Override
  public Optional<ChatChannel> channel(long id) {
    return list("c.[ID] = ?", id).stream().findFirst();
  }

  @Override
  public Optional<String> sealedAddress(long id) {
    return database.read(
        session ->
            session.first(
                "select c.[SEALED] from {CHAT_CHANNEL} c where c.[ID] = ?",
                row -> row.getString(1),
                id));
  }

  @Override
  public long add(NewChannel channel) {
    Map<String, Object> row = new LinkedHashMap<>();
    boolean ofUnit = channel.owner() instanceof ChatOwner.OfUnit;
    row.put(
        "UNIT_ID",
        Session.whole(
            ofUnit
                ? Optional.of(((ChatOwner.OfUnit) channel.owner()).unitId())
                : Optional.empty()));
    row.put(
        "PERSON_KEY",
        Session.text(
            ofUnit ? Optional.empty() : Optional.of(((ChatOwner.OfPerson) channel.owner()).key())));
    row.put("CHAT_KIND", channel.kind().name());
    row.put("CHANNEL_NAME", channel.name());
    row.put("SEALED", channel.sealed());
    row.put("SWITCHED_ON", channel.on() ? 1 : 0);
    row.put("GIVEN_UP", 0);
    row.put("MADE_BY", channel.madeBy());
    row.put("VERSION_NO", FIRST_VERSION);
    return database.write(session -> session.insert(Tables.CHAT_CHANNEL, row));
  }

  @Override
  public boolean change(ChatChannel changed, Optional<String> sealed) {
    List<Object> parameters =
        new ArrayList<>(List.of(changed.name(), changed.on() ? 1 : 0, changed.madeBy()));
    sealed.ifPresent(parameters::add);
    parameters.add(changed.id());
    parameters.add(changed.version());
    return database.write(
            session ->
                session.update(
                    "update {CHAT_CHANNEL} set [CHANNEL_NAME] = ?, [SWITCHED_ON] = ?,"
                        + " [MADE_BY] = ?, [VERSION_NO] = [VERSION_NO] + 1"
                        + (sealed.isPresent()
                            ? ", [SEALED] = ?, [DEAD_SINCE] = null, [GIVEN_UP] = 0"
                            : "")
                        + " where [ID] = ? and [VERSION_NO] = ?",
                    parameters.toArray()))
        > 0;
  }

  @Override
  public boolean remove(long id, int version) {
    return database.write(
        session -> {
          boolean removed =
              session.update(
                      "delete from {CHAT_CHANNEL} where [ID] = ? and [VERSION_NO] = ?", id, version)
                  > 0;
          if (removed) {
            session.update("delete from {CHAT_POST} where [CHANNEL_ID] = ?", id);
          }
          return removed;
        });
  }

  @Override
  public Set<String> people() {
    return database
        .read(
            session ->
                session.list(
                    "select c.[PERSON_KEY] from {CHAT_CHANNEL} c"
                        + " where c.[PERSON_KEY] is not null and c.[SWITCHED_ON] = 1",
                    row -> row.getString(1)))
        .stream()
        .collect(toSet());
  }

  @Override
  public List<ChatChannel> ofUnits() {
    return list("c.[UNIT_ID] is not null and c.[SWITCHED_ON] = 1");
  }

  @Override
  public void took(long id) {
    database.write(
        session ->
            session.update(
                "update {CHAT_CHANNEL} set [GIVEN_UP] = 0, [DEAD_SINCE] = null where [ID] = ?"
                    + " and ([GIVEN_UP] > 0 or [DEAD_SINCE] is not null)",
                id));
  }

  @Override
  public int gaveUp(long id) {
    return database.write(
        session -> {
          session.update(
              "update {CHAT_CHANNEL} set [GIVEN_UP] = [GIVEN_UP] + 1 where [ID] = ?", id);
          return session
              .first(
                  "select c.[GIVEN_UP] from {CHAT_CHANNEL} c where c.[ID] = ?",
                  row -> row.getInt(1),
                  id)
              .orElse(1);
        });
  }

  @Override
  public boolean die(long id, Instant at) {
    return database.write(
            session ->
                session.update(
                    "update {CHAT_CHANNEL} set [DEAD_SINCE] = ?"
                        + " where [ID] = ? and [DEAD_SINCE] is null",
                    at.toEpochMilli(),
                    id))
        > 0;
  }
}
