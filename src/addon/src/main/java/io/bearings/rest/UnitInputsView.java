package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/**
 * What Jira does not know of a unit and somebody states.
 *
 * @param hourlyRate what an hour of work costs, one rate for the whole unit; null where the reader
 *     may not see it
 * @param budget the whole budget of a period
 * @param phasing how much of the budget is planned for which day
 * @param spend how much was spent on which day; where it is empty, logged hours × rate
 * @param mayEdit whether the reader may change them
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UnitInputsView(
    @JsonProperty("unitId") long unitId,
    @JsonProperty("hourlyRate") List<DatedView> hourlyRate,
    @JsonProperty("budget") List<DatedView> budget,
    @JsonProperty("phasing") List<DatedView> phasing,
    @JsonProperty("spend") List<DatedView> spend,
    @JsonProperty("mayEdit") boolean mayEdit,
    @JsonProperty("version") int version)
    implements Versioned {

  /**
   * A number and its day.
   *
   * @param on for a rate and a budget, from which day on it holds
   */
  public record DatedView(@JsonProperty("on") String on, @JsonProperty("value") BigDecimal value) {}
}
