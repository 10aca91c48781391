package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.rhythm.Attempts;
import java.util.List;

/** What channels did not take at once, newest first. */
public record ReminderLogView(@JsonProperty("entries") List<EntryView> entries) {

  /**
   * A digest that was not taken at once.
   *
   * @param id the cursor for what is older
   * @param person the user key
   * @param state WAITING, SETTLED or GIVEN_UP
   * @param tries how often it was tried
   * @param note why it was not taken
   * @param at when it was tried last
   */
  public record EntryView(
      @JsonProperty("id") long id,
      @JsonProperty("person") String person,
      @JsonProperty("slot") String slot,
      @JsonProperty("channel") String channel,
      @JsonProperty("state") String state,
      @JsonProperty("tries") int tries,
      @JsonProperty("note") String note,
      @JsonProperty("at") String at) {

    private static EntryView of(Attempts.Attempt attempt) {
      return new EntryView(
          attempt.id(),
          attempt.personKey(),
          attempt.slot().toString(),
          attempt.channel().name(),
          attempt.state().name(),
          attempt.tries(),
          attempt.note(),
          attempt.at().toString());
    }
  }

  static ReminderLogView of(List<Attempts.Attempt> attempts) {
    return new ReminderLogView(attempts.stream().map(EntryView::of).toList());
  }
}
