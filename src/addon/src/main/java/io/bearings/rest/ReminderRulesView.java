package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.rhythm.ReminderRules;

/**
 * How the site reminds people.
 *
 * @param on whether anybody is reminded
 * @param daysBefore how many days before a slot; 0: not before it
 * @param escalateAfter after how many days the lead is told; 0: never
 * @param quietFrom the hour from which on nobody is reminded
 * @param quietTo the hour from which on people are reminded again
 * @param skipDays for how many days a check-in keeps reminders of its key result away
 */
public record ReminderRulesView(
    @JsonProperty("on") boolean on,
    @JsonProperty("daysBefore") int daysBefore,
    @JsonProperty("escalateAfter") int escalateAfter,
    @JsonProperty("quietFrom") int quietFrom,
    @JsonProperty("quietTo") int quietTo,
    @JsonProperty("skipDays") int skipDays) {

  static ReminderRulesView of(ReminderRules rules) {
    return new ReminderRulesView(
        rules.on(),
        rules.daysBefore(),
        rules.escalateAfter(),
        rules.quietFrom(),
        rules.quietTo(),
        rules.skipDays());
  }
}
