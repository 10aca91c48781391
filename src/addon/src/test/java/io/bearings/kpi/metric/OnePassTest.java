package io.bearings.kpi.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.CategorySteps;
import io.bearings.flow.Delay;
import io.bearings.flow.DoneColumn;
import io.bearings.flow.Durations;
import io.bearings.flow.EffortShares;
import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.OnTime;
import io.bearings.flow.Period;
import io.bearings.flow.Release;
import io.bearings.flow.Releases;
import io.bearings.flow.ReopenRate;
import io.bearings.flow.Sprint;
import io.bearings.flow.SprintReport;
import io.bearings.flow.StatusCategory;
import io.bearings.flow.Throughput;
import io.bearings.okr.WeightBy;
import io.bearings.okr.WorkingDays;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.junit.Before;
import org.junit.Test;

/**
 * Properties of the one pass over made-up issues: it gives what each metric gives that is counted
 * by itself, in any order, with any other metric beside it.
 */
public class OnePassTest {
  private static final long SEED = 20261122;
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
  private static final int DAYS = 300;
  private static final int ISSUES = 400;
  private static final AsOf NOW =
      AsOf.at(FIRST.plusDays(DAYS - 40).atTime(15, 30).atZone(ZONE).toInstant());
  private static final Set<String> OUT = Set.of("Won't Do");
  private static final DoneColumn COLUMN = DoneColumn.of(Set.of("done"));

  private static final List<Metric> METRICS =
      List.of(
          new Metric.Count(Placed.CREATED),
          new Metric.Count(Placed.RESOLVED),
          new Metric.Count(Placed.OPEN),
          new Metric.Count(Placed.PRESENT),
          new Metric.OfField(Statistic.SUM, WeightBy.POINTS, Placed.RESOLVED),
          new Metric.OfField(Statistic.MEDIAN, WeightBy.POINTS, Placed.CREATED),
          new Metric.Share("part", Placed.CREATED),
          new Metric.TimeTaken(new Span.Lead(), Statistic.MEAN, Timing.CALENDAR_HOURS),
          new Metric.TimeTaken(new Span.Lead(), Statistic.MEDIAN, Timing.CALENDAR_HOURS),
          new Metric.TimeTaken(new Span.Cycle(), Statistic.P85, Timing.CALENDAR_HOURS),
          new Metric.TimeTaken(
              new Span.InStatuses(Set.of("doing")),
              Statistic.MEAN,
              new Timing(Clocked.WORKING, Timing.Unit.DAYS)),
          new Metric.Entries(Set.of("doing"), Statistic.MEAN),
          new Metric.Within(new Span.Lead(), 86_400_000L * 20, Clocked.CALENDAR),
          new Metric.OnTimeDelivery(),
          new Metric.ScheduleDelay(Statistic.MEAN),
          new Metric.BugRate(),
          new Metric.ReopenedShare(),
          new Metric.WorkInProgress(),
          new Metric.AgeOfWork(Statistic.P85, Timing.CALENDAR_DAYS),
          new Metric.Hours(),
          new Metric.Effort(Metric.Effort.Part.OBJECTIVE, WeightBy.POINTS),
          new Metric.Effort(Metric.Effort.Part.KPI, WeightBy.ISSUES));

  private final Random random = new Random(SEED);
  private final List<IssueFacts> issues = new ArrayList<>();
  private final List<Sprint> sprints = new ArrayList<>();
  private Site site;
  private Inputs inputs;

  @Before
  public void makeUp() {
    List<Release> releases = new ArrayList<>();
    for (long id = 1; id <= 8; id++) {
      releases.add(
          new Release(
              id,
              10 + id % 2,
              id == 8 ? Optional.empty() : Optional.of(FIRST.plusDays(id * 35)),
              id != 7));
    }
    site = new Site(ZONE, new WorkingDays(List.of(FIRST.plusDays(3))), OUT, new Releases(releases));
    inputs =
        new Inputs(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(id -> id % 3 == 0),
            id -> id % 2 == 0);
    for (long id = 1; id <= 18; id++) {
      Instant start = FIRST.plusDays((id - 1) * 14).atTime(9, 0).atZone(ZONE).toInstant();
      sprints.add(new Sprint(id, start, Optional.of(start.plus(Duration.ofDays(13)))));
    }
    for (long id = 1; id <= ISSUES; id++) {
      issues.add(issue(id));
    }
  }

