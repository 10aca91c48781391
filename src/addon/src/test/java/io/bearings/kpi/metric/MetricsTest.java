package io.bearings.kpi.metric;

import static io.bearings.kpi.metric.Counting.LATER;
import static io.bearings.kpi.metric.Counting.MARCH;
import static io.bearings.kpi.metric.Counting.SITE;
import static io.bearings.kpi.metric.Counting.days;
import static io.bearings.kpi.metric.Counting.in;
import static io.bearings.kpi.metric.Counting.isNothing;
import static io.bearings.kpi.metric.Counting.isValue;
import static io.bearings.kpi.metric.Counting.march;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.flow.DoneColumn;
import io.bearings.flow.Release;
import io.bearings.flow.Releases;
import io.bearings.flow.Sprint;
import io.bearings.flow.StatusCategory;
import io.bearings.kpi.metric.MetricResult.Beside;
import io.bearings.kpi.metric.MetricResult.Why;
import io.bearings.okr.WeightBy;
import io.bearings.okr.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.Test;

/** Each metric by hand, beside the golden cases. */
public class MetricsTest {
  private static final Metric THROUGHPUT = new Metric.Count(Placed.RESOLVED);
  private static final Metric POINTS =
      new Metric.OfField(Statistic.SUM, WeightBy.POINTS, Placed.RESOLVED);

  private static Life done(long id, String created, String done) {
    return Life.of(id, created).on(done).done();
  }

  private static Beside beside(int issues, int undefined, int outOfScope, int open) {
    return new Beside(issues, undefined, outOfScope, open, 0);
  }

  // Counts.

  @Test
  public void anIssueIsCountedByWhatPutsItIntoTheWindow() {
    Life[] lives = {
      Life.of(1, "2026-02-27"),
      Life.of(2, "2026-03-01"),
      Life.of(3, "2026-03-31T23:59:59Z"),
      Life.of(4, "2026-04-01"),
      done(5, "2026-02-01", "2026-03-31T23:59:59Z"),
      done(6, "2026-02-01", "2026-02-28T23:59:59Z"),
      done(7, "2026-03-02", "2026-04-01"),
      done(8, "2026-02-01", "2026-03-09").resolve("Won't Do")
    };
    isValue(march(new Metric.Count(Placed.CREATED), lives), "3");
    isValue(march(THROUGHPUT, lives), "1");
    assertThat(march(THROUGHPUT, lives).beside()).isEqualTo(beside(1, 0, 1, 0));
    isValue(march(new Metric.Count(Placed.OUT_OF_SCOPE), lives), "1");
    assertThat(march(new Metric.Count(Placed.OUT_OF_SCOPE), lives).beside().outOfScope()).isZero();
    isValue(march(new Metric.Count(Placed.OPEN), lives), "4");
    isValue(march(new Metric.Count(Placed.PRESENT), lives), "7");
  }

  @Test
  public void nothingResolvedIsAThroughputOfNought() {
    isValue(march(THROUGHPUT), "0");
    isValue(march(THROUGHPUT, Life.of(1, "2026-03-02")), "0");
  }

  @Test
  public void whatWasReopenedIsNotResolvedButWasThen() {
    Life life = done(1, "2026-02-01", "2026-03-10").on("2026-04-02").reopen();
    isValue(march(THROUGHPUT, life), "0");
    isValue(
        in(
            SITE,
            Wanted.of(THROUGHPUT, Reach.ALL, List.of(MARCH), AsOf.then(LATER.instant())),
            life),
        "1");
    isValue(
        in(
            SITE,
            Wanted.of(THROUGHPUT, Reach.ALL, List.of(MARCH), AsOf.at(Life.instant("2026-03-31"))),
            life),
        "1");
  }

  @Test
  public void theLastOfTwoResolutionsCounts() {
    Life life =
        done(1, "2026-02-01", "2026-02-10").on("2026-02-12").reopen().on("2026-03-03").done();
    isValue(march(THROUGHPUT, life), "1");
    isValue(in(days("2026-02-01", "2026-02-28"), THROUGHPUT, life), "0");
  }

  @Test
  public void jirasOwnDateOfTheResolutionGoesBeforeTheChange() {
    Life closedAnew =
        done(1, "2026-02-01", "2026-02-10").resolvedInJira(Life.instant("2026-03-04"));
    isValue(march(THROUGHPUT, closedAnew), "1");
    Life resolvedAnew =
        done(1, "2026-02-01", "2026-03-10")
            .on("2026-04-02")
            .reopen()
            .on("2026-05-02")
            .done()
            .resolvedInJira(Life.instant("2026-05-03"));
    isValue(march(THROUGHPUT, resolvedAnew), "0");
    isValue(in(days("2026-05-03", "2026-05-03"), THROUGHPUT, resolvedAnew), "1");
    isValue(
        in(
            SITE,
            Wanted.of(THROUGHPUT, Reach.ALL, List.of(MARCH), AsOf.then(LATER.instant())),
            resolvedAnew),
        "1");
  }

