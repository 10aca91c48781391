package io.bearings.okr;

import java.math.BigDecimal;
import java.util.Optional;

/** A step in the life of an objective or a key result. */
public sealed interface Step {

  /**
   * From draft to active.
   *
   * @param confidence 0 to 10, required
   */
  record Publish(Optional<BigDecimal> confidence) implements Step {}

  /** It is over; its score stays as it is. */
  record Close() implements Step {}

  /**
   * It is given up.
   *
   * @param reason required
   */
  record Abandon(String reason) implements Step {}

  /** What was closed or given up goes on. */
  record Reopen() implements Step {}

  /** It is put away and only kept to be read. */
  record Archive() implements Step {}

  /** It is taken out again. */
  record Restore() implements Step {}

  /** What somebody must be allowed to do for it. */
  default Operation operation() {
    if (this instanceof Publish) {
      return Operation.PUBLISH;
    }
    return this instanceof Archive || this instanceof Restore
        ? Operation.ARCHIVE
        : Operation.CLOSE_OBJECTIVE;
  }
}
