package io.bearings.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Message;
import io.bearings.review.Steps.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class StepsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Facts NOTHING = new Facts(2, 0, 0, false);
  private static final Facts EVERYTHING = new Facts(0, 3, 4, true);

  @Test
  public void everyStepIsOpenUntilSomebodySaysOtherwise() {
    StepMark skipped = new StepMark(KickoffStep.RESTATE, StepState.SKIPPED, "anna", NOW);
    List<Steps.Shown> steps = Steps.of(List.of(skipped), true);
    assertThat(steps).extracting(Steps.Shown::step).containsExactly(KickoffStep.values());
    assertThat(steps)
        .extracting(Steps.Shown::state)
        .containsExactly(
            StepState.OPEN, StepState.OPEN, StepState.SKIPPED, StepState.OPEN, StepState.OPEN);
    assertThat(steps.get(2).mark()).contains(skipped);
  }

  @Test
  public void thereIsNothingToLearnBeforeTheFirstRetrospective() {
    assertThat(Steps.of(List.of(), false))
        .extracting(Steps.Shown::step)
        .containsExactly(
            KickoffStep.WRITE, KickoffStep.RESTATE, KickoffStep.LITMUS, KickoffStep.READINESS);
  }

  @Test
  public void everythingButTheCheckListCanBeSkipped() {
    for (KickoffStep step : KickoffStep.values()) {
      assertThat(Steps.problem(step, StepState.SKIPPED, NOTHING).isEmpty())
          .as(step.name())
          .isEqualTo(step != KickoffStep.READINESS);
    }
    assertThat(Steps.problem(KickoffStep.READINESS, StepState.SKIPPED, EVERYTHING))
        .contains(Message.of("bearings.kickoff.error.cannotSkip"));
  }

  @Test
  public void aStepIsDoneOnlyWithSomethingToShowForIt() {
    assertThat(done(KickoffStep.LEARNINGS, NOTHING)).contains("untreated");
    assertThat(done(KickoffStep.WRITE, NOTHING)).contains("noObjectives");
    assertThat(done(KickoffStep.RESTATE, NOTHING)).contains("noRestatements");
    assertThat(done(KickoffStep.LITMUS, NOTHING)).contains("notAnswered");
    assertThat(done(KickoffStep.READINESS, NOTHING)).isEmpty();
    for (KickoffStep step : KickoffStep.values()) {
      assertThat(done(step, EVERYTHING)).as(step.name()).isEmpty();
    }
  }

  @Test
  public void everyStepCanBeOpenedAgain() {
    for (KickoffStep step : KickoffStep.values()) {
      assertThat(Steps.problem(step, StepState.OPEN, NOTHING)).isEmpty();
    }
  }

  private static Optional<String> done(KickoffStep step, Facts facts) {
    return Steps.problem(step, StepState.DONE, facts)
        .map(problem -> problem.key().replace("bearings.kickoff.error.", ""));
  }
}
