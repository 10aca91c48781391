package io.bearings.kpi.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.formula.Argument.Clock;
import io.bearings.kpi.formula.Argument.Duration;
import io.bearings.kpi.formula.Argument.Field;
import io.bearings.kpi.formula.Argument.Jql;
import io.bearings.kpi.formula.Argument.Limit;
import io.bearings.kpi.formula.Argument.Place;
import io.bearings.kpi.formula.Argument.Placed;
import io.bearings.kpi.formula.Argument.Rolling;
import io.bearings.kpi.formula.Argument.Scope;
import io.bearings.kpi.formula.Argument.Statistic;
import io.bearings.kpi.formula.Argument.Statuses;
import io.bearings.kpi.formula.Argument.TimeUnit;
import io.bearings.kpi.formula.Argument.Told;
import io.bearings.kpi.formula.Argument.Weight;
import io.bearings.kpi.formula.Node.Asked;
import io.bearings.kpi.formula.Node.Constant;
import io.bearings.kpi.formula.Node.Joined;
import io.bearings.kpi.formula.Reference.KpiValue;
import io.bearings.kpi.formula.Reference.MetricCall;
import java.math.BigDecimal;
import java.util.List;
import org.junit.Test;

public class FormulaTest {

  @Test
  public void signsBindAsOnPaper() {
    assertThat(tidied("1+2*3")).isEqualTo("1 + 2 * 3");
    assertThat(tidied("(1+2)*3")).isEqualTo("(1 + 2) * 3");
    assertThat(tidied("10-4-3")).isEqualTo("10 - 4 - 3");
    assertThat(tidied("10-(4-3)")).isEqualTo("10 - (4 - 3)");
    assertThat(tidied("8/4/2")).isEqualTo("8 / 4 / 2");
    assertThat(tidied("8/(4/2)")).isEqualTo("8 / (4 / 2)");
    assertThat(tidied("((1))")).isEqualTo("1");
    assertThat(tidied("-2^2")).isEqualTo("-2^2");
    assertThat(tidied("(-2)^2")).isEqualTo("(-2)^2");
    assertThat(tidied("2^-3*4")).isEqualTo("2^-3 * 4");
    assertThat(tidied("2^ - 3")).isEqualTo("2^-3");
    assertThat(tidied("2^+3")).isEqualTo("2^3");
    assertThat(tidied("(2^3)^2")).isEqualTo("(2^3)^2");
    assertThat(tidied("1 - -2")).isEqualTo("1 - -2");
    assertThat(tidied("+1")).isEqualTo("1");
    assertThat(tidied("--1")).isEqualTo("--1");
    assertThat(tidied("-velocity * 2")).isEqualTo("-velocity * 2");
    assertThat(tidied("-(velocity * 2)")).isEqualTo("-(velocity * 2)");
  }

  @Test
  public void signsAsTheyArePrintedOnPaperAreTaken() {
    assertThat(tidied("6 \u00d7 2 \u00f7 3 \u2212 1 \u00b7 5")).isEqualTo("6 * 2 / 3 - 1 * 5");
    assertThat(tidied("\u22121")).isEqualTo("-1");
  }

  @Test
  public void numbersAreDecimals() {
    assertThat(root("0.35")).isEqualTo(new Constant(new BigDecimal("0.35"), new Span(0, 4)));
    assertThat(tidied(".5")).isEqualTo("0.5");
    assertThat(tidied("5.")).isEqualTo("5");
    assertThat(tidied("1.5e3")).isEqualTo("1500");
    assertThat(tidied("2E-3")).isEqualTo("0.002");
    assertThat(root("95%")).isEqualTo(new Constant(new BigDecimal("0.95"), new Span(0, 3)));
    assertThat(tidied("-5 %")).isEqualTo("-0.05");
    assertThat(tidied("1000000000000000")).isEqualTo("1000000000000000");
  }

  @Test
  public void everyPrimitiveIsRead() {
    assertThat(call("count(\"type = Bug\")")).isEqualTo(of("count", new Jql("type = Bug")));
    for (String name : List.of("sum", "mean", "median", "p85", "value")) {
      assertThat(call(name + "(\"Story Points\", 'type = Bug')"))
          .isEqualTo(of(name, new Field("Story Points"), new Jql("type = Bug")));
    }
    for (String name : List.of("cost", "hours", "points")) {
      assertThat(call(name + "('type = Bug')")).isEqualTo(of(name, new Jql("type = Bug")));
    }
    assertThat(call("share('priority = High', of 'type = Bug')"))
        .isEqualTo(of("share", new Jql("priority = High"), new Jql("type = Bug")))
        .isEqualTo(call("SHARE('priority = High','type = Bug')"));
    assertThat(call("within(response_time, '4h', 'project = SUP')"))
        .isEqualTo(
            of(
                "within",
                new Duration("response_time"),
                new Limit(4, TimeUnit.HOURS),
                new Jql("project = SUP")));
  }

