package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.Alignment;
import java.math.BigDecimal;

/**
 * An arrow from one objective to another.
 *
 * @param toKeyResultId null where it leads to the objective as a whole
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AlignmentView(
    @JsonProperty("id") long id,
    @JsonProperty("kind") String kind,
    @JsonProperty("fromObjectiveId") long fromObjectiveId,
    @JsonProperty("toObjectiveId") long toObjectiveId,
    @JsonProperty("toKeyResultId") Long toKeyResultId,
    @JsonProperty("weight") BigDecimal weight) {

  static AlignmentView of(Alignment alignment) {
    return new AlignmentView(
        alignment.id(),
        alignment.kind().name(),
        alignment.fromId(),
        alignment.toId(),
        alignment.toKeyResultId().orElse(null),
        alignment.weight());
  }
}
