package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.kpi.Judged;
import java.math.BigDecimal;
import java.util.List;

/**
 * How a KPI stands.
 *
 * @param period the newest period, which may still run; null where there is none
 * @param latest the newest period that has a value, perhaps the same; null where none has
 * @param trend the newest periods, at most twelve, the oldest first
 * @param drift which rules say that it gets worse: TREND, SIX_STEPS, CUSUM; empty when none does
 * @param anomaly whether the latest value is far from those before it; null when that is not judged
 * @param nextDue the day by which its next value is due; null where nobody has to give one
 * @param breach the open breach; null where there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KpiStandingView(
    @JsonProperty("period") KpiPeriodView period,
    @JsonProperty("latest") KpiPeriodView latest,
    @JsonProperty("trend") List<PointView> trend,
    @JsonProperty("drift") List<String> drift,
    @JsonProperty("anomaly") Boolean anomaly,
    @JsonProperty("nextDue") String nextDue,
    @JsonProperty("breach") BreachView breach) {

  /**
   * A period in a small picture, where twelve for each of many KPIs have to be short.
   *
   * @param first the first day
   * @param last the last day, included
   * @param name of the sprint or release; null for a period of the calendar
   * @param value null where there is none
   * @param status GREEN, AMBER, RED, NO_DATA, STALE or NOT_JUDGED
   * @param provisional whether the period still runs
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record PointView(
      @JsonProperty("first") String first,
      @JsonProperty("last") String last,
      @JsonProperty("name") String name,
      @JsonProperty("value") BigDecimal value,
      @JsonProperty("status") String status,
      @JsonProperty("provisional") boolean provisional) {

    static PointView of(Judged judged) {
      KpiPeriodView.Days days = KpiPeriodView.Days.of(judged.period());
      return new PointView(
          days.first(),
          days.last(),
          days.name(),
          judged.value().orElse(null),
          judged.verdict().status().name(),
          judged.verdict().provisional());
    }
  }
}
