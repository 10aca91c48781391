package io.bearings.kpi.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bearings.kpi.Period;
import io.bearings.kpi.formula.Argument;
import io.bearings.kpi.formula.Argument.TimeUnit;
import io.bearings.kpi.formula.Catalogue;
import io.bearings.kpi.formula.Formula;
import io.bearings.kpi.formula.Reading;
import io.bearings.kpi.formula.Reference;
import io.bearings.kpi.formula.Reference.MetricCall;
import io.bearings.kpi.formula.Signature;
import io.bearings.kpi.metric.Metric.OfSprint.Sum;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.WeightBy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.junit.Test;

public class MetricCallsTest {
  private static final long HOUR = 3_600_000;

  /** A Jira with a project DEMO, board 7, unit Shop, and three statuses. */
  private static final JiraNames NAMES =
      new JiraNames() {
        @Override
        public Optional<Long> project(String key) {
          return key.equals("DEMO") ? Optional.of(10L) : Optional.empty();
        }

        @Override
        public Optional<Long> board(String id) {
          return id.equals("7") ? Optional.of(7L) : Optional.empty();
        }

        @Override
        public Optional<Long> unit(String idOrName) {
          return idOrName.equals("Shop") ? Optional.of(3L) : Optional.empty();
        }

        @Override
        public Set<String> statuses(String name) {
          return switch (name) {
            case "Waiting" -> Set.of("101", "102");
            case "In Review" -> Set.of("103");
            default -> Set.of();
          };
        }

        @Override
        public Optional<WeightBy> number(String idOrName) {
          return switch (idOrName) {
            case "Story Points" -> Optional.of(WeightBy.POINTS);
            case "Turnover" -> Optional.of(new WeightBy("customfield_10010"));
            case "Issues" -> Optional.of(WeightBy.ISSUES);
            default -> Optional.empty();
          };
        }

        @Override
        public Set<String> bugTypes() {
          return Set.of("1");
        }
      };

  private static MetricCall call(String text) {
    Reading read = Formula.read(text);
    assertThat(read.problems()).as(text).isEmpty();
    Set<Reference> references = read.formula().orElseThrow().references();
    assertThat(references).as(text).hasSize(1);
    return (MetricCall) references.iterator().next();
  }

  private static MetricSpec spec(String text) {
    return MetricCalls.spec(call(text), NAMES);
  }

  private static void means(String text, Metric metric) {
    assertThat(spec(text))
        .as(text)
        .isEqualTo(
            new MetricSpec(metric, Optional.empty(), Optional.empty(), Set.of(), Optional.empty()));
  }

  private static void counts(String text, String jql, Metric metric) {
    assertThat(spec(text))
        .as(text)
        .isEqualTo(
            new MetricSpec(metric, Optional.empty(), Optional.of(jql), Set.of(), Optional.empty()));
  }

  @Test
  public void primitives() {
    WeightBy turnover = new WeightBy("customfield_10010");
    counts("count(\"a = 1\")", "a = 1", new Metric.Count(Placed.PRESENT));
    counts("count(\"a = 1\", created)", "a = 1", new Metric.Count(Placed.CREATED));
    counts("count(\"a = 1\", resolved)", "a = 1", new Metric.Count(Placed.RESOLVED));
    counts("count(\"a = 1\", open)", "a = 1", new Metric.Count(Placed.OPEN));
    counts("count(\"a = 1\", present)", "a = 1", new Metric.Count(Placed.PRESENT));
    counts(
        "sum(\"Turnover\", \"a = 1\")",
        "a = 1",
        new Metric.OfField(Statistic.SUM, turnover, Placed.PRESENT));
    counts(
        "mean(\"Turnover\", \"a = 1\", created)",
        "a = 1",
        new Metric.OfField(Statistic.MEAN, turnover, Placed.CREATED));
    counts(
        "median(\"Story Points\", \"a = 1\")",
        "a = 1",
        new Metric.OfField(Statistic.MEDIAN, WeightBy.POINTS, Placed.PRESENT));
    counts(
        "p85(\"Turnover\", \"a = 1\")",
        "a = 1",
        new Metric.OfField(Statistic.P85, turnover, Placed.PRESENT));
    counts(
        "value(\"Turnover\", \"a = 1\")",
        "a = 1",
        new Metric.OfField(Statistic.SUM, turnover, Placed.RESOLVED));
    counts(
        "points(\"a = 1\")",
        "a = 1",
        new Metric.OfField(Statistic.SUM, WeightBy.POINTS, Placed.RESOLVED));
    counts(
        "points(\"a = 1\", open)",
        "a = 1",
        new Metric.OfField(Statistic.SUM, WeightBy.POINTS, Placed.OPEN));
    counts("share(\"a = 1\", \"b = 2\")", "b = 2", new Metric.Share("a = 1", Placed.PRESENT));
    counts(
        "share(\"a = 1\", \"b = 2\", resolved)",
        "b = 2",
        new Metric.Share("a = 1", Placed.RESOLVED));
    counts("hours(\"a = 1\")", "a = 1", new Metric.Hours());
    counts("cost(\"a = 1\")", "a = 1", new Metric.Cost());
  }

