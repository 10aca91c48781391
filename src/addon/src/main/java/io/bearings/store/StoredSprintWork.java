package io.bearings.store;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Person;
import io.bearings.progress.SprintAlignment.InSprint;
import io.bearings.progress.SprintWork;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What is in sprints, from the kept states of issues and from what contributes. */
@Component
class StoredSprintWork implements SprintWork {
  private static final String SELECTED =
      "l.[ISSUE_ID], l.[STATUS_CATEGORY], l.[RESOLUTION_ID], l.[POINTS], l.[PARENT_ID],"
          + " l.[SPRINT_IDS]";
  private static final String CONTRIBUTING =
      ") p left join (select n.[ISSUE_ID], n.[KEY_RESULT_ID] from {CONTRIBUTION} n"
          + " join {KEY_RESULT} k on k.[ID] = n.[KEY_RESULT_ID]"
          + " join {OBJECTIVE} o on o.[ID] = k.[OBJECTIVE_ID]"
          + " where n.[COUNTS] = 1 and k.[ARCHIVED] = 0 and o.[ARCHIVED] = 0"
          + " and k.[LIFE_STATE] <> 'ABANDONED' and o.[LIFE_STATE] <> 'ABANDONED'"
          + ") c on c.[ISSUE_ID] = p.[ISSUE_ID] order by p.[ISSUE_ID]";

  private final Database database;

  @Inject
  StoredSprintWork(Database database) {
    this.database = database;
  }

  /** A row: an issue, and perhaps one of the key results that it counts for. */
  private record Row(
      long issueId,
      StatusCategory category,
      Optional<String> resolutionId,
      Optional<BigDecimal> points,
      boolean subTask,
      Set<Long> sprintIds,
      Optional<Long> keyResultId) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getLong(1),
          StatusCategory.valueOf(row.getString(2)),
          Optional.ofNullable(row.getString(3)),
          Rows.decimal(row, 4),
          Rows.id(row, 5).isPresent(),
          StateRows.ids(Optional.ofNullable(row.getString(6))),
          Rows.id(row, 7));
    }

    InSprint with(Set<Long> keyResultIds) {
      return new InSprint(issueId, category, resolutionId, points, subTask, keyResultIds);
    }
  }

  @Override
  public Map<Long, List<InSprint>> in(Collection<Long> sprintIds) {
    if (sprintIds.isEmpty()) {
      return Map.of();
    }
    String query =
        "select p.[ISSUE_ID], p.[STATUS_CATEGORY], p.[RESOLUTION_ID], p.[POINTS], p.[PARENT_ID],"
            + " p.[SPRINT_IDS], c.[KEY_RESULT_ID] from ("
            + StateRows.latest(
                SELECTED,
                "s.[ISSUE_ID] in (select m.[ISSUE_ID] from {MEMBERSHIP} m where m.[KIND] = 'SPRINT'"
                    + " and "
                    + Tables.in("m.[TARGET_ID]", sprintIds)
                    + ")")
            + CONTRIBUTING;
    Map<Long, Row> issues = new LinkedHashMap<>();
    Map<Long, Set<Long>> keyResultIds = new HashMap<>();
    database
        .read(session -> session.list(query, Row::of))
        .forEach(
            row -> {
              issues.putIfAbsent(row.issueId(), row);
              Set<Long> serving =
                  keyResultIds.computeIfAbsent(row.issueId(), id -> new TreeSet<>());
              row.keyResultId().ifPresent(serving::add);
            });
    Map<Long, List<InSprint>> bySprint = new HashMap<>();
    sprintIds.forEach(id -> bySprint.put(id, new ArrayList<>()));
    issues
        .values()
        .forEach(
            row ->
                row.sprintIds().stream()
                    .filter(bySprint::containsKey)
                    .forEach(
                        id -> bySprint.get(id).add(row.with(keyResultIds.get(row.issueId())))));
    return bySprint;
  }

  @Override
  public Map<Long, Of> keyResults(Collection<Long> ids, Person who) {
    Map<Long, Of> found = new HashMap<>();
    if (!ids.isEmpty()) {
      database.read(
          session ->
              session.list(
                  "select "
                      + Rows.KEY_RESULT
                      + ", "
                      + Rows.PLACED
                      + " from {KEY_RESULT} k join {OBJECTIVE} o on o.[ID] = k.[OBJECTIVE_ID]"
                      + Rows.PLACED_JOINS
                      + " where "
                      + Tables.in("k.[ID]", ids),
                  row -> {
                    Of each = new Of(Rows.keyResult(row), Rows.placed(row, Rows.KEY_RESULT_WIDTH));
                    return found.put(each.keyResult().id(), each);
                  },
                  who.key()));
    }
    return found;
  }
}
