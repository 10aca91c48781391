package io.bearings.host.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Refusals in the form that Jira's own resources use. */
final class Answers {
  private Answers() {}

  static Response refusal(int status, String message) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(Map.of("errorMessages", List.of(message), "errors", Map.of()))
        .build();
  }
}
