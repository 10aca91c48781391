package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.kpi.KpiChoices;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** What a key result can read. */
@Component
@Path("kpi-choices")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class KpiChoicesResource {
  private final Answers answers;
  private final KpiChoices choices;

  @Inject
  public KpiChoicesResource(Answers answers, KpiChoices choices) {
    this.answers = answers;
    this.choices = choices;
  }

  /** The KPIs of a unit and of the units above it, as far as the reader may see them. */
  @GET
  public Response choices(@QueryParam("unit") String unit) {
    return answers.ok(
        who -> KpiChoicesView.of(choices.of(who, Parameters.requiredId("unit", unit))));
  }
}
