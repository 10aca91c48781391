package io.bearings.progress;

import io.bearings.okr.WeightBy;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * All work that one key result reaches, taken together.
 *
 * @param changed when one of the issues that count last changed; absent where it is not known
 * @param moved when one of them last came into another status, or was created; absent as that
 */
public record LinkedWork(
    IssueProgress progress, Optional<Instant> changed, Optional<Instant> moved) {
  /** Where nothing is linked. */
  public static final LinkedWork NOTHING =
      new LinkedWork(IssueProgress.NOTHING, Optional.empty(), Optional.empty());

  /**
   * Takes the work of one key result together.
   *
   * @param tallies all its linked issues, in any order and however grouped
   */
  public static LinkedWork of(Collection<Tally> tallies, WeightBy weightBy, Settings settings) {
    return new LinkedWork(
        IssueProgress.of(tallies, weightBy, settings),
        latest(tallies, Tally::changed),
        latest(tallies, Tally::moved));
  }

  private static Optional<Instant> latest(
      Collection<Tally> tallies, Function<Tally, Optional<Instant>> moment) {
    Optional<Instant> latest = Optional.empty();
    for (Tally each : tallies) {
      Optional<Instant> here = moment.apply(each);
      if (here.isPresent() && (latest.isEmpty() || here.get().isAfter(latest.get()))) {
        latest = here;
      }
    }
    return latest;
  }
}
