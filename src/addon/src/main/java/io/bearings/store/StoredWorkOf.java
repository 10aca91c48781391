package io.bearings.store;

import io.bearings.progress.WorkOf;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What serves something, read from all that is linked or follows from a link. */
@Component
class StoredWorkOf implements WorkOf {
  private static final String ISSUES = "select distinct l.[ISSUE_ID] from {CONTRIBUTION} l";
  private static final String OF_OBJECTIVES =
      " join {KEY_RESULT} k on k.[ID] = l.[KEY_RESULT_ID]"
          + " join {OBJECTIVE} o on o.[ID] = k.[OBJECTIVE_ID]";
  private static final String IN_USE = "k.[ARCHIVED] = 0 and o.[ARCHIVED] = 0";

  /** 0 for an issue that counts for a key result which moves something, 1 where it only guards. */
  private static final String PURPOSE =
      "case when k.[VALUE_SOURCE] = 'MAINTAIN' or (k.[VALUE_SOURCE] = 'KPI' and exists"
          + " (select 1 from {KPI_SERVED} s where s.[KPI_ID] = k.[KPI_ID]"
          + " and s.[OBJECTIVE_ID] = k.[OBJECTIVE_ID] and s.[PART] = 'GUARDRAIL'))"
          + " then 1 else 0 end";

  private static final String ORDER = " order by l.[ISSUE_ID]";

  private final Database database;

  @Inject
  StoredWorkOf(Database database) {
    this.database = database;
  }

  @Override
  public List<Long> keyResult(long keyResultId, int most) {
    return ids(ISSUES + " where l.[KEY_RESULT_ID] = ?" + ORDER, most, keyResultId);
  }

  @Override
  public List<Long> objective(long objectiveId, int most) {
    return ids(
        ISSUES
            + " join {KEY_RESULT} k on k.[ID] = l.[KEY_RESULT_ID]"
            + " where k.[OBJECTIVE_ID] = ? and k.[ARCHIVED] = 0"
            + ORDER,
        most,
        objectiveId);
  }

  @Override
  public List<Long> units(Collection<Long> unitIds, Reader reader, int most) {
    return ids(
        ISSUES
            + OF_OBJECTIVES
            + " where "
            + IN_USE
            + " and "
            + Tables.in("o.[UNIT_ID]", unitIds)
            + " and "
            + readable(reader)
            + ORDER,
        most,
        reader.key(),
        reader.key());
  }

  @Override
  public List<Long> project(long projectId, Reader reader, int most) {
    return ids(
        ISSUES
            + OF_OBJECTIVES
            + " where "
            + IN_USE
            + " and l.[ISSUE_PROJECT_ID] = ? and "
            + readable(reader)
            + ORDER,
        most,
        projectId,
        reader.key(),
        reader.key());
  }

  @Override
  public Purposes purposes(Collection<Long> issueIds) {
    return purposes(
        Tables.in("l.[ISSUE_ID]", issueIds),
        Tables.in("l.[TARGET_ID]", issueIds),
        Tables.in("a.[ISSUE_ID]", issueIds));
  }

  @Override
  public Purposes purposesIn(Collection<Long> projectIds) {
    return purposes(
        Tables.in("l.[ISSUE_PROJECT_ID]", projectIds), "1 = 1", "a.[ISSUE_ID] is not null");
  }

  private Purposes purposes(String counting, String epics, String answering) {
    String query =
        "select l.[ISSUE_ID], "
            + PURPOSE
            + " from {CONTRIBUTION} l"
            + OF_OBJECTIVES
            + " where l.[COUNTS] = 1 and "
            + IN_USE
            + " and "
            + counting
            + " union select l.[TARGET_ID], "
            + PURPOSE
            + " from {WORK_LINK} l"
            + OF_OBJECTIVES
            + " where l.[KIND] = 'EPIC' and l.[REMOVED_AT] is null and "
            + IN_USE
            + " and "
            + epics
            + " union select a.[ISSUE_ID], 2 from {KPI_ACT} a"
            + " join {KPI_BREACH} b on b.[ID] = a.[BREACH_ID]"
            + " join {KPI} q on q.[ID] = a.[KPI_ID]"
            + " where b.[WITHDRAWN] = 0 and q.[ARCHIVED] = 0 and "
            + answering;
    List<Set<Long>> found = List.of(new HashSet<>(), new HashSet<>(), new HashSet<>());
    database.read(
        session -> session.list(query, row -> found.get(row.getInt(2)).add(row.getLong(1))));
    return new Purposes(found.get(0), found.get(1), found.get(2));
  }

  /**
   * That an objective may be read, as {@link io.bearings.okr.Standpoint#maySeeContent} says of one;
   * takes the reader's key twice.
   */
  private static String readable(Reader reader) {
    return "("
        + Tables.in("o.[UNIT_ID]", reader.seen())
        + " and (o.[VISIBILITY] = 'UNIT_VIEWERS' or o.[OWNER_KEY] = ?"
        + " or (o.[VISIBILITY] = 'UNIT_MEMBERS' and "
        + Tables.in("o.[UNIT_ID]", reader.ofMembers())
        + ") or (o.[VISIBILITY] = 'PRIVATE' and ("
        + Tables.in("o.[UNIT_ID]", reader.ofLeads())
        + " or exists (select 1 from {FOLLOWER} f where f.[OBJECTIVE_ID] = o.[ID]"
        + " and f.[PERSON_KEY] = ?)))))";
  }

  private List<Long> ids(String query, int most, Object... parameters) {
    return database.read(session -> session.list(query, most, row -> row.getLong(1), parameters));
  }
}
