package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.kpi.Level;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number that a value is compared with, or a band.
 *
 * @param value the number; null for a band
 * @param low the lower end of a band; null for a number
 * @param high the upper end of a band; null for a number
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LevelView(
    @JsonProperty("value") BigDecimal value,
    @JsonProperty("low") BigDecimal low,
    @JsonProperty("high") BigDecimal high) {

  /** A level; null where there is none. */
  static LevelView of(Optional<Level> level) {
    return level.map(LevelView::of).orElse(null);
  }

  private static LevelView of(Level level) {
    return level instanceof Level.Between band
        ? new LevelView(null, band.low(), band.high())
        : new LevelView(((Level.At) level).value(), null, null);
  }
}
