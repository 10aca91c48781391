package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.WeightBy;
import io.bearings.progress.EffortAlignment;
import io.bearings.progress.Timelines;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The work of units: where it went, and how what is linked went from day to day. */
@Component
@Path("units")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class EffortResource {
  private final Answers answers;
  private final EffortAlignment effort;
  private final Timelines timelines;

  @Inject
  public EffortResource(Answers answers, EffortAlignment effort, Timelines timelines) {
    this.answers = answers;
    this.effort = effort;
    this.timelines = timelines;
  }

  /**
   * Which share of what a unit and the units below it finished in a period served an objective,
   * restored a KPI or did neither, in all and by week. Without days the last four weeks; {@code
   * weight} is {@code issues} or {@code points}.
   */
  @GET
  @Path("{id}/effort")
  public Response effort(
      @PathParam("id") String id,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("weight") String weight) {
    return answers.ok(
        who -> EffortView.of(effort.of(who, Parameters.id(id), wanted(from, to, weight))));
  }

  /**
   * What was finished in the same period and did neither, the heaviest first. {@code week} is the
   * first of seven days to which the list is limited; {@code skip} leaves out those that were
   * listed before.
   */
  @GET
  @Path("{id}/effort/unlinked")
  public Response unlinked(
      @PathParam("id") String id,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("weight") String weight,
      @QueryParam("week") String week,
      @QueryParam("skip") String skip) {
    return answers.ok(
        who ->
            EffortView.UnlinkedView.of(
                effort.unlinked(
                    who,
                    Parameters.id(id),
                    wanted(from, to, weight),
                    Parameters.optionalDay("week", week),
                    skip(skip))));
  }

  /**
   * The linked work of a unit and the units below it at the end of each day, each issue once. With
   * a {@code cycle} of its objectives, and without days those of it until today; {@code known=then}
   * leaves out what was linked later; {@code weight} is {@code issues} or {@code points}.
   */
  @GET
  @Path("{id}/timeline")
  public Response timeline(
      @PathParam("id") String id,
      @QueryParam("cycle") String cycle,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("known") String known,
      @QueryParam("weight") String weight) {
    return answers.ok(
        who ->
            TimelineView.of(
                timelines.ofUnit(
                    who,
                    Parameters.id(id),
                    Parameters.optionalId("cycle", cycle),
                    weightBy(weight),
                    new Timelines.Wanted(
                        Parameters.optionalDay("from", from),
                        Parameters.optionalDay("to", to),
                        Parameters.knowledge(known)))));
  }

  private static EffortAlignment.Wanted wanted(String from, String to, String weight) {
    return new EffortAlignment.Wanted(
        Parameters.optionalDay("from", from), Parameters.optionalDay("to", to), weightBy(weight));
  }

  private static WeightBy weightBy(String weight) {
    return switch (weight == null ? "" : weight) {
      case "", "issues" -> WeightBy.ISSUES;
      case "points" -> WeightBy.POINTS;
      default ->
          throw new Refusal.Invalid(
              Map.of("weight", Message.of("bearings.error.noWord", "issues, points")));
    };
  }

  private static int skip(String skip) {
    int number = skip == null || skip.isBlank() ? 0 : Parameters.number("skip", skip);
    if (number < 0) {
      throw new Refusal.Invalid(Map.of("skip", Message.of("bearings.error.negative")));
    }
    return number;
  }
}
