package io.bearings.okr;

import static java.util.stream.Collectors.groupingBy;

import io.bearings.okr.Scoring.Scored;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writing objectives. Every use case checks what was written and who writes, is one transaction,
 * and throws a {@link Refusal} when it writes nothing. What moves a score is remembered with it.
 */
@Named
public final class Planning {
  private final Plans plans;
  private final Objectives objectives;
  private final Scoring scoring;
  private final Access access;
  private final People people;
  private final NumberFields numberFields;
  private final KpiUnits kpis;
  private final JiraMetrics metrics;
  private final Clock clock;

  @Inject
  public Planning(
      Plans plans,
      Objectives objectives,
      Scoring scoring,
      Access access,
      People people,
      NumberFields numberFields,
      KpiUnits kpis,
      JiraMetrics metrics,
      Clock clock) {
    this.plans = plans;
    this.objectives = objectives;
    this.scoring = scoring;
    this.access = access;
    this.people = people;
    this.numberFields = numberFields;
    this.kpis = kpis;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Creates a draft with its key results.
   *
   * @param cycleId absent: in the backlog
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   * @throws Refusal.Forbidden when the person may not create objectives in it
   * @throws Refusal.Invalid naming all fields that are wrong
   */
  public Objective create(
      Writer writer, long unitId, Optional<Long> cycleId, ObjectiveDraft draft) {
    Standpoint standpoint = plans.standpoint(writer.who());
    Optional<Window> cycle =
        plans.open(standpoint, unitId, cycleId).map(it -> new Window(it.first(), it.last()));
    Accepted accepted = accepted(standpoint, draft, cycle);
    accepted.keyResults().forEach(each -> numberFields.keep(each.content().weightBy()));
    return added(
        writer,
        new NewObjective(unitId, cycleId, accepted.content(), Life.DRAFT),
        accepted.keyResults());
  }

  private Objective added(Writer writer, NewObjective objective, List<NewKeyResult> keyResults) {
    Objective added = objectives.add(objective, keyResults, edit(writer));
    measure(keyResults.stream().map(NewKeyResult::content).toList(), added);
    return added;
  }

  private void measure(List<KeyResultContent> contents, Objective saved) {
    if (JiraMetrics.areRead(contents)) {
      metrics.begin(saved.id());
    }
  }

  /**
   * Refuses a draft that no backlog could take. To be asked before a unit is made for it, so that a
   * refusal leaves nothing behind.
   *
   * @throws Refusal.Invalid naming all fields that are wrong
   */
  public void check(Person who, ObjectiveDraft draft) {
    accepted(plans.standpoint(who), draft, Optional.empty());
  }

  /** What a draft amounts to that has no problem. */
  private record Accepted(ObjectiveContent content, List<NewKeyResult> keyResults) {}

  private Accepted accepted(Standpoint standpoint, ObjectiveDraft draft, Optional<Window> cycle) {
    Map<String, Message> problems = new LinkedHashMap<>();
    ObjectiveContent content =
        complete(standpoint, Drafts.content(draft, standpoint.who().key()), draft, problems);
    ownerProblem(draft.ownerKey()).ifPresent(problem -> problems.put("ownerKey", problem));
    List<NewKeyResult> keyResults =
        keyResults(standpoint, draft.keyResults(), content.ownerKey(), cycle, problems);
    refuse(problems);
    return new Accepted(content, keyResults);
  }

  private List<NewKeyResult> keyResults(
      Standpoint standpoint,
      List<KeyResultDraft> drafts,
      String ownerKey,
      Optional<Window> cycle,
      Map<String, Message> problems) {
    if (drafts.size() > Drafts.KEY_RESULTS) {
      problems.put("keyResults", Message.of("bearings.error.tooMany", Drafts.KEY_RESULTS));
      return List.of();
    }
    List<NewKeyResult> keyResults = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      KeyResultDraft draft = drafts.get(i);
      String prefix = "keyResults[" + i + "].";
      KeyResultContent content = Drafts.content(draft, draft.ownerKey().orElse(ownerKey));
      problems(standpoint, draft, content, cycle)
          .forEach((field, problem) -> problems.put(prefix + field, problem));
      keyResults.add(new NewKeyResult(content, Life.DRAFT));
    }
    return keyResults;
  }

