package io.bearings.progress;

import io.bearings.okr.WeightBy;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * All work that one key result reaches, taken together.
 *
 * @param moved when one of the issues that count last changed; absent where it is not known
 */
public record LinkedWork(IssueProgress progress, Optional<Instant> moved) {
  /** Where nothing is linked. */
  public static final LinkedWork NOTHING = new LinkedWork(IssueProgress.NOTHING, Optional.empty());

  /**
   * Takes the work of one key result together.
   *
   * @param tallies all its linked issues, in any order and however grouped
   */
  public static LinkedWork of(Collection<Tally> tallies, WeightBy weightBy, Settings settings) {
    return new LinkedWork(
        IssueProgress.of(tallies, weightBy, settings),
        tallies.stream().flatMap(each -> each.moved().stream()).max(Comparator.naturalOrder()));
  }
}
