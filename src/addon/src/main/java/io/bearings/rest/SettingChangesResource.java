package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.SeeingSettingChanges;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChanges;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who changed which setting, for administrators. */
@Component
@Path("settings/changes")
@AdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class SettingChangesResource {
  private final Answers answers;
  private final SeeingSettingChanges seeing;

  @Inject
  public SettingChangesResource(Answers answers, SeeingSettingChanges seeing) {
    this.answers = answers;
    this.seeing = seeing;
  }

  /** Changes of settings, the newest first; each parameter narrows them. */
  @GET
  public Response changes(
      @QueryParam("subject") String subject,
      @QueryParam("unit") String unit,
      @QueryParam("by") String userKey,
      @QueryParam("cursor") String cursor) {
    return answers.ok(
        who ->
            SettingChangesView.of(
                seeing.changes(
                    who,
                    new SettingChanges.Filter(
                        subject(subject),
                        Parameters.optionalId("unit", unit),
                        Optional.ofNullable(userKey).filter(key -> !key.isBlank())),
                    Parameters.before(cursor))));
  }

  private static Optional<SettingChange.Subject> subject(String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    SettingChange.Subject[] all = SettingChange.Subject.values();
    return Optional.of(
        Arrays.stream(all)
            .filter(each -> each.name().equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal.Invalid(
                        Map.of(
                            "subject",
                            Message.of(
                                "bearings.error.noWord",
                                Arrays.stream(all)
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", ")))))));
  }
}
