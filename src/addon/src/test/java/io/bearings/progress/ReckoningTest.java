package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Alignment;
import io.bearings.okr.Arrow;
import io.bearings.okr.Bounds;
import io.bearings.okr.CycleState;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.Measure;
import io.bearings.okr.Okrs;
import io.bearings.okr.People;
import io.bearings.okr.Placed;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.Recorded;
import io.bearings.okr.Source;
import io.bearings.okr.Status;
import io.bearings.okr.Visibility;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class ReckoningTest {
  private static final Placed OBJECTIVE =
      Okrs.placed(Okrs.objective(1, 3, "O", "why", "anna", 1), Okrs.QUARTER);
  private static final Conditions CONDITIONS =
      new Conditions(
          Instant.parse("2026-11-22T10:00:00Z"),
          ZoneOffset.UTC,
          new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO),
          Map.of());

  private static KeyResult keyResult(Source source, Goal goal, Recorded recorded) {
    return new KeyResult(
        11,
        1,
        new KeyResultContent(
            "K",
            "anna",
            source,
            source.usualNature(),
            Measure.NUMBER,
            goal,
            BigDecimal.ONE,
            WeightBy.ISSUES),
        Okrs.ACTIVE,
        recorded,
        false,
        1);
  }

  private static Goal towards(String target) {
    return Goal.of(BigDecimal.ZERO, new BigDecimal(target));
  }

  private static Reckoning.Reckoned reckon(Placed objective, KeyResult keyResult) {
    Gathered rows =
        Gathered.of(
            List.of(objective),
            List.of(keyResult),
            Tallied.byCount(
                CONDITIONS.settings(),
                List.of(
                    new Tally(11, StatusCategory.DONE, Optional.empty(), Optional.empty(), 3),
                    new Tally(11, StatusCategory.TO_DO, Optional.empty(), Optional.empty(), 1))),
            List.of(),
            Map.of());
    return new Reckoning(rows, CONDITIONS, key -> Optional.of("Anna")).of(objective);
  }

  private static KeyResultFigures figures(KeyResult keyResult) {
    return reckon(OBJECTIVE, keyResult).keyResults().get(0);
  }

  @Test
  public void linkedIssuesAreAShareOrACount() {
    assertThat(score(keyResult(Source.ISSUES, Goal.NONE, Recorded.NOTHING)))
        .isEqualByComparingTo("0.75");
    Goal six =
        new Goal(
            Optional.empty(),
            Optional.of(new BigDecimal("6")),
            Optional.empty(),
            Goal.Marks.NONE,
            Optional.empty(),
            0,
            List.of());
    assertThat(score(keyResult(Source.ISSUES, six, Recorded.NOTHING))).isEqualByComparingTo("0.5");
  }

  private static BigDecimal score(KeyResult keyResult) {
    return figures(keyResult).score().score().orElseThrow();
  }

  @Test
  public void evidenceCountsFromNothing() {
    KeyResultFigures none = figures(keyResult(Source.EVIDENCE, towards("40"), Recorded.NOTHING));
    assertThat(none.score().score().orElseThrow()).isZero();
    Recorded ten =
        new Recorded(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            10,
            Optional.of(LocalDate.parse("2026-11-19")));
    KeyResultFigures some = figures(keyResult(Source.EVIDENCE, towards("40"), ten));
    assertThat(some.score().score().orElseThrow()).isEqualByComparingTo("0.25");
    assertThat(some.judgement().pace()).isPresent();
  }

  @Test
  public void whatIsDoneIsAchieved() {
    Recorded done = Recorded.of(BigDecimal.ONE, LocalDate.parse("2026-11-19"));
    assertThat(figures(keyResult(Source.BINARY, towards("1"), done)).judgement().status())
        .isEqualTo(Status.ACHIEVED);
  }

  @Test
  public void whatIsMaintainedCountsTheDaysWithinItsBounds() {
    Goal bounded =
        new Goal(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Bounds(Optional.of(BigDecimal.TEN), Optional.empty())),
            Goal.Marks.NONE,
            Optional.empty(),
            0,
            List.of());
    Recorded held = Recorded.of(new BigDecimal("12"), LocalDate.parse("2026-10-01"));
    KeyResultFigures figures = figures(keyResult(Source.MAINTAIN, bounded, held));
    assertThat(figures.score().score().orElseThrow())
        .isBetween(new BigDecimal("0.4"), new BigDecimal("0.6"));
    assertThat(figures.judgement().marks()).doesNotContain(Status.NO_DATA);
  }

  @Test
  public void whatComesFromOutsideHasNoDataYet() {
    for (Source source : List.of(Source.KPI, Source.JQL, Source.CONNECTOR)) {
      KeyResultFigures figures = figures(keyResult(source, towards("5"), Recorded.NOTHING));
      assertThat(figures.score().hasData()).isFalse();
      assertThat(figures.judgement().marks()).contains(Status.OVERDUE);
      assertThat(figures.judgement().status()).isEqualTo(Status.NO_DATA);
    }
  }

  @Test
  public void inTheBacklogThereIsNoPaceAndNothingIsDue() {
    Placed backlog = Okrs.placed(Okrs.objective(1, 3, "O", "why", "anna", 1));
    Recorded value = Recorded.of(BigDecimal.ONE, LocalDate.parse("2026-11-19"));
    KeyResultFigures figures =
        reckon(backlog, keyResult(Source.MANUAL, towards("5"), value)).keyResults().get(0);
    assertThat(figures.score().score().orElseThrow()).isEqualByComparingTo("0.2");
    assertThat(figures.judgement().status()).isEqualTo(Status.TOO_EARLY);
    assertThat(figures.judgement().pace()).isEmpty();
    assertThat(figures.nextCheckIn()).isEmpty();
  }

  @Test
  public void whatIsOverKeepsItsScore() {
    Life closed = Okrs.ACTIVE.closed(Optional.of(new BigDecimal("0.4")));
    Placed over = Okrs.placed(OBJECTIVE.objective().with(closed), Okrs.QUARTER);
    Recorded value = Recorded.of(BigDecimal.TEN, LocalDate.parse("2026-11-19"));
    Reckoning.Reckoned reckoned =
        reckon(over, keyResult(Source.MANUAL, towards("10"), value).with(closed));
    assertThat(reckoned.score().value().orElseThrow()).isEqualByComparingTo("0.4");
    assertThat(reckoned.judgement().status()).isEqualTo(Status.CLOSED);
    assertThat(reckoned.keyResults().get(0).score().score().orElseThrow())
        .isEqualByComparingTo("0.4");
  }

  @Test
  public void theOwnersConfidenceIsComparedWithThePace() {
    Life sure =
        new Life(
            Okrs.ACTIVE.state(),
            Optional.empty(),
            Optional.of(9),
            Okrs.ACTIVE.publishedAt(),
            Optional.empty(),
            Optional.empty());
    KeyResult behind =
        keyResult(
                Source.MANUAL,
                towards("10"),
                Recorded.of(BigDecimal.ONE, LocalDate.parse("2026-11-20")))
            .with(sure);
    KeyResultFigures figures = figures(behind);
    assertThat(figures.judgement().status()).isEqualTo(Status.OFF_TRACK);
    assertThat(figures.judgement().confidenceMismatch()).isTrue();
    assertThat(figures.judgement().marks())
        .containsExactly(Status.OVERDUE, Status.OUTPUT_WITHOUT_OUTCOME);
    List<Valued> spark = figures.keyResult().recorded().spark();
    assertThat(spark).hasSize(1);
  }

  @Test
  public void shorterCyclesCountWithTheirShareUnlessItIsSwitchedOff() {
    assertThat(fed(true)).isBetween(new BigDecimal("0.24"), new BigDecimal("0.26"));
    assertThat(fed(false)).isEqualByComparingTo("1");
  }

  /** The score of a key result of a year that a finished objective of one quarter feeds. */
  private static BigDecimal fed(boolean share) {
    Placed.Span year =
        new Placed.Span(
            8,
            "2026",
            new Window(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")),
            CycleState.ACTIVE);
    Placed parent = Okrs.placed(Okrs.objective(1, 3, "O", "why", "anna", 1), year);
    Placed child = Okrs.placed(Okrs.objective(2, 3, "Child", "why", "anna", 1), Okrs.QUARTER);
    KeyResultContent aligned =
        new KeyResultContent(
            "K",
            "anna",
            Source.ALIGNED,
            Source.ALIGNED.usualNature(),
            Measure.NUMBER,
            Goal.NONE,
            BigDecimal.ONE,
            WeightBy.ISSUES,
            share);
    KeyResult done =
        Okrs.at(Okrs.keyResult(12, 2, Okrs.manual("M", "0", "1"), 1), "1", "2026-11-19");
    Arrow arrow =
        new Arrow(
            new Alignment(5, Alignment.Kind.CONTRIBUTES, 2, 1, Optional.of(11L), BigDecimal.ONE),
            new Arrow.End(3, Optional.of(8L), "O", Visibility.UNIT_VIEWERS, "anna"));
    Gathered rows =
        Gathered.of(
            List.of(parent, child),
            List.of(Okrs.keyResult(11, 1, aligned, 1), done),
            Map.of(),
            List.of(arrow),
            Map.of());
    return new Reckoning(rows, CONDITIONS, key -> Optional.of("Anna"))
        .of(parent)
        .keyResults()
        .get(0)
        .score()
        .score()
        .orElseThrow();
  }

  /**
   * Mondays are due; it is overdue from the owner's Wednesday on, whatever day it is for the site.
   */
  @Test
  public void whatIsOverdueIsAMatterOfTheOwnersOwnDays() {
    Instant tuesdayNoonInUtc = Instant.parse("2026-11-17T12:00:00Z");
    assertThat(marks(tuesdayNoonInUtc, Optional.empty())).doesNotContain(Status.OVERDUE);
    assertThat(marks(tuesdayNoonInUtc, Optional.of("Pacific/Kiritimati"))).contains(Status.OVERDUE);
    Instant wednesdayMorningInUtc = Instant.parse("2026-11-18T06:00:00Z");
    assertThat(marks(wednesdayMorningInUtc, Optional.empty())).contains(Status.OVERDUE);
    assertThat(marks(wednesdayMorningInUtc, Optional.of("America/Los_Angeles")))
        .doesNotContain(Status.OVERDUE);
  }

  @Test
  public void theNextCheckInIsOnTheOwnersNextDay() {
    Instant mondayEvening = Instant.parse("2026-11-23T20:00:00Z");
    assertThat(cadenced(mondayEvening, Optional.empty()).nextCheckIn())
        .contains(LocalDate.parse("2026-11-23"));
    assertThat(cadenced(mondayEvening, Optional.of("Asia/Tokyo")).nextCheckIn())
        .contains(LocalDate.parse("2026-11-30"));
  }

  private static List<Status> marks(Instant now, Optional<String> zone) {
    Judgement judgement = cadenced(now, zone).judgement();
    List<Status> all = new ArrayList<>(judgement.marks());
    all.add(judgement.status());
    return all;
  }

  /** The figures of a key result that was checked in for the slot before the last one. */
  private static KeyResultFigures cadenced(Instant now, Optional<String> zone) {
    Conditions conditions =
        new Conditions(
            now,
            ZoneOffset.UTC,
            new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO),
            Map.of());
    LocalDate on = LocalDate.parse("2026-11-08");
    Recorded checkedIn =
        new Recorded(
            Optional.of(new Valued(on, new BigDecimal("5"))),
            Optional.of(new Recorded.Last(1, on, Instant.parse("2026-11-08T10:00:00Z"), "anna")),
            Optional.empty(),
            List.of(),
            List.of(),
            0,
            Optional.empty());
    People people =
        new People() {
          @Override
          public Optional<String> nameOf(String userKey) {
            return Optional.of("Anna");
          }

          @Override
          public Optional<ZoneId> zoneOf(String userKey) {
            return zone.map(ZoneId::of);
          }
        };
    Gathered rows =
        Gathered.of(
            List.of(OBJECTIVE),
            List.of(keyResult(Source.MANUAL, towards("10"), checkedIn)),
            Map.of(),
            List.of(),
            Map.of());
    return new Reckoning(rows, conditions, people).of(OBJECTIVE).keyResults().get(0);
  }

  /** Half way is expected on 22 November, and half way it is. */
  private static final Recorded HALF =
      new Recorded(
          Optional.of(new Valued(LocalDate.parse("2026-11-20"), new BigDecimal("5"))),
          Optional.of(
              new Recorded.Last(
                  1, LocalDate.parse("2026-11-20"), Instant.parse("2026-11-20T10:00:00Z"), "anna")),
          Optional.empty(),
          List.of(),
          List.of(),
          0,
          Optional.empty());

  @Test
  public void workThatStandsStillForTenWorkingDaysMakesItSilent() {
    assertThat(standing(HALF, done(1, "2026-11-06"), open(1, "2026-11-05")))
        .contains(Status.SILENT);
    assertThat(standing(HALF, done(1, "2026-11-09"), open(1, "2026-11-05")))
        .doesNotContain(Status.SILENT);
    assertThat(standing(HALF, done(1, "2026-11-06"))).doesNotContain(Status.SILENT);
  }

  /** An estimate or a sprint that changes is no progress, so it does not end the silence. */
  @Test
  public void whatChangesWithoutMovingStaysSilent() {
    Tally planned =
        new Tally(
            11,
            StatusCategory.TO_DO,
            Optional.empty(),
            Optional.empty(),
            1,
            Optional.of(Instant.parse("2026-11-20T10:00:00Z")),
            Optional.of(Instant.parse("2026-11-02T10:00:00Z")));
    assertThat(standing(HALF, planned)).contains(Status.SILENT);
  }

  @Test
  public void workThatIsLargelyDoneWhileTheNumberStandsStillIsPointedOut() {
    Recorded little = at("1");
    assertThat(standing(little, done(7, "2026-11-20"), open(3, "2026-11-20")))
        .contains(Status.OUTPUT_WITHOUT_OUTCOME);
    assertThat(standing(little, done(69, "2026-11-20"), open(31, "2026-11-20")))
        .doesNotContain(Status.OUTPUT_WITHOUT_OUTCOME);
    assertThat(standing(HALF, done(7, "2026-11-20"), open(3, "2026-11-20")))
        .doesNotContain(Status.OUTPUT_WITHOUT_OUTCOME);
  }

  @Test
  public void ofWorkThatNothingIsKnownOfNothingIsPointedOut() {
    assertThat(standing(HALF)).doesNotContain(Status.SILENT, Status.OUTPUT_WITHOUT_OUTCOME);
    Tally unknown = new Tally(11, StatusCategory.TO_DO, Optional.empty(), Optional.empty(), 1);
    assertThat(standing(HALF, unknown))
        .doesNotContain(Status.SILENT, Status.OUTPUT_WITHOUT_OUTCOME);
  }

  @Test
  public void directionIsWithoutExecutionUntilWorkHasBegun() {
    assertThat(judgement(HALF).withoutExecution()).isTrue();
    assertThat(judgement(HALF, open(3, "2026-11-20")).withoutExecution()).isTrue();
    Tally begun = new Tally(11, StatusCategory.IN_PROGRESS, Optional.empty(), Optional.empty(), 1);
    assertThat(judgement(HALF, open(3, "2026-11-20"), begun).withoutExecution()).isFalse();
    assertThat(judgement(HALF, done(1, "2026-11-20")).withoutExecution()).isFalse();
  }

  @Test
  public void workThatWasTakenOutOfScopeHasNotBegun() {
    Conditions declined =
        new Conditions(
            CONDITIONS.now(),
            ZoneOffset.UTC,
            new Settings(Optional.empty(), Set.of("7"), BigDecimal.ZERO),
            Map.of());
    Tally duplicate = new Tally(11, StatusCategory.DONE, Optional.of("7"), Optional.empty(), 1);

    assertThat(judgement(declined, HALF, duplicate).withoutExecution()).isTrue();
  }

  @Test
  public void nobodyHasToBeginBeforeFifteenPercentOfTheWindow() {
    Conditions early =
        new Conditions(
            Instant.parse("2026-10-13T10:00:00Z"), ZoneOffset.UTC, CONDITIONS.settings(), Map.of());
    assertThat(judgement(early, Recorded.NOTHING).withoutExecution()).isFalse();
    Conditions later =
        new Conditions(
            Instant.parse("2026-10-14T10:00:00Z"), ZoneOffset.UTC, CONDITIONS.settings(), Map.of());
    assertThat(judgement(later, Recorded.NOTHING).withoutExecution()).isTrue();
  }

  private static Recorded at(String value) {
    return new Recorded(
        Optional.of(new Valued(LocalDate.parse("2026-11-20"), new BigDecimal(value))),
        HALF.last(),
        Optional.empty(),
        List.of(),
        List.of(),
        0,
        Optional.empty());
  }

  private static Tally done(int count, String movedOn) {
    return tally(StatusCategory.DONE, count, movedOn);
  }

  private static Tally open(int count, String movedOn) {
    return tally(StatusCategory.TO_DO, count, movedOn);
  }

  private static Tally tally(StatusCategory category, int count, String movedOn) {
    Optional<Instant> moved = Optional.of(Instant.parse(movedOn + "T10:00:00Z"));
    return new Tally(11, category, Optional.empty(), Optional.empty(), count, moved, moved);
  }

  private static List<Status> standing(Recorded recorded, Tally... tallies) {
    Judgement judgement = judgement(recorded, tallies);
    List<Status> all = new ArrayList<>(judgement.marks());
    all.add(judgement.status());
    return all;
  }

  private static Judgement judgement(Recorded recorded, Tally... tallies) {
    return judgement(CONDITIONS, recorded, tallies);
  }

  private static Judgement judgement(Conditions conditions, Recorded recorded, Tally... tallies) {
    Gathered rows =
        Gathered.of(
            List.of(OBJECTIVE),
            List.of(keyResult(Source.MANUAL, towards("10"), recorded)),
            Tallied.byCount(conditions.settings(), List.of(tallies)),
            List.of(),
            Map.of());
    return new Reckoning(rows, conditions, key -> Optional.of("Anna"))
        .of(OBJECTIVE)
        .keyResults()
        .get(0)
        .judgement();
  }

  @Test
  public void aKpiMovesAKeyResultBetweenItsOwnBaselineAndTarget() {
    KeyResult keyResult = keyResult(Source.KPI, towards("10"), Recorded.NOTHING);
    Gathered rows =
        Gathered.of(
            List.of(OBJECTIVE),
            List.of(keyResult),
            Map.of(),
            List.of(),
            Map.of(keyResult.id(), new Valued(LocalDate.parse("2026-11-19"), new BigDecimal("4"))));
    KeyResultFigures figures =
        new Reckoning(rows, CONDITIONS, key -> Optional.of("Anna"))
            .of(OBJECTIVE)
            .keyResults()
            .get(0);
    assertThat(figures.score().current().orElseThrow()).isEqualByComparingTo("4");
    assertThat(figures.score().score().orElseThrow()).isEqualByComparingTo("0.4");
    assertThat(figures.judgement().pace()).isPresent();
  }

  @Test
  public void aRedGuardrailHoldsAnObjectiveBack() {
    KeyResult done =
        keyResult(
            Source.MANUAL,
            towards("5"),
            Recorded.of(new BigDecimal("5"), LocalDate.parse("2026-11-19")));
    Placed red = new Placed(OBJECTIVE.objective(), OBJECTIVE.cycle(), false, true);
    Reckoning.Reckoned well = reckon(OBJECTIVE, done);
    Reckoning.Reckoned held = reckon(red, done);
    assertThat(standing(well.judgement())).contains(Status.ON_TRACK);
    assertThat(standing(held.judgement()))
        .contains(Status.GUARDRAIL_RED, Status.AT_RISK)
        .doesNotContain(Status.ON_TRACK);
    assertThat(held.cappedBy()).containsExactly("GUARDRAIL");
    assertThat(held.score()).isEqualTo(well.score());
  }

  private static List<Status> standing(Judgement judgement) {
    List<Status> all = new ArrayList<>(judgement.marks());
    all.add(judgement.status());
    return all;
  }
}
