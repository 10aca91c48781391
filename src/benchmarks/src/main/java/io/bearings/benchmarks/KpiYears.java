package io.bearings.benchmarks;

import static io.bearings.benchmarks.Sql.LEAD;
import static io.bearings.benchmarks.Sql.table;

import java.time.LocalDate;

/**
 * Daily KPIs with their values, judged periods and breaches, in a PostgreSQL database below the
 * add-on's own code. The first of two units always has twelve of them, all others are in the
 * second, so that nothing grows but the KPIs. Rows come day by day, as in years of use: the rows of
 * one KPI lie far from each other.
 */
final class KpiYears {
  /** How many KPIs the first unit has. */
  static final int BOARD = 12;

  private static final int TREND = 12;
  private static final int DAYS_AT_ONCE = 100;
  private static final int BREACHED = 6;

  private static final String INTO_KPIS =
      "insert into "
          + table("KPI")
          + " (\"UNIT_ID\", \"NAME\", \"MEASURES\", \"CATEGORY_KIND\", \"OWNER_KEY\","
          + " \"VALUE_SOURCE\", \"FREQUENCY\", \"AGGREGATION\", \"ACCUMULATING\", \"GRACE_DAYS\","
          + " \"DIRECTION\", \"MEASURED_IN\", \"TARGET_LEVEL\", \"CRITICAL_LEVEL\","
          + " \"ACTION_TEXT\", \"WHY\", \"ARCHIVED\", \"STAMP\", \"DUE_ON\", \"NEXT_ON\","
          + " \"EARLIEST_ON\", \"JUDGED_UNTIL\", \"VERSION_NO\", \"CREATED_BY\", \"CREATED_AT\","
          + " \"UPDATED_BY\", \"UPDATED_AT\") select ";
  private static final String INTO_VALUES =
      "insert into "
          + table("KPI_VALUE")
          + " (\"KPI_ID\", \"ON_DAY\", \"AMOUNT\", \"COUNTING\", \"COMPUTED\", \"NATURAL_KEY\","
          + " \"RECORDED_AT\") select k.\"ID\", %1$s, (50 + (k.\"ID\" * 7 + d * 3) %% 41)::text, 1,"
          + " 0, k.\"ID\" || ':' || %1$s, 0";
  private static final String INTO_PERIODS =
      "insert into "
          + table("KPI_PERIOD")
          + " (\"KPI_ID\", \"FIRST_ON\", \"LAST_ON\", \"AMOUNT\", \"CORRECTED\", \"VERDICT\","
          + " \"PROVISIONAL\", \"EARLY_WARNING\", \"ATTAINMENT\", \"TARGET_LEVEL\","
          + " \"CRITICAL_LEVEL\", \"CLOSED\", \"TREND_OF\") select k.\"ID\", %1$s, %1$s,"
          + " (50 + (k.\"ID\" * 7 + d * 3) %% 41)::text, 0, 'GREEN', 0, 0, '0.85', '60', '40', 1,"
          + " case when d < "
          + TREND
          + " then k.\"ID\" end";
  private static final String INTO_BREACHES =
      "insert into "
          + table("KPI_BREACH")
          + " (\"KPI_ID\", \"OPEN_OF\", \"FIRST_ON\", \"LAST_ON\", \"OPENED_AT\","
          + " \"ACTION_STATE\", \"WITHDRAWN\", \"VERSION_NO\", \"UPDATED_AT\") select k.\"ID\","
          + " k.\"ID\", '%1$s', '%1$s', 0, 'OPEN', 0, 1, 0 from ";

  private final Sql sql;
  private final LocalDate today;
  private final int days;
  private final long board;
  private final long elsewhere;

  /**
   * @param board the unit whose KPIs are looked at
   * @param elsewhere the unit that has all others
   */
  KpiYears(Sql sql, LocalDate today, int days, long board, long elsewhere) {
    this.sql = sql;
    this.today = today;
    this.days = days;
    this.board = board;
    this.elsewhere = elsewhere;
    // What a crash would lose is of no interest here, and writing it twice takes long.
    sql.execute(
        "alter table " + table("KPI_VALUE") + " set unlogged",
        "alter table " + table("KPI_PERIOD") + " set unlogged");
  }

  /** How many KPIs there are. */
  long size() {
    return sql.number("select count(*) from " + table("KPI"));
  }

  /** Adds KPIs with all their days until there are so many. */
  void growTo(int kpis) {
    long last = sql.number("select coalesce(max(\"ID\"), 0) from " + table("KPI"));
    long before = size();
    sql.execute(kpis(before + 1, kpis));
    String added = table("KPI") + " k where k.\"ID\" > " + last;
    for (int from = days; from > 0; from -= DAYS_AT_ONCE) {
      String all =
          " from generate_series("
              + Math.max(0, from - DAYS_AT_ONCE)
              + ", "
              + (from - 1)
              + ") d cross join "
              + added
              + " order by d desc, k.\"ID\"";
      sql.execute(INTO_VALUES.formatted(day()) + all, INTO_PERIODS.formatted(day()) + all);
    }
    sql.execute(
        INTO_BREACHES.formatted(today.minusDays(1))
            + added
            + " and k.\"ID\" % "
            + BREACHED
            + " = 0",
        "vacuum analyze");
  }

  private String kpis(long first, long last) {
    return INTO_KPIS
        + "case when n <= "
        + BOARD
        + " then "
        + board
        + " else "
        + elsewhere
        + " end, 'Health number ' || n, 'What it says and how it is counted', 'QUALITY', "
        + LEAD
        + ", 'MANUAL', 'DAILY', 'LAST', 0, 0, 'HIGHER', 'NUMBER;;', '60', '40',"
        + " 'The team stops and mends it', 'Whoever waits sees it first', 0, 1, '"
        + today.plusDays(1)
        + "', '"
        + today.plusDays(1)
        + "', '"
        + today.minusDays(days - 1L)
        + "', '"
        + today
        + "', 1, 'lead', 0, 'lead', 0 from generate_series("
        + first
        + ", "
        + last
        + ") n";
  }

  /** The day that lies {@code d} days back, as it is stored. */
  private String day() {
    return "to_char(date '" + today + "' - d, 'YYYY-MM-DD')";
  }
}
