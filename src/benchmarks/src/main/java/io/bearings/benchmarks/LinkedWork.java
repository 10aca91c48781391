package io.bearings.benchmarks;

import static io.bearings.benchmarks.Company.table;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Key results with linked issues in a PostgreSQL database below the add-on's own code: four key
 * results an objective, fifty issues each. The issues exist for the add-on only.
 */
final class LinkedWork {
  static final int ISSUES = 50;

  private static final int KEY_RESULTS = 4;
  private static final int PAST_ISSUES = 500;
  private static final int CHANGES = 20;
  private static final String TITLE = "Work ";
  private static final String WRITTEN = "1, 'lead', 0, 'lead', 0";
  private static final String WRITTEN_COLUMNS =
      "\"VERSION_NO\", \"CREATED_BY\", \"CREATED_AT\", \"UPDATED_BY\", \"UPDATED_AT\"";

  private final String jdbcUrl;
  private final long cycle;

  LinkedWork(String jdbcUrl, long cycle) {
    this.jdbcUrl = jdbcUrl;
    this.cycle = cycle;
  }

  /**
   * Adds key results to a team until there are as many linked issues; returns how many there are.
   */
  long growTo(long team, long issues) {
    long objectives = issues / (KEY_RESULTS * ISSUES);
    long before = number("select count(*) from " + table("OBJECTIVE") + " o where " + linked());
    objectives(team, TITLE + "'|| n", before + 1, objectives);
    keyResults(KEY_RESULTS);
    link(ISSUES);
    execute("analyze");
    return number("select count(*) from " + table("CONTRIBUTION"));
  }

  private String linked() {
    return "o.\"TITLE\" like '" + TITLE + "%'";
  }

  private void objectives(long team, String title, long first, long last) {
    execute(
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
    execute(
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

  /** Links issues to the key results that have none. */
  private void link(int each) {
    String unlinked =
        " from "
            + table("KEY_RESULT")
            + " k, generate_series(1, "
            + each
            + ") n where k.\"VALUE_SOURCE\" = 'ISSUES' and not exists (select 1 from "
            + table("CONTRIBUTION")
            + " c where c.\"KEY_RESULT_ID\" = k.\"ID\") order by k.\"ID\", n";
    String issue = "(1000000000 + k.\"ID\" * 1000 + n)";
    execute(
        "insert into "
            + table("WORK_LINK")
            + " (\"KEY_RESULT_ID\", \"KIND\", \"TARGET_ID\", \"CREATED_BY\", \"CREATED_AT\","
            + " \"NATURAL_KEY\") select k.\"ID\", 'ISSUE', "
            + issue
            + ", 'member', 0, k.\"ID\" || ':ISSUE:' || "
            + issue
            + unlinked);
    execute(
        "insert into "
            + table("CONTRIBUTION")
            + " (\"KEY_RESULT_ID\", \"ISSUE_ID\", \"ISSUE_PROJECT_ID\", \"COUNTS\","
            + " \"STATUS_ID\", \"STATUS_CATEGORY\", \"POINTS\", \"ISSUE_UPDATED\","
            + " \"NATURAL_KEY\") select k.\"ID\", "
            + issue
            + ", 1, 1, '3', case when n % 3 = 0 then 'DONE' else 'TO_DO' end, n % 8, 0,"
            + " k.\"ID\" || ':' || "
            + issue
            + unlinked);
  }

  /** The ids of one key result of each of the first objectives. */
  List<Long> firstOf(int objectives) {
    return numbers(
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
  void past(long team) {
    objectives(team, TITLE + "with a past'", 1, 1);
    keyResults(1);
    link(PAST_ISSUES);
    execute(
        "insert into "
            + table("ISSUE_STATE")
            + " (\"ISSUE_ID\", \"FROM_AT\", \"SEQ_NO\", \"CHANGE_ID\", \"PROJECT_ID\","
            + " \"STATUS_ID\", \"STATUS_CATEGORY\", \"POINTS\", \"TYPE_ID\", \"GONE\","
            + " \"NATURAL_KEY\") select c.\"ISSUE_ID\", (extract(epoch from now())::bigint -"
            + " 86400 * ("
            + CHANGES
            + " - n)) * 1000, 0, n, 1, '3', case when n % 3 = 2 then 'DONE' else 'TO_DO' end,"
            + " n % 8, '10001', 0, c.\"ISSUE_ID\" || ':' || n || ':0' from "
            + table("CONTRIBUTION")
            + " c, generate_series(0, "
            + (CHANGES - 1)
            + ") n where c.\"KEY_RESULT_ID\" = (select max(\"ID\") from "
            + table("KEY_RESULT")
            + ")");
    execute("analyze");
  }

  private long number(String query) {
    return numbers(query).get(0);
  }

  private List<Long> numbers(String query) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<Long> numbers = new ArrayList<>();
      while (rows.next()) {
        numbers.add(rows.getLong(1));
      }
      return numbers;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  private void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
