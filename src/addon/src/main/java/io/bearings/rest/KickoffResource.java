package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.People;
import io.bearings.okr.Refusal;
import io.bearings.review.Kickoff;
import io.bearings.review.KickoffStep;
import io.bearings.review.Learning;
import io.bearings.review.Litmus;
import io.bearings.review.StepState;
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
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The kickoff of a unit in a cycle. */
@Component
@Path("kickoff")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class KickoffResource {
  private final Answers answers;
  private final Writes writes;
  private final Kickoff kickoff;
  private final KickoffViews views;
  private final People people;

  @Inject
  public KickoffResource(
      Answers answers, Writes writes, Kickoff kickoff, KickoffViews views, People people) {
    this.answers = answers;
    this.writes = writes;
    this.kickoff = kickoff;
    this.views = views;
    this.people = people;
  }

  /** The kickoff with its steps, check list, capacity, litmus and restatements. */
  @GET
  public Response kickoff(@QueryParam("unit") String unit, @QueryParam("cycle") String cycle) {
    return answers.ok(
        who ->
            views.of(
                kickoff.of(
                    who,
                    Parameters.requiredId("unit", unit),
                    Parameters.requiredId("cycle", cycle))));
  }

  /** Says how far a step is: OPEN, DONE or SKIPPED. */
  @POST
  @Path("steps/{step}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response mark(
      @Context HttpServletRequest request, @PathParam("step") String step, String json) {
    return writes.changed(
        Call.of(request, json),
        (writer, body) -> {
          long unit = body.id("unitId");
          long cycle = body.id("cycleId");
          StepState state = body.word("state", StepState.class);
          body.finish();
          return views.of(kickoff.mark(writer.who(), unit, cycle, step(step), state));
        });
  }

  /** Says whether a learning of the last retrospective is used or set aside, and why. */
  @POST
  @Path("learnings/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response treat(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.changed(
        Call.of(request, json),
        (writer, body) -> {
          long unit = body.id("unitId");
          long cycle = body.id("cycleId");
          Optional<Boolean> used = body.optionalFlag("used");
          String reason = body.text("reason");
          body.finish();
          return views.of(
              kickoff.treat(
                  writer.who(),
                  unit,
                  cycle,
                  Parameters.id(id),
                  used.map(it -> new Learning.Treatment(it, reason))));
        });
  }

  /** Writes the answers to the litmus. */
  @PUT
  @Path("litmus")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response answer(@Context HttpServletRequest request, String json) {
    Call call = Call.of(request, json);
    return writes.saved(
        call,
        (writer, body) -> {
          Answered answered = Answered.of(body);
          return LitmusView.of(
              kickoff.answer(
                  writer.who(),
                  answered.unitId(),
                  answered.cycleId(),
                  answered.version(),
                  answered.answers()),
              people);
        },
        who -> {
          Answered answered = Answered.of(call.body());
          return LitmusView.of(kickoff.litmus(who, answered.unitId(), answered.cycleId()), people);
        });
  }

  /** What a request says about the litmus. */
  private record Answered(long unitId, long cycleId, int version, Litmus.Draft answers) {

    static Answered of(Body body) {
      long unit = body.id("unitId");
      long cycle = body.id("cycleId");
      int version = body.version();
      Litmus.Draft draft = new Litmus.Draft(body.text("whyItMatters"), body.text("stillLose"));
      body.finish();
      return new Answered(unit, cycle, version, draft);
    }
  }

  /** There is no such step as there is no such page. */
  private static KickoffStep step(String name) {
    return Arrays.stream(KickoffStep.values())
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound(name));
  }
}
