package io.bearings.store;

import io.bearings.kpi.KpiSheet;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Visibility;
import io.bearings.talk.Audience;
import io.bearings.talk.Item;
import io.bearings.talk.NewNotice;
import io.bearings.talk.Notice;
import io.bearings.talk.Notices;
import io.bearings.talk.Subject;
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
  /** Also of what is about a KPI; what is gone is not there. */
  private static final String ABOUT =
      SubjectRows.ABOUT.replace(" join {OBJECTIVE} o", " left join {OBJECTIVE} o")
          + " left join {KPI} s on s.[ID] = x.[KPI_ID]"
          + " where (o.[ID] is not null or s.[ID] is not null)";

  private static final int OWN_COLUMNS = 6;
  private static final int KPI = OWN_COLUMNS + SubjectRows.WIDTH + 1;

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
            + " [KPI_ID], [NOTICE_KIND], [EXCERPT], [CREATED_BY], [CREATED_AT])"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
      Session.whole(
          Optional.of(notice.about().subject())
              .filter(subject -> subject.kind() == Subject.Kind.KPI)
              .map(Subject::id)),
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
                    + ", s.[ID], s.[NAME], s.[OWNER_KEY], s.[UNIT_ID] from {NOTICE} x"
                    + ABOUT
                    + " and x.[PERSON_KEY] = ?"
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
        about(row),
        row.getString(3),
        Instant.ofEpochMilli(row.getLong(4)),
        Optional.ofNullable(row.getString(5)).orElse(""),
        SubjectRows.whole(row, 6).isPresent());
  }

  private static Item about(ResultSet row) throws SQLException {
    Optional<Long> kpiId = SubjectRows.whole(row, KPI);
    return kpiId.isPresent()
        ? Item.ofKpi(
            kpiId.get(),
            KpiSheet.keyOf(kpiId.get()),
            row.getString(KPI + 1),
            row.getString(KPI + 2),
            row.getLong(KPI + 3))
        : SubjectRows.item(row, OWN_COLUMNS);
  }

  @Override
  public List<Unread> unread(Person who) {
    return database.read(
        session ->
            session.list(
                "select "
                    + SubjectRows.AUDIENCE
                    + ", s.[UNIT_ID], count(*) from {NOTICE} x"
                    + ABOUT.replace(" left join {CHECK_IN} c on c.[ID] = x.[CHECK_IN_ID]", "")
                    + " and x.[PERSON_KEY] = ? and x.[SEEN_AT] is null group by "
                    + SubjectRows.AUDIENCE
                    + ", s.[UNIT_ID]",
                row -> new Unread(audience(row), row.getInt(6)),
                who.key(),
                who.key()));
  }

  private static Audience audience(ResultSet row) throws SQLException {
    Optional<Long> unitOfKpi = SubjectRows.whole(row, 5);
    return unitOfKpi.isPresent()
        ? new Audience(unitOfKpi.get(), Visibility.UNIT_VIEWERS, "", false)
        : SubjectRows.audience(row);
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
