package io.bearings.host.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.stream.Collectors;

/** A body that cannot be read is the client's mistake: 400, naming the field. */
final class MalformedJson implements ExceptionMapper<JsonProcessingException> {
  @Override
  public Response toResponse(JsonProcessingException malformed) {
    if (malformed instanceof InvalidDefinitionException) {
      // The add-on's own class cannot be read or written.
      return new UnexpectedFailure().toResponse(malformed);
    }
    return Answers.refusal(400, message(malformed));
  }

  private static String message(JsonProcessingException malformed) {
    if (malformed instanceof UnrecognizedPropertyException unknown) {
      return "Unrecognized field \"" + unknown.getPropertyName() + "\"";
    }
    if (malformed instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String field =
          mapping.getPath().stream()
              .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
              .collect(Collectors.joining("."));
      return "The field \"" + field + "\" cannot be read: " + malformed.getOriginalMessage();
    }
    return "The body is no JSON that is expected here: " + malformed.getOriginalMessage();
  }
}
