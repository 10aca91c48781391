package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.Forecast;
import java.math.BigDecimal;

/**
 * Where a key result is heading. Either there are figures or it says why there are none.
 *
 * @param slopePerWeek the change in five working days, in the unit of measure
 * @param projection the value on the due date
 * @param low the 10th percentile of the value on the due date
 * @param high the 90th percentile
 * @param probability the chance of reaching the success level, 0 to 1
 * @param why SOURCE, TOO_FEW_VALUES or SPAN_TOO_SHORT; null where there are figures
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ForecastView(
    @JsonProperty("slopePerWeek") BigDecimal slopePerWeek,
    @JsonProperty("projection") BigDecimal projection,
    @JsonProperty("low") BigDecimal low,
    @JsonProperty("high") BigDecimal high,
    @JsonProperty("probability") BigDecimal probability,
    @JsonProperty("why") String why) {

  static ForecastView of(Forecast forecast) {
    if (forecast instanceof Forecast.Projection figures) {
      return new ForecastView(
          figures.slopePerWeek(),
          figures.projected(),
          figures.low(),
          figures.high(),
          figures.probability(),
          null);
    }
    String why = ((Forecast.None) forecast).reason().name();
    return new ForecastView(null, null, null, null, null, why);
  }
}
