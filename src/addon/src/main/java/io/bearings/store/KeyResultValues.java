package io.bearings.store;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.RecordedValues;
import io.bearings.okr.Refusal;
import io.bearings.okr.Source;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a key result that repeat what its check-ins and its evidence amount to. They are
 * computed anew from all of them, while the row is locked, so that they are right in whatever order
 * people save.
 */
final class KeyResultValues {
  /** Changes nothing of the row of an id: every database holds a row that was updated. */
  static final String HOLD =
      "update {KEY_RESULT} set [LAST_CHECK_IN_AT] = [LAST_CHECK_IN_AT] where [ID] = ?";

  private KeyResultValues() {}

  /**
   * Holds the row of a key result until the transaction ends.
   *
   * @throws Refusal.NotFound when it is gone
   */
  static void lock(Session session, long keyResultId) throws SQLException {
    if (session.update(HOLD, keyResultId) == 0) {
      throw new Refusal.NotFound(KeyResult.keyOf(keyResultId));
    }
  }

  /**
   * @param figures whether any are stored of its objective
   */
  private record Kind(Source source, boolean figures) {}

  /** All check-ins of a key result. */
  static List<RecordedValues.Entry> entries(Session session, long keyResultId) throws SQLException {
    return session.list(
        "select c.[ID], c.[EFFECTIVE_DAY], c.[CREATED_AT], c.[AMOUNT], c.[CONFIDENCE],"
            + " c.[CREATED_BY], c.[REPLACES_ID] from {CHECK_IN} c where c.[KEY_RESULT_ID] = ?",
        KeyResultValues::entry,
        keyResultId);
  }

  private static RecordedValues.Entry entry(ResultSet row) throws SQLException {
    return new RecordedValues.Entry(
        row.getLong(1),
        LocalDate.parse(row.getString(2)),
        Instant.ofEpochMilli(row.getLong(3)),
        Optional.ofNullable(row.getString(4)).map(BigDecimal::new),
        row.getInt(5),
        row.getString(6),
        SubjectRows.whole(row, 7));
  }

  /** Writes the columns of a key result whose row is locked. */
  static void rewrite(Session session, long keyResultId) throws SQLException {
    rewrite(session, keyResultId, entries(session, keyResultId));
  }

  /**
   * Writes the columns of a key result whose row is locked.
   *
   * @param entries all its check-ins
   */
  static void rewrite(Session session, long keyResultId, List<RecordedValues.Entry> entries)
      throws SQLException {
    Kind kind =
        session
            .first(
                "select k.[VALUE_SOURCE], case when exists (select 1 from {FIGURE} f where"
                    + " f.[SUBJECT] = 'O' and f.[SUBJECT_ID] = k.[OBJECTIVE_ID]) then 1 else 0 end"
                    + " from {KEY_RESULT} k where k.[ID] = ?",
                row -> new Kind(Source.valueOf(row.getString(1)), row.getInt(2) == 1),
                keyResultId)
            .orElseThrow(() -> new Refusal.NotFound(KeyResult.keyOf(keyResultId)));
    Source source = kind.source();
    RecordedValues.Sum sum = RecordedValues.of(entries);
    if (source == Source.EVIDENCE) {
      List<LocalDate> confirmed = confirmed(session, keyResultId);
      write(session, keyResultId, sum, RecordedValues.counts(confirmed), source);
      writeCount(session, keyResultId, confirmed);
    } else {
      write(session, keyResultId, sum, sum.values(), source);
    }
    if (kind.figures()) {
      session.scoresChanged(List.of(keyResultId));
    }
  }

  private static List<LocalDate> confirmed(Session session, long keyResultId) throws SQLException {
    return session.list(
        "select e.[EFFECTIVE_DAY] from {EVIDENCE} e"
            + " where e.[KEY_RESULT_ID] = ? and e.[CONFIRMED_AT] is not null",
        row -> LocalDate.parse(row.getString(1)),
        keyResultId);
  }

  private static void write(
      Session session, long keyResultId, RecordedValues.Sum sum, List<Valued> values, Source source)
      throws SQLException {
    Optional<Valued> current = RecordedValues.current(values);
    Optional<RecordedValues.Entry> latest = sum.latest();
    session.update(
        "update {KEY_RESULT} set [CURRENT_VALUE] = ?, [CURRENT_ON] = ?, [SPARK] = ?,"
            + " [DAILY_VALUES] = ?, [LAST_CHECK_IN_ID] = ?, [LAST_CHECK_IN_ON] = ?,"
            + " [LAST_CHECK_IN_AT] = ?, [LAST_CHECK_IN_BY] = ?, [FIRST_CHECK_IN_AT] = ?,"
            + " [CONFIDENCE] = coalesce(?, [CONFIDENCE]) where [ID] = ?",
        Session.text(current.map(each -> Rows.plain(each.value()))),
        Session.text(current.map(each -> each.date().toString())),
        Session.text(Rows.valueText(RecordedValues.spark(values))),
        Session.text(source == Source.MAINTAIN ? Rows.valueText(values) : Optional.empty()),
        Session.whole(latest.map(RecordedValues.Entry::id)),
        Session.text(latest.map(each -> each.on().toString())),
        Session.whole(latest.map(each -> each.at().toEpochMilli())),
        Session.text(latest.map(RecordedValues.Entry::byKey)),
        Session.whole(sum.firstAt().map(Instant::toEpochMilli)),
        Session.whole(latest.map(RecordedValues.Entry::confidence)),
        keyResultId);
  }

  private static void writeCount(Session session, long keyResultId, List<LocalDate> confirmed)
      throws SQLException {
    session.update(
        "update {KEY_RESULT} set [EVIDENCE_COUNT] = ?, [EVIDENCE_ON] = ? where [ID] = ?",
        confirmed.size(),
        Session.text(confirmed.stream().max(LocalDate::compareTo).map(LocalDate::toString)),
        keyResultId);
  }
}
