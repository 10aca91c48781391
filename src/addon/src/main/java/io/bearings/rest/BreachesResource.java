package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.kpi.ActionDraft;
import io.bearings.kpi.Responding;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Breaches of KPIs, and what is done about them. */
@Component
@Path("breaches")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class BreachesResource {
  private final Answers answers;
  private final Writes writes;
  private final Responding responding;
  private final KpiViews views;

  @Inject
  public BreachesResource(Answers answers, Writes writes, Responding responding, KpiViews views) {
    this.answers = answers;
    this.writes = writes;
    this.responding = responding;
    this.views = views;
  }

  /** Those of a unit, the latest first; or all of one KPI, the earliest first. */
  @GET
  public Response breaches(
      @QueryParam("unit") String unit,
      @QueryParam("below") @DefaultValue("false") String below,
      @QueryParam("open") @DefaultValue("false") String open,
      @QueryParam("kpi") String kpi,
      @QueryParam("cursor") String cursor) {
    return answers.ok(
        who -> {
          Optional<Long> kpiId = Parameters.optionalId("kpi", kpi);
          if (kpiId.isPresent()) {
            return view(responding.ofKpi(who, kpiId.get()), Optional.empty());
          }
          List<Responding.Shown> page =
              responding.ofUnit(
                  who,
                  Parameters.requiredId("unit", unit),
                  Boolean.parseBoolean(below),
                  Boolean.parseBoolean(open),
                  Parameters.before(cursor));
          return view(
              page,
              Optional.of(page)
                  .filter(it -> it.size() == Responding.PAGE)
                  .map(it -> String.valueOf(it.get(it.size() - 1).breach().id())));
        });
  }

  private BreachView.All view(List<Responding.Shown> breaches, Optional<String> next) {
    return new BreachView.All(breaches.stream().map(views::breach).toList(), next.orElse(null));
  }

  /** One breach. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    return answers.ok(who -> views.breach(responding.one(who, Parameters.id(id))));
  }

  /** Says that somebody knows of it. */
  @POST
  @Path("{id}/acknowledge")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response acknowledge(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          body.finish();
          return views.breach(responding.acknowledge(writer, Parameters.id(id), version));
        },
        who -> views.breach(responding.one(who, Parameters.id(id))));
  }

  /** Says how far the action is, who acts, and what came of it. */
  @PUT
  @Path("{id}/action")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response report(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          ActionDraft draft = KpiBodies.report(body);
          body.finish();
          return views.breach(responding.report(writer, Parameters.id(id), version, draft));
        },
        who -> views.breach(responding.one(who, Parameters.id(id))));
  }
}
