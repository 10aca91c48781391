package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.Message;
import io.bearings.okr.People;
import io.bearings.okr.Refusal;
import io.bearings.talk.Deciding;
import io.bearings.talk.Decision;
import io.bearings.talk.DecisionDraft;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The log of decisions. */
@Component
@Path("decisions")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class DecisionsResource {
  private final Answers answers;
  private final Writes writes;
  private final Deciding deciding;
  private final People people;

  @Inject
  public DecisionsResource(Answers answers, Writes writes, Deciding deciding, People people) {
    this.answers = answers;
    this.writes = writes;
    this.deciding = deciding;
    this.people = people;
  }

  /** The decisions of a unit, or about an objective, newest first. */
  @GET
  public Response decisions(
      @QueryParam("unit") String unit,
      @QueryParam("objective") String objective,
      @QueryParam("cursor") String cursor) {
    return answers.ok(
        who -> {
          Optional<Long> unitId = Parameters.optionalId("unit", unit);
          Optional<Long> objectiveId = Parameters.optionalId("objective", objective);
          Optional<Long> before = Parameters.optionalId("cursor", cursor);
          requireOne("unit", unitId, objectiveId);
          return view(
              unitId.isPresent()
                  ? deciding.ofUnit(who, unitId.get(), before)
                  : deciding.ofObjective(who, objectiveId.get(), before));
        });
  }

  /** Writes down a decision. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response decide(@Context HttpServletRequest request, String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          Optional<Long> unitId = body.optionalId("unitId");
          Optional<Long> objectiveId = body.optionalId("objectiveId");
          DecisionDraft draft =
              new DecisionDraft(body.text("text"), body.text("reason"), body.optionalDay("on"));
          body.finish();
          requireOne("unitId", unitId, objectiveId);
          return view(
              unitId.isPresent()
                  ? deciding.decideInUnit(writer.who(), unitId.get(), draft)
                  : deciding.decideAbout(writer.who(), objectiveId.get(), draft));
        });
  }

  private static void requireOne(String field, Optional<Long> unitId, Optional<Long> objectiveId) {
    if (unitId.isPresent() == objectiveId.isPresent()) {
      throw new Refusal.Invalid(Map.of(field, Message.of("bearings.error.exactlyOne")));
    }
  }

  private DecisionsView view(Deciding.Log log) {
    return new DecisionsView(
        log.decisions().stream().map(this::view).toList(),
        log.earlier().map(String::valueOf).orElse(null));
  }

  private DecisionView view(Decision decision) {
    return new DecisionView(
        decision.id(),
        decision.unitId(),
        decision.about().map(SubjectView::of).orElse(null),
        decision.text(),
        decision.reason(),
        decision.on().toString(),
        PersonView.of(decision.byKey(), people),
        decision.at().toString());
  }

  /**
   * A part of the log.
   *
   * @param next the cursor of the decisions before; null when there are none
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DecisionsView(
      @JsonProperty("decisions") List<DecisionView> decisions, @JsonProperty("next") String next) {}

  /**
   * A decision.
   *
   * @param subject the objective that it is about; null where it is about none
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record DecisionView(
      @JsonProperty("id") long id,
      @JsonProperty("unitId") long unitId,
      @JsonProperty("subject") SubjectView subject,
      @JsonProperty("text") String text,
      @JsonProperty("reason") String reason,
      @JsonProperty("on") String on,
      @JsonProperty("by") PersonView by,
      @JsonProperty("at") String at) {}
}
