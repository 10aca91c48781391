package io.bearings.benchmarks;

import static io.bearings.benchmarks.Sql.LEAD;
import static io.bearings.benchmarks.Sql.table;

/**
 * The kept past of one project of many issues, in a PostgreSQL database below the add-on's own
 * code: over a year each was created, planned for a sprint, estimated anew, begun, put back and
 * finished, a state every three days; the newest are not that far yet. Sprints follow each other
 * every two weeks.
 */
final class MeasuredWork {
  /** How far the past reaches back; within the year that is computed. */
  static final int DAYS = 360;

  private static final int STATES = 10;
  private static final int DAYS_A_STATE = 3;
  private static final int DAYS_A_SPRINT = 14;
  private static final long SPRINTS = 3_000_000L;
  private static final long DAY = 86_400_000L;

  /** The sprint in which an issue is to be done. */
  private static final String SPRINT =
      "(" + SPRINTS + " + (i.created + 9 * " + DAYS_A_STATE + ") / " + DAYS_A_SPRINT + ")";

  private final Sql sql;
  private final long project;
  private final long issues;

  MeasuredWork(Sql sql, long project, long issues) {
    this.sql = sql;
    this.project = project;
    this.issues = issues;
  }

  /** Writes all of it, as if it was read from Jira already. */
  void write(long board) {
    sql.execute("alter table " + table("ISSUE_STATE") + " set unlogged");
    sprints(board);
    states();
    facts();
    sql.execute(
        "insert into "
            + table("MEASURED")
            + " (\"KPI_ID\", \"PROJECT_ID\", \"NATURAL_KEY\") values (0, "
            + project
            + ", '0:"
            + project
            + "')",
        "insert into "
            + table("PROJECT_PAST")
            + " (\"PROJECT_ID\", \"READ_STATE\", \"MONTHS_BACK\", \"ISSUES_READ\","
            + " \"ISSUES_ALL\", \"CHANGED_AT\", \"VERSION_NO\") values ("
            + project
            + ", 'DONE', 12, "
            + issues
            + ", "
            + issues
            + ", 0, 1)",
        // Or the database would do it while times are taken.
        "vacuum (analyze)",
        "checkpoint");
  }

  /** How many states are kept. */
  long size() {
    return sql.number("select count(*) from " + table("ISSUE_STATE"));
  }

  private void sprints(long board) {
    String begun = "now() - interval '" + DAYS + " days' + n * interval '" + DAYS_A_SPRINT + " days'";
    String over = begun + " + interval '" + DAYS_A_SPRINT + " days' - interval '1 minute'";
    sql.execute(
        "insert into ao_60db71_sprint (id, rapid_view_id, name, goal, sprint_state, start_date,"
            + " end_date, activated_date, complete_date) select "
            + SPRINTS
            + " + n, "
            + board
            + ", 'Sprint ' || n, '', case when "
            + over
            + " < now() then 'CLOSED' else 'ACTIVE' end, "
            + begun
            + ", "
            + over
            + ", "
            + begun
            + ", case when "
            + over
            + " < now() then "
            + over
            + " end from generate_series(0, "
            + (DAYS / DAYS_A_SPRINT)
            + ") n");
  }

  /** Issues by their number, with the day on which they were created, from 0 on. */
  private String each() {
    return " from (select n, "
        + JiraWork.BASE
        + " + n id, n * "
        + DAYS
        + " / "
        + (issues + 1)
        + " created from generate_series(1::bigint, "
        + issues
        + ") n) i";
  }

  private static String at(String step) {
    return "((extract(epoch from date_trunc('day', now()))::bigint * 1000 - "
        + DAYS * DAY
        + ") + (i.created + "
        + DAYS_A_STATE
        + " * "
        + step
        + ") * "
        + DAY
        + " + (i.n % 86000) * 1000)";
  }

  private static String isPast(String step) {
    return at(step) + " <= extract(epoch from now())::bigint * 1000";
  }

  private void states() {
    sql.execute(
        "insert into "
            + table("ISSUE_STATE")
            + " (\"ISSUE_ID\", \"FROM_AT\", \"SEQ_NO\", \"CHANGE_ID\", \"PROJECT_ID\","
            + " \"STATUS_ID\", \"STATUS_CATEGORY\", \"RESOLUTION_ID\", \"POINTS\", \"SPRINT_IDS\","
            + " \"TYPE_ID\", \"GONE\", \"NATURAL_KEY\") select i.id, "
            + at("step")
            + ", 0, case when step = 0 then 0 else i.id * 10 + step end, "
            + project
            + ", case when step = 9 then '10001' when step in (2, 3, 5, 6, 7, 8) then '3' else"
            + " '10000' end, case when step = 9 then 'DONE' when step in (2, 3, 5, 6, 7, 8) then"
            + " 'IN_PROGRESS' else 'TO_DO' end, case when step = 9 then '10000' end,"
            + " case when step < 3 then i.n % 5 + 1 else i.n % 8 + 1 end,"
            + " case when step > 0 then ',' || "
            + SPRINT
            + " || ',' end, '10002', 0, i.id || ':' || step || ':0'"
            + each()
            + ", generate_series(0, "
            + (STATES - 1)
            + ") step where "
            + isPast("step")
            + " order by i.id, step",
        "insert into "
            + table("MEMBERSHIP")
            + " (\"KIND\", \"TARGET_ID\", \"ISSUE_ID\", \"NATURAL_KEY\") select 'SPRINT', "
            + SPRINT
            + ", i.id, 'SPRINT:' || "
            + SPRINT
            + " || ':' || i.id"
            + each()
            + " where "
            + isPast("1"));
  }

  private void facts() {
    sql.execute(
        "insert into "
            + table("ISSUE_FACT")
            + " (\"ISSUE_ID\", \"PROJECT_ID\", \"MOVED\", \"TYPE_ID\", \"REPORTER_KEY\","
            + " \"RESOLVED_AT\", \"UPDATED_AT\", \"UNDONE\") select i.id, "
            + project
            + ", 0, '10002', "
            + LEAD
            + ", case when "
            + isPast("9")
            + " then "
            + at("9")
            + " end, (select max(s.\"FROM_AT\") from "
            + table("ISSUE_STATE")
            + " s where s.\"ISSUE_ID\" = i.id), case when "
            + isPast("9")
            + " then 0 else 1 end"
            + each()
            + " where "
            + isPast("0"));
  }
}
