package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.kpi.StatingInputs;
import io.bearings.kpi.UnitInputs;
import io.bearings.okr.Readings.Valued;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What Jira does not know of a unit: what an hour costs, budget and spend. */
@Component
@Path("units/{id}/inputs")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class UnitInputsResource {
  private final Answers answers;
  private final Writes writes;
  private final StatingInputs stating;

  @Inject
  public UnitInputsResource(Answers answers, Writes writes, StatingInputs stating) {
    this.answers = answers;
    this.writes = writes;
    this.stating = stating;
  }

  /** What the unit states itself. */
  @GET
  public Response inputs(@PathParam("id") String id) {
    return answers.ok(who -> view(stating.of(who, Parameters.id(id))));
  }

  /** States them; a list that is left out stays as it is. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response state(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          StatingInputs.Draft draft =
              new StatingInputs.Draft(
                  values(body, "hourlyRate"),
                  values(body, "budget"),
                  values(body, "phasing"),
                  values(body, "spend"));
          body.finish();
          return view(stating.state(writer, Parameters.id(id), version, draft));
        },
        who -> view(stating.of(who, Parameters.id(id))));
  }

  private static Optional<List<Valued>> values(Body body, String name) {
    boolean given = body.gives(name);
    return given
        ? Optional.of(
            body.objects(name).stream()
                .map(each -> new Valued(each.day("on"), each.number("value")))
                .toList())
        : Optional.empty();
  }

  private static UnitInputsView view(StatingInputs.Shown shown) {
    UnitInputs inputs = shown.inputs();
    return new UnitInputsView(
        inputs.unitId(),
        shown.mayState() ? view(inputs.hourlyRate()) : null,
        view(inputs.budget()),
        view(inputs.phasing()),
        view(inputs.spend()),
        shown.mayState(),
        inputs.version());
  }

  private static List<UnitInputsView.DatedView> view(List<Valued> values) {
    return values.stream()
        .map(each -> new UnitInputsView.DatedView(each.date().toString(), each.value()))
        .toList();
  }
}
