package io.bearings.progress;

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
 */
public record Settings(
    Optional<String> storyPointField,
    Set<String> outOfScopeResolutionIds,
    BigDecimal inProgressCredit) {
  public Settings {
    outOfScopeResolutionIds = Set.copyOf(outOfScopeResolutionIds);
  }
}
