package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.WorkForecast;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * When the linked work of a key result will be done. Either there are figures or it says why there
 * are none.
 *
 * @param remaining how many issues are missing to the success level
 * @param due the day on which it is due
 * @param early by this day it is done in one run of ten
 * @param likely by this day in every second run
 * @param late by this day in nine runs of ten
 * @param probability the share of the runs that reach the success level until the due day, 0 to 1
 * @param past the weeks that were drawn from, oldest first
 * @param ends how likely it is done by which day, ascending
 * @param why SOURCE, NOTHING_LINKED, REACHED or TOO_FEW_WEEKS; null where there are figures
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WorkForecastView(
    @JsonProperty("remaining") BigDecimal remaining,
    @JsonProperty("due") String due,
    @JsonProperty("early") String early,
    @JsonProperty("likely") String likely,
    @JsonProperty("late") String late,
    @JsonProperty("probability") BigDecimal probability,
    @JsonProperty("past") List<WeekView> past,
    @JsonProperty("ends") List<EndView> ends,
    @JsonProperty("why") String why) {
  private static final int DECIMALS = 1;

  /** A whole week of the past, and how many issues the team finished in it. */
  public record WeekView(
      @JsonProperty("monday") String monday, @JsonProperty("finished") int finished) {}

  /** A day, and the share of the runs that are done by then. */
  public record EndView(@JsonProperty("by") String by, @JsonProperty("share") BigDecimal share) {}

  static WorkForecastView of(WorkForecast forecast) {
    if (forecast instanceof WorkForecast.Simulation figures) {
      return new WorkForecastView(
          figures.remaining().setScale(DECIMALS, RoundingMode.HALF_UP),
          figures.due().toString(),
          figures.early().toString(),
          figures.likely().toString(),
          figures.late().toString(),
          figures.probability(),
          figures.past().stream()
              .map(each -> new WeekView(each.monday().toString(), each.finished()))
              .toList(),
          figures.ends().stream()
              .map(each -> new EndView(each.by().toString(), each.share()))
              .toList(),
          null);
    }
    String why = ((WorkForecast.None) forecast).reason().name();
    return new WorkForecastView(null, null, null, null, null, null, List.of(), List.of(), why);
  }
}
