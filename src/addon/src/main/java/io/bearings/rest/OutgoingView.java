package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.connect.acts.Outgoing;
import java.util.List;

/**
 * What an administrator decided about what leaves the site.
 *
 * @param allowedHosts names and addresses that may be called although they are in a private network
 * @param plainMail whether mail is plain text and not HTML
 * @param callLogDays for how many days the log of calls is kept
 */
public record OutgoingView(
    @JsonProperty("allowedHosts") List<String> allowedHosts,
    @JsonProperty("plainMail") boolean plainMail,
    @JsonProperty("callLogDays") int callLogDays) {

  static OutgoingView of(Outgoing outgoing) {
    return new OutgoingView(
        outgoing.allowedHosts().stream().sorted().toList(),
        outgoing.plainMail(),
        outgoing.callLogDays());
  }
}
