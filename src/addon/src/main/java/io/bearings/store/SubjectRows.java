package io.bearings.store;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.Visibility;
import io.bearings.talk.Audience;
import io.bearings.talk.Item;
import io.bearings.talk.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * How what people talk about is named in a row: by the id of an objective, or of a key result, or
 * of a key result and its check-in. A key result takes with it what is said about it when it moves
 * to another objective.
 */
final class SubjectRows {
  /** The columns as {@link #item} reads them. */
  static final String ITEM =
      "o.[ID], o.[TITLE], o.[OWNER_KEY], o.[UNIT_ID], o.[VISIBILITY], f.[ID],"
          + " k.[ID], k.[TITLE], k.[OWNER_KEY], c.[ID], c.[CREATED_BY]";

  /** How many columns that are. */
  static final int WIDTH = 11;

  /** The columns as {@link #audience} reads them. */
  static final String AUDIENCE = "o.[UNIT_ID], o.[VISIBILITY], o.[OWNER_KEY], f.[ID]";

  /** Whether a person follows the objective; takes the person's key. */
  static final String FOLLOWED =
      " left join {FOLLOWER} f on f.[OBJECTIVE_ID] = o.[ID] and f.[PERSON_KEY] = ?";

  /** Joins of a row of alias {@code x} to what it is about; takes the key of who asks. */
  static final String ABOUT =
      " left join {KEY_RESULT} k on k.[ID] = x.[KEY_RESULT_ID]"
          + " left join {CHECK_IN} c on c.[ID] = x.[CHECK_IN_ID]"
          + " join {OBJECTIVE} o on o.[ID] = coalesce(k.[OBJECTIVE_ID], x.[OBJECTIVE_ID])"
          + FOLLOWED;

  /** The same for rows that are never about a check-in. */
  static final String ABOUT_NO_CHECK_IN = ABOUT.replace("c.[ID] = x.[CHECK_IN_ID]", "1 = 0");

  private SubjectRows() {}

  /** From where an item of a kind is selected by its id; takes the key of who asks and the id. */
  static String from(Subject.Kind kind) {
    return switch (kind) {
      case OBJECTIVE ->
          "{OBJECTIVE} o left join {KEY_RESULT} k on 1 = 0 left join {CHECK_IN} c on 1 = 0"
              + FOLLOWED
              + " where o.[ID] = ?";
      case KEY_RESULT ->
          "{KEY_RESULT} k join {OBJECTIVE} o on o.[ID] = k.[OBJECTIVE_ID]"
              + " left join {CHECK_IN} c on 1 = 0"
              + FOLLOWED
              + " where k.[ID] = ?";
      case CHECK_IN ->
          "{CHECK_IN} c join {KEY_RESULT} k on k.[ID] = c.[KEY_RESULT_ID]"
              + " join {OBJECTIVE} o on o.[ID] = k.[OBJECTIVE_ID]"
              + FOLLOWED
              + " where c.[ID] = ?";
      case KPI -> throw noThread();
    };
  }

  private static IllegalStateException noThread() {
    return new IllegalStateException("A KPI has no thread");
  }

  /** The condition that a row of alias {@code x} is about something of a kind; takes the id. */
  static String is(Subject.Kind kind) {
    return switch (kind) {
      case OBJECTIVE -> "x.[OBJECTIVE_ID] = ?";
      case KEY_RESULT -> "x.[KEY_RESULT_ID] = ? and x.[CHECK_IN_ID] is null";
      case CHECK_IN -> "x.[CHECK_IN_ID] = ?";
      case KPI -> throw noThread();
    };
  }

  /** Writes into a row what it is about. */
  static void put(Map<String, Object> row, Item item) {
    boolean ofObjective = item.subject().kind() == Subject.Kind.OBJECTIVE;
    boolean ofCheckIn = item.subject().kind() == Subject.Kind.CHECK_IN;
    row.put("OBJECTIVE_ID", Session.whole(ofObjective ? item.objectiveId() : Optional.empty()));
    row.put("KEY_RESULT_ID", Session.whole(item.keyResultId()));
    row.put(
        "CHECK_IN_ID",
        Session.whole(ofCheckIn ? Optional.of(item.subject().id()) : Optional.empty()));
  }

  /**
   * @param before how many columns come before
   */
  static Item item(ResultSet row, int before) throws SQLException {
    long objectiveId = row.getLong(before + 1);
    Optional<Long> keyResultId = whole(row, before + 7);
    Optional<Long> checkInId = whole(row, before + 10);
    boolean ofKeyResult = keyResultId.isPresent();
    return new Item(
        subject(objectiveId, keyResultId, checkInId),
        Optional.of(objectiveId),
        keyResultId,
        keyResultId.map(KeyResult::keyOf).orElseGet(() -> Objective.keyOf(objectiveId)),
        row.getString(before + (ofKeyResult ? 8 : 2)),
        row.getString(before + (ofKeyResult ? 9 : 3)),
        Optional.ofNullable(row.getString(before + 11)),
        new Audience(
            row.getLong(before + 4),
            Visibility.valueOf(row.getString(before + 5)),
            row.getString(before + 3),
            whole(row, before + 6).isPresent()));
  }

  private static Subject subject(
      long objectiveId, Optional<Long> keyResultId, Optional<Long> checkInId) {
    return checkInId
        .map(Subject::checkIn)
        .or(() -> keyResultId.map(Subject::keyResult))
        .orElseGet(() -> Subject.objective(objectiveId));
  }

  static Audience audience(ResultSet row) throws SQLException {
    return new Audience(
        row.getLong(1),
        Visibility.valueOf(row.getString(2)),
        row.getString(3),
        whole(row, 4).isPresent());
  }

  /** An id that may be empty. */
  static Optional<Long> whole(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }
}
