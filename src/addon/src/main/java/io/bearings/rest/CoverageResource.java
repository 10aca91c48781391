package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.review.Coverage;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** How ready the units of a branch are for a cycle. */
@Component
@Path("coverage")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class CoverageResource {
  private final Answers answers;
  private final Coverage coverage;

  @Inject
  public CoverageResource(Answers answers, Coverage coverage) {
    this.answers = answers;
    this.coverage = coverage;
  }

  /** The units that a cycle serves, as far as the person answers for them or reads all. */
  @GET
  public Response coverage(@QueryParam("cycle") String cycle) {
    return answers.ok(
        who -> CoverageView.of(coverage.of(who, Parameters.requiredId("cycle", cycle))));
  }
}
