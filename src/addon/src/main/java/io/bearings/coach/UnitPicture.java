package io.bearings.coach;

import io.bearings.okr.UnitLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A unit in one cycle, as far as the coach looks at it.
 *
 * @param level company, area or team
 * @param quarterly whether the cycle is a quarter
 * @param objectives those that are neither closed nor abandoned
 * @param unitAboveHasObjectives whether there is anything to contribute to
 * @param elsewhere the key results of other units in the same cycle
 * @param lastCycles the unit's closed cycles of the same length, newest first
 */
public record UnitPicture(
    UnitLevel level,
    boolean quarterly,
    List<Objective> objectives,
    boolean unitAboveHasObjectives,
    List<Elsewhere> elsewhere,
    List<ClosedCycle> lastCycles) {
  public UnitPicture {
    objectives = List.copyOf(objectives);
    elsewhere = List.copyOf(elsewhere);
    lastCycles = List.copyOf(lastCycles);
  }

  /**
   * An objective of the unit.
   *
   * @param key O-12
   * @param text with its why and its key results
   * @param owned whether somebody owns it
   * @param individual whether it belongs to one person instead of a unit
   * @param contributes whether it contributes to another objective
   */
  public record Objective(
      String key, ObjectiveText text, boolean owned, boolean individual, boolean contributes) {}

  /** A key result of another unit. */
  public record Elsewhere(String unit, KeyResultText keyResult) {}

  /**
   * A cycle that is over.
   *
   * @param titles of its objectives
   * @param aspirationalScores the final scores, 0 to 1, of its aspirational objectives that had
   *     data
   * @param lastDay of the cycle
   * @param valuesEntered the day on which each value of its key results was entered
   */
  public record ClosedCycle(
      List<String> titles,
      List<BigDecimal> aspirationalScores,
      LocalDate lastDay,
      List<LocalDate> valuesEntered) {
    public ClosedCycle {
      titles = List.copyOf(titles);
      aspirationalScores = List.copyOf(aspirationalScores);
      valuesEntered = List.copyOf(valuesEntered);
    }
  }
}
