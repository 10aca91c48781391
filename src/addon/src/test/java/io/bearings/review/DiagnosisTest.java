package io.bearings.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Nature;
import java.time.LocalDate;
import java.util.List;
import org.junit.Test;

public class DiagnosisTest {
  private final Findings findings = new Findings();

  @Test
  public void makesNoCauseUp() {
    assertThat(findings.diagnosis()).isEqualTo(new Diagnosis(List.of(), List.of()));
    assertThat(findings.diagnosis().first()).isEmpty();
  }

  @Test
  public void asksNothingOfWhatWasAchieved() {
    all();
    findings.result = ObjectiveResult.ACHIEVED;
    findings.output = new Output(0, 0);

    assertThat(findings.diagnosis()).isEqualTo(new Diagnosis(List.of(), List.of()));
  }

  @Test
  public void asksOfWhatWasReachedPartlyAndOfWhatWasNotMeasured() {
    findings.output = new Output(1, 10);
    for (ObjectiveResult each :
        List.of(ObjectiveResult.PARTLY, ObjectiveResult.MISSED, ObjectiveResult.NOT_MEASURED)) {
      findings.result = each;
      assertThat(findings.kinds()).as(each.name()).containsExactly(CauseKind.NOT_EXECUTED);
    }
  }

  @Test
  public void listsAllThatHoldInTheOrderOfTheList() {
    all();

    assertThat(findings.kinds())
        .containsExactly(
            CauseKind.NOT_EXECUTED,
            CauseKind.EFFORT_ELSEWHERE,
            CauseKind.SCOPE_OR_GOALPOSTS_CHANGED,
            CauseKind.OUTSIDE_EVENT,
            CauseKind.LAG_NOT_OVER,
            CauseKind.GUARDRAIL_COST,
            CauseKind.WRONG_DRIVER,
            CauseKind.INSENSITIVE_KPIS);
    assertThat(findings.diagnosis().first()).contains(new Cause.NotExecuted(new Output(1, 10)));
  }

  private void all() {
    findings.output = new Output(1, 10);
    findings.effort = new Effort(1, 10, 5, 10);
    findings.shifts = List.of(Findings.goalpost());
    findings.events = List.of(Findings.event());
    findings.lags = List.of(Findings.lag(Findings.END, 1));
    findings.strains = List.of(Findings.strain());
    findings.drivers = List.of(Findings.driver(DriverCourse.Movement.MOVED));
    findings.cycles =
        List.of(
            Findings.green(3, 10, 10, 10),
            Findings.green(2, 10, 10, 10),
            Findings.green(1, 10, 10, 10));
  }

  @Test
  public void namesTheOutcomesWithoutData() {
    Gauge first = Findings.gauge(1, Nature.OUTCOME, "");
    Gauge second = Findings.gauge(2, Nature.OUTCOME, "");
    findings.keyResults = List.of(first, Findings.gauge(3, Nature.OUTPUT, "0.9"), second);

    assertThat(findings.diagnosis().causes())
        .containsExactly(new Cause.NoOutcomeData(List.of(first, second)));
  }

  @Test
  public void saysThatOnlyOutputWasMeasured() {
    findings.keyResults = List.of(Findings.gauge(3, Nature.OUTPUT, "1"));

    assertThat(findings.diagnosis().causes()).containsExactly(new Cause.NoOutcomeData(List.of()));
  }

  @Test
  public void oneOutcomeWithDataIsEnough() {
    findings.keyResults =
        List.of(Findings.gauge(1, Nature.OUTCOME, ""), Findings.gauge(2, Nature.OUTCOME, "0"));

    assertThat(findings.kinds()).isEmpty();
  }

  @Test
  public void halfOfTheWorkIsExecuted() {
    findings.output = new Output(4, 9);
    assertThat(findings.kinds()).containsExactly(CauseKind.NOT_EXECUTED);
    assertThat(findings.output.half()).isEqualTo(5);
    findings.output = new Output(5, 9);
    assertThat(findings.kinds()).isEmpty();
    findings.output = new Output(5, 10);
    assertThat(findings.kinds()).isEmpty();
    assertThat(findings.output.half()).isEqualTo(5);
  }

