package io.bearings.okr;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That a setting said something and says something else now. No secret is ever a part of it.
 *
 * @param unitId the unit whose setting it is; absent for the site
 * @param name what the setting is called, such as {@code inProgressCredit} or {@code cadence}
 * @param before what it said, in one line; empty for nothing
 * @param after what it says now, in one line; empty for nothing
 */
public record SettingChange(
    Subject subject, Optional<Long> unitId, String name, String before, String after) {

  /** What a setting belongs to. */
  public enum Subject {
    /** The whole site. */
    SITE,
    /** What leaves the site. */
    OUTGOING,
    /** How a unit works. */
    UNIT,
    /** Who has which role in a unit. */
    ROLES
  }

  /**
   * What differs between the values of the site's settings.
   *
   * @param after of the same settings as {@code before}
   */
  public static Stream<SettingChange> between(
      Subject subject,
      Map<SiteSetting, SettingValue> before,
      Map<SiteSetting, SettingValue> after) {
    return after.entrySet().stream()
        .filter(each -> !each.getValue().equals(before.get(each.getKey())))
        .map(
            each ->
                new SettingChange(
                    subject,
                    Optional.empty(),
                    each.getKey().fileName(),
                    before.get(each.getKey()).text(),
                    each.getValue().text()));
  }
}
