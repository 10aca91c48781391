package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.okr.Message;
import io.bearings.okr.People;
import io.bearings.okr.Refusal;
import io.bearings.talk.BlockerDraft;
import io.bearings.talk.Blocking;
import io.bearings.talk.Subject;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What keeps objectives and key results from moving. */
@Component
@Path("blockers")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class BlockersResource {
  private final Answers answers;
  private final Writes writes;
  private final Blocking blocking;
  private final People people;

  @Inject
  public BlockersResource(Answers answers, Writes writes, Blocking blocking, People people) {
    this.answers = answers;
    this.writes = writes;
    this.blocking = blocking;
    this.people = people;
  }

  /** The blockers of a unit, of an objective with its key results, or of a key result. */
  @GET
  public Response blockers(
      @QueryParam("unit") String unit,
      @QueryParam("objective") String objective,
      @QueryParam("keyResult") String keyResult,
      @QueryParam("cursor") String cursor) {
    return answers.ok(
        who -> {
          Optional<Long> unitId = Parameters.optionalId("unit", unit);
          Optional<Long> objectiveId = Parameters.optionalId("objective", objective);
          Optional<Long> keyResultId = Parameters.optionalId("keyResult", keyResult);
          Optional<Long> before = Parameters.optionalId("cursor", cursor);
          if (unitId.isPresent() && objectiveId.isEmpty() && keyResultId.isEmpty()) {
            return BlockersView.of(blocking.ofUnit(who, unitId.get(), before), people);
          }
          Subject subject = subject(objectiveId, keyResultId, "unit", unitId);
          return BlockersView.of(blocking.of(who, subject, before), people);
        });
  }

  /** One blocker. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    return answers.ok(who -> BlockerView.of(blocking.one(who, Parameters.id(id)), people));
  }

  /** Reports a blocker. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response report(@Context HttpServletRequest request, String json) {
    return writes.created(
        Call.of(request, json),
        (writer, body) -> {
          Optional<Long> objectiveId = body.optionalId("objectiveId");
          Optional<Long> keyResultId = body.optionalId("keyResultId");
          BlockerDraft draft = draft(body, false);
          body.finish();
          Subject subject = subject(objectiveId, keyResultId, "keyResultId", Optional.empty());
          return BlockerView.of(blocking.report(writer.who(), subject, draft), people);
        });
  }

  /** Changes a blocker. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          BlockerDraft draft = draft(body, body.flag("resolved"));
          body.finish();
          return BlockerView.of(
              blocking.change(writer.who(), Parameters.id(id), version, draft), people);
        },
        who -> BlockerView.of(blocking.one(who, Parameters.id(id)), people));
  }

  private static BlockerDraft draft(Body body, boolean resolved) {
    return new BlockerDraft(
        body.text("text"),
        body.optionalText("ownerKey"),
        body.text("neededFrom"),
        body.optionalDay("since"),
        body.optionalText("issueKey").filter(key -> !key.isBlank()),
        resolved);
  }

  /** Exactly one of them is wanted. */
  private static Subject subject(
      Optional<Long> objectiveId,
      Optional<Long> keyResultId,
      String field,
      Optional<Long> surplus) {
    List<Subject> given =
        Stream.concat(
                objectiveId.map(Subject::objective).stream(),
                keyResultId.map(Subject::keyResult).stream())
            .toList();
    if (given.size() != 1 || surplus.isPresent()) {
      throw new Refusal.Invalid(Map.of(field, Message.of("bearings.error.exactlyOne")));
    }
    return given.get(0);
  }
}
