package io.bearings.jira;

import com.atlassian.jira.timezone.TimeZoneManager;
import com.atlassian.jira.user.ApplicationUser;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TimeZone;

/**
 * Jira's time zones, looked up when they are needed: their package is not among those that are
 * known to be there. Jira keeps them in memory, so they cost no statement.
 */
final class TimeZones {
  private TimeZones() {}

  /** The one that the administrator chose, or that of the server; absent without Jira's service. */
  static Optional<ZoneId> ofSite(HostService services) {
    return services
        .find(TimeZoneManager.class)
        .map(TimeZoneManager::getDefaultTimezone)
        .map(TimeZone::toZoneId);
  }

  /** The one that a user chose, or that of the site; absent without Jira's service. */
  static Optional<ZoneId> of(HostService services, ApplicationUser user) {
    return services
        .find(TimeZoneManager.class)
        .map(manager -> manager.getTimeZoneforUser(user))
        .map(TimeZone::toZoneId);
  }
}
