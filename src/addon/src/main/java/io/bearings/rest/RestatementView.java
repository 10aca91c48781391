package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.People;
import io.bearings.review.Restatement;

/**
 * An objective in one person's words.
 *
 * @param at ISO with Z
 * @param verdict SAME or DIFFERENT; null until the lead says so
 * @param judgedBy null until then
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RestatementView(
    @JsonProperty("id") long id,
    @JsonProperty("objectiveId") long objectiveId,
    @JsonProperty("by") PersonView by,
    @JsonProperty("at") String at,
    @JsonProperty("text") String text,
    @JsonProperty("verdict") String verdict,
    @JsonProperty("judgedBy") PersonView judgedBy) {

  static RestatementView of(Restatement restatement, People people) {
    return new RestatementView(
        restatement.id(),
        restatement.objectiveId(),
        PersonView.of(restatement.byKey(), people),
        restatement.at().toString(),
        restatement.text(),
        restatement.judged().map(judged -> judged.verdict().name()).orElse(null),
        restatement.judged().map(judged -> PersonView.of(judged.byKey(), people)).orElse(null));
  }
}
