package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.rhythm.ChannelKind;
import io.bearings.rhythm.OwnReminders;
import io.bearings.rhythm.Reminders;
import java.time.LocalDate;
import java.util.List;

/**
 * How a person is reminded of check-ins.
 *
 * @param on whether the site reminds anybody
 * @param inbox whether the person wants reminders in the product
 * @param mail whether the person wants mail
 * @param snoozedUntil the first day on which the person wants to be reminded again; null: now
 * @param past what the person was told, newest first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MyRemindersView(
    @JsonProperty("on") boolean on,
    @JsonProperty("inbox") boolean inbox,
    @JsonProperty("mail") boolean mail,
    @JsonProperty("snoozedUntil") String snoozedUntil,
    @JsonProperty("past") List<PastView> past) {

  /**
   * A reminder.
   *
   * @param slot the day, in the person's own time zone
   * @param at when somebody took it on
   * @param state CLAIMED, TOLD or LOST
   * @param total how many key results it named
   * @param overdue how many of them were overdue
   */
  public record PastView(
      @JsonProperty("slot") String slot,
      @JsonProperty("at") String at,
      @JsonProperty("state") String state,
      @JsonProperty("total") int total,
      @JsonProperty("overdue") int overdue) {

    private static PastView of(Reminders.Past past) {
      return new PastView(
          past.slot().toString(),
          past.at().toString(),
          past.state().name(),
          past.total(),
          past.overdue());
    }
  }

  static MyRemindersView of(OwnReminders.Own own) {
    return new MyRemindersView(
        own.on(),
        !own.preference().off().contains(ChannelKind.INBOX),
        !own.preference().off().contains(ChannelKind.MAIL),
        own.preference().snoozedUntil().map(LocalDate::toString).orElse(null),
        own.past().stream().map(PastView::of).toList());
  }
}
