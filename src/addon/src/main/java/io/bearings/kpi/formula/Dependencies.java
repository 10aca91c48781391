package io.bearings.kpi.formula;

import io.bearings.okr.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which KPI uses which, and in which order they are reckoned. */
public final class Dependencies {
  private final Map<Long, Set<Long>> uses = new TreeMap<>();
  private final Map<Long, Set<Long>> usedBy = new HashMap<>();

  /**
   * @param uses for each KPI with a formula the ids of those that the formula names
   */
  public Dependencies(Map<Long, ? extends Collection<Long>> uses) {
    uses.forEach(
        (id, used) -> {
          this.uses.put(id, new TreeSet<>(used));
          used.forEach(it -> usedBy.computeIfAbsent(it, key -> new TreeSet<>()).add(id));
        });
  }

  /**
   * The KPIs with a formula, each behind those that it uses, else by id. A KPI that uses itself by
   * whatever detour, or one that does, is left out.
   */
  public List<Long> order() {
    return ordered(uses.keySet());
  }

  /**
   * The KPIs with a formula that may change when these do, each behind those that it uses; without
   * these themselves, unless one of them uses another.
   *
   * @param changed ids of KPIs with or without a formula
   */
  public List<Long> after(Collection<Long> changed) {
    Set<Long> reached = new HashSet<>();
    Deque<Long> next = new ArrayDeque<>(changed);
    while (!next.isEmpty()) {
      for (long user : usedBy.getOrDefault(next.remove(), Set.of())) {
        if (reached.add(user)) {
          next.add(user);
        }
      }
    }
    return ordered(reached);
  }

  private List<Long> ordered(Set<Long> some) {
    Map<Long, Integer> waiting = new HashMap<>();
    PriorityQueue<Long> ready = new PriorityQueue<>();
    for (long id : some) {
      int first = (int) uses.getOrDefault(id, Set.of()).stream().filter(some::contains).count();
      waiting.put(id, first);
      if (first == 0) {
        ready.add(id);
      }
    }
    List<Long> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      long id = ready.remove();
      order.add(id);
      for (long user : usedBy.getOrDefault(id, Set.of())) {
        if (waiting.containsKey(user) && waiting.merge(user, -1, Integer::sum) == 0) {
          ready.add(user);
        }
      }
    }
    return order;
  }

  /**
   * The circle that a formula would close.
   *
   * @param id the KPI whose formula it is; what its formula was before does not count
   * @param named the ids of the KPIs that it names
   * @return the ids of a shortest circle, beginning and ending with the KPI; empty when none is
   *     closed
   */
  public List<Long> circle(long id, Collection<Long> named) {
    Map<Long, Long> reachedFrom = new HashMap<>();
    Deque<Long> next = new ArrayDeque<>();
    for (long used : new TreeSet<>(named)) {
      reachedFrom.put(used, id);
      next.add(used);
    }
    while (!next.isEmpty()) {
      long current = next.remove();
      if (current == id) {
        return path(reachedFrom, id);
      }
      for (long used : uses.getOrDefault(current, Set.of())) {
        if (reachedFrom.putIfAbsent(used, current) == null) {
          next.add(used);
        }
      }
    }
    return List.of();
  }

  /** What to tell a person about the circle that a formula would close. */
  public Optional<Message> problem(long id, Collection<Long> named) {
    List<Long> circle = circle(id, named);
    return circle.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "bearings.formula.circle",
                circle.stream()
                    .map(it -> new Reference.KpiValue(it).key())
                    .collect(Collectors.joining(" \u2192 "))));
  }

  private static List<Long> path(Map<Long, Long> reachedFrom, long id) {
    List<Long> backwards = new ArrayList<>();
    backwards.add(id);
    long step = reachedFrom.get(id);
    while (step != id) {
      backwards.add(step);
      step = reachedFrom.get(step);
    }
    backwards.add(id);
    Collections.reverse(backwards);
    return backwards;
  }
}
