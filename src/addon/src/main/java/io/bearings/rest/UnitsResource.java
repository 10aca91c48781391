package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.Access;
import io.bearings.okr.Assignment;
import io.bearings.okr.CadenceSetting;
import io.bearings.okr.Capacity;
import io.bearings.okr.Message;
import io.bearings.okr.Openness;
import io.bearings.okr.Organisation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.Role;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitDraft;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettingsDraft;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The units of the organisation, and the roles in them. */
@Component
@Path("units")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class UnitsResource {
  private final Answers answers;
  private final Writes writes;
  private final Organisation organisation;
  private final UnitViews views;
  private final Access access;
  private final People people;

  @Inject
  public UnitsResource(
      Answers answers,
      Writes writes,
      Organisation organisation,
      UnitViews views,
      Access access,
      People people) {
    this.answers = answers;
    this.writes = writes;
    this.organisation = organisation;
    this.views = views;
    this.access = access;
    this.people = people;
  }

  /** All units that the person may see. */
  @GET
  public Response all() {
    return answers.ok(who -> new UnitsView(views.all(organisation.standpoint(who))));
  }

  /** Creates a unit. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@Context HttpServletRequest request, String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          UnitDraft draft = draft(writer.who(), body);
          return view(writer.who(), organisation.create(writer.who(), draft));
        });
  }

  /** One unit. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    return answers.ok(who -> stored(who, Parameters.id(id)));
  }

  /** Changes what a unit says of itself. */
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
          UnitDraft draft = draft(who, body);
          return view(who, organisation.edit(who, Parameters.id(id), version, draft));
        },
        who -> stored(who, Parameters.id(id)));
  }

  /** Puts a unit away. */
  @POST
  @Path("{id}/archive")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response archive(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          body.finish();
          return view(writer.who(), organisation.archive(writer.who(), Parameters.id(id), version));
        },
        who -> stored(who, Parameters.id(id)));
  }

  /** Takes a unit back into use. */
  @POST
  @Path("{id}/restore")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response restore(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          body.finish();
          return view(writer.who(), organisation.restore(writer.who(), Parameters.id(id), version));
        },
        who -> stored(who, Parameters.id(id)));
  }

  /** The roles that were given in a unit. */
  @GET
  @Path("{id}/roles")
  public Response roles(@PathParam("id") String id) {
    return answers.ok(who -> RolesView.of(organisation.roles(who, Parameters.id(id)), people));
  }

  /** Replaces the roles that were given in a unit. */
  @PUT
  @Path("{id}/roles")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response assign(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          List<Body> given = body.objects("roles");
          List<Optional<Assignment>> roles = given.stream().map(UnitsResource::assignment).toList();
          body.finish();
          requireHolders(roles);
          return RolesView.of(
              organisation.assign(
                  writer.who(),
                  Parameters.id(id),
                  version,
                  roles.stream().flatMap(Optional::stream).toList()),
              people);
        },
        who -> RolesView.of(organisation.roles(who, Parameters.id(id)), people));
  }

  private UnitView stored(Person who, long id) {
    Standpoint standpoint = organisation.standpoint(who);
    return standpoint
        .unit(id)
        .map(unit -> views.of(standpoint, unit))
        .orElseThrow(() -> new Refusal.NotFound(String.valueOf(id)));
  }

  /** Whoever saved a unit sees what became of it, even when they gave away the right to see it. */
  private UnitView view(Person who, Unit unit) {
    return views.of(organisation.standpoint(who), unit);
  }

  private UnitDraft draft(Person who, Body body) {
    List<Body> projects = body.objects("projects");
    List<ProjectName> named = projects.stream().map(ProjectName::of).toList();
    UnitDraft draft =
        new UnitDraft(
            body.text("name"),
            body.optionalWord("level", UnitLevel.class),
            body.optionalId("parentId"),
            userKey(body, "lead"),
            userKey(body, "deputy"),
            body.optionalText("group").filter(name -> !name.isBlank()),
            List.of(),
            boards(body),
            body.optionalWord("openness", Openness.class),
            body.optionalObject("settings").map(UnitsResource::settings));
    body.finish();
    return withProjects(draft, named.stream().map(each -> idOf(who, each)).toList());
  }

  /** A project as a request names it: by its id or by its key. */
  private record ProjectName(Optional<Long> id, String key) {
    private static ProjectName of(Body body) {
      body.ignore("name");
      return new ProjectName(body.optionalId("id"), body.text("key"));
    }
  }

  private long idOf(Person who, ProjectName project) {
    return project
        .id()
        .or(() -> access.project(who, project.key()).map(ProjectRef::id))
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    Map.of("projects", Message.of("bearings.error.noProject", project.key()))));
  }

  private static UnitDraft withProjects(UnitDraft draft, List<Long> projectIds) {
    return new UnitDraft(
        draft.name(),
        draft.level(),
        draft.parentId(),
        draft.leadKey(),
        draft.deputyKey(),
        draft.groupName(),
        projectIds,
        draft.boardIds(),
        draft.openness(),
        draft.settings());
  }

  /** The boards by their ids; a request without the field says nothing of them. */
  private static Optional<List<Long>> boards(Body body) {
    if (!body.gives("boards")) {
      return Optional.empty();
    }
    return Optional.of(
        body.objects("boards").stream()
            .map(
                board -> {
                  board.ignore("name");
                  return board.id("id");
                })
            .toList());
  }

  private static Optional<String> userKey(Body body, String name) {
    return body.optionalObject(name)
        .map(
            person -> {
              person.ignore("name");
              return person.text("key");
            })
        .filter(key -> !key.isBlank());
  }

  private static UnitSettingsDraft settings(Body body) {
    return new UnitSettingsDraft(
        body.optionalObject("thresholds")
            .map(pace -> new UnitSettingsDraft.Pace(pace.number("onTrack"), pace.number("atRisk"))),
        body.optionalObject("cadence").map(UnitsResource::cadence).orElse(CadenceSetting.DEFAULT),
        body.flag("advanced"),
        body.optionalObject("capacity").map(UnitsResource::capacity).orElse(Capacity.DEFAULT));
  }

  private static CadenceSetting cadence(Body body) {
    CadenceSetting usual = CadenceSetting.DEFAULT;
    return new CadenceSetting(
        body.optionalWord("every", CadenceSetting.Every.class).orElse(usual.every()),
        body.optionalWord("day", DayOfWeek.class).orElse(usual.day()),
        body.optionalWhole("dayOfMonth").orElse(usual.dayOfMonth()),
        body.optionalWhole("hour").orElse(usual.hour()));
  }

  private static Capacity capacity(Body body) {
    Capacity usual = Capacity.DEFAULT;
    return new Capacity(
        body.optionalWhole("members").orElse(usual.members()),
        body.optionalNumber("hoursPerDay").orElse(usual.hoursPerDay()),
        body.optionalNumber("focusShare").orElse(usual.focusShare()));
  }

  /** A role with the one who has it; absent where a request does not name exactly one. */
  private static Optional<Assignment> assignment(Body body) {
    Optional<Role> role = Optional.of(body.word("role", Role.class));
    Optional<Assignment.Holder> person = userKey(body, "person").map(Assignment.OnePerson::new);
    Optional<Assignment.Holder> group =
        body.optionalText("group").filter(name -> !name.isBlank()).map(Assignment.AllOf::new);
    if (person.isPresent() == group.isPresent()) {
      return Optional.empty();
    }
    return role.map(each -> new Assignment(each, person.or(() -> group).orElseThrow()));
  }

  private static void requireHolders(List<Optional<Assignment>> roles) {
    for (int i = 0; i < roles.size(); i++) {
      if (roles.get(i).isEmpty()) {
        throw new Refusal.Invalid(
            Map.of("roles[" + i + "].person", Message.of("bearings.error.role.holder")));
      }
    }
  }
}
