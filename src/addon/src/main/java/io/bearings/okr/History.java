package io.bearings.okr;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;

/** Looking at what moved scores, and agreeing to it. */
@Named
public final class History {
  /** The most changes that are given at once. */
  public static final int LIMIT = 100;

  private final Plans plans;
  private final Changes changes;
  private final Clock clock;

  @Inject
  public History(Plans plans, Changes changes, Clock clock) {
    this.plans = plans;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * The changes of an objective and its key results, latest first.
   *
   * @param before only those with a lower id
   * @throws Refusal.NotFound when the person may not see the objective, or there is none
   */
  public List<Change> ofObjective(Person who, long objectiveId, long before, int limit) {
    plans.readable(who, objectiveId);
    return changes.ofObjective(objectiveId, before, within(limit));
  }

  /**
   * The changes of a key result, latest first.
   *
   * @param before only those with a lower id
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   */
  public List<Change> ofKeyResult(Person who, long keyResultId, long before, int limit) {
    plans.readableKeyResult(who, keyResultId);
    return changes.ofKeyResult(keyResultId, before, within(limit));
  }

  private static int within(int limit) {
    return Math.max(1, Math.min(limit, LIMIT));
  }

  /**
   * Agrees to a change: with a reason it is an adjustment from then on.
   *
   * @throws Refusal.NotFound when there is no such change or the person may not see it
   * @throws Refusal.Forbidden when the person does not lead the unit
   * @throws Refusal.Invalid when nobody gave a reason for the change, or somebody agreed before
   */
  public Change consent(Writer writer, long changeId) {
    Refusal.NotFound unknown = new Refusal.NotFound(String.valueOf(changeId));
    Change change = changes.change(changeId).orElseThrow(() -> unknown);
    Seen seen = plans.readable(writer.who(), change.what().objectiveId());
    if (!seen.may(Operation.CONSENT)) {
      throw new Refusal.Forbidden();
    }
    if (change.what().label() == ScoreChange.MOVED_GOALPOST && change.what().reason().isEmpty()) {
      throw new Refusal.Invalid(Message.of("bearings.error.noReason"));
    }
    ScoreChange label =
        change.what().label() == ScoreChange.MOVED_GOALPOST
            ? ScoreChange.ADJUSTMENT
            : change.what().label();
    Objectives.Edit by = new Objectives.Edit(writer.who(), clock.instant());
    if (!changes.consent(changeId, label, by)) {
      throw new Refusal.Invalid(Message.of("bearings.error.consented"));
    }
    return changes.change(changeId).orElseThrow(() -> unknown);
  }
}
