package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.People;
import io.bearings.talk.Inbox;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** What the person who asks was told. */
@Component
@Path("inbox")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {
  private final Answers answers;
  private final Writes writes;
  private final Inbox inbox;
  private final People people;

  @Inject
  public InboxResource(Answers answers, Writes writes, Inbox inbox, People people) {
    this.answers = answers;
    this.writes = writes;
    this.inbox = inbox;
    this.people = people;
  }

  /** The notices, newest first; from the newest on, or those before the cursor. */
  @GET
  public Response inbox(@QueryParam("cursor") String cursor) {
    return answers.ok(
        who -> InboxView.of(inbox.of(who, Parameters.optionalId("cursor", cursor)), people));
  }

  /** Marks one notice as read. */
  @POST
  @Path("{id}/read")
  public Response read(@Context HttpServletRequest request, @PathParam("id") String id) {
    return writes.done(Call.of(request, ""), writer -> inbox.read(writer.who(), Parameters.id(id)));
  }

  /** Marks all notices as read. */
  @POST
  @Path("read")
  public Response readAll(@Context HttpServletRequest request) {
    return writes.done(Call.of(request, ""), writer -> inbox.readAll(writer.who()));
  }
}
