package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import io.bearings.jira.UpkeepJobs;
import io.bearings.okr.Person;
import io.bearings.progress.CatchingUp;
import io.bearings.progress.Checking;
import io.bearings.progress.Rebuilding;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.springframework.stereotype.Component;

/** What keeps stored figures right, for administrators. */
@Component
@Path("upkeep")
@AdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class UpkeepResource {
  private final Answers answers;
  private final Rebuilding rebuilding;
  private final Checking checking;
  private final CatchingUp catchingUp;
  private final UpkeepJobs jobs;

  @Inject
  public UpkeepResource(
      Answers answers,
      Rebuilding rebuilding,
      Checking checking,
      CatchingUp catchingUp,
      UpkeepJobs jobs) {
    this.answers = answers;
    this.rebuilding = rebuilding;
    this.checking = checking;
    this.catchingUp = catchingUp;
    this.jobs = jobs;
  }

  /**
   * How far a rebuild is, what the last nightly comparison found, and until when all is followed.
   */
  @GET
  public Response state() {
    return answers.ok(this::view);
  }

  /** Counts anew what every key result reaches; one that runs goes on. */
  @POST
  @Path("rebuild")
  public Response rebuild() {
    return answers.changed(
        who -> {
          rebuilding.start(who);
          jobs.rebuildNow();
          return view(who);
        });
  }

  /** Ends the rebuild that runs; what it counted stays. */
  @DELETE
  @Path("rebuild")
  public Response cancel() {
    return answers.changed(
        who -> {
          rebuilding.cancel(who);
          return view(who);
        });
  }

  private UpkeepView view(Person who) {
    return UpkeepView.of(rebuilding.last(who), checking.last(who), catchingUp.until());
  }
}
