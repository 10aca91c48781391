package io.bearings.okr;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which steps the life of an objective or a key result allows. */
final class Steps {
  private Steps() {}

  /**
   * Refuses a step that leads nowhere.
   *
   * @throws Refusal.Invalid naming the state that is in the way
   */
  static void requirePossible(Step step, Life life, boolean archived) {
    if (!(step instanceof Step.Restore)) {
      requireNotArchived(archived);
    }
    if (!isPossible(step, life.state(), archived)) {
      throw new Refusal.Invalid(Message.of("bearings.error.notInState", life.state().text()));
    }
  }

  private static boolean isPossible(Step step, ObjectiveState state, boolean archived) {
    if (step instanceof Step.Publish) {
      return state == ObjectiveState.DRAFT;
    }
    if (step instanceof Step.Close) {
      return state == ObjectiveState.ACTIVE;
    }
    if (step instanceof Step.Abandon) {
      return state == ObjectiveState.DRAFT || state == ObjectiveState.ACTIVE;
    }
    if (step instanceof Step.Reopen) {
      return state == ObjectiveState.CLOSED || state == ObjectiveState.ABANDONED;
    }
    return step instanceof Step.Archive || archived;
  }

  /** What a step lacks, by field. */
  static Map<String, Message> problems(Step step) {
    Map<String, Message> problems = new LinkedHashMap<>();
    if (step instanceof Step.Publish publish) {
      Drafts.confidence(publish.confidence())
          .ifPresent(problem -> problems.put("confidence", problem));
    }
    if (step instanceof Step.Abandon abandon) {
      if (abandon.reason().isBlank()) {
        problems.put("reason", Message.of("bearings.error.required"));
      }
      Texts.lineProblem(abandon.reason(), Drafts.REASON_LENGTH)
          .ifPresent(problem -> problems.put("reason", problem));
    }
    return problems;
  }

  /**
   * Refuses to change what is over.
   *
   * @throws Refusal.Invalid naming the state that is in the way
   */
  static void requireOpen(Life life, boolean archived) {
    requireNotArchived(archived);
    if (!life.isOpen()) {
      throw new Refusal.Invalid(Message.of("bearings.error.notInState", life.state().text()));
    }
  }

  private static void requireNotArchived(boolean archived) {
    if (archived) {
      throw new Refusal.Invalid(Message.of("bearings.error.archived"));
    }
  }
}