  @Test
  public void limits() {
    counts(
        "within(lead_time, \"4h\", \"a = 1\")",
        "a = 1",
        new Metric.Within(new Span.Lead(), 4 * HOUR, Clocked.CALENDAR));
    counts(
        "within(resolution_time, \"2d\", \"a = 1\", working)",
        "a = 1",
        new Metric.Within(new Span.Lead(), 48 * HOUR, Clocked.WORKING));
    counts(
        "within(cycle_time, \"3w\", \"a = 1\")",
        "a = 1",
        new Metric.Within(new Span.Cycle(), 3 * 7 * 24 * HOUR, Clocked.CALENDAR));
    counts(
        "within(response_time, \"30m\", \"a = 1\", calendar)",
        "a = 1",
        new Metric.Within(new Span.Response(), HOUR / 2, Clocked.CALENDAR));
  }

  @Test
  public void sumsOfSprints() {
    means("velocity", new Metric.OfSprint(Sum.VELOCITY, true));
    means("velocity(issues)", new Metric.OfSprint(Sum.VELOCITY, false));
    means("velocity(points)", new Metric.OfSprint(Sum.VELOCITY, true));
    means("commitment", new Metric.OfSprint(Sum.COMMITMENT, true));
    means("added", new Metric.OfSprint(Sum.ADDED, true));
    means("removed", new Metric.OfSprint(Sum.REMOVED, true));
    means("not_completed", new Metric.OfSprint(Sum.NOT_COMPLETED, true));
    means("completed_elsewhere(issues)", new Metric.OfSprint(Sum.COMPLETED_ELSEWHERE, false));
    means("say_do", new Metric.OfSprint(Sum.SAY_DO, true));
    counts("velocity(\"a = 1\")", "a = 1", new Metric.OfSprint(Sum.VELOCITY, true));
  }

  private static Metric taken(Span span, Statistic statistic, Clocked clock, Timing.Unit unit) {
    return new Metric.TimeTaken(span, statistic, new Timing(clock, unit));
  }

  @Test
  public void metricsOfFlow() {
    means("throughput", new Metric.Count(Placed.RESOLVED));
    means("out_of_scope", new Metric.Count(Placed.OUT_OF_SCOPE));
    means("lead_time", taken(new Span.Lead(), Statistic.MEAN, Clocked.CALENDAR, Timing.Unit.HOURS));
    means(
        "resolution_time(p85, days)",
        taken(new Span.Lead(), Statistic.P85, Clocked.CALENDAR, Timing.Unit.DAYS));
    means(
        "cycle_time(median, working, hours)",
        taken(new Span.Cycle(), Statistic.MEDIAN, Clocked.WORKING, Timing.Unit.HOURS));
    means(
        "response_time(mean)",
        taken(new Span.Response(), Statistic.MEAN, Clocked.CALENDAR, Timing.Unit.HOURS));
    means(
        "time_in_status(\"In Review\")",
        taken(
            new Span.InStatuses(Set.of("103")),
            Statistic.MEAN,
            Clocked.CALENDAR,
            Timing.Unit.HOURS));
    means(
        "stakeholder_response(\"Waiting, In Review\", median)",
        taken(
            new Span.InStatuses(Set.of("101", "102", "103")),
            Statistic.MEDIAN,
            Clocked.CALENDAR,
            Timing.Unit.HOURS));
    means("times_entered(\"In Review\")", new Metric.Entries(Set.of("103"), Statistic.MEAN));
    means("on_time_delivery", new Metric.OnTimeDelivery());
    means("schedule_delay", new Metric.ScheduleDelay(Statistic.MEAN));
    means("schedule_delay(p85)", new Metric.ScheduleDelay(Statistic.P85));
    means("schedule_variance", new Metric.ScheduleVariance(Clocked.CALENDAR));
    means("schedule_variance(working)", new Metric.ScheduleVariance(Clocked.WORKING));
    means("reopen_rate", new Metric.ReopenedShare());
    means("work_in_progress", new Metric.WorkInProgress());
    means("age_of_work_in_progress", new Metric.AgeOfWork(Statistic.P85, Timing.CALENDAR_DAYS));
    means(
        "age_of_work_in_progress(mean, working)",
        new Metric.AgeOfWork(Statistic.MEAN, new Timing(Clocked.WORKING, Timing.Unit.DAYS)));
    assertThat(spec("bug_rate"))
        .isEqualTo(
            new MetricSpec(
                new Metric.BugRate(),
                Optional.empty(),
                Optional.empty(),
                Set.of("1"),
                Optional.empty()));
  }

