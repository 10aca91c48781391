package io.bearings.kpi.metric;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.DoneColumn;
import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.Releases;
import io.bearings.flow.SprintReport;
import io.bearings.flow.StatusCategory;
import io.bearings.flow.realdata.RealData;
import io.bearings.flow.realdata.Sites;
import io.bearings.flow.realdata.Titanium;
import io.bearings.okr.WeightBy;
import io.bearings.okr.WorkingDays;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.Before;
import org.junit.Test;

/** What a site without a history can carry, counted in one pass, beside what others published. */
public class TitaniumMetricsRealDataTest {
  private static final Instant LATER = Instant.parse("2022-01-01T00:00:00Z");
  private static final Site SITE =
      new Site(ZoneOffset.UTC, WorkingDays.NO_HOLIDAYS, Set.of(), Releases.NONE);

  /** A second later, or resolved again, as docs/real-data.md says. */
  private static final Set<String> OTHERS =
      Set.of("TIMOB-19002", "TIMOB-24363", "TIMOB-26888", "TIMOB-27934");

  private RealData data;
  private Titanium site;
  private final Map<Long, String> keys = new HashMap<>();
  private final List<IssueFacts> issues = new ArrayList<>();

  @Before
  public void read() {
    data = RealData.of("titanium");
    site = new Titanium(data);
    long id = 0;
    for (Map<String, String> row : site.issues.values()) {
      keys.put(++id, row.get("key"));
      issues.add(IssueFacts.of(history(id, row), row.get("type")));
    }
  }

  /** Created, then done where it is done; by its project as 1 for DAEMON, 2 for others. */
  private static IssueHistory history(long id, Map<String, String> row) {
    List<IssueHistory.Moment> moments = new ArrayList<>();
    Instant created = Instant.parse(row.get("created"));
    boolean done = Sites.isDone(row);
    Optional<Instant> resolved = Sites.instant(row.get("resolved"));
    moments.add(new IssueHistory.Moment(created, state(row, done && resolved.isEmpty(), false)));
    if (done && resolved.isPresent()) {
      moments.add(new IssueHistory.Moment(resolved.get(), state(row, true, true)));
    }
    return new IssueHistory(id, moments, Optional.empty());
  }

  private static IssueSnapshot state(Map<String, String> row, boolean done, boolean resolved) {
    return new IssueSnapshot(
        row.get("project").equals("DAEMON") ? 1 : 2,
        done ? "Closed" : "Open",
        done ? StatusCategory.DONE : StatusCategory.TO_DO,
        resolved ? Optional.of(row.get("resolution") + ".") : Optional.empty(),
        Titanium.points(row),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        row.get("is_subtask").equals("1") ? Optional.of(1L) : Optional.empty());
  }

  private static List<List<MetricResult>> count(
      Collection<IssueFacts> issues, List<Wanted> wanted) {
    MetricRun run = new MetricRun(wanted, SITE);
    issues.forEach(run::take);
    return run.results();
  }

  private static MetricWindow month(YearMonth month) {
    return Counting.days(month.atDay(1).toString(), month.atEndOfMonth().toString());
  }

