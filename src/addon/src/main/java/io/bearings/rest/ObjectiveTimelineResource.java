package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.progress.Timelines;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** How objectives went from day to day. */
@Component
@Path("objectives")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class ObjectiveTimelineResource {
  private final Answers answers;
  private final Timelines timelines;

  @Inject
  public ObjectiveTimelineResource(Answers answers, Timelines timelines) {
    this.answers = answers;
    this.timelines = timelines;
  }

  /**
   * The score of an objective and the linked work of its key results at the end of each day, work
   * apart from scope. Without days those of its cycle until today; {@code known=then} leaves out
   * what was entered, linked or moved later.
   */
  @GET
  @Path("{id}/timeline")
  public Response timeline(
      @PathParam("id") String id,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("known") String known) {
    return answers.ok(
        who ->
            ObjectiveTimelineView.of(
                timelines.ofObjective(
                    who,
                    Parameters.id(id),
                    new Timelines.Wanted(
                        Parameters.optionalDay("from", from),
                        Parameters.optionalDay("to", to),
                        Parameters.knowledge(known)))));
  }
}