  @Test
  public void anIssueThatWasDeletedIsNoLongerThere() {
    Life life = done(1, "2026-02-01", "2026-03-10").deleted("2026-06-01");
    isValue(march(THROUGHPUT, life), "0");
    isValue(
        in(
            SITE,
            Wanted.of(THROUGHPUT, Reach.ALL, List.of(MARCH), AsOf.at(Life.instant("2026-05-31"))),
            life),
        "1");
  }

  @Test
  public void anIssueBelongsToTheProjectThatItWasInAtTheEnd() {
    Life life = done(1, "2026-02-01", "2026-03-10").on("2026-04-02").project(11);
    Wanted ten =
        Wanted.of(
            THROUGHPUT,
            Reach.ofProjects(Set.of(10L)),
            List.of(MARCH, days("2026-03-01", "2026-04-30")),
            LATER);
    MetricRun run = new MetricRun(List.of(ten), SITE);
    run.take(life.facts());
    isValue(run.results().get(0).get(0), "1");
    isValue(run.results().get(0).get(1), "0");
  }

  @Test
  public void typesAndQueriesNarrowWhatCounts() {
    Life[] lives = {
      done(1, "2026-02-01", "2026-03-10").type("bug"),
      done(2, "2026-02-01", "2026-03-10").type("story"),
      done(3, "2026-02-01", "2026-03-10").type("bug")
    };
    Reach bugs = Reach.ALL.ofTypes(Set.of("bug"));
    isValue(in(SITE, Wanted.of(THROUGHPUT, bugs, List.of(MARCH), LATER), lives), "2");
    isValue(
        in(SITE, Wanted.of(THROUGHPUT, bugs.among(id -> id > 1), List.of(MARCH), LATER), lives),
        "1");
    isValue(
        in(
            SITE,
            Wanted.of(
                new Metric.Share("x", Placed.RESOLVED),
                bugs.withPart(id -> id == 3).among(id -> id < 9),
                List.of(MARCH),
                LATER),
            lives),
        "0.5");
    isNothing(march(new Metric.Share("x", Placed.RESOLVED)), Why.NOTHING_THERE);
  }

  // Windows.

  @Test
  public void aWindowToComeHasNoDataAndOneThatRunsHasThatToDate() {
    AsOf asOf = AsOf.at(Life.instant("2026-03-10T12:00:00Z"));
    Life[] lives = {done(1, "2026-02-01", "2026-03-10"), done(2, "2026-02-01", "2026-03-11")};
    Wanted wanted =
        Wanted.of(
            THROUGHPUT,
            Reach.ALL,
            List.of(
                days("2026-03-01", "2026-03-20"),
                days("2026-03-11", "2026-03-20"),
                days("2026-03-01", "2026-03-09")),
            asOf);
    MetricRun run = new MetricRun(List.of(wanted), SITE);
    for (Life each : lives) {
      run.take(each.facts());
    }
    List<MetricResult> results = run.results().get(0);
    isValue(results.get(0), "1");
    assertThat(results.get(0).running()).isTrue();
    assertThat(results.get(0).elapsed().orElseThrow()).isEqualByComparingTo("0.5");
    isNothing(results.get(1), Why.NOT_BEGUN);
    assertThat(results.get(1).elapsed().orElseThrow()).isZero();
    assertThat(results.get(2).running()).isFalse();
    assertThat(results.get(2).elapsed().orElseThrow()).isEqualByComparingTo("1");
  }

  @Test
  public void aRollingWindowEndsWithItsDay() {
    assertThat(MetricWindow.rolling(LocalDate.of(2026, 3, 10), 7, ZoneOffset.UTC))
        .isEqualTo(days("2026-03-04", "2026-03-10"));
  }

  private static MetricWindow sprint(String complete) {
    return new MetricWindow.InSprint(
        new Sprint(
            7,
            Life.instant("2026-03-02T09:00:00Z"),
            Optional.of(complete).filter(it -> !it.isEmpty()).map(Life::instant)),
        DoneColumn.UNREADABLE);
  }

