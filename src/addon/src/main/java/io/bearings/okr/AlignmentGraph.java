package io.bearings.okr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which objective contributes to which. A contribution to a key result is one to its objective. No
 * objective may contribute to itself, by whatever detour.
 */
public final class AlignmentGraph {
  private final Map<Long, List<Long>> parents = new HashMap<>();

  /**
   * That one objective contributes to another.
   *
   * @param from the id of the objective that contributes
   * @param to the id of the objective that it contributes to, or whose key result it is
   */
  public record Contribution(long from, long to) {}

  public AlignmentGraph(Collection<Contribution> contributions) {
    contributions.forEach(
        it -> parents.computeIfAbsent(it.from(), id -> new ArrayList<>()).add(it.to()));
  }

  /**
   * The circle that a further contribution would close.
   *
   * @return the ids of a shortest circle, beginning and ending with the one that would contribute;
   *     empty when it closes none
   */
  public List<Long> circle(Contribution further) {
    Map<Long, Long> reachedFrom = new HashMap<>();
    Deque<Long> next = new ArrayDeque<>();
    reachedFrom.put(further.to(), further.from());
    next.add(further.to());
    while (!next.isEmpty()) {
      long current = next.remove();
      if (current == further.from()) {
        return path(reachedFrom, further);
      }
      for (long parent : parents.getOrDefault(current, List.of())) {
        if (reachedFrom.putIfAbsent(parent, current) == null) {
          next.add(parent);
        }
      }
    }
    return List.of();
  }

  /** What to tell a person about the circle that a further contribution would close. */
  public Optional<Message> problem(Contribution further) {
    List<Long> circle = circle(further);
    return circle.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "bearings.error.alignmentCircle",
                circle.stream().map(Objective::keyOf).collect(Collectors.joining(" \u2192 "))));
  }

  private static List<Long> path(Map<Long, Long> reachedFrom, Contribution further) {
    List<Long> backwards = new ArrayList<>();
    long step = further.from();
    do {
      backwards.add(step);
      step = reachedFrom.get(step);
    } while (step != further.from());
    backwards.add(further.from());
    Collections.reverse(backwards);
    return backwards;
  }
}
