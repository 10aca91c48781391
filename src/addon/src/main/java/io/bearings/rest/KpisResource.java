package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.kpi.KpiDraft;
import io.bearings.kpi.KpiOverview;
import io.bearings.kpi.KpiPlanning;
import io.bearings.kpi.Segment;
import io.bearings.okr.Message;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.talk.Annotating;
import io.bearings.talk.Annotation;
import io.bearings.talk.Place;
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
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** KPIs: their sheets, and what came of them. */
@Component
@Path("kpis")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class KpisResource {
  private final Answers answers;
  private final Writes writes;
  private final KpiPlanning planning;
  private final KpiOverview overview;
  private final KpiViews views;
  private final Annotating annotating;
  private final People people;

  @Inject
  public KpisResource(
      Answers answers,
      Writes writes,
      KpiPlanning planning,
      KpiOverview overview,
      KpiViews views,
      Annotating annotating,
      People people) {
    this.answers = answers;
    this.writes = writes;
    this.planning = planning;
    this.overview = overview;
    this.views = views;
    this.annotating = annotating;
    this.people = people;
  }

  /** The KPIs of a unit, with those of the units below it where they are wanted. */
  @GET
  public Response board(
      @QueryParam("unit") String unit,
      @QueryParam("below") @DefaultValue("false") String below,
      @QueryParam("archived") @DefaultValue("false") String archived) {
    return answers.ok(
        who ->
            views.board(
                overview.board(
                    who,
                    Parameters.requiredId("unit", unit),
                    Boolean.parseBoolean(below),
                    Boolean.parseBoolean(archived))));
  }

  /** Creates a KPI. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@Context HttpServletRequest request, String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          long unitId = body.id("unitId");
          KpiDraft draft = KpiBodies.kpi(body);
          body.finish();
          return views.kpi(writer.who(), planning.create(writer, unitId, draft).id());
        });
  }

  /** One KPI. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    return answers.ok(who -> views.kpi(who, Parameters.id(id)));
  }

  /** Changes a sheet; a field that is left out stays as it is. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          Optional<Long> unitId = body.optionalId("unitId");
          KpiDraft draft = KpiBodies.kpi(body);
          Optional<String> reason = body.optionalText("reason");
          body.finish();
          return views.kpi(
              writer.who(),
              planning.change(writer, Parameters.id(id), version, unitId, draft, reason).id());
        },
        who -> views.kpi(who, Parameters.id(id)));
  }

  /** Puts it away. */
  @POST
  @Path("{id}/archive")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response archive(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return archived(request, id, json, true);
  }

  /** Takes it out again. */
  @POST
  @Path("{id}/restore")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response restore(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return archived(request, id, json, false);
  }

  private Response archived(HttpServletRequest request, String id, String json, boolean archived) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          body.finish();
          return views.kpi(
              writer.who(), planning.archive(writer, Parameters.id(id), version, archived).id());
        },
        who -> views.kpi(who, Parameters.id(id)));
  }

  /** What was changed on the sheet, latest first. */
  @GET
  @Path("{id}/history")
  public Response history(
      @PathParam("id") String id,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    return answers.ok(
        who -> {
          int most = Parameters.number("limit", limit);
          return KpiChangesView.of(
              planning.history(who, Parameters.id(id), Parameters.before(cursor), most),
              most,
              people);
        });
  }

  /** What came of it from period to period, in total or of one segment. */
  @GET
  @Path("{id}/series")
  public Response series(
      @PathParam("id") String id,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("dimension") String dimension,
      @QueryParam("segment") String segment) {
    return answers.ok(
        who -> {
          KpiOverview.Past past =
              overview.past(
                  who,
                  Parameters.id(id),
                  Parameters.optionalDay("from", from),
                  Parameters.optionalDay("to", to),
                  segment(dimension, segment));
          return views.series(past, annotations(who, past));
        });
  }

  /** A KPI and what came of it, as far as a picture of both needs it: at most six statements. */
  @GET
  @Path("{id}/picture")
  public Response picture(@PathParam("id") String id, @QueryParam("from") String from) {
    return answers.ok(
        who -> {
          KpiOverview.Picture picture =
              overview.picture(who, Parameters.id(id), Parameters.optionalDay("from", from));
          return views.picture(picture, touching(annotating.on(picture.seen()), picture.past()));
        });
  }

  private static Optional<Segment> segment(String dimension, String name) {
    boolean given = name != null && !name.isBlank();
    if (given != (dimension != null && !dimension.isBlank())) {
      throw new Refusal.Invalid(
          Map.of(given ? "dimension" : "segment", Message.of("bearings.error.required")));
    }
    return given ? Optional.of(new Segment(dimension, name)) : Optional.empty();
  }

  private List<AnnotationsResource.AnnotationView> annotations(Person who, KpiOverview.Past past) {
    return touching(annotating.on(who, new Place(Place.Kind.KPI, past.sheet().id())), past);
  }

  private List<AnnotationsResource.AnnotationView> touching(
      List<Annotating.Shown> all, KpiOverview.Past past) {
    return all.stream()
        .filter(each -> touches(each.annotation(), past.from(), past.to()))
        .map(each -> AnnotationsResource.view(each, people))
        .toList();
  }

  private static boolean touches(Annotation annotation, LocalDate from, LocalDate to) {
    return !annotation.first().isAfter(to)
        && !annotation.last().orElse(annotation.first()).isBefore(from);
  }
}
