package io.bearings.benchmarks;

import static io.bearings.benchmarks.Sql.LEAD;
import static io.bearings.benchmarks.Sql.table;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A company in a PostgreSQL database below the add-on's own code: teams with 25 objectives a cycle,
 * four key results each, ten check-ins each, five linked issues each. Every objective of a team but
 * the first team's contributes to one of the first team.
 */
final class Company {
  static final int OBJECTIVES = 25;
  static final int KEY_RESULTS = 4;
  static final int CHECK_INS = 10;
  static final int LINKS = 5;

  private static final String WRITTEN = "1, 'lead', 0, 'lead', 0";
  private static final String WRITTEN_COLUMNS =
      "\"VERSION_NO\", \"CREATED_BY\", \"CREATED_AT\", \"UPDATED_BY\", \"UPDATED_AT\"";

  private static final String INTO_UNITS =
      "insert into "
          + table("ORG_UNIT")
          + " (\"NAME\", \"UNIT_LEVEL\", \"PARENT_ID\", \"LEAD_KEY\", \"OPENNESS\", \"CADENCE\","
          + " \"ADVANCED\", \"CAPACITY\", \"ARCHIVED\", "
          + WRITTEN_COLUMNS
          + ")";

  private final String jdbcUrl;
  private final Sql sql;
  private final LocalDate today;
  private final long root;
  private int teams;

  private Company(String jdbcUrl, LocalDate today, long root) {
    this.jdbcUrl = jdbcUrl;
    this.sql = new Sql(jdbcUrl);
    this.today = today;
    this.root = root;
  }

  /** Founds a company in a database in which the add-on has made its tables. */
  static Company in(String jdbcUrl, LocalDate today) {
    // Its issues exist for the add-on only, which would soon notice that they are not there.
    new Sql(jdbcUrl).execute("delete from HOST_JOB");
    String company = INTO_UNITS + " values (" + unitRow("'Company'", "'COMPANY'", "null") + ")";
    return new Company(jdbcUrl, today, inserted(jdbcUrl, company));
  }

  /** Adds teams to the company. */
  void hire(int count) {
    sql.execute(
        INTO_UNITS
            + " select "
            + unitRow("'Team ' || n", "'TEAM'", String.valueOf(root))
            + " from generate_series("
            + (teams + 1)
            + ", "
            + (teams + count)
            + ") n");
    teams += count;
  }

  private static String unitRow(String name, String level, String parent) {
    return name
        + ", "
        + level
        + ", "
        + parent
        + ", "
        + LEAD
        + ", 'EVERYONE', 'WEEKLY;FRIDAY;1;9', 0, '5;8;0.7', 0, "
        + WRITTEN;
  }

  /**
   * Adds a cycle in which every team has its objectives.
   *
   * @param quartersAgo 0 for the one that runs today
   * @return the id of the cycle
   */
  long plan(int quartersAgo) {
    LocalDate first = today.minusDays(45L + 91L * quartersAgo);
    LocalDate last = first.plusDays(90);
    String state = quartersAgo == 0 ? "ACTIVE" : "CLOSED";
    long cycle =
        inserted(
            jdbcUrl,
            "insert into "
                + table("OKR_CYCLE")
                + " (\"UNIT_ID\", \"NAME\", \"FIRST_DAY\", \"LAST_DAY\", \"CYCLE_STATE\","
                + " \"CYCLE_KIND\", \"CYCLE_LENGTH\", "
                + WRITTEN_COLUMNS
                + ") values ("
                + root
                + ", 'Quarter "
                + first
                + "', '"
                + first
                + "', '"
                + last
                + "', '"
                + state
                + "', 'CALENDAR', 'QUARTER', "
                + WRITTEN
                + ")");
    objectives(cycle, first);
    keyResults(cycle, first);
    checkIns("\"CYCLE_ID\" = " + cycle, first);
    links(cycle);
    alignments(cycle);
    sql.execute("analyze");
    return cycle;
  }

