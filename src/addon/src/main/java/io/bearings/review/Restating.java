package io.bearings.review;

import io.bearings.okr.CycleState;
import io.bearings.okr.Message;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Texts;
import io.bearings.review.Restatement.Verdict;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Saying objectives in one's own words, and finding out whether everybody means the same. Every use
 * case checks who asks, and throws a {@link Refusal} when it does nothing.
 */
@Named
public final class Restating {
  private final Standpoints standpoints;
  private final Objectives objectives;
  private final Kickoffs kickoffs;
  private final Clock clock;

  @Inject
  Restating(Standpoints standpoints, Objectives objectives, Kickoffs kickoffs, Clock clock) {
    this.standpoints = standpoints;
    this.objectives = objectives;
    this.kickoffs = kickoffs;
    this.clock = clock;
  }

  /**
   * Writes an objective in the words of a member, in place of what they wrote before.
   *
   * @throws Refusal.NotFound when the person may not read the objective, or there is none
   * @throws Refusal.Forbidden when the person does not take part in its unit
   * @throws Refusal.Invalid naming the text when it is missing or cannot be kept, or when the cycle
   *     is closed
   */
  public Restatement restate(Person who, long objectiveId, String text) {
    Standpoint standpoint = standpoints.of(who);
    Placed placed = readable(standpoint, objectiveId, Objective.keyOf(objectiveId));
    boolean owns = placed.objective().ownerKey().equals(who.key());
    require(standpoint.may(Operation.COMMENT, placed.objective().unitId(), owns), placed);
    problem(text)
        .ifPresent(
            problem -> {
              throw new Refusal.Invalid(Map.of("text", problem));
            });
    return kickoffs.restate(objectiveId, text.strip(), edit(who));
  }

  private static Optional<Message> problem(String text) {
    return text.isBlank()
        ? Optional.of(Message.of("bearings.error.required"))
        : Texts.lineProblem(text, Restatement.LENGTH);
  }

  /**
   * Says whether a restatement means the same as the objective.
   *
   * @throws Refusal.NotFound when the person may not read the objective, or there is no such
   *     restatement
   * @throws Refusal.Forbidden when the person does not run kickoffs in its unit
   * @throws Refusal.Invalid when the cycle is closed
   */
  public Restatement judge(Person who, long restatementId, Verdict verdict) {
    Refusal.NotFound unknown = new Refusal.NotFound(String.valueOf(restatementId));
    Restatement restatement = kickoffs.restatement(restatementId).orElseThrow(() -> unknown);
    Standpoint standpoint = standpoints.of(who);
    Placed placed = readable(standpoint, restatement.objectiveId(), String.valueOf(restatementId));
    require(standpoint.may(Operation.RUN_KICKOFF, placed.objective().unitId()), placed);
    return kickoffs.judge(restatementId, verdict, edit(who)).orElseThrow(() -> unknown);
  }

  private Placed readable(Standpoint standpoint, long objectiveId, String what) {
    return objectives
        .placed(objectiveId, standpoint.who())
        .filter(placed -> standpoint.mayRead(placed))
        .orElseThrow(() -> new Refusal.NotFound(what));
  }

  private static void require(boolean allowed, Placed placed) {
    if (!allowed) {
      throw new Refusal.Forbidden();
    }
    placed
        .cycle()
        .filter(cycle -> cycle.state() == CycleState.CLOSED)
        .ifPresent(
            cycle -> {
              throw new Refusal.Invalid(Message.of("bearings.kickoff.error.closed", cycle.name()));
            });
  }

  private Objectives.Edit edit(Person who) {
    return new Objectives.Edit(who, clock.instant());
  }
}
