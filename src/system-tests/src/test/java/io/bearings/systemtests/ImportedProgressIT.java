package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.SharedHosts;
import io.bearings.systemtests.harness.World;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * Three hundred of five thousand imported issues, linked to a key result: its figures are what SQL
 * counts over Jira's own tables, before and after work moves.
 */
@RunWith(Parameterized.class)
public class ImportedProgressIT {
  private static final int FIRST = 4_101;
  private static final int LAST = 4_400;

  /** One row over Jira's tables; knows nothing of what the add-on keeps. */
  private static final String COUNT =
      """
      with linked as (
        select s.statuscategory as category, v.numbervalue as points,
               case when r.pname in ('Won''t Do', 'Duplicate', 'Cannot Reproduce') then 1 else 0 end as dropped
        from jiraissue i
        join project p on p.id = i.project
        join issuestatus s on s.id = i.issuestatus
        left join resolution r on r.id = i.resolution
        left join customfieldvalue v on v.issue = i.id and v.customfield = 10002
        where p.pkey = 'BIG' and i.issuenum between %d and %d),
      scoped as (select category, points from linked where dropped = 0),
      middle as (
        select percentile_cont(0.5) within group (order by points) as m from scoped where points >= 0)
      select
        (select count(*) from linked where dropped = 1) as out_of_scope,
        (select count(*) from scoped) as issues,
        (select count(*) from scoped where category = 'done') as done,
        (select count(*) from scoped where category = 'indeterminate') as in_progress,
        (select count(*) from scoped where category = 'new') as to_do,
        (select count(*) from scoped where points is null) as imputed,
        (select sum(coalesce(points, m)) from scoped cross join middle) as total_points,
        (select sum(coalesce(points, m)) from scoped cross join middle where category = 'done') as done_points
      """
          .formatted(FIRST, LAST);

  private final RunningHost host;
  private final Okrs member;

  public ImportedProgressIT(Cell cell) {
    host = SharedHosts.of(cell);
    member = new Okrs(host.as("member"));
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.all();
  }

  /** Jira does not say which of its fields holds story points; an administrator does. */
  @Before
  public void chooseTheStoryPointField() {
    Okrs admin = new Okrs(host.as("admin"));
    JsonNode now = admin.get("settings").json(200);
    admin
        .put(
            "settings",
            Map.of(
                "storyPointField",
                "customfield_10002",
                "outOfScopeResolutions",
                now.path("outOfScopeResolutions"),
                "inProgressCredit",
                0))
        .json(200);
  }

  @Test
  public void progressIsWhatSqlCounts() {
    assertThat(
            number(
                row(
                    "select count(*) as n from jiraissue i join project p on p.id = i.project where p.pkey = 'BIG'"),
                "n"))
        .isEqualTo(World.MANY);
    JsonNode objective =
        member
            .create(
                "BIG",
                "Count what is done",
                "",
                List.of(
                    Map.of("title", "By issues", "weightBy", "ISSUES"),
                    Map.of("title", "By points", "weightBy", "POINTS")))
            .json(201);
    long byIssues = Okrs.keyResultId(objective, 0);
    long byPoints = Okrs.keyResultId(objective, 1);
    for (long keyResult : List.of(byIssues, byPoints)) {
      assertThat(member.attach(keyResult, World.big(FIRST, LAST)).json(200).path("attached"))
          .hasSize(LAST - FIRST + 1);
    }
    assertFiguresAreTheDatabases(byIssues, byPoints);

    JsonNode before = row(COUNT);
    moveSome();
    JsonNode after = row(COUNT);
    assertThat(number(after, "done")).isGreaterThan(number(before, "done"));
    assertThat(number(after, "out_of_scope")).isEqualTo(number(before, "out_of_scope") + 1);
    assertFiguresAreTheDatabases(byIssues, byPoints);
  }