  @Test
  public void metricsOfAUnit() {
    means(
        "effort_for_objectives", new Metric.Effort(Metric.Effort.Part.OBJECTIVE, WeightBy.POINTS));
    means("effort_for_kpis(issues)", new Metric.Effort(Metric.Effort.Part.KPI, WeightBy.ISSUES));
    means("effort_elsewhere", new Metric.Effort(Metric.Effort.Part.NEITHER, WeightBy.POINTS));
    means("budget_burn", new Metric.BudgetBurn());
    means("budget_variance", new Metric.BudgetVariance());
    means("cost_per_delivery", new Metric.CostPerDelivery());
    means("resource_utilisation", new Metric.Utilisation());
  }

  @Test
  public void placesAndRollingWindows() {
    MetricSpec spec = spec("throughput(\"a = 1\", project(\"DEMO\"), rolling(\"30d\"))");
    assertThat(spec)
        .isEqualTo(
            new MetricSpec(
                new Metric.Count(Placed.RESOLVED),
                Optional.of(new Place.OfProject(10)),
                Optional.of("a = 1"),
                Set.of(),
                Optional.of(30)));
    assertThat(spec("throughput(rolling(\"2w\"))").rollingDays()).contains(14);
    assertThat(spec("velocity(board(7))").place()).contains(new Place.OfBoard(7));
    assertThat(spec("throughput(unit(\"Shop\"))").place()).contains(new Place.OfUnit(3));
  }

  @Test
  public void aPeriodIsItsDaysOrThoseUpToItsEnd() {
    Period march = Period.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    assertThat(spec("throughput").days(march, ZoneOffset.UTC)).isEqualTo(Counting.MARCH);
    assertThat(spec("throughput(rolling(\"7d\"))").days(march, ZoneOffset.UTC))
        .isEqualTo(Counting.days("2026-03-25", "2026-03-31"));
  }

  private static void refused(String text, String argument, Message message) {
    refused(call(text), argument, message);
  }

  private static void refused(MetricCall call, String argument, Message message) {
    Refusal.Invalid refused =
        catchThrowableOfType(() -> MetricCalls.spec(call, NAMES), Refusal.Invalid.class);
    assertThat(refused).as(call.name()).isNotNull();
    assertThat(refused.fields()).as(call.name()).containsOnlyKeys(argument);
    assertThat(refused.fields().get(argument)).as(call.name()).isEqualTo(message);
  }

