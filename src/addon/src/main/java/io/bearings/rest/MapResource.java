package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.progress.Workspace;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** How the objectives of a cycle hang together. */
@Component
@Path("map")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class MapResource {
  private final Answers answers;
  private final Workspace workspace;

  @Inject
  public MapResource(Answers answers, Workspace workspace) {
    this.answers = answers;
    this.workspace = workspace;
  }

  /** The objectives of a unit and of all units below it, with the arrows between them. */
  @GET
  public Response map(@QueryParam("unit") String unit, @QueryParam("cycle") String cycle) {
    return answers.ok(who -> MapView.of(workspace.map(who, WorkspaceResource.place(unit, cycle))));
  }
}
