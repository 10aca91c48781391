package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.kpi.PushToken;
import io.bearings.kpi.Pushing;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tokens with which other systems push the values of a KPI. */
@Component
@Path("kpis/{id}/tokens")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class PushTokensResource {
  private final Answers answers;
  private final Pushing pushing;
  private final KpiViews views;

  @Inject
  public PushTokensResource(Answers answers, Pushing pushing, KpiViews views) {
    this.answers = answers;
    this.pushing = pushing;
    this.views = views;
  }

  /** Those that are in force. */
  @GET
  public Response tokens(@PathParam("id") String id) {
    return answers.ok(
        who ->
            new PushTokenView.All(
                pushing.tokens(who, Parameters.id(id)).stream().map(this::view).toList()));
  }

  private PushTokenView view(PushToken token) {
    return new PushTokenView(
        token.id(),
        token.label(),
        views.person(token.madeBy()),
        token.madeAt().toString(),
        token.usedAt().map(Instant::toString).orElse(null));
  }

  /**
   * Makes one. An {@code Idempotency-Key} has no effect here: what it repeats would have to be
   * kept, and the token is not.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response make(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    Call call = Call.of(request, json);
    return answers.created(
        who -> {
          Body body = call.body();
          String name = body.text("name");
          body.finish();
          Pushing.Made made = pushing.make(call.writer(who), Parameters.id(id), name);
          return new PushTokenView.Created(
              made.token().id(),
              made.token().label(),
              made.token().madeAt().toString(),
              made.secret());
        });
  }

  /** Makes one worthless. */
  @DELETE
  @Path("{token}")
  public Response revoke(
      @Context HttpServletRequest request,
      @PathParam("id") String id,
      @PathParam("token") String token) {
    Call call = Call.of(request, "");
    return answers.done(
        who -> pushing.revoke(call.writer(who), Parameters.id(id), Parameters.id(token)));
  }
}
