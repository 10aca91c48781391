package io.bearings.benchmarks;

import static io.bearings.benchmarks.JiraWork.BASE;
import static io.bearings.benchmarks.Sql.LEAD;
import static io.bearings.benchmarks.Sql.table;

import java.util.List;

/**
 * Key results with linked issues in a PostgreSQL database below the add-on's own code: four key
 * results an objective, fifty issues each. Of ten key results nine link their issues, the tenth has
 * a query that found them. All that the add-on keeps of the past of the issues is there.
 */
final class LinkedWork {
  static final int ISSUES = 50;

  /** A query of the last kind finds so many. */
  static final int HITS = 2_000;

  private static final int KEY_RESULTS = 4;
  private static final int BY_QUERY = 10;
  private static final int PAST_ISSUES = 500;
  private static final int CHANGES = 20;
  private static final long VERSIONS = 2_000_000_000L;
  private static final String TITLE = "Work ";
  private static final String WRITTEN = "1, 'lead', 0, 'lead', 0";
  private static final String WRITTEN_COLUMNS =
      "\"VERSION_NO\", \"CREATED_BY\", \"CREATED_AT\", \"UPDATED_BY\", \"UPDATED_AT\"";
  private static final String STATE_COLUMNS =
      " (\"ISSUE_ID\", \"FROM_AT\", \"SEQ_NO\", \"CHANGE_ID\", \"PROJECT_ID\", \"STATUS_ID\","
          + " \"STATUS_CATEGORY\", \"RESOLUTION_ID\", \"POINTS\", \"TYPE_ID\", \"GONE\","
          + " \"NATURAL_KEY\") ";

  /** Key results without linked work, with their places from 0 on. */
  private static final String WITHOUT_WORK =
      "select k.\"ID\", k.\"OBJECTIVE_ID\", row_number() over (order by k.\"ID\") - 1 place from "
          + table("KEY_RESULT")
          + " k where k.\"VALUE_SOURCE\" = 'ISSUES' and not exists (select 1 from "
          + table("CONTRIBUTION")
          + " c where c.\"KEY_RESULT_ID\" = k.\"ID\")";

  private final Sql sql;
  private final JiraWork jira;
  private final long cycle;
  private long made;

  LinkedWork(Sql sql, JiraWork jira, long cycle) {
    this.sql = sql;
    this.jira = jira;
    this.cycle = cycle;
  }

  /**
   * Adds key results to a team until there are as many linked issues; returns how many there are.
   */
  long growTo(long team, long issues) {
    jira.growTo(issues);
    long objectives = issues / (KEY_RESULTS * ISSUES);
    objectives(team, TITLE + "'|| n", made + 1, objectives);
    made = objectives;
    keyResults(KEY_RESULTS);
    past(jira.issues());
    link(sql.number("select count(*) from " + table("CONTRIBUTION") + " where " + ofBulk()));
    // Or the database would do it while times are taken.
    sql.execute("vacuum (analyze)", "checkpoint");
    return sql.number("select count(*) from " + table("CONTRIBUTION"));
  }

  private static String ofBulk() {
    return "\"ISSUE_ID\" > " + BASE;
  }

  private String linked() {
    return "o.\"TITLE\" like '" + TITLE + "%'";
  }

  private void objectives(long team, String title, long first, long last) {
    sql.execute(
        "insert into "
            + table("OBJECTIVE")
            + " (\"PROJECT_ID\", \"UNIT_ID\", \"CYCLE_ID\", \"TITLE\", \"WHY\", \"OWNER_KEY\","
            + " \"OBJECTIVE_KIND\", \"LIFE_STATE\", \"VISIBILITY\", \"CONFIDENCE\","
            + " \"ACTIVATED_ON\", \"PUBLISHED_AT\", \"LABELS\", \"ARCHIVED\", "
            + WRITTEN_COLUMNS
            + ") select 0, "
            + team
            + ", c.\"ID\", '"
            + title
            + ", 'Because', 'member', 'ASPIRATIONAL', 'ACTIVE', 'UNIT_VIEWERS', 6,"
            + " c.\"FIRST_DAY\", 0, '|work|', 0, "
            + WRITTEN
            + " from "
            + table("OKR_CYCLE")
            + " c, generate_series("
            + first
            + ", "
            + last
            + ") n where c.\"ID\" = "
            + cycle);
  }

