package io.bearings.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Settings as an administrator wrote them; nothing in it is checked yet.
 *
 * @param storyPointField id of a custom field; absent: none
 * @param outOfScopeResolutions ids of resolutions
 * @param inProgressCredit in percent, 0 to 100
 */
public record SettingsDraft(
    Optional<String> storyPointField,
    List<String> outOfScopeResolutions,
    BigDecimal inProgressCredit) {
  public SettingsDraft {
    outOfScopeResolutions = List.copyOf(outOfScopeResolutions);
  }
}
