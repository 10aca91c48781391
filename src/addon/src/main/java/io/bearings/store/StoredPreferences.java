package io.bearings.store;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bearings.okr.Refusal;
import io.bearings.rhythm.ChannelKind;
import io.bearings.rhythm.Preference;
import io.bearings.rhythm.Preferences;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How people want to be reminded, in our tables. */
@Component
class StoredPreferences implements Preferences {
  private static final String ROWS =
      "select w.[PERSON_KEY], w.[OFF_CHANNELS], w.[SNOOZED_UNTIL] from {REMINDER_WISH} w";

  private final Database database;

  @Inject
  StoredPreferences(Database database) {
    this.database = database;
  }

  private record Wish(String personKey, Preference preference) {}

  @Override
  public Map<String, Preference> all() {
    return database.read(session -> session.list(ROWS, StoredPreferences::wish)).stream()
        .collect(toMap(Wish::personKey, Wish::preference));
  }

  @Override
  public Preference of(String personKey) {
    return database
        .read(
            session ->
                session.first(
                    ROWS + " where w.[NATURAL_KEY] = ?",
                    StoredPreferences::wish,
                    naturalKey(personKey)))
        .map(Wish::preference)
        .orElse(Preference.DEFAULT);
  }

  private static Wish wish(ResultSet row) throws SQLException {
    return new Wish(
        row.getString(1),
        new Preference(
            Optional.ofNullable(row.getString(2)).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(ChannelKind::valueOf)
                .collect(toSet()),
            Optional.ofNullable(row.getString(3)).map(LocalDate::parse)));
  }

  @Override
  public void save(String personKey, Preference preference) {
    try {
      database.write(session -> saved(session, personKey, preference));
    } catch (Refusal.Unavailable e) {
      // The unique key refuses the first row of somebody who saved twice at the same moment.
      if (of(personKey).equals(Preference.DEFAULT)) {
        throw e;
      }
      database.write(session -> saved(session, personKey, preference));
    }
  }

  private static boolean saved(Session session, String personKey, Preference preference)
      throws SQLException {
    Object off =
        Session.text(
            Optional.of(preference.off().stream().map(Enum::name).sorted().collect(joining(",")))
                .filter(text -> !text.isEmpty()));
    Object until = Session.text(preference.snoozedUntil().map(LocalDate::toString));
    int changed =
        session.update(
            "update {REMINDER_WISH} set [OFF_CHANNELS] = ?, [SNOOZED_UNTIL] = ?"
                + " where [NATURAL_KEY] = ?",
            off,
            until,
            naturalKey(personKey));
    if (changed == 0) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("PERSON_KEY", personKey);
      row.put("NATURAL_KEY", naturalKey(personKey));
      row.put("OFF_CHANNELS", off);
      row.put("SNOOZED_UNTIL", until);
      session.insert(Tables.REMINDER_WISH, row);
    }
    return true;
  }

  private static String naturalKey(String personKey) {
    return PersonKeys.natural(personKey, "");
  }
}