  /** Adds key results to the objectives that have none. */
  private void keyResults(int each) {
    sql.execute(
        "insert into "
            + table("KEY_RESULT")
            + " (\"OBJECTIVE_ID\", \"TITLE\", \"OWNER_KEY\", \"VALUE_SOURCE\", \"NATURE\","
            + " \"MEASURED_IN\", \"WEIGHT_MICROS\", \"WEIGHT_BY\", \"LIFE_STATE\","
            + " \"CONFIDENCE\", \"ACTIVATED_ON\", \"PUBLISHED_AT\", \"ARCHIVED\","
            + " \"EVIDENCE_COUNT\", "
            + WRITTEN_COLUMNS
            + ") select o.\"ID\", 'Result ' || n, 'member', 'ISSUES', 'OUTPUT', 'NUMBER;;',"
            + " 1000000, 'POINTS', 'ACTIVE', 6, o.\"ACTIVATED_ON\", 0, 0, 0, "
            + WRITTEN
            + " from "
            + table("OBJECTIVE")
            + " o, generate_series(1, "
            + each
            + ") n where "
            + linked()
            + " and not exists (select 1 from "
            + table("KEY_RESULT")
            + " k where k.\"OBJECTIVE_ID\" = o.\"ID\") order by o.\"ID\", n");
  }

  /** What the add-on keeps of the changes that {@link JiraWork} made. */
  private void past(long issues) {
    String kept = "select coalesce(max(\"ISSUE_ID\"), " + BASE + ") from " + table("ISSUE_STATE");
    sql.execute(
        "insert into "
            + table("ISSUE_STATE")
            + STATE_COLUMNS
            + "select i.id, (extract(epoch from i.created)::bigint + 864000 * step) * 1000, 0,"
            + " case when step = 0 then 0 else "
            + BASE
            + " + (i.id - "
            + (BASE + 1)
            + ") * "
            + JiraWork.CHANGES
            + " + step end, i.project, case step when 1 then '3' when 3 then '10001' else '10000'"
            + " end, case step when 1 then 'IN_PROGRESS' when 3 then 'DONE' else 'TO_DO' end,"
            + " case when step = 3 then '10000' end, i.issuenum % 8, '10002', 0,"
            + " i.id || ':' || step || ':0' from jiraissue i, generate_series(0, "
            + JiraWork.CHANGES
            + ") step where i.id > ("
            + kept
            + ") and i.id <= "
            + (BASE + issues)
            + " and (step < 3 or i.issuestatus = '10001')");
  }

