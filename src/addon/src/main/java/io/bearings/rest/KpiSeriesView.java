package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/**
 * What came of a KPI from period to period.
 *
 * @param segment the part of it that this is; null for the total
 * @param periods from the earliest to the latest
 * @param breaches those that have a day in common with the periods, the earliest first
 * @param breaks when its formula or its source was changed, the earliest first
 * @param annotations outside events of these days
 * @param forecast the line that the trend follows; null where there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KpiSeriesView(
    @JsonProperty("kpiId") long kpiId,
    @JsonProperty("segment") SegmentView segment,
    @JsonProperty("from") String from,
    @JsonProperty("to") String to,
    @JsonProperty("periods") List<KpiPeriodView> periods,
    @JsonProperty("breaches") List<BreachView> breaches,
    @JsonProperty("breaks") List<BreakView> breaks,
    @JsonProperty("signals") SignalsView signals,
    @JsonProperty("annotations") List<AnnotationsResource.AnnotationView> annotations,
    @JsonProperty("forecast") LineView forecast) {

  /** One part of what a KPI measures. */
  public record SegmentView(
      @JsonProperty("dimension") String dimension, @JsonProperty("name") String name) {}

  /**
   * A change after which values cannot be compared with those before.
   *
   * @param reason what was said about it; perhaps empty
   */
  public record BreakView(
      @JsonProperty("on") String on,
      @JsonProperty("by") PersonView by,
      @JsonProperty("reason") String reason) {}

  /**
   * What the series says before it breaks a threshold.
   *
   * @param drift TREND, SIX_STEPS, CUSUM; empty when it does not get worse
   * @param anomaly whether the latest value is far from those before it; null when not judged
   * @param median of the twelve values before the latest; null when there are fewer
   * @param deviation their median absolute deviation; null when there are fewer
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record SignalsView(
      @JsonProperty("drift") List<String> drift,
      @JsonProperty("anomaly") Boolean anomaly,
      @JsonProperty("median") BigDecimal median,
      @JsonProperty("deviation") BigDecimal deviation) {}

  /**
   * A straight line through the last values and three periods beyond.
   *
   * @param points the first of them is the first value that was looked at
   */
  public record LineView(@JsonProperty("points") List<PointView> points) {}

  /** A point of a line. */
  public record PointView(@JsonProperty("on") String on, @JsonProperty("value") BigDecimal value) {}
}
