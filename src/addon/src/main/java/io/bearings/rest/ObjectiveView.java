package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.Objective;
import io.bearings.progress.ObjectiveFigures;
import java.math.BigDecimal;
import java.util.List;

/**
 * An objective with its figures.
 *
 * @param score 0 to 1; null is no data
 * @param coverage the share of the weight that has data, 0 to 1; null when there is no weight
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ObjectiveView(
    @JsonProperty("id") long id,
    @JsonProperty("key") String key,
    @JsonProperty("title") String title,
    @JsonProperty("why") String why,
    @JsonProperty("owner") Owner owner,
    @JsonProperty("version") int version,
    @JsonProperty("score") Double score,
    @JsonProperty("coverage") Double coverage,
    @JsonProperty("keyResults") List<KeyResultView> keyResults) {

  /** The person who owns it. */
  public record Owner(@JsonProperty("key") String key, @JsonProperty("name") String name) {}

  static ObjectiveView of(ObjectiveFigures figures) {
    Objective objective = figures.objective();
    return new ObjectiveView(
        objective.id(),
        objective.key(),
        objective.title(),
        objective.why(),
        new Owner(objective.ownerKey(), figures.ownerName()),
        objective.version(),
        figures.score().value().map(BigDecimal::doubleValue).orElse(null),
        figures.score().coverage().map(BigDecimal::doubleValue).orElse(null),
        figures.keyResults().stream().map(KeyResultView::of).toList());
  }
}