  @Test
  public void inASprintCountsWhatHappenedInItToIssuesThatAreInItAtItsEnd() {
    MetricWindow sprint = sprint("2026-03-16T09:00:00Z");
    Life[] lives = {
      Life.of(1, "2026-02-20").sprints(7L).on("2026-03-10").done(),
      Life.of(2, "2026-02-20").sprints(7L).on("2026-03-02T09:00:00.5Z").done(),
      Life.of(3, "2026-02-20").sprints(7L).on("2026-03-16T09:00:00.9Z").done(),
      Life.of(4, "2026-02-20").sprints(7L).on("2026-03-16T09:00:01Z").done(),
      Life.of(5, "2026-02-20").sprints(7L).on("2026-03-10").done().on("2026-03-11").sprints(8L),
      Life.of(6, "2026-02-20").on("2026-03-10").done()
    };
    MetricResult found = in(sprint, THROUGHPUT, lives);
    isValue(found, "2");
    assertThat(found.elapsed()).isEmpty();
    assertThat(found.running()).isFalse();
    isValue(in(sprint, new Metric.Count(Placed.CREATED), lives), "4");
    isValue(in(sprint, new Metric.Count(Placed.OPEN), lives), "1");
  }

  @Test
  public void aSprintThatRunsHasNoVelocityYet() {
    Metric velocity = new Metric.OfSprint(Metric.OfSprint.Sum.VELOCITY, true);
    Metric sayDo = new Metric.OfSprint(Metric.OfSprint.Sum.SAY_DO, true);
    Metric commitment = new Metric.OfSprint(Metric.OfSprint.Sum.COMMITMENT, true);
    Life life = Life.of(1, "2026-02-20").points(5).sprints(7L).on("2026-03-10").done();
    for (MetricWindow runs : List.of(sprint(""), sprint("2027-02-01"))) {
      isNothing(in(runs, velocity, life), Why.NOT_COMPLETED);
      isNothing(in(runs, sayDo, life), Why.NOT_COMPLETED);
      isValue(in(runs, commitment, life), "5");
      assertThat(in(runs, commitment, life).running()).isTrue();
    }
    MetricWindow complete = sprint("2026-03-16T09:00:00Z");
    isValue(in(complete, velocity, life), "5");
    isValue(in(complete, sayDo, life), "1");
    assertThat(
            in(
                    SITE,
                    Wanted.of(
                        velocity,
                        Reach.ALL,
                        List.of(complete),
                        AsOf.at(Life.instant("2026-03-01"))),
                    life)
                .outcome())
        .isEqualTo(MetricResult.NoData.because(Why.NOT_BEGUN));
  }

  @Test
  public void aSprintWithoutEstimatesIsNotEstimatedInPointsButHasIssues() {
    MetricWindow sprint = sprint("2026-03-16T09:00:00Z");
    Life[] lives = {
      Life.of(1, "2026-02-20").sprints(7L).on("2026-03-10").done(),
      Life.of(2, "2026-02-20").sprints(7L)
    };
    for (Metric.OfSprint.Sum sum : Metric.OfSprint.Sum.values()) {
      isNothing(in(sprint, new Metric.OfSprint(sum, true), lives), Why.NOT_ESTIMATED);
    }
    isNothing(
        in(sprint, new Metric.OfSprint(Metric.OfSprint.Sum.VELOCITY, true)), Why.NOT_ESTIMATED);
    isValue(in(sprint, new Metric.OfSprint(Metric.OfSprint.Sum.VELOCITY, false), lives), "1");
    isValue(in(sprint, new Metric.OfSprint(Metric.OfSprint.Sum.SAY_DO, false), lives), "0.5");
    isNothing(
        in(sprint, new Metric.OfSprint(Metric.OfSprint.Sum.SAY_DO, false)), Why.NOTHING_THERE);
  }

  @Test
  public void anIssueOfASprintThatIsNotEstimatedIsCountedBeside() {
    MetricWindow sprint = sprint("2026-03-16T09:00:00Z");
    Life[] lives = {
      Life.of(1, "2026-02-20").sprints(7L).points(3).on("2026-03-10").done(),
      Life.of(2, "2026-02-20").sprints(7L).on("2026-03-10").done()
    };
    MetricResult velocity =
        in(sprint, new Metric.OfSprint(Metric.OfSprint.Sum.VELOCITY, true), lives);
    isValue(velocity, "3");
    assertThat(velocity.beside()).isEqualTo(beside(2, 1, 0, 0));
    MetricResult sayDo = in(sprint, new Metric.OfSprint(Metric.OfSprint.Sum.SAY_DO, true), lives);
    isValue(sayDo, "1");
    assertThat(sayDo.beside()).isEqualTo(beside(2, 1, 0, 0));
    assertThat(in(sprint, new Metric.OfSprint(Metric.OfSprint.Sum.SAY_DO, false), lives).beside())
        .isEqualTo(beside(2, 0, 0, 0));
  }

