package io.bearings.benchmarks;

import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Session.Answer;
import java.time.Duration;
import java.util.List;

/**
 * What a page took.
 *
 * @param own the median of warm requests less that of an empty page
 * @param floor the median of the hand-written JDBC
 * @param statements of one request
 */
record PageCost(Duration own, Duration floor, long statements) {
  /** Answered without the database, through the same filters as every other request. */
  static final String EMPTY = "/rest/bearings/1.0/objectives/none";

  /**
   * Measures a page in turns with its floor, and notes the times.
   *
   * @param warmUp how often it is asked for first, not counted
   * @param requests how often it is asked for then
   */
  static PageCost of(
      String name,
      Session who,
      String path,
      Median.Work floor,
      int warmUp,
      int requests,
      Report report) {
    return beside(name, who, EMPTY, path, floor, warmUp, requests, report);
  }

  /** The same beside another page, from which it differs by what is measured only. */
  static PageCost beside(
      String name,
      Session who,
      String without,
      String path,
      Median.Work floor,
      int warmUp,
      int requests,
      Report report) {
    Answer empty = who.get(without);
    Answer answer = who.get(path);
    if (answer.status() != 200) {
      throw new IllegalStateException(path + " answers " + answer.status() + answer.body());
    }
    List<Duration> medians =
        Median.of(warmUp, requests, List.of(() -> who.get(without), () -> who.get(path), floor));
    Duration whole = medians.get(1);
    report.times(name, whole, medians.get(0), medians.get(2), answer.body().length());
    long statements =
        without.equals(EMPTY) ? answer.statements() : answer.statements() - empty.statements();
    return new PageCost(whole.minus(medians.get(0)), medians.get(2), statements);
  }

  double overFloor() {
    return (double) own.toNanos() / floor.toNanos();
  }

  double growthFrom(PageCost smaller) {
    return (double) own.toNanos() / smaller.own().toNanos();
  }
}
