package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.kpi.KpisOfObjective;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** The KPIs that serve an objective. */
@Component
@Path("objectives")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class ObjectiveKpisResource {
  private final Answers answers;
  private final KpisOfObjective kpis;

  @Inject
  public ObjectiveKpisResource(Answers answers, KpisOfObjective kpis) {
    this.answers = answers;
    this.kpis = kpis;
  }

  /** Those that drive it and those that it must not break, with how they stand. */
  @GET
  @Path("{id}/kpis")
  public Response kpis(@PathParam("id") String id) {
    return answers.ok(who -> ObjectiveKpisView.of(kpis.of(who, Parameters.id(id))));
  }
}