  private Map<String, Message> problems(
      Standpoint standpoint,
      KeyResultDraft draft,
      KeyResultContent content,
      Optional<Window> cycle) {
    Map<String, Message> problems = new LinkedHashMap<>(Drafts.problems(draft, Goal.NONE));
    KeyResultRules.problems(content, cycle, false).forEach(problems::putIfAbsent);
    ownerProblem(draft.ownerKey()).ifPresent(problem -> problems.put("ownerKey", problem));
    numberFields
        .problem(content.weightBy(), WeightBy.ISSUES)
        .ifPresent(problem -> problems.put("weightBy", problem));
    kpis.problem(standpoint, content.kpiId(), Optional.empty())
        .ifPresent(problem -> problems.putIfAbsent("kpi", problem));
    if (!problems.containsKey("metric")) {
      metrics
          .problem(standpoint.who(), content, Optional.empty())
          .ifPresent(problem -> problems.put("metric", problem));
    }
    return problems;
  }

  /**
   * Changes what an objective says.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound when the person may not see the objective, or there is none
   * @throws Refusal.Forbidden when the person may not edit it
   * @throws Refusal.Invalid naming all fields that are wrong
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public Objective edit(Writer writer, long objectiveId, int version, ObjectiveDraft draft) {
    Seen seen = plans.writable(writer.who(), objectiveId, Operation.EDIT_OBJECTIVE);
    Objective stored = seen.objective();
    requireOpen(stored);
    Map<String, Message> problems = new LinkedHashMap<>(Drafts.reasonProblems(draft.reason()));
    ObjectiveContent content =
        complete(seen.standpoint(), Drafts.content(draft, stored.content()), draft, problems);
    // An owner who was deleted meanwhile keeps nobody from changing the title.
    ownerProblem(draft.ownerKey().filter(key -> !key.equals(stored.ownerKey())))
        .ifPresent(problem -> problems.put("ownerKey", problem));
    if (stored.state() == ObjectiveState.ACTIVE && content.why().isEmpty()) {
      problems.putIfAbsent("why", Message.of("bearings.error.required"));
    }
    refuse(problems);
    List<KeyResult> keyResults = keyResultsOf(stored);
    return change(
        writer,
        seen,
        new Outcome(stored.with(content).atVersion(version), keyResults, List.of()),
        keyResults,
        draft.reason());
  }

  /** The content with the projects that it names, each of which must exist. */
  private ObjectiveContent complete(
      Standpoint standpoint,
      ObjectiveContent content,
      ObjectiveDraft draft,
      Map<String, Message> problems) {
    problems.putAll(Drafts.problems(content));
    content.reviewOn().flatMap(Drafts::day).ifPresent(it -> problems.put("reviewOn", it));
    draft.contributingUnitIds().stream()
        .flatMap(List::stream)
        .filter(id -> !standpoint.maySee(id))
        .findFirst()
        .ifPresent(
            id ->
                problems.put(
                    "contributingUnits",
                    Message.of("bearings.error.notFound", String.valueOf(id))));
    List<Long> projectIds =
        draft
            .projectKeys()
            .map(keys -> projectIds(standpoint.who(), keys, problems))
            .orElse(content.projectIds());
    return new ObjectiveContent(
        content.title(),
        content.why(),
        content.ownerKey(),
        content.kind(),
        content.visibility(),
        content.reviewOn(),
        content.labels(),
        content.fields(),
        projectIds,
        content.contributingUnitIds());
  }

  private List<Long> projectIds(Person who, List<String> keys, Map<String, Message> problems) {
    if (keys.size() > Drafts.PLACES) {
      problems.put("projects", Message.of("bearings.error.tooMany", Drafts.PLACES));
      return List.of();
    }
    List<Long> ids = new ArrayList<>();
    for (String key : keys) {
      Optional<ProjectRef> project = access.project(who, key);
      project.ifPresent(it -> ids.add(it.id()));
      if (project.isEmpty()) {
        problems.put("projects", Message.of("bearings.error.notFound", key));
      }
    }
    return ids;
  }

  private Optional<Message> ownerProblem(Optional<String> ownerKey) {
    return ownerKey
        .filter(key -> people.nameOf(key).isEmpty())
        .map(key -> Message.of("bearings.error.noSuchPerson", key));
  }

