package io.bearings.kpi;

import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** How the days of each KPI are divided on this site. */
@Named
public final class KpiPeriods {
  /** Weeks begin on Mondays, as ISO 8601 has it. */
  static final DayOfWeek WEEK_START = DayOfWeek.MONDAY;

  /** In the first of some two weeks, the same for every KPI, so that they can be compared. */
  static final LocalDate ANCHOR = LocalDate.of(2024, 1, 1);

  private final WorkFigures figures;

  @Inject
  public KpiPeriods(WorkFigures figures) {
    this.figures = figures;
  }

  /**
   * The periods of a KPI.
   *
   * @throws Refusal.Unavailable while Jira or the database does not tell of sprints or releases
   */
  public Periods of(KpiSheet sheet) {
    Frequency frequency = sheet.content().rhythm().frequency();
    return frequency.isDatedByEvents()
        ? figures.dated(sheet)
        : Periods.calendar(frequency, WEEK_START, ANCHOR);
  }
}
