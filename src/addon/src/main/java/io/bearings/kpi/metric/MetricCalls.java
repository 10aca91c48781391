package io.bearings.kpi.metric;

import io.bearings.kpi.formula.Argument;
import io.bearings.kpi.formula.Argument.Statuses;
import io.bearings.kpi.formula.Argument.TimeUnit;
import io.bearings.kpi.formula.Reference.MetricCall;
import io.bearings.kpi.metric.Metric.OfSprint.Sum;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.WeightBy;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says which metric a call in a formula means. */
public final class MetricCalls {
  private static final long MINUTE = 60_000;

  private final MetricCall call;
  private final JiraNames names;

  private MetricCalls(MetricCall call, JiraNames names) {
    this.call = call;
    this.names = names;
  }

  /**
   * The metric that a call means.
   *
   * @param call as the catalogue of formulas declares it
   * @throws Refusal.Invalid naming the argument ({@code project}, {@code board}, {@code unit},
   *     {@code status}, {@code field}, {@code rolling}) that means nothing here
   * @throws IllegalArgumentException where the catalogue has no such call
   */
  public static MetricSpec spec(MetricCall call, JiraNames names) {
    return new MetricCalls(call, names).spec();
  }

  private MetricSpec spec() {
    Metric metric = metric();
    return new MetricSpec(
        metric,
        argument(Argument.Scope.class).map(this::place),
        jql(),
        metric instanceof Metric.BugRate ? names.bugTypes() : Set.of(),
        argument(Argument.Rolling.class).map(rolling -> days(rolling, metric)));
  }

  private Metric metric() {
    return switch (call.name()) {
      case "count" -> new Metric.Count(placed(Placed.PRESENT));
      case "sum" -> ofField(Statistic.SUM, Placed.PRESENT);
      case "mean" -> ofField(Statistic.MEAN, Placed.PRESENT);
      case "median" -> ofField(Statistic.MEDIAN, Placed.PRESENT);
      case "p85" -> ofField(Statistic.P85, Placed.PRESENT);
      case "value" -> ofField(Statistic.SUM, Placed.RESOLVED);
      case "points" -> new Metric.OfField(Statistic.SUM, WeightBy.POINTS, placed(Placed.RESOLVED));
      case "share" -> new Metric.Share(queries().get(0), placed(Placed.PRESENT));
      case "within" -> new Metric.Within(span(), limit(), clock());
      case "hours" -> new Metric.Hours();
      case "cost" -> new Metric.Cost();
      default -> sprintMetric();
    };
  }

  private Metric sprintMetric() {
    boolean inPoints = weight().equals(WeightBy.POINTS);
    return switch (call.name()) {
      case "velocity" -> new Metric.OfSprint(Sum.VELOCITY, inPoints);
      case "commitment" -> new Metric.OfSprint(Sum.COMMITMENT, inPoints);
      case "added" -> new Metric.OfSprint(Sum.ADDED, inPoints);
      case "removed" -> new Metric.OfSprint(Sum.REMOVED, inPoints);
      case "not_completed" -> new Metric.OfSprint(Sum.NOT_COMPLETED, inPoints);
      case "completed_elsewhere" -> new Metric.OfSprint(Sum.COMPLETED_ELSEWHERE, inPoints);
      case "say_do" -> new Metric.OfSprint(Sum.SAY_DO, inPoints);
      default -> flowMetric();
    };
  }

  private Metric flowMetric() {
    return switch (call.name()) {
      case "throughput" -> new Metric.Count(Placed.RESOLVED);
      case "out_of_scope" -> new Metric.Count(Placed.OUT_OF_SCOPE);
      case "lead_time", "resolution_time", "cycle_time", "response_time" ->
          timeTaken(span(call.name()));
      case "time_in_status", "stakeholder_response" -> timeTaken(new Span.InStatuses(statuses()));
      case "times_entered" -> new Metric.Entries(statuses(), statistic(Statistic.MEAN));
      case "on_time_delivery" -> new Metric.OnTimeDelivery();
      case "schedule_delay" -> new Metric.ScheduleDelay(statistic(Statistic.MEAN));
      case "schedule_variance" -> new Metric.ScheduleVariance(clock());
      case "bug_rate" -> new Metric.BugRate();
      case "reopen_rate" -> new Metric.ReopenedShare();
      case "work_in_progress" -> new Metric.WorkInProgress();
      case "age_of_work_in_progress" ->
          new Metric.AgeOfWork(statistic(Statistic.P85), new Timing(clock(), Timing.Unit.DAYS));
      default -> unitMetric();
    };
  }

  private Metric unitMetric() {
    return switch (call.name()) {
      case "effort_for_objectives" -> new Metric.Effort(Metric.Effort.Part.OBJECTIVE, weight());
      case "effort_for_kpis" -> new Metric.Effort(Metric.Effort.Part.KPI, weight());
      case "effort_elsewhere" -> new Metric.Effort(Metric.Effort.Part.NEITHER, weight());
      case "budget_burn" -> new Metric.BudgetBurn();
      case "budget_variance" -> new Metric.BudgetVariance();
      case "cost_per_delivery" -> new Metric.CostPerDelivery();
      case "resource_utilisation" -> new Metric.Utilisation();
      default -> throw new IllegalArgumentException("No metric " + call.name());
    };
  }

