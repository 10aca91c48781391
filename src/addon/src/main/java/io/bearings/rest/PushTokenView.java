package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What another system may push values of one KPI with.
 *
 * @param name what people call it
 * @param usedAt when it was last used, to the hour; null if never
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PushTokenView(
    @JsonProperty("id") long id,
    @JsonProperty("name") String name,
    @JsonProperty("createdBy") PersonView createdBy,
    @JsonProperty("createdAt") String createdAt,
    @JsonProperty("usedAt") String usedAt) {

  /** All tokens of a KPI that are in force. */
  public record All(@JsonProperty("tokens") List<PushTokenView> tokens) {}

  /**
   * A new token.
   *
   * @param secret what to send in the header X-Bearings-Push-Token; it is told only this once
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Created(
      @JsonProperty("id") long id,
      @JsonProperty("name") String name,
      @JsonProperty("createdAt") String createdAt,
      @JsonProperty("secret") String secret) {}
}
