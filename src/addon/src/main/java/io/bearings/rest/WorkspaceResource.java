package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.progress.Filter;
import io.bearings.progress.UnitOverview;
import io.bearings.progress.Workspace;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The objectives of a unit in a cycle, with all that their page shows. */
@Component
@Path("workspace")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class WorkspaceResource {
  private static final String BACKLOG = "backlog";

  private final Answers answers;
  private final Workspace workspace;
  private final UnitViews units;
  private final CycleViews cycles;

  @Inject
  public WorkspaceResource(
      Answers answers, Workspace workspace, UnitViews units, CycleViews cycles) {
    this.answers = answers;
    this.workspace = workspace;
    this.units = units;
    this.cycles = cycles;
  }

  /**
   * The workspace of a unit. Without a unit that of the person's own, without a cycle that of
   * today. With {@code asOf} as it was when that day was over; then {@code known=then} leaves out
   * what has been entered, linked or moved since.
   */
  @GET
  public Response of(
      @QueryParam("unit") String unit,
      @QueryParam("cycle") String cycle,
      @QueryParam("label") String label,
      @QueryParam("owner") String owner,
      @QueryParam("status") String status,
      @QueryParam("q") @DefaultValue("") String text,
      @QueryParam("archived") @DefaultValue("false") String archived,
      @QueryParam("asOf") String asOf,
      @QueryParam("known") String known) {
    return answers.ok(
        who -> {
          Filter filter =
              new Filter(
                  given(label), given(owner), given(status), text, Boolean.parseBoolean(archived));
          return view(workspace.of(who, place(unit, cycle), filter, Parameters.asOf(asOf, known)));
        });
  }

  private WorkspaceView view(UnitOverview overview) {
    List<UnitView> all = units.all(overview.standpoint());
    return new WorkspaceView(
        overview
            .unit()
            .flatMap(unit -> all.stream().filter(each -> each.id() == unit.id()).findFirst())
            .orElse(null),
        overview.cycle().map(it -> cycles.of(overview.standpoint(), it)).orElse(null),
        all,
        cycles.of(overview.standpoint(), overview.cycles()),
        overview.objectives().stream().map(ObjectiveView::of).toList(),
        overview.stamp());
  }

  /** What changes when anything that the workspace shows has changed. */
  @GET
  @Path("stamp")
  public Response stamp(@QueryParam("unit") String unit, @QueryParam("cycle") String cycle) {
    return answers.ok(who -> new WorkspaceView.StampView(workspace.stamp(who, place(unit, cycle))));
  }

  /** A place from the parameters that name it. */
  static Workspace.Place place(String unit, String cycle) {
    boolean backlog = BACKLOG.equals(cycle);
    return new Workspace.Place(
        Parameters.optionalId("unit", unit),
        backlog ? Optional.empty() : Parameters.optionalId("cycle", cycle),
        backlog);
  }

  /** A parameter that may be missing or empty. */
  static Optional<String> given(String parameter) {
    return Optional.ofNullable(parameter).filter(text -> !text.isBlank());
  }
}
