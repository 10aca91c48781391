package io.bearings.kpi.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.flow.Boards.BoardSprint;
import io.bearings.flow.DoneColumn;
import io.bearings.flow.Release;
import io.bearings.kpi.Frequency;
import io.bearings.kpi.Period;
import io.bearings.kpi.Periods;
import io.bearings.kpi.metric.MetricFacts.Asked;
import io.bearings.kpi.metric.Metrics.Counted;
import io.bearings.kpi.metric.Metrics.Question;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.TeamBoards;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class MetricsOfProjectsTest {
  private static final Person OWNER = new Person("owner");
  private static final long UNIT = 2;
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  private final Territories territories = mock(Territories.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final MetricFacts facts = mock(MetricFacts.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final Standpoint standpoint = mock(Standpoint.class);
  private TeamBoards teams = new TeamBoards(Set.of(), Set.of(10L));
  private final List<IssueFacts> issues = new ArrayList<>();
  private final Metrics metrics =
      new Metrics(
          territories,
          standpoints,
          facts,
          settings,
          Clock.fixed(Life.instant("2026-03-20"), ZoneOffset.UTC));

  @Before
  public void aUnitWithAProject() {
    when(standpoint.who()).thenReturn(OWNER);
    when(standpoint.projectsOfBranch(UNIT)).thenReturn(Set.of(10L));
    when(standpoint.boardsOfBranch(UNIT)).thenReturn(teams);
    when(standpoints.of(OWNER)).thenReturn(standpoint);
    when(settings.current())
        .thenReturn(new Settings(Optional.empty(), Set.of("Won't Do"), BigDecimal.ZERO));
    doAnswer(
            call -> {
              issues.forEach(call.<Consumer<IssueFacts>>getArgument(1));
              return null;
            })
        .when(facts)
        .read(any(), any());
  }

  @Test
  public void countsAllMetricsOfATerritoryInOnePass() {
    issues.add(Life.of(1, "2026-01-05").on("2026-01-07").done().facts());
    issues.add(Life.of(2, "2026-02-05").on("2026-02-09").done().facts());
    issues.add(Life.of(3, "2026-02-05").project(11).on("2026-02-09").done().facts());

    List<List<Counted>> counted =
        metrics.values(
            List.of(
                monthly(new Metric.Count(Placed.RESOLVED)),
                monthly(
                    new Metric.TimeTaken(new Span.Lead(), Statistic.MEAN, Timing.CALENDAR_DAYS))),
            JANUARY,
            MARCH);

    assertThat(values(counted.get(0))).containsExactly("1", "1", "0");
    assertThat(values(counted.get(1))).containsExactly("2", "4", "-");
    assertThat(counted.get(0))
        .extracting(each -> each.period().first())
        .containsExactly(JANUARY, LocalDate.of(2026, 2, 1), MARCH);
    assertThat(counted.get(0)).extracting(each -> each.result().running()).endsWith(true);
    verify(facts, times(1)).read(any(), any());
    verify(standpoints, times(1)).of(OWNER);
  }

  @Test
  public void readsOnlyWhatCanMatterFromTheFirstPeriodOn() {
    metrics.values(List.of(monthly(new Metric.WorkInProgress())), MARCH, MARCH);
    assertThat(asked().since()).contains(new MetricFacts.Since(Life.instant("2026-03-01"), MARCH));

    metrics.values(List.of(monthly(new Metric.Count(Placed.PRESENT))), MARCH, MARCH);
    assertThat(asked().since()).isEmpty();
    assertThat(asked().projectIds()).containsExactly(10L);
  }

  @Test
  public void aRollingWindowReachesFurtherBack() {
    MetricSpec rolling =
        new MetricSpec(
            new Metric.Count(Placed.RESOLVED),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.of(90));
    metrics.values(List.of(question(rolling, Frequency.MONTHLY, months())), MARCH, MARCH);

    assertThat(asked().since().orElseThrow().day()).isEqualTo(LocalDate.of(2026, 1, 1));
  }

  @Test
  public void sumsOfTheSprintReportAreThoseOfTheSprintsThatEndedBetweenTheDays() {
    sprints();
    issues.add(Life.of(1, "2026-01-01").points(3).sprints(41L).on("2026-01-10").done().facts());
    issues.add(Life.of(2, "2026-01-01").points(5).sprints(42L).on("2026-02-10").done().facts());

    List<Counted> velocity =
        metrics.values(List.of(monthly(velocity())), JANUARY, LocalDate.of(2026, 2, 28)).get(0);

    assertThat(values(velocity)).containsExactly("3", "5");
    assertThat(velocity)
        .extracting(each -> each.period().of())
        .containsExactly(
            Optional.of(new Period.Named("41", "First")),
            Optional.of(new Period.Named("42", "Second")));
    assertThat(velocity).extracting(each -> each.period().last().getDayOfMonth()).contains(15);
    assertThat(asked().sprintIds()).containsExactlyInAnyOrder(41L, 42L);
  }

  @Test
  public void sprintsOfAUnitAreOnTheBoardsThatItNamesWhateverProjectsItHas() {
    teams = new TeamBoards(Set.of(5L), Set.of());
    when(standpoint.boardsOfBranch(UNIT)).thenReturn(teams);
    when(territories.projectsOfBoards(OWNER, Set.of(5L))).thenReturn(Set.of(11L));
    sprints();
    issues.add(Life.of(1, "2026-01-01").points(3).sprints(41L).on("2026-01-10").done().facts());
    issues.add(
        Life.of(2, "2026-01-01")
            .project(11)
            .points(5)
            .sprints(41L)
            .on("2026-01-10")
            .done()
            .facts());

    assertThat(
            values(
                metrics
                    .values(List.of(monthly(velocity())), JANUARY, LocalDate.of(2026, 1, 31))
                    .get(0)))
        .containsExactly("8");
    assertThat(asked().projectIds()).containsExactlyInAnyOrder(10L, 11L);
    assertThat(metrics.projectsOfVelocity(standpoint, UNIT)).containsExactlyInAnyOrder(10L, 11L);
    assertThat(metrics.projects(OWNER, UNIT, spec(new Metric.WorkInProgress())))
        .as("all other work is that of its projects")
        .containsExactly(10L);
  }

  @Test
  public void otherMetricsAreCountedInSprintsTooWhereTheKpiIs() {
    sprints();
    issues.add(Life.of(1, "2026-01-01").sprints(41L).on("2026-01-10").done().facts());
    Periods periods = metrics.dated(OWNER, UNIT, Optional.empty(), Frequency.PER_SPRINT);

    List<Counted> counted =
        metrics
            .values(
                List.of(
                    question(
                        spec(new Metric.Count(Placed.RESOLVED)), Frequency.PER_SPRINT, periods)),
                JANUARY,
                MARCH)
            .get(0);

    assertThat(values(counted)).containsExactly("1", "0", "0");
    assertThat(counted).extracting(each -> each.result().running()).endsWith(true);
  }

  @Test
  public void metricsAreCountedInReleases() {
    when(territories.versions(Set.of(10L)))
        .thenReturn(
            List.of(
                version(31, "1.0", "2026-01-20", true),
                version(32, "1.1", "2026-02-20", true),
                version(33, "1.2", "2026-03-30", false)));
    issues.add(Life.of(1, "2026-01-01").versions(32L).on("2026-02-10").done().facts());
    Periods periods = metrics.dated(OWNER, UNIT, Optional.empty(), Frequency.PER_RELEASE);

    List<Counted> counted =
        metrics
            .values(
                List.of(
                    question(
                        spec(new Metric.Count(Placed.RESOLVED)), Frequency.PER_RELEASE, periods)),
                JANUARY,
                MARCH)
            .get(0);

    assertThat(values(counted)).containsExactly("0", "1");
    assertThat(asked().versionIds()).containsExactlyInAnyOrder(31L, 32L);
    assertThat(asked().since().orElseThrow().day()).isEqualTo(LocalDate.of(2026, 1, 20));
  }

  @Test
  public void aBoardIsWhatItsFilterShowsToTheOwner() {
    when(territories.board(OWNER, 5))
        .thenReturn(Optional.of(new Territories.OnBoard(Set.of(2L), Set.of(10L, 11L))));
    issues.add(Life.of(1, "2026-03-05").facts());
    issues.add(Life.of(2, "2026-03-05").project(11).facts());
    MetricSpec onBoard =
        new MetricSpec(
            new Metric.Count(Placed.CREATED),
            Optional.of(new Place.OfBoard(5)),
            Optional.empty(),
            Set.of(),
            Optional.empty());
    Question question = question(onBoard, Frequency.MONTHLY, months());

    assertThat(values(metrics.values(List.of(question, question), MARCH, MARCH).get(1)))
        .containsExactly("1");
    assertThat(asked().projectIds()).containsExactlyInAnyOrder(10L, 11L);
    verify(territories, times(1)).board(OWNER, 5);
    assertThat(metrics.projects(OWNER, UNIT, onBoard)).containsExactlyInAnyOrder(10L, 11L);
    MetricSpec onNone =
        new MetricSpec(
            onBoard.metric(),
            Optional.of(new Place.OfBoard(6)),
            Optional.empty(),
            Set.of(),
            Optional.empty());
    assertThatThrownBy(() -> metrics.projects(OWNER, UNIT, onNone))
        .isInstanceOf(Refusal.Invalid.class)
        .satisfies(e -> assertThat(((Refusal.Invalid) e).fields()).containsKey("board"));
  }

  @Test
  public void aQueryIsAskedOnceForAllThatNameIt() {
    when(territories.found(OWNER, "labels = x")).thenReturn(Set.of(2L));
    issues.add(Life.of(1, "2026-03-05").facts());
    issues.add(Life.of(2, "2026-03-05").facts());
    MetricSpec some =
        new MetricSpec(
            new Metric.Count(Placed.CREATED),
            Optional.empty(),
            Optional.of("labels = x"),
            Set.of(),
            Optional.empty());
    Question question = question(some, Frequency.MONTHLY, months());

    List<List<Counted>> counted = metrics.values(List.of(question, question), MARCH, MARCH);

    assertThat(values(counted.get(0))).containsExactly("1");
    verify(territories, times(1)).found(OWNER, "labels = x");
  }

  @Test
  public void withoutAWindowNothingIsRead() {
    assertThat(metrics.values(List.of(monthly(velocity())), MARCH, MARCH))
        .containsExactly(List.of());
    verify(facts, times(0)).read(any(), any());
  }

  @Test
  public void tellsWhichIssuesMovedAValue() {
    issues.add(Life.of(1, "2026-01-05").on("2026-01-07").done().facts());
    issues.add(Life.of(2, "2026-02-05").on("2026-02-09").done().facts());
    issues.add(Life.of(3, "2026-02-05").on("2026-02-10").done().facts());
    Period january = Period.of(JANUARY, LocalDate.of(2026, 1, 31));
    Period february = Period.of(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28));

    Metrics.Moved moved =
        metrics.whatMoved(monthly(new Metric.Count(Placed.RESOLVED)), january, february, 10);

    assertThat(moved.earlier().flatMap(MetricResult::value)).contains(BigDecimal.ONE);
    assertThat(moved.later().flatMap(MetricResult::value)).contains(BigDecimal.valueOf(2));
    assertThat(moved.movers()).extracting(WhatMoved.Mover::issueId).containsExactly(1L, 2L, 3L);
  }

  @Test
  public void withoutAnEarlierSprintNothingMoved() {
    sprints();
    Period before = Period.of(JANUARY.minusYears(1), JANUARY.minusYears(1));
    Period first = Period.of(JANUARY, LocalDate.of(2026, 1, 31));

    Metrics.Moved none = metrics.whatMoved(monthly(velocity()), before, first, 10);
    assertThat(none.earlier()).isEmpty();
    assertThat(none.later()).isPresent();
    assertThat(none.movers()).isEmpty();

    Metrics.Moved other = metrics.whatMoved(monthly(velocity()), first, before, 10);
    assertThat(other.earlier()).isPresent();
    assertThat(other.later()).isEmpty();
  }

  @Test
  public void tellsTheVelocityOfTheLastSprints() {
    sprints();
    issues.add(Life.of(1, "2025-12-30").points(3).sprints(41L).on("2026-01-10").done().facts());
    issues.add(Life.of(2, "2025-12-30").points(1).sprints(41L).facts());
    issues.add(Life.of(3, "2026-01-20").points(6).sprints(42L).on("2026-02-10").done().facts());

    Metrics.Velocity velocity = metrics.velocity(OWNER, UNIT, true);

    assertThat(velocity.sprints()).hasSize(2);
    Metrics.Velocity.OfSprint first = velocity.sprints().get(0);
    assertThat(first.committed().value()).contains(new BigDecimal("4"));
    assertThat(first.completed().value()).contains(new BigDecimal("3"));
    assertThat(first.sayDo().value()).contains(new BigDecimal("0.75"));
    assertThat(velocity.mean().orElseThrow()).isEqualByComparingTo("4.5");
    assertThat(metrics.velocity(OWNER, UNIT, false).mean().orElseThrow()).isEqualByComparingTo("1");
  }

  @Test
  public void aUnitWithoutSprintsHasNoVelocity() {
    Metrics.Velocity velocity = metrics.velocity(OWNER, UNIT, true);

    assertThat(velocity.sprints()).isEmpty();
    assertThat(velocity.mean()).isEmpty();
  }

  @Test
  public void proposesFromAYearOfTheProject() {
    JiraNames names = mock(JiraNames.class);
    when(names.bugTypes()).thenReturn(Set.of("bug"));
    when(territories.names(OWNER)).thenReturn(names);
    LocalDate month = LocalDate.of(2025, 3, 1);
    for (int i = 0; i < 12; i++) {
      LocalDate day = month.plusMonths(i).plusDays(3);
      for (int n = 0; n <= i; n++) {
        issues.add(
            Life.of(100L * i + n, day.toString())
                .on(day.plusDays(1 + n).toString())
                .begin()
                .on(day.plusDays(2 + n).toString())
                .done()
                .facts());
      }
    }

    assertThat(metrics.propose(OWNER, UNIT, 10, Inputs.NONE))
        .extracting(Proposal::candidate)
        .contains(Candidate.LEAD_TIME, Candidate.THROUGHPUT);
    assertThat(asked().since().orElseThrow().day()).isEqualTo(month);
  }

  @Test
  public void monthsBeforeTheFirstIssueOfAProjectAreNoMonthsOfNothing() {
    JiraNames names = mock(JiraNames.class);
    when(names.bugTypes()).thenReturn(Set.of("bug"));
    when(territories.names(OWNER)).thenReturn(names);
    LocalDate month = LocalDate.of(2025, 8, 1);
    for (int i = 0; i < 7; i++) {
      LocalDate day = month.plusMonths(i).plusDays(3);
      for (int n = 0; n <= i; n++) {
        issues.add(
            Life.of(100L * i + n, day.toString())
                .on(day.plusDays(1 + n).toString())
                .done()
                .facts());
      }
    }

    Proposal throughput =
        metrics.propose(OWNER, UNIT, 10, Inputs.NONE).stream()
            .filter(each -> each.candidate() == Candidate.THROUGHPUT)
            .findFirst()
            .orElseThrow();

    assertThat(throughput.values())
        .extracting(each -> each.orElseThrow().intValueExact())
        .containsExactly(1, 2, 3, 4, 5, 6, 7);
  }

  private void sprints() {
    when(territories.sprintsOf(OWNER, teams))
        .thenReturn(
            List.of(
                sprint(41, "First", "2026-01-01T08:00:00Z", "2026-01-15T16:00:00Z"),
                sprint(42, "Second", "2026-02-01T08:00:00Z", "2026-02-15T16:00:00Z"),
                sprint(43, "Third", "2026-03-01T08:00:00Z", "")));
  }

  private static Territories.Dated sprint(long id, String name, String start, String complete) {
    return new Territories.Dated(
        new BoardSprint(
            id,
            Optional.of(5L),
            name,
            complete.isEmpty() ? BoardSprint.State.ACTIVE : BoardSprint.State.CLOSED,
            Optional.of(Life.instant(start)),
            Optional.empty(),
            Optional.of(complete).filter(it -> !it.isEmpty()).map(Life::instant)),
        DoneColumn.UNREADABLE);
  }

  private static Territories.Version version(long id, String name, String day, boolean released) {
    return new Territories.Version(
        new Release(id, 10, Optional.of(LocalDate.parse(day)), released), name);
  }

  private static Metric velocity() {
    return new Metric.OfSprint(Metric.OfSprint.Sum.VELOCITY, true);
  }

  private static Periods months() {
    return Periods.calendar(Frequency.MONTHLY, DayOfWeek.MONDAY, JANUARY);
  }

  private static Question monthly(Metric metric) {
    return question(spec(metric), Frequency.MONTHLY, months());
  }

  private static MetricSpec spec(Metric metric) {
    return new MetricSpec(metric, Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
  }

  private static Question question(MetricSpec spec, Frequency frequency, Periods periods) {
    return new Question(OWNER, UNIT, spec, Inputs.NONE, frequency, periods);
  }

  /** What was read last. */
  private Asked asked() {
    ArgumentCaptor<Asked> asked = ArgumentCaptor.forClass(Asked.class);
    verify(facts, atLeastOnce()).read(asked.capture(), any());
    return asked.getValue();
  }

  private static List<String> values(List<Counted> counted) {
    return counted.stream()
        .map(
            each ->
                each.result()
                    .value()
                    .map(value -> value.stripTrailingZeros().toPlainString())
                    .orElse("-"))
        .toList();
  }
}