  /** Finishes, drops and reopens issues, as a person does from the issue's page. */
  private void moveSome() {
    int finished = 0;
    int reopened = 0;
    boolean dropped = false;
    for (JsonNode issue :
        host.anonymous()
            .sql(
                "select i.issuenum as n, s.statuscategory as c, i.resolution as r from jiraissue i"
                    + " join project p on p.id = i.project join issuestatus s on s.id = i.issuestatus"
                    + " where p.pkey = 'BIG' and i.issuenum between "
                    + FIRST
                    + " and "
                    + (FIRST + 60)
                    + " order by i.issuenum")) {
      String key = "BIG-" + text(issue, "n");
      String category = text(issue, "c");
      if (category.equals("done") && reopened < 2 && "10000".equals(text(issue, "r"))) {
        transition(key, 71, "");
        reopened++;
      } else if (category.equals("new") && !dropped) {
        transition(key, 51, "10001");
        dropped = true;
      } else if (category.equals("new") && finished < 7) {
        transition(key, 51, "10000");
        finished++;
      }
    }
    assertThat(List.of(finished, reopened)).containsExactly(7, 2);
  }

  private void transition(String issue, int action, String resolution) {
    Map<String, Object> transition = Map.of("transition", Map.of("id", String.valueOf(action)));
    Map<String, Object> body =
        resolution.isEmpty()
            ? transition
            : Map.of(
                "transition",
                Map.of("id", String.valueOf(action)),
                "fields",
                Map.of("resolution", Map.of("id", resolution)));
    assertThat(member.session().post("/rest/api/2/issue/" + issue + "/transitions", body).status())
        .as(issue)
        .isEqualTo(204);
  }

  private void assertFiguresAreTheDatabases(long byIssues, long byPoints) {
    JsonNode counted = row(COUNT);
    JsonNode issues = member.keyResult(byIssues);
    JsonNode points = member.keyResult(byPoints);
    for (JsonNode figures : List.of(issues, points)) {
      assertThat(figures.path("issues").asLong()).isEqualTo(number(counted, "issues"));
      assertThat(figures.path("done").asLong()).isEqualTo(number(counted, "done"));
      assertThat(figures.path("inProgress").asLong()).isEqualTo(number(counted, "in_progress"));
      assertThat(figures.path("toDo").asLong()).isEqualTo(number(counted, "to_do"));
      assertThat(figures.path("outOfScope").asLong()).isEqualTo(number(counted, "out_of_scope"));
    }
    assertThat(issues.path("imputed").asLong()).isZero();
    assertShare(issues, decimal(counted, "done"), decimal(counted, "issues"));

    long imputed = number(counted, "imputed");
    assertThat(points.path("imputed").asLong()).isEqualTo(imputed).isPositive();
    assertThat(points.path("mostlyNotEstimated").asBoolean())
        .isEqualTo(imputed * 5 > number(counted, "issues"));
    assertShare(points, decimal(counted, "done_points"), decimal(counted, "total_points"));
  }

  private static void assertShare(JsonNode figures, BigDecimal done, BigDecimal total) {
    assertThat(figures.path("doneWeight").decimalValue()).isEqualByComparingTo(done);
    assertThat(figures.path("totalWeight").decimalValue()).isEqualByComparingTo(total);
    BigDecimal ratio = done.divide(total, MathContext.DECIMAL64);
    assertThat(figures.path("ratio").decimalValue())
        .isCloseTo(ratio, within(new BigDecimal("1e-9")));
    assertThat(figures.path("score").decimalValue())
        .isEqualByComparingTo(figures.path("ratio").decimalValue());
  }

  private JsonNode row(String select) {
    List<JsonNode> rows = host.anonymous().sql(select);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static long number(JsonNode row, String column) {
    return decimal(row, column).longValueExact();
  }

  private static BigDecimal decimal(JsonNode row, String column) {
    return new BigDecimal(text(row, column));
  }

  /** H2 gives the names of columns in capitals. */
  private static String text(JsonNode row, String column) {
    for (Map.Entry<String, JsonNode> entry : row.properties()) {
      if (entry.getKey().equalsIgnoreCase(column)) {
        return entry.getValue().asText();
      }
    }
    throw new AssertionError("No " + column + " in " + row);
  }
}
