package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.EvidenceDraft;
import io.bearings.okr.GivingEvidence;
import io.bearings.okr.People;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
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

/** The evidence for key results. */
@Component
@Path("key-results")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class EvidenceResource {
  private final Answers answers;
  private final Writes writes;
  private final GivingEvidence giving;
  private final People people;

  @Inject
  public EvidenceResource(Answers answers, Writes writes, GivingEvidence giving, People people) {
    this.answers = answers;
    this.writes = writes;
    this.giving = giving;
    this.people = people;
  }

  /** The evidence for a key result, newest first. */
  @GET
  @Path("{id}/evidence")
  public Response evidence(@PathParam("id") String id, @QueryParam("cursor") String cursor) {
    return answers.ok(
        who ->
            EvidenceListView.of(
                giving.of(who, Parameters.id(id), Parameters.optionalId("cursor", cursor)),
                people));
  }

  /** Gives a piece of evidence. */
  @POST
  @Path("{id}/evidence")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response give(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          EvidenceDraft draft =
              new EvidenceDraft(
                  body.text("text"),
                  body.optionalText("url").filter(url -> !url.isBlank()),
                  body.optionalDay("on"));
          body.finish();
          return EvidenceView.of(giving.give(writer.who(), Parameters.id(id), draft), people);
        });
  }
}