  private IssueFacts issue(long id) {
    Instant created =
        FIRST.atStartOfDay(ZONE).toInstant().plusSeconds(random.nextInt(DAYS * 80_000));
    Life life = Life.of(id, created.toString()).project(10 + random.nextInt(2));
    life.type(random.nextInt(3) == 0 ? "bug" : "story").idle();
    if (random.nextBoolean()) {
      life.points(random.nextInt(9));
    }
    if (random.nextBoolean()) {
      life.due(LocalDate.ofInstant(created, ZONE).plusDays(random.nextInt(60)).toString());
    }
    if (random.nextInt(3) == 0) {
      life.affects(1L + random.nextInt(8));
    }
    if (random.nextInt(8) == 0) {
      life.subTaskOf(1);
    }
    for (int i = random.nextInt(9); i > 0; i--) {
      Instant next = life.now().plusSeconds(random.nextInt(86_400 * 14));
      life.on(next);
      switch (random.nextInt(7)) {
        case 0, 1 -> life.begin();
        case 2 -> life.done();
        case 3 -> life.done().resolve("Won't Do");
        case 4 -> life.to("done", StatusCategory.DONE).resolve("x").reopen();
        case 5 -> sprint(life);
        default -> life.versions(1L + random.nextInt(8)).points(random.nextInt(13));
      }
      if (random.nextInt(12) == 0) {
        life.to("closed", StatusCategory.DONE);
      }
      if (random.nextInt(4) == 0) {
        life.log(next.plusSeconds(random.nextInt(90_000)).toString(), "ann", random.nextInt(5));
      }
    }
    if (random.nextInt(25) == 0) {
      life.deleted(life.now().plusSeconds(random.nextInt(86_400 * 60)).toString());
    }
    return life.facts();
  }

  private void sprint(Life life) {
    long now = Duration.between(sprints.get(0).start(), life.now()).toDays() / 14 + 1;
    Set<Long> in = life.sprintsNow();
    if (random.nextInt(4) == 0) {
      in.clear();
    } else {
      in.add(now + random.nextInt(2));
    }
    life.sprints(in.toArray(Long[]::new));
  }

  private List<MetricWindow> windows() {
    List<MetricWindow> windows = new ArrayList<>();
    for (int month = 0; month < 10; month++) {
      LocalDate first = LocalDate.of(2025, 1, 1).plusMonths(month);
      windows.add(new MetricWindow.Days(new Period(first, first.plusMonths(1).minusDays(1), ZONE)));
    }
    for (int week = 0; week < 36; week++) {
      windows.add(MetricWindow.rolling(FIRST.plusWeeks(week), 28, ZONE));
    }
    sprints.forEach(sprint -> windows.add(new MetricWindow.InSprint(sprint, COLUMN)));
    site.releases().all().forEach(each -> windows.add(new MetricWindow.InRelease(each)));
    return windows;
  }

  private Wanted wanted(Metric metric, List<MetricWindow> windows, AsOf asOf) {
    return new Wanted(
        metric,
        Reach.ofProjects(Set.of(10L)).withPart(id -> id % 5 == 0),
        inputs,
        windows,
        asOf,
        false);
  }

  private List<List<MetricResult>> count(List<Wanted> wanted, List<IssueFacts> all) {
    MetricRun run = new MetricRun(wanted, site);
    all.forEach(run::take);
    return run.results();
  }

  @Test
  public void theOrderOfIssuesDoesNotMatter() {
    List<Wanted> wanted = METRICS.stream().map(each -> wanted(each, windows(), NOW)).toList();
    List<IssueFacts> shuffled = new ArrayList<>(issues);
    Collections.shuffle(shuffled, random);
    assertThat(figures(count(wanted, shuffled))).isEqualTo(figures(count(wanted, issues)));
  }

  @Test
  public void neitherOtherMetricsNorOtherWindowsMatter() {
    List<Wanted> wanted = METRICS.stream().map(each -> wanted(each, windows(), NOW)).toList();
    List<List<MetricResult>> together = count(wanted, issues);
    int values = 0;
    for (int i = 0; i < METRICS.size(); i++) {
      for (MetricResult result : together.get(i)) {
        Wanted alone = wanted(METRICS.get(i), List.of(result.window()), NOW);
        assertThat(figures(count(List.of(alone), issues)))
            .as("%s in %s", METRICS.get(i), result.window())
            .isEqualTo(figures(List.of(List.of(result))));
        values += result.value().isPresent() ? 1 : 0;
      }
    }
    assertThat(values).isGreaterThan(1000);
  }

