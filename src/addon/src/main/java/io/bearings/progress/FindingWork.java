package io.bearings.progress;

import static java.util.stream.Collectors.toSet;

import io.bearings.okr.Access;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Message;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.Visibility;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the issues that serve a key result, an objective, a unit or anything at all, for somebody
 * who may read that. The ids come ascending and each once; which of these issues the person may
 * browse is for Jira to say. Nothing is found of more than the site's limit: a part of the answer
 * would look like all of it.
 */
@Named
public final class FindingWork {
  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

  private final WorkOf work;
  private final Objectives objectives;
  private final Standpoints standpoints;
  private final Access access;
  private final SiteSettings settings;

  @Inject
  public FindingWork(
      WorkOf work,
      Objectives objectives,
      Standpoints standpoints,
      Access access,
      SiteSettings settings) {
    this.work = work;
    this.objectives = objectives;
    this.standpoints = standpoints;
    this.access = access;
    this.settings = settings;
  }

  /**
   * The issues of a key result.
   *
   * @param key such as {@code KR-34}, in any case
   * @throws Refusal.NotFound when there is none, or the person may not read it
   * @throws Refusal.Invalid when there are more issues than the limit
   */
  public List<Long> ofKeyResult(Person who, String key) {
    Refusal.NotFound unknown = new Refusal.NotFound(key);
    KeyResult keyResult =
        KeyResult.idOf(key).flatMap(objectives::keyResult).orElseThrow(() -> unknown);
    requireReadable(who, keyResult.objectiveId(), unknown);
    return limited(most -> work.keyResult(keyResult.id(), most));
  }

  /**
   * The issues of all key results of an objective.
   *
   * @param key such as {@code O-12}, in any case
   * @throws Refusal.NotFound when there is none, or the person may not read it
   * @throws Refusal.Invalid when there are more issues than the limit
   */
  public List<Long> ofObjective(Person who, String key) {
    Refusal.NotFound unknown = new Refusal.NotFound(key);
    long id = Objective.idOf(key).orElseThrow(() -> unknown);
    requireReadable(who, id, unknown);
    return limited(most -> work.objective(id, most));
  }

  private void requireReadable(Person who, long objectiveId, Refusal.NotFound unknown) {
    Optional<Placed> placed = objectives.placed(objectiveId, who);
    if (placed.isEmpty() || !standpoints.of(who).mayRead(placed.get())) {
      throw unknown;
    }
  }

  /**
   * The issues of the objectives of a unit and of the units below it, as far as the person may read
   * them.
   *
   * @param nameOrId the name of a unit in any case, or its id
   * @throws Refusal.NotFound when there is none, or the person may not see it
   * @throws Refusal.Invalid when several units are meant, or there are more issues than the limit
   */
  public List<Long> ofUnit(Person who, String nameOrId) {
    Standpoint standpoint = standpoints.of(who);
    Unit unit = unit(standpoint, nameOrId.strip());
    Set<Long> branch =
        standpoint.branch(unit.id()).stream().filter(standpoint::maySee).collect(toSet());
    return limited(most -> work.units(branch, reader(standpoint), most));
  }

  private static Unit unit(Standpoint standpoint, String nameOrId) {
    List<Unit> meant =
        standpoint.units().stream()
            .filter(unit -> unit.name().strip().equalsIgnoreCase(nameOrId) || hasId(unit, nameOrId))
            .toList();
    if (meant.isEmpty()) {
      throw new Refusal.NotFound(nameOrId);
    }
    if (meant.size() > 1) {
      String named =
          meant.stream()
              .map(unit -> unit.name() + " (" + unit.id() + ")")
              .collect(Collectors.joining(", "));
      throw new Refusal.Invalid(Message.of("bearings.jql.severalUnits", nameOrId, named));
    }
    return meant.get(0);
  }

  private static boolean hasId(Unit unit, String text) {
    return ID.matcher(text).matches() && unit.id() == Long.parseLong(text);
  }

  /**
   * The issues of a project that serve any objective that the person may read.
   *
   * @param projectKey in any case
   * @throws Refusal.NotFound when there is none, or the person may not browse it
   * @throws Refusal.Invalid when there are more issues than the limit
   */
  public List<Long> ofProject(Person who, String projectKey) {
    ProjectRef project =
        access
            .project(who, projectKey.strip().toUpperCase(Locale.ROOT))
            .orElseThrow(() -> new Refusal.NotFound(projectKey));
    WorkOf.Reader reader = reader(standpoints.of(who));
    return limited(most -> work.project(project.id(), reader, most));
  }

  private static WorkOf.Reader reader(Standpoint standpoint) {
    return new WorkOf.Reader(
        standpoint.who().key(),
        standpoint.units().stream().map(Unit::id).collect(toSet()),
        unitsRead(standpoint, Visibility.UNIT_MEMBERS),
        unitsRead(standpoint, Visibility.PRIVATE));
  }

  /** The units in which the person reads such objectives whoever owns them. */
  private static Set<Long> unitsRead(Standpoint standpoint, Visibility visibility) {
    return standpoint.units().stream()
        .map(Unit::id)
        .filter(id -> standpoint.maySeeContent(id, visibility, "", false))
        .collect(toSet());
  }

  private List<Long> limited(IntFunction<List<Long>> search) {
    int limit = settings.current().functionLimit();
    List<Long> found = search.apply(limit + 1);
    if (found.size() > limit) {
      throw new Refusal.Invalid(Message.of("bearings.jql.tooMany", limit));
    }
    return found;
  }
}
