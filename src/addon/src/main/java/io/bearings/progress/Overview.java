package io.bearings.progress;

import static java.util.stream.Collectors.toMap;

import io.bearings.okr.Access;
import io.bearings.okr.Alignments;
import io.bearings.okr.Arrow;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Objectives;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.Source;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Objectives and key results with their figures, for somebody who may see them. A project costs
 * four statements however much it holds, and two more for each level that its key results are
 * aligned to.
 */
@Named
public final class Overview {
  /** The most objectives that are listed at once. */
  public static final int PAGE = 100;

  private final Objectives objectives;
  private final Alignments alignments;
  private final Gathering gathering;
  private final Figuring figuring;
  private final Standpoints standpoints;
  private final Access access;
  private final People people;

  @Inject
  public Overview(
      Objectives objectives,
      Alignments alignments,
      Gathering gathering,
      Figuring figuring,
      Standpoints standpoints,
      Access access,
      People people) {
    this.objectives = objectives;
    this.alignments = alignments;
    this.gathering = gathering;
    this.figuring = figuring;
    this.standpoints = standpoints;
    this.access = access;
    this.people = people;
  }

  /**
   * The objectives of the units that a project is bound to, and those that name it.
   *
   * @param cycle only of these cycles; absent: of any
   * @throws Refusal.NotFound when the person may not browse the project, or there is none
   */
  public ProjectOverview ofProject(
      Person who, String projectKey, Optional<Objectives.InCycle> cycle) {
    ProjectRef project =
        access.project(who, projectKey).orElseThrow(() -> new Refusal.NotFound(projectKey));
    Standpoint standpoint = standpoints.of(who);
    List<Unit> units =
        standpoint.units().stream()
            .filter(unit -> unit.projectIds().contains(project.id()))
            .toList();
    List<Long> bound = units.stream().map(Unit::id).toList();
    List<Placed> shown =
        objectives
            .find(Objectives.Wanted.ofUnits(bound, cycle).orNaming(project.id()), who)
            .stream()
            .filter(each -> standpoint.maySee(each.objective().unitId()))
            .toList();
    boolean mayCreate =
        bound.isEmpty()
            ? access.mayEdit(who, project.id())
            : bound.stream().anyMatch(id -> standpoint.may(Operation.CREATE_OBJECTIVE, id));
    return new ProjectOverview(
        project,
        standpoint,
        units.stream().filter(unit -> !unit.archived()).toList(),
        mayCreate,
        figuring.figures(standpoint, shown, gathering.below(shown, who)));
  }

  /**
   * What to list.
   *
   * @param unitId only of this unit; absent: of all that the person may see
   * @param cycle only of this cycle, or only of the backlog; absent: of any
   * @param text part of a title, or a key; empty finds all
   * @param archived whether those that were put away are listed too
   * @param after only those with a higher id
   * @param limit how many at most
   */
  public record Query(
      Optional<Long> unitId,
      Optional<Objectives.InCycle> cycle,
      Optional<ObjectiveState> state,
      Optional<String> label,
      Optional<String> ownerKey,
      String text,
      boolean archived,
      long after,
      int limit) {

    private boolean asksForContent() {
      return state.isPresent() || label.isPresent() || ownerKey.isPresent() || !text.isEmpty();
    }
  }

  /**
   * A part of a list.
   *
   * @param next the id after which it goes on; absent at its end
   */
  public record Page(List<ObjectiveFigures> objectives, Optional<Long> next) {
    public Page {
      objectives = List.copyOf(objectives);
    }
  }

  /**
   * Objectives, oldest first. Those that the person may not read are left out as soon as anything
   * is asked of them, because the answer would tell what they hold; nor does the page's length or
   * its end tell that there are any.
   *
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   */
  public Page list(Person who, Query query) {
    Standpoint standpoint = standpoints.of(who);
    query
        .unitId()
        .filter(id -> !standpoint.maySee(id))
        .ifPresent(
            id -> {
              throw new Refusal.NotFound(String.valueOf(id));
            });
    int limit = Math.max(1, Math.min(query.limit(), PAGE));
    List<Placed> found = found(standpoint, query, limit + 1);
    List<Placed> page = found.subList(0, Math.min(limit, found.size()));
    return new Page(
        figures(standpoint, page),
        found.size() > limit
            ? Optional.of(page.get(limit - 1).objective().id())
            : Optional.empty());
  }

  /** As many as are wanted, if there are so many; of what is left out, more is read instead. */
  private List<Placed> found(Standpoint standpoint, Query query, int most) {
    List<Placed> found = new ArrayList<>();
    long after = query.after();
    int size = most;
    boolean more = true;
    while (more && found.size() < most) {
      List<Placed> read = objectives.find(wanted(standpoint, query, after, size), standpoint.who());
      read.stream()
          .filter(each -> !query.asksForContent() || standpoint.mayRead(each))
          .forEach(found::add);
      more = read.size() == size;
      after = read.isEmpty() ? after : read.get(read.size() - 1).objective().id();
      size = PAGE + 1;
    }
    return found.subList(0, Math.min(most, found.size()));
  }

  private static Objectives.Wanted wanted(
      Standpoint standpoint, Query query, long after, int limit) {
    return new Objectives.Wanted(
        Optional.of(
            query
                .unitId()
                .map(List::of)
                .orElseGet(() -> standpoint.units().stream().map(Unit::id).toList())),
        query.cycle(),
        Optional.empty(),
        List.of(),
        query.archived(),
        query.state(),
        query.label(),
        query.ownerKey(),
        query.text(),
        after,
        limit);
  }