  @Test
  public void aWindowAsThenIsThatOfItsOwnEnd() {
    for (Metric metric : METRICS) {
      List<MetricResult> then =
          count(List.of(wanted(metric, windows(), AsOf.then(NOW.instant()))), issues).get(0);
      for (MetricResult result : then) {
        Instant end = new Frame(0, result.window(), NOW, site).end();
        AsOf asOf = end.isBefore(NOW.instant()) ? AsOf.at(end) : NOW;
        Wanted alone = wanted(metric, List.of(result.window()), asOf);
        assertThat(figures(count(List.of(alone), issues)))
            .as("%s in %s", metric, result.window())
            .isEqualTo(figures(List.of(List.of(result))));
      }
    }
  }

  /** Results without what differs by how they were asked for. */
  private static List<List<String>> figures(List<List<MetricResult>> results) {
    return results.stream()
        .map(
            all ->
                all.stream()
                    .map(
                        each ->
                            each.value().map(it -> it.stripTrailingZeros().toPlainString())
                                + " "
                                + each.beside())
                    .toList())
        .toList();
  }

  /** What holds at the instant asked for, of the issues of a project. */
  private record Known(IssueFacts facts, IssueSnapshot state) {
    IssueHistory history() {
      return facts.history();
    }

    boolean isDone() {
      return state.category() == StatusCategory.DONE;
    }

    Optional<Instant> resolved() {
      return history().resolved(NOW.instant());
    }

    CategorySteps steps() {
      return CategorySteps.of(history(), NOW.instant());
    }
  }

  private interface Check {
    void of(Period period, List<Known> all, MetricResult found);
  }

  /** Compares each window of days with a count over a list of all issues. */
  private void each(Metric metric, Check check) {
    List<MetricWindow> days =
        windows().stream().filter(each -> each instanceof MetricWindow.Days).toList();
    for (MetricResult result : count(List.of(wanted(metric, days, NOW)), issues).get(0)) {
      Period period = ((MetricWindow.Days) result.window()).period();
      Instant end =
          Collections.min(
              List.of(
                  period.last().plusDays(1).atStartOfDay(ZONE).toInstant().minusNanos(1),
                  NOW.instant()));
      List<Known> all =
          issues.stream()
              .filter(each -> each.history().at(end).filter(it -> it.projectId() == 10).isPresent())
              .flatMap(
                  each -> each.history().at(NOW.instant()).map(it -> new Known(each, it)).stream())
              .toList();
      if (!period.first().isAfter(LocalDate.ofInstant(NOW.instant(), ZONE))) {
        check.of(period, all, result);
      }
    }
  }

  private static void same(MetricResult found, Optional<BigDecimal> expected) {
    assertThat(found.value().map(BigDecimal::doubleValue).orElse(-1.0))
        .as("%s", found)
        .isCloseTo(expected.map(BigDecimal::doubleValue).orElse(-1.0), Offset.offset(1e-9));
  }

  private static <T> List<T> list(
      List<Known> all, Predicate<Known> wanted, Function<Known, T> read) {
    return all.stream().filter(wanted).map(read).toList();
  }

  private static boolean resolvedIn(Period period, Known each) {
    return each.isDone() && each.resolved().filter(period::contains).isPresent();
  }

  @Test
  public void throughputIsThatOfFlow() {
    each(
        new Metric.Count(Placed.RESOLVED),
        (period, all, found) -> {
          Throughput expected =
              Throughput.of(
                  list(
                      all,
                      any -> true,
                      it ->
                          new Throughput.Finished(
                              it.isDone(), it.resolved(), it.state().resolutionId())),
                  period,
                  OUT);
          same(found, Optional.of(BigDecimal.valueOf(expected.resolved())));
          assertThat(found.beside().outOfScope()).isEqualTo(expected.outOfScope());
        });
  }

  @Test
  public void leadTimesAreThoseOfFlow() {
    for (Statistic statistic : Statistic.values()) {
      each(
          new Metric.TimeTaken(new Span.Lead(), statistic, Timing.CALENDAR_HOURS),
          (period, all, found) -> {
            Durations expected =
                Durations.leadTime(
                    list(
                        all,
                        it -> resolvedIn(period, it),
                        it ->
                            new Durations.Resolved(
                                it.history().created(), it.isDone(), it.resolved())));
            assertThat(found.beside().issues()).isEqualTo(expected.count());
            same(found, of(statistic, expected));
          });
    }
  }

  private static Optional<BigDecimal> of(Statistic statistic, Durations all) {
    return switch (statistic) {
      case SUM -> all.mean().map(it -> it.multiply(BigDecimal.valueOf(all.count())));
      case MEAN -> all.mean();
      case MEDIAN -> all.median();
      case P85 -> all.p85();
    };
  }

