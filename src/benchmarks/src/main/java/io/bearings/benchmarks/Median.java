package io.bearings.benchmarks;

import java.time.Duration;
import java.util.Arrays;

/** The median time of something that is done again and again. */
final class Median {
  private Median() {}

  /** Something whose time counts. */
  interface Work {
    void run() throws Exception;
  }

  /**
   * The median time, warm.
   *
   * @param warmUp how often it is done first, not counted
   * @param times how often it is done then, 1 or more
   */
  static Duration of(int warmUp, int times, Work work) {
    long[] nanos = new long[times];
    try {
      for (int i = 0; i < warmUp; i++) {
        work.run();
      }
      for (int i = 0; i < times; i++) {
        long begun = System.nanoTime();
        work.run();
        nanos[i] = System.nanoTime() - begun;
      }
    } catch (Exception e) {
      throw new IllegalStateException("What was to be timed failed", e);
    }
    Arrays.sort(nanos);
    int middle = times / 2;
    long median = times % 2 == 1 ? nanos[middle] : (nanos[middle - 1] + nanos[middle]) / 2;
    return Duration.ofNanos(median);
  }
}
