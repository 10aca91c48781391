package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import io.bearings.connect.acts.OutgoingDraft;
import io.bearings.connect.acts.SeeingToActs;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What leaves the site, for administrators. */
@Component
@Path("outgoing")
@AdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class OutgoingResource {
  private final Answers answers;
  private final SeeingToActs acts;

  @Inject
  public OutgoingResource(Answers answers, SeeingToActs acts) {
    this.answers = answers;
    this.acts = acts;
  }

  /** What is in force. */
  @GET
  public Response outgoing() {
    return answers.ok(who -> OutgoingView.of(acts.outgoing(who)));
  }

  /** The log of calls because of any KPI, newest first. */
  @GET
  @Path("deliveries")
  public Response deliveries(@QueryParam("cursor") String cursor) {
    return answers.ok(who -> DeliveriesView.of(acts.allDeliveries(who, Parameters.before(cursor))));
  }

  /** Puts it in force. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response decide(String json) {
    return answers.changed(
        who -> {
          Body body = Body.of(json);
          List<String> hosts = body.texts("allowedHosts");
          boolean plainMail = body.flag("plainMail");
          Optional<BigDecimal> callLogDays = body.optionalNumber("callLogDays");
          body.finish();
          return OutgoingView.of(
              acts.decide(who, new OutgoingDraft(hosts, plainMail, callLogDays)));
        });
  }
}