  @Test
  public void cycleTimesAreThoseOfFlow() {
    each(
        new Metric.TimeTaken(new Span.Cycle(), Statistic.P85, Timing.CALENDAR_HOURS),
        (period, all, found) -> {
          Durations expected =
              Durations.cycleTime(
                  list(
                      all,
                      it ->
                          it.isDone() && it.steps().lastDone().filter(period::contains).isPresent(),
                      Known::steps));
          assertThat(found.beside().issues()).isEqualTo(expected.count());
          assertThat(found.beside().undefined()).isEqualTo(expected.undefined());
          same(found, expected.p85());
        });
  }

  @Test
  public void onTimeDeliveryIsThatOfFlow() {
    each(
        new Metric.OnTimeDelivery(),
        (period, all, found) -> {
          OnTime expected =
              OnTime.of(
                  list(
                      all,
                      any -> true,
                      it -> new OnTime.Due(it.facts().due(), it.isDone(), it.resolved())),
                  period,
                  LocalDate.ofInstant(NOW.instant(), ZONE));
          same(found, expected.rate());
          assertThat(found.beside())
              .isEqualTo(
                  new MetricResult.Beside(
                      expected.onTime() + expected.late(),
                      expected.undefined(),
                      0,
                      expected.notYetDue(),
                      0));
        });
  }

  @Test
  public void reopenRateIsThatOfFlow() {
    each(
        new Metric.ReopenedShare(),
        (period, all, found) ->
            same(found, ReopenRate.of(list(all, any -> true, Known::steps), period).rate()));
  }

