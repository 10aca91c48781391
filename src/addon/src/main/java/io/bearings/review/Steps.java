package io.bearings.review;

import static java.util.stream.Collectors.toMap;

import io.bearings.okr.Message;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of one kickoff. */
public final class Steps {
  private Steps() {}

  /**
   * A step as it is shown.
   *
   * @param mark what was said about it last; absent while nobody said anything
   */
  public record Shown(KickoffStep step, Optional<StepMark> mark) {

    /** Open until somebody says otherwise. */
    public StepState state() {
      return mark.map(StepMark::state).orElse(StepState.OPEN);
    }
  }

  /**
   * What a kickoff holds so far, as far as a step depends on it.
   *
   * @param untreated how many learnings are neither used nor set aside
   * @param answered whether the litmus is answered whole
   */
  public record Facts(int untreated, int objectives, int restatements, boolean answered) {}

  /**
   * All steps in their order.
   *
   * @param marks at most one for each step
   * @param withLearnings whether there was a retrospective to learn from
   */
  public static List<Shown> of(Collection<StepMark> marks, boolean withLearnings) {
    Map<KickoffStep, StepMark> byStep = marks.stream().collect(toMap(StepMark::step, it -> it));
    return Arrays.stream(KickoffStep.values())
        .filter(step -> withLearnings || step != KickoffStep.LEARNINGS)
        .map(step -> new Shown(step, Optional.ofNullable(byStep.get(step))))
        .toList();
  }

  /**
   * Why a step cannot be in a state: it must not be left out, or there is nothing to show for it.
   */
  public static Optional<Message> problem(KickoffStep step, StepState state, Facts facts) {
    return switch (state) {
      case OPEN -> Optional.empty();
      case SKIPPED ->
          step.isSkippable() ? Optional.empty() : error("bearings.kickoff.error.cannotSkip");
      case DONE -> unfinished(step, facts);
    };
  }

  private static Optional<Message> unfinished(KickoffStep step, Facts facts) {
    return switch (step) {
      case LEARNINGS ->
          facts.untreated() > 0 ? error("bearings.kickoff.error.untreated") : Optional.empty();
      case WRITE ->
          facts.objectives() == 0 ? error("bearings.kickoff.error.noObjectives") : Optional.empty();
      case RESTATE ->
          facts.restatements() == 0
              ? error("bearings.kickoff.error.noRestatements")
              : Optional.empty();
      case LITMUS ->
          facts.answered() ? Optional.empty() : error("bearings.kickoff.error.notAnswered");
      case READINESS -> Optional.empty();
    };
  }

  private static Optional<Message> error(String key) {
    return Optional.of(Message.of(key));
  }
}