  @Test
  public void theThroughputOfEachMonthWasPublished() {
    List<Map<String, String>> expected = data.rows("expected_throughput_month_DAEMON");
    List<MetricWindow> months =
        expected.stream().map(row -> month(YearMonth.parse(row.get("month")))).toList();
    List<MetricResult> found =
        count(
                issues,
                List.of(
                    Wanted.of(
                        new Metric.Count(Placed.RESOLVED),
                        Reach.ofProjects(Set.of(1L)),
                        months,
                        AsOf.at(LATER))))
            .get(0);
    assertThat(expected).hasSize(41);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i).value().orElseThrow())
          .as(expected.get(i).get("month"))
          .isEqualByComparingTo(expected.get(i).get("tawos_completed"));
    }
  }

  @Test
  public void theLeadTimeOfEachIssueWasPublished() {
    Map<String, Long> published =
        data.rows("expected_lead_time").stream()
            .collect(toMap(row -> row.get("key"), row -> Long.valueOf(row.get("tawos_lead_min"))));
    Wanted each =
        new Wanted(
            new Metric.TimeTaken(new Span.Lead(), Statistic.SUM, Timing.CALENDAR_HOURS),
            Reach.ALL.among(id -> published.containsKey(keys.get(id))),
            Inputs.NONE,
            List.of(Counting.days("2000-01-01", "2021-12-31")),
            AsOf.at(LATER),
            true);
    MetricResult found = count(issues, List.of(each)).get(0).get(0);
    assertThat(found.traces()).hasSize(3179);
    List<String> others = new ArrayList<>();
    for (MetricResult.Trace trace : found.traces()) {
      String key = keys.get(trace.issueId());
      long minutes = (long) Math.floor(trace.pull().orElseThrow().doubleValue() * 60 + 1e-6);
      if (minutes != published.get(key)) {
        others.add(key);
      }
    }
    assertThat(others).containsExactlyInAnyOrderElementsOf(OTHERS);
  }

  @Test
  public void whatIsDoneWithoutADateIsUndefined() {
    MetricResult found =
        count(
                issues,
                List.of(
                    Wanted.of(
                        new Metric.TimeTaken(
                            new Span.Lead(), Statistic.MEDIAN, Timing.CALENDAR_HOURS),
                        Reach.ALL,
                        List.of(Counting.days("2000-01-01", "2021-12-31")),
                        AsOf.at(LATER))))
            .get(0)
            .get(0);
    assertThat(found.beside().undefined()).isEqualTo(43);
    assertThat(found.beside().issues()).isEqualTo(5268);
  }

  @Test
  public void pointsOfEachYearAreThoseOfPlainAddition() {
    List<MetricWindow> years = new ArrayList<>();
    for (int year = 2012; year <= 2021; year++) {
      years.add(Counting.days(year + "-01-01", year + "-12-31"));
    }
    List<MetricResult> found =
        count(
                issues,
                List.of(
                    Wanted.of(
                        new Metric.OfField(Statistic.SUM, WeightBy.POINTS, Placed.RESOLVED),
                        Reach.ALL,
                        years,
                        AsOf.at(LATER))))
            .get(0);
    for (int i = 0; i < years.size(); i++) {
      String year = String.valueOf(2012 + i);
      double points =
          site.issues.values().stream()
              .filter(Sites::isDone)
              .filter(row -> row.get("resolved").startsWith(year))
              .flatMap(row -> Titanium.points(row).stream())
              .mapToDouble(BigDecimal::doubleValue)
              .sum();
      if (found.get(i).value().isEmpty()) {
        assertThat(points).isZero();
        assertThat(found.get(i).outcome())
            .isEqualTo(MetricResult.NoData.because(MetricResult.Why.NOT_ESTIMATED));
      } else {
        assertThat(found.get(i).value().get().doubleValue())
            .as(year)
            .isCloseTo(points, Offset.offset(1e-6));
      }
    }
  }

  @Test
  public void sumsOfAllSprintsInOnePassAreThoseOfTheirReports() {
    List<IssueFacts> members =
        site.histories.values().stream().map(each -> IssueFacts.of(each, "1")).toList();
    List<Map<String, String>> rows = List.copyOf(site.sprints.values());
    List<MetricWindow> sprints =
        rows.stream()
            .<MetricWindow>map(
                row -> new MetricWindow.InSprint(Titanium.sprint(row), DoneColumn.UNREADABLE))
            .toList();
    List<Wanted> wanted = new ArrayList<>();
    for (Metric.OfSprint.Sum sum : Metric.OfSprint.Sum.values()) {
      wanted.add(Wanted.of(new Metric.OfSprint(sum, true), Reach.ALL, sprints, AsOf.at(LATER)));
    }
    List<List<MetricResult>> found = count(members, wanted);
    int estimated = 0;
    for (int i = 0; i < rows.size(); i++) {
      SprintReport report =
          SprintReport.of(
              Titanium.sprint(rows.get(i)), site.histories.values(), DoneColumn.UNREADABLE, LATER);
      same(found, Metric.OfSprint.Sum.VELOCITY, i, report.velocity().points());
      same(found, Metric.OfSprint.Sum.COMMITMENT, i, report.commitment().points());
      same(found, Metric.OfSprint.Sum.ADDED, i, report.added().points());
      same(found, Metric.OfSprint.Sum.NOT_COMPLETED, i, report.notCompleted().points());
      same(found, Metric.OfSprint.Sum.REMOVED, i, report.removed().points());
      same(found, Metric.OfSprint.Sum.COMPLETED_ELSEWHERE, i, report.completedElsewhere().points());
      same(found, Metric.OfSprint.Sum.SAY_DO, i, report.sayDo());
      estimated += report.estimated() ? 1 : 0;
    }
    assertThat(estimated).isGreaterThan(150);
  }

  private static void same(
      List<List<MetricResult>> found,
      Metric.OfSprint.Sum sum,
      int sprint,
      Optional<BigDecimal> expected) {
    assertThat(found.get(sum.ordinal()).get(sprint).value().map(BigDecimal::stripTrailingZeros))
        .as("%s of sprint %s", sum, sprint)
        .isEqualTo(expected.map(BigDecimal::stripTrailingZeros));
  }
}
