package io.bearings.store;

import io.bearings.okr.CheckIn;
import io.bearings.okr.CheckIns;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Message;
import io.bearings.okr.NewCheckIn;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.RecordedValues;
import io.bearings.okr.Refusal;
import io.bearings.okr.Tag;
import io.bearings.okr.Words;
import io.bearings.talk.Item;
import io.bearings.talk.NewNotice;
import io.bearings.talk.Notice;
import io.bearings.talk.Subject;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Check-ins in our tables. */
@Component
class StoredCheckIns implements CheckIns {
  private static final String SELECT =
      "select c.[ID], c.[KEY_RESULT_ID], c.[AMOUNT], c.[CONFIDENCE], c.[EFFECTIVE_DAY],"
          + " c.[CREATED_AT], c.[CREATED_BY], c.[NOTE], c.[PLANS], c.[PROGRESS], c.[PROBLEMS],"
          + " c.[REPLACES_ID], r.[ID], c.[ORIGIN]"
          + " from {CHECK_IN} c left join {CHECK_IN} r on r.[REPLACES_ID] = c.[ID] where ";

  private final Database database;

  @Inject
  StoredCheckIns(Database database) {
    this.database = database;
  }

  @Override
  public List<CheckIn> of(long keyResultId, Optional<Mark> before, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(keyResultId));
    before.ifPresent(
        mark -> parameters.addAll(List.of(mark.on().toString(), mark.on().toString(), mark.id())));
    return database.read(
        session ->
            session.list(
                SELECT
                    + "c.[KEY_RESULT_ID] = ?"
                    + (before.isPresent()
                        ? " and (c.[EFFECTIVE_DAY] < ?"
                            + " or c.[EFFECTIVE_DAY] = ? and c.[ID] < ?)"
                        : "")
                    + " order by c.[EFFECTIVE_DAY] desc, c.[ID] desc",
                limit,
                StoredCheckIns::checkIn,
                parameters.toArray()));
  }

  @Override
  public List<CheckIn> ofAll(Collection<Long> keyResultIds) {
    return database.read(
        session ->
            session.list(
                SELECT
                    + Tables.in("c.[KEY_RESULT_ID]", keyResultIds)
                    + " order by c.[KEY_RESULT_ID], c.[ID]",
                StoredCheckIns::checkIn));
  }

  private static CheckIn checkIn(ResultSet row) throws SQLException {
    return new CheckIn(
        row.getLong(1),
        row.getLong(2),
        Optional.ofNullable(row.getString(3)).map(BigDecimal::new),
        row.getInt(4),
        LocalDate.parse(row.getString(5)),
        Instant.ofEpochMilli(row.getLong(6)),
        row.getString(7),
        new Words(text(row, 8), text(row, 9), text(row, 10), text(row, 11)),
        SubjectRows.whole(row, 12),
        SubjectRows.whole(row, 13),
        Tag.valueOf(row.getString(14)));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }

  @Override
  public Entered add(NewCheckIn checkIn, Edit by) {
    return database.write(session -> add(session, checkIn, by));
  }

  private static Entered add(Session session, NewCheckIn checkIn, Edit by) throws SQLException {
    long keyResultId = checkIn.keyResultId();
    KeyResultValues.lock(session, keyResultId);
    List<RecordedValues.Entry> entries = KeyResultValues.entries(session, keyResultId);
    checkIn.replaces().ifPresent(id -> check(id, entries));
    // Who waited for the lock may have looked at the clock before the one who held it.
    Instant at =
        entries.stream()
            .map(RecordedValues.Entry::at)
            .filter(by.when()::isBefore)
            .max(Comparator.naturalOrder())
            .orElse(by.when());
    Edit taken = new Edit(by.who(), at);
    long id = session.insert(Tables.CHECK_IN, row(keyResultId, checkIn, taken));
    List<RecordedValues.Entry> all = new ArrayList<>(entries);
    all.add(
        new RecordedValues.Entry(
            id,
            checkIn.on(),
            at,
            checkIn.value(),
            checkIn.confidence(),
            by.who().key(),
            checkIn.replaces()));
    KeyResultValues.rewrite(session, keyResultId, all);
    tell(session, checkIn, id, taken);
    return new Entered(id, at);
  }

  private static void check(long replaces, List<RecordedValues.Entry> entries) {
    if (entries.stream().noneMatch(each -> each.id() == replaces)) {
      throw new Refusal.Invalid(
          Map.of("replaces", Message.of("bearings.error.noSuchCheckIn", replaces)));
    }
    if (entries.stream()
        .anyMatch(each -> each.replaces().filter(id -> id == replaces).isPresent())) {
      throw new Refusal.Invalid(
          Map.of("replaces", Message.of("bearings.error.replacedAlready", replaces)));
    }
  }

  /** The row of a check-in of a key result. */
  static Map<String, Object> row(long keyResultId, NewCheckIn checkIn, Edit by) {
    Words words = checkIn.words();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("KEY_RESULT_ID", keyResultId);
    row.put("EFFECTIVE_DAY", checkIn.on().toString());
    row.put("AMOUNT", Session.text(checkIn.value().map(Rows::plain)));
    row.put("CONFIDENCE", checkIn.confidence());
    row.put("NOTE", filled(words.comment()));
    row.put("PLANS", filled(words.plans()));
    row.put("PROGRESS", filled(words.progress()));
    row.put("PROBLEMS", filled(words.problems()));
    row.put("REPLACES_ID", Session.whole(checkIn.replaces()));
    row.put("ORIGIN", checkIn.tag().name());
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    return row;
  }

  private static Object filled(String text) {
    return Session.text(Optional.of(text).filter(it -> !it.isEmpty()));
  }

  /** Who owns the key result or its objective, and who follows that, reads of it in the inbox. */
  private static void tell(Session session, NewCheckIn checkIn, long id, Edit by)
      throws SQLException {
    Item keyResult =
        session
            .first(
                "select " + SubjectRows.ITEM + " from " + SubjectRows.from(Subject.Kind.KEY_RESULT),
                row -> SubjectRows.item(row, 0),
                by.who().key(),
                checkIn.keyResultId())
            .orElseThrow(() -> new Refusal.NotFound(KeyResult.keyOf(checkIn.keyResultId())));
    Set<String> told =
        new LinkedHashSet<>(List.of(keyResult.ownerKey(), keyResult.audience().ownerKey()));
    told.addAll(StoredFollowers.of(session, keyResult.objectiveId().orElseThrow()));
    told.remove(by.who().key());
    String excerpt = Notice.excerpt(checkIn.words().comment());
    Item about = keyResult.as(Subject.checkIn(id));
    StoredNotices.add(
        session,
        told.stream().map(key -> new NewNotice(key, Notice.Kind.CHANGE, about, excerpt)).toList(),
        by);
  }
}
