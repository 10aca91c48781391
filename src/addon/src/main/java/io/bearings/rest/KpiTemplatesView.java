package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/** KPIs to begin with. */
public record KpiTemplatesView(@JsonProperty("templates") List<TemplateView> templates) {

  /**
   * A template.
   *
   * @param language two letters: English where it is not translated
   * @param kpi the fields of a sheet, to be sent as they are
   */
  public record TemplateView(
      @JsonProperty("id") String id,
      @JsonProperty("language") String language,
      @JsonProperty("kpi") SheetView kpi) {}

  /**
   * The fields of a sheet that somebody begins with.
   *
   * @param source MANUAL, PUSHED, FORMULA or METRIC
   * @param formula null for other sources
   * @param metric null for other sources
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record SheetView(
      @JsonProperty("name") String name,
      @JsonProperty("measures") String measures,
      @JsonProperty("category") String category,
      @JsonProperty("source") String source,
      @JsonProperty("formula") String formula,
      @JsonProperty("metric") String metric,
      @JsonProperty("frequency") String frequency,
      @JsonProperty("aggregation") String aggregation,
      @JsonProperty("accumulating") boolean accumulating,
      @JsonProperty("graceDays") int graceDays,
      @JsonProperty("direction") String direction,
      @JsonProperty("measure") KeyResultView.MeasureView measure,
      @JsonProperty("target") LevelView target,
      @JsonProperty("warning") LevelView warning,
      @JsonProperty("critical") LevelView critical,
      @JsonProperty("action") String action,
      @JsonProperty("why") String why,
      @JsonProperty("decision") String decision,
      @JsonProperty("benchmark") BigDecimal benchmark,
      @JsonProperty("benchmarkSource") String benchmarkSource) {}
}
