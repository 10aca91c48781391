package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What reading the linked issues again did.
 *
 * @param links how many links there are
 * @param changed how many of them were wrong
 */
public record RereadView(@JsonProperty("links") int links, @JsonProperty("changed") int changed) {}