  /** Gives the key results that have none their issues, from one issue on. */
  private void link(long first) {
    String mine = "(" + WITHOUT_WORK + ") k";
    String issues =
        " cross join generate_series(1, "
            + ISSUES
            + ") n join jiraissue i on i.id = "
            + (BASE + first)
            + " + k.place * "
            + ISSUES
            + " + n";
    String byQuery = "k.\"ID\" % " + BY_QUERY + " = 0";
    jira.plan(
        "select k.\"ID\" + " + VERSIONS + " version, k.place from " + mine + " where " + byQuery,
        first + 1,
        ISSUES);
    sql.execute(
        "insert into "
            + table("WORK_LINK")
            + " (\"KEY_RESULT_ID\", \"KIND\", \"TARGET_ID\", \"CREATED_BY\", \"CREATED_AT\","
            + " \"NATURAL_KEY\") select k.\"ID\", 'ISSUE', i.id, 'member', 0,"
            + " k.\"ID\" || ':ISSUE:' || i.id from "
            + mine
            + issues
            + " where not "
            + byQuery,
        "insert into "
            + table("WORK_LINK")
            + " (\"KEY_RESULT_ID\", \"KIND\", \"TARGET_ID\", \"QUERY\", \"CREATED_BY\","
            + " \"CREATED_AT\", \"CHECKED_AT\", \"NATURAL_KEY\") select k.\"ID\", 'JQL', 0,"
            + " 'project = ' || min(p.pkey) || ' AND fixVersion = R' || (k.\"ID\" + "
            + VERSIONS
            + ") || ' AND statusCategory in (\"To Do\", \"In Progress\", Done)', "
            + LEAD
            + ", 0, 0, k.\"ID\" || ':JQL:0:' || k.\"ID\" from "
            + mine
            + issues
            + " join project p on p.id = i.project where "
            + byQuery
            + " group by k.\"ID\"",
        "insert into "
            + table("QUERY_HIT")
            + " (\"LINK_ID\", \"ISSUE_ID\", \"SINCE\", \"NATURAL_KEY\") select w.\"ID\", i.id, 0,"
            + " w.\"ID\" || ':' || i.id from "
            + mine
            + " join "
            + table("WORK_LINK")
            + " w on w.\"KEY_RESULT_ID\" = k.\"ID\" and w.\"KIND\" = 'JQL'"
            + issues,
        // The last of them: key results with contributions count as linked.
        "insert into "
            + table("CONTRIBUTION")
            + " (\"KEY_RESULT_ID\", \"ISSUE_ID\", \"ISSUE_PROJECT_ID\", \"COUNTS\","
            + " \"STATUS_ID\", \"STATUS_CATEGORY\", \"RESOLUTION_ID\", \"POINTS\","
            + " \"ISSUE_UPDATED\", \"MOVED_AT\", \"NATURAL_KEY\") select k.\"ID\", i.id,"
            + " i.project, 1, i.issuestatus, case when i.issuestatus = '10001' then 'DONE' else"
            + " 'TO_DO' end, i.resolution, i.issuenum % 8,"
            + " extract(epoch from i.updated)::bigint * 1000,"
            + " extract(epoch from i.updated)::bigint * 1000, k.\"ID\" || ':' || i.id from "
            + mine
            + issues);
  }

  /** The ids of one key result of each of the first objectives. */
  List<Long> firstOf(int objectives) {
    return sql.numbers(
        "select min(k.\"ID\") from "
            + table("KEY_RESULT")
            + " k join "
            + table("OBJECTIVE")
            + " o on o.\"ID\" = k.\"OBJECTIVE_ID\" where "
            + linked()
            + " group by o.\"ID\" order by o.\"ID\" limit "
            + objectives);
  }

  /** Gives a team one objective with one key result of many issues that changed often. */
  void changedOften(long team) {
    objectives(team, TITLE + "with a past'", 1, 1);
    keyResults(1);
    long keyResult = sql.number("select max(\"ID\") from " + table("KEY_RESULT"));
    String issue = "(" + (2 * BASE) + " + n)";
    String issues = " from generate_series(1, " + PAST_ISSUES + ") n";
    sql.execute(
        "insert into "
            + table("WORK_LINK")
            + " (\"KEY_RESULT_ID\", \"KIND\", \"TARGET_ID\", \"CREATED_BY\", \"CREATED_AT\","
            + " \"NATURAL_KEY\") select "
            + keyResult
            + ", 'ISSUE', "
            + issue
            + ", 'member', 0, '"
            + keyResult
            + ":ISSUE:' || "
            + issue
            + issues,
        "insert into "
            + table("CONTRIBUTION")
            + " (\"KEY_RESULT_ID\", \"ISSUE_ID\", \"ISSUE_PROJECT_ID\", \"COUNTS\","
            + " \"STATUS_ID\", \"STATUS_CATEGORY\", \"POINTS\", \"ISSUE_UPDATED\", \"MOVED_AT\","
            + " \"NATURAL_KEY\") select "
            + keyResult
            + ", "
            + issue
            + ", 1, 1, '10000', 'TO_DO', n % 8, 0, 0, '"
            + keyResult
            + ":' || "
            + issue
            + issues,
        "insert into "
            + table("ISSUE_STATE")
            + STATE_COLUMNS
            + "select "
            + issue
            + ", (extract(epoch from now())::bigint - 86400 * ("
            + CHANGES
            + " - step)) * 1000, 0, step, 1, '3',"
            + " case when step % 3 = 2 then 'DONE' else 'TO_DO' end, null, step % 8, '10002', 0, "
            + issue
            + " || ':' || step || ':0'"
            + issues
            + ", generate_series(0, "
            + (CHANGES - 1)
            + ") step",
        "analyze");
  }

