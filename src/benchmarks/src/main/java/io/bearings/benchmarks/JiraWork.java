package io.bearings.benchmarks;

import static io.bearings.benchmarks.Sql.LEAD;

import io.bearings.systemtests.harness.ImportFile;
import java.util.List;

/**
 * Issues with a history in the host's own tables, written below its code: ten thousand a project,
 * each of which was begun, put back and, a third of them, finished.
 */
final class JiraWork {
  /** The first issue has the next id. */
  static final long BASE = 1_000_000_000L;

  static final int PER_PROJECT = 10_000;
  static final int CHANGES = 3;
  private static final int PROJECTS = 100;

  private static final String COLUMNS =
      "(id, project, issuenum, issuetype, summary, priority, issuestatus, resolution, reporter,"
          + " creator, created, updated";

  /** An issue by its number {@code n}, in a project by its place {@code p.place}. */
  private static final String ROW =
      " select "
          + BASE
          + " + n, p.id, (n - 1) % "
          + PER_PROJECT
          + " + 1, '10002', 'Work ' || n, '3',"
          + " case when n % 3 = 0 then '10001' else '10000' end,"
          + " case when n % 3 = 0 then '10000' end, "
          + LEAD
          + ", "
          + LEAD
          + ", now() - interval '40 days', now() - interval '10 days'";

  private static final String FROM =
      " from generate_series(%d, %d) n join (select id, row_number() over (order by id) place from"
          + " project where pkey like 'BULK%%') p on p.place = (n - 1) / "
          + PER_PROJECT
          + " + 1";

  private final Sql sql;
  private long issues;

  JiraWork(Sql sql) {
    this.sql = sql;
  }

  /** Adds the projects of which the issues will be. */
  static ImportFile projects(ImportFile file) {
    for (int n = 0; n < PROJECTS; n++) {
      file.project("BULK" + letters(n), "Bulk " + n, List.of());
    }
    return file;
  }

  private static String letters(int n) {
    return "" + (char) ('A' + n / 26) + (char) ('A' + n % 26);
  }

  /** How many issues there are; their ids follow {@link #BASE}. */
  long issues() {
    return issues;
  }

  /** Adds issues with their changes, until there are so many; at most a million. */
  void growTo(long size) {
    if (size > (long) PROJECTS * PER_PROJECT) {
      throw new IllegalArgumentException("No room for " + size + " issues");
    }
    if (size <= issues) {
      return;
    }
    String from = FROM.formatted(issues + 1, size);
    String steps =
        from
            + " cross join generate_series(1, "
            + CHANGES
            + ") step where step < "
            + CHANGES
            + " or n % 3 = 0";
    String change = BASE + " + (n - 1) * " + CHANGES + " + step";
    sql.execute(
        // Foreign keys would be looked up row by row.
        "set session_replication_role = replica",
        "insert into jiraissue " + COLUMNS + ")" + ROW + from,
        "insert into issue_index "
            + COLUMNS
            + ", title_words, all_words)"
            + ROW
            + ", ' work ' || n, ' work ' || n || ' '"
            + from,
        "insert into changegroup (id, issueid, author, created) select "
            + change
            + ", "
            + BASE
            + " + n, "
            + LEAD
            + ", now() - interval '40 days' + step * interval '10 days'"
            + steps,
        "insert into changeitem (id, groupid, fieldtype, field, oldvalue, oldstring, newvalue,"
            + " newstring) select "
            + change
            + ", "
            + change
            + ", 'jira', 'status',"
            + " case when step = 2 then '3' else '10000' end,"
            + " case when step = 2 then 'In Progress' else 'To Do' end,"
            + " case when step = 1 then '3' when step = 3 and n % 3 = 0 then '10001' else '10000'"
            + " end,"
            + " case when step = 1 then 'In Progress' when step = 3 and n % 3 = 0 then 'Done'"
            + " else 'To Do' end"
            + steps);
    issues = size;
  }

  /**
   * Plans issues for versions: each of the versions gets as many of them, one after the other.
   *
   * @param versions a query for columns {@code version}, its id and name, and {@code place} from 0
   *     on
   * @param each how many issues are planned for a version
   */
  void plan(String versions, long firstIssue, int each) {
    String rows =
        " from ("
            + versions
            + ") v cross join generate_series(0, "
            + (each - 1)
            + ") n join jiraissue i on i.id = "
            + (BASE + firstIssue)
            + " + v.place * "
            + each
            + " + n";
    sql.execute(
        "set session_replication_role = replica",
        "insert into projectversion (id, project, vname, sequence, released) select v.version,"
            + " min(i.project), 'R' || v.version, v.version, false"
            + rows
            + " group by v.version",
        "insert into nodeassociation (source_node_id, sink_node_id, association_type) select i.id,"
            + " v.version, 'IssueFixVersion'"
            + rows,
        "insert into issue_index_place (issue, kind, target) select i.id, 'fixversion', v.version"
            + rows);
  }
}
