package io.bearings.store;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Short lists within one column: a line for each entry, tabs between its parts. What is a tab, a
 * line's end or a backslash in a part itself is written with a backslash.
 */
final class Lines {
  private static final Pattern LINE = Pattern.compile("\n");
  private static final Pattern TAB = Pattern.compile("\t");

  private Lines() {}

  /** The text of some entries; absent for none. */
  static Optional<String> text(List<List<String>> entries) {
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            entries.stream()
                .map(parts -> parts.stream().map(Lines::escaped).collect(joining("\t")))
                .collect(joining("\n")));
  }

  /** What {@link #text} holds. */
  static List<List<String>> entries(Optional<String> text) {
    return text.map(LINE::splitAsStream).stream()
        .flatMap(lines -> lines)
        .map(line -> List.of(TAB.split(line, -1)).stream().map(Lines::unescaped).toList())
        .toList();
  }

  private static String escaped(String part) {
    return part.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String unescaped(String part) {
    if (part.indexOf('\\') < 0) {
      return part;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      char each = part.charAt(i);
      text.append(each == '\\' ? meant(part.charAt(++i)) : each);
    }
    return text.toString();
  }

  private static char meant(char escaped) {
    return switch (escaped) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> escaped;
    };
  }
}