  @Test
  public void whatIsNotThereIsNamed() {
    refused(
        "throughput(project(\"NONE\"))", "project", Message.of("bearings.error.notFound", "NONE"));
    refused("throughput(board(8))", "board", Message.of("bearings.error.notFound", "8"));
    refused("throughput(unit(\"X\"))", "unit", Message.of("bearings.error.notFound", "X"));
    refused(
        "time_in_status(\"Waiting, Nowhere\")",
        "status",
        Message.of("bearings.error.metric.noSuchStatus", "Nowhere"));
    refused(
        "sum(\"Colour\", \"a = 1\")", "field", Message.of("bearings.error.noSuchField", "Colour"));
    refused(
        "sum(\"Issues\", \"a = 1\")", "field", Message.of("bearings.error.noSuchField", "Issues"));
    refused(
        rolling("throughput", TimeUnit.HOURS),
        "rolling",
        Message.of("bearings.error.metric.wholeDays"));
    refused(
        rolling("velocity", TimeUnit.DAYS),
        "rolling",
        Message.of("bearings.error.metric.sprintsDoNotRoll", "velocity"));
  }

  /** A call that reading a formula refuses already. */
  private static MetricCall rolling(String name, TimeUnit unit) {
    return new MetricCall(name, List.of(new Argument.Rolling(4, unit)));
  }

