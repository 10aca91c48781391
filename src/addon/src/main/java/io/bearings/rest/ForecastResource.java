package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.Forecasting;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** Where key results are heading. */
@Component
@Path("key-results")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class ForecastResource {
  private final Answers answers;
  private final Forecasting forecasting;

  @Inject
  public ForecastResource(Answers answers, Forecasting forecasting) {
    this.answers = answers;
    this.forecasting = forecasting;
  }

  /** Where a key result is heading, by all of its check-ins. */
  @GET
  @Path("{id}/forecast")
  public Response forecast(@PathParam("id") String id) {
    return answers.ok(who -> ForecastView.of(forecasting.of(who, Parameters.id(id))));
  }
}