  /**
   * Takes a step in the life of an objective. Its key results go with it: they are published and
   * closed together, and go on together.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound when the person may not see the objective, or there is none
   * @throws Refusal.Forbidden when the person may not do this
   * @throws Refusal.Invalid naming all fields that are missing, or when the step leads nowhere
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public Objective take(Writer writer, long objectiveId, int version, Step step) {
    Seen seen = plans.writable(writer.who(), objectiveId, step.operation());
    Objective stored = seen.objective();
    List<KeyResult> keyResults = keyResultsOf(stored);
    Steps.requirePossible(step, stored.life(), stored.archived());
    refuse(problems(seen, step, keyResults));
    Outcome outcome = after(step, stored, keyResults);
    Optional<String> reason =
        step instanceof Step.Abandon abandon ? Optional.of(abandon.reason()) : Optional.empty();
    return change(
        writer,
        seen,
        new Outcome(
            outcome.objective().atVersion(version), outcome.all(), outcome.changedKeyResults()),
        keyResults,
        reason);
  }

  private static Map<String, Message> problems(Seen seen, Step step, List<KeyResult> keyResults) {
    Map<String, Message> problems = new LinkedHashMap<>(Steps.problems(step));
    if (step instanceof Step.Publish) {
      if (seen.objective().why().isBlank()) {
        problems.put("why", Message.of("bearings.error.required"));
      }
      Optional<Window> cycle = seen.placed().cycle().map(Placed.Span::days);
      drafts(keyResults)
          .forEach(
              each ->
                  KeyResultRules.problems(each.content(), cycle, true)
                      .forEach(
                          (field, problem) -> problems.put(each.key() + "." + field, problem)));
    }
    return problems;
  }

  private static List<KeyResult> drafts(List<KeyResult> keyResults) {
    return keyResults.stream()
        .filter(each -> each.state() == ObjectiveState.DRAFT && !each.archived())
        .toList();
  }

  /**
   * What a change leads to.
   *
   * @param all all key results as they are afterwards
   * @param changedKeyResults those of them that are to be written
   */
  private record Outcome(
      Objective objective, List<KeyResult> all, List<KeyResult> changedKeyResults) {

    static Outcome of(Objective objective, List<KeyResult> before, List<KeyResult> after) {
      List<KeyResult> changed = after.stream().filter(each -> !before.contains(each)).toList();
      return new Outcome(objective, after, changed);
    }
  }

  private Outcome after(Step step, Objective stored, List<KeyResult> keyResults) {
    if (step instanceof Step.Publish publish) {
      Life life = publish(stored.life(), publish);
      return Outcome.of(
          stored.with(life),
          keyResults,
          with(keyResults, drafts(keyResults), each -> publish(each.life(), publish)));
    }
    if (step instanceof Step.Close) {
      Scored frozen = scoring.atClosing(stored, keyResults);
      List<KeyResult> open =
          keyResults.stream().filter(each -> each.state() == ObjectiveState.ACTIVE).toList();
      return Outcome.of(
          stored.with(stored.life().closed(frozen.objective().value())),
          keyResults,
          with(keyResults, open, each -> each.life().closed(frozen.keyResult(each.id()))));
    }
    if (step instanceof Step.Reopen && stored.state() == ObjectiveState.CLOSED) {
      List<KeyResult> closed =
          keyResults.stream().filter(each -> each.state() == ObjectiveState.CLOSED).toList();
      return Outcome.of(
          stored.with(stored.life().reopened()),
          keyResults,
          with(keyResults, closed, each -> each.life().reopened()));
    }
    return new Outcome(alone(step, stored), keyResults, List.of());
  }

  private interface NextLife {
    Life of(KeyResult keyResult);
  }

  private static List<KeyResult> with(
      List<KeyResult> all, List<KeyResult> chosen, NextLife nextLife) {
    return all.stream()
        .map(each -> chosen.contains(each) ? each.with(nextLife.of(each)) : each)
        .toList();
  }

  private Life publish(Life life, Step.Publish publish) {
    return life.published(
        publish.confidence().map(it -> it.intValue()), clock.instant(), LocalDate.now(clock));
  }

  /** A step that concerns the objective alone. */
  private static Objective alone(Step step, Objective stored) {
    if (step instanceof Step.Abandon abandon) {
      return stored.with(stored.life().abandoned(abandon.reason().strip()));
    }
    if (step instanceof Step.Reopen) {
      return stored.with(stored.life().reopened());
    }
    return stored.archived(step instanceof Step.Archive);
  }

