package io.bearings.talk;

import java.time.Instant;

/**
 * What somebody is told in the inbox.
 *
 * @param about what it is about, as it is now
 * @param byKey the user key of the person whose doing it tells; of a breach, which is nobody's
 *     doing, that of the KPI's owner
 * @param text the beginning of that person's words, perhaps empty; of a breach the value and the
 *     period
 * @param read whether the person has looked at it
 */
public record Notice(
    long id, Kind kind, Item about, String byKey, Instant at, String text, boolean read) {
  /** The most characters of somebody's words that a notice repeats. */
  public static final int LENGTH = 400;

  private static final String CUT = "\u2026";

  /** Why somebody is told. */
  public enum Kind {
    /** Somebody wrote the person's name. */
    MENTION,
    /** Somebody spoke about what the person owns, follows or spoke about too. */
    REPLY,
    /** There is a new check-in of what the person owns or follows. */
    CHANGE,
    /** Something that the person owns is blocked, or the blocker is the person's to clear. */
    BLOCKER,
    /** A breach of a KPI began, or goes on although it seemed to be over. */
    BREACH_OPENED,
    /** A breach of a KPI is over. */
    BREACH_CLOSED,
    /** What looked like a breach of a KPI was none. */
    BREACH_WITHDRAWN,
    /** Nobody acknowledged a breach of a KPI in time. */
    BREACH_ESCALATED
  }

  /** The beginning of a text, not cut through a character. */
  public static String excerpt(String text) {
    String line = text.strip();
    if (line.length() <= LENGTH) {
      return line;
    }
    int end = LENGTH - CUT.length();
    int whole = Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
    return line.substring(0, whole) + CUT;
  }
}
