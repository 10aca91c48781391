package io.bearings.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The median times of things that are done again and again, in turns, so that whatever else the
 * machine does meanwhile, and whatever it has compiled by then, is the same for all of them.
 */
final class Median {
  private Median() {}

  /** Something whose time counts. */
  interface Work {
    void run() throws Exception;
  }

  /**
   * The median times, warm, in the order of the works.
   *
   * @param warmUp how often each is done first, not counted
   * @param times how often each is done then, 1 or more
   */
  static List<Duration> of(int warmUp, int times, List<Work> works) {
    return of(warmUp, times, Pauses.NONE, works);
  }

  /**
   * When nothing is done, so that what the works leave for later does not run beside those that are
   * timed.
   *
   * @param first how long after the warm-up
   * @param every after how long a pause follows
   * @param each how long such a pause is
   */
  record Pauses(Duration first, Duration every, Duration each) {
    static final Pauses NONE = new Pauses(Duration.ZERO, Duration.ofDays(1), Duration.ZERO);
  }

  /** The same with pauses. */
  static List<Duration> of(int warmUp, int times, Pauses pauses, List<Work> works) {
    long[][] nanos = new long[works.size()][times];
    try {
      long since = System.nanoTime();
      for (int turn = -warmUp; turn < times; turn++) {
        if (turn == 0) {
          Thread.sleep(pauses.first().toMillis());
          since = System.nanoTime();
        } else if (turn > 0 && System.nanoTime() - since > pauses.every().toNanos()) {
          Thread.sleep(pauses.each().toMillis());
          since = System.nanoTime();
        }
        for (int i = 0; i < works.size(); i++) {
          long begun = System.nanoTime();
          works.get(i).run();
          if (turn >= 0) {
            nanos[i][turn] = System.nanoTime() - begun;
          }
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException("What was to be timed failed", e);
    }
    return IntStream.range(0, works.size()).mapToObj(i -> median(nanos[i])).toList();
  }

  private static Duration median(long[] nanos) {
    Arrays.sort(nanos);
    int middle = nanos.length / 2;
    return Duration.ofNanos(
        nanos.length % 2 == 1 ? nanos[middle] : (nanos[middle - 1] + nanos[middle]) / 2);
  }
}
