package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.Aligning;
import io.bearings.okr.Alignment;
import io.bearings.okr.History;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultDraft;
import io.bearings.okr.KeyResultPlanning;
import io.bearings.okr.ObjectiveDraft;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Planning;
import io.bearings.okr.ProjectTeams;
import io.bearings.okr.Step;
import io.bearings.progress.Overview;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Objectives. */
@Component
@Path("objectives")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class ObjectivesResource {
  private final Answers answers;
  private final Writes writes;
  private final Planning planning;
  private final KeyResultPlanning keyResults;
  private final Aligning aligning;
  private final History history;
  private final ProjectTeams teams;
  private final Overview overview;
  private final People people;

  @Inject
  public ObjectivesResource(
      Answers answers,
      Writes writes,
      Planning planning,
      KeyResultPlanning keyResults,
      Aligning aligning,
      History history,
      ProjectTeams teams,
      Overview overview,
      People people) {
    this.answers = answers;
    this.writes = writes;
    this.planning = planning;
    this.keyResults = keyResults;
    this.aligning = aligning;
    this.history = history;
    this.teams = teams;
    this.overview = overview;
    this.people = people;
  }

  /**
   * Objectives with their figures: all of a project, or those of units, cycles, states, labels,
   * owners and titles, page by page. A client that sends the entity tag of its last answer as
   * {@code If-None-Match} gets 304 while nothing of it has changed.
   */
  @GET
  public Response list(@Context UriInfo uri, @Context Request request) {
    MultivaluedMap<String, String> parameters = uri.getQueryParameters();
    return answers.unlessSeen(request, who -> list(who, parameters));
  }

  private Object list(Person who, MultivaluedMap<String, String> parameters) {
    Optional<String> project = WorkspaceResource.given(parameters.getFirst("project"));
    return project.isPresent()
        ? ProjectView.of(
            overview.ofProject(who, project.get(), ObjectiveQueries.inCycle(parameters)))
        : ObjectivesView.of(overview.list(who, ObjectiveQueries.of(parameters)));
  }

  /**
   * Creates a draft, with key results if there are any. Its place is a unit and a cycle, or, for
   * clients that know projects only, the unit of a project.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@Context HttpServletRequest request, String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          Optional<Long> unitId = body.optionalId("unitId");
          Optional<Long> cycleId = body.optionalId("cycleId");
          String projectKey = body.text("projectKey");
          ObjectiveDraft draft = DraftBodies.objective(body, DraftBodies.keyResults(body));
          body.finish();
          long unit = unitId.orElseGet(() -> unitOf(writer.who(), projectKey, draft));
          return view(writer.who(), planning.create(writer, unit, cycleId, draft).id());
        });
  }

  private long unitOf(Person who, String projectKey, ObjectiveDraft draft) {
    String key = Parameters.required("unitId", projectKey);
    planning.check(who, draft);
    return teams.of(who, key);
  }

  /** One objective. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    return answers.ok(who -> view(who, Parameters.id(id)));
  }

  /** Changes what an objective says; a field that is left out stays as it is. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response edit(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          ObjectiveDraft draft = DraftBodies.objective(body, List.of());
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

  /** Moves it to another unit or cycle; without a cycle into the backlog. */
  @POST
  @Path("{id}/move")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response move(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          long unitId = body.id("unitId");
          Optional<Long> cycleId = body.optionalId("cycleId");
          body.finish();
          return view(
              writer.who(),
              planning.move(writer, Parameters.id(id), version, unitId, cycleId).id());
        },
        who -> view(who, Parameters.id(id)));
  }

  /** Copies it without any progress; without a cycle into the backlog. */
  @POST
  @Path("{id}/duplicate")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response duplicate(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          long unitId = body.id("unitId");
          Optional<Long> cycleId = body.optionalId("cycleId");
          body.finish();
          return view(
              writer.who(), planning.duplicate(writer, Parameters.id(id), unitId, cycleId).id());
        });
  }

  /** Adds a key result. */
  @POST
  @Path("{id}/key-results")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response addKeyResult(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          KeyResultDraft draft = DraftBodies.keyResult(body);
          body.finish();
          KeyResult created = keyResults.add(writer, Parameters.id(id), draft);
          return KeyResultView.of(overview.ofKeyResult(writer.who(), created.id()));
        });
  }

  /** Draws an arrow to another objective or to its key result. */
  @POST
  @Path("{id}/alignments")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response align(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          Aligning.Draft draft =
              new Aligning.Draft(
                  body.word("kind", Alignment.Kind.class),
                  body.optionalId("toObjectiveId"),
                  body.optionalId("toKeyResultId"),
                  body.optionalNumber("weight"),
                  body.optionalText("reason"));
          body.finish();
          return AlignmentView.of(aligning.draw(writer, Parameters.id(id), draft));
        });
  }

  /** What moved its score, and those of its key results, latest first. */
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
              history.ofObjective(who, Parameters.id(id), Parameters.before(cursor), most),
              most,
              people);
        });
  }

  private ObjectiveView view(Person who, long id) {
    return ObjectiveView.of(overview.ofObjective(who, id));
  }
}
