package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A new secret by which calls are signed.
 *
 * @param secret shown this once
 */
public record HookSecretView(@JsonProperty("secret") String secret) {}
