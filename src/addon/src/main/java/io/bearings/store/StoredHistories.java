package io.bearings.store;

import static java.util.stream.Collectors.joining;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.Refusal;
import io.bearings.progress.Histories;
import io.bearings.progress.KeptHistory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Histories of issues in our tables. */
@Component
class StoredHistories implements Histories {
  private static final String INSERT =
      "insert into {ISSUE_STATE} ([ISSUE_ID], [FROM_AT], [SEQ_NO], [CHANGE_ID], "
          + StateRows.VALUES.stream().map(column -> "[" + column + "]").collect(joining(", "))
          + ", [GONE], [NATURAL_KEY]) ";

  /** Of alias {@code l}: the place of a deletion, which is never before the latest state. */
  private static final String LAST_PLACE =
      "case when l.[FROM_AT] >= ? then l.[SEQ_NO] + 1 else 0 end";

  private static final String ORDER = " order by s.[ISSUE_ID], s.[FROM_AT], s.[SEQ_NO]";

  private static final String NATURAL_KEY = "NATURAL_KEY";

  private final Database database;

  @Inject
  StoredHistories(Database database) {
    this.database = database;
  }

  @Override
  public void replace(Collection<KeptHistory> histories) {
    if (histories.isEmpty()) {
      return;
    }
    try {
      write(histories);
    } catch (Refusal.Unavailable e) {
      // Somebody else may have kept the same at the same moment, which the unique key refuses;
      // now what they wrote is seen, and replaced.
      write(histories);
    }
  }

  private void write(Collection<KeptHistory> histories) {
    List<Long> issueIds = histories.stream().map(KeptHistory::issueId).toList();
    Rewriting states =
        new Rewriting(
            Tables.ISSUE_STATE,
            StateRows.COLUMNS,
            StateRows::kept,
            histories.stream().flatMap(history -> rows(history).stream()));
    Rewriting places =
        new Rewriting(
            Tables.MEMBERSHIP,
            Place.COLUMNS,
            Place::kept,
            histories.stream()
                .flatMap(
                    history ->
                        history.steps().stream()
                            .flatMap(step -> Place.of(step.state()).stream())
                            .distinct()
                            .map(place -> place.row(history.issueId()))));
    database.write(
        session -> {
          states.write(session, issueIds);
          places.write(session, issueIds);
          return issueIds;
        });
  }

  /**
   * Rows of a table that are to be there, and no others of the same issues. What is there already
   * stays: most of a history was kept before, and only its last change is new.
   */
  private static final class Rewriting {
    private final String table;
    private final List<String> columns;
    private final Session.Row<Map<String, Object>> kept;
    private final Map<Object, Map<String, Object>> wanted = new LinkedHashMap<>();

    Rewriting(
        String table,
        List<String> columns,
        Session.Row<Map<String, Object>> kept,
        Stream<Map<String, Object>> wanted) {
      this.table = table;
      this.columns = columns;
      this.kept = kept;
      wanted.forEach(row -> this.wanted.put(row.get(NATURAL_KEY), row));
    }

    void write(Session session, List<Long> issueIds) throws SQLException {
      Map<Object, Map<String, Object>> missing = new LinkedHashMap<>(wanted);
      List<Object[]> wrong = new ArrayList<>();
      session.list(
          "select "
              + StateRows.of("s", columns)
              + " from {"
              + table
              + "} s where "
              + Tables.in("s.[ISSUE_ID]", issueIds),
          row -> {
            Map<String, Object> here = kept.read(row);
            Object key = here.get(NATURAL_KEY);
            return here.equals(wanted.get(key))
                ? missing.remove(key)
                : wrong.add(new Object[] {key});
          });
      session.updateAll("delete from {" + table + "} where [NATURAL_KEY] = ?", wrong);
      session.insertAll(table, List.copyOf(missing.values()));
    }
  }

