package io.bearings.store;

import static java.util.stream.Collectors.joining;

import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.progress.KeptHistory;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How states of issues are written and read. */
final class StateRows {
  /** The change that stands for the deletion of an issue. */
  static final long DELETION = -1;

  /** What a state says of its issue, in the order in which {@link Reading} reads it. */
  static final List<String> VALUES =
      List.of(
          "PROJECT_ID",
          "STATUS_ID",
          "STATUS_CATEGORY",
          "RESOLUTION_ID",
          "POINTS",
          "ESTIMATE",
          "SPRINT_IDS",
          "VERSION_IDS",
          "EPIC_ID",
          "PARENT_ID",
          "TYPE_ID",
          "FIELD_NUMBERS");

  /** All columns but the id, in the order in which {@link #row} has them. */
  static final List<String> COLUMNS =
      Stream.of(
              List.of("ISSUE_ID", "FROM_AT", "SEQ_NO", "CHANGE_ID"),
              VALUES,
              List.of("GONE", "NATURAL_KEY"))
          .flatMap(List::stream)
          .toList();

  /** How the id of each custom field begins. */
  private static final String FIELD = "customfield_";

  private StateRows() {}

  /** The columns that {@link Reading} reads. */
  static String columns(String alias) {
    return of(alias, List.of("ISSUE_ID", "FROM_AT", "CHANGE_ID"))
        + ", "
        + of(alias, VALUES)
        + ", "
        + of(alias, List.of("GONE"));
  }

  /** Columns of a table with an alias. */
  static String of(String alias, List<String> columns) {
    return columns.stream().map(column -> alias + ".[" + column + "]").collect(joining(", "));
  }

  /**
   * The query for the latest state of issues.
   *
   * @param selected what it returns of them, of alias {@code l}
   * @param wanted which issues, of alias {@code s}
   */
  static String latest(String selected, String wanted) {
    return "select "
        + selected
        + " from (select s.[SEQ_NO], "
        + columns("s")
        + ", row_number() over (partition by s.[ISSUE_ID]"
        + " order by s.[FROM_AT] desc, s.[SEQ_NO] desc) [PLACE] from {ISSUE_STATE} s where "
        + wanted
        + ") l where l.[PLACE] = 1 and l.[GONE] = 0";
  }

