package io.bearings.connect.reminders;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What a digest says, in one language and without any markup.
 *
 * @param heading one line
 * @param unlisted how many there are that no line tells of
 * @param more what to say of a number of those that no line tells of, 1 or more
 * @param why why it is said
 */
record Bulletin(
    String heading, List<Line> lines, int unlisted, IntFunction<String> more, String why) {
  Bulletin {
    lines = List.copyOf(lines);
  }

  /**
   * A key result.
   *
   * @param state how it stands with its check-in
   * @param name its key and its title, as people wrote it
   * @param address where to check in
   */
  record Line(String state, String name, String address) {}

  /**
   * What to say of those that are not shown.
   *
   * @param shown how many lines are shown
   */
  Optional<String> rest(int shown) {
    int left = unlisted + lines.size() - shown;
    return left > 0 ? Optional.of(more.apply(left)) : Optional.empty();
  }
}
