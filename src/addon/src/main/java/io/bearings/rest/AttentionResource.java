package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.Message;
import io.bearings.okr.People;
import io.bearings.okr.Refusal;
import io.bearings.okr.RememberedPeople;
import io.bearings.review.Attending;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What needs attention in a unit. */
@Component
@Path("attention")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class AttentionResource {
  private static final int MOST = 100;

  private final Answers answers;
  private final Attending attending;
  private final People people;

  @Inject
  public AttentionResource(Answers answers, Attending attending, People people) {
    this.answers = answers;
    this.attending = attending;
    this.people = people;
  }

  /**
   * What needs attention in a unit in the cycle that is worked on, the most urgent first. Without a
   * unit in that of the person's own; {@code below=false} leaves out the units below it.
   */
  @GET
  public Response of(
      @QueryParam("unit") String unit,
      @QueryParam("below") @DefaultValue("true") String below,
      @QueryParam("limit") @DefaultValue("20") String limit) {
    return answers.ok(
        who -> {
          int most = Parameters.number("limit", limit);
          if (most < 1 || most > MOST) {
            throw new Refusal.Invalid(Map.of("limit", Message.of("bearings.error.range", 1, MOST)));
          }
          return AttentionView.of(
              attending.of(who, Parameters.optionalId("unit", unit), Boolean.parseBoolean(below)),
              most,
              answers,
              new RememberedPeople(people));
        });
  }
}
