package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSource;
import io.bearings.kpi.Levels;
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
      @JsonProperty("benchmarkSource") String benchmarkSource) {

    static SheetView of(KpiContent content) {
      Levels levels = content.yardstick().targets().first();
      return new SheetView(
          content.name(),
          content.measures(),
          content.category().kind().name(),
          KpiBodies.SourceWord.of(content.source()).name(),
          content.source() instanceof KpiSource.Formula formula ? formula.text() : null,
          content.source() instanceof KpiSource.Metric metric ? metric.spec() : null,
          content.rhythm().frequency().name(),
          content.rhythm().aggregation().name(),
          content.rhythm().accumulating(),
          content.rhythm().graceDays(),
          content.yardstick().direction().name(),
          KeyResultView.MeasureView.of(content.yardstick().measure()),
          LevelView.of(levels.target()),
          LevelView.of(levels.warning()),
          LevelView.of(levels.critical()),
          content.response().text(),
          content.purpose().why(),
          content.purpose().decision(),
          content.purpose().benchmark().value().orElse(null),
          content.purpose().benchmark().source());
    }
  }
}
