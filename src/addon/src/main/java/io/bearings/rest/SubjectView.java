package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.talk.Item;

/**
 * What something is about.
 *
 * @param kind OBJECTIVE, KEY_RESULT, CHECK_IN or KPI
 * @param key of the objective, key result or KPI
 * @param title of the objective or key result, or the name of the KPI
 * @param objectiveId the objective that it is or belongs to, or null
 * @param keyResultId the key result that it is or belongs to, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SubjectView(
    @JsonProperty("kind") String kind,
    @JsonProperty("id") long id,
    @JsonProperty("key") String key,
    @JsonProperty("title") String title,
    @JsonProperty("objectiveId") Long objectiveId,
    @JsonProperty("keyResultId") Long keyResultId) {

  static SubjectView of(Item item) {
    return new SubjectView(
        item.subject().kind().name(),
        item.subject().id(),
        item.key(),
        item.title(),
        item.objectiveId().orElse(null),
        item.keyResultId().orElse(null));
  }
}