  @Test
  public void everyNameOfTheCatalogueMeansSomething() {
    Set<String> without = new HashSet<>();
    for (Signature signature : Catalogue.all().values()) {
      if (signature.standsAlone()) {
        assertThat(spec(signature.name())).isNotNull();
      } else {
        without.add(signature.name());
      }
    }
    assertThat(without)
        .containsExactlyInAnyOrder(
            "count",
            "sum",
            "mean",
            "median",
            "p85",
            "share",
            "within",
            "cost",
            "hours",
            "points",
            "value",
            "time_in_status",
            "stakeholder_response",
            "times_entered");
    assertThatThrownBy(() -> MetricCalls.spec(MetricCall.of("weather"), NAMES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weather");
    assertThatThrownBy(
            () ->
                MetricCalls.spec(
                    new MetricCall(
                        "within",
                        List.of(
                            new Argument.Duration("weather"),
                            new Argument.Limit(1, Argument.TimeUnit.HOURS),
                            new Argument.Jql("a = 1"))),
                    NAMES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weather");
  }

  @Test
  public void everyDurationOfTheCatalogueCanBeLimited() {
    Catalogue.durations()
        .forEach(each -> assertThat(spec("within(" + each + ", \"4h\", \"a = 1\")")).isNotNull());
  }

  /** Finds issues by the last digit of a query. */
  private static final Territory TERRITORY =
      new Territory() {
        @Override
        public Reach of(Optional<Place> place) {
          return place.isPresent() ? Reach.ofProjects(Set.of(10L)) : Reach.ALL;
        }

        @Override
        public LongPredicate found(String jql) {
          long digit = Long.parseLong(jql.substring(jql.length() - 1));
          return id -> id <= digit;
        }
      };

  private static MetricResult count(String text) {
    MetricSpec spec = spec(text);
    return Counting.in(
        Counting.SITE,
        Wanted.of(spec.metric(), spec.reach(TERRITORY), List.of(Counting.MARCH), Counting.LATER),
        Life.of(1, "2026-03-02").type("1"),
        Life.of(2, "2026-03-02"),
        Life.of(3, "2026-03-02").project(11),
        Life.of(4, "2026-03-02"));
  }

  @Test
  public void itReachesWhatPlaceAndQueriesFind() {
    Counting.isValue(count("count(\"a = 9\", created)"), "4");
    Counting.isValue(count("count(\"a = 3\", created)"), "3");
    Counting.isValue(count("count(\"a = 3\", created, project(\"DEMO\"))"), "2");
    Counting.isValue(count("share(\"a = 1\", \"a = 4\", created)"), "0.25");
    assertThat(spec("bug_rate(board(7))").reach(TERRITORY))
        .satisfies(
            reach -> {
              assertThat(reach.typeIds()).containsExactly("1");
              assertThat(reach.projectIds()).contains(Set.of(10L));
            });
  }

  @Test
  public void whatAMetricIsANumberOf() {
    assertThat(spec("velocity").metric().quantity()).isEqualTo(Quantity.POINTS);
    assertThat(spec("velocity(issues)").metric().quantity()).isEqualTo(Quantity.ISSUES);
    assertThat(spec("say_do").metric().quantity()).isEqualTo(Quantity.SHARE);
    assertThat(spec("count(\"a = 1\")").metric().quantity()).isEqualTo(Quantity.ISSUES);
    assertThat(spec("points(\"a = 1\")").metric().quantity()).isEqualTo(Quantity.POINTS);
    assertThat(spec("value(\"Turnover\", \"a = 1\")").metric().quantity())
        .isEqualTo(Quantity.NUMBER);
    assertThat(new Metric.OfField(Statistic.SUM, WeightBy.ESTIMATE, Placed.OPEN).quantity())
        .isEqualTo(Quantity.HOURS);
    assertThat(spec("lead_time").metric().quantity()).isEqualTo(Quantity.HOURS);
    assertThat(spec("lead_time(days)").metric().quantity()).isEqualTo(Quantity.DAYS);
    assertThat(spec("age_of_work_in_progress").metric().quantity()).isEqualTo(Quantity.DAYS);
    assertThat(spec("schedule_delay").metric().quantity()).isEqualTo(Quantity.DAYS);
    assertThat(spec("bug_rate").metric().quantity()).isEqualTo(Quantity.ISSUES_PER_RELEASE);
    assertThat(spec("cost(\"a = 1\")").metric().quantity()).isEqualTo(Quantity.MONEY);
    assertThat(spec("hours(\"a = 1\")").metric().quantity()).isEqualTo(Quantity.HOURS);
    assertThat(spec("cost_per_delivery").metric().quantity()).isEqualTo(Quantity.MONEY_PER_ISSUE);
    assertThat(spec("times_entered(\"In Review\")").metric().quantity())
        .isEqualTo(Quantity.ENTRIES);
    assertThat(spec("work_in_progress").metric().quantity()).isEqualTo(Quantity.ISSUES);
    for (String share :
        List.of(
            "on_time_delivery",
            "schedule_variance",
            "reopen_rate",
            "budget_burn",
            "budget_variance",
            "resource_utilisation",
            "effort_elsewhere",
            "share(\"a = 1\", \"b = 2\")",
            "within(lead_time, \"4h\", \"a = 1\")")) {
      assertThat(spec(share).metric().quantity()).as(share).isEqualTo(Quantity.SHARE);
    }
  }

  @Test
  public void durationsSayWhatCountsAsTime() {
    assertThat(spec("lead_time").metric().clocked()).contains(Clocked.CALENDAR);
    assertThat(spec("lead_time(working)").metric().clocked()).contains(Clocked.WORKING);
    assertThat(spec("age_of_work_in_progress(working)").metric().clocked())
        .contains(Clocked.WORKING);
    assertThat(spec("schedule_variance(working)").metric().clocked()).contains(Clocked.WORKING);
    assertThat(spec("schedule_delay").metric().clocked()).contains(Clocked.CALENDAR);
    assertThat(spec("within(lead_time, \"4h\", \"a = 1\", working)").metric().clocked())
        .contains(Clocked.WORKING);
    assertThat(spec("velocity").metric().clocked()).isEmpty();
  }

  @Test
  public void aMetricSaysWhatItNeeds() {
    assertThat(spec("lead_time").metric().needs()).isEmpty();
    assertThat(spec("velocity").metric().needs()).isEmpty();
    assertThat(spec("response_time").metric().needs())
        .isEqualTo(EnumSet.of(Input.COMMENTS, Input.MEMBERS));
    assertThat(spec("within(response_time, \"4h\", \"a = 1\")").metric().needs())
        .isEqualTo(EnumSet.of(Input.COMMENTS, Input.MEMBERS));
    assertThat(spec("hours(\"a = 1\")").metric().needs()).containsExactly(Input.WORKLOGS);
    assertThat(spec("cost(\"a = 1\")").metric().needs())
        .containsExactlyInAnyOrder(Input.WORKLOGS, Input.HOURLY_RATE);
    assertThat(spec("cost_per_delivery").metric().needs())
        .containsExactlyInAnyOrder(Input.WORKLOGS, Input.HOURLY_RATE);
    assertThat(spec("resource_utilisation").metric().needs())
        .containsExactlyInAnyOrder(Input.WORKLOGS, Input.MEMBERS);
    assertThat(spec("budget_burn").metric().needs()).containsExactly(Input.BUDGET);
    assertThat(spec("budget_variance").metric().needs()).containsExactly(Input.PHASING);
    assertThat(spec("effort_elsewhere").metric().needs()).containsExactly(Input.OBJECTIVES);
  }
}
