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
 * @param statements of one warm request
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
    long first = good(who, path).statements() - free(who, without);
    List<Duration> medians =
        Median.of(warmUp, requests, List.of(() -> who.get(without), () -> who.get(path), floor));
    Duration whole = medians.get(1);
    Answer warm = good(who, path);
    report.times(name, whole, medians.get(0), medians.get(2), warm.body().length());
    long statements = warm.statements() - free(who, without);
    if (first != statements) {
      report.note(name + ", statements of the first request", first);
    }
    return new PageCost(whole.minus(medians.get(0)), medians.get(2), statements);
  }

  /** What the page without what is measured costs; an answer without the database costs nothing. */
  private static long free(Session who, String without) {
    return without.equals(EMPTY) ? 0 : who.get(without).statements();
  }

  private static Answer good(Session who, String path) {
    Answer answer = who.get(path);
    if (answer.status() != 200) {
      throw new IllegalStateException(path + " answers " + answer.status() + answer.body());
    }
    return answer;
  }

  double overFloor() {
    return (double) own.toNanos() / floor.toNanos();
  }

  double growthFrom(PageCost smaller) {
    return (double) own.toNanos() / smaller.own().toNanos();
  }
}
