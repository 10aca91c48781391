package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.progress.WorkForecasting;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** When linked work will be done. */
@Component
@Path("key-results")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class WorkForecastResource {
  private final Answers answers;
  private final WorkForecasting forecasting;

  @Inject
  public WorkForecastResource(Answers answers, WorkForecasting forecasting) {
    this.answers = answers;
    this.forecasting = forecasting;
  }

  /**
   * When a key result that is fed by issues will succeed: 10,000 runs over what its team finished
   * in past weeks.
   */
  @GET
  @Path("{id}/work-forecast")
  public Response forecast(@PathParam("id") String id) {
    return answers.ok(who -> WorkForecastView.of(forecasting.of(who, Parameters.id(id))));
  }
}
