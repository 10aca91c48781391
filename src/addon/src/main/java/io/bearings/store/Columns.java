package io.bearings.store;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns in the order in which they are read, of which some are left out of the statement. Reading
 * a column that is left out costs nothing, where a literal would be sent with each row.
 *
 * @param given whether each is in the statement
 * @param instead what is read of each that is not: a text, or null for an empty one
 */
record Columns(List<String> names, boolean[] given, String[] instead) {
  /** Stands for a text that must be there and that nobody reads. */
  private static final String SOMETHING = "-";

  static Columns of(String names) {
    List<String> all = List.of(names.split(", "));
    boolean[] given = new boolean[all.size()];
    Arrays.fill(given, true);
    return new Columns(all, given, new String[all.size()]);
  }

  Columns without(List<String> left) {
    return leavingOut(left, null);
  }

  /** Leaves out texts that must be there. */
  Columns filling(List<String> left) {
    return leavingOut(left, SOMETHING);
  }

  private Columns leavingOut(List<String> left, String text) {
    boolean[] fewer = given.clone();
    String[] more = instead.clone();
    for (String each : left) {
      int place = names.indexOf(each);
      fewer[place] = false;
      more[place] = text;
    }
    return new Columns(names, fewer, more);
  }

  /** As a statement names them. */
  String text() {
    return IntStream.range(0, names.size())
        .filter(place -> given[place])
        .mapToObj(names::get)
        .collect(joining(", "));
  }

  /** How many a row has. */
  int width() {
    int width = 0;
    for (boolean each : given) {
      width += each ? 1 : 0;
    }
    return width;
  }
}