  @Test
  public void effortIsComparedWithThePlan() {
    findings.effort = new Effort(2, 12, 4, 12);
    assertThat(findings.kinds()).isEmpty();
    findings.effort = new Effort(2, 13, 4, 12);
    assertThat(findings.diagnosis().causes())
        .containsExactly(new Cause.EffortElsewhere(new Effort(2, 13, 4, 12)));
  }

  @Test
  public void saysOfWhatTooLittleIsKnown() {
    findings.output = new Output(0, 0);
    findings.effort = Effort.NOT_KNOWN;
    findings.drivers = List.of(Findings.driver(DriverCourse.Movement.NOT_KNOWN));
    findings.cycles = List.of(Findings.green(3, 10, 10, 10), Findings.green(2, 10, 5, 5));

    assertThat(findings.diagnosis())
        .isEqualTo(
            new Diagnosis(
                List.of(),
                List.of(
                    CauseKind.NOT_EXECUTED,
                    CauseKind.EFFORT_ELSEWHERE,
                    CauseKind.WRONG_DRIVER,
                    CauseKind.INSENSITIVE_KPIS)));
  }

  @Test
  public void effortIsNotKnownWithoutFinishedWorkOrLinkedWork() {
    findings.effort = new Effort(0, 0, 5, 5);
    assertThat(findings.diagnosis().tooFewData()).containsExactly(CauseKind.EFFORT_ELSEWHERE);
    findings.effort = new Effort(0, 5, 0, 5);
    assertThat(findings.diagnosis().tooFewData()).containsExactly(CauseKind.EFFORT_ELSEWHERE);
    findings.effort = new Effort(0, 5, 1, 6);
    assertThat(findings.diagnosis().tooFewData()).isEmpty();
  }

  @Test
  public void carriesShiftsEventsAndStrainsAsTheyAre() {
    findings.shifts = List.of(Findings.goalpost());
    findings.events = List.of(Findings.event());
    findings.strains = List.of(Findings.strain());

    assertThat(findings.diagnosis().causes())
        .containsExactly(
            new Cause.ScopeOrGoalpostsChanged(List.of(Findings.goalpost())),
            new Cause.OutsideEvents(List.of(Findings.event())),
            new Cause.GuardrailCost(List.of(Findings.strain())));
  }

  @Test
  public void aLagIsOverOnTheDayOnWhichTheNumberCanMove() {
    Lag over = Findings.lag(Findings.END.minusWeeks(4), 4);
    Lag open = Findings.lag(Findings.END.minusWeeks(4).plusDays(1), 4);
    assertThat(over.over()).isEqualTo(Findings.END);
    findings.lags = List.of(over);
    assertThat(findings.kinds()).isEmpty();
    findings.lags = List.of(over, open);
    assertThat(findings.diagnosis().causes()).containsExactly(new Cause.LagNotOver(List.of(open)));
  }

  @Test
  public void aDriverIsWrongWhenItMovedAndNoOutcomeDid() {
    DriverCourse moved = Findings.driver(DriverCourse.Movement.MOVED);
    DriverCourse still = Findings.driver(DriverCourse.Movement.STILL);
    Gauge stuck = Findings.gauge(1, Nature.OUTCOME, "0.2");
    Gauge without = Findings.gauge(2, Nature.OUTCOME, "");
    Gauge work = Findings.gauge(3, Nature.OUTPUT, "1");
    findings.keyResults = List.of(stuck, without, work);
    findings.drivers = List.of(still, moved);
    assertThat(findings.diagnosis().causes())
        .containsExactly(new Cause.WrongDriver(List.of(moved), List.of(stuck)));

    findings.keyResults = List.of(stuck, Findings.gauge(4, Nature.OUTCOME, "0.21"));
    assertThat(findings.kinds()).isEmpty();

    findings.keyResults = List.of(stuck);
    findings.drivers = List.of(still);
    assertThat(findings.diagnosis()).isEqualTo(new Diagnosis(List.of(), List.of()));
  }

