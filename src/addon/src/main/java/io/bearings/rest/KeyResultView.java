package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.KeyResult;
import io.bearings.progress.IssueProgress;
import io.bearings.progress.KeyResultFigures;
import java.math.BigDecimal;

/**
 * A key result with its figures.
 *
 * @param score 0 to 1; null is no data
 * @param ratio done ÷ total, not clamped; null is no data
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KeyResultView(
    @JsonProperty("id") long id,
    @JsonProperty("key") String key,
    @JsonProperty("objectiveId") long objectiveId,
    @JsonProperty("title") String title,
    @JsonProperty("weight") BigDecimal weight,
    @JsonProperty("weightBy") String weightBy,
    @JsonProperty("version") int version,
    @JsonProperty("score") Double score,
    @JsonProperty("ratio") Double ratio,
    @JsonProperty("issues") int issues,
    @JsonProperty("toDo") int toDo,
    @JsonProperty("inProgress") int inProgress,
    @JsonProperty("done") int done,
    @JsonProperty("outOfScope") int outOfScope,
    @JsonProperty("imputed") int imputed,
    @JsonProperty("mostlyNotEstimated") boolean mostlyNotEstimated,
    @JsonProperty("doneWeight") double doneWeight,
    @JsonProperty("totalWeight") double totalWeight) {

  static KeyResultView of(KeyResultFigures figures) {
    KeyResult keyResult = figures.keyResult();
    IssueProgress progress = figures.progress();
    return new KeyResultView(
        keyResult.id(),
        keyResult.key(),
        keyResult.objectiveId(),
        keyResult.title(),
        keyResult.weight(),
        keyResult.weightBy().name(),
        keyResult.version(),
        progress.score().map(BigDecimal::doubleValue).orElse(null),
        progress.ratio().map(BigDecimal::doubleValue).orElse(null),
        progress.issues(),
        progress.toDo(),
        progress.inProgress(),
        progress.done(),
        progress.outOfScope(),
        progress.imputed(),
        progress.mostlyNotEstimated(),
        progress.doneWeight().doubleValue(),
        progress.totalWeight().doubleValue());
  }
}
