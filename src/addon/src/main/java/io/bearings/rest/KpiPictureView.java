package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A KPI and what came of it from period to period, as far as a picture needs it. */
public record KpiPictureView(
    @JsonProperty("kpi") PicturedView kpi, @JsonProperty("series") KpiSeriesView series) {

  /**
   * The KPI.
   *
   * @param direction HIGHER, LOWER or BAND
   */
  public record PicturedView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("name") String name,
      @JsonProperty("unit") ObjectiveView.PlaceView unit,
      @JsonProperty("owner") PersonView owner,
      @JsonProperty("direction") String direction,
      @JsonProperty("measure") KeyResultView.MeasureView measure,
      @JsonProperty("archived") boolean archived) {}
}
