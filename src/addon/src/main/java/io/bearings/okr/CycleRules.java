package io.bearings.okr;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the dates of cycles, and of the values in them, must keep to. */
public final class CycleRules {
  private CycleRules() {}

  /**
   * What is wrong with the dates of a cycle, by field: {@code last} before {@code first}, another
   * calendar cycle of the unit and length at the same time, a parent that does not contain it.
   *
   * @param cycle as it would be saved; its id may be one that no cycle has yet
   * @param others the other cycles, of any unit; the cycle itself among them is passed over
   */
  public static Map<String, Message> problems(
      Cycle cycle, Collection<Cycle> others, Optional<Cycle> parent) {
    Map<String, Message> problems = new LinkedHashMap<>();
    if (cycle.last().isBefore(cycle.first())) {
      problems.put("last", Message.of("bearings.error.lastBeforeFirst"));
      return problems;
    }
    overlapping(cycle, others)
        .ifPresent(
            other -> problems.put("first", Message.of("bearings.error.overlap", other.name())));
    parent
        .filter(it -> !isInside(daysOf(cycle), daysOf(it)))
        .ifPresent(
            it -> problems.put("parentId", Message.of("bearings.error.notInParent", it.name())));
    return problems;
  }

  /** The first of the other calendar cycles of the same unit and length that shares a day. */
  public static Optional<Cycle> overlapping(Cycle cycle, Collection<Cycle> others) {
    if (cycle.kind() != CycleKind.CALENDAR) {
      return Optional.empty();
    }
    return others.stream()
        .filter(other -> other.id() != cycle.id() && other.kind() == CycleKind.CALENDAR)
        .filter(other -> other.unitId() == cycle.unitId() && other.length() == cycle.length())
        .filter(other -> overlap(daysOf(cycle), daysOf(other)))
        .findFirst();
  }

  /**
   * Why a value may not be entered: the cycle is closed, or it is in review and the value is dated
   * outside it.
   */
  public static Optional<Message> valueProblem(Cycle cycle, LocalDate date) {
    if (cycle.state() == CycleState.CLOSED) {
      return Optional.of(Message.of("bearings.error.cycleClosed"));
    }
    return cycle.state() == CycleState.REVIEW && !daysOf(cycle).contains(date)
        ? Optional.of(Message.of("bearings.error.outsideCycle", cycle.first(), cycle.last()))
        : Optional.empty();
  }

  private static Window daysOf(Cycle cycle) {
    return new Window(cycle.first(), cycle.last());
  }

  private static boolean overlap(Window one, Window other) {
    return !one.first().isAfter(other.last()) && !other.first().isAfter(one.last());
  }

  private static boolean isInside(Window child, Window parent) {
    return parent.contains(child.first()) && parent.contains(child.last());
  }
}
