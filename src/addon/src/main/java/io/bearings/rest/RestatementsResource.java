package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.People;
import io.bearings.review.Restatement.Verdict;
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

/** What people wrote in their own words, for the lead to judge. */
@Component
@Path("restatements")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class RestatementsResource {
  private final Writes writes;
  private final Restating restating;
  private final People people;

  @Inject
  public RestatementsResource(Writes writes, Restating restating, People people) {
    this.writes = writes;
    this.restating = restating;
    this.people = people;
  }

  /** Says whether it means the same as the objective: SAME or DIFFERENT. */
  @POST
  @Path("{id}/verdict")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response judge(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.changed(
        Call.of(request, json),
        (writer, body) -> {
          Verdict verdict = body.word("verdict", Verdict.class);
          body.finish();
          return RestatementView.of(
              restating.judge(writer.who(), Parameters.id(id), verdict), people);
        });
  }
}