  @Test
  public void aFieldMayBeAWord() {
    assertThat(call("sum(customfield_10002, 'x')"))
        .isEqualTo(of("sum", new Field("customfield_10002"), new Jql("x")));
    assertThat(call("mean(points, 'x')")).isEqualTo(of("mean", new Field("points"), new Jql("x")));
  }

  @Test
  public void aTextHoldsBothKindsOfQuotes() {
    assertThat(call("count('status = \"In Review\"')"))
        .isEqualTo(of("count", new Jql("status = \"In Review\"")));
    assertThat(call("count(\"status = \\\"In Review\\\" and a = 'b' and c ~ \\\\d\")"))
        .isEqualTo(of("count", new Jql("status = \"In Review\" and a = 'b' and c ~ \\d")));
    assertThat(call("count('a, (b \" KPI-3')")).isEqualTo(of("count", new Jql("a, (b \" KPI-3")));
  }

  @Test
  public void everyMetricIsReadByItsNameAlone() {
    for (Signature signature : Catalogue.all().values()) {
      if (signature.standsAlone()) {
        assertThat(call(signature.name())).isEqualTo(MetricCall.of(signature.name()));
        assertThat(call(signature.name() + "( )")).isEqualTo(MetricCall.of(signature.name()));
      }
    }
    assertThat(call("Velocity")).isEqualTo(MetricCall.of("velocity"));
  }

  @Test
  public void whatIsSaidOfAMetricIsKeptInOneOrder() {
    MetricCall expected =
        of(
            "lead_time",
            new Jql("type = Bug"),
            Statistic.P85,
            Clock.WORKING,
            Told.DAYS,
            new Scope(Place.PROJECT, "DEMO"),
            new Rolling(30, TimeUnit.DAYS));
    assertThat(call("lead_time('type = Bug', p85, working, days, project('DEMO'), rolling('30d'))"))
        .isEqualTo(expected);
    assertThat(
            call("lead_time(rolling(' 30 D '), days, p85, project('DEMO'), working, 'type = Bug')"))
        .isEqualTo(expected);
  }

  @Test
  public void scopesAreProjectsBoardsAndUnits() {
    assertThat(call("velocity(board(12))")).isEqualTo(of("velocity", new Scope(Place.BOARD, "12")));
    assertThat(call("velocity(board('12'))"))
        .isEqualTo(of("velocity", new Scope(Place.BOARD, "12")));
    assertThat(call("velocity(unit('Web shop'))"))
        .isEqualTo(of("velocity", new Scope(Place.UNIT, "Web shop")));
    assertThat(call("count('x', project('OPS'), rolling('2w'))"))
        .isEqualTo(
            of(
                "count",
                new Jql("x"),
                new Scope(Place.PROJECT, "OPS"),
                new Rolling(2, TimeUnit.WEEKS)));
  }

  @Test
  public void aStatusIsToldFromAQuery() {
    assertThat(call("time_in_status('In Review', 'type = Bug', median)"))
        .isEqualTo(
            of(
                "time_in_status",
                new Statuses(List.of("In Review")),
                new Jql("type = Bug"),
                Statistic.MEDIAN));
  }

  @Test
  public void severalStatusesHaveCommasBetweenThem() {
    assertThat(call("stakeholder_response(' Waiting,, On hold ')"))
        .isEqualTo(of("stakeholder_response", new Statuses(List.of("Waiting", "On hold"))));
  }

  @Test
  public void whatPutsIssuesIntoAPeriodAndWhatTheyWeighAreWords() {
    assertThat(call("count('x', resolved)")).isEqualTo(of("count", new Jql("x"), Placed.RESOLVED));
    assertThat(call("share('x', of 'y', project('A'), created)"))
        .isEqualTo(
            of("share", new Jql("x"), new Jql("y"), Placed.CREATED, new Scope(Place.PROJECT, "A")));
    assertThat(call("velocity(issues, 'x')"))
        .isEqualTo(of("velocity", new Jql("x"), Weight.ISSUES));
    assertThat(call("say_do(points)")).isEqualTo(of("say_do", Weight.POINTS));
  }

