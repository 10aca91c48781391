package io.bearings.store;

import io.bearings.okr.Person;
import io.bearings.progress.SharedWork;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Shared work, from what contributes and from the arrows between objectives. */
@Component
class StoredSharedWork implements SharedWork {
  private static final String IN_USE = ".[ARCHIVED] = 0 and %s.[LIFE_STATE] <> 'ABANDONED'";

  /** An arrow from the objective of one key result to another one, or to its objective. */
  private static final String ARROW =
      " left join {ALIGNMENT} %1$s on %1$s.[ARROW_KIND] = 'CONTRIBUTES'"
          + " and %1$s.[FROM_ID] = %2$s.[OBJECTIVE_ID] and %1$s.[TO_ID] = %3$s.[OBJECTIVE_ID]"
          + " and (%1$s.[TO_KEY_RESULT_ID] is null or %1$s.[TO_KEY_RESULT_ID] = %3$s.[ID])";

  /** Two key results of aliases {@code k1} and {@code k2} with an issue that counts for both. */
  private static final String PAIRS =
      "select k1.[ID] [FIRST_ID], k2.[ID] [OTHER_ID],"
          + " case when k1.[OBJECTIVE_ID] = k2.[OBJECTIVE_ID] then 'SIBLING'"
          + " when up.[ID] is not null then 'PARENT' else 'CHILD' end [RELATION],"
          + " count(distinct a.[ISSUE_ID]) [ISSUES] from {CONTRIBUTION} a"
          + " join {CONTRIBUTION} b on b.[ISSUE_ID] = a.[ISSUE_ID] and b.[COUNTS] = 1"
          + " and b.[KEY_RESULT_ID] <> a.[KEY_RESULT_ID]"
          + " join {KEY_RESULT} k1 on k1.[ID] = a.[KEY_RESULT_ID]"
          + " join {KEY_RESULT} k2 on k2.[ID] = b.[KEY_RESULT_ID]"
          + " join {OBJECTIVE} o2 on o2.[ID] = k2.[OBJECTIVE_ID]"
          + String.format(ARROW, "up", "k1", "k2")
          + String.format(ARROW, "down", "k2", "k1")
          + " where a.[COUNTS] = 1 and "
          + inUse("k1")
          + " and "
          + inUse("k2")
          + " and "
          + inUse("o2")
          + " and (k1.[OBJECTIVE_ID] = k2.[OBJECTIVE_ID] or up.[ID] is not null"
          + " or down.[ID] is not null) and ";

  private static final String GROUP =
      " group by k1.[ID], k2.[ID], case when k1.[OBJECTIVE_ID] = k2.[OBJECTIVE_ID] then 'SIBLING'"
          + " when up.[ID] is not null then 'PARENT' else 'CHILD' end";

  private final Database database;

  @Inject
  StoredSharedWork(Database database) {
    this.database = database;
  }

  private static String inUse(String alias) {
    return alias + String.format(IN_USE, alias);
  }

  @Override
  public List<Shared> ofKeyResult(long keyResultId, Person who) {
    return list("k1.[ID] = " + keyResultId, who);
  }

  @Override
  public List<Shared> ofObjectives(Collection<Long> objectiveIds, Person who) {
    // Of two of one objective the older is the first; of two others the one that contributes.
    return list(
        Tables.in("k1.[OBJECTIVE_ID]", objectiveIds)
            + " and (k1.[OBJECTIVE_ID] <> k2.[OBJECTIVE_ID] and (up.[ID] is not null or not "
            + Tables.in("k2.[OBJECTIVE_ID]", objectiveIds)
            + ") or k1.[OBJECTIVE_ID] = k2.[OBJECTIVE_ID] and k1.[ID] < k2.[ID])",
        who);
  }

  private List<Shared> list(String condition, Person who) {
    return database.read(
        session ->
            session.list(
                "select "
                    + Rows.KEY_RESULT
                    + ", "
                    + Rows.PLACED
                    + ", p.[FIRST_ID], p.[RELATION], p.[ISSUES] from ("
                    + PAIRS
                    + condition
                    + GROUP
                    + ") p join {KEY_RESULT} k on k.[ID] = p.[OTHER_ID]"
                    + " join {OBJECTIVE} o on o.[ID] = k.[OBJECTIVE_ID]"
                    + Rows.PLACED_JOINS
                    + " order by p.[FIRST_ID], p.[OTHER_ID]",
                StoredSharedWork::shared,
                who.key()));
  }

  private static Shared shared(ResultSet row) throws SQLException {
    int own = Rows.KEY_RESULT_WIDTH + Rows.PLACED_WIDTH;
    return new Shared(
        row.getLong(own + 1),
        Relation.valueOf(row.getString(own + 2)),
        Rows.keyResult(row),
        Rows.placed(row, Rows.KEY_RESULT_WIDTH),
        row.getInt(own + 3));
  }

  @Override
  public Map<Long, Set<Long>> issues(long keyResultId, Collection<Long> otherIds) {
    Map<Long, Set<Long>> issues = new LinkedHashMap<>();
    database.read(
        session ->
            session.list(
                "select b.[KEY_RESULT_ID], b.[ISSUE_ID] from {CONTRIBUTION} a"
                    + " join {CONTRIBUTION} b on b.[ISSUE_ID] = a.[ISSUE_ID] and b.[COUNTS] = 1"
                    + " where a.[COUNTS] = 1 and a.[KEY_RESULT_ID] = ? and "
                    + Tables.in("b.[KEY_RESULT_ID]", otherIds)
                    + " order by b.[ISSUE_ID]",
                row ->
                    issues
                        .computeIfAbsent(row.getLong(1), id -> new LinkedHashSet<>())
                        .add(row.getLong(2)),
                keyResultId));
    return issues;
  }
}
