package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import io.bearings.rhythm.OwnReminders;
import io.bearings.rhythm.ReminderRules;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** How the site reminds people of check-ins, for administrators. */
@Component
@Path("reminders")
@AdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class RemindersResource {
  /** Stands for a number that is none of a day or hour, and is in no range. */
  private static final int OUT_OF_RANGE = -1;

  private final Answers answers;
  private final OwnReminders reminders;

  @Inject
  public RemindersResource(Answers answers, OwnReminders reminders) {
    this.answers = answers;
    this.reminders = reminders;
  }

  /** What is in force. */
  @GET
  public Response rules() {
    return answers.ok(who -> ReminderRulesView.of(reminders.rules(who)));
  }

  /** Puts it in force. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response decide(String json) {
    return answers.changed(
        who -> {
          Body body = Body.of(json);
          ReminderRules rules =
              new ReminderRules(
                  body.flag("on"),
                  whole(body, "daysBefore"),
                  whole(body, "escalateAfter"),
                  whole(body, "quietFrom"),
                  whole(body, "quietTo"),
                  whole(body, "skipDays"));
          body.finish();
          return ReminderRulesView.of(reminders.decide(who, rules));
        });
  }

  private static int whole(Body body, String name) {
    BigDecimal number = body.number(name);
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      return OUT_OF_RANGE;
    }
  }

  /** What channels did not take at once, newest first. */
  @GET
  @Path("log")
  public Response log(@QueryParam("cursor") String cursor) {
    return answers.ok(
        who -> ReminderLogView.of(reminders.log(who, Parameters.optionalId("cursor", cursor))));
  }
}
