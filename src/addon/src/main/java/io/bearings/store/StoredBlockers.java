package io.bearings.store;

import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.talk.Blocker;
import io.bearings.talk.Blockers;
import io.bearings.talk.NewBlocker;
import io.bearings.talk.NewNotice;
import io.bearings.talk.Subject;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Blockers in our tables. */
@Component
class StoredBlockers implements Blockers {
  private static final int FIRST_VERSION = 1;
  private static final int OWN_COLUMNS = 9;
  private static final String SELECT =
      "select x.[ID], x.[BODY], x.[OWNER_KEY], x.[NEEDED_FROM], x.[SINCE_DAY], x.[ISSUE_ID],"
          + " x.[RESOLVED_BY], x.[RESOLVED_AT], x.[VERSION_NO], "
          + SubjectRows.ITEM
          + " from {BLOCKER} x"
          + SubjectRows.ABOUT_NO_CHECK_IN
          + " where ";

  private final Database database;

  @Inject
  StoredBlockers(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Blocker> blocker(long id, Person who) {
    return database.read(
        session -> session.first(SELECT + "x.[ID] = ?", StoredBlockers::blocker, who.key(), id));
  }

  @Override
  public List<Blocker> ofUnit(long unitId, Person who, Optional<Long> before, int limit) {
    return list("o.[UNIT_ID] = ? and o.[ARCHIVED] = 0", unitId, who, before, limit);
  }

  @Override
  public List<Blocker> of(Subject subject, Person who, Optional<Long> before, int limit) {
    String condition =
        subject.kind() == Subject.Kind.OBJECTIVE ? "o.[ID] = ?" : "x.[KEY_RESULT_ID] = ?";
    return list(condition, subject.id(), who, before, limit);
  }

  private List<Blocker> list(
      String condition, long id, Person who, Optional<Long> before, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(who.key(), id));
    before.ifPresent(parameters::add);
    return database.read(
        session ->
            session.list(
                SELECT
                    + condition
                    + (before.isPresent() ? " and x.[ID] < ?" : "")
                    + " order by x.[ID] desc",
                limit,
                StoredBlockers::blocker,
                parameters.toArray()));
  }

  private static Blocker blocker(ResultSet row) throws SQLException {
    Optional<Long> resolvedAt = SubjectRows.whole(row, 8);
    String resolvedBy = row.getString(7);
    return new Blocker(
        row.getLong(1),
        SubjectRows.item(row, OWN_COLUMNS),
        row.getString(2),
        row.getString(3),
        Optional.ofNullable(row.getString(4)).orElse(""),
        LocalDate.parse(row.getString(5)),
        SubjectRows.whole(row, 6),
        resolvedAt.map(at -> new Blocker.Resolved(resolvedBy, Instant.ofEpochMilli(at))),
        row.getInt(9));
  }

  @Override
  public long add(NewBlocker blocker, List<NewNotice> told, Edit by) {
    Map<String, Object> row = new LinkedHashMap<>();
    SubjectRows.put(row, blocker.about());
    row.remove("CHECK_IN_ID");
    row.put("BODY", blocker.text());
    row.put("OWNER_KEY", blocker.ownerKey());
    row.put("NEEDED_FROM", Session.text(notEmpty(blocker.neededFrom())));
    row.put("SINCE_DAY", blocker.since().toString());
    row.put("ISSUE_ID", Session.whole(blocker.issueId()));
    row.put("VERSION_NO", FIRST_VERSION);
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    row.put("UPDATED_BY", by.who().key());
    row.put("UPDATED_AT", by.when().toEpochMilli());
    return database.write(
        session -> {
          long id = session.insert(Tables.BLOCKER, row);
          StoredNotices.add(session, told, by);
          return id;
        });
  }

  @Override
  public boolean change(Blocker changed, List<NewNotice> told, Edit by) {
    return database.write(
        session -> {
          boolean written = write(session, changed, by) > 0;
          if (written) {
            StoredNotices.add(session, told, by);
          }
          return written;
        });
  }

  private static int write(Session session, Blocker changed, Edit by) throws SQLException {
    return session.update(
        "update {BLOCKER} set [BODY] = ?, [OWNER_KEY] = ?, [NEEDED_FROM] = ?, [SINCE_DAY] = ?,"
            + " [ISSUE_ID] = ?, [RESOLVED_BY] = ?, [RESOLVED_AT] = ?,"
            + " [VERSION_NO] = [VERSION_NO] + 1, [UPDATED_BY] = ?, [UPDATED_AT] = ?"
            + " where [ID] = ? and [VERSION_NO] = ?",
        changed.text(),
        changed.ownerKey(),
        Session.text(notEmpty(changed.neededFrom())),
        changed.since().toString(),
        Session.whole(changed.issueId()),
        Session.text(changed.resolved().map(Blocker.Resolved::byKey)),
        Session.whole(changed.resolved().map(it -> it.at().toEpochMilli())),
        by.who().key(),
        by.when().toEpochMilli(),
        changed.id(),
        changed.version());
  }

  private static Optional<String> notEmpty(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  @Override
  public Optional<String> lastEditor(long id) {
    return database.read(
        session ->
            session.first(
                "select [UPDATED_BY] from {BLOCKER} where [ID] = ?", row -> row.getString(1), id));
  }
}
