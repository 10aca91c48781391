package io.bearings.okr;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What an administrator decides for the objectives of all units.
 *
 * @param thresholds from which pace on something is on track or at risk, where a unit has no own
 * @param holidays days on which nobody works, the earliest first
 * @param individualObjectives whether an objective may be one person's own
 */
public record SiteRules(
    Thresholds thresholds, List<LocalDate> holidays, boolean individualObjectives) {
  /** What a site begins with. */
  public static final SiteRules DEFAULT = new SiteRules(Thresholds.DEFAULT, List.of(), false);

  public SiteRules {
    holidays = List.copyOf(new TreeSet<>((Collection<LocalDate>) holidays));
  }

  /** The days on which people work. */
  public WorkingDays workingDays() {
    return new WorkingDays(holidays);
  }
}