  /**
   * Moves an objective to another unit or cycle. Due dates and checkpoints of its key results that
   * lie outside the other cycle are dropped.
   *
   * @param cycleId absent: into the backlog
   * @throws Refusal.NotFound when the person may not see the objective or the unit
   * @throws Refusal.Forbidden when the person may not edit here or create there
   * @throws Refusal.Invalid naming {@code cycleId} when the cycle is closed or serves other units
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public Objective move(
      Writer writer, long objectiveId, int version, long unitId, Optional<Long> cycleId) {
    Seen seen = plans.writable(writer.who(), objectiveId, Operation.EDIT_OBJECTIVE);
    Objective stored = seen.objective();
    requireOpen(stored);
    Optional<Cycle> cycle = plans.open(seen.standpoint(), unitId, cycleId);
    List<KeyResult> before = keyResultsOf(stored);
    List<KeyResult> after =
        before.stream().map(each -> each.with(within(cycle, each.content()))).toList();
    Outcome outcome = Outcome.of(stored.movedTo(unitId, cycleId).atVersion(version), before, after);
    return change(writer, seen, outcome, before, Optional.empty());
  }

  /**
   * Copies an objective with its key results as a draft without any progress. Those that were given
   * up or put away are left behind, and so are due dates and checkpoints outside the other cycle.
   *
   * @param cycleId absent: into the backlog
   * @throws Refusal.NotFound when the person may not see the objective or the unit
   * @throws Refusal.Forbidden when the person may not create objectives there
   * @throws Refusal.Invalid naming {@code cycleId} when the cycle is closed or serves other units
   */
  public Objective duplicate(Writer writer, long objectiveId, long unitId, Optional<Long> cycleId) {
    Seen seen = plans.readable(writer.who(), objectiveId);
    Optional<Cycle> cycle = plans.open(seen.standpoint(), unitId, cycleId);
    List<NewKeyResult> keyResults =
        keyResultsOf(seen.objective()).stream()
            .filter(each -> !each.isAbandoned() && !each.archived())
            .map(each -> new NewKeyResult(within(cycle, each.content()), Life.DRAFT))
            .toList();
    return added(
        writer,
        new NewObjective(unitId, cycleId, seen.objective().content(), Life.DRAFT),
        keyResults);
  }

  /**
   * Closes the active objectives of a cycle that ends, with the scores that they have, whoever owns
   * them. One that somebody saves at the same moment refuses it; the others stay closed.
   *
   * @throws Refusal.Conflict when somebody else saved one of them meanwhile
   */
  void closeAll(Writer writer, Standpoint standpoint, long cycleId) {
    Objectives.Wanted wanted = Objectives.Wanted.ofCycle(cycleId, ObjectiveState.ACTIVE);
    List<Placed> active = objectives.find(wanted, writer.who());
    Map<Long, List<KeyResult>> keyResults =
        objectives
            .keyResultsOf(active.stream().map(each -> each.objective().id()).toList())
            .stream()
            .collect(groupingBy(KeyResult::objectiveId));
    for (Placed each : active) {
      Objective stored = each.objective();
      List<KeyResult> before = keyResults.getOrDefault(stored.id(), List.of());
      Outcome outcome = after(new Step.Close(), stored, before);
      change(writer, new Seen(standpoint, each), outcome, before, Optional.empty());
    }
  }

  private static KeyResultContent within(Optional<Cycle> cycle, KeyResultContent content) {
    return cycle.map(it -> Moved.into(new Window(it.first(), it.last()), content)).orElse(content);
  }

  private Objective change(
      Writer writer, Seen seen, Outcome outcome, List<KeyResult> before, Optional<String> reason) {
    Objective stored = seen.objective();
    Objective changed = outcome.objective();
    Ledger ledger = new Ledger(writer.tag(), clock.instant(), reason, seen.may(Operation.CONSENT));
    Set<String> touched = Fields.differing(Fields.of(stored), Fields.of(changed));
    Objective saved =
        objectives
            .change(
                changed,
                touched,
                outcome.changedKeyResults(),
                history(ledger, stored, before, outcome, touched),
                edit(writer))
            .orElseThrow(() -> conflict(changed));
    measure(outcome.all().stream().map(KeyResult::content).toList(), saved);
    return saved;
  }

  private List<NewChange> history(
      Ledger ledger,
      Objective stored,
      List<KeyResult> before,
      Outcome outcome,
      Set<String> touched) {
    boolean moves =
        touched.stream().anyMatch(Fields::isMoving) || !outcome.changedKeyResults().isEmpty();
    if (!moves) {
      return List.of();
    }
    Scored scoreBefore = scoring.of(stored, before);
    Scored scoreAfter = scoring.of(outcome.objective(), outcome.all());
    List<NewChange> history =
        new ArrayList<>(ledger.of(stored, outcome.objective(), before, scoreBefore, scoreAfter));
    for (KeyResult each : outcome.changedKeyResults()) {
      before.stream()
          .filter(it -> it.id() == each.id())
          .forEach(it -> history.addAll(ledger.of(it, each, scoreBefore, scoreAfter)));
    }
    return history;
  }

  private List<KeyResult> keyResultsOf(Objective objective) {
    return objectives.keyResultsOf(List.of(objective.id()));
  }

  private static void requireOpen(Objective objective) {
    Steps.requireOpen(objective.life(), objective.archived());
  }

  private static void refuse(Map<String, Message> problems) {
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
  }

  private Objectives.Edit edit(Writer writer) {
    Instant now = clock.instant();
    return new Objectives.Edit(writer.who(), now);
  }

  private Refusal conflict(Objective seen) {
    return objectives
        .objective(seen.id())
        .flatMap(
            now ->
                objectives
                    .lastEditOfObjective(seen.id())
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
