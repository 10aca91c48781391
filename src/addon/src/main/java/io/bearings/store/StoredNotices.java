package io.bearings.store;

import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.talk.NewNotice;
import io.bearings.talk.Notice;
import io.bearings.talk.Notices;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Notices in our tables. */
@Component
class StoredNotices implements Notices {
  private final Database database;
  private final Clock clock;

  @Inject
  StoredNotices(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Adds notices within the transaction of what they tell of, in one statement. */
  static void add(Session session, List<NewNotice> told, Edit by) throws SQLException {
    session.updateAll(
        "insert into {NOTICE} ([PERSON_KEY], [OBJECTIVE_ID], [KEY_RESULT_ID], [CHECK_IN_ID],"
            + " [NOTICE_KIND], [EXCERPT], [CREATED_BY], [CREATED_AT])"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        told.stream().map(notice -> row(notice, by)).toList());
  }

  private static Object[] row(NewNotice notice, Edit by) {
    Map<String, Object> about = new LinkedHashMap<>();
    SubjectRows.put(about, notice.about());
    return new Object[] {
      notice.toKey(),
      about.get("OBJECTIVE_ID"),
      about.get("KEY_RESULT_ID"),
      about.get("CHECK_IN_ID"),
      notice.kind().name(),
      Session.text(Optional.of(notice.text()).filter(text -> !text.isEmpty())),
      by.who().key(),
      by.when().toEpochMilli()
    };
  }

  @Override
  public List<Notice> of(Person who, Optional<Long> before, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(who.key(), who.key()));
    before.ifPresent(parameters::add);
    return database.read(
        session ->
            session.list(
                "select x.[ID], x.[NOTICE_KIND], x.[CREATED_BY], x.[CREATED_AT], x.[EXCERPT],"
                    + " x.[SEEN_AT], "
                    + SubjectRows.ITEM
                    + " from {NOTICE} x"
                    + SubjectRows.ABOUT
                    + " where x.[PERSON_KEY] = ?"
                    + (before.isPresent() ? " and x.[ID] < ?" : "")
                    + " order by x.[ID] desc",
                limit,
                StoredNotices::notice,
                parameters.toArray()));
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        row.getLong(1),
        Notice.Kind.valueOf(row.getString(2)),
        SubjectRows.item(row, 6),
        row.getString(3),
        Instant.ofEpochMilli(row.getLong(4)),
        Optional.ofNullable(row.getString(5)).orElse(""),
        SubjectRows.whole(row, 6).isPresent());
  }

  @Override
  public List<Unread> unread(Person who) {
    return database.read(
        session ->
            session.list(
                "select "
                    + SubjectRows.AUDIENCE
                    + ", count(*) from {NOTICE} x"
                    + SubjectRows.ABOUT.replace(
                        " left join {CHECK_IN} c on c.[ID] = x.[CHECK_IN_ID]", "")
                    + " where x.[PERSON_KEY] = ? and x.[SEEN_AT] is null group by "
                    + SubjectRows.AUDIENCE,
                row -> new Unread(SubjectRows.audience(row), row.getInt(5)),
                who.key(),
                who.key()));
  }

  @Override
  public boolean read(Person who, long id) {
    long now = clock.millis();
    return database.write(
        session ->
            session.update(
                    "update {NOTICE} set [SEEN_AT] = coalesce([SEEN_AT], ?)"
                        + " where [ID] = ? and [PERSON_KEY] = ?",
                    now,
                    id,
                    who.key())
                > 0);
  }

  @Override
  public void readAll(Person who) {
    long now = clock.millis();
    database.write(
        session ->
            session.update(
                "update {NOTICE} set [SEEN_AT] = ? where [PERSON_KEY] = ? and [SEEN_AT] is null",
                now,
                who.key()));
  }
}
