package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.People;
import io.bearings.review.Verdict;

/**
 * What was learned from an objective, and what is decided for it.
 *
 * @param decision CARRY, CHANGE or DROP; null while nothing is said
 * @param learning empty while nothing is said
 * @param by who wrote it last; null while nothing is said
 * @param at ISO with Z; null while nothing is said
 * @param version 0 while nothing is said
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record VerdictView(
    @JsonProperty("objectiveId") long objectiveId,
    @JsonProperty("decision") String decision,
    @JsonProperty("learning") String learning,
    @JsonProperty("by") PersonView by,
    @JsonProperty("at") String at,
    @JsonProperty("version") int version)
    implements Versioned {

  static VerdictView of(Verdict verdict, People people) {
    return new VerdictView(
        verdict.objectiveId(),
        verdict.says().decision().name(),
        verdict.says().learning(),
        PersonView.of(verdict.last().byKey(), people),
        verdict.last().at().toString(),
        verdict.version());
  }

  static VerdictView none(long objectiveId) {
    return new VerdictView(objectiveId, null, "", null, null, 0);
  }
}
