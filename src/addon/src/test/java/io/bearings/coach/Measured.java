package io.bearings.coach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How well a rule does on some lines.
 *
 * @param hits lines where it speaks and must
 * @param wrong lines where it speaks and must not
 * @param missed lines where it must speak and does not
 */
record Measured(Rule rule, int hits, int wrong, int missed) {

  /** Every rule that is expected or speaks on these lines, in the order of the rules. */
  static List<Measured> all(List<Labelled> lines) {
    List<Measured> all = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      Measured measured = of(rule, lines);
      if (measured.hits + measured.wrong + measured.missed > 0) {
        all.add(measured);
      }
    }
    return all;
  }

  private static Measured of(Rule rule, List<Labelled> lines) {
    int hits = 0;
    int wrong = 0;
    int missed = 0;
    for (Labelled line : lines) {
      boolean expected = line.expected().contains(rule.id());
      boolean found = line.found().contains(rule.id());
      hits += expected && found ? 1 : 0;
      wrong += !expected && found ? 1 : 0;
      missed += expected && !found ? 1 : 0;
    }
    return new Measured(rule, hits, wrong, missed);
  }

  /** The share of what it says that is right; 1 when it says nothing. */
  double precision() {
    return hits + wrong == 0 ? 1 : (double) hits / (hits + wrong);
  }

  /** The share of what it must say that it says; 1 when it must say nothing. */
  double recall() {
    return hits + missed == 0 ? 1 : (double) hits / (hits + missed);
  }

  /** A line of a table in Markdown. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %d | %d | %.2f | %.2f |",
        rule.id(),
        rule.severity().name().toLowerCase(Locale.ROOT),
        hits,
        wrong,
        missed,
        precision(),
        recall());
  }
}
