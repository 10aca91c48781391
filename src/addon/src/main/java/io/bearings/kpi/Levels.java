package io.bearings.kpi;

import java.util.Optional;

/**
 * What the value of a period is compared with.
 *
 * @param target what is aimed at
 * @param warning what is still good enough, where that is less than the target
 * @param critical beyond it a value is red; the number itself is not beyond
 */
public record Levels(Optional<Level> target, Optional<Level> warning, Optional<Level> critical) {
  /** Nothing to compare with. */
  public static final Levels NONE =
      new Levels(Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether there is nothing to compare with. */
  public boolean isEmpty() {
    return target.isEmpty() && warning.isEmpty() && critical.isEmpty();
  }

  /** These levels where they are given, else the ones before. */
  Levels over(Levels before) {
    return new Levels(
        target.or(before::target), warning.or(before::warning), critical.or(before::critical));
  }
}
