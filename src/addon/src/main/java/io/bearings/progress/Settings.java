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
 * @param functionLimit the most issues that one of our JQL functions finds
 * @param numberFields ids of the numeric custom fields of which linked issues' values are kept,
 *     because key results weigh by them
 */
public record Settings(
    Optional<String> storyPointField,
    Set<String> outOfScopeResolutionIds,
    BigDecimal inProgressCredit,
    SiteRules rules,
    int functionLimit,
    Set<String> numberFields) {
  /** The limit of our JQL functions that a site begins with. */
  public static final int USUAL_FUNCTION_LIMIT = 10_000;

  public Settings {
    outOfScopeResolutionIds = Set.copyOf(outOfScopeResolutionIds);
    numberFields = Set.copyOf(numberFields);
  }

  /** Settings of a site on which nothing weighs by a field. */
  public Settings(
      Optional<String> storyPointField,
      Set<String> outOfScopeResolutionIds,
      BigDecimal inProgressCredit,
      SiteRules rules,
      int functionLimit) {
    this(
        storyPointField, outOfScopeResolutionIds, inProgressCredit, rules, functionLimit, Set.of());
  }

  /** The same with other fields of which the values are kept. */
  public Settings keeping(Set<String> fields) {
    return new Settings(
        storyPointField, outOfScopeResolutionIds, inProgressCredit, rules, functionLimit, fields);
  }

  /** Settings with the limit that a site begins with. */
  public Settings(
      Optional<String> storyPointField,
      Set<String> outOfScopeResolutionIds,
      BigDecimal inProgressCredit,
      SiteRules rules) {
    this(storyPointField, outOfScopeResolutionIds, inProgressCredit, rules, USUAL_FUNCTION_LIMIT);
  }

  /** Settings under the rules, and with the limit, that a site begins with. */
  public Settings(
      Optional<String> storyPointField,
      Set<String> outOfScopeResolutionIds,
      BigDecimal inProgressCredit) {
    this(storyPointField, outOfScopeResolutionIds, inProgressCredit, SiteRules.DEFAULT);
  }
}
