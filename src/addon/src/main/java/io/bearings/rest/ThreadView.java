package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.People;
import io.bearings.talk.Talking;
import java.util.List;

/**
 * A part of a thread.
 *
 * @param remarks oldest first
 * @param next the cursor of the remarks before; null when there are none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ThreadView(
    @JsonProperty("remarks") List<RemarkView> remarks, @JsonProperty("next") String next) {

  static ThreadView of(Talking.Conversation conversation, People people) {
    return new ThreadView(
        conversation.remarks().stream().map(each -> RemarkView.of(each, people)).toList(),
        conversation.earlier().map(String::valueOf).orElse(null));
  }
}
