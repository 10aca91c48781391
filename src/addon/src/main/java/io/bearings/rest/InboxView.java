package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.People;
import io.bearings.talk.Inbox;
import io.bearings.talk.Mentions;
import io.bearings.talk.Notice;
import java.util.List;

/**
 * A part of an inbox.
 *
 * @param items newest first
 * @param unread how many notices were not read, in all
 * @param next the cursor of the notices before; null when there are none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record InboxView(
    @JsonProperty("items") List<NoticeView> items,
    @JsonProperty("unread") int unread,
    @JsonProperty("next") String next) {

  static InboxView of(Inbox.Contents contents, People people) {
    return new InboxView(
        contents.notices().stream().map(each -> NoticeView.of(each, people)).toList(),
        contents.unread(),
        contents.earlier().map(String::valueOf).orElse(null));
  }

  /**
   * Something that a person was told.
   *
   * @param kind MENTION, REPLY, CHANGE, BLOCKER, BREACH_OPENED, BREACH_CLOSED, BREACH_WITHDRAWN or
   *     BREACH_ESCALATED
   * @param by who did it; of a breach the owner of the KPI
   * @param text the beginning of somebody's words, perhaps empty; of a breach the value and the
   *     period
   * @param mentions the people whom that text mentions and who exist
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record NoticeView(
      @JsonProperty("id") long id,
      @JsonProperty("kind") String kind,
      @JsonProperty("by") PersonView by,
      @JsonProperty("at") String at,
      @JsonProperty("subject") SubjectView subject,
      @JsonProperty("text") String text,
      @JsonProperty("read") boolean read,
      @JsonProperty("mentions") List<PersonView> mentions) {

    static NoticeView of(Notice notice, People people) {
      return new NoticeView(
          notice.id(),
          notice.kind().name(),
          PersonView.of(notice.byKey(), people),
          notice.at().toString(),
          SubjectView.of(notice.about()),
          notice.text(),
          notice.read(),
          RemarkView.mentioned(Mentions.in(notice.text()), people));
    }
  }
}
