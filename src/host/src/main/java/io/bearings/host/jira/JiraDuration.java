package io.bearings.host.jira;

import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them in Jira: {@code 2d 4h 30m}; a day has 8 hours, a week 5 days. */
final class JiraDuration {
  private static final Pattern PART = Pattern.compile("([0-9]{1,6})\\s*([wdhm])");
  private static final Pattern WHOLE = Pattern.compile("(" + PART.pattern() + "\\s*)+");
  private static final Map<String, Long> SECONDS =
      Map.of("m", 60L, "h", 3_600L, "d", 8 * 3_600L, "w", 5 * 8 * 3_600L);

  private JiraDuration() {}

  /** The seconds; empty when it is no duration. */
  static OptionalLong seconds(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    Matcher parts = PART.matcher(text);
    long seconds = 0;
    while (parts.find()) {
      seconds += Long.parseLong(parts.group(1)) * SECONDS.get(parts.group(2));
    }
    return OptionalLong.of(seconds);
  }
}
