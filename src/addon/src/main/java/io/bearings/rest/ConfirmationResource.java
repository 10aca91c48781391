package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.GivingEvidence;
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

/** The confirmation of evidence by a second person. */
@Component
@Path("evidence")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class ConfirmationResource {
  private final Writes writes;
  private final GivingEvidence giving;
  private final People people;

  @Inject
  public ConfirmationResource(Writes writes, GivingEvidence giving, People people) {
    this.writes = writes;
    this.giving = giving;
    this.people = people;
  }

  /** Confirms a piece of evidence that somebody else gave. */
  @POST
  @Path("{id}/confirm")
  public Response confirm(@Context HttpServletRequest request, @PathParam("id") String id) {
    return writes.changed(
        Call.of(request, ""),
        writer -> EvidenceView.of(giving.confirm(writer.who(), Parameters.id(id)), people));
  }
}
