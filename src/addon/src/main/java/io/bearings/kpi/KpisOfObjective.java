package io.bearings.kpi;

import static java.util.stream.Collectors.toMap;

import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The KPIs that serve an objective, for somebody who may read it. */
@Named
public final class KpisOfObjective {
  private final KpiSight sight;
  private final KpiSheets sheets;
  private final Objectives objectives;

  @Inject
  public KpisOfObjective(KpiSight sight, KpiSheets sheets, Objectives objectives) {
    this.sight = sight;
    this.sheets = sheets;
    this.objectives = objectives;
  }

  /** A KPI, how it stands, and how it serves. */
  public record Serving(KpiStanding standing, Served.Part part) {}

  /**
   * The KPIs that drive or guard an objective, oldest first. Those of units that the person may not
   * see are left out.
   *
   * @throws Refusal.NotFound when the person may not read the objective, or there is none
   */
  public List<Serving> of(Person who, long objectiveId) {
    Standpoint standpoint = sight.standpoint(who);
    Optional<Placed> placed =
        objectives.placed(objectiveId, who).filter(each -> standpoint.mayRead(each));
    if (placed.isEmpty()) {
      throw new Refusal.NotFound(Objective.keyOf(objectiveId));
    }
    List<KpiSheets.Serving> serving =
        sheets.serving(List.of(objectiveId)).getOrDefault(objectiveId, List.of()).stream()
            .filter(each -> standpoint.maySee(each.sheet().unitId()))
            .toList();
    if (serving.isEmpty()) {
      return List.of();
    }
    Map<Long, KpiStanding> standings =
        sheets
            .standings(
                KpiSheets.Wanted.withIds(serving.stream().map(each -> each.sheet().id()).toList()))
            .stream()
            .collect(toMap(each -> each.sheet().id(), each -> each));
    List<Serving> shown = new ArrayList<>();
    for (KpiSheets.Serving each : serving) {
      Optional.ofNullable(standings.get(each.sheet().id()))
          .ifPresent(standing -> shown.add(new Serving(standing, each.part())));
    }
    return shown;
  }
}