  @Test
  public void sumsOfASprintCanBeNarrowedToAProject() {
    MetricWindow sprint = sprint("2026-03-16T09:00:00Z");
    Life[] lives = {
      Life.of(1, "2026-02-20").sprints(7L).points(3),
      Life.of(2, "2026-02-20").sprints(7L).points(5).project(11)
    };
    Metric open = new Metric.OfSprint(Metric.OfSprint.Sum.NOT_COMPLETED, true);
    Metric sayDo = new Metric.OfSprint(Metric.OfSprint.Sum.SAY_DO, true);
    Reach eleven = Reach.ofProjects(Set.of(11L));
    isValue(in(SITE, Wanted.of(open, eleven, List.of(sprint), LATER), lives), "5");
    MetricResult said = in(SITE, Wanted.of(sayDo, eleven, List.of(sprint), LATER), lives);
    isValue(said, "0");
    assertThat(said.beside().issues()).isEqualTo(1);
  }

  @Test
  public void aSumOfSprintsIsAskedForInSprintsOnly() {
    assertThatThrownBy(() -> march(new Metric.OfSprint(Metric.OfSprint.Sum.VELOCITY, true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sprints only");
  }

  private static final Release FEBRUARY =
      new Release(1, 10, Optional.of(LocalDate.of(2026, 2, 16)), true);
  private static final Release IN_MARCH =
      new Release(2, 10, Optional.of(LocalDate.of(2026, 3, 16)), true);
  private static final Release ELSEWHERE =
      new Release(3, 11, Optional.of(LocalDate.of(2026, 3, 5)), true);
  private static final Release PLANNED =
      new Release(4, 10, Optional.of(LocalDate.of(2026, 3, 30)), false);
  private static final Release UNDATED = new Release(5, 10, Optional.empty(), true);

  private static Site with(Release... releases) {
    return new Site(
        ZoneOffset.UTC,
        WorkingDays.NO_HOLIDAYS,
        Set.of("Won't Do"),
        new Releases(List.of(releases)));
  }

  @Test
  public void inAReleaseCountsWhatEverHappenedUntilItsDay() {
    Life[] lives = {
      Life.of(1, "2025-02-20").versions(2L).on("2025-03-10").done(),
      Life.of(2, "2026-02-20").versions(2L).on("2026-03-16T23:59:59Z").done(),
      Life.of(3, "2026-02-20").versions(2L).on("2026-03-17").done(),
      Life.of(4, "2026-02-20").versions(1L).on("2026-03-10").done()
    };
    MetricResult found = in(new MetricWindow.InRelease(IN_MARCH), THROUGHPUT, lives);
    isValue(found, "2");
    assertThat(found.running()).isFalse();
    Release open = new Release(2, 10, IN_MARCH.day(), false);
    MetricResult running = in(new MetricWindow.InRelease(open), THROUGHPUT, lives);
    isValue(running, "3");
    assertThat(running.running()).isTrue();
    assertThat(in(new MetricWindow.InRelease(UNDATED), THROUGHPUT, lives).running()).isTrue();
  }

  // Numbers of issues.

  @Test
  public void pointsAreThoseAtTheWindowsEnd() {
    Life[] lives = {
      done(1, "2026-02-01", "2026-03-10").points(5).on("2026-04-02").points(8),
      Life.of(2, "2026-02-01").points(3).on("2026-03-10").done(),
      done(3, "2026-02-01", "2026-03-10")
    };
    MetricResult found = march(POINTS, lives);
    isValue(found, "8");
    assertThat(found.beside()).isEqualTo(beside(2, 1, 0, 0));
  }

  @Test
  public void whatNobodyEstimatesHasNoPointsAndNoIssuesAreNoPoints() {
    isNothing(march(POINTS, done(1, "2026-02-01", "2026-03-10")), Why.NOT_ESTIMATED);
    isValue(march(POINTS), "0");
    isNothing(
        march(
            new Metric.OfField(Statistic.MEAN, WeightBy.POINTS, Placed.RESOLVED),
            done(1, "2026-02-01", "2026-03-10")),
        Why.NOT_ESTIMATED);
    isNothing(
        march(new Metric.OfField(Statistic.MEAN, WeightBy.POINTS, Placed.RESOLVED)),
        Why.NOTHING_THERE);
  }

  @Test
  public void statisticsOfAField() {
    WeightBy field = new WeightBy("customfield_10010");
    Life[] lives = {
      Life.of(1, "2026-03-02").number("customfield_10010", "1"),
      Life.of(2, "2026-03-02").number("customfield_10010", "2"),
      Life.of(3, "2026-03-02").number("customfield_10010", "9"),
      Life.of(4, "2026-03-02").number("customfield_10011", "70")
    };
    isValue(march(new Metric.OfField(Statistic.SUM, field, Placed.CREATED), lives), "12");
    isValue(march(new Metric.OfField(Statistic.MEAN, field, Placed.CREATED), lives), "4");
    isValue(march(new Metric.OfField(Statistic.MEDIAN, field, Placed.CREATED), lives), "2");
    isValue(march(new Metric.OfField(Statistic.P85, field, Placed.CREATED), lives), "6.9");
    assertThatThrownBy(() -> new Metric.OfField(Statistic.SUM, WeightBy.ISSUES, Placed.CREATED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ISSUES");
  }

  @Test
  public void estimatesAreToldInHours() {
    isValue(
        march(
            new Metric.OfField(Statistic.SUM, WeightBy.ESTIMATE, Placed.CREATED),
            Life.of(1, "2026-03-02").estimate(5400)),
        "1.5");
  }

  // Durations.

  private static Metric lead(Clocked clocked, Timing.Unit unit) {
    return new Metric.TimeTaken(new Span.Lead(), Statistic.MEAN, new Timing(clocked, unit));
  }

  @Test
  public void aDurationIsOfCalendarOrWorkingTimeInHoursOrDays() {
    Life life = done(1, "2026-03-06T12:00:00Z", "2026-03-09T12:00:00Z");
    isValue(march(lead(Clocked.CALENDAR, Timing.Unit.HOURS), life), "72");
    isValue(march(lead(Clocked.CALENDAR, Timing.Unit.DAYS), life), "3");
    isValue(march(lead(Clocked.WORKING, Timing.Unit.HOURS), life), "24");
    isValue(march(lead(Clocked.WORKING, Timing.Unit.DAYS), life), "1");
  }

  @Test
  public void whatCannotBeToldIsUndefinedAndNotFast() {
    Life backwards = done(1, "2026-03-09", "2026-03-09").resolvedInJira(Life.instant("2026-03-08"));
    MetricResult found = march(lead(Clocked.CALENDAR, Timing.Unit.HOURS), backwards);
    isNothing(found, Why.UNDEFINED);
    assertThat(found.beside()).isEqualTo(beside(0, 1, 0, 0));
    isNothing(march(lead(Clocked.CALENDAR, Timing.Unit.HOURS)), Why.NOTHING_THERE);
    Metric sum = new Metric.TimeTaken(new Span.Lead(), Statistic.SUM, Timing.CALENDAR_HOURS);
    isNothing(march(sum, backwards), Why.UNDEFINED);
    isNothing(march(sum), Why.NOTHING_THERE);
    isValue(march(sum, backwards, done(2, "2026-03-01", "2026-03-02")), "24");
  }

  @Test
  public void withinALimitIncludesTheLimit() {
    Metric within = new Metric.Within(new Span.Lead(), 86_400_000L, Clocked.CALENDAR);
    Life[] lives = {
      done(1, "2026-03-02", "2026-03-03"),
      done(2, "2026-03-02", "2026-03-03T00:00:00.001Z"),
      Life.of(3, "2026-03-02")
    };
    isValue(march(within, lives), "0.5");
    isNothing(march(within), Why.NOTHING_THERE);
  }

  private static final Inputs TEAM =
      new Inputs(
          Optional.of(new Inputs.Team(Set.of("ann", "bob"), BigDecimal.valueOf(8))),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          id -> false);

  private static MetricResult ofTeam(Inputs inputs, Metric metric, Life... lives) {
    return in(SITE, new Wanted(metric, Reach.ALL, inputs, List.of(MARCH), LATER, false), lives);
  }

  private static final Metric RESPONSE =
      new Metric.TimeTaken(new Span.Response(), Statistic.MEDIAN, Timing.CALENDAR_HOURS);

  @Test
  public void aResponseIsTheFirstCommentOfAMemberOtherThanTheReporter() {
    Life[] lives = {
      Life.of(1, "2026-03-02")
          .reporter("ann")
          .comment("2026-03-02T05:00:00Z", "bob")
          .comment("2026-03-02T01:00:00Z", "ann")
          .comment("2026-03-02T03:00:00Z", "eve")
          .comment("2026-03-02T04:00:00Z", "bob"),
      Life.of(2, "2026-03-02").comment("2026-03-02T06:00:00Z", "ann"),
      Life.of(3, "2026-03-02").silent(),
      Life.of(4, "2026-02-28").comment("2026-03-01T06:00:00Z", "ann"),
      Life.of(5, "2026-03-05").comment("2026-03-04T06:00:00Z", "ann")
    };
    MetricResult found = ofTeam(TEAM, RESPONSE, lives);
    isValue(found, "5");
    assertThat(found.beside()).isEqualTo(beside(2, 1, 0, 1));
  }

  @Test
  public void anAnswerThatIsNotGivenYetIsNone() {
    Wanted wanted =
        new Wanted(
            RESPONSE,
            Reach.ALL,
            TEAM,
            List.of(MARCH),
            AsOf.at(Life.instant("2026-03-02T05:59:59Z")),
            false);
    MetricResult found =
        in(SITE, wanted, Life.of(2, "2026-03-02").comment("2026-03-02T06:00:00Z", "ann"));
    isNothing(found, Why.NOTHING_THERE);
    assertThat(found.beside().open()).isEqualTo(1);
  }

  @Test
  public void aResponseNeedsMembersAndComments() {
    Life silent = Life.of(1, "2026-03-02").silent();
    Counting.isMissing(march(RESPONSE, silent), Input.MEMBERS);
    Counting.isMissing(ofTeam(TEAM, RESPONSE, Life.of(1, "2026-03-02")), Input.COMMENTS);
    isNothing(ofTeam(TEAM, RESPONSE, Life.of(1, "2026-02-02")), Why.NOTHING_THERE);
    Counting.isMissing(
        in(
            SITE,
            new Wanted(RESPONSE, Reach.ALL, TEAM, List.of(sprint("2026-03-16")), LATER, false),
            Life.of(1, "2026-02-02").sprints(7L)),
        Input.COMMENTS);
    isValue(
        in(
            SITE,
            new Wanted(RESPONSE, Reach.ALL, TEAM, List.of(sprint("2026-03-16")), LATER, false),
            Life.of(1, "2026-02-02").sprints(7L).comment("2026-02-02T02:00:00Z", "bob")),
        "2");
  }

  @Test
  public void whoWaitsLongerThanTheLimitWasNotAnsweredWithinIt() {
    Metric within = new Metric.Within(new Span.Response(), 4 * 3_600_000L, Clocked.CALENDAR);
    Life[] lives = {
      Life.of(1, "2026-03-02").comment("2026-03-02T04:00:00Z", "bob"),
      Life.of(2, "2026-03-02").comment("2026-03-02T04:00:00.001Z", "bob"),
      Life.of(3, "2026-03-02").silent(),
      Life.of(4, "2026-03-02T03:00:00Z").silent()
    };
    Wanted wanted =
        new Wanted(
            within,
            Reach.ALL,
            TEAM,
            List.of(MARCH),
            AsOf.at(Life.instant("2026-03-02T07:00:00Z")),
            false);
    MetricResult found = in(SITE, wanted, lives);
    assertThat(found.value().orElseThrow().doubleValue()).isCloseTo(1.0 / 3, Offset.offset(1e-9));
    assertThat(found.beside()).isEqualTo(beside(3, 0, 0, 1));
    Counting.isMissing(march(within, lives), Input.MEMBERS);
  }

  private static Metric waiting(Statistic statistic) {
    return new Metric.TimeTaken(
        new Span.InStatuses(Set.of("waiting", "blocked")), statistic, Timing.CALENDAR_HOURS);
  }

  @Test
  public void timeInStatusesIsThatOfIssuesThatWereEverThere() {
    Life[] lives = {
      Life.of(1, "2026-03-02")
          .on("2026-03-03")
          .to("waiting", StatusCategory.IN_PROGRESS)
          .on("2026-03-04")
          .begin()
          .on("2026-03-05")
          .points(3)
          .to("blocked", StatusCategory.TO_DO)
          .on("2026-03-05T12:00:00Z")
          .points(5)
          .on("2026-03-06")
          .done()
          .on("2026-03-09")
          .to("waiting", StatusCategory.DONE),
      done(2, "2026-03-02", "2026-03-05"),
      Life.of(3, "2026-03-02").to("waiting", StatusCategory.TO_DO),
    };
    isValue(march(waiting(Statistic.MEAN), lives), "48");
    assertThat(march(waiting(Statistic.MEAN), lives).beside().issues()).isEqualTo(1);
    isValue(
        march(new Metric.Entries(Set.of("waiting", "blocked", "doing"), Statistic.MEAN), lives),
        "3");
    isNothing(
        march(new Metric.Entries(Set.of("nowhere"), Statistic.MEAN), lives), Why.NOTHING_THERE);
  }

  // Dates.

  @Test
  public void onTimeInASprintIsOfItsIssuesWheneverTheyAreDue() {
    Life[] lives = {
      Life.of(1, "2026-02-20").sprints(7L).due("2026-05-01").on("2026-03-10").done(),
      Life.of(2, "2026-02-20").sprints(7L).due("2026-03-09").on("2026-03-10").done(),
      Life.of(3, "2026-02-20").sprints(7L).on("2026-03-10").done()
    };
    MetricResult found = in(sprint("2026-03-16"), new Metric.OnTimeDelivery(), lives);
    isValue(found, "0.5");
    isNothing(march(new Metric.OnTimeDelivery(), lives[2]), Why.NOTHING_THERE);
  }

  @Test
  public void whatIsOnlyDueIsUndefinedWhenDoneWithoutADate() {
    Life life = Life.of(1, "2026-03-02").due("2026-03-09").on("2026-03-03").done().unresolve();
    isNothing(march(new Metric.OnTimeDelivery(), life), Why.UNDEFINED);
  }

  @Test
  public void openIssuesPastDueStandBesideTheDelay() {
    Metric delay = new Metric.ScheduleDelay(Statistic.MEAN);
    Life[] lives = {
      Life.of(1, "2026-02-01").due("2026-03-05").on("2026-03-09").done(),
      Life.of(2, "2026-02-01").due("2026-03-30"),
      Life.of(3, "2026-02-01").due("2026-03-31"),
      Life.of(4, "2026-02-01").due("2026-02-10").on("2026-04-20").done(),
      Life.of(5, "2026-02-01").on("2026-03-09").done(),
      Life.of(6, "2026-02-01").due("2026-03-01").on("2026-03-09").done().unresolve(),
      Life.of(7, "2026-02-01").due("2026-02-01").on("2026-02-09").done()
    };
    MetricResult found = march(delay, lives);
    isValue(found, "4");
    assertThat(found.beside()).isEqualTo(beside(1, 2, 0, 2));
    isNothing(march(delay, lives[4]), Why.UNDEFINED);
  }

  @Test
  public void withoutADueDateTheFirstReleaseCounts() {
    Life life = Life.of(1, "2026-02-01").versions(1L, 2L).on("2026-03-09").done();
    Wanted wanted =
        Wanted.of(new Metric.ScheduleDelay(Statistic.MEAN), Reach.ALL, List.of(MARCH), LATER);
    isValue(in(with(FEBRUARY, IN_MARCH), wanted, life), "21");
  }

  @Test
  public void varianceIsTheExtraDaysByThePlannedOnes() {
    Life[] lives = {
      Life.of(1, "2026-02-01").planned("2026-03-02", "2026-03-06").on("2026-03-09").done(),
      Life.of(2, "2026-02-01").planned("2026-03-02", "2026-03-11").on("2026-03-06").done(),
      Life.of(3, "2026-02-01").due("2026-03-11").on("2026-03-06").done(),
      Life.of(4, "2026-02-01").planned("2026-03-02", "2026-03-11")
    };
    MetricResult calendar = march(new Metric.ScheduleVariance(Clocked.CALENDAR), lives);
    isValue(calendar, String.valueOf((3.0 - 5.0) / 15));
    assertThat(calendar.beside()).isEqualTo(beside(2, 0, 0, 0));
    isValue(
        march(new Metric.ScheduleVariance(Clocked.WORKING), lives),
        String.valueOf((1.0 - 3.0) / 13));
  }

  @Test
  public void datesThatContradictEachOtherAreUndefined() {
    Life[] lives = {
      Life.of(1, "2026-02-01").planned("2026-03-07", "2026-03-06").on("2026-03-09").done(),
      Life.of(2, "2026-02-01").planned("2026-03-10", "2026-03-12").on("2026-03-09").done(),
      Life.of(3, "2026-02-01")
          .planned("2026-03-10", "2026-03-12")
          .on("2026-03-15")
          .done()
          .unresolve()
    };
    MetricResult found = march(new Metric.ScheduleVariance(Clocked.CALENDAR), lives);
    isNothing(found, Why.UNDEFINED);
    assertThat(found.beside().undefined()).isEqualTo(3);
    isValue(
        march(
            new Metric.ScheduleVariance(Clocked.CALENDAR),
            Life.of(1, "2026-02-01").planned("2026-03-09", "2026-03-09").on("2026-03-09").done()),
        "0");
  }

  // Releases.

  private static MetricResult bugs(Site site, MetricWindow window, Life... lives) {
    return in(
        site,
        Wanted.of(new Metric.BugRate(), Reach.ofProjects(Set.of(10L)), List.of(window), LATER),
        lives);
  }

  @Test
  public void bugsAreCountedWithTheReleaseThatBroughtThem() {
    Site site = with(FEBRUARY, IN_MARCH, ELSEWHERE, PLANNED, UNDATED);
    Life[] lives = {
      Life.of(1, "2026-02-20").affects(1L),
      Life.of(2, "2026-03-15T23:00:00Z").affects(1L),
      Life.of(3, "2026-03-16").affects(1L),
      Life.of(4, "2026-03-16").affects(1L, 2L),
      Life.of(5, "2026-06-16").affects(2L),
      Life.of(6, "2026-03-16"),
      Life.of(7, "2026-03-16").affects(2L).project(11)
    };
    MetricResult march = bugs(site, MARCH, lives);
    isValue(march, "2");
    assertThat(march.beside()).isEqualTo(beside(2, 1, 0, 0));
    isValue(bugs(site, days("2026-02-01", "2026-03-31"), lives), "2");
    isValue(bugs(site, days("2026-02-01", "2026-02-28"), lives), "2");
    isValue(bugs(site, new MetricWindow.InRelease(FEBRUARY), lives), "2");
    assertThat(bugs(site, new MetricWindow.InRelease(FEBRUARY), lives).beside().undefined())
        .isZero();
    isValue(bugs(site, new MetricWindow.InRelease(IN_MARCH), lives), "2");
    assertThat(bugs(site, new MetricWindow.InRelease(UNDATED), lives).outcome())
        .isEqualTo(MetricResult.NoData.because(Why.UNDEFINED));
    isValue(bugs(site, sprint("2026-03-16T09:00:00Z"), lives), "2");
    isNothing(bugs(with(FEBRUARY), MARCH, lives), Why.NOTHING_THERE);
  }

  @Test
  public void aReleaseThatHasNotComeIsNotDividedBy() {
    Wanted wanted =
        Wanted.of(
            new Metric.BugRate(),
            Reach.ALL,
            List.of(MARCH),
            AsOf.at(Life.instant("2026-03-15T12:00:00Z")));
    isNothing(in(with(IN_MARCH), wanted, Life.of(1, "2026-03-10").affects(2L)), Why.NOTHING_THERE);
  }

  // Work in progress.

  @Test
  public void workInProgressIsThatOfTheWindowsEnd() {
    Life[] lives = {
      Life.of(1, "2026-02-01").on("2026-03-22").begin(),
      Life.of(2, "2026-02-01").on("2026-03-12").begin().on("2026-04-01").done(),
      Life.of(3, "2026-02-01").on("2026-03-02").begin().on("2026-03-31T23:59:59Z").done(),
      Life.of(4, "2026-02-01").on("2026-04-01").begin(),
      Life.of(5, "2026-02-01")
    };
    isValue(march(new Metric.WorkInProgress(), lives), "2");
    isValue(
        in(
            days("2026-03-01", "2026-03-30"),
            new Metric.AgeOfWork(Statistic.MEAN, Timing.CALENDAR_HOURS),
            Life.of(1, "2026-02-01").on("2026-03-29T00:00:00.000000001Z").begin()),
        String.valueOf(48 - 1.0 / 3_600_000));
    MetricResult age = march(new Metric.AgeOfWork(Statistic.MEAN, Timing.CALENDAR_DAYS), lives);
    assertThat(age.value().orElseThrow().doubleValue()).isCloseTo(15, Offset.offset(1e-6));
    isNothing(
        march(new Metric.AgeOfWork(Statistic.P85, Timing.CALENDAR_DAYS), lives[4]),
        Why.NOTHING_THERE);
  }

  @Test
  public void ageCountsFromTheFirstTimeInProgress() {
    Life life =
        Life.of(1, "2026-02-01")
            .on("2026-03-02")
            .begin()
            .on("2026-03-09")
            .reopen()
            .on("2026-03-20")
            .begin();
    AsOf asOf = AsOf.at(Life.instant("2026-03-23"));
    Metric calendar = new Metric.AgeOfWork(Statistic.P85, Timing.CALENDAR_DAYS);
    Metric working =
        new Metric.AgeOfWork(Statistic.P85, new Timing(Clocked.WORKING, Timing.Unit.DAYS));
    isValue(in(SITE, Wanted.of(calendar, Reach.ALL, List.of(MARCH), asOf), life), "21");
    isValue(in(SITE, Wanted.of(working, Reach.ALL, List.of(MARCH), asOf), life), "15");
  }

  @Test
  public void reopenedWorkMayComeFromAnEarlierWindow() {
    Life[] lives = {
      done(1, "2026-02-01", "2026-02-10").on("2026-03-04").reopen(),
      done(2, "2026-02-01", "2026-03-04"),
    };
    isValue(march(new Metric.ReopenedShare(), lives), "1");
    isNothing(march(new Metric.ReopenedShare(), lives[0]), Why.NOTHING_THERE);
  }
}
