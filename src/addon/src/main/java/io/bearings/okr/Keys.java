package io.bearings.okr;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads keys as people write them. */
public final class Keys {
  private static final Pattern KEY = Pattern.compile("([A-Z]+)-([0-9]{1,18})");

  private Keys() {}

  /**
   * The number in a key.
   *
   * @param kind what has to stand before the dash
   */
  public static Optional<Long> idOf(String key, String kind) {
    Matcher parts = KEY.matcher(key.strip().toUpperCase(Locale.ROOT));
    return parts.matches() && parts.group(1).equals(kind)
        ? Optional.of(Long.parseLong(parts.group(2)))
        : Optional.empty();
  }
}
