package io.bearings.store;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bearings.rhythm.Digest;
import io.bearings.rhythm.Reminded;
import io.bearings.rhythm.Reminders;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Reminders in our tables. */
@Component
class StoredReminders implements Reminders {
  private final Database database;

  @Inject
  StoredReminders(Database database) {
    this.database = database;
  }

  @Override
  public Map<String, Reminded> since(LocalDate from) {
    record Row(String personKey, Reminded reminded) {}

    return database
        .read(
            session ->
                session.list(
                    "select r.[PERSON_KEY], max(r.[SLOT_ON]),"
                        + " max(case when r.[REMINDER_STATE] = 'LOST' then null"
                        + " else r.[SLOT_ON] end)"
                        + " from {REMINDER} r where r.[SLOT_ON] >= ? group by r.[PERSON_KEY]",
                    row ->
                        new Row(
                            row.getString(1),
                            new Reminded(day(row.getString(2)), day(row.getString(3)))),
                    from.toString()))
        .stream()
        .collect(toMap(Row::personKey, Row::reminded));
  }

  private static Optional<LocalDate> day(String text) {
    return Optional.ofNullable(text).map(LocalDate::parse);
  }

  @Override
  public Set<String> claim(Batch batch) {
    SortedMap<String, Map<String, Object>> rows = new TreeMap<>();
    batch.digests().forEach(digest -> rows.put(naturalKey(digest), row(batch, digest)));
    Set<String> ours = UniqueRows.insert(database, Tables.REMINDER, rows);
    return batch.digests().stream()
        .filter(digest -> ours.contains(naturalKey(digest)))
        .map(Digest::personKey)
        .collect(toSet());
  }

  private static Map<String, Object> row(Batch batch, Digest digest) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("PERSON_KEY", digest.personKey());
    row.put("SLOT_ON", digest.slot().toString());
    row.put("RUN_NAME", batch.run());
    row.put("BATCH_NO", batch.number());
    row.put("CLAIMED_AT", batch.at().toEpochMilli());
    row.put("REMINDER_STATE", State.CLAIMED.name());
    row.put("TOTAL_COUNT", digest.total());
    row.put("OVERDUE_COUNT", digest.overdue());
    return row;
  }

  private static String naturalKey(Digest digest) {
    return PersonKeys.natural(digest.personKey(), ":" + digest.slot());
  }

  @Override
  public void end(String run) {
    database.write(
        session ->
            session.update(
                "update {REMINDER} set [REMINDER_STATE] = 'TOLD'"
                    + " where [RUN_NAME] = ? and [REMINDER_STATE] = 'CLAIMED'",
                run));
  }

  @Override
  public List<Claimed> lose(Instant before) {
    record Lost(long id, String run, Claimed claimed) {}

    return database.write(
        session -> {
          List<Lost> lost =
              session.list(
                  "select r.[ID], r.[RUN_NAME], r.[PERSON_KEY], r.[SLOT_ON] from {REMINDER} r"
                      + " where r.[REMINDER_STATE] = 'CLAIMED' and r.[CLAIMED_AT] < ?"
                      + " and not exists (select 1 from {REMINDER} n"
                      + " where n.[RUN_NAME] = r.[RUN_NAME] and n.[BATCH_NO] > r.[BATCH_NO])"
                      + " order by r.[ID]",
                  row ->
                      new Lost(
                          row.getLong(1),
                          row.getString(2),
                          new Claimed(row.getString(3), LocalDate.parse(row.getString(4)))),
                  before.toEpochMilli());
          if (lost.isEmpty()) {
            return List.of();
          }
          int changed =
              session.update(
                  "update {REMINDER} set [REMINDER_STATE] = 'LOST'"
                      + " where [REMINDER_STATE] = 'CLAIMED' and "
                      + Tables.in("[ID]", lost.stream().map(Lost::id).toList()));
          if (changed != lost.size()) {
            throw new Outrun("Another node gave up the same reminders");
          }
          for (String run : lost.stream().map(Lost::run).collect(toSet())) {
            session.update(
                "update {REMINDER} set [REMINDER_STATE] = 'TOLD'"
                    + " where [RUN_NAME] = ? and [REMINDER_STATE] = 'CLAIMED'",
                run);
          }
          return lost.stream().map(Lost::claimed).toList();
        });
  }

  @Override
  public List<Past> of(String personKey, int limit) {
    return database.read(
        session ->
            session.list(
                "select r.[SLOT_ON], r.[CLAIMED_AT], r.[REMINDER_STATE], r.[TOTAL_COUNT],"
                    + " r.[OVERDUE_COUNT] from {REMINDER} r where r.[PERSON_KEY] = ?"
                    + " order by r.[SLOT_ON] desc",
                limit,
                row ->
                    new Past(
                        LocalDate.parse(row.getString(1)),
                        Instant.ofEpochMilli(row.getLong(2)),
                        State.valueOf(row.getString(3)),
                        row.getInt(4),
                        row.getInt(5)),
                personKey));
  }

  @Override
  public void forget(Instant before) {
    database.write(
        session ->
            session.update("delete from {REMINDER} where [CLAIMED_AT] < ?", before.toEpochMilli()));
  }
}
