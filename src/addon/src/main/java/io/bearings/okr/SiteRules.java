package io.bearings.okr;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What an administrator decides for all units.
 *
 * @param thresholds from which pace on something is on track or at risk, where a unit has no own
 * @param holidays days on which nobody works, the earliest first
 * @param individualObjectives whether an objective may be one person's own
 * @param weekStart the day on which a week of a KPI begins
 */
public record SiteRules(
    Thresholds thresholds,
    List<LocalDate> holidays,
    boolean individualObjectives,
    DayOfWeek weekStart) {
  /** What a site begins with. */
  public static final SiteRules DEFAULT = new SiteRules(Thresholds.DEFAULT, List.of(), false);

  public SiteRules {
    holidays = List.copyOf(new TreeSet<>((Collection<LocalDate>) holidays));
  }

  /** Rules of a site whose weeks begin on Mondays, as ISO 8601 has it. */
  public SiteRules(Thresholds thresholds, List<LocalDate> holidays, boolean individualObjectives) {
    this(thresholds, holidays, individualObjectives, DayOfWeek.MONDAY);
  }

  /** The days on which people work. */
  public WorkingDays workingDays() {
    return new WorkingDays(holidays);
  }
}
