package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.People;
import io.bearings.review.Restating;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** An objective in the words of its team. */
@Component
@Path("objectives/{id}/restatements")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class ObjectiveRestatementsResource {
  private final Writes writes;
  private final Restating restating;
  private final People people;

  @Inject
  public ObjectiveRestatementsResource(Writes writes, Restating restating, People people) {
    this.writes = writes;
    this.restating = restating;
    this.people = people;
  }

  /** Says the objective in one's own words, in place of what one wrote before. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response restate(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          String text = body.text("text");
          body.finish();
          return RestatementView.of(
              restating.restate(writer.who(), Parameters.id(id), text), people);
        });
  }
}
