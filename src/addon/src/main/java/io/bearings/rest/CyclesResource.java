package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.Access;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleBinding;
import io.bearings.okr.CycleDraft;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CyclePlanning;
import io.bearings.okr.CycleState;
import io.bearings.okr.Message;
import io.bearings.okr.Organisation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.ServingCycles;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
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
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The cycles of units. */
@Component
@Path("cycles")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class CyclesResource {
  private final Answers answers;
  private final Writes writes;
  private final CyclePlanning planning;
  private final Organisation organisation;
  private final CycleViews views;
  private final Access access;
  private final People people;

  @Inject
  public CyclesResource(
      Answers answers,
      Writes writes,
      CyclePlanning planning,
      Organisation organisation,
      CycleViews views,
      Access access,
      People people) {
    this.answers = answers;
    this.writes = writes;
    this.planning = planning;
    this.organisation = organisation;
    this.views = views;
    this.access = access;
    this.people = people;
  }

  /** The cycles that serve a unit: its own and those of the units above. */
  @GET
  public Response serving(@QueryParam("unit") String unit) {
    return answers.ok(
        who -> {
          long unitId =
              Parameters.optionalId("unit", unit)
                  .orElseThrow(
                      () ->
                          new Refusal.Invalid(
                              Map.of("unit", Message.of("bearings.error.required"))));
          ServingCycles serving = planning.serving(who, unitId);
          return new CyclesView(views.of(serving.standpoint(), serving.cycles()));
        });
  }

  /** Creates a cycle. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@Context HttpServletRequest request, String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          Person who = writer.who();
          long unitId = body.id("unitId");
          Written written = Written.of(body);
          body.finish();
          return view(who, planning.create(who, unitId, draft(who, written)));
        });
  }

  /** One cycle. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    return answers.ok(who -> stored(who, Parameters.id(id)));
  }

  /** Changes all but the unit, the kind and the state of a cycle. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response edit(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          Person who = writer.who();
          int version = body.version();
          Written written = Written.of(body);
          body.finish();
          return view(who, planning.edit(who, Parameters.id(id), version, draft(who, written)));
        },
        who -> stored(who, Parameters.id(id)));
  }

  /** Brings a cycle into another state. */
  @POST
  @Path("{id}/state")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response step(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          CycleState to = body.word("state", CycleState.class);
          body.finish();
          return view(writer.who(), planning.step(writer, Parameters.id(id), version, to));
        },
        who -> stored(who, Parameters.id(id)));
  }

  /** The recorded changes of a cycle's state and days. */
  @GET
  @Path("{id}/history")
  public Response history(@PathParam("id") String id) {
    return answers.ok(who -> CycleChangesView.of(planning.changes(who, Parameters.id(id)), people));
  }

  private CycleView stored(Person who, long id) {
    ServingCycles found = planning.one(who, id);
    return views.of(found.standpoint(), found.cycles().get(0));
  }

  private CycleView view(Person who, Cycle cycle) {
    return views.of(organisation.standpoint(who), cycle);
  }

  /** What a request says, with the project still by its key or id. */
  private record Written(
      CycleDraft draft,
      Optional<Long> projectId,
      Optional<String> projectKey,
      Optional<String> epicKey,
      Optional<String> fixVersion) {

    private static Written of(Body body) {
      Optional<Body> project = body.optionalObject("project");
      project.ifPresent(each -> each.ignore("name"));
      return new Written(
          new CycleDraft(
              body.text("name"),
              body.optionalDay("first"),
              body.optionalDay("last"),
              body.optionalWord("kind", CycleKind.class),
              body.optionalWord("length", CycleLength.class),
              body.optionalId("parentId"),
              Optional.empty()),
          project.flatMap(each -> each.optionalId("id")),
          project.flatMap(each -> each.optionalText("key")),
          body.optionalText("epicKey").filter(key -> !key.isBlank()),
          body.optionalText("fixVersion").filter(name -> !name.isBlank()));
    }
  }

  private CycleDraft draft(Person who, Written written) {
    Optional<Long> projectId =
        written.projectId().or(() -> written.projectKey().map(key -> idOf(who, key)));
    CycleDraft draft = written.draft();
    if (projectId.isEmpty()
        && (written.epicKey().isPresent() || written.fixVersion().isPresent())) {
      throw new Refusal.Invalid(Map.of("project", Message.of("bearings.error.required")));
    }
    return new CycleDraft(
        draft.name(),
        draft.first(),
        draft.last(),
        draft.kind(),
        draft.length(),
        draft.parentId(),
        projectId.map(id -> new CycleBinding(id, written.epicKey(), written.fixVersion())));
  }

  private long idOf(Person who, String projectKey) {
    return access
        .project(who, projectKey)
        .map(ProjectRef::id)
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    Map.of("project", Message.of("bearings.error.noProject", projectKey))));
  }
}
