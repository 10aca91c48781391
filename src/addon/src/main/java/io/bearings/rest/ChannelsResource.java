package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import io.bearings.connect.reminders.ChatChannel;
import io.bearings.connect.reminders.ChatDraft;
import io.bearings.connect.reminders.ChatKind;
import io.bearings.connect.reminders.OwnChats;
import io.bearings.okr.People;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Channels of chat services to which reminders are posted: a person's own, and those of a unit for
 * whoever manages it. Their addresses come in and never go out.
 */
@Component
@Path("channels")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class ChannelsResource {
  private final Answers answers;
  private final Writes writes;
  private final OwnChats chats;
  private final People people;

  @Inject
  public ChannelsResource(Answers answers, Writes writes, OwnChats chats, People people) {
    this.answers = answers;
    this.writes = writes;
    this.chats = chats;
    this.people = people;
  }

  /** The channels of a unit, or those of the person who asks. */
  @GET
  public Response channels(@QueryParam("unit") String unit) {
    return answers.ok(
        who ->
            new ChannelView.All(
                chats.list(who, Parameters.optionalId("unit", unit)).stream()
                    .map(this::view)
                    .toList()));
  }

  private ChannelView view(ChatChannel channel) {
    return ChannelView.of(channel, people);
  }

  /** One channel. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    return answers.ok(who -> view(chats.one(who, Parameters.id(id))));
  }

  /**
   * Adds a channel to a unit, or to the person who asks. An {@code Idempotency-Key} has no effect
   * here: the body would have to be kept, and with it the address.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(@Context HttpServletRequest request, String json) {
    Call call = Call.of(request, json);
    return answers.created(
        who -> {
          Body body = call.body();
          Optional<Long> unitId = body.optionalId("unitId");
          ChatKind kind = body.word("kind", ChatKind.class);
          ChatDraft draft = draft(body);
          body.finish();
          return view(chats.add(who, unitId, kind, draft));
        });
  }

  /** Changes a channel; its address stays as it is where none is given. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(
      @Context HttpServletRequest request, @PathParam("id") String id, String json) {
    return writes.saved(
        Call.of(request, json),
        (writer, body) -> {
          int version = body.version();
          ChatDraft draft = draft(body);
          body.ignore("id", "kind", "unitId", "deadSince", "madeBy");
          body.finish();
          return view(chats.change(writer.who(), Parameters.id(id), version, draft));
        },
        who -> view(chats.one(who, Parameters.id(id))));
  }

  private static ChatDraft draft(Body body) {
    return new ChatDraft(
        body.text("name"), body.optionalText("address"), body.optionalFlag("on").orElse(true));
  }

  /** Removes a channel, with its log. */
  @DELETE
  @Path("{id}")
  public Response remove(
      @Context HttpServletRequest request,
      @PathParam("id") String id,
      @QueryParam("version") String version) {
    return writes.done(
        Call.of(request, ""),
        writer ->
            chats.remove(writer.who(), Parameters.id(id), Parameters.number("version", version)));
  }

  /** Posts a message that says that the channel works, and tells what came of it. */
  @POST
  @Path("{id}/test")
  public Response test(@PathParam("id") String id) {
    return answers.changed(who -> ChannelView.Tested.of(chats.test(who, Parameters.id(id))));
  }

  /** What was posted to a channel, newest first. */
  @GET
  @Path("{id}/log")
  public Response log(@PathParam("id") String id, @QueryParam("cursor") String cursor) {
    return answers.ok(
        who -> ChannelView.Log.of(chats.log(who, Parameters.id(id), Parameters.before(cursor))));
  }
}