  @Test
  public void delayIsThatOfFlow() {
    each(
        new Metric.ScheduleDelay(Statistic.SUM),
        (period, all, found) -> {
          List<Optional<Delay>> delays =
              list(
                  all,
                  it -> resolvedIn(period, it),
                  it ->
                      Delay.of(
                          it.facts().due(),
                          site.releases().first(it.state().versionIds()),
                          it.resolved().orElseThrow(),
                          ZONE));
          List<Long> known =
              delays.stream().flatMap(each -> each.map(Delay::daysLate).stream()).toList();
          assertThat(found.beside().issues()).isEqualTo(known.size());
          same(
              found,
              known.isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      BigDecimal.valueOf(known.stream().mapToLong(Long::longValue).sum())));
        });
  }

  @Test
  public void effortIsThatOfFlow() {
    each(
        new Metric.Effort(Metric.Effort.Part.OBJECTIVE, WeightBy.POINTS),
        (period, all, found) -> {
          Instant end =
              Collections.min(
                  List.of(
                      period.last().plusDays(1).atStartOfDay(ZONE).toInstant().minusNanos(1),
                      NOW.instant()));
          List<EffortShares.Weighed> done =
              EffortShares.done(
                  list(
                      all,
                      it ->
                          !it.history().at(end).orElseThrow().isSubTask()
                              || it.history().issueId() % 3 == 0
                              || it.history().issueId() % 2 == 0,
                      it ->
                          new EffortShares.Work(
                              it.history().issueId(),
                              it.isDone(),
                              it.resolved(),
                              it.state().resolutionId(),
                              it.history().at(end).orElseThrow().points(),
                              it.history().issueId() % 3 == 0,
                              it.history().issueId() % 2 == 0)),
                  period,
                  OUT,
                  true);
          EffortShares shares = EffortShares.of(done);
          same(found, shares.share(shares.objective()));
          assertThat(found.beside().imputed()).isEqualTo(shares.imputed());
        });
  }

  @Test
  public void workInProgressIsCountedAtTheEnd() {
    each(
        new Metric.WorkInProgress(),
        (period, all, found) -> {
          Instant end = period.last().plusDays(1).atStartOfDay(ZONE).toInstant().minusNanos(1);
          long expected =
              all.stream()
                  .filter(
                      it ->
                          it.history()
                              .at(end.isBefore(NOW.instant()) ? end : NOW.instant())
                              .filter(state -> state.category() == StatusCategory.IN_PROGRESS)
                              .isPresent())
                  .count();
          same(found, Optional.of(BigDecimal.valueOf(expected)));
        });
  }

  @Test
  public void sumsOfSprintsAreThoseOfTheirReports() {
    List<MetricWindow> windows =
        sprints.stream().<MetricWindow>map(it -> new MetricWindow.InSprint(it, COLUMN)).toList();
    List<IssueHistory> histories = issues.stream().map(IssueFacts::history).toList();
    for (boolean inPoints : List.of(true, false)) {
      List<Wanted> wanted = new ArrayList<>();
      for (Metric.OfSprint.Sum sum : Metric.OfSprint.Sum.values()) {
        wanted.add(
            Wanted.of(
                new Metric.OfSprint(sum, inPoints),
                Reach.ALL,
                windows,
                AsOf.at(Instant.parse("2027-01-01T00:00:00Z"))));
      }
      List<List<MetricResult>> found = count(wanted, issues);
      for (int i = 0; i < sprints.size(); i++) {
        SprintReport report =
            SprintReport.of(
                sprints.get(i), histories, COLUMN, Instant.parse("2027-01-01T00:00:00Z"));
        for (Metric.OfSprint.Sum sum : Metric.OfSprint.Sum.values()) {
          MetricResult result = found.get(sum.ordinal()).get(i);
          if (sum != Metric.OfSprint.Sum.SAY_DO) {
            SprintReport.Sum expected = sum(report, sum);
            same(result, inPoints ? expected.points() : expected.issues().map(BigDecimal::valueOf));
            assertThat(Optional.of(result.beside().issues())).isEqualTo(expected.issues());
          } else if (inPoints) {
            same(result, report.sayDo());
          }
        }
      }
    }
  }

  private static SprintReport.Sum sum(SprintReport report, Metric.OfSprint.Sum sum) {
    return switch (sum) {
      case COMMITMENT -> report.commitment();
      case ADDED -> report.added();
      case VELOCITY -> report.velocity();
      case NOT_COMPLETED -> report.notCompleted();
      case REMOVED -> report.removed();
      case COMPLETED_ELSEWHERE -> report.completedElsewhere();
      case SAY_DO -> throw new IllegalArgumentException();
    };
  }

  @Test
  public void partsAddUpToTheWhole() {
    List<MetricWindow> windows = windows();
    List<List<MetricResult>> parts = new ArrayList<>();
    for (Metric.Effort.Part part : Metric.Effort.Part.values()) {
      parts.add(
          count(List.of(wanted(new Metric.Effort(part, WeightBy.POINTS), windows, NOW)), issues)
              .get(0));
    }
    for (int i = 0; i < windows.size(); i++) {
      int at = i;
      if (parts.get(0).get(i).value().isPresent()) {
        assertThat(
                parts.stream()
                    .mapToDouble(all -> all.get(at).value().orElseThrow().doubleValue())
                    .sum())
            .isCloseTo(1, Offset.offset(1e-9));
      }
    }
  }

  @Test
  public void whatMovedASumAddsUpToItsChange() {
    Wanted traced =
        new Wanted(
            new Metric.OfField(Statistic.SUM, WeightBy.POINTS, Placed.RESOLVED),
            Reach.ALL,
            Inputs.NONE,
            windows().subList(1, 5),
            NOW,
            true);
    List<MetricResult> months = count(List.of(traced), issues).get(0);
    for (int i = 1; i < months.size(); i++) {
      BigDecimal change =
          months.get(i).value().orElseThrow().subtract(months.get(i - 1).value().orElseThrow());
      assertThat(
              WhatMoved.between(months.get(i - 1), months.get(i), 1000).stream()
                  .map(WhatMoved.Mover::change)
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(change);
    }
  }

  @Test
  public void whatAnIssueDidIsTheValueWithoutIt() {
    for (Metric metric :
        List.of(
            new Metric.TimeTaken(new Span.Lead(), Statistic.P85, Timing.CALENDAR_HOURS),
            new Metric.TimeTaken(new Span.Lead(), Statistic.MEDIAN, Timing.CALENDAR_HOURS),
            new Metric.TimeTaken(new Span.Lead(), Statistic.MEAN, Timing.CALENDAR_HOURS),
            new Metric.OnTimeDelivery(),
            new Metric.Effort(Metric.Effort.Part.OBJECTIVE, WeightBy.ISSUES))) {
      List<MetricWindow> window = List.of(windows().get(3));
      Wanted traced = new Wanted(metric, Reach.ALL, inputs, window, NOW, true);
      MetricResult found = count(List.of(traced), issues).get(0).get(0);
      assertThat(found.traces()).hasSize(found.beside().issues()).hasSizeGreaterThan(3);
      for (MetricResult.Trace trace : found.traces()) {
        List<IssueFacts> others =
            issues.stream().filter(each -> each.history().issueId() != trace.issueId()).toList();
        BigDecimal without = count(List.of(traced), others).get(0).get(0).value().orElseThrow();
        assertThat(found.value().orElseThrow().subtract(without).doubleValue())
            .as("%s of %s", trace, metric)
            .isCloseTo(trace.pull().orElseThrow().doubleValue(), Offset.offset(1e-9));
      }
    }
  }
}
