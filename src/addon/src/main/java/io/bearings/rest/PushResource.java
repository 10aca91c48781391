package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import io.bearings.kpi.MeasurementDraft;
import io.bearings.kpi.Pushing;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Where other systems push the values of a KPI. Nobody has to be logged in: the token says what may
 * be done. It has a header of its own, because Jira itself answers the usual one.
 */
@Component
@Path("push")
@UnrestrictedAccess
@Produces(MediaType.APPLICATION_JSON)
public class PushResource {
  /** The header of the token. */
  static final String TOKEN = "X-Bearings-Push-Token";

  private final Answers answers;
  private final Pushing pushing;

  @Inject
  public PushResource(Answers answers, Pushing pushing) {
    this.answers = answers;
    this.pushing = pushing;
  }

  /** Records one value, or several as {@code values}: all or none. Says how the KPI stands then. */
  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response push(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return answers.withoutPerson(
        "push " + request.getRemoteAddr(),
        () -> {
          String token = request.getHeader(TOKEN);
          if (token == null || token.isBlank()) {
            throw new Refusal.Forbidden();
          }
          Body body = Body.of(json);
          List<MeasurementDraft> values =
              body.gives("values")
                  ? body.objects("values").stream().map(KpiBodies::measurement).toList()
                  : List.of(KpiBodies.measurement(body));
          body.finish();
          return KpiViews.pushed(pushing.push(Parameters.id(id), token.strip(), values));
        });
  }
}
