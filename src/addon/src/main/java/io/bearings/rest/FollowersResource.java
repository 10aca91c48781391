package io.bearings.rest;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.talk.Following;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who follows an objective. */
@Component
@Path("objectives")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class FollowersResource {
  private final Answers answers;
  private final Writes writes;
  private final Following following;
  private final People people;

  @Inject
  public FollowersResource(Answers answers, Writes writes, Following following, People people) {
    this.answers = answers;
    this.writes = writes;
    this.following = following;
    this.people = people;
  }

  /** Follows an objective. */
  @PUT
  @Path("{id}/follow")
  public Response follow(@Context HttpServletRequest request, @PathParam("id") String id) {
    return writes.done(
        Call.of(request, ""), writer -> following.follow(writer.who(), Parameters.id(id)));
  }

  /** Follows an objective no longer. */
  @DELETE
  @Path("{id}/follow")
  public Response unfollow(@Context HttpServletRequest request, @PathParam("id") String id) {
    return writes.done(
        Call.of(request, ""), writer -> following.unfollow(writer.who(), Parameters.id(id)));
  }

  /** Those who follow an objective. */
  @GET
  @Path("{id}/followers")
  public Response followers(@PathParam("id") String id) {
    return answers.ok(
        who ->
            new FollowersView(
                following.followers(who, Parameters.id(id)).stream()
                    .map(key -> PersonView.of(key, people))
                    .toList()));
  }

  /** Lets somebody follow an objective. */
  @PUT
  @Path("{id}/followers/{key}")
  public Response letFollow(
      @Context HttpServletRequest request,
      @PathParam("id") String id,
      @PathParam("key") String key) {
    return writes.done(
        Call.of(request, ""),
        writer -> following.letFollow(writer.who(), Parameters.id(id), new Person(key)));
  }

  /** Lets somebody follow an objective no longer. */
  @DELETE
  @Path("{id}/followers/{key}")
  public Response letGo(
      @Context HttpServletRequest request,
      @PathParam("id") String id,
      @PathParam("key") String key) {
    return writes.done(
        Call.of(request, ""),
        writer -> following.letGo(writer.who(), Parameters.id(id), new Person(key)));
  }

  /** Those who follow an objective. */
  public record FollowersView(@JsonProperty("followers") List<PersonView> followers) {}
}
