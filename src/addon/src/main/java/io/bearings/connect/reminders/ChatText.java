package io.bearings.connect.reminders;

/** Texts of people within what chat services are sent. */
final class ChatText {
  /** Joins two letters without being seen, so that a word that rings is none. */
  private static final String JOINER = "\u2060";

  private static final String MORE = "\u2026";

  private ChatText() {}

  /**
   * A text on one line that rings nobody whatever it says, and is no longer than it may be.
   *
   * @param limit the most UTF-16 units, before the text is made harmless
   */
  static String harmless(String text, int limit) {
    return cut(text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), limit).replace("@", "@" + JOINER);
  }

  /** The text, or its beginning where it is too long; no letter is cut in two. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = limit - MORE.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + MORE;
  }
}
