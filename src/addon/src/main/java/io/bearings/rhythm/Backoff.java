package io.bearings.rhythm;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before something is tried again: twice as long each time, less a part by chance,
 * so that not all that failed together comes back together.
 *
 * @param chance from 0 to below 1
 */
public record Backoff(DoubleSupplier chance) {
  /** How often something is tried at most. */
  public static final int TRIES = 8;

  /** Longer nobody is left alone, whatever they want: the next digest would come before. */
  public static final Duration LONGEST = Duration.ofHours(12);

  private static final Duration FIRST = Duration.ofMinutes(2);

  /**
   * The wait after a number of tries; absent when that were enough.
   *
   * @param tries 1 or more
   * @param wanted how long at least
   */
  public Optional<Duration> after(int tries, Optional<Duration> wanted) {
    if (tries >= TRIES) {
      return Optional.empty();
    }
    Duration whole = FIRST.multipliedBy(1L << (tries - 1));
    Duration wait = whole.minusMillis((long) (chance.getAsDouble() * whole.toMillis() / 2));
    Duration least = wanted.orElse(Duration.ZERO);
    Duration longer = wait.compareTo(least) < 0 ? least : wait;
    return Optional.of(longer.compareTo(LONGEST) > 0 ? LONGEST : longer);
  }
}