  private void objectives(long cycle, LocalDate first) {
    sql.execute(
        "insert into "
            + table("OBJECTIVE")
            + " (\"PROJECT_ID\", \"UNIT_ID\", \"CYCLE_ID\", \"TITLE\", \"WHY\", \"OWNER_KEY\","
            + " \"OBJECTIVE_KIND\", \"LIFE_STATE\", \"VISIBILITY\", \"CONFIDENCE\","
            + " \"ACTIVATED_ON\", \"PUBLISHED_AT\", \"LABELS\", \"ARCHIVED\", "
            + WRITTEN_COLUMNS
            + ") select 0, u.\"ID\", "
            + cycle
            + ", 'Customers choose us for reason ' || n || ' of ' || u.\"NAME\", 'Because customers"
            + " told us in interview ' || n || ' that they would stay.', 'member', 'ASPIRATIONAL',"
            + " 'ACTIVE', 'UNIT_VIEWERS', 6, '"
            + first
            + "', 0, '|growth|', 0, "
            + WRITTEN
            + " from "
            + table("ORG_UNIT")
            + " u, generate_series(1, "
            + OBJECTIVES
            + ") n where u.\"UNIT_LEVEL\" = 'TEAM' order by u.\"ID\", n");
  }

  private void keyResults(long cycle, LocalDate first) {
    sql.execute(
        "insert into "
            + table("KEY_RESULT")
            + " (\"OBJECTIVE_ID\", \"TITLE\", \"OWNER_KEY\", \"VALUE_SOURCE\", \"NATURE\","
            + " \"MEASURED_IN\", \"BASELINE_VALUE\", \"TARGET_VALUE\", \"WEIGHT_MICROS\","
            + " \"WEIGHT_BY\", \"LIFE_STATE\", \"CONFIDENCE\", \"ACTIVATED_ON\", \"PUBLISHED_AT\","
            + " \"ARCHIVED\", \"CURRENT_VALUE\", \"CURRENT_ON\", \"LAST_CHECK_IN_ON\","
            + " \"LAST_CHECK_IN_AT\", \"LAST_CHECK_IN_BY\", \"FIRST_CHECK_IN_AT\", \"SPARK\","
            + " \"EVIDENCE_COUNT\", "
            + WRITTEN_COLUMNS
            + ") select o.\"ID\", 'Measure ' || n || ' goes from 10 to 90', 'member', 'MANUAL',"
            + " 'OUTCOME', 'NUMBER;;', '10', '90', 1000000, 'ISSUES', 'ACTIVE', 6, '"
            + first
            + "', 0, 0, '40', '"
            + day(first, CHECK_INS)
            + "', '"
            + day(first, CHECK_INS)
            + "', 0, 'member', 0, '"
            + spark(first)
            + "', 0, "
            + WRITTEN
            + " from "
            + table("OBJECTIVE")
            + " o, generate_series(1, "
            + KEY_RESULTS
            + ") n where o.\"CYCLE_ID\" = "
            + cycle
            + " order by o.\"ID\", n");
  }

  private static LocalDate day(LocalDate first, int checkIn) {
    return first.plusDays(4L * checkIn);
  }

  private static String spark(LocalDate first) {
    List<String> values = new ArrayList<>();
    for (int n = 1; n <= CHECK_INS; n++) {
      values.add(day(first, n) + "=" + (10 + 3 * n));
    }
    return String.join(";", values);
  }

  /** Adds check-ins to the key results that a team has in the cycle that runs today. */
  void checkIn(long team, long cycle) {
    checkIns("\"CYCLE_ID\" = " + cycle + " and o.\"UNIT_ID\" = " + team, today.minusDays(45));
    sql.execute("analyze");
  }

