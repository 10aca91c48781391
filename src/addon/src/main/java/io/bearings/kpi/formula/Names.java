package io.bearings.kpi.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The names of the language that are neither in the catalogue nor inputs, and likeness of names.
 */
final class Names {
  static final String ROUND = "round";

  /** The functions of numbers. */
  static final List<String> ARITHMETIC = List.of("min", "max", "abs", ROUND);

  /** What only means something in the brackets of a metric. */
  static final List<String> INSIDE = List.of("project", "board", "unit", "rolling");

  private static final int SHORT = 5;
  private static final int LONGEST = 40;

  private Names() {}

  /** The name that somebody may have meant: one letter is different, or two of many. */
  static Optional<String> like(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = written.toLowerCase(Locale.ROOT);
    int most = lower.length() < SHORT ? 1 : 2;
    return known().stream()
        .filter(name -> distance(lower, name) <= most)
        .min(Comparator.comparingInt(name -> distance(lower, name)));
  }

  private static List<String> known() {
    List<String> known = new ArrayList<>(Catalogue.all().keySet());
    Arrays.stream(Input.values()).map(Input::word).forEach(known::add);
    known.addAll(ARITHMETIC);
    return known;
  }

  /** How many letters are to be put in, taken out or changed. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int i = 0; i < row.length; i++) {
      row[i] = i;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
