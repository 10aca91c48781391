package io.bearings.systemtests.model;

import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Session.Answer;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What everybody needs who works at random: somebody's session, dice, and a tally of deeds. */
record Hand(Session session, Random random, Map<String, Integer> done) {
  Hand(Session session, Random random) {
    this(session, random, new TreeMap<>());
  }

  void count(String deed) {
    done.merge(deed, 1, Integer::sum);
  }

  /** True once in so many times. */
  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  /**
   * One of a collection.
   *
   * @param all not empty; in an order that is the same in each run
   */
  <T> T oneOf(Collection<T> all) {
    return all.stream().skip(random.nextInt(all.size())).findFirst().orElseThrow();
  }

  static void expect(int status, Answer answer) {
    if (answer.status() != status) {
      throw new AssertionError("Expected " + status + ", got " + answer);
    }
  }
}