  @Test
  public void aDriverThatMovedSaysNothingWhileNoOutcomeHasData() {
    findings.keyResults = List.of(Findings.gauge(1, Nature.OUTCOME, ""));
    findings.drivers = List.of(Findings.driver(DriverCourse.Movement.MOVED));

    assertThat(findings.kinds()).containsExactly(CauseKind.NO_OUTCOME_DATA);
    assertThat(findings.diagnosis().tooFewData()).containsExactly(CauseKind.WRONG_DRIVER);
  }

  @Test
  public void oneDriverThatMovedIsEnoughToKnow() {
    findings.drivers =
        List.of(
            Findings.driver(DriverCourse.Movement.NOT_KNOWN),
            Findings.driver(DriverCourse.Movement.MOVED));

    assertThat(findings.kinds()).containsExactly(CauseKind.WRONG_DRIVER);
    assertThat(findings.diagnosis().tooFewData()).isEmpty();
  }

  @Test
  public void kpisAreInsensitiveAfterThreeGreenCycles() {
    GreenCycle one = Findings.green(4, 10, 10, 10);
    GreenCycle two = Findings.green(3, 10, 6, 6);
    GreenCycle three = Findings.green(2, 5, 5, 5);
    findings.cycles = List.of(one, two, three, Findings.green(1, 10, 10, 2));
    assertThat(findings.diagnosis())
        .isEqualTo(
            new Diagnosis(List.of(new Cause.InsensitiveKpis(List.of(one, two, three))), List.of()));

    findings.cycles = List.of(one, two, Findings.green(2, 10, 5, 5));
    assertThat(findings.diagnosis().tooFewData()).containsExactly(CauseKind.INSENSITIVE_KPIS);
    assertThat(findings.kinds()).isEmpty();

    findings.cycles = List.of(one, two, Findings.green(2, 10, 10, 9));
    assertThat(findings.diagnosis()).isEqualTo(new Diagnosis(List.of(), List.of()));

    findings.cycles = List.of();
    assertThat(findings.diagnosis()).isEqualTo(new Diagnosis(List.of(), List.of()));
  }

  @Test
  public void executingWellNeedsHealthyKpisDoneWorkAndMeasuredOutcomes() {
    Gauge outcome = Findings.gauge(1, Nature.OUTCOME, "0.1");
    Gauge work = Findings.gauge(2, Nature.OUTPUT, "1");
    findings.kpis = Health.HEALTHY;
    findings.keyResults = List.of(outcome, work);
    findings.output = new Output(5, 10);
    assertThat(findings.diagnosis().causes())
        .containsExactly(new Cause.ExecutedWell(new Output(5, 10), List.of(outcome)));

    findings.output = new Output(4, 10);
    assertThat(findings.kinds()).containsExactly(CauseKind.NOT_EXECUTED);
    findings.output = new Output(0, 0);
    assertThat(findings.kinds()).isEmpty();

    findings.output = new Output(10, 10);
    findings.keyResults = List.of(work);
    assertThat(findings.kinds()).containsExactly(CauseKind.NO_OUTCOME_DATA);

    findings.keyResults = List.of(outcome);
    findings.kpis = Health.NOT_KNOWN;
    assertThat(findings.kinds()).isEmpty();
  }

  @Test
  public void executingWellStandsBesideOthersAndBehindThem() {
    findings.kpis = Health.HEALTHY;
    findings.lags = List.of(Findings.lag(LocalDate.of(2026, 9, 1), 10));

    assertThat(findings.kinds())
        .containsExactly(CauseKind.LAG_NOT_OVER, CauseKind.EXECUTED_WELL_ON_THE_WRONG_THING);
  }
}
