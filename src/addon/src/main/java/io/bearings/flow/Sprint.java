package io.bearings.flow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A sprint that was started.
 *
 * @param id its id; names repeat
 * @param start when it really began
 * @param complete when it really was completed, which is not its planned end; absent while it runs
 */
public record Sprint(long id, Instant start, Optional<Instant> complete) {

  /** The last instant that belongs to the state at its start: the end of that second. */
  public Instant begun() {
    return wholeSecond(start);
  }

  /**
   * The last instant that belongs to the state at its completion: the end of that second.
   *
   * @param asOf the instant asked for, which decides while the sprint runs
   */
  public Instant ended(Instant asOf) {
    return wholeSecond(complete.orElse(asOf));
  }

  private static Instant wholeSecond(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).minusNanos(1);
  }
}
