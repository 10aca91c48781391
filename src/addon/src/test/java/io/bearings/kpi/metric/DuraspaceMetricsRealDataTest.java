package io.bearings.kpi.metric;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.Release;
import io.bearings.flow.Releases;
import io.bearings.flow.StatusCategory;
import io.bearings.flow.realdata.Duraspace;
import io.bearings.flow.realdata.RealData;
import io.bearings.flow.realdata.Sites;
import io.bearings.okr.WorkingDays;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.Before;
import org.junit.Test;

/**
 * Every metric that a site with a history can carry, for each month of six years in one pass,
 * beside plain loops over the rows of its tables.
 */
public class DuraspaceMetricsRealDataTest {
  private static final Instant LATER = Instant.parse("2016-01-01T00:00:00Z");
  private static final Set<String> NOT_DELIVERED =
      Set.of("Won't Fix", "Duplicate", "Cannot Reproduce", "Incomplete");
  private static final YearMonth FIRST = YearMonth.of(2009, 1);
  private static final int MONTHS = 72;
  private static final BigDecimal RATE = BigDecimal.valueOf(80);
  private static final double MILLIS_PER_HOUR = 3_600_000.0;

  private RealData data;
  private Duraspace site;
  private Map<String, Map<String, String>> rows;
  private final Map<String, StatusCategory> categories = new HashMap<>();
  private final Map<Long, String> keys = new HashMap<>();
  private final List<IssueFacts> issues = new ArrayList<>();
  private Site settings;

  @Before
  public void read() {
    data = RealData.of("duraspace");
    site = new Duraspace(data);
    rows = site.issues.stream().collect(toMap(row -> row.get("key"), Function.identity()));
    data.rows("statuses")
        .forEach(
            row -> categories.put(row.get("status"), Sites.category(row.get("status_category"))));
    Map<String, Long> projects = new HashMap<>();
    List<Release> releases = new ArrayList<>();
    Map<String, Long> versions = new HashMap<>();
    for (Map<String, String> row : data.rows("versions")) {
      long project = projects.computeIfAbsent(row.get("project"), any -> 100L + projects.size());
      long id = Long.parseLong(row.get("version_id"));
      versions.put(row.get("project") + "/" + row.get("name"), id);
      releases.add(
          new Release(id, project, day(row.get("release_date")), row.get("released").equals("1")));
    }
    settings =
        new Site(ZoneOffset.UTC, WorkingDays.NO_HOLIDAYS, NOT_DELIVERED, new Releases(releases));
    Map<String, List<IssueFacts.Worklog>> logs = new HashMap<>();
    for (Map<String, String> row : data.rows("worklogs")) {
      logs.computeIfAbsent(row.get("key"), any -> new ArrayList<>())
          .add(
              new IssueFacts.Worklog(
                  Instant.parse(row.get("started")),
                  row.get("author"),
                  new BigDecimal(row.get("seconds"))));
    }
    for (Map<String, String> row : site.issues) {
      IssueFacts facts = facts(row, versions, logs);
      issues.add(facts);
      keys.put(facts.history().issueId(), row.get("key"));
    }
    assertThat(keys).hasSameSizeAs(issues);
  }

  private IssueFacts facts(
      Map<String, String> row,
      Map<String, Long> versions,
      Map<String, List<IssueFacts.Worklog>> logs) {
    Set<Long> affected = new HashSet<>();
    for (String name : Sites.names(row.get("affects_versions"))) {
      Optional.ofNullable(versions.get(row.get("project") + "/" + name)).ifPresent(affected::add);
    }
    return new IssueFacts(
        site.history(row, at -> Optional.empty()),
        row.get("type"),
        Sites.instant(row.get("resolved")),
        Optional.empty(),
        day(row.get("due_date")),
        affected,
        Optional.empty(),
        Optional.empty(),
        Optional.of(logs.getOrDefault(row.get("key"), List.of())));
  }

