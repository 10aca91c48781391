package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.History;
import io.bearings.okr.KeyResultDraft;
import io.bearings.okr.KeyResultPlanning;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Step;
import io.bearings.progress.Linking;
import io.bearings.progress.Offering;
import io.bearings.progress.Overview;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Key results and the issues that are attached to them. */
@Component
@Path("key-results")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class KeyResultsResource {
  private final Answers answers;
  private final Writes writes;
  private final KeyResultPlanning planning;
  private final History history;
  private final Overview overview;
  private final Linking linking;
  private final Offering offering;
  private final People people;

  @Inject
  public KeyResultsResource(
      Answers answers,
      Writes writes,
      KeyResultPlanning planning,
      History history,
      Overview overview,
      Linking linking,
      Offering offering,
      People people) {
    this.answers = answers;
    this.writes = writes;
    this.planning = planning;
    this.history = history;
    this.overview = overview;
    this.linking = linking;
    this.offering = offering;
    this.people = people;
  }

  /** Key results that an issue could be attached to, the likely ones first. */
  @GET
  public Response candidates(
      @QueryParam("issue") String issueKey,
      @QueryParam("query") @DefaultValue("") String query,
      @QueryParam("limit") @DefaultValue("20") String limit) {
    return answers.ok(
        who ->
            CandidatesView.of(
                offering.candidates(
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

  /** Changes what a key result says; a field that is left out stays as it is. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response edit(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          KeyResultDraft draft = DraftBodies.keyResult(body);
          body.finish();
          return view(writer.who(), planning.edit(writer, Parameters.id(id), version, draft).id());
        },
        who -> view(who, Parameters.id(id)));
  }

  /** Makes a draft active. */
  @POST
  @Path("{id}/publish")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response publish(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return step(request, id, json, body -> new Step.Publish(body.optionalNumber("confidence")));
  }

  /** Ends it with the score that it has. */
  @POST
  @Path("{id}/close")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response close(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return step(request, id, json, body -> new Step.Close());
  }

  /** Gives it up. */
  @POST
  @Path("{id}/abandon")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response abandon(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return step(request, id, json, body -> new Step.Abandon(body.text("reason")));
  }

  /** Goes on with what was closed or given up. */
  @POST
  @Path("{id}/reopen")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response reopen(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return step(request, id, json, body -> new Step.Reopen());
  }

  /** Puts it away. */
  @POST
  @Path("{id}/archive")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response archive(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return step(request, id, json, body -> new Step.Archive());
  }

  /** Takes it out again. */
  @POST
  @Path("{id}/restore")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response restore(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return step(request, id, json, body -> new Step.Restore());
  }

  private Response step(
      HttpServletRequest request, String id, String json, Function<Body, Step> reader) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          Step step = reader.apply(body);
          body.finish();
          return view(writer.who(), planning.take(writer, Parameters.id(id), version, step).id());
        },
        who -> view(who, Parameters.id(id)));
  }

  /** Moves it to another objective. */
  @POST
  @Path("{id}/move")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response move(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          long objectiveId = body.id("objectiveId");
          body.finish();
          return view(
              writer.who(), planning.move(writer, Parameters.id(id), version, objectiveId).id());
        },
        who -> view(who, Parameters.id(id)));
  }

  /** Copies it without any progress. */
  @POST
  @Path("{id}/duplicate")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response duplicate(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          long objectiveId = body.id("objectiveId");
          body.finish();
          return view(
              writer.who(), planning.duplicate(writer, Parameters.id(id), objectiveId).id());
        });
  }

  /** What moved its score, latest first. */
  @GET
  @Path("{id}/history")
  public Response history(
      @PathParam("id") String id,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    return answers.ok(
        who -> {
          int most = Parameters.number("limit", limit);
          return ChangesView.of(
              history.ofKeyResult(who, Parameters.id(id), Parameters.before(cursor), most),
              most,
              people);
        });
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
  public Response attach(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.changed(
        Call.of(request, json),
        (writer, body) -> {
          List<String> issueKeys = body.texts("issueKeys");
          body.finish();
          return AttachedView.of(linking.attach(writer.who(), Parameters.id(id), issueKeys));
        });
  }

  /** Takes an issue off. */
  @DELETE
  @Path("{id}/links/{linkId}")
  public Response detach(
      @Context HttpServletRequest request,
      @PathParam("id") String id,
      @PathParam("linkId") String linkId) {
    return writes.done(
        Call.of(request, ""),
        writer -> linking.detach(writer.who(), Parameters.id(id), Parameters.id(linkId)));
  }

  private KeyResultView view(Person who, long id) {
    return KeyResultView.of(overview.ofKeyResult(who, id));
  }
}
