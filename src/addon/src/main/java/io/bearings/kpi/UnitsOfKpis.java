package io.bearings.kpi;

import io.bearings.okr.KpiUnits;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** To which units KPIs belong, from their sheets. */
@Named
public final class UnitsOfKpis implements KpiUnits {
  private final KpiSheets sheets;

  @Inject
  public UnitsOfKpis(KpiSheets sheets) {
    this.sheets = sheets;
  }

  @Override
  public Optional<Long> unitOf(long kpiId) {
    return sheets.sheet(kpiId).filter(sheet -> !sheet.archived()).map(KpiSheet::unitId);
  }
}
