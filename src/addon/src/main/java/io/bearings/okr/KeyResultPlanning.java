package io.bearings.okr;

import io.bearings.okr.Plans.SeenKeyResult;
import io.bearings.okr.Scoring.Scored;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writing key results. Every use case checks what was written and who writes, is one transaction,
 * and throws a {@link Refusal} when it writes nothing. What moves a score is remembered with it.
 */
@Named
public final class KeyResultPlanning {
  private final Plans plans;
  private final Objectives objectives;
  private final Scoring scoring;
  private final People people;
  private final NumberFields numberFields;
  private final KpiUnits kpis;
  private final JiraMetrics metrics;
  private final Clock clock;

  @Inject
  public KeyResultPlanning(
      Plans plans,
      Objectives objectives,
      Scoring scoring,
      People people,
      NumberFields numberFields,
      KpiUnits kpis,
      JiraMetrics metrics,
      Clock clock) {
    this.plans = plans;
    this.objectives = objectives;
    this.scoring = scoring;
    this.people = people;
    this.numberFields = numberFields;
    this.kpis = kpis;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Adds a key result to an objective. In one that is active already it counts from today.
   *
   * @throws Refusal.NotFound when the person may not see the objective, or there is none
   * @throws Refusal.Forbidden when the person may not edit it
   * @throws Refusal.Invalid naming all fields that are wrong
   */
  public KeyResult add(Writer writer, long objectiveId, KeyResultDraft draft) {
    Seen seen = plans.writable(writer.who(), objectiveId, Operation.EDIT_OBJECTIVE);
    Objective objective = seen.objective();
    Steps.requireOpen(objective.life(), objective.archived());
    KeyResultContent content = Drafts.content(draft, draft.ownerKey().orElse(objective.ownerKey()));
    boolean active = objective.state() == ObjectiveState.ACTIVE;
    refuse(problems(draft, Optional.empty(), content, seen, active));
    numberFields.keep(content.weightBy());
    return added(writer, objective, content);
  }

  private KeyResult added(Writer writer, Objective objective, KeyResultContent content) {
    KeyResult added =
        objectives.add(objective.id(), new NewKeyResult(content, begun(objective)), edit(writer));
    measure(List.of(content), objective.id());
    return added;
  }

  private void measure(List<KeyResultContent> contents, long objectiveId) {
    if (JiraMetrics.areRead(contents)) {
      metrics.begin(objectiveId);
    }
  }

  private Life begun(Objective objective) {
    return objective.state() == ObjectiveState.ACTIVE
        ? Life.DRAFT.published(Optional.empty(), clock.instant(), LocalDate.now(clock))
        : Life.DRAFT;
  }

  /**
   * Changes what a key result says.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Forbidden when the person may not edit it
   * @throws Refusal.Invalid naming all fields that are wrong
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public KeyResult edit(Writer writer, long keyResultId, int version, KeyResultDraft draft) {
    SeenKeyResult found =
        plans.writableKeyResult(writer.who(), keyResultId, Operation.EDIT_OBJECTIVE);
    KeyResult stored = found.keyResult();
    requireOpen(found);
    KeyResultContent content = Drafts.content(draft, stored.content());
    boolean active = stored.state() == ObjectiveState.ACTIVE;
    refuse(problems(draft, Optional.of(stored.content()), content, found.seen(), active));
    numberFields.keep(content.weightBy());
    return change(writer, found, stored.with(content).atVersion(version), draft.reason());
  }

  private Map<String, Message> problems(
      KeyResultDraft draft,
      Optional<KeyResultContent> before,
      KeyResultContent content,
      Seen seen,
      boolean active) {
    Map<String, Message> problems =
        new LinkedHashMap<>(
            Drafts.problems(draft, before.map(KeyResultContent::goal).orElse(Goal.NONE)));
    KeyResultRules.problems(content, seen.placed().cycle().map(Placed.Span::days), active)
        .forEach(problems::putIfAbsent);
    // An owner who was deleted meanwhile keeps nobody from changing the title.
    draft
        .ownerKey()
        .filter(key -> before.filter(it -> it.ownerKey().equals(key)).isEmpty())
        .filter(key -> people.nameOf(key).isEmpty())
        .ifPresent(key -> problems.put("ownerKey", Message.of("bearings.error.noSuchPerson", key)));
    problems.putAll(Drafts.reasonProblems(draft.reason()));
    // A field that was deleted meanwhile keeps nobody from changing the title.
    numberFields
        .problem(content.weightBy(), before.map(KeyResultContent::weightBy).orElse(WeightBy.ISSUES))
        .ifPresent(problem -> problems.put("weightBy", problem));
    kpis.problem(seen.standpoint(), content.kpiId(), before.flatMap(KeyResultContent::kpiId))
        .ifPresent(problem -> problems.putIfAbsent("kpi", problem));
    if (!problems.containsKey("metric")) {
      metrics
          .problem(seen.standpoint().who(), content, before)
          .ifPresent(problem -> problems.put("metric", problem));
    }
    return problems;
  }

  /**
   * Takes a step in the life of a key result.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Forbidden when the person may not do this
   * @throws Refusal.Invalid naming all fields that are missing, or when the step leads nowhere
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public KeyResult take(Writer writer, long keyResultId, int version, Step step) {
    SeenKeyResult found = plans.writableKeyResult(writer.who(), keyResultId, step.operation());
    KeyResult stored = found.keyResult();
    Objective objective = found.seen().objective();
    Steps.requireOpen(objective.life(), objective.archived());
    Steps.requirePossible(step, stored.life(), stored.archived());
    refuse(problems(found, step));
    Optional<String> reason =
        step instanceof Step.Abandon abandon ? Optional.of(abandon.reason()) : Optional.empty();
    return change(writer, found, after(step, found).atVersion(version), reason);
  }

  private static Map<String, Message> problems(SeenKeyResult found, Step step) {
    Map<String, Message> problems = new LinkedHashMap<>(Steps.problems(step));
    if (step instanceof Step.Publish) {
      if (found.seen().objective().state() == ObjectiveState.DRAFT) {
        throw new Refusal.Invalid(Message.of("bearings.error.publishObjective"));
      }
      problems.putAll(
          KeyResultRules.problems(
              found.keyResult().content(),
              found.seen().placed().cycle().map(Placed.Span::days),
              true));
    }
    return problems;
  }

  private KeyResult after(Step step, SeenKeyResult found) {
    KeyResult stored = found.keyResult();
    Life life = stored.life();
    if (step instanceof Step.Publish publish) {
      return stored.with(
          life.published(
              publish.confidence().map(it -> it.intValue()),
              clock.instant(),
              LocalDate.now(clock)));
    }
    if (step instanceof Step.Close) {
      Scored now = scoring.of(found.seen().objective(), siblings(stored));
      return stored.with(life.closed(now.keyResult(stored.id())));
    }
    if (step instanceof Step.Abandon abandon) {
      return stored.with(life.abandoned(abandon.reason().strip()));
    }
    if (step instanceof Step.Reopen) {
      return stored.with(life.reopened());
    }
    return stored.archived(step instanceof Step.Archive);
  }

  /**
   * Moves a key result to another objective. A due date and checkpoints outside its cycle are
   * dropped.
   *
   * @throws Refusal.NotFound when the person may not see the key result or the objective
   * @throws Refusal.Forbidden when the person may not edit both
   * @throws Refusal.Invalid when one of them is over
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public KeyResult move(Writer writer, long keyResultId, int version, long objectiveId) {
    SeenKeyResult found =
        plans.writableKeyResult(writer.who(), keyResultId, Operation.EDIT_OBJECTIVE);
    requireOpen(found);
    Seen target = plans.writable(writer.who(), objectiveId, Operation.EDIT_OBJECTIVE);
    Steps.requireOpen(target.objective().life(), target.objective().archived());
    KeyResult stored = found.keyResult();
    KeyResult moved = stored.with(within(target, stored.content())).movedTo(objectiveId);
    return change(writer, found, moved.atVersion(version), Optional.empty());
  }

  /**
   * Copies a key result without any progress.
   *
   * @throws Refusal.NotFound when the person may not see the key result or the objective
   * @throws Refusal.Forbidden when the person may not edit the objective
   * @throws Refusal.Invalid when the objective is over
   */
  public KeyResult duplicate(Writer writer, long keyResultId, long objectiveId) {
    KeyResult stored = plans.readableKeyResult(writer.who(), keyResultId).keyResult();
    Seen target = plans.writable(writer.who(), objectiveId, Operation.EDIT_OBJECTIVE);
    Objective objective = target.objective();
    Steps.requireOpen(objective.life(), objective.archived());
    return added(writer, objective, within(target, stored.content()));
  }

  private static KeyResultContent within(Seen target, KeyResultContent content) {
    return target.placed().cycle().map(cycle -> Moved.into(cycle.days(), content)).orElse(content);
  }

  private KeyResult change(
      Writer writer, SeenKeyResult found, KeyResult changed, Optional<String> reason) {
    KeyResult stored = found.keyResult();
    Set<String> touched = Fields.differing(Fields.of(stored), Fields.of(changed));
    Ledger ledger =
        new Ledger(writer.tag(), clock.instant(), reason, found.seen().may(Operation.CONSENT));
    List<NewChange> history =
        touched.stream().anyMatch(Fields::isMoving)
            ? history(ledger, found.seen().objective(), stored, changed)
            : List.of();
    KeyResult saved =
        objectives
            .change(changed, touched, history, edit(writer))
            .orElseThrow(() -> conflict(changed));
    measure(List.of(saved.content()), saved.objectiveId());
    return saved;
  }

  private List<NewChange> history(
      Ledger ledger, Objective objective, KeyResult stored, KeyResult changed) {
    List<KeyResult> before = siblings(stored);
    List<KeyResult> after =
        before.stream()
            .map(each -> each.id() == changed.id() ? changed : each)
            .filter(each -> each.objectiveId() == objective.id())
            .toList();
    return ledger.of(stored, changed, scoring.of(objective, before), scoring.of(objective, after));
  }

  private List<KeyResult> siblings(KeyResult keyResult) {
    return objectives.keyResultsOf(List.of(keyResult.objectiveId()));
  }

  private static void requireOpen(SeenKeyResult found) {
    Objective objective = found.seen().objective();
    Steps.requireOpen(objective.life(), objective.archived());
    Steps.requireOpen(found.keyResult().life(), found.keyResult().archived());
  }

  private static void refuse(Map<String, Message> problems) {
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
  }

  private Objectives.Edit edit(Writer writer) {
    return new Objectives.Edit(writer.who(), clock.instant());
  }

  private Refusal conflict(KeyResult seen) {
    return objectives
        .keyResult(seen.id())
        .flatMap(
            now ->
                objectives
                    .lastEditOfKeyResult(seen.id())
                    .<Refusal>map(
                        last ->
                            new Refusal.Conflict(
                                now.key(),
                                now.version(),
                                people.nameOrKey(last.by()),
                                last.since(seen.version()))))
        .orElseGet(() -> new Refusal.NotFound(seen.key()));
  }
}
