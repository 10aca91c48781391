package io.bearings.connect.acts;

import io.bearings.talk.Notice;

/** What happened to a breach, as far as others hear of it. */
public enum Happening {
  OPENED(Notice.Kind.BREACH_OPENED),
  CLOSED(Notice.Kind.BREACH_CLOSED),
  /** It was over and is not, as a corrected value says. */
  REOPENED(Notice.Kind.BREACH_OPENED),
  /** It was none, as a corrected value says. */
  WITHDRAWN(Notice.Kind.BREACH_WITHDRAWN),
  /** Nobody acknowledged it in time. */
  ESCALATED(Notice.Kind.BREACH_ESCALATED);

  private final Notice.Kind notice;

  Happening(Notice.Kind notice) {
    this.notice = notice;
  }

  /** As what it comes into an inbox. */
  Notice.Kind notice() {
    return notice;
  }

  /** The key of the sentence that a mail begins with; it takes the name of the KPI. */
  String sentence() {
    return "bearings.mail.breach." + name();
  }
}
