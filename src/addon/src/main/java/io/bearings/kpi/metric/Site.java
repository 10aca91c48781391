package io.bearings.kpi.metric;

import io.bearings.flow.Releases;
import io.bearings.okr.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * What holds for all metrics of a site.
 *
 * @param zone decides to which day an instant belongs
 * @param workingDays what working time is
 * @param outOfScopeResolutionIds resolutions that are not work done
 * @param releases the versions of all projects that are counted
 */
public record Site(
    ZoneId zone, WorkingDays workingDays, Set<String> outOfScopeResolutionIds, Releases releases) {
  public Site {
    outOfScopeResolutionIds = Set.copyOf(outOfScopeResolutionIds);
  }

  LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
