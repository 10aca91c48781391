package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.Message;
import io.bearings.okr.People;
import io.bearings.okr.Refusal;
import io.bearings.talk.Annotating;
import io.bearings.talk.Annotation;
import io.bearings.talk.AnnotationDraft;
import io.bearings.talk.Place;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Outside events that explain numbers. A place is written {@code objective:12}. */
@Component
@Path("annotations")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class AnnotationsResource {
  private static final Map<String, Place.Kind> KINDS =
      Map.of(
          "unit", Place.Kind.UNIT,
          "cycle", Place.Kind.CYCLE,
          "objective", Place.Kind.OBJECTIVE,
          "key-result", Place.Kind.KEY_RESULT,
          "kpi", Place.Kind.KPI);
  private static final Pattern PLACE = Pattern.compile("([a-z-]+):(\\d{1,18})");

  private final Answers answers;
  private final Writes writes;
  private final Annotating annotating;
  private final People people;

  @Inject
  public AnnotationsResource(Answers answers, Writes writes, Annotating annotating, People people) {
    this.answers = answers;
    this.writes = writes;
    this.annotating = annotating;
    this.people = people;
  }

  /** The annotations of a place with those that it inherits, the latest first. */
  @GET
  public Response annotations(@QueryParam("on") String on) {
    return answers.ok(
        who ->
            new AnnotationsView(annotating.on(who, place(on)).stream().map(this::view).toList()));
  }

  /** Writes down an event. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(
      @Context HttpServletRequest request, @QueryParam("on") String on, String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          Place place = place(on);
          AnnotationDraft draft = draft(body);
          body.finish();
          return view(annotating.add(writer.who(), place, draft));
        });
  }

  private static AnnotationDraft draft(Body body) {
    return new AnnotationDraft(body.text("text"), body.optionalDay("from"), body.optionalDay("to"));
  }

  /** Changes text and days of an event, for whoever wrote it and for leads. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          AnnotationDraft draft = draft(body);
          body.finish();
          return view(annotating.change(writer.who(), Parameters.id(id), version, draft));
        },
        who -> view(annotating.one(who, Parameters.id(id))));
  }

  /** Takes an event away. */
  @POST
  @Path("{id}/remove")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response remove(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return removed(request, id, json, true);
  }

  /** Puts an event back that was taken away. */
  @POST
  @Path("{id}/restore")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response restore(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return removed(request, id, json, false);
  }

  private Response removed(HttpServletRequest request, String id, String json, boolean away) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          body.finish();
          return view(annotating.remove(writer.who(), Parameters.id(id), version, away));
        },
        who -> view(annotating.one(who, Parameters.id(id))));
  }

  private static Place place(String on) {
    Matcher place = PLACE.matcher(Parameters.required("on", on));
    if (!place.matches() || !KINDS.containsKey(place.group(1))) {
      throw new Refusal.Invalid(Map.of("on", Message.of("bearings.error.noPlace")));
    }
    return new Place(KINDS.get(place.group(1)), Long.parseLong(place.group(2)));
  }

  private AnnotationView view(Annotating.Shown shown) {
    return view(shown, people);
  }

  /** An annotation with the name of whoever wrote it. */
  static AnnotationView view(Annotating.Shown shown, People people) {
    Annotation annotation = shown.annotation();
    String kind = annotation.on().kind().name().toLowerCase(Locale.ROOT);
    return new AnnotationView(
        annotation.id(),
        kind.replace('_', '-') + ":" + annotation.on().id(),
        annotation.text(),
        annotation.first().toString(),
        annotation.last().map(LocalDate::toString).orElse(null),
        PersonView.of(annotation.byKey(), people),
        annotation.at().toString(),
        annotation.version(),
        shown.mayChange());
  }

  /** The annotations of a place. */
  public record AnnotationsView(@JsonProperty("annotations") List<AnnotationView> annotations) {}

  /**
   * An outside event.
   *
   * @param on where it was written down, perhaps above the place that was asked for
   * @param to the last day; null where it did not last
   * @param version to be named by whoever changes it
   * @param mayChange whether the reader may change it and take it away
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record AnnotationView(
      @JsonProperty("id") long id,
      @JsonProperty("on") String on,
      @JsonProperty("text") String text,
      @JsonProperty("from") String from,
      @JsonProperty("to") String to,
      @JsonProperty("by") PersonView by,
      @JsonProperty("at") String at,
      @JsonProperty("version") int version,
      @JsonProperty("mayChange") boolean mayChange)
      implements Versioned {}
}
