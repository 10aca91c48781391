package io.bearings.store;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Patterns for {@code like … escape '!'}, and keys that somebody searches for. */
final class Patterns {
  private static final Pattern KEY =
      Pattern.compile("(KPI|KR|O)-(\\d{1,18})", Pattern.CASE_INSENSITIVE);
  private static final long NO_ID = -1;

  private Patterns() {}

  /** Finds a text anywhere in a column in small letters. */
  static String part(String text) {
    return "%" + literally(text.toLowerCase(Locale.ROOT)) + "%";
  }

  /** Finds a member of a column that holds {@code |a|b|}. */
  static String member(String value) {
    return "%|" + literally(value) + "|%";
  }

  /**
   * The pattern that finds a text. To SQL Server alone a bracket is special too, and others refuse
   * to have it escaped: any character may stand in its place.
   */
  private static String literally(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_").replace("[", "_");
  }

  /**
   * The id in a key such as {@code KR-34}; one that nothing has where the text is no such key.
   *
   * @param prefix what stands before the dash
   */
  static long idIn(String text, String prefix) {
    Matcher key = KEY.matcher(text);
    return key.matches() && key.group(1).equalsIgnoreCase(prefix)
        ? Long.parseLong(key.group(2))
        : NO_ID;
  }
}