  private <T extends Argument> Optional<T> argument(Class<T> kind) {
    return all(kind).findFirst();
  }

  private <T extends Argument> Stream<T> all(Class<T> kind) {
    return call.arguments().stream().filter(kind::isInstance).map(kind::cast);
  }

  private List<String> queries() {
    return all(Argument.Jql.class).map(Argument.Jql::query).toList();
  }

  /** Which issues; of two queries the second, of which the first is a part. */
  private Optional<String> jql() {
    List<String> queries = queries();
    return queries.isEmpty() ? Optional.empty() : Optional.of(queries.get(queries.size() - 1));
  }

  private Placed placed(Placed usual) {
    return argument(Argument.Placed.class)
        .map(
            placed ->
                switch (placed) {
                  case CREATED -> Placed.CREATED;
                  case RESOLVED -> Placed.RESOLVED;
                  case OPEN -> Placed.OPEN;
                  case PRESENT -> Placed.PRESENT;
                })
        .orElse(usual);
  }

  private Statistic statistic(Statistic usual) {
    return argument(Argument.Statistic.class)
        .map(
            statistic ->
                switch (statistic) {
                  case MEAN -> Statistic.MEAN;
                  case MEDIAN -> Statistic.MEDIAN;
                  case P85 -> Statistic.P85;
                })
        .orElse(usual);
  }

  private Clocked clock() {
    return argument(Argument.Clock.class).filter(Argument.Clock.WORKING::equals).isPresent()
        ? Clocked.WORKING
        : Clocked.CALENDAR;
  }

  private WeightBy weight() {
    return argument(Argument.Weight.class).filter(Argument.Weight.ISSUES::equals).isPresent()
        ? WeightBy.ISSUES
        : WeightBy.POINTS;
  }

  private Metric timeTaken(Span span) {
    boolean inDays = argument(Argument.Told.class).filter(Argument.Told.DAYS::equals).isPresent();
    return new Metric.TimeTaken(
        span,
        statistic(Statistic.MEAN),
        new Timing(clock(), inDays ? Timing.Unit.DAYS : Timing.Unit.HOURS));
  }

  private Span span() {
    return span(argument(Argument.Duration.class).orElseThrow().metric());
  }

  private static Span span(String duration) {
    return switch (duration) {
      case "lead_time", "resolution_time" -> new Span.Lead();
      case "cycle_time" -> new Span.Cycle();
      case "response_time" -> new Span.Response();
      default -> throw new IllegalArgumentException("No duration " + duration);
    };
  }

  private long limit() {
    Argument.Limit limit = argument(Argument.Limit.class).orElseThrow();
    return limit.amount() * millis(limit.unit());
  }

  private static long millis(TimeUnit unit) {
    return switch (unit) {
      case MINUTES -> MINUTE;
      case HOURS -> 60 * MINUTE;
      case DAYS -> 24 * 60 * MINUTE;
      case WEEKS -> 7 * 24 * 60 * MINUTE;
    };
  }

  private int days(Argument.Rolling rolling, Metric metric) {
    if (metric.isOfSprints()) {
      throw wrong("rolling", Message.of("bearings.error.metric.sprintsDoNotRoll", call.name()));
    }
    return switch (rolling.unit()) {
      case DAYS -> rolling.amount();
      case WEEKS -> rolling.amount() * 7;
      default -> throw wrong("rolling", Message.of("bearings.error.metric.wholeDays"));
    };
  }

  private Metric ofField(Statistic statistic, Placed usual) {
    String name = argument(Argument.Field.class).orElseThrow().name();
    WeightBy field =
        names
            .number(name)
            .filter(found -> !found.equals(WeightBy.ISSUES))
            .orElseThrow(() -> wrong("field", Message.of("bearings.error.noSuchField", name)));
    return new Metric.OfField(statistic, field, placed(usual));
  }

  private Set<String> statuses() {
    Set<String> ids = new HashSet<>();
    for (String name : argument(Statuses.class).orElseThrow().names()) {
      Set<String> found = names.statuses(name);
      if (found.isEmpty()) {
        throw wrong("status", Message.of("bearings.error.metric.noSuchStatus", name));
      }
      ids.addAll(found);
    }
    return ids;
  }

  private Place place(Argument.Scope scope) {
    Optional<Place> place =
        switch (scope.place()) {
          case PROJECT -> names.project(scope.name()).map(Place.OfProject::new);
          case BOARD -> names.board(scope.name()).map(Place.OfBoard::new);
          case UNIT -> names.unit(scope.name()).map(Place.OfUnit::new);
        };
    String field = scope.place().name().toLowerCase(Locale.ROOT);
    return place.orElseThrow(
        () -> wrong(field, Message.of("bearings.error.notFound", scope.name())));
  }

  private static Refusal.Invalid wrong(String argument, Message message) {
    return new Refusal.Invalid(Map.of(argument, message));
  }
}
