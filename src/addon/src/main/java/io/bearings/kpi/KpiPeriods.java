package io.bearings.kpi;

import io.bearings.okr.Refusal;
import io.bearings.okr.Rulebook;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;

/** How the days of each KPI are divided on this site. */
@Named
public final class KpiPeriods {
  /** In the first of some two weeks, the same for every KPI, so that they can be compared. */
  private static final LocalDate ANCHOR = LocalDate.of(2024, 1, 1);

  private final WorkFigures figures;
  private final Rulebook rulebook;

  @Inject
  public KpiPeriods(WorkFigures figures, Rulebook rulebook) {
    this.figures = figures;
    this.rulebook = rulebook;
  }

  /**
   * The periods of a KPI. Its weeks begin on the day that an administrator chose.
   *
   * @throws Refusal.Unavailable while Jira or the database does not tell of sprints or releases
   */
  public Periods of(KpiSheet sheet) {
    Frequency frequency = sheet.content().rhythm().frequency();
    return frequency.isDatedByEvents()
        ? figures.dated(sheet)
        : Periods.calendar(frequency, rulebook.rules().weekStart(), ANCHOR);
  }
}
