package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.History;
import io.bearings.okr.People;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** What moved scores. */
@Component
@Path("history")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {
  private final Writes writes;
  private final History history;
  private final People people;

  @Inject
  public HistoryResource(Writes writes, History history, People people) {
    this.writes = writes;
    this.history = history;
    this.people = people;
  }

  /** Agrees to a change. */
  @POST
  @Path("{id}/consent")
  public Response consent(@Context HttpServletRequest request, @PathParam("id") String id) {
    return writes.changed(
        Call.of(request, ""),
        writer -> ChangesView.ChangeView.of(history.consent(writer, Parameters.id(id)), people));
  }
}