  /**
   * Gives a team key results with a query each that has found {@link #HITS} issues, each the next
   * ones.
   *
   * @return an unfinished issue of each, by its number in {@link JiraWork}
   */
  List<Long> queries(long team, int count) {
    long from = sql.number("select max(\"ID\") from " + table("KEY_RESULT"));
    objectives(team, TITLE + "by query '|| n", 1, 1);
    keyResults(count);
    String mine = "(" + WITHOUT_WORK + " and k.\"ID\" > " + from + ") k";
    jira.plan("select k.\"ID\" + " + VERSIONS + " version, k.place from " + mine, 1, HITS);
    String issues =
        " cross join generate_series(1, "
            + HITS
            + ") n join jiraissue i on i.id = "
            + BASE
            + " + k.place * "
            + HITS
            + " + n";
    sql.execute(
        "insert into "
            + table("WORK_LINK")
            + " (\"KEY_RESULT_ID\", \"KIND\", \"TARGET_ID\", \"QUERY\", \"CREATED_BY\","
            + " \"CREATED_AT\", \"CHECKED_AT\", \"NATURAL_KEY\") select k.\"ID\", 'JQL', 0,"
            + " 'project = ' || min(p.pkey) || ' AND fixVersion = R' || (k.\"ID\" + "
            + VERSIONS
            + ") || ' AND status in (\"To Do\", \"In Progress\", \"In Review\", Done)', "
            + LEAD
            + ", 0, 0, k.\"ID\" || ':JQL:0:' || k.\"ID\" from "
            + mine
            + issues
            + " join project p on p.id = i.project group by k.\"ID\"",
        "insert into "
            + table("QUERY_HIT")
            + " (\"LINK_ID\", \"ISSUE_ID\", \"SINCE\", \"NATURAL_KEY\") select w.\"ID\", i.id, 0,"
            + " w.\"ID\" || ':' || i.id from "
            + mine
            + " join "
            + table("WORK_LINK")
            + " w on w.\"KEY_RESULT_ID\" = k.\"ID\""
            + issues,
        "insert into "
            + table("CONTRIBUTION")
            + " (\"KEY_RESULT_ID\", \"ISSUE_ID\", \"ISSUE_PROJECT_ID\", \"COUNTS\","
            + " \"STATUS_ID\", \"STATUS_CATEGORY\", \"RESOLUTION_ID\", \"POINTS\","
            + " \"ISSUE_UPDATED\", \"MOVED_AT\", \"NATURAL_KEY\") select k.\"ID\", i.id,"
            + " i.project, 1, i.issuestatus, case when i.issuestatus = '10001' then 'DONE' else"
            + " 'TO_DO' end, i.resolution, i.issuenum % 8,"
            + " extract(epoch from i.updated)::bigint * 1000,"
            + " extract(epoch from i.updated)::bigint * 1000, k.\"ID\" || ':' || i.id from "
            + mine
            + issues,
        "analyze");
    // The next one where the first is done already, see JiraWork.
    return sql.numbers(
        "select n * "
            + HITS
            + " + case when (n * "
            + HITS
            + " + 1) % 3 = 0 then 2 else 1 end from generate_series(0, "
            + (count - 1)
            + ") n");
  }

  /** Makes the queries that found so many look as if they could not be asked the last time. */
  void forgetAnswers() {
    sql.execute(
        "update "
            + table("WORK_LINK")
            + " set \"PROBLEM\" = 'unknown' where \"ID\" in (select \"LINK_ID\" from "
            + table("QUERY_HIT")
            + " group by \"LINK_ID\" having count(*) >= "
            + HITS
            + ")");
  }
}
