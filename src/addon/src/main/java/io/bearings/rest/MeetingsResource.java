package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.Message;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.review.CauseKind;
import io.bearings.review.Concluding;
import io.bearings.review.Facilitating;
import io.bearings.review.MeetingState;
import io.bearings.review.MeetingStep;
import io.bearings.review.Verdict;
import io.bearings.review.VoteTopic;
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
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The meeting in which a unit looks back at a cycle: steps with a timer, notes and votes, and what
 * it ends with.
 */
@Component
@Path("meetings/{unit}/{cycle}")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class MeetingsResource {
  private final Answers answers;
  private final Writes writes;
  private final Facilitating facilitating;
  private final Concluding concluding;
  private final People people;

  @Inject
  public MeetingsResource(
      Answers answers,
      Writes writes,
      Facilitating facilitating,
      Concluding concluding,
      People people) {
    this.answers = answers;
    this.writes = writes;
    this.facilitating = facilitating;
    this.concluding = concluding;
    this.people = people;
  }

  /** How far the meeting is, with the notes and votes that the person may see now. */
  @GET
  public Response one(@PathParam("unit") String unit, @PathParam("cycle") String cycle) {
    return answers.ok(who -> view(who, unit, cycle));
  }

  private MeetingView view(Person who, String unit, String cycle) {
    return MeetingView.of(facilitating.of(who, Parameters.id(unit), Parameters.id(cycle)), people);
  }

  /** Goes to a step, whose time begins to run, or gives the one that goes on another length. */
  @PUT
  @Path("step")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response turn(
      @Context HttpServletRequest request,
      @PathParam("unit") String unit,
      @PathParam("cycle") String cycle,
      String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          MeetingStep step = body.word("step", MeetingStep.class);
          Optional<Integer> minutes = body.optionalWhole("minutes");
          body.finish();
          return MeetingView.of(
              facilitating.turn(
                  writer.who(), Parameters.id(unit), Parameters.id(cycle), version, step, minutes),
              people);
        },
        who -> view(who, unit, cycle));
  }

  /** Writes a note about an objective, or about the whole. */
  @POST
  @Path("notes")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response write(
      @Context HttpServletRequest request,
      @PathParam("unit") String unit,
      @PathParam("cycle") String cycle,
      String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          Optional<Long> objectiveId = body.optionalId("objectiveId");
          String text = body.text("text");
          body.finish();
          return MeetingView.of(
              facilitating.write(
                  writer.who(), Parameters.id(unit), Parameters.id(cycle), objectiveId, text),
              people);
        });
  }

  /** Removes a note, and the votes for it for good. */
  @POST
  @Path("notes/{id}/remove")
  public Response remove(
      @Context HttpServletRequest request,
      @PathParam("unit") String unit,
      @PathParam("cycle") String cycle,
      @PathParam("id") String id) {
    return noteChanged(request, unit, cycle, id, facilitating::remove);
  }

  /** What happens to a note. */
  private interface OfNote {
    MeetingState change(Person who, long unitId, long cycleId, long noteId);
  }

  private Response noteChanged(
      HttpServletRequest request, String unit, String cycle, String id, OfNote change) {
    return writes.changed(
        Call.of(request, ""),
        writer ->
            MeetingView.of(
                change.change(
                    writer.who(), Parameters.id(unit), Parameters.id(cycle), Parameters.id(id)),
                people));
  }

  /** Brings back a note that was removed, without the votes for it. */
  @POST
  @Path("notes/{id}/restore")
  public Response restore(
      @Context HttpServletRequest request,
      @PathParam("unit") String unit,
      @PathParam("cycle") String cycle,
      @PathParam("id") String id) {
    return noteChanged(request, unit, cycle, id, facilitating::restore);
  }

  /** Says what was learned from an objective, and what is decided for it. */
  @PUT
  @Path("verdicts/{objective}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response decide(
      @Context HttpServletRequest request,
      @PathParam("unit") String unit,
      @PathParam("cycle") String cycle,
      @PathParam("objective") String objective,
      String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          Verdict.Draft says =
              new Verdict.Draft(
                  body.word("decision", Verdict.Decision.class), body.text("learning"));
          body.finish();
          return VerdictView.of(
              concluding.decide(
                  writer.who(),
                  Parameters.id(unit),
                  Parameters.id(cycle),
                  Parameters.id(objective),
                  version,
                  says),
              people);
        },
        who -> stored(who, unit, cycle, objective));
  }

  /** Takes back what is said about an objective. */
  @POST
  @Path("verdicts/{objective}/withdraw")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response withdraw(
      @Context HttpServletRequest request,
      @PathParam("unit") String unit,
      @PathParam("cycle") String cycle,
      @PathParam("objective") String objective,
      String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          body.finish();
          concluding.withdraw(
              writer.who(),
              Parameters.id(unit),
              Parameters.id(cycle),
              Parameters.id(objective),
              version);
          return view(writer.who(), unit, cycle);
        },
        who -> stored(who, unit, cycle, objective));
  }

  private VerdictView stored(Person who, String unit, String cycle, String objective) {
    long objectiveId = Parameters.id(objective);
    return concluding
        .verdict(who, Parameters.id(unit), Parameters.id(cycle), objectiveId)
        .map(it -> VerdictView.of(it, people))
        .orElse(VerdictView.none(objectiveId));
  }

  /** Votes for a note, or for a cause of an objective. */
  @POST
  @Path("votes")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response vote(
      @Context HttpServletRequest request,
      @PathParam("unit") String unit,
      @PathParam("cycle") String cycle,
      String json) {
    return voteChanged(request, unit, cycle, json, facilitating::vote);
  }

  /** What happens to somebody's votes. */
  private interface OfVote {
    MeetingState change(Person who, long unitId, long cycleId, VoteTopic topic);
  }

  private Response voteChanged(
      HttpServletRequest request, String unit, String cycle, String json, OfVote change) {
    return writes.changed(
        Call.of(request, json),
        (writer, body) ->
            MeetingView.of(
                change.change(writer.who(), Parameters.id(unit), Parameters.id(cycle), topic(body)),
                people));
  }

  /** Takes one vote back. */
  @POST
  @Path("votes/remove")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response takeBack(
      @Context HttpServletRequest request,
      @PathParam("unit") String unit,
      @PathParam("cycle") String cycle,
      String json) {
    return voteChanged(request, unit, cycle, json, facilitating::takeBack);
  }

  private static VoteTopic topic(Body body) {
    Optional<Long> noteId = body.optionalId("noteId");
    Optional<Long> objectiveId = body.optionalId("objectiveId");
    Optional<CauseKind> cause = body.optionalWord("cause", CauseKind.class);
    body.finish();
    if (noteId.isPresent() == objectiveId.isPresent()) {
      throw new Refusal.Invalid(Map.of("noteId", Message.of("bearings.error.exactlyOne")));
    }
    if (noteId.isEmpty() && cause.isEmpty()) {
      throw new Refusal.Invalid(Map.of("cause", Message.of("bearings.error.required")));
    }
    return noteId
        .<VoteTopic>map(VoteTopic.OfNote::new)
        .orElseGet(() -> new VoteTopic.OfCause(objectiveId.orElseThrow(), cause.orElseThrow()));
  }
}
