package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.progress.DoubleCounting;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** Work that counts more than once. */
@Component
@Path("key-results")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class DoubleCountResource {
  private final Answers answers;
  private final DoubleCounting doubles;

  @Inject
  public DoubleCountResource(Answers answers, DoubleCounting doubles) {
    this.answers = answers;
    this.doubles = doubles;
  }

  /**
   * The issues of a key result that count for another one too: of the same objective, or above or
   * below it by a contribution.
   */
  @GET
  @Path("{id}/double-counts")
  public Response doubles(@PathParam("id") String id) {
    return answers.ok(who -> DoubleCountView.of(doubles.ofKeyResult(who, Parameters.id(id))));
  }
}
