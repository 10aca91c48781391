package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.coach.Coach;
import io.bearings.coach.Finding;
import io.bearings.coach.KeyResultText;
import io.bearings.coach.Language;
import io.bearings.coach.ObjectiveText;
import io.bearings.jira.SignedIn;
import io.bearings.review.KpiKnowledge;
import io.bearings.review.UnitHealth;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the coach says while one types, and about a whole unit. Nothing is stored, and nothing is
 * refused for what it says; a field that nobody has come to yet is left out and not judged.
 */
@Component
@Path("coach")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CoachResource {
  private final Answers answers;
  private final SignedIn signedIn;
  private final Coach coach;
  private final KpiKnowledge kpis;
  private final UnitHealth health;

  @Inject
  public CoachResource(
      Answers answers, SignedIn signedIn, Coach coach, KpiKnowledge kpis, UnitHealth health) {
    this.answers = answers;
    this.signedIn = signedIn;
    this.coach = coach;
    this.kpis = kpis;
    this.health = health;
  }

  /** Judges an objective: its title and, where they are given, its why and its key results. */
  @POST
  @Path("objective")
  public Response objective(String json) {
    return answers.ok(
        who -> {
          ObjectiveText text = CoachBody.objective(json);
          return view(coach.objective(text, language()));
        });
  }

  /** Judges a key result, among the KPIs of its objective where that is named. */
  @POST
  @Path("key-result")
  public Response keyResult(String json) {
    return answers.ok(
        who -> {
          KeyResultText text = CoachBody.keyResult(json);
          return view(coach.among(kpis.around(who, text)).keyResult(text, language()));
        });
  }

  /**
   * The health of what a unit has written for a cycle, as far as the reader may read it. Whoever
   * may see the unit may ask.
   */
  @GET
  @Path("units/{id}")
  public Response unit(@PathParam("id") String id, @QueryParam("cycle") String cycle) {
    return answers.ok(
        who ->
            UnitHealthView.of(
                health.of(
                    who, Parameters.id(id), Parameters.requiredId("cycle", cycle), language()),
                answers::text));
  }

  private Language language() {
    return Language.of(signedIn.locale());
  }

  private FindingView.All view(List<Finding> findings) {
    return FindingView.all(findings, answers::text);
  }
}
