package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A board that a unit names.
 *
 * @param name null where the person may not see the board, or it is gone
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BoardRefView(@JsonProperty("id") long id, @JsonProperty("name") String name) {}