  /**
   * One objective.
   *
   * @throws Refusal.NotFound when the person may not read it, or there is none
   */
  public ObjectiveFigures ofObjective(Person who, long objectiveId) {
    return ofObjective(who, objectiveId, Optional.empty());
  }

  /**
   * One objective as it was when a past day was over.
   *
   * @param asOf absent: now
   * @throws Refusal.NotFound when the person may not read it, or there is none
   * @throws Refusal.Invalid when the day is in the future
   */
  public ObjectiveFigures ofObjective(Person who, long objectiveId, Optional<AsOf> asOf) {
    asOf.ifPresent(figuring::requirePast);
    Standpoint standpoint = standpoints.of(who);
    Placed placed = readable(standpoint, objectiveId, Objective.keyOf(objectiveId));
    List<Arrow> arrows = alignments.from(List.of(objectiveId));
    return figures(standpoint, placed, arrows, asOf);
  }

  /**
   * An objective on some days.
   *
   * @param keyResults all that are not archived now, oldest first
   * @param days as it was on each of the days, in their order
   */
  record OnDays(Placed placed, List<KeyResult> keyResults, List<Reckoning.Reckoned> days) {}

  /**
   * One objective as it was when each of some days was over. All of them cost together what one day
   * does.
   *
   * @param days says which, ascending, once it is known where the objective stands
   * @throws Refusal.NotFound when the person may not read it, or there is none
   */
  OnDays onDays(Person who, long objectiveId, Function<Placed, List<AsOf>> days) {
    Standpoint standpoint = standpoints.of(who);
    Placed placed = readable(standpoint, objectiveId, Objective.keyOf(objectiveId));
    List<AsOf> wanted = days.apply(placed);
    if (wanted.isEmpty()) {
      return new OnDays(placed, List.of(), List.of());
    }
    Gathered rows = gathering.below(List.of(placed), who).rows();
    return new OnDays(
        placed,
        rows.keyResultsOf(objectiveId).stream().filter(each -> !each.archived()).toList(),
        figuring.onDays(standpoint, placed, rows, wanted));
  }

  private Placed readable(Standpoint standpoint, long objectiveId, String askedFor) {
    return objectives
        .placed(objectiveId, standpoint.who())
        .filter(each -> standpoint.mayRead(each))
        .orElseThrow(() -> new Refusal.NotFound(askedFor));
  }

  private ObjectiveFigures figures(
      Standpoint standpoint, Placed placed, List<Arrow> arrows, Optional<AsOf> asOf) {
    List<Placed> shown = List.of(placed);
    Gathering.Result below = gathering.below(shown, standpoint.who());
    List<Arrow> all = new ArrayList<>(below.arrows());
    all.addAll(arrows);
    return figuring
        .figures(standpoint, shown, new Gathering.Result(below.rows(), all), asOf)
        .get(0);
  }

  /**
   * One key result.
   *
   * @throws Refusal.NotFound when the person may not read it, or there is none
   */
  public KeyResultFigures ofKeyResult(Person who, long keyResultId) {
    return within(who, keyResultId).keyResult();
  }

  /**
   * A key result within its objective.
   *
   * @param mayLink whether the person may attach and detach issues
   */
  record Within(Placed placed, KeyResultFigures keyResult, boolean mayLink) {}

  /**
   * One key result, and what the person may do with it.
   *
   * @throws Refusal.NotFound when the person may not read it, or there is none
   */
  Within within(Person who, long keyResultId) {
    String key = KeyResult.keyOf(keyResultId);
    KeyResult keyResult =
        objectives.keyResult(keyResultId).orElseThrow(() -> new Refusal.NotFound(key));
    Standpoint standpoint = standpoints.of(who);
    Placed placed = readable(standpoint, keyResult.objectiveId(), key);
    ObjectiveFigures objective = figures(standpoint, placed, List.of(), Optional.empty());
    KeyResultFigures figures =
        objective.keyResults().stream()
            .filter(each -> each.keyResult().id() == keyResultId)
            .findFirst()
            .orElseGet(() -> Reckoning.archived(keyResult, people.nameOrKey(keyResult.ownerKey())));
    return new Within(placed, figures, Linking.mayLink(standpoint, placed.objective(), keyResult));
  }

  /** The figures of objectives, for whoever is known to be allowed to see their units. */
  List<ObjectiveFigures> figures(Standpoint standpoint, List<Placed> shown) {
    return figuring.figures(standpoint, shown, gathering.below(shown, standpoint.who()));
  }

  /**
   * The figures of some key results, by their id, without those of their objectives. No statement,
   * unless one of them is aligned or reads its value outside.
   *
   * @param placed their objectives, for whoever is known to be allowed to see them
   * @param work what they reach, by their id
   */
  Map<Long, KeyResultFigures> served(
      Standpoint standpoint,
      List<Placed> placed,
      List<KeyResult> keyResults,
      Map<Long, LinkedWork> work) {
    // What is aligned may be fed by the others of these objectives, so that it needs them whole.
    boolean aligned = keyResults.stream().anyMatch(each -> each.source() == Source.ALIGNED);
    Gathering.Result gathered =
        aligned
            ? gathering.below(placed, standpoint.who())
            : gathering.only(placed, keyResults, work, standpoint.who());
    return figuring.figures(standpoint, placed, gathered).stream()
        .flatMap(each -> each.keyResults().stream())
        .collect(toMap(each -> each.keyResult().id(), Function.identity(), (one, same) -> one));
  }

  /** The settings in force, by which figures are reckoned. */
  Settings settings() {
    return figuring.settings();
  }
}
