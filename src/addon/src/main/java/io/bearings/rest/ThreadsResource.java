package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.People;
import io.bearings.okr.Refusal;
import io.bearings.talk.Subject;
import io.bearings.talk.Talking;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is said about objectives, key results and check-ins. */
@Component
@Path("threads")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class ThreadsResource {
  private static final Map<String, Subject.Kind> KINDS =
      Map.of(
          "objective", Subject.Kind.OBJECTIVE,
          "key-result", Subject.Kind.KEY_RESULT,
          "check-in", Subject.Kind.CHECK_IN);

  private final Answers answers;
  private final Writes writes;
  private final Talking talking;
  private final People people;

  @Inject
  public ThreadsResource(Answers answers, Writes writes, Talking talking, People people) {
    this.answers = answers;
    this.writes = writes;
    this.talking = talking;
    this.people = people;
  }

  /** The remarks of a thread, oldest first; the newest of them, or those before the cursor. */
  @GET
  @Path("{kind}/{id}")
  public Response thread(
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      @QueryParam("cursor") String cursor) {
    return answers.ok(
        who ->
            ThreadView.of(
                talking.thread(who, subject(kind, id), Parameters.optionalId("cursor", cursor)),
                people));
  }

  /** Says something. */
  @POST
  @Path("{kind}/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response say(
      @Context HttpServletRequest request,
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          String text = body.text("text");
          body.finish();
          return SaidView.of(talking.say(writer.who(), subject(kind, id), text), people);
        });
  }

  private static Subject subject(String kind, String id) {
    if (!KINDS.containsKey(kind)) {
      throw new Refusal.NotFound(kind);
    }
    return new Subject(KINDS.get(kind), Parameters.id(id));
  }
}
