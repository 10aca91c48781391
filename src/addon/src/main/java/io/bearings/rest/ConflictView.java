package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * A refusal because somebody else saved meanwhile.
 *
 * @param changed the names of the fields that others changed, where that is known
 * @param current what is stored now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConflictView<T>(
    @JsonProperty("errorMessages") List<String> errorMessages,
    @JsonProperty("errors") Map<String, String> errors,
    @JsonProperty("changed") List<String> changed,
    @JsonProperty("current") T current) {}
