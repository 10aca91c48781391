package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.Evidence;
import io.bearings.okr.People;

/**
 * A piece of evidence.
 *
 * @param text the quote, perhaps empty
 * @param url where it can be seen, or null
 * @param confirmedBy the second person; null until it counts
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EvidenceView(
    @JsonProperty("id") long id,
    @JsonProperty("keyResultId") long keyResultId,
    @JsonProperty("text") String text,
    @JsonProperty("url") String url,
    @JsonProperty("on") String on,
    @JsonProperty("by") PersonView by,
    @JsonProperty("at") String at,
    @JsonProperty("confirmedBy") PersonView confirmedBy,
    @JsonProperty("confirmedAt") String confirmedAt) {

  static EvidenceView of(Evidence evidence, People people) {
    return new EvidenceView(
        evidence.id(),
        evidence.keyResultId(),
        evidence.text(),
        evidence.url().orElse(null),
        evidence.on().toString(),
        PersonView.of(evidence.byKey(), people),
        evidence.at().toString(),
        evidence.confirmed().map(it -> PersonView.of(it.byKey(), people)).orElse(null),
        evidence.confirmed().map(it -> it.at().toString()).orElse(null));
  }
}
