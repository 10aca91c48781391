package io.bearings.kpi;

import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;

/** The KPIs that a key result of a unit is likely to read. */
@Named
public final class KpiChoices {
  private final KpiSight sight;
  private final KpiSheets sheets;

  @Inject
  public KpiChoices(KpiSight sight, KpiSheets sheets) {
    this.sight = sight;
    this.sheets = sheets;
  }

  /** A KPI with the name of its unit. */
  public record Choice(KpiSheet sheet, String unitName) {}

  /**
   * The KPIs of a unit and of the units above it that the person may see: those of the unit itself
   * first, each unit's by their names. Costs two statements.
   *
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   */
  public List<Choice> of(Person who, long unitId) {
    Standpoint standpoint = sight.unit(who, unitId, Operation.SEE);
    List<Long> path = standpoint.path(unitId).stream().filter(standpoint::maySee).toList();
    return sheets.find(KpiSheets.Wanted.ofUnits(path)).stream()
        .sorted(
            Comparator.<KpiSheet>comparingInt(each -> path.indexOf(each.unitId()))
                .thenComparing(each -> each.content().name(), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(KpiSheet::id))
        .map(
            each ->
                new Choice(
                    each, standpoint.unit(each.unitId()).map(unit -> unit.name()).orElse("")))
        .toList();
  }
}
