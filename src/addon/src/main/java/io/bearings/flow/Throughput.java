package io.bearings.flow;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Issues that were resolved in a period.
 *
 * @param resolved in scope
 * @param outOfScope resolved with a resolution that takes them out of scope
 * @param undefined done without a resolution date: in no period
 */
public record Throughput(int resolved, int outOfScope, int undefined) {

  /**
   * What throughput needs of an issue.
   *
   * @param isDone whether its status category is Done
   * @param at its last resolution date
   * @param resolutionId its resolution
   */
  public record Finished(boolean isDone, Optional<Instant> at, Optional<String> resolutionId) {}

  /**
   * @param outOfScopeIds resolutions that are not work done
   */
  public static Throughput of(
      Collection<Finished> issues, Period period, Set<String> outOfScopeIds) {
    int resolved = 0;
    int outOfScope = 0;
    int undefined = 0;
    for (Finished issue : issues) {
      if (issue.isDone() && issue.at().isEmpty()) {
        undefined++;
      } else if (issue.isDone() && issue.at().filter(period::contains).isPresent()) {
        boolean isOut = issue.resolutionId().filter(outOfScopeIds::contains).isPresent();
        outOfScope += isOut ? 1 : 0;
        resolved += isOut ? 0 : 1;
      }
    }
    return new Throughput(resolved, outOfScope, undefined);
  }
}
