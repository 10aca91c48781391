package io.bearings.progress;

import io.bearings.okr.UnitSettingsDraft;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;

/**
 * Settings as an administrator wrote them; nothing in it is checked yet.
 *
 * @param storyPointField id of a custom field; absent: none
 * @param outOfScopeResolutions ids of resolutions
 * @param inProgressCredit in percent, 0 to 100
 * @param rules absent parts of them stay as they are
 * @param functionLimit absent: stays as it is
 */
public record SettingsDraft(
    Optional<String> storyPointField,
    List<String> outOfScopeResolutions,
    BigDecimal inProgressCredit,
    Rules rules,
    Optional<BigDecimal> functionLimit) {
  public SettingsDraft {
    outOfScopeResolutions = List.copyOf(outOfScopeResolutions);
  }

  /** A draft that leaves the limit of our JQL functions as it is. */
  public SettingsDraft(
      Optional<String> storyPointField,
      List<String> outOfScopeResolutions,
      BigDecimal inProgressCredit,
      Rules rules) {
    this(storyPointField, outOfScopeResolutions, inProgressCredit, rules, Optional.empty());
  }

  /**
   * What is to hold for all units.
   *
   * @param holidays days as ISO text
   */
  public record Rules(
      Optional<UnitSettingsDraft.Pace> thresholds,
      Optional<List<String>> holidays,
      Optional<Boolean> individualObjectives,
      Optional<DayOfWeek> weekStart) {
    /** Rules that stay as they are. */
    public static final Rules UNCHANGED =
        new Rules(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
