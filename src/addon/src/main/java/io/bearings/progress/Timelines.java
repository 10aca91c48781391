package io.bearings.progress;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bearings.okr.Cycle;
import io.bearings.okr.Cycles;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import io.bearings.okr.Score;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Window;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How key results, objectives and units went from day to day. The number of statements depends
 * neither on the days nor on the issues.
 */
@Named
public final class Timelines {
  /** The most days that are shown at once. */
  public static final int LONGEST = 400;

  /** The most issues whose work is shown at once for several key results. */
  public static final int MOST = 20_000;

  private final Overview overview;
  private final Objectives objectives;
  private final Cycles cycles;
  private final Standpoints standpoints;
  private final WorkDays work;

  @Inject
  public Timelines(
      Overview overview,
      Objectives objectives,
      Cycles cycles,
      Standpoints standpoints,
      WorkDays work) {
    this.overview = overview;
    this.objectives = objectives;
    this.cycles = cycles;
    this.standpoints = standpoints;
    this.work = work;
  }

  /**
   * Which days.
   *
   * @param from absent: the first day of the cycle
   * @param to absent: today, or the last day of the cycle where that is over
   */
  public record Wanted(Optional<LocalDate> from, Optional<LocalDate> to, Knowledge knowledge) {}

  /** A day, and what happened since the one before. */
  public record Day(LocalDate on, IssueProgress progress, ScopeChange change) {}

  /**
   * The work of a key result at the end of each day.
   *
   * @return oldest first; days that have not begun are left out
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Invalid naming {@code from} when the days are in the wrong order or too far
   *     apart
   */
  public List<Day> of(Person who, long keyResultId, Wanted wanted) {
    Overview.Within found = overview.within(who, keyResultId);
    return work.of(
        List.of(keyResultId),
        found.keyResult().keyResult().weightBy(),
        work.days(wanted, found.placed().cycle().map(Placed.Span::days)),
        wanted.knowledge(),
        Integer.MAX_VALUE);
  }

  /**
   * An objective at the end of a day.
   *
   * @param moved the key results whose score is another one than the day before
   * @param work the linked work of all its key results, each issue once
   */
  public record ObjectiveDay(Score score, Judgement judgement, List<Moved> moved, Day work) {
    public ObjectiveDay {
      moved = List.copyOf(moved);
    }
  }

  /**
   * A key result whose score changed.
   *
   * @param from absent: it had no data
   * @param to absent: it has none any more
   */
  public record Moved(KeyResult keyResult, Optional<BigDecimal> from, Optional<BigDecimal> to) {}

  /**
   * An objective's score and its linked work at the end of each day. Issues weigh as they do for
   * its key results where these agree, else 1 each.
   *
   * @return oldest first; days that have not begun are left out
   * @throws Refusal.NotFound when the person may not read the objective, or there is none
   * @throws Refusal.Invalid naming {@code from} when the days are in the wrong order or too far
   *     apart; without a name when too many issues are linked
   */
  public List<ObjectiveDay> ofObjective(Person who, long objectiveId, Wanted wanted) {
    Overview.OnDays found =
        overview.onDays(who, objectiveId, placed -> withDayBefore(placed, wanted));
    List<Reckoning.Reckoned> reckoned = found.days();
    List<KeyResult> keyResults = found.keyResults();
    List<Day> days =
        work.of(
            keyResults.stream().map(KeyResult::id).toList(),
            common(keyResults),
            work.days(wanted, found.placed().cycle().map(Placed.Span::days)),
            wanted.knowledge(),
            MOST);
    List<ObjectiveDay> all = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      Reckoning.Reckoned now = reckoned.get(i + 1);
      all.add(
          new ObjectiveDay(now.score(), now.judgement(), moved(reckoned.get(i), now), days.get(i)));
    }
    return all;
  }

  /** The days that are wanted, and before them the one with which the first is compared. */
  private List<AsOf> withDayBefore(Placed placed, Wanted wanted) {
    List<LocalDate> days = work.days(wanted, placed.cycle().map(Placed.Span::days));
    if (days.isEmpty()) {
      return List.of();
    }
    List<AsOf> all = new ArrayList<>();
    all.add(new AsOf(days.get(0).minusDays(1), wanted.knowledge()));
    days.forEach(day -> all.add(new AsOf(day, wanted.knowledge())));
    return all;
  }

  private static WeightBy common(List<KeyResult> keyResults) {
    Set<WeightBy> all = keyResults.stream().map(KeyResult::weightBy).collect(toSet());
    return all.size() == 1 ? all.iterator().next() : WeightBy.ISSUES;
  }

  private static List<Moved> moved(Reckoning.Reckoned before, Reckoning.Reckoned after) {
    Map<Long, Optional<BigDecimal>> earlier =
        before.keyResults().stream()
            .collect(toMap(each -> each.keyResult().id(), each -> each.score().score()));
    return after.keyResults().stream()
        .map(
            each ->
                new Moved(
                    each.keyResult(),
                    earlier.getOrDefault(each.keyResult().id(), Optional.empty()),
                    each.score().score()))
        .filter(each -> !isSame(each.from(), each.to()))
        .toList();
  }

  private static boolean isSame(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.isPresent() == other.isPresent()
        && one.filter(it -> it.compareTo(other.orElseThrow()) != 0).isEmpty();
  }

  /**
   * The linked work of a unit and of the units below it at the end of each day, each issue once,
   * also that of objectives and units that the person may not read: these are sums alone.
   *
   * @param cycleId only of objectives of this cycle; absent: of all that are not archived
   * @return oldest first; days that have not begun are left out
   * @throws Refusal.NotFound when the person may not see the unit, there is none, or the cycle does
   *     not serve it
   * @throws Refusal.Invalid naming {@code from} when the days are in the wrong order or too far
   *     apart; without a name when too many issues are linked
   */
  public List<Day> ofUnit(
      Person who, long unitId, Optional<Long> cycleId, WeightBy weightBy, Wanted wanted) {
    Standpoint standpoint = standpoints.of(who);
    if (!standpoint.maySee(unitId)) {
      throw new Refusal.NotFound(String.valueOf(unitId));
    }
    Optional<Window> cycle = cycleId.map(id -> days(standpoint, unitId, id));
    List<LocalDate> days = work.days(wanted, cycle);
    List<Long> objectiveIds =
        objectives
            .find(
                Objectives.Wanted.ofUnits(
                    standpoint.branch(unitId), cycleId.map(Objectives.InCycle.One::new)),
                who)
            .stream()
            .map(placed -> placed.objective().id())
            .toList();
    List<Long> keyResultIds =
        objectiveIds.isEmpty()
            ? List.of()
            : objectives.keyResultsOf(objectiveIds).stream()
                .filter(each -> !each.archived())
                .map(KeyResult::id)
                .toList();
    return work.of(keyResultIds, weightBy, days, wanted.knowledge(), MOST);
  }

  private Window days(Standpoint standpoint, long unitId, long cycleId) {
    Cycle cycle =
        cycles.serving(standpoint.path(unitId)).stream()
            .filter(each -> each.id() == cycleId)
            .findFirst()
            .orElseThrow(() -> new Refusal.NotFound(String.valueOf(cycleId)));
    return new Window(cycle.first(), cycle.last());
  }
}
