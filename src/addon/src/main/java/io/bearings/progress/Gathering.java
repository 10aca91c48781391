package io.bearings.progress;

import static java.util.stream.Collectors.toCollection;

import io.bearings.okr.Alignments;
import io.bearings.okr.Arrow;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objectives;
import io.bearings.okr.OutsideValues;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.Source;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads the rows that figures are reckoned from: the objectives that are shown, and below their
 * aligned key results whatever contributes to them, however deep.
 */
@Named
public final class Gathering {
  private final Objectives objectives;
  private final Alignments alignments;
  private final Links links;
  private final OutsideValues outside;

  @Inject
  public Gathering(
      Objectives objectives, Alignments alignments, Links links, OutsideValues outside) {
    this.objectives = objectives;
    this.alignments = alignments;
    this.links = links;
    this.outside = outside;
  }

  /**
   * What was read.
   *
   * @param arrows those that begin at objectives that are shown, and perhaps others
   */
  record Result(Gathered rows, List<Arrow> arrows) {}

  /**
   * What the figures of these objectives need: two statements, two for each level below, and up to
   * three where key results read KPIs or metrics.
   */
  Result below(List<Placed> shown, Person who) {
    if (shown.isEmpty()) {
      return new Result(
          Gathered.of(List.of(), List.of(), Map.of(), List.of(), Map.of()), List.of());
    }
    return complete(new Reading(shown, List.of(), Set.of(), who));
  }

  /**
   * The same without the work and the values of today, for whoever looks at a past day: one
   * statement, and two for each level below.
   *
   * @param shown at least one
   */
  Result rowsBelow(List<Placed> shown, Person who) {
    Reading reading = new Reading(shown, List.of(), Set.of(), who);
    reading.keyResults.addAll(objectives.keyResultsOf(reading.ids()));
    expand(reading, UnaryOperator.identity());
    return new Result(
        Gathered.of(reading.placed, reading.keyResults, Map.of(), reading.arrows, Map.of()),
        reading.arrows);
  }

  /**
   * The same where the arrows that lead to some units are known already: no further statement,
   * unless something contributes to what contributes from elsewhere.
   *
   * @param shown the objectives that are shown and those that contribute to them by these arrows
   * @param unitIds the units to which all contributions are among the arrows
   */
  Result below(List<Placed> shown, List<Arrow> arrows, Collection<Long> unitIds, Person who) {
    return complete(new Reading(shown, arrows, Set.copyOf(unitIds), who));
  }

  /**
   * The same where the key results of the one objective are known, or are to be others.
   *
   * @param redrawn makes of the contributions to them those that there would be
   */
  Result below(
      Placed placed, List<KeyResult> keyResults, UnaryOperator<List<Arrow>> redrawn, Person who) {
    Reading reading = new Reading(List.of(placed), List.of(), Set.of(), who);
    reading.keyResults.addAll(keyResults);
    return expanded(reading, redrawn);
  }

  /**
   * The same of some key results only, of which none is aligned and whose work is known. No
   * statement, but up to three where they read KPIs or metrics.
   *
   * @param work by the id of the key result
   */
  Result only(
      List<Placed> shown, List<KeyResult> keyResults, Map<Long, LinkedWork> work, Person who) {
    Reading reading = new Reading(shown, List.of(), Set.of(), who);
    reading.keyResults.addAll(keyResults);
    return complete(reading, work);
  }

