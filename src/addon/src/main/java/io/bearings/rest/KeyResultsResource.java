package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.KeyResultDraft;
import io.bearings.okr.Person;
import io.bearings.okr.Planning;
import io.bearings.okr.WeightBy;
import io.bearings.progress.Linking;
import io.bearings.progress.Overview;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.springframework.stereotype.Component;

/** Key results and the issues that are attached to them. */
@Component
@Path("key-results")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class KeyResultsResource {
  private final Answers answers;
  private final Planning planning;
  private final Overview overview;
  private final Linking linking;

  @Inject
  public KeyResultsResource(
      Answers answers, Planning planning, Overview overview, Linking linking) {
    this.answers = answers;
    this.planning = planning;
    this.overview = overview;
    this.linking = linking;
  }

  /** Key results that an issue could be attached to. */
  @GET
  public Response candidates(
      @QueryParam("issue") String issueKey,
      @QueryParam("query") @DefaultValue("") String query,
      @QueryParam("limit") @DefaultValue("20") String limit) {
    return answers.ok(
        who ->
            CandidatesView.of(
                linking.candidates(
                    who,
                    Parameters.required("issue", issueKey),
                    query,
                    Parameters.number("limit", limit))));
  }

  /** One key result. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    return answers.ok(who -> view(who, Parameters.id(id)));
  }

  /** Changes title, weight and kind of weight. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response edit(@PathParam("id") String id, String json) {
    return answers.saved(
        who -> {
          Body body = Body.of(json);
          int version = body.version();
          KeyResultDraft draft = draft(body);
          body.finish();
          return view(who, planning.editKeyResult(who, Parameters.id(id), version, draft).id());
        },
        who -> view(who, Parameters.id(id)));
  }

  /** The issues of a key result. */
  @GET
  @Path("{id}/links")
  public Response links(@PathParam("id") String id) {
    return answers.ok(who -> KeyResultLinksView.of(linking.ofKeyResult(who, Parameters.id(id))));
  }

  /** Attaches issues. */
  @POST
  @Path("{id}/links")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response attach(@PathParam("id") String id, String json) {
    return answers.changed(
        who -> {
          Body body = Body.of(json);
          List<String> issueKeys = body.texts("issueKeys");
          body.finish();
          return AttachedView.of(linking.attach(who, Parameters.id(id), issueKeys));
        });
  }

  /** Takes an issue off. */
  @DELETE
  @Path("{id}/links/{linkId}")
  public Response detach(@PathParam("id") String id, @PathParam("linkId") String linkId) {
    return answers.done(who -> linking.detach(who, Parameters.id(id), Parameters.id(linkId)));
  }

  /** A key result as a request describes it. */
  static KeyResultDraft draft(Body body) {
    return new KeyResultDraft(
        body.text("title"),
        body.optionalNumber("weight"),
        body.optionalWord("weightBy", WeightBy.class));
  }

  private KeyResultView view(Person who, long id) {
    return KeyResultView.of(overview.ofKeyResult(who, id));
  }
}
