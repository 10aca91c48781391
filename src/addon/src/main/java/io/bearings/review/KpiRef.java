package io.bearings.review;

import io.bearings.kpi.KpiSheet;

/**
 * A KPI that is named as evidence.
 *
 * @param hidden whether the person may not see it; then its name is empty
 */
public record KpiRef(long id, String name, boolean hidden) {

  /** A KPI that the person may see or not. */
  static KpiRef of(KpiSheet sheet, boolean seen) {
    return new KpiRef(sheet.id(), seen ? sheet.content().name() : "", !seen);
  }

  /** The key that people see. */
  public String key() {
    return KpiSheet.keyOf(id);
  }
}
