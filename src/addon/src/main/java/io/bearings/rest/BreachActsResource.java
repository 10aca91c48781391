package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.connect.acts.SeeingToActs;
import io.bearings.okr.People;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** What is done without anybody because of breaches. */
@Component
@Path("breach-acts")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class BreachActsResource {
  private final Answers answers;
  private final Writes writes;
  private final SeeingToActs acts;
  private final People people;

  @Inject
  public BreachActsResource(Answers answers, Writes writes, SeeingToActs acts, People people) {
    this.answers = answers;
    this.writes = writes;
    this.acts = acts;
    this.people = people;
  }

  /** Those of a breach, oldest first. */
  @GET
  public Response acts(@QueryParam("breach") String breach) {
    return answers.ok(
        who ->
            new ActView.All(
                acts.ofBreach(who, Parameters.requiredId("breach", breach)).stream()
                    .map(each -> ActView.of(each, people))
                    .toList()));
  }

  /** Has one that was not done tried again. */
  @POST
  @Path("{id}/again")
  public Response again(@Context HttpServletRequest request, @PathParam("id") String id) {
    return writes.changed(
        Call.of(request, ""),
        writer -> ActView.of(acts.again(writer.who(), Parameters.id(id)), people));
  }

  /** The log of calls because of a KPI, newest first, for those who lead its unit. */
  @GET
  @Path("deliveries")
  public Response deliveries(@QueryParam("kpi") String kpi, @QueryParam("cursor") String cursor) {
    return answers.ok(
        who ->
            DeliveriesView.of(
                acts.deliveries(
                    who, Parameters.requiredId("kpi", kpi), Parameters.before(cursor))));
  }

  /** Makes a new secret by which the calls of a KPI are signed; it is shown in this answer only. */
  @POST
  @Path("secret")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response secret(String json) {
    return answers.created(
        who -> {
          Body body = Body.of(json);
          long kpiId = body.id("kpiId");
          body.finish();
          return new HookSecretView(acts.newSecret(who, kpiId));
        });
  }
}
