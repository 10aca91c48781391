package io.bearings.progress;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.bearings.okr.WeightBy;
import java.util.Collection;
import java.util.Map;

/** What key results reach, for tests that say it in tallies. */
public final class Tallied {
  private Tallied() {}

  /** By the id of the key result, where each issue weighs 1. */
  public static Map<Long, LinkedWork> byCount(Settings settings, Collection<Tally> tallies) {
    return tallies.stream()
        .collect(
            groupingBy(
                Tally::keyResultId,
                collectingAndThen(toList(), all -> LinkedWork.of(all, WeightBy.ISSUES, settings))));
  }
}
