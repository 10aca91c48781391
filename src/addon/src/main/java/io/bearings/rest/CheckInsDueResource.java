package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.DueCheckIns;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The key results that wait for a check-in. */
@Component
@Path("check-ins-due")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class CheckInsDueResource {
  private final Answers answers;
  private final DueCheckIns due;

  @Inject
  public CheckInsDueResource(Answers answers, DueCheckIns due) {
    this.answers = answers;
    this.due = due;
  }

  /**
   * What waits: of a unit and the units below it, or with {@code mine=true} of the person who asks.
   * One of the two has to be given, and not both.
   */
  @GET
  public Response due(
      @QueryParam("unit") String unit, @QueryParam("mine") @DefaultValue("false") String mine) {
    return answers.ok(who -> CheckInsDueView.of(waiting(who, unit, Boolean.parseBoolean(mine))));
  }

  private DueCheckIns.Waiting waiting(Person who, String unit, boolean mine) {
    Optional<Long> unitId = Parameters.optionalId("unit", unit);
    if (unitId.isPresent() == mine) {
      throw new Refusal.Invalid(Map.of("unit", Message.of("bearings.error.checkIns.unitOrMine")));
    }
    return unitId.map(id -> due.ofUnit(who, id)).orElseGet(() -> due.ofPerson(who));
  }
}
