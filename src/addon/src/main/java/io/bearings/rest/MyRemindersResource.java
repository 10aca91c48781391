package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.rhythm.ChannelKind;
import io.bearings.rhythm.OwnReminders;
import io.bearings.rhythm.Preference;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How the person who asks is reminded of check-ins. */
@Component
@Path("my-reminders")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class MyRemindersResource {
  private final Answers answers;
  private final OwnReminders reminders;

  @Inject
  public MyRemindersResource(Answers answers, OwnReminders reminders) {
    this.answers = answers;
    this.reminders = reminders;
  }

  /** What the person wants, and was told lately. */
  @GET
  public Response mine() {
    return answers.ok(who -> MyRemindersView.of(reminders.of(who)));
  }

  /** Keeps what the person wants: no day ends a snooze. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response prefer(String json) {
    return answers.changed(
        who -> {
          Body body = Body.of(json);
          boolean inbox = body.flag("inbox");
          boolean mail = body.flag("mail");
          Optional<LocalDate> snoozedUntil = body.optionalDay("snoozedUntil");
          body.finish();
          return MyRemindersView.of(
              reminders.prefer(who, new Preference(off(inbox, mail), snoozedUntil)));
        });
  }

  private static Set<ChannelKind> off(boolean inbox, boolean mail) {
    Set<ChannelKind> off = EnumSet.noneOf(ChannelKind.class);
    if (!inbox) {
      off.add(ChannelKind.INBOX);
    }
    if (!mail) {
      off.add(ChannelKind.MAIL);
    }
    return off;
  }
}
