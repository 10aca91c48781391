package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import io.bearings.okr.UnitSettingsDraft;
import io.bearings.progress.Administration;
import io.bearings.progress.Reread;
import io.bearings.progress.SettingsDraft;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import org.springframework.stereotype.Component;

/** The settings of the site, for administrators. */
@Component
@Path("settings")
@AdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {
  private final Answers answers;
  private final Administration administration;

  @Inject
  public SettingsResource(Answers answers, Administration administration) {
    this.answers = answers;
    this.administration = administration;
  }

  /** The settings in force. */
  @GET
  public Response settings() {
    return answers.ok(who -> SettingsView.of(administration.settings(who)));
  }

  /** Puts settings in force. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response save(String json) {
    return answers.changed(
        who -> {
          Body body = Body.of(json);
          SettingsDraft draft =
              new SettingsDraft(
                  body.optionalText("storyPointField"),
                  body.texts("outOfScopeResolutions"),
                  body.number("inProgressCredit"),
                  new SettingsDraft.Rules(
                      body.optionalObject("thresholds").map(SettingsResource::thresholds),
                      body.optionalTexts("holidays"),
                      body.optionalFlag("individualObjectives"),
                      body.optionalWord("weekStart", DayOfWeek.class)),
                  body.optionalNumber("functionLimit"));
          body.finish();
          return SettingsView.of(administration.save(who, draft));
        });
  }

  private static UnitSettingsDraft.Pace thresholds(Body body) {
    return new UnitSettingsDraft.Pace(body.number("onTrack"), body.number("atRisk"));
  }

  /** Reads all linked issues again. */
  @POST
  @Path("reread")
  public Response readAgain() {
    return answers.changed(
        who -> {
          Reread reread = administration.readLinkedIssuesAgain(who);
          return new RereadView(reread.links(), reread.changed());
        });
  }
}