  @Test
  public void kpisAreNamedByTheirKeys() {
    assertThat(((Asked) root("KPI-12")).reference()).isEqualTo(new KpiValue(12));
    assertThat(((Asked) root("kpi-007")).reference()).isEqualTo(new KpiValue(7));
    assertThat(tidied("KPI-3-KPI-4-1")).isEqualTo("KPI-3 - KPI-4 - 1");
    assertThat(formula("KPI-3 / (KPI-4 + KPI-3) + velocity").kpis()).containsExactly(3L, 4L);
  }

  @Test
  public void inputsAreWords() {
    for (Input input : Input.values()) {
      assertThat(((Asked) root(input.word())).reference()).isEqualTo(input);
    }
  }

  @Test
  public void referencesAreEachThereOnceFromLeftToRight() {
    assertThat(
            formula("max(budget, round(velocity)) / -KPI-2 + velocity^2 + abs(hourly_rate)")
                .references())
        .containsExactly(
            Input.BUDGET, MetricCall.of("velocity"), new KpiValue(2), Input.HOURLY_RATE);
  }

  @Test
  public void functionsOfNumbersAreRead() {
    assertThat(tidied("MIN( 1,velocity , 3)")).isEqualTo("min(1, velocity, 3)");
    assertThat(tidied("abs(1-2)")).isEqualTo("abs(1 - 2)");
    assertThat(tidied("round(velocity/3)")).isEqualTo("round(velocity / 3, 0)");
    assertThat(tidied("round(velocity/3, 2)")).isEqualTo("round(velocity / 3, 2)");
  }

  @Test
  public void everyPartKnowsWhereItStands() {
    String text = "  1 + count( 'x' ) * KPI-7 ";
    Joined sum = (Joined) root(text);
    Joined product = (Joined) sum.right();

    assertThat(cut(text, sum)).isEqualTo("1 + count( 'x' ) * KPI-7");
    assertThat(cut(text, sum.left())).isEqualTo("1");
    assertThat(cut(text, product)).isEqualTo("count( 'x' ) * KPI-7");
    assertThat(cut(text, product.left())).isEqualTo("count( 'x' )");
    assertThat(cut(text, product.right())).isEqualTo("KPI-7");
  }

  @Test
  public void aPartHasItsBracketsInPairs() {
    for (String text :
        List.of(
            "(-velocity)^2",
            "(1 + 2) * (3 + 4)",
            "((1) + (2))^3",
            "-(1 + 2)",
            "(1 + (2 * (3 - 4)))^2",
            "abs((1 + 2) * 3) - (4)")) {
      assertThat(cut(text, root(text))).isEqualTo(text);
    }
    assertThat(cut("((1 + 2))", root("((1 + 2))"))).isEqualTo("1 + 2");
    assertThat(cut("(1 + (2 + 3))", root("(1 + (2 + 3))"))).isEqualTo("1 + (2 + 3)");
  }

  @Test
  public void linesMayBeBroken() {
    assertThat(tidied("velocity\n  /\tthroughput\r\n")).isEqualTo("velocity / throughput");
  }

  @Test
  public void whatIsNamedOnTheProductsPageCanBeWritten() {
    for (String text :
        List.of(
            "share('resolution is not EMPTY', of 'project = DEMO')",
            "mean(resolution_hours, 'type = Bug')",
            "count('labels = negative-feedback')",
            "cost('type = Bug') / points('type = Bug')",
            "(value('Business value', 'x') - cost('x')) / cost('x')",
            "count('type = Bug') / count('type = Story')",
            "within(response_time, '8h', 'project = SUP')",
            "count('labels = repeat') / count('type = Ticket')",
            "cost('x') / (value('Saving', 'x') / 12)")) {
      assertThat(Formula.read(text).problems()).as(text).isEmpty();
    }
  }

  private static String cut(String text, Node node) {
    return text.substring(node.at().offset(), node.at().end());
  }

  private static MetricCall of(String name, Argument... arguments) {
    return new MetricCall(name, List.of(arguments));
  }

  private static Reference call(String text) {
    return ((Asked) root(text)).reference();
  }

  private static Node root(String text) {
    return formula(text).root();
  }

  private static String tidied(String text) {
    return formula(text).tidied();
  }

  private static Formula formula(String text) {
    Reading reading = Formula.read(text);
    assertThat(reading.problems()).as(text).isEmpty();
    return reading.formula().orElseThrow();
  }
}
