package io.bearings.okr;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writing objectives and key results. Every use case checks what was written and who writes, is one
 * transaction, and throws a {@link Refusal} when it writes nothing.
 */
@Named
public final class Planning {
  private final Objectives objectives;
  private final Access access;
  private final People people;
  private final Clock clock;

  @Inject
  public Planning(Objectives objectives, Access access, People people, Clock clock) {
    this.objectives = objectives;
    this.access = access;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Creates an objective with its key results in a project.
   *
   * @throws Refusal.NotFound when the person may not browse the project, or there is none
   * @throws Refusal.Forbidden when the person may not edit its issues
   * @throws Refusal.Invalid naming all fields that are wrong
   */
  public Objective create(Person who, String projectKey, ObjectiveDraft draft) {
    ProjectRef project =
        access.project(who, projectKey).orElseThrow(() -> new Refusal.NotFound(projectKey));
    requireEdit(who, project.id());
    check(draft);
    return objectives.add(
        new NewObjective(
            project.id(),
            draft.title().strip(),
            draft.why().strip(),
            draft.ownerKey().orElse(who.key())),
        Drafts.accepted(draft.keyResults()),
        edit(who));
  }

  /**
   * Changes title, why and owner.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound when the person may not see the objective, or there is none
   * @throws Refusal.Forbidden when the person may not edit the issues of its project
   * @throws Refusal.Invalid naming all fields that are wrong
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public Objective edit(Person who, long objectiveId, int version, ObjectiveDraft change) {
    Objective stored = writable(who, objectiveId);
    check(change);
    Objective changed =
        new Objective(
            stored.id(),
            stored.projectId(),
            change.title().strip(),
            change.why().strip(),
            change.ownerKey().orElse(stored.ownerKey()),
            version);
    return objectives.change(changed, edit(who)).orElseThrow(() -> conflict(objectiveId));
  }

  /**
   * Adds a key result to an objective.
   *
   * @throws Refusal.NotFound when the person may not see the objective, or there is none
   * @throws Refusal.Forbidden when the person may not edit the issues of its project
   * @throws Refusal.Invalid naming all fields that are wrong
   */
  public KeyResult addKeyResult(Person who, long objectiveId, KeyResultDraft draft) {
    writable(who, objectiveId);
    refuse(Drafts.problems(draft));
    return objectives.add(objectiveId, Drafts.accepted(draft), edit(who));
  }

  /**
   * Changes title, weight and kind of weight.
   *
   * @param version the version that the person saw
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Forbidden when the person may not edit the issues of its project
   * @throws Refusal.Invalid naming all fields that are wrong
   * @throws Refusal.Conflict when somebody else saved meanwhile
   */
  public KeyResult editKeyResult(Person who, long keyResultId, int version, KeyResultDraft change) {
    KeyResult stored = writableKeyResult(who, keyResultId);
    refuse(Drafts.problems(change));
    KeyResult changed =
        new KeyResult(
            stored.id(),
            stored.objectiveId(),
            change.title().strip(),
            change.weight().orElse(stored.weight()),
            change.weightBy().orElse(stored.weightBy()),
            version);
    return objectives.change(changed, edit(who)).orElseThrow(() -> keyResultConflict(keyResultId));
  }

  private Objective writable(Person who, long objectiveId) {
    Objective objective =
        objectives
            .objective(objectiveId)
            .filter(found -> access.project(who, found.projectId()).isPresent())
            .orElseThrow(() -> new Refusal.NotFound(Objective.keyOf(objectiveId)));
    requireEdit(who, objective.projectId());
    return objective;
  }

  private KeyResult writableKeyResult(Person who, long keyResultId) {
    Refusal.NotFound unknown = new Refusal.NotFound(KeyResult.keyOf(keyResultId));
    KeyResult keyResult = objectives.keyResult(keyResultId).orElseThrow(() -> unknown);
    Objective objective =
        objectives
            .objective(keyResult.objectiveId())
            .filter(found -> access.project(who, found.projectId()).isPresent())
            .orElseThrow(() -> unknown);
    requireEdit(who, objective.projectId());
    return keyResult;
  }

  private void requireEdit(Person who, long projectId) {
    if (!access.mayEdit(who, projectId)) {
      throw new Refusal.Forbidden();
    }
  }

  private void check(ObjectiveDraft draft) {
    Map<String, Message> problems = new LinkedHashMap<>(Drafts.problems(draft));
    draft
        .ownerKey()
        .filter(key -> people.nameOf(key).isEmpty())
        .ifPresent(key -> problems.put("ownerKey", Message.of("bearings.error.noSuchPerson", key)));
    refuse(problems);
  }

  private static void refuse(Map<String, Message> problems) {
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
  }

  private Objectives.Edit edit(Person who) {
    return new Objectives.Edit(who, clock.instant());
  }

  private Refusal conflict(long objectiveId) {
    String key = Objective.keyOf(objectiveId);
    return objectives
        .objective(objectiveId)
        .<Refusal>map(
            now ->
                new Refusal.Conflict(
                    key, now.version(), name(objectives.lastEditorOfObjective(objectiveId))))
        .orElseGet(() -> new Refusal.NotFound(key));
  }

  private Refusal keyResultConflict(long keyResultId) {
    String key = KeyResult.keyOf(keyResultId);
    return objectives
        .keyResult(keyResultId)
        .<Refusal>map(
            now ->
                new Refusal.Conflict(
                    key, now.version(), name(objectives.lastEditorOfKeyResult(keyResultId))))
        .orElseGet(() -> new Refusal.NotFound(key));
  }

  private String name(Optional<String> editorKey) {
    return editorKey.map(people::nameOrKey).orElse("");
  }
}
