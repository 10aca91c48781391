package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.kpi.Judged;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiStanding;
import io.bearings.kpi.KpisOfObjective;
import java.util.List;

/** The KPIs that drive or guard an objective, as far as the reader may see them. */
public record ObjectiveKpisView(@JsonProperty("kpis") List<ServingView> kpis) {

  /**
   * A KPI that serves an objective.
   *
   * @param part DRIVER or GUARDRAIL
   * @param period the newest period that has a value; null where none has
   * @param red whether it is past critical now
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ServingView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("name") String name,
      @JsonProperty("part") String part,
      @JsonProperty("measure") KeyResultView.MeasureView measure,
      @JsonProperty("period") KpiPeriodView period,
      @JsonProperty("red") boolean red) {

    private static ServingView of(KpisOfObjective.Serving serving) {
      KpiStanding standing = serving.standing();
      KpiSheet sheet = standing.sheet();
      return new ServingView(
          sheet.id(),
          sheet.key(),
          sheet.content().name(),
          serving.part().name(),
          KeyResultView.MeasureView.of(sheet.content().yardstick().measure()),
          period(standing),
          standing.isRed());
    }

    private static KpiPeriodView period(KpiStanding standing) {
      List<Judged> newest = standing.newest();
      return newest.stream()
          .filter(each -> each.value().isPresent())
          .reduce((one, later) -> later)
          .map(KpiPeriodView::of)
          .orElse(null);
    }
  }

  static ObjectiveKpisView of(List<KpisOfObjective.Serving> serving) {
    return new ObjectiveKpisView(serving.stream().map(ServingView::of).toList());
  }
}
