package io.bearings.host.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Keeps the status that a resource or Jersey itself chose, and gives it a body. */
final class RefusedRequest implements ExceptionMapper<WebApplicationException> {
  @Override
  public Response toResponse(WebApplicationException refused) {
    Response response = refused.getResponse();
    if (response.hasEntity() || response.getStatus() < 400) {
      return response;
    }
    Response body = Answers.refusal(response.getStatus(), refused.getMessage());
    return Response.fromResponse(response)
        .type(body.getMediaType())
        .entity(body.getEntity())
        .build();
  }
}