  private static List<Map<String, Object>> rows(KeptHistory history) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Optional<KeptHistory.Step> before = Optional.empty();
    int place = 0;
    for (KeptHistory.Step step : history.steps()) {
      place = before.filter(each -> isSameInstant(each, step.from())).isPresent() ? place + 1 : 0;
      rows.add(StateRows.row(history.issueId(), step, step.from(), step.changeId(), place, false));
      before = Optional.of(step);
    }
    if (history.deleted().isPresent()) {
      KeptHistory.Step last = history.steps().get(history.steps().size() - 1);
      Instant gone = history.deleted().get();
      Instant from = gone.isBefore(last.from()) ? last.from() : gone;
      place = isSameInstant(last, from) ? place + 1 : 0;
      rows.add(StateRows.row(history.issueId(), last, from, StateRows.DELETION, place, true));
    }
    return rows;
  }

  /** Whether a step began at an instant, as exactly as instants are kept. */
  private static boolean isSameInstant(KeptHistory.Step step, Instant instant) {
    return step.from().toEpochMilli() == instant.toEpochMilli();
  }

  @Override
  public boolean gone(long issueId, Instant when) {
    return database
            .writeIfPresent(session -> gone(session, "s.[ISSUE_ID] = " + issueId, "", when))
            .orElse(0)
        > 0;
  }

  @Override
  public void goneWithProject(long projectId, Instant when) {
    String everThere =
        "s.[ISSUE_ID] in (select p.[ISSUE_ID] from {ISSUE_STATE} p where p.[PROJECT_ID] = "
            + projectId
            + ")";
    database.writeIfPresent(
        session -> gone(session, everThere, " and l.[PROJECT_ID] = " + projectId, when));
  }

  private static int gone(Session session, String wanted, String condition, Instant when)
      throws SQLException {
    long at = when.toEpochMilli();
    return session.update(
        INSERT
            + StateRows.latest(
                "l.[ISSUE_ID], case when l.[FROM_AT] > ? then l.[FROM_AT] else ? end, "
                    + LAST_PLACE
                    + ", "
                    + StateRows.DELETION
                    + ", "
                    + StateRows.of("l", StateRows.VALUES)
                    + ", 1, concat(concat(l.[ISSUE_ID], ':"
                    + StateRows.DELETION
                    + ":'), "
                    + LAST_PLACE
                    + ")",
                wanted)
            + condition,
        at,
        at,
        at,
        at);
  }

  @Override
  public List<IssueHistory> of(Collection<Long> issueIds) {
    return issueIds.isEmpty() ? List.of() : list(Tables.in("s.[ISSUE_ID]", issueIds));
  }

  private List<IssueHistory> list(String wanted) {
    StateRows.Reading reading = new StateRows.Reading();
    return histories(
        database.read(
            session ->
                session.list(
                    "select "
                        + StateRows.columns("s")
                        + " from {ISSUE_STATE} s where "
                        + wanted
                        + ORDER,
                    reading::read)));
  }

  /** The histories that states make, in the order of the first state of each. */
  static List<IssueHistory> histories(List<StateRows.Reading.Read> rows) {
    Map<Long, List<IssueHistory.Moment>> moments = new LinkedHashMap<>();
    Map<Long, Instant> deleted = new HashMap<>();
    for (StateRows.Reading.Read each : rows) {
      KeptHistory.Step step = each.step();
      if (each.gone()) {
        deleted.put(each.issueId(), step.from());
      } else {
        moments
            .computeIfAbsent(each.issueId(), id -> new ArrayList<>())
            .add(new IssueHistory.Moment(step.from(), step.state()));
      }
    }
    List<IssueHistory> histories = new ArrayList<>();
    moments.forEach(
        (issueId, all) ->
            histories.add(
                new IssueHistory(issueId, all, Optional.ofNullable(deleted.get(issueId)))));
    return histories;
  }

  @Override
  public Set<Long> without(Collection<Long> issueIds) {
    if (issueIds.isEmpty()) {
      return Set.of();
    }
    Set<Long> without = new LinkedHashSet<>(issueIds);
    database
        .readIfPresent(
            session ->
                session.list(
                    "select s.[ISSUE_ID] from {ISSUE_STATE} s where s.[CHANGE_ID] = "
                        + KeptHistory.CREATION
                        + " and "
                        + Tables.in("s.[ISSUE_ID]", issueIds),
                    row -> row.getLong(1)))
        .ifPresent(without::removeAll);
    return without;
  }

  @Override
  public List<Long> keptAfter(long issueId, int limit) {
    return database.read(
        session ->
            session.list(
                "select s.[ISSUE_ID] from {ISSUE_STATE} s where s.[ISSUE_ID] > ? and s.[CHANGE_ID]"
                    + " = "
                    + KeptHistory.CREATION
                    + " order by s.[ISSUE_ID]",
                limit,
                row -> row.getLong(1),
                issueId));
  }

  @Override
  public int recategorise(Map<String, StatusCategory> categories) {
    Map<StatusCategory, List<String>> statuses = new EnumMap<>(StatusCategory.class);
    categories.forEach(
        (statusId, category) ->
            statuses.computeIfAbsent(category, each -> new ArrayList<>()).add(statusId));
    return database.write(
        session -> {
          int changed = 0;
          for (Map.Entry<StatusCategory, List<String>> each : statuses.entrySet()) {
            for (String table : List.of(Tables.ISSUE_STATE, Tables.CONTRIBUTION)) {
              changed += recategorise(session, table, each.getKey(), each.getValue());
            }
          }
          return changed;
        });
  }

  private static int recategorise(
      Session session, String table, StatusCategory category, List<String> statusIds)
      throws SQLException {
    List<Object> parameters = new ArrayList<>(List.of(category.name(), category.name()));
    parameters.addAll(statusIds);
    return session.update(
        "update {"
            + table
            + "} set [STATUS_CATEGORY] = ? where [STATUS_CATEGORY] <> ? and [STATUS_ID] in ("
            + statusIds.stream().map(id -> "?").collect(joining(", "))
            + ")",
        parameters.toArray());
  }

  @Override
  public Map<Long, KeptHistory.Step> latest(Collection<Long> issueIds) {
    if (issueIds.isEmpty()) {
      return Map.of();
    }
    StateRows.Reading reading = new StateRows.Reading();
    Map<Long, KeptHistory.Step> latest = new LinkedHashMap<>();
    database
        .read(
            session ->
                session.list(
                    StateRows.latest(StateRows.columns("l"), Tables.in("s.[ISSUE_ID]", issueIds)),
                    reading::read))
        .forEach(each -> latest.put(each.issueId(), each.step()));
    return latest;
  }
}
