package io.bearings.host.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What nobody expected: 500 with a reference, under which the log has all of it. */
final class UnexpectedFailure implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailure.class);

  @Override
  public Response toResponse(Throwable failure) {
    String reference = UUID.randomUUID().toString();
    LOG.error("A resource failed, reference {}", reference, failure);
    return Answers.refusal(500, "Internal server error, reference " + reference);
  }
}
