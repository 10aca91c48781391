package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.connect.reminders.ChatCalls;
import io.bearings.connect.reminders.ChatChannel;
import io.bearings.connect.reminders.ChatOwner;
import io.bearings.connect.reminders.OwnChats;
import io.bearings.connect.reminders.Posts;
import io.bearings.okr.People;
import java.time.Instant;
import java.util.List;

/**
 * A channel of a chat service, without its address.
 *
 * @param unitId the unit whose check-ins it tells of; null: those of one person
 * @param kind SLACK, TEAMS or DISCORD
 * @param on whether anything is to be posted to it
 * @param deadSince since when nothing is posted to it; null while it lives
 * @param madeBy the name of whoever set it up or changed it last
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChannelView(
    @JsonProperty("id") long id,
    @JsonProperty("unitId") Long unitId,
    @JsonProperty("kind") String kind,
    @JsonProperty("name") String name,
    @JsonProperty("on") boolean on,
    @JsonProperty("deadSince") String deadSince,
    @JsonProperty("madeBy") String madeBy,
    @JsonProperty("version") int version) {

  static ChannelView of(ChatChannel channel, People people) {
    return new ChannelView(
        channel.id(),
        channel.owner() instanceof ChatOwner.OfUnit unit ? unit.unitId() : null,
        channel.kind().name(),
        channel.name(),
        channel.on(),
        channel.deadSince().map(Instant::toString).orElse(null),
        people.nameOrKey(channel.madeBy()),
        channel.version());
  }

  /** Channels, oldest first. */
  public record All(@JsonProperty("channels") List<ChannelView> channels) {}

  /**
   * What came of a test.
   *
   * @param taken whether the service took it
   * @param note the status, or why there is none
   */
  public record Tested(@JsonProperty("taken") boolean taken, @JsonProperty("note") String note) {
    static Tested of(ChatCalls.Answer answer) {
      return new Tested(answer.verdict() == ChatCalls.Verdict.TAKEN, answer.note());
    }
  }

  /**
   * A part of the log, newest first.
   *
   * @param next where it goes on; null at its end
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Log(
      @JsonProperty("posts") List<PostView> posts, @JsonProperty("next") String next) {
    static Log of(List<Posts.Post> posts) {
      return new Log(
          posts.stream().map(PostView::of).toList(),
          posts.size() < OwnChats.PAGE ? null : String.valueOf(posts.get(posts.size() - 1).id()));
    }
  }

  /**
   * What was posted, or is to be.
   *
   * @param slot the day
   * @param state WAITING, SENDING, TAKEN, NEEDLESS, MAILED, GIVEN_UP or LOST
   * @param tries how often it was sent in vain
   * @param note the last status, or why there is none
   * @param at when that was
   */
  public record PostView(
      @JsonProperty("id") long id,
      @JsonProperty("slot") String slot,
      @JsonProperty("state") String state,
      @JsonProperty("tries") int tries,
      @JsonProperty("note") String note,
      @JsonProperty("at") String at) {
    static PostView of(Posts.Post post) {
      return new PostView(
          post.id(),
          post.slot().toString(),
          post.state().name(),
          post.tries(),
          post.note(),
          post.at().toString());
    }
  }
}
