package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.kpi.Judged;
import io.bearings.kpi.Period;
import io.bearings.kpi.Verdict;
import java.math.BigDecimal;

/**
 * A period of a KPI with its value and how that stands.
 *
 * @param first the first day
 * @param last the last day, included
 * @param id of the sprint or release; null for a period of the calendar
 * @param name of the sprint or release; null for a period of the calendar
 * @param value null where there is none
 * @param status GREEN, AMBER, RED, NO_DATA, STALE or NOT_JUDGED
 * @param provisional whether the period still runs
 * @param earlyWarning whether it is red but opens no breach yet
 * @param closed whether it is judged for good
 * @param corrected whether a value in it replaced another one
 * @param attainment how much of the target is reached, 1 for all of it; null where that says
 *     nothing
 * @param target what the value was compared with; null where there is none
 * @param warning what the value was compared with; null where there is none
 * @param critical what the value was compared with; null where there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KpiPeriodView(
    @JsonProperty("first") String first,
    @JsonProperty("last") String last,
    @JsonProperty("id") String id,
    @JsonProperty("name") String name,
    @JsonProperty("value") BigDecimal value,
    @JsonProperty("status") String status,
    @JsonProperty("provisional") boolean provisional,
    @JsonProperty("earlyWarning") boolean earlyWarning,
    @JsonProperty("closed") boolean closed,
    @JsonProperty("corrected") boolean corrected,
    @JsonProperty("attainment") BigDecimal attainment,
    @JsonProperty("target") LevelView target,
    @JsonProperty("warning") LevelView warning,
    @JsonProperty("critical") LevelView critical) {

  /**
   * The days of a period.
   *
   * @param id of the sprint or release; null for a period of the calendar
   * @param name of the sprint or release; null for a period of the calendar
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Days(
      @JsonProperty("first") String first,
      @JsonProperty("last") String last,
      @JsonProperty("id") String id,
      @JsonProperty("name") String name) {

    static Days of(Period period) {
      return new Days(
          period.first().toString(),
          period.last().toString(),
          period.of().map(Period.Named::id).orElse(null),
          period.of().map(Period.Named::name).orElse(null));
    }
  }

  static KpiPeriodView of(Judged judged) {
    Days days = Days.of(judged.period());
    Verdict verdict = judged.verdict();
    return new KpiPeriodView(
        days.first(),
        days.last(),
        days.id(),
        days.name(),
        judged.value().orElse(null),
        verdict.status().name(),
        verdict.provisional(),
        verdict.earlyWarning(),
        judged.closed(),
        judged.corrected(),
        verdict.attainment().orElse(null),
        LevelView.of(verdict.against().target()),
        LevelView.of(verdict.against().warning()),
        LevelView.of(verdict.against().critical()));
  }
}