  /**
   * When each of these issues last came into another status, or was created; one of which no
   * history is kept is left out. One statement.
   */
  static Map<Long, Instant> lastMoves(Session session, Collection<Long> issueIds)
      throws SQLException {
    Map<Long, Instant> moves = new HashMap<>();
    session.list(
        "select m.[ISSUE_ID], max(m.[FROM_AT]) from (select s.[ISSUE_ID], s.[FROM_AT],"
            + " s.[STATUS_ID], lag(s.[STATUS_ID]) over (partition by s.[ISSUE_ID]"
            + " order by s.[FROM_AT], s.[SEQ_NO]) [FORMER] from {ISSUE_STATE} s where s.[GONE] = 0"
            + " and "
            + Tables.in("s.[ISSUE_ID]", issueIds)
            + ") m where m.[FORMER] is null or m.[FORMER] <> m.[STATUS_ID] group by m.[ISSUE_ID]",
        row -> moves.put(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))));
    return moves;
  }

  /** {@code ,12,14,}; absent for none. */
  static Optional<String> text(Collection<Long> ids) {
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TreeSet<>(ids).stream().map(String::valueOf).collect(joining(",", ",", ",")));
  }

  /** What {@link #text} holds. */
  static Set<Long> ids(Optional<String> text) {
    return text.map(StateRows::ids).orElse(Set.of());
  }

  private static Set<Long> ids(String text) {
    Set<Long> ids = new TreeSet<>();
    for (String part : text.split(",")) {
      if (!part.isEmpty()) {
        ids.add(Long.valueOf(part));
      }
    }
    return Set.copyOf(ids);
  }

  /** {@code 10010=5.0;10020=3.5}, of the fields whose ids end so; absent for none. */
  static Optional<String> text(Map<String, BigDecimal> numbers) {
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TreeMap<>(numbers)
                .entrySet().stream()
                    .map(each -> each.getKey().substring(FIELD.length()) + "=" + each.getValue())
                    .collect(joining(";")));
  }

  /** What {@link #text(Map)} holds. */
  static Map<String, BigDecimal> numbers(Optional<String> text) {
    if (text.isEmpty()) {
      return Map.of();
    }
    Map<String, BigDecimal> numbers = new HashMap<>();
    for (String each : text.get().split(";")) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        numbers.put(FIELD + each.substring(0, equals), new BigDecimal(each.substring(equals + 1)));
      }
    }
    return numbers;
  }

  /** Reads states; most of an issue's are in the same sprints and versions, which it reads once. */
  static final class Reading {
    private final Map<String, Set<Long>> known = new HashMap<>();

    /** A state, and whether it is the deletion. */
    record Read(long issueId, KeptHistory.Step step, boolean gone) {}

    Read read(ResultSet row) throws SQLException {
      IssueSnapshot state =
          new IssueSnapshot(
              row.getLong(4),
              Optional.ofNullable(row.getString(5)).orElse(""),
              StatusCategory.valueOf(row.getString(6)),
              Optional.ofNullable(row.getString(7)),
              Rows.decimal(row, 8),
              Rows.id(row, 9),
              set(row.getString(10)),
              set(row.getString(11)),
              Rows.id(row, 12),
              Rows.id(row, 13),
              numbers(Optional.ofNullable(row.getString(15))));
      return new Read(
          row.getLong(1),
          new KeptHistory.Step(
              row.getLong(3),
              Instant.ofEpochMilli(row.getLong(2)),
              state,
              Optional.ofNullable(row.getString(14)).orElse("")),
          row.getInt(16) == 1);
    }

    private Set<Long> set(String text) {
      return text == null ? Set.of() : known.computeIfAbsent(text, StateRows::ids);
    }
  }

  /**
   * The row of a state.
   *
   * @param place its place among those that began at the same instant, from 0
   */
  static Map<String, Object> row(
      long issueId, KeptHistory.Step step, Instant from, long changeId, int place, boolean gone) {
    IssueSnapshot state = step.state();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("ISSUE_ID", issueId);
    row.put("FROM_AT", from.toEpochMilli());
    row.put("SEQ_NO", place);
    row.put("CHANGE_ID", changeId);
    row.put("PROJECT_ID", state.projectId());
    row.put("STATUS_ID", filled(state.statusId()));
    row.put("STATUS_CATEGORY", state.category().name());
    row.put("RESOLUTION_ID", Session.text(state.resolutionId()));
    row.put("POINTS", Session.number(state.points().map(BigDecimal::doubleValue)));
    row.put("ESTIMATE", Session.whole(state.originalEstimate()));
    row.put("SPRINT_IDS", Session.text(text(state.sprintIds())));
    row.put("VERSION_IDS", Session.text(text(state.versionIds())));
    row.put("EPIC_ID", Session.whole(state.epicId()));
    row.put("PARENT_ID", Session.whole(state.parentId()));
    row.put("TYPE_ID", filled(step.typeId()));
    row.put("FIELD_NUMBERS", Session.text(text(state.numbers())));
    row.put("GONE", gone ? 1 : 0);
    row.put("NATURAL_KEY", issueId + ":" + changeId + ":" + place);
    return row;
  }

  /** What {@link #row} was for a row of {@link #COLUMNS}. */
  static Map<String, Object> kept(ResultSet read) throws SQLException {
    Map<String, Object> row = new LinkedHashMap<>();
    for (String column : COLUMNS) {
      int place = row.size() + 1;
      row.put(
          column,
          switch (column) {
            case "ISSUE_ID", "FROM_AT", "CHANGE_ID", "PROJECT_ID" -> read.getLong(place);
            case "SEQ_NO", "GONE" -> read.getInt(place);
            case "POINTS" -> Session.number(Rows.decimal(read, place).map(BigDecimal::doubleValue));
            case "ESTIMATE", "EPIC_ID", "PARENT_ID" -> Session.whole(Rows.id(read, place));
            default -> Session.text(Optional.ofNullable(read.getString(place)));
          });
    }
    return row;
  }

  /** What to bind for an id that Jira may not have given. */
  static Object filled(String id) {
    return Session.text(Optional.of(id).filter(text -> !text.isEmpty()));
  }
}