  private void checkIns(String ofObjective, LocalDate first) {
    sql.execute(
        "insert into "
            + table("CHECK_IN")
            + " (\"KEY_RESULT_ID\", \"EFFECTIVE_DAY\", \"AMOUNT\", \"CONFIDENCE\", \"NOTE\","
            + " \"ORIGIN\", \"CREATED_BY\", \"CREATED_AT\") select k.\"ID\", to_char(date '"
            + first
            + "' + 4 * n, 'YYYY-MM-DD'), (10 + 3 * n)::text, 6, 'A good week', 'MANUAL', 'member',"
            + " n from "
            + table("KEY_RESULT")
            + " k join "
            + table("OBJECTIVE")
            + " o on o.\"ID\" = k.\"OBJECTIVE_ID\", generate_series(1, "
            + CHECK_INS
            + ") n where o."
            + ofObjective);
  }

  private void links(long cycle) {
    String issues =
        " from "
            + table("KEY_RESULT")
            + " k join "
            + table("OBJECTIVE")
            + " o on o.\"ID\" = k.\"OBJECTIVE_ID\", generate_series(1, "
            + LINKS
            + ") n where o.\"CYCLE_ID\" = "
            + cycle;
    String issue = "(1000000 + k.\"ID\" * 10 + n)";
    sql.execute(
        "insert into "
            + table("WORK_LINK")
            + " (\"KEY_RESULT_ID\", \"KIND\", \"TARGET_ID\", \"CREATED_BY\", \"CREATED_AT\","
            + " \"NATURAL_KEY\") select k.\"ID\", 'ISSUE', "
            + issue
            + ", 'member', 0, k.\"ID\" || ':ISSUE:' || "
            + issue
            + issues);
    sql.execute(
        "insert into "
            + table("CONTRIBUTION")
            + " (\"KEY_RESULT_ID\", \"ISSUE_ID\", \"ISSUE_PROJECT_ID\", \"COUNTS\","
            + " \"STATUS_CATEGORY\", \"POINTS\", \"ISSUE_UPDATED\", \"MOVED_AT\", \"NATURAL_KEY\")"
            + " select k.\"ID\", "
            + issue
            + ", 1, 1, case when n <= 2 then 'DONE' else 'TO_DO' end, n, 0, 0, k.\"ID\" || ':' || "
            + issue
            + issues);
  }

  private void alignments(long cycle) {
    sql.execute(
        "insert into "
            + table("ALIGNMENT")
            + " (\"ARROW_KIND\", \"FROM_ID\", \"TO_ID\", \"WEIGHT_MICROS\", \"CREATED_BY\","
            + " \"CREATED_AT\", \"NATURAL_KEY\") select 'CONTRIBUTES', c.\"ID\", p.\"ID\", 1000000,"
            + " 'lead', 0, 'CONTRIBUTES:' || c.\"ID\" || ':' || p.\"ID\" from (select o.\"ID\","
            + " o.\"UNIT_ID\", row_number() over (partition by o.\"UNIT_ID\" order by o.\"ID\")"
            + " place from "
            + table("OBJECTIVE")
            + " o where o.\"CYCLE_ID\" = "
            + cycle
            + ") c join (select o.\"ID\", row_number() over (order by o.\"ID\") place from "
            + table("OBJECTIVE")
            + " o where o.\"CYCLE_ID\" = "
            + cycle
            + " and o.\"UNIT_ID\" = "
            + firstTeam()
            + ") p on p.place = c.place where c.\"UNIT_ID\" <> "
            + firstTeam());
  }

  /** The id of the team to which the others contribute. */
  long firstTeam() {
    return sql.number(
        "select min(\"ID\") from " + table("ORG_UNIT") + " where \"UNIT_LEVEL\" = 'TEAM'");
  }

  /** The id of a team that contributes. */
  long anyTeam() {
    return firstTeam() + 7;
  }

  /** How many key results there are in all. */
  long keyResults() {
    return sql.number("select count(*) from " + table("KEY_RESULT"));
  }

  private static long inserted(String jdbcUrl, String sql) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement()) {
      statement.execute(sql, new String[] {"ID"});
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