  private static Optional<LocalDate> day(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  private static List<MetricWindow> months() {
    List<MetricWindow> months = new ArrayList<>();
    for (int i = 0; i < MONTHS; i++) {
      YearMonth month = FIRST.plusMonths(i);
      months.add(Counting.days(month.atDay(1).toString(), month.atEndOfMonth().toString()));
    }
    return months;
  }

  private Wanted wanted(Metric metric, Reach reach) {
    Inputs inputs =
        new Inputs(
            Optional.empty(),
            Optional.of(DatedValues.always(RATE)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            id -> false);
    return new Wanted(metric, reach, inputs, months(), AsOf.at(LATER), false);
  }

  private List<List<MetricResult>> count(List<Wanted> wanted) {
    MetricRun run = new MetricRun(wanted, settings);
    issues.forEach(run::take);
    return run.results();
  }

  private List<MetricResult> count(Metric metric) {
    return count(List.of(wanted(metric, Reach.ALL))).get(0);
  }

  private static boolean isIn(int month, Instant at) {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC)).equals(FIRST.plusMonths(month));
  }

  private static Instant endOf(int month) {
    return FIRST
        .plusMonths(month + 1)
        .atDay(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant()
        .minusNanos(1);
  }

  private List<Map<String, String>> resolvedIn(int month) {
    return site.issues.stream()
        .filter(Sites::isDone)
        .filter(row -> !row.get("resolved").isEmpty())
        .filter(row -> isIn(month, Instant.parse(row.get("resolved"))))
        .toList();
  }

  private void same(MetricResult found, double expected, String what) {
    assertThat(found.value()).as(what).isPresent();
    assertThat(found.value().get().doubleValue())
        .as(what)
        .isCloseTo(expected, Offset.offset(1e-6 * Math.max(1, Math.abs(expected))));
  }

  /** Compares with the numbers of a month, or with none where there are none. */
  private void spread(
      List<MetricResult> found, Function<double[], Double> of, Function<Integer, double[]> values) {
    int months = 0;
    for (int month = 0; month < MONTHS; month++) {
      double[] all = values.apply(month);
      Arrays.sort(all);
      assertThat(found.get(month).beside().issues())
          .as("%s", FIRST.plusMonths(month))
          .isEqualTo(all.length);
      if (all.length == 0) {
        assertThat(found.get(month).value()).isEmpty();
      } else {
        same(found.get(month), of.apply(all), FIRST.plusMonths(month).toString());
        months++;
      }
    }
    assertThat(months).as("months with data").isGreaterThan(20);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  private static double percentile(double[] sorted, double share) {
    double at = (sorted.length - 1) * share;
    int below = (int) at;
    double next = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (at - below) * (next - sorted[below]);
  }

  @Test
  public void throughputAndWhatIsCreated() {
    List<List<MetricResult>> found =
        count(
            List.of(
                wanted(new Metric.Count(Placed.RESOLVED), Reach.ALL),
                wanted(new Metric.Count(Placed.OUT_OF_SCOPE), Reach.ALL),
                wanted(new Metric.Count(Placed.CREATED), Reach.ALL),
                wanted(new Metric.Count(Placed.RESOLVED), Reach.ALL.ofTypes(Set.of("Bug")))));
    long all = 0;
    for (int i = 0; i < MONTHS; i++) {
      int month = i;
      Predicate<Map<String, String>> out = row -> NOT_DELIVERED.contains(row.get("resolution"));
      long delivered = resolvedIn(month).stream().filter(out.negate()).count();
      same(found.get(0).get(month), delivered, "throughput");
      same(found.get(1).get(month), resolvedIn(month).stream().filter(out).count(), "out of scope");
      same(
          found.get(2).get(month),
          site.issues.stream()
              .filter(row -> isIn(month, Instant.parse(row.get("created"))))
              .count(),
          "created");
      same(
          found.get(3).get(month),
          resolvedIn(month).stream()
              .filter(out.negate())
              .filter(row -> row.get("type").equals("Bug"))
              .count(),
          "bugs");
      all += delivered;
    }
    assertThat(all).isGreaterThan(1300);
  }

  @Test
  public void leadTimes() {
    Function<Integer, double[]> hours =
        month ->
            resolvedIn(month).stream()
                .mapToDouble(
                    row ->
                        Duration.between(
                                    Instant.parse(row.get("created")),
                                    Instant.parse(row.get("resolved")))
                                .toMillis()
                            / MILLIS_PER_HOUR)
                .toArray();
    spread(
        count(new Metric.TimeTaken(new Span.Lead(), Statistic.MEAN, Timing.CALENDAR_HOURS)),
        DuraspaceMetricsRealDataTest::mean,
        hours);
    spread(
        count(new Metric.TimeTaken(new Span.Lead(), Statistic.P85, Timing.CALENDAR_HOURS)),
        all -> percentile(all, 0.85),
        hours);
    spread(
        count(new Metric.TimeTaken(new Span.Lead(), Statistic.MEDIAN, Timing.CALENDAR_DAYS)),
        all -> percentile(all, 0.5) / 24,
        hours);
  }

  /** A change of status as the rows have it. */
  private record Step(Instant at, String from, String to) {}

  private List<Step> steps(Map<String, String> row) {
    return site.changesOf(row.get("key"), "status").stream()
        .map(each -> new Step(Instant.parse(each.get("at")), each.get("from"), each.get("to")))
        .toList();
  }

  private Optional<Instant> firstInProgress(Map<String, String> row) {
    String first = steps(row).isEmpty() ? row.get("status") : steps(row).get(0).from();
    return categories.get(first) == StatusCategory.IN_PROGRESS
        ? Optional.of(Instant.parse(row.get("created")))
        : steps(row).stream()
            .filter(each -> categories.get(each.to()) == StatusCategory.IN_PROGRESS)
            .map(Step::at)
            .findFirst();
  }

  private boolean enters(Step step) {
    return categories.get(step.to()) == StatusCategory.DONE
        && categories.get(step.from()) != StatusCategory.DONE;
  }

  private boolean leaves(Step step) {
    return categories.get(step.from()) == StatusCategory.DONE
        && categories.get(step.to()) != StatusCategory.DONE;
  }

  @Test
  public void cycleTimes() {
    List<MetricResult> found =
        count(new Metric.TimeTaken(new Span.Cycle(), Statistic.P85, Timing.CALENDAR_HOURS));
    spread(
        found,
        all -> percentile(all, 0.85),
        month ->
            finishedIn(month).stream()
                .filter(row -> firstInProgress(row).isPresent())
                .mapToDouble(
                    row ->
                        Duration.between(firstInProgress(row).get(), lastDone(row).get()).toMillis()
                            / MILLIS_PER_HOUR)
                .toArray());
    for (int month = 0; month < MONTHS; month++) {
      assertThat(found.get(month).beside().undefined())
          .isEqualTo(
              (int)
                  finishedIn(month).stream().filter(row -> firstInProgress(row).isEmpty()).count());
    }
  }

  private Optional<Instant> lastDone(Map<String, String> row) {
    return steps(row).stream().filter(this::enters).map(Step::at).reduce((one, next) -> next);
  }

  private List<Map<String, String>> finishedIn(int month) {
    return site.issues.stream()
        .filter(Sites::isDone)
        .filter(row -> lastDone(row).filter(at -> isIn(month, at)).isPresent())
        .toList();
  }

  @Test
  public void reopenRates() {
    List<MetricResult> found = count(new Metric.ReopenedShare());
    int reopened = 0;
    for (int i = 0; i < MONTHS; i++) {
      int month = i;
      long entered =
          site.issues.stream()
              .filter(
                  row ->
                      steps(row).stream().anyMatch(each -> enters(each) && isIn(month, each.at())))
              .count();
      long left =
          site.issues.stream()
              .filter(
                  row ->
                      steps(row).stream().anyMatch(each -> leaves(each) && isIn(month, each.at())))
              .count();
      if (entered == 0) {
        assertThat(found.get(month).value()).isEmpty();
      } else {
        same(found.get(month), (double) left / entered, "reopened");
      }
      reopened += (int) left;
    }
    assertThat(reopened).isGreaterThan(100);
  }

  private String statusAt(Map<String, String> row, Instant at) {
    List<Step> all = steps(row);
    return all.stream()
        .filter(each -> !each.at().isAfter(at))
        .map(Step::to)
        .reduce((one, next) -> next)
        .orElseGet(() -> all.isEmpty() ? row.get("status") : all.get(0).from());
  }

  private List<Map<String, String>> inProgressAt(Instant at) {
    return site.issues.stream()
        .filter(row -> !Instant.parse(row.get("created")).isAfter(at))
        .filter(row -> categories.get(statusAt(row, at)) == StatusCategory.IN_PROGRESS)
        .toList();
  }

  @Test
  public void workInProgressAndItsAge() {
    List<List<MetricResult>> found =
        count(
            List.of(
                wanted(new Metric.WorkInProgress(), Reach.ALL),
                wanted(new Metric.AgeOfWork(Statistic.P85, Timing.CALENDAR_DAYS), Reach.ALL),
                wanted(new Metric.Count(Placed.OPEN), Reach.ALL)));
    for (int i = 0; i < MONTHS; i++) {
      int month = i;
      same(found.get(0).get(month), inProgressAt(endOf(month)).size(), "in progress");
      same(
          found.get(2).get(month),
          site.issues.stream()
              .filter(row -> !Instant.parse(row.get("created")).isAfter(endOf(month)))
              .filter(row -> categories.get(statusAt(row, endOf(month))) != StatusCategory.DONE)
              .count(),
          "open");
    }
    spread(
        found.get(1),
        all -> percentile(all, 0.85),
        month ->
            inProgressAt(endOf(month)).stream()
                .mapToDouble(
                    row ->
                        Duration.between(firstInProgress(row).get(), endOf(month)).toMillis()
                            / MILLIS_PER_HOUR
                            / 24)
                .toArray());
  }

  @Test
  public void timeInAStatusAndHowOftenItWasEntered() {
    spread(
        count(
            new Metric.TimeTaken(
                new Span.InStatuses(Set.of("In Progress", "In Review")),
                Statistic.MEAN,
                Timing.CALENDAR_HOURS)),
        DuraspaceMetricsRealDataTest::mean,
        month -> inStatuses(month, (row, status) -> hoursIn(row, status)));
    spread(
        count(new Metric.Entries(Set.of("In Progress", "In Review"), Statistic.SUM)),
        DuraspaceMetricsRealDataTest::sum,
        month -> inStatuses(month, (row, status) -> entries(row, status)));
  }

  private interface Told {
    double of(Map<String, String> row, String status);
  }

  /** Of issues resolved in a month that were ever in either status. */
  private double[] inStatuses(int month, Told told) {
    return site.issues.stream()
        .filter(row -> !row.get("resolved").isEmpty())
        .filter(row -> isIn(month, Instant.parse(row.get("resolved"))))
        .filter(row -> entries(row, "In Progress") + entries(row, "In Review") > 0)
        .mapToDouble(row -> told.of(row, "In Progress") + told.of(row, "In Review"))
        .toArray();
  }

  private int entries(Map<String, String> row, String status) {
    Instant end = Instant.parse(row.get("resolved"));
    List<Step> all = steps(row);
    String first = all.isEmpty() ? row.get("status") : all.get(0).from();
    return (int)
            all.stream()
                .filter(each -> !each.at().isAfter(end))
                .filter(each -> each.to().equals(status))
                .count()
        + (first.equals(status) ? 1 : 0);
  }

  private double hoursIn(Map<String, String> row, String status) {
    Instant end = Instant.parse(row.get("resolved"));
    double millis = 0;
    Instant since = Instant.parse(row.get("created"));
    String now = steps(row).isEmpty() ? row.get("status") : steps(row).get(0).from();
    for (Step each : steps(row)) {
      Instant until = each.at().isAfter(end) ? end : each.at();
      millis += now.equals(status) ? Duration.between(since, until).toMillis() : 0;
      since = until;
      now = each.to();
    }
    millis += now.equals(status) ? Duration.between(since, end).toMillis() : 0;
    return millis / MILLIS_PER_HOUR;
  }

  @Test
  public void onTimeDelivery() {
    List<MetricResult> found = count(new Metric.OnTimeDelivery());
    int late = 0;
    for (int i = 0; i < MONTHS; i++) {
      int month = i;
      int onTime = 0;
      int missed = 0;
      for (Map<String, String> row : site.issues) {
        Optional<LocalDate> due = day(row.get("due_date"));
        if (due.filter(at -> YearMonth.from(at).equals(FIRST.plusMonths(month))).isPresent()) {
          boolean met =
              Sites.isDone(row)
                  && !row.get("resolved").isEmpty()
                  && row.get("resolved").substring(0, 10).compareTo(due.get().toString()) <= 0;
          onTime += met ? 1 : 0;
          missed += met ? 0 : 1;
        }
      }
      late += missed;
      if (onTime + missed == 0) {
        assertThat(found.get(month).value()).isEmpty();
      } else {
        same(found.get(month), (double) onTime / (onTime + missed), "on time");
      }
    }
    assertThat(late).isGreaterThan(50);
  }

  @Test
  public void delaysAreThoseThatWerePublished() {
    Map<String, Integer> published =
        data.rows("expected_delay").stream()
            .filter(row -> row.get("agrees").equals("1"))
            .collect(
                toMap(row -> row.get("key"), row -> Integer.parseInt(row.get("emse_delay_days"))));
    List<MetricResult> found =
        count(
                List.of(
                    wanted(
                        new Metric.ScheduleDelay(Statistic.SUM),
                        Reach.ALL.among(id -> published.containsKey(keys.get(id))))))
            .get(0);
    spread(
        found,
        DuraspaceMetricsRealDataTest::sum,
        month ->
            resolvedIn(month).stream()
                .filter(row -> published.containsKey(row.get("key")))
                .mapToDouble(row -> published.get(row.get("key")))
                .toArray());
  }

  @Test
  public void bugRates() {
    Map<String, List<Map<String, String>>> byProject = new TreeMap<>();
    data.rows("versions").stream()
        .filter(row -> row.get("released").equals("1") && !row.get("release_date").isEmpty())
        .sorted(Comparator.comparing(row -> row.get("release_date")))
        .forEach(
            row ->
                byProject.computeIfAbsent(row.get("project"), any -> new ArrayList<>()).add(row));
    List<MetricResult> found =
        count(List.of(wanted(new Metric.BugRate(), Reach.ALL.ofTypes(Set.of("Bug"))))).get(0);
    int all = 0;
    for (int month = 0; month < MONTHS; month++) {
      String prefix = FIRST.plusMonths(month).toString();
      int releases = 0;
      Set<String> bugs = new HashSet<>();
      for (Map.Entry<String, List<Map<String, String>>> project : byProject.entrySet()) {
        for (Map<String, String> version : project.getValue()) {
          if (version.get("release_date").startsWith(prefix)) {
            releases++;
            bugs.addAll(bugsOf(project.getKey(), version, project.getValue()));
          }
        }
      }
      if (releases == 0) {
        assertThat(found.get(month).value()).isEmpty();
      } else {
        same(found.get(month), (double) bugs.size() / releases, prefix);
      }
      all += bugs.size();
    }
    assertThat(all).isGreaterThan(100);
  }

  private List<String> bugsOf(
      String project, Map<String, String> version, List<Map<String, String>> ofProject) {
    String from = version.get("release_date");
    String until =
        ofProject.stream()
            .map(row -> row.get("release_date"))
            .filter(day -> day.compareTo(from) > 0)
            .findFirst()
            .orElse("9999");
    return site.issues.stream()
        .filter(row -> row.get("project").equals(project) && row.get("type").equals("Bug"))
        .filter(row -> Sites.names(row.get("affects_versions")).contains(version.get("name")))
        .filter(
            row -> {
              String found = row.get("created").substring(0, 10);
              return found.compareTo(from) >= 0 && found.compareTo(until) < 0;
            })
        .map(row -> row.get("key"))
        .toList();
  }

  @Test
  public void hoursAndWhatTheyCost() {
    List<List<MetricResult>> found =
        count(
            List.of(
                wanted(new Metric.Hours(), Reach.ALL),
                wanted(new Metric.Cost(), Reach.ALL),
                wanted(new Metric.CostPerDelivery(), Reach.ALL)));
    double all = 0;
    for (int i = 0; i < MONTHS; i++) {
      int month = i;
      double hours =
          data.rows("worklogs").stream()
              .filter(row -> isIn(month, Instant.parse(row.get("started"))))
              .filter(row -> rows.containsKey(row.get("key")))
              .mapToDouble(row -> Double.parseDouble(row.get("seconds")) / 3600)
              .sum();
      same(found.get(0).get(month), hours, "hours");
      same(found.get(1).get(month), hours * RATE.doubleValue(), "cost");
      long delivered =
          resolvedIn(month).stream()
              .filter(row -> !NOT_DELIVERED.contains(row.get("resolution")))
              .count();
      if (delivered == 0) {
        assertThat(found.get(2).get(month).value()).isEmpty();
      } else {
        same(found.get(2).get(month), hours * RATE.doubleValue() / delivered, "per delivery");
      }
      all += hours;
    }
    assertThat(all).isGreaterThan(100);
  }

  @Test
  public void whatTheDataDoNotHaveIsNamed() {
    Counting.isMissing(
        count(new Metric.TimeTaken(new Span.Response(), Statistic.MEAN, Timing.CALENDAR_HOURS))
            .get(0),
        Input.MEMBERS);
    Counting.isMissing(count(new Metric.BudgetBurn()).get(0), Input.BUDGET);
    Counting.isMissing(count(new Metric.BudgetVariance()).get(0), Input.PHASING);
    Counting.isMissing(count(new Metric.Utilisation()).get(0), Input.MEMBERS);
  }

  @Test
  public void aProjectIsOfferedKpisFromItsYear() {
    Set<Long> fedora =
        issues.stream()
            .map(each -> each.history().issueId())
            .filter(id -> keys.get(id).startsWith("FCREPO-"))
            .collect(Collectors.toSet());
    List<MetricWindow> year = months().subList(36, 48);
    MetricRun run =
        new MetricRun(
            Proposal.wanted(
                Reach.ALL.among(fedora::contains),
                Inputs.NONE,
                year,
                List.of(),
                Set.of("Bug"),
                AsOf.at(LATER)),
            settings);
    issues.forEach(run::take);
    List<Proposal> offered = Proposal.of(run.results(), Optional.empty());
    assertThat(offered)
        .as("no release in most months, no work logged, no sprint, no objective")
        .extracting(Proposal::candidate)
        .containsExactly(
            Candidate.LEAD_TIME,
            Candidate.REOPEN_RATE,
            Candidate.WORK_IN_PROGRESS,
            Candidate.THROUGHPUT);
    for (int i = 0; i < 12; i++) {
      assertThat(offered.get(3).values().get(i).orElseThrow().longValueExact())
          .isEqualTo(
              resolvedIn(36 + i).stream()
                  .filter(row -> row.get("project").equals("FCREPO"))
                  .filter(row -> !NOT_DELIVERED.contains(row.get("resolution")))
                  .count());
    }
  }

  @Test
  public void aMonthAsItWasKnownThenNeedsNoLaterRow() {
    List<MetricResult> then =
        count(
                List.of(
                    new Wanted(
                        new Metric.Count(Placed.RESOLVED),
                        Reach.ALL,
                        Inputs.NONE,
                        months(),
                        AsOf.then(LATER),
                        false)))
            .get(0);
    List<MetricResult> now = count(new Metric.Count(Placed.RESOLVED));
    long more = 0;
    for (int month = 0; month < MONTHS; month++) {
      long expected = 0;
      for (Map<String, String> row : site.issues) {
        expected += isResolvedThen(row, month) ? 1 : 0;
      }
      same(then.get(month), expected, FIRST.plusMonths(month).toString());
      more +=
          then.get(month).value().orElseThrow().longValueExact()
              - now.get(month).value().orElseThrow().longValueExact();
    }
    assertThat(more).as("resolved then, and reopened or resolved anew later").isPositive();
  }

  /** By the changes of a row until the end of a month, and none after it. */
  private boolean isResolvedThen(Map<String, String> row, int month) {
    Instant end = endOf(month);
    if (Instant.parse(row.get("created")).isAfter(end)
        || categories.get(statusAt(row, end)) != StatusCategory.DONE) {
      return false;
    }
    Instant since = Instant.parse(row.get("created"));
    List<Map<String, String>> changes = site.changesOf(row.get("key"), "resolution");
    String resolution = changes.isEmpty() ? row.get("resolution") : changes.get(0).get("from");
    boolean last = true;
    for (Map<String, String> change : changes) {
      Instant at = Instant.parse(change.get("at"));
      boolean resolves = resolution.isEmpty() && !change.get("to").isEmpty();
      if (at.isAfter(end)) {
        last &= !resolves;
      } else {
        since = resolves ? at : since;
        resolution = change.get("to");
      }
      if (at.isAfter(end) && change.get("to").isEmpty()) {
        last = false;
      }
    }
    if (last) {
      Instant own = Sites.instant(row.get("resolved")).orElse(since);
      since = own.isAfter(end) ? since : own;
    }
    return !resolution.isEmpty() && !NOT_DELIVERED.contains(resolution) && isIn(month, since);
  }
}
