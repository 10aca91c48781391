package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.Message;
import io.bearings.site.Decision;
import io.bearings.site.Difference;
import io.bearings.site.FileContents;
import io.bearings.site.Preview;
import io.bearings.site.SiteDecisions;
import io.bearings.site.UnitDifference;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.springframework.stereotype.Component;

/** The settings of the site and of its units as a file, for administrators. */
@Component
@Path("settings/file")
@AdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class SettingsFileResource {
  private final Answers answers;
  private final SiteDecisions decisions;

  @Inject
  public SettingsFileResource(Answers answers, SiteDecisions decisions) {
    this.answers = answers;
    this.decisions = decisions;
  }

  /** The file of what is in force. */
  @GET
  public Response file() {
    return answers.read(
        who ->
            Response.ok(decisions.file(who), MediaType.APPLICATION_JSON_TYPE)
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"bearings-settings.json\"")
                .build());
  }

  /**
   * Puts a file in force: all of it or nothing. With {@code dryRun=true} nothing is put in force,
   * and what would be different is said.
   *
   * @param seen the version that the person saw; without one, the file holds whatever was changed
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response run(
      @QueryParam("dryRun") @DefaultValue("false") String dryRun,
      @QueryParam("seen") String seen,
      String file) {
    return answers.saved(
        who -> {
          FileContents wanted = decisions.read(file == null ? "" : file);
          if (Boolean.parseBoolean(dryRun)) {
            Preview preview = decisions.look(who, wanted);
            return new DecisionView(
                true,
                views(preview.differences()),
                unitViews(preview.units()),
                preview.left(),
                "",
                text(preview.version()));
          }
          Decision decided = decisions.apply(who, wanted, Parameters.optionalId("seen", seen));
          return new DecisionView(
              false,
              views(decided.differences()),
              unitViews(decided.units()),
              decided.left(),
              decided.before(),
              text(decided.version()));
        },
        who ->
            new DecisionView(true, List.of(), List.of(), List.of(), "", text(decisions.version())));
  }

  /** As text, because a script's numbers do not hold every id. */
  private static String text(long version) {
    return String.valueOf(version);
  }

  private List<DifferenceView> views(List<Difference> differences) {
    return differences.stream()
        .map(
            each ->
                new DifferenceView(
                    each.setting().fileName(),
                    answers.text(Message.of(each.setting().label())),
                    each.before().text(),
                    each.after().text()))
        .toList();
  }

  private List<UnitDifferenceView> unitViews(List<UnitDifference> units) {
    return units.stream()
        .map(
            unit ->
                new UnitDifferenceView(
                    unit.title(),
                    unit.made(),
                    unit.changes().stream()
                        .map(
                            each ->
                                new DifferenceView(
                                    each.setting(),
                                    answers.text(each.label()),
                                    each.before(),
                                    each.after()))
                        .toList()))
        .toList();
  }

  /**
   * What a file would change, or has changed.
   *
   * @param dryRun whether nothing was put in force
   * @param differences what is different on the site
   * @param units the units that are made or changed
   * @param left the units that the file does not name and that stay as they are; none where it
   *     names no unit
   * @param before the file that puts in force again what was before; empty after a dry run
   * @param version to be sent as {@code seen} with the next file
   */
  public record DecisionView(
      @JsonProperty("dryRun") boolean dryRun,
      @JsonProperty("differences") List<DifferenceView> differences,
      @JsonProperty("units") List<UnitDifferenceView> units,
      @JsonProperty("left") List<String> left,
      @JsonProperty("before") String before,
      @JsonProperty("version") String version) {}

  /**
   * A unit that is made or changed.
   *
   * @param unit the names from the unit at the top down to its own
   * @param made whether it is a new one
   */
  public record UnitDifferenceView(
      @JsonProperty("unit") String unit,
      @JsonProperty("made") boolean made,
      @JsonProperty("differences") List<DifferenceView> differences) {}

  /**
   * A setting that is different.
   *
   * @param setting its name in files
   * @param label what pages call it
   * @param before what it said, in one line; empty for nothing
   * @param after what it is to say, in one line; empty for nothing
   */
  public record DifferenceView(
      @JsonProperty("setting") String setting,
      @JsonProperty("label") String label,
      @JsonProperty("before") String before,
      @JsonProperty("after") String after) {}
}
