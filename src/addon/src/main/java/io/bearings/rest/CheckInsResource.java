package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.CheckIn;
import io.bearings.okr.CheckInDraft;
import io.bearings.okr.CheckIns;
import io.bearings.okr.CheckingIn;
import io.bearings.okr.Message;
import io.bearings.okr.People;
import io.bearings.okr.Refusal;
import io.bearings.okr.Words;
import io.bearings.progress.OpeningCheckIn;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The check-ins of key results. */
@Component
@Path("key-results")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class CheckInsResource {
  /** A day and the id of a check-in. */
  private static final Pattern CURSOR = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}):(\\d{1,18})");

  private final Answers answers;
  private final Writes writes;
  private final CheckingIn checkingIn;
  private final OpeningCheckIn opening;
  private final People people;

  @Inject
  public CheckInsResource(
      Answers answers,
      Writes writes,
      CheckingIn checkingIn,
      OpeningCheckIn opening,
      People people) {
    this.answers = answers;
    this.writes = writes;
    this.checkingIn = checkingIn;
    this.opening = opening;
    this.people = people;
  }

  /** The check-ins of a key result, the latest day first. */
  @GET
  @Path("{id}/check-ins")
  public Response checkIns(@PathParam("id") String id, @QueryParam("cursor") String cursor) {
    return answers.ok(who -> view(checkingIn.of(who, Parameters.id(id), mark(cursor))));
  }

  /** What happened to the linked work since the last check-in; empty where nothing is known. */
  @GET
  @Path("{id}/check-ins/opening")
  public Response opening(@PathParam("id") String id) {
    return answers.ok(who -> view(opening.of(who, Parameters.id(id))));
  }

  private static OpeningView view(OpeningCheckIn.Opening found) {
    return new OpeningView(
        found.since().map(Instant::toString).orElse(null),
        found.happened().happenings().stream()
            .map(
                it ->
                    new HappeningView(
                        it.kind().name(), it.issueKey(), it.title(), it.at().toString()))
            .toList(),
        found.happened().hidden(),
        found.happened().earlier());
  }

  private static Optional<CheckIns.Mark> mark(String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return Optional.empty();
    }
    Matcher parts = CURSOR.matcher(cursor);
    try {
      if (parts.matches()) {
        return Optional.of(
            new CheckIns.Mark(LocalDate.parse(parts.group(1)), Long.parseLong(parts.group(2))));
      }
    } catch (DateTimeParseException e) {
      throw noCursor();
    }
    throw noCursor();
  }

  private static Refusal noCursor() {
    return new Refusal.Invalid(Map.of("cursor", Message.of("bearings.error.noCursor")));
  }

  /** Enters how a key result stands. */
  @POST
  @Path("{id}/check-ins")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response checkIn(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          CheckInDraft draft =
              new CheckInDraft(
                  body.optionalNumber("value"),
                  body.optionalNumber("confidence"),
                  body.optionalDay("on"),
                  new Words(
                      body.text("comment"),
                      body.text("plans"),
                      body.text("progress"),
                      body.text("problems")),
                  body.optionalId("replaces"));
          body.finish();
          return view(checkingIn.checkIn(writer, Parameters.id(id), draft));
        });
  }

  private CheckInsView view(CheckingIn.Entries entries) {
    return new CheckInsView(
        entries.checkIns().stream().map(this::view).toList(),
        entries.earlier().map(mark -> mark.on() + ":" + mark.id()).orElse(null));
  }

  private CheckInView view(CheckIn checkIn) {
    return new CheckInView(
        checkIn.id(),
        checkIn.value().orElse(null),
        checkIn.confidence(),
        checkIn.on().toString(),
        checkIn.at().toString(),
        PersonView.of(checkIn.byKey(), people),
        checkIn.words().comment(),
        checkIn.words().plans(),
        checkIn.words().progress(),
        checkIn.words().problems(),
        checkIn.replaces().orElse(null),
        checkIn.replacedBy().orElse(null),
        checkIn.tag().name());
  }

  /**
   * What a check-in opens with.
   *
   * @param since when the last one was entered, or null
   * @param happenings the latest first
   * @param hidden how many more there are of issues that the person may not browse
   * @param earlier how many more there are that are not listed
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record OpeningView(
      @JsonProperty("since") String since,
      @JsonProperty("happenings") List<HappeningView> happenings,
      @JsonProperty("hidden") int hidden,
      @JsonProperty("earlier") int earlier) {}

  /**
   * Something that happened to a linked issue.
   *
   * @param kind DONE, ADDED, REOPENED or BLOCKED
   */
  public record HappeningView(
      @JsonProperty("kind") String kind,
      @JsonProperty("issueKey") String issueKey,
      @JsonProperty("title") String title,
      @JsonProperty("at") String at) {}

  /**
   * A part of the check-ins.
   *
   * @param next the cursor of those behind; null when there are none
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record CheckInsView(
      @JsonProperty("checkIns") List<CheckInView> checkIns, @JsonProperty("next") String next) {}

  /**
   * A check-in.
   *
   * @param value null where only confidence and words were entered
   * @param confidence 0 to 10
   * @param on the day that it is about
   * @param at when it was entered
   * @param replaces the id of the check-in that it corrects, or null
   * @param replacedBy the id of the check-in that corrects it, or null
   * @param tag MANUAL, AUTOMATIC or API
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record CheckInView(
      @JsonProperty("id") long id,
      @JsonProperty("value") BigDecimal value,
      @JsonProperty("confidence") int confidence,
      @JsonProperty("on") String on,
      @JsonProperty("at") String at,
      @JsonProperty("by") PersonView by,
      @JsonProperty("comment") String comment,
      @JsonProperty("plans") String plans,
      @JsonProperty("progress") String progress,
      @JsonProperty("problems") String problems,
      @JsonProperty("replaces") Long replaces,
      @JsonProperty("replacedBy") Long replacedBy,
      @JsonProperty("tag") String tag) {}
}
