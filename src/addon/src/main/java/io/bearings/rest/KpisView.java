package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The KPIs of a unit, as a list or as a board.
 *
 * @param unit whose they are
 * @param kpis in the order in which they are shown: those with a breach first, then by category and
 *     name
 * @param mayCreate whether the reader may add one
 */
public record KpisView(
    @JsonProperty("unit") ObjectiveView.PlaceView unit,
    @JsonProperty("kpis") List<CardView> kpis,
    @JsonProperty("mayCreate") boolean mayCreate) {

  /**
   * A KPI on a board.
   *
   * @param category TIMELINE, QUALITY, COST, TEAM, VALUE or OWN
   * @param ownCategory the name of a category of their own; null for the others
   * @param source MANUAL, PUSHED, FORMULA or METRIC
   * @param target of the newest period; null where there is none
   * @param warning of the newest period; null where there is none
   * @param critical of the newest period; null where there is none
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record CardView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("unitId") long unitId,
      @JsonProperty("unitName") String unitName,
      @JsonProperty("name") String name,
      @JsonProperty("category") String category,
      @JsonProperty("ownCategory") String ownCategory,
      @JsonProperty("owner") PersonView owner,
      @JsonProperty("source") String source,
      @JsonProperty("frequency") String frequency,
      @JsonProperty("direction") String direction,
      @JsonProperty("measure") KeyResultView.MeasureView measure,
      @JsonProperty("target") LevelView target,
      @JsonProperty("warning") LevelView warning,
      @JsonProperty("critical") LevelView critical,
      @JsonProperty("standing") KpiStandingView standing,
      @JsonProperty("archived") boolean archived,
      @JsonProperty("version") int version,
      @JsonProperty("mayEdit") boolean mayEdit,
      @JsonProperty("mayMeasure") boolean mayMeasure) {}
}
