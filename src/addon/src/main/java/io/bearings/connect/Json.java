package io.bearings.connect;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.stream.StreamSupport;

/** JSON as text: maps, lists, texts, numbers and truths. */
public final class Json {
  private static final char FIRST_PRINTABLE = ' ';

  private Json() {}

  /**
   * A value as JSON text.
   *
   * @param value a map with texts as keys, a list, a text, a number or a truth
   */
  public static String of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(each -> quoted(String.valueOf(each.getKey())) + ":" + of(each.getValue()))
          .collect(joining(",", "{", "}"));
    }
    if (value instanceof Iterable<?> list) {
      return StreamSupport.stream(list.spliterator(), false)
          .map(Json::of)
          .collect(joining(",", "[", "]"));
    }
    return value instanceof Number || value instanceof Boolean
        ? String.valueOf(value)
        : quoted(String.valueOf(value));
  }

  /** A text between quotes. */
  public static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < FIRST_PRINTABLE) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
