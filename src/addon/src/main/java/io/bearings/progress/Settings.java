package io.bearings.progress;

import io.bearings.okr.SiteRules;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What an administrator decides for the whole site.
 *
 * @param storyPointField id of the numeric custom field that holds the estimate; absent: no issue
 *     is estimated
 * @param outOfScopeResolutionIds resolutions that take an issue out of a key result's sums
 * @param inProgressCredit the share of its weight, 0 to 1, that an issue in progress counts as done
 * @param rules what holds for the objectives of all units
 */
public record Settings(
    Optional<String> storyPointField,
    Set<String> outOfScopeResolutionIds,
    BigDecimal inProgressCredit,
    SiteRules rules) {
  public Settings {
    outOfScopeResolutionIds = Set.copyOf(outOfScopeResolutionIds);
  }

  /** Settings under the rules that a site begins with. */
  public Settings(
      Optional<String> storyPointField,
      Set<String> outOfScopeResolutionIds,
      BigDecimal inProgressCredit) {
    this(storyPointField, outOfScopeResolutionIds, inProgressCredit, SiteRules.DEFAULT);
  }
}
