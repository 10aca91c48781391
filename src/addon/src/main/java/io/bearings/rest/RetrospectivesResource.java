package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.People;
import io.bearings.review.Retrospectives;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** What cycles came to in units, and why. */
@Component
@Path("retrospectives")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class RetrospectivesResource {
  private final Answers answers;
  private final Retrospectives retrospectives;
  private final People people;

  @Inject
  public RetrospectivesResource(Answers answers, Retrospectives retrospectives, People people) {
    this.answers = answers;
    this.retrospectives = retrospectives;
    this.people = people;
  }

  /**
   * The matrix of KPIs and results of a unit in a cycle, and for each objective that was not
   * achieved all causes that hold, the first one leading, with their evidence. While the cycle runs
   * it is what would be said today.
   */
  @GET
  @Path("{unit}/{cycle}")
  public Response one(@PathParam("unit") String unit, @PathParam("cycle") String cycle) {
    return answers.ok(
        who ->
            RetrospectiveView.of(
                retrospectives.of(who, Parameters.id(unit), Parameters.id(cycle)), people));
  }
}
