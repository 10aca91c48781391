package io.bearings.kpi.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.DoneColumn;
import io.bearings.flow.Sprint;
import io.bearings.kpi.Category;
import io.bearings.kpi.Direction;
import io.bearings.kpi.Frequency;
import io.bearings.kpi.Level;
import io.bearings.kpi.Levels;
import io.bearings.kpi.formula.Formula;
import io.bearings.okr.Measure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class ProposalTest {
  private final Map<Candidate, List<List<String>>> counted = new EnumMap<>(Candidate.class);

  /** What each metric of a candidate came to; empty text for no data. */
  private void counted(Candidate candidate, String... metrics) {
    counted.put(
        candidate, Arrays.stream(metrics).map(all -> Arrays.asList(all.split(" ", -1))).toList());
  }

  private List<Proposal> proposals() {
    List<List<MetricResult>> all = new ArrayList<>();
    for (Candidate candidate : Candidate.values()) {
      List<List<String>> own = counted.getOrDefault(candidate, List.of());
      for (int i = 0; i < candidate.metrics().size(); i++) {
        List<String> values = own.isEmpty() ? List.of() : own.get(i);
        all.add(values.stream().map(ProposalTest::result).toList());
      }
    }
    return Proposal.of(all, Optional.empty());
  }

  private static MetricResult result(String value) {
    return new MetricResult(
        Counting.MARCH,
        value.equals("-")
            ? MetricResult.NoData.because(MetricResult.Why.NOTHING_THERE)
            : new MetricResult.Figure(new BigDecimal(value)),
        new MetricResult.Beside(1, 0, 0, 0, 0),
        false,
        Optional.empty(),
        List.of());
  }

  private static Levels levels(String target, String warning, String critical) {
    return new Levels(level(target), level(warning), level(critical));
  }

  private static Optional<Level> level(String value) {
    return Optional.of(Level.at(new BigDecimal(value)));
  }

  @Test
  public void withoutDataNothingIsProposed() {
    assertThat(proposals()).isEmpty();
  }

  @Test
  public void oneIsProposedForEachCategoryInTheirOrder() {
    counted(Candidate.THROUGHPUT, "1 2 3 4");
    counted(Candidate.VELOCITY, "10 20 30 40 50");
    counted(Candidate.WORK_IN_PROGRESS, "1 2 3 4");
    counted(Candidate.LEAD_TIME, "1 2 3 4");
    counted(Candidate.REOPEN_RATE, "0.1 0.2 0.3 0.4");
    counted(Candidate.BUG_RATE, "1 2 3 4");
    counted(Candidate.HOURS_PER_DELIVERY, "10 20 30 40", "5 5 5 5");
    List<Proposal> found = proposals();
    assertThat(found)
        .extracting(Proposal::candidate)
        .containsExactly(
            Candidate.LEAD_TIME,
            Candidate.REOPEN_RATE,
            Candidate.HOURS_PER_DELIVERY,
            Candidate.VELOCITY,
            Candidate.THROUGHPUT);
    assertThat(found)
        .extracting(each -> each.candidate().category())
        .containsExactly(
            Category.Kind.TIMELINE,
            Category.Kind.QUALITY,
            Category.Kind.COST,
            Category.Kind.TEAM,
            Category.Kind.VALUE);
  }

  @Test
  public void theYearSuggestsItsLevels() {
    counted(Candidate.VELOCITY, "50 10 40 20 30");
    Proposal velocity = proposals().get(0);
    assertThat(velocity.levels()).isEqualTo(levels("30", "20", "14"));
    assertThat(velocity.values())
        .extracting(each -> each.orElseThrow().intValueExact())
        .containsExactly(50, 10, 40, 20, 30);
    counted.clear();
    counted(Candidate.WORK_IN_PROGRESS, "50 10 40 20 30");
    assertThat(proposals().get(0).levels()).isEqualTo(levels("30", "40", "46"));
  }

  @Test
  public void sharesAreToldInPercentAndLevelsInTwoDigits() {
    counted(Candidate.ON_TIME_DELIVERY, "0.333 0.333 0.667 1 1");
    Proposal proposal = proposals().get(0);
    assertThat(proposal.levels()).isEqualTo(levels("67", "33", "33"));
    assertThat(proposal.values().get(0).orElseThrow()).isEqualByComparingTo("33.3");
    counted(Candidate.ON_TIME_DELIVERY, "0.999 0.998 0.997 0.996");
    assertThat(proposals().get(0).levels()).isEqualTo(levels("100", "100", "100"));
  }

  @Test
  public void aQuotientIsWhatTwoMetricsCameTo() {
    counted(Candidate.HOURS_PER_DELIVERY, "10 20 30 40 50 -", "5 10 0 - 10 4");
    assertThat(proposals()).isEmpty();
    counted(Candidate.HOURS_PER_DELIVERY, "10 20 30 40 50 60", "5 10 0 - 10 4");
    List<Optional<BigDecimal>> values = proposals().get(0).values();
    assertThat(values.get(0).orElseThrow()).isEqualByComparingTo("2");
    assertThat(values.get(2)).isEmpty();
    assertThat(values.get(3)).isEmpty();
    assertThat(values.get(5).orElseThrow()).isEqualByComparingTo("15");
  }

  @Test
  public void whereNobodyLogsWorkThereAreNoCosts() {
    counted(Candidate.HOURS_PER_DELIVERY, "0 0 0 7 0 0", "5 5 5 5 5 5");
    assertThat(proposals()).isEmpty();
    counted(Candidate.COST_PER_DELIVERY, "0 0 9 7 8 1");
    assertThat(proposals()).hasSize(1);
    assertThat(proposals().get(0).values().get(0)).isEmpty();
    counted.clear();
    counted(Candidate.REOPEN_RATE, "0 0 0 0 0 0.1");
    assertThat(proposals().get(0).levels()).isEqualTo(levels("0", "0", "5"));
  }

  @Test
  public void tooFewValuesAreNoData() {
    counted(Candidate.LEAD_TIME, "1 2 3");
    assertThat(proposals()).isEmpty();
    counted(Candidate.LEAD_TIME, "1 2 3 4 - - - -");
    assertThat(proposals()).hasSize(1);
    counted(Candidate.LEAD_TIME, "1 2 3 4 - - - - -");
    assertThat(proposals()).isEmpty();
  }

  @Test
  public void whatNeverChangesIsProposedWhereThereIsNothingElse() {
    counted(Candidate.ON_TIME_DELIVERY, "1 1.0 1 1");
    counted(Candidate.LEAD_TIME, "1 2 3 4");
    assertThat(proposals()).extracting(Proposal::candidate).containsExactly(Candidate.LEAD_TIME);
    counted(Candidate.LEAD_TIME, "7 7 7 7");
    assertThat(proposals())
        .extracting(Proposal::candidate)
        .containsExactly(Candidate.ON_TIME_DELIVERY);
    assertThat(proposals().get(0).levels()).isEqualTo(levels("100", "100", "80"));
    counted.remove(Candidate.ON_TIME_DELIVERY);
    assertThat(proposals().get(0).levels()).isEqualTo(levels("7", "7", "8.4"));
  }

  @Test
  public void everyFormulaCanBeRead() {
    for (Candidate candidate : Candidate.values()) {
      assertThat(Formula.read(candidate.formula("DEMO")).problems())
          .as(candidate.formula("DEMO"))
          .isEmpty();
    }
  }

  @Test
  public void candidatesSayWhatTheyAre() {
    assertThat(Candidate.VELOCITY.frequency()).isEqualTo(Frequency.PER_SPRINT);
    assertThat(Candidate.THROUGHPUT.frequency()).isEqualTo(Frequency.MONTHLY);
    assertThat(Candidate.LEAD_TIME.measure()).isEqualTo(Measure.Kind.DURATION);
    assertThat(Candidate.LEAD_TIME.direction()).isEqualTo(Direction.LOWER);
    for (Candidate candidate : Candidate.values()) {
      if (candidate.measure() == Measure.Kind.PERCENT) {
        assertThat(candidate.metrics().get(0).quantity()).isEqualTo(Quantity.SHARE);
      }
    }
  }

  @Test
  public void aProjectsHistoryIsEnough() {
    List<MetricWindow> months = new ArrayList<>();
    List<MetricWindow> sprints = new ArrayList<>();
    List<Life> lives = new ArrayList<>();
    long id = 0;
    for (int i = 0; i < 12; i++) {
      YearMonth month = YearMonth.of(2025, 1).plusMonths(i);
      months.add(Counting.days(month.atDay(1).toString(), month.atEndOfMonth().toString()));
      Sprint sprint =
          new Sprint(
              i,
              Life.instant(month.atDay(1).toString()),
              Optional.of(Life.instant(month.atDay(1).toString()).plus(Duration.ofDays(20))));
      sprints.add(new MetricWindow.InSprint(sprint, DoneColumn.UNREADABLE));
      for (int issue = 0; issue <= i % 4; issue++) {
        lives.add(
            Life.of(++id, month.atDay(1).toString())
                .points(3)
                .sprints((long) i)
                .due(month.atDay(9 + issue).toString())
                .on(month.atDay(2).toString())
                .begin()
                .on(month.atDay(10).toString())
                .done());
      }
    }
    MetricRun run =
        new MetricRun(
            Proposal.wanted(
                Reach.ofProjects(Set.of(10L)),
                Inputs.NONE,
                months,
                sprints,
                Set.of("bug"),
                Counting.LATER),
            Counting.SITE);
    lives.forEach(each -> run.take(each.facts()));
    List<Proposal> found = Proposal.of(run.results(), Optional.of(Life.instant("2025-01-01")));
    assertThat(found)
        .extracting(Proposal::candidate)
        .containsExactly(
            Candidate.ON_TIME_DELIVERY,
            Candidate.REOPEN_RATE,
            Candidate.VELOCITY,
            Candidate.THROUGHPUT);
    assertThat(found.get(2).values())
        .extracting(each -> each.orElseThrow().intValueExact())
        .containsExactly(3, 6, 9, 12, 3, 6, 9, 12, 3, 6, 9, 12);
  }

  @Test
  public void theHistoryOfAProjectBeginsWithItsFirstIssue() {
    List<MetricWindow> months = new ArrayList<>();
    List<MetricWindow> sprints = new ArrayList<>();
    List<Life> lives = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      YearMonth month = YearMonth.of(2025, 1).plusMonths(i);
      months.add(Counting.days(month.atDay(1).toString(), month.atEndOfMonth().toString()));
      sprints.add(
          new MetricWindow.InSprint(
              new Sprint(
                  i,
                  Life.instant(month.atDay(1).toString()),
                  Optional.of(Life.instant(month.atDay(20).toString()))),
              DoneColumn.UNREADABLE));
      for (int issue = 0; i >= 6 && issue < i - 3; issue++) {
        lives.add(
            Life.of(10 * i + issue, month.atDay(20).toString())
                .points(1)
                .sprints((long) i)
                .on(month.atDay(22).toString())
                .done());
      }
    }
    MetricRun run =
        new MetricRun(
            Proposal.wanted(Reach.ALL, Inputs.NONE, months, sprints, Set.of("bug"), Counting.LATER),
            Counting.SITE);
    lives.forEach(each -> run.take(each.facts()));

    List<Proposal> found = Proposal.of(run.results(), Optional.of(Life.instant("2025-07-20")));

    Proposal throughput =
        found.stream()
            .filter(each -> each.candidate() == Candidate.THROUGHPUT)
            .findFirst()
            .orElseThrow();
    assertThat(throughput.values())
        .extracting(each -> each.orElseThrow().intValueExact())
        .containsExactly(3, 4, 5, 6, 7, 8);
    assertThat(throughput.levels()).isEqualTo(levels("5.5", "4.3", "3.5"));
    // Half of what there was since the beginning is enough, be it less than half of the year.
    assertThat(found).extracting(Proposal::candidate).contains(Candidate.LEAD_TIME);
  }

  @Test
  public void aSprintThatWasOverBeforeTheFirstIssueIsNoneOfItsHistory() {
    Instant begun = Life.instant("2025-03-10");
    Sprint before = sprint("2025-03-01", Optional.of("2025-03-09"));
    Sprint during = sprint("2025-03-09", Optional.of("2025-03-11"));
    Sprint running = sprint("2025-03-01", Optional.empty());
    assertThat(over(before, begun)).isTrue();
    assertThat(over(during, begun)).isFalse();
    assertThat(over(running, begun)).isFalse();
    assertThat(Counting.days("2025-03-01", "2025-03-09").isOverBefore(begun)).isTrue();
    assertThat(Counting.days("2025-03-01", "2025-03-10").isOverBefore(begun)).isFalse();
  }

  private static boolean over(Sprint sprint, Instant begun) {
    return new MetricWindow.InSprint(sprint, DoneColumn.UNREADABLE).isOverBefore(begun);
  }

  private static Sprint sprint(String start, Optional<String> complete) {
    return new Sprint(1, Life.instant(start), complete.map(Life::instant));
  }
}
