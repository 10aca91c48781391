package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.Message;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import io.bearings.site.Decision;
import io.bearings.site.Difference;
import io.bearings.site.SiteDecisions;
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
import java.util.Map;
import org.springframework.stereotype.Component;

/** The settings of the site as a file, for administrators. */
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
          Map<SiteSetting, SettingValue> wanted = decisions.read(file == null ? "" : file);
          if (Boolean.parseBoolean(dryRun)) {
            return new DecisionView(true, views(decisions.preview(who, wanted)), "", version());
          }
          Decision decided = decisions.decide(who, wanted, Parameters.optionalId("seen", seen));
          return new DecisionView(
              false, views(decided.differences()), decided.before(), text(decided.version()));
        },
        who -> new DecisionView(true, List.of(), "", version()));
  }

  private String version() {
    return text(decisions.version());
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

  /**
   * What a file would change, or has changed.
   *
   * @param dryRun whether nothing was put in force
   * @param before the file that puts in force again what was before; empty after a dry run
   * @param version to be sent as {@code seen} with the next file
   */
  public record DecisionView(
      @JsonProperty("dryRun") boolean dryRun,
      @JsonProperty("differences") List<DifferenceView> differences,
      @JsonProperty("before") String before,
      @JsonProperty("version") String version) {}

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
