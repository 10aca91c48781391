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
  private final Clock clock;

  @Inject
  public Aligning(Plans plans, Objectives objectives, Alignments alignments, Clock clock) {
    this.plans = plans;
    this.objectives = objectives;
    this.alignments = alignments;
    this.clock = clock;
  }

  /**
   * An arrow as somebody drew it; nothing in it is checked yet.
   *
   * @param toObjectiveId may be absent where a key result is named
   * @param weight absent: 1
   */
  public record Draft(
      Alignment.Kind kind,
      Optional<Long> toObjectiveId,
      Optional<Long> toKeyResultId,
      Optional<BigDecimal> weight) {}

  /**
   * Draws an arrow from an objective. The person must be allowed to edit that one, and to read the
   * other.
   *
   * @throws Refusal.NotFound when the person may not see the objective, or there is none
   * @throws Refusal.Forbidden when the person may not edit it
   * @throws Refusal.Invalid naming the field that is wrong; a circle names all objectives on it
   */
  public Alignment draw(Writer writer, long objectiveId, Draft draft) {
    Seen seen = plans.writable(writer.who(), objectiveId, Operation.EDIT_OBJECTIVE);
    Steps.requireOpen(seen.objective().life(), seen.objective().archived());
    Alignments.NewAlignment wanted = checked(writer.who(), objectiveId, draft);
    return alignments
        .add(wanted, List.of(), new Objectives.Edit(writer.who(), clock.instant()))
        .orElseThrow(() -> invalid("toObjectiveId", Message.of("bearings.error.aligned")));
  }

  private Alignments.NewAlignment checked(Person who, long objectiveId, Draft draft) {
    Map<String, Message> problems = new LinkedHashMap<>();
    draft.weight().flatMap(Drafts::weight).ifPresent(it -> problems.put("weight", it));
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
   * Removes an arrow. Whoever may edit the objective that it begins at may do so.
   *
   * @throws Refusal.NotFound when there is none or the person may not see where it begins
   * @throws Refusal.Forbidden when the person may not edit that objective
   */
  public void remove(Writer writer, long alignmentId) {
    Refusal.NotFound unknown = new Refusal.NotFound(String.valueOf(alignmentId));
    Alignment alignment = alignments.alignment(alignmentId).orElseThrow(() -> unknown);
    plans.writable(writer.who(), alignment.fromId(), Operation.EDIT_OBJECTIVE);
    Objectives.Edit by = new Objectives.Edit(writer.who(), clock.instant());
    if (!alignments.remove(alignment, List.of(), by)) {
      throw unknown;
    }
  }

  private static Refusal invalid(String field, Message problem) {
    return new Refusal.Invalid(Map.of(field, problem));
  }
}
