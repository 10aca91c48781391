package io.bearings.store;

import io.bearings.flow.IssueHistory;
import io.bearings.kpi.metric.IssueFacts;
import io.bearings.kpi.metric.KeptFacts;
import io.bearings.kpi.metric.MetricFacts;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The issues of measured projects in our tables. */
@Component
class StoredMetricFacts implements MetricFacts {
  private static final String ORDER = " order by s.[ISSUE_ID], s.[FROM_AT], s.[SEQ_NO]";

  private final Database database;
  private final Clock clock;

  @Inject
  StoredMetricFacts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void read(Asked asked, Consumer<IssueFacts> each) {
    if (asked.projectIds().isEmpty()) {
      return;
    }
    List<Long> ids = database.read(session -> ids(session, asked));
    for (int from = 0; from < ids.size(); from += PAGE) {
      List<Long> page = ids.subList(from, Math.min(from + PAGE, ids.size()));
      for (IssueFacts issue : database.read(session -> page(session, page))) {
        if (wasIn(issue, asked.projectIds())) {
          each.accept(issue);
        }
      }
    }
  }

  private static List<Long> ids(Session session, Asked asked) throws SQLException {
    List<Object> parameters = new ArrayList<>();
    String wanted = "(" + Tables.in("f.[PROJECT_ID]", asked.projectIds()) + " or f.[MOVED] = 1)";
    if (asked.since().isPresent()) {
      Since since = asked.since().get();
      List<String> matters =
          new ArrayList<>(
              List.of(
                  "f.[UNDONE] = 1",
                  "f.[UPDATED_AT] >= ?",
                  "f.[DUE_DAY] >= ?",
                  "f.[LOGGED_DAY] >= ?"));
      parameters.addAll(
          List.of(
              since.instant().toEpochMilli(), since.day().toEpochDay(), since.day().toEpochDay()));
      members("SPRINT", asked.sprintIds()).ifPresent(matters::add);
      members("VERSION", asked.versionIds()).ifPresent(matters::add);
      wanted += " and (" + String.join(" or ", matters) + ")";
    }
    return session.list(
        "select f.[ISSUE_ID] from {ISSUE_FACT} f where " + wanted + " order by f.[ISSUE_ID]",
        row -> row.getLong(1),
        parameters.toArray());
  }

  private static Optional<String> members(String kind, Set<Long> ids) {
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "f.[ISSUE_ID] in (select m.[ISSUE_ID] from {MEMBERSHIP} m where m.[KIND] = '"
                + kind
                + "' and "
                + Tables.in("m.[TARGET_ID]", ids)
                + ")");
  }

  private List<IssueFacts> page(Session session, List<Long> ids) throws SQLException {
    Among among = Among.of(ids);
    Map<Long, FactRows.Read> facts = new HashMap<>();
    session.list(
        "select "
            + StateRows.of("f", FactRows.COLUMNS)
            + " from {ISSUE_FACT} f where "
            + among.text().apply("f"),
        row -> {
          FactRows.Read read = FactRows.read(row);
          return facts.put(read.issueId(), read);
        },
        among.parameters());
    StateRows.Reading reading = new StateRows.Reading();
    List<StateRows.Reading.Read> states =
        session.list(
            "select "
                + StateRows.columns("s")
                + " from {ISSUE_STATE} s where "
                + among.text().apply("s")
                + ORDER,
            reading::read,
            among.parameters());
    List<IssueFacts> issues = new ArrayList<>();
    Set<Long> wanted = new HashSet<>(ids);
    for (IssueHistory history : StoredHistories.histories(states)) {
      FactRows.Read read = facts.get(history.issueId());
      if (read != null && wanted.contains(history.issueId())) {
        issues.add(read.with(history, clock.getZone()));
      }
    }
    return issues;
  }

  /**
   * Which rows are those of some issues. Where ids lie close together it is their range, which
   * every database reads best, by a statement that is always the same.
   *
   * @param text the condition, on an alias
   */
  private record Among(UnaryOperator<String> text, Object... parameters) {
    static Among of(List<Long> sorted) {
      long first = sorted.get(0);
      long last = sorted.get(sorted.size() - 1);
      return last - first < 2L * sorted.size()
          ? new Among(
              alias -> alias + ".[ISSUE_ID] >= ? and " + alias + ".[ISSUE_ID] <= ?", first, last)
          : new Among(alias -> Tables.in(alias + ".[ISSUE_ID]", sorted));
    }
  }

  /** Of what was ever moved anywhere not all was ever here. */
  private static boolean wasIn(IssueFacts issue, Set<Long> projectIds) {
    return issue.history().moments().stream()
        .anyMatch(each -> projectIds.contains(each.state().projectId()));
  }

  @Override
  public void keep(Collection<KeptFacts> facts) {
    if (facts.isEmpty()) {
      return;
    }
    try {
      write(facts);
    } catch (Refusal.Unavailable e) {
      // Somebody else may have kept the same at the same moment, which the unique key refuses.
      write(facts);
    }
  }

  private void write(Collection<KeptFacts> facts) {
    Map<Long, KeptFacts> each = new LinkedHashMap<>();
    facts.forEach(one -> each.put(one.issueId(), one));
    database.write(
        session -> {
          session.update(
              "delete from {ISSUE_FACT} where " + Tables.in("[ISSUE_ID]", each.keySet()));
          session.insertAll(Tables.ISSUE_FACT, each.values().stream().map(FactRows::row).toList());
          return session.update(
              "update {ISSUE_FACT} set [MOVED] = 1 where [ISSUE_ID] in"
                  + " (select s.[ISSUE_ID] from {ISSUE_STATE} s where "
                  + Tables.in("s.[ISSUE_ID]", each.keySet())
                  + " group by s.[ISSUE_ID] having min(s.[PROJECT_ID]) <> max(s.[PROJECT_ID]))");
        });
  }

  @Override
  public Set<Long> without(Collection<Long> issueIds) {
    Set<Long> without = new LinkedHashSet<>(issueIds);
    without.removeAll(projectsOf(issueIds).keySet());
    return without;
  }

  @Override
  public Map<Long, Long> projectsOf(Collection<Long> issueIds) {
    Map<Long, Long> projects = new HashMap<>();
    if (!issueIds.isEmpty()) {
      database.read(
          session ->
              session.list(
                  "select f.[ISSUE_ID], f.[PROJECT_ID] from {ISSUE_FACT} f where "
                      + Tables.in("f.[ISSUE_ID]", issueIds),
                  row -> projects.put(row.getLong(1), row.getLong(2))));
    }
    return projects;
  }

  @Override
  public Set<Long> everInSprint(long sprintId) {
    return new LinkedHashSet<>(
        database.read(
            session ->
                session.list(
                    "select f.[ISSUE_ID] from {ISSUE_FACT} f where "
                        + members("SPRINT", Set.of(sprintId)).orElseThrow()
                        + " order by f.[ISSUE_ID]",
                    row -> row.getLong(1))));
  }
}