  /**
   * The ids of all objectives that contribute by these arrows to key results of some units in a
   * cycle, directly or through others.
   *
   * @param cycleId absent: in the backlog
   */
  static Set<Long> contributors(
      Collection<Arrow> arrows, Set<Long> unitIds, Optional<Long> cycleId) {
    Map<Long, List<Long>> below = new HashMap<>();
    Deque<Long> open = new ArrayDeque<>();
    Set<Long> reached = new LinkedHashSet<>();
    for (Arrow each : arrows) {
      if (each.isFeeding()) {
        long from = each.alignment().fromId();
        below.computeIfAbsent(each.alignment().toId(), id -> new ArrayList<>()).add(from);
        boolean endsHere =
            unitIds.contains(each.end().unitId()) && each.end().cycleId().equals(cycleId);
        if (endsHere && reached.add(from)) {
          open.add(from);
        }
      }
    }
    while (!open.isEmpty()) {
      for (long further : below.getOrDefault(open.remove(), List.of())) {
        if (reached.add(further)) {
          open.add(further);
        }
      }
    }
    return reached;
  }

  private Result complete(Reading reading) {
    reading.keyResults.addAll(objectives.keyResultsOf(reading.ids()));
    return expanded(reading, UnaryOperator.identity());
  }

  private Result expanded(Reading reading, UnaryOperator<List<Arrow>> redrawn) {
    expand(reading, redrawn);
    return complete(reading, links.workOf(reading.keyResults));
  }

  private void expand(Reading reading, UnaryOperator<List<Arrow>> redrawn) {
    List<Long> unexpanded = reading.unexpanded();
    while (!unexpanded.isEmpty()) {
      List<Arrow> stored = alignments.to(unexpanded);
      List<Arrow> further = reading.expanded.isEmpty() ? redrawn.apply(stored) : stored;
      reading.arrows.addAll(further);
      reading.expanded.addAll(unexpanded);
      Set<Long> missing =
          further.stream()
              .map(each -> each.alignment().fromId())
              .filter(id -> !reading.ids().contains(id))
              .collect(toCollection(LinkedHashSet::new));
      if (!missing.isEmpty()) {
        reading.add(objectives.placed(missing, reading.who));
        reading.keyResults.addAll(objectives.keyResultsOf(missing));
      }
      unexpanded = reading.unexpanded();
    }
  }

  private Result complete(Reading reading, Map<Long, LinkedWork> work) {
    List<KeyResult> outsiders =
        reading.keyResults.stream().filter(each -> each.source().isOutside()).toList();
    Map<Long, List<Valued>> newest = outside.newest(outsiders);
    Map<Long, Valued> latest = new HashMap<>();
    newest.forEach((id, values) -> latest.put(id, values.get(values.size() - 1)));
    return new Result(
        Gathered.of(
            reading.placed,
            reading.keyResults.stream()
                .map(
                    each ->
                        newest.containsKey(each.id()) ? each.showing(newest.get(each.id())) : each)
                .toList(),
            work,
            reading.arrows,
            latest),
        reading.arrows);
  }

  /** What has been read so far. */
  private static final class Reading {
    private final List<Placed> placed = new ArrayList<>();
    private final List<KeyResult> keyResults = new ArrayList<>();
    private final List<Arrow> arrows;
    private final Set<Long> expandedUnits;
    private final Set<Long> expanded = new HashSet<>();
    private final Set<Long> ids = new LinkedHashSet<>();
    private final Map<Long, Long> unitOf = new HashMap<>();
    private final Person who;

    Reading(List<Placed> shown, List<Arrow> arrows, Set<Long> expandedUnits, Person who) {
      this.arrows = new ArrayList<>(arrows);
      this.expandedUnits = expandedUnits;
      this.who = who;
      add(shown);
    }

    void add(List<Placed> more) {
      placed.addAll(more);
      for (Placed each : more) {
        ids.add(each.objective().id());
        unitOf.put(each.objective().id(), each.objective().unitId());
      }
    }

    Set<Long> ids() {
      return ids;
    }

    /** Aligned key results of which nobody knows yet what contributes to them. */
    List<Long> unexpanded() {
      return keyResults.stream()
          .filter(each -> each.source() == Source.ALIGNED)
          .filter(each -> !expanded.contains(each.id()))
          .filter(each -> !expandedUnits.contains(unitOf.get(each.objectiveId())))
          .map(KeyResult::id)
          .toList();
    }
  }
}
