package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.People;
import io.bearings.review.Litmus;

/**
 * The answers to the litmus.
 *
 * @param by who wrote last; null while nobody has
 * @param at ISO with Z; null while nobody has
 * @param version 0 while nobody wrote anything
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LitmusView(
    @JsonProperty("whyItMatters") String whyItMatters,
    @JsonProperty("stillLose") String stillLose,
    @JsonProperty("by") PersonView by,
    @JsonProperty("at") String at,
    @JsonProperty("version") int version) {

  static LitmusView of(Litmus litmus, People people) {
    return new LitmusView(
        litmus.answers().whyItMatters(),
        litmus.answers().stillLose(),
        litmus.last().map(written -> PersonView.of(written.byKey(), people)).orElse(null),
        litmus.last().map(written -> written.at().toString()).orElse(null),
        litmus.version());
  }
}
