package io.bearings.okr;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drawing and removing arrows between objectives. */
@Named
public final class Aligning {
  private final Plans plans;
  private final Objectives objectives;
  private final Alignments alignments;
  private final Redrawing redrawing;
  private final Clock clock;

  @Inject
  public Aligning(
      Plans plans, Objectives objectives, Alignments alignments, Scoring scoring, Clock clock) {
    this.plans = plans;
    this.objectives = objectives;
    this.alignments = alignments;
    this.redrawing = new Redrawing(plans, objectives, alignments, scoring);
    this.clock = clock;
  }

  /**
   * An arrow as somebody drew it; nothing in it is checked yet.
   *
   * @param toObjectiveId may be absent where a key result is named
   * @param weight absent: 1
   * @param reason why, where a score is moved
   */
  public record Draft(
      Alignment.Kind kind,
      Optional<Long> toObjectiveId,
      Optional<Long> toKeyResultId,
      Optional<BigDecimal> weight,
      Optional<String> reason) {}

  /**
   * Draws an arrow from an objective. The person must be allowed to edit that one, and to read the
   * other. Where the arrow feeds a key result, it is remembered what that did to its score.
   *
   * @throws Refusal.NotFound when the person may not see the objective, or there is none
   * @throws Refusal.Forbidden when the person may not edit it
   * @throws Refusal.Invalid naming the field that is wrong; a circle names all objectives on it
   */
  public Alignment draw(Writer writer, long objectiveId, Draft draft) {
    Seen seen = plans.writable(writer.who(), objectiveId, Operation.EDIT_OBJECTIVE);
    Steps.requireOpen(seen.objective().life(), seen.objective().archived());
    Alignments.NewAlignment wanted = checked(writer.who(), objectiveId, draft);
    if (redrawing.wouldMix(writer.who(), seen.placed(), wanted)) {
      throw invalid("toKeyResultId", Message.of("bearings.error.mixedCycles"));
    }
    List<NewChange> history = redrawing.added(writer, wanted, ledger(writer, draft.reason()));
    return alignments
        .add(wanted, history, edit(writer))
        .orElseThrow(() -> invalid("toObjectiveId", Message.of("bearings.error.aligned")));
  }

  private Redrawing.Why ledger(Writer writer, Optional<String> reason) {
    return new Redrawing.Why(writer.tag(), clock.instant(), reason);
  }

  private Objectives.Edit edit(Writer writer) {
    return new Objectives.Edit(writer.who(), clock.instant());
  }

  private Alignments.NewAlignment checked(Person who, long objectiveId, Draft draft) {
    Map<String, Message> problems = new LinkedHashMap<>();
    draft.weight().flatMap(Drafts::weight).ifPresent(it -> problems.put("weight", it));
    problems.putAll(Drafts.reasonProblems(draft.reason()));
    Optional<KeyResult> keyResult = keyResult(who, draft, problems);
    Optional<Long> to = keyResult.map(KeyResult::objectiveId).or(draft::toObjectiveId);
    if (to.isEmpty() && problems.isEmpty()) {
      problems.put("toObjectiveId", Message.of("bearings.error.required"));
    }
    to.filter(id -> keyResult.isEmpty())
        .filter(id -> !isReadable(who, id))
        .ifPresent(
            id ->
                problems.put(
                    "toObjectiveId", Message.of("bearings.error.notFound", Objective.keyOf(id))));
    if (problems.isEmpty()) {
      to.flatMap(id -> circle(draft.kind(), objectiveId, id))
          .ifPresent(it -> problems.put("toObjectiveId", it));
    }
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    return new Alignments.NewAlignment(
        draft.kind(),
        objectiveId,
        to.orElseThrow(),
        keyResult.map(KeyResult::id),
        draft.weight().orElse(BigDecimal.ONE));
  }

  private Optional<KeyResult> keyResult(Person who, Draft draft, Map<String, Message> problems) {
    Optional<KeyResult> found =
        draft
            .toKeyResultId()
            .flatMap(objectives::keyResult)
            .filter(it -> isReadable(who, it.objectiveId()));
    if (draft.toKeyResultId().isPresent() && found.isEmpty()) {
      String key = KeyResult.keyOf(draft.toKeyResultId().get());
      problems.put("toKeyResultId", Message.of("bearings.error.notFound", key));
    }
    return found;
  }

  private boolean isReadable(Person who, long objectiveId) {
    try {
      plans.readable(who, objectiveId);
      return true;
    } catch (Refusal.NotFound e) {
      return false;
    }
  }

  /** A dependency on oneself is refused like a contribution; longer circles only of the latter. */
  private Optional<Message> circle(Alignment.Kind kind, long from, long to) {
    AlignmentGraph graph =
        new AlignmentGraph(
            kind == Alignment.Kind.CONTRIBUTES ? alignments.contributions() : List.of());
    return graph.problem(new AlignmentGraph.Contribution(from, to));
  }

  /**
   * Gives a contribution another weight. Whoever may edit the objective that it begins at may do
   * so.
   *
   * @throws Refusal.NotFound when there is none or the person may not see where it begins
   * @throws Refusal.Forbidden when the person may not edit that objective
   * @throws Refusal.Invalid naming the field that is wrong
   */
  public Alignment weigh(
      Writer writer, long alignmentId, BigDecimal weight, Optional<String> reason) {
    Alignment stored = editable(writer, alignmentId);
    Map<String, Message> problems = new LinkedHashMap<>(Drafts.reasonProblems(reason));
    Drafts.weight(weight).ifPresent(it -> problems.put("weight", it));
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    List<NewChange> history = redrawing.weighed(writer, stored, weight, ledger(writer, reason));
    return alignments
        .weigh(stored, weight, history, edit(writer))
        .orElseThrow(() -> new Refusal.NotFound(String.valueOf(alignmentId)));
  }

  private Alignment editable(Writer writer, long alignmentId) {
    Alignment alignment =
        alignments
            .alignment(alignmentId)
            .orElseThrow(() -> new Refusal.NotFound(String.valueOf(alignmentId)));
    plans.writable(writer.who(), alignment.fromId(), Operation.EDIT_OBJECTIVE);
    return alignment;
  }

  /**
   * Removes an arrow. Whoever may edit the objective that it begins at may do so.
   *
   * @throws Refusal.NotFound when there is none or the person may not see where it begins
   * @throws Refusal.Forbidden when the person may not edit that objective
   */
  public void remove(Writer writer, long alignmentId) {
    Alignment stored = editable(writer, alignmentId);
    List<NewChange> history = redrawing.removed(writer, stored, ledger(writer, Optional.empty()));
    if (!alignments.remove(stored, history, edit(writer))) {
      throw new Refusal.NotFound(String.valueOf(alignmentId));
    }
  }

  private static Refusal invalid(String field, Message problem) {
    return new Refusal.Invalid(Map.of(field, problem));
  }
}
