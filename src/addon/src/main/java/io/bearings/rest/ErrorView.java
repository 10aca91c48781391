package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * A refusal in the form that Jira's own API uses.
 *
 * @param errors what is wrong with each field
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ErrorView(
    @JsonProperty("errorMessages") List<String> errorMessages,
    @JsonProperty("errors") Map<String, String> errors) {}
