package io.bearings.okr;

import java.util.Optional;

/** An alignment with what must be known about the objective at its end to name it to somebody. */
public record Arrow(Alignment alignment, End end) {

  /**
   * The objective that it leads to.
   *
   * @param cycleId absent in the backlog
   */
  public record End(
      long unitId, Optional<Long> cycleId, String title, Visibility visibility, String ownerKey) {}

  /** Whether it carries a score upwards: a contribution to a key result. */
  public boolean isFeeding() {
    return alignment.kind() == Alignment.Kind.CONTRIBUTES && alignment.toKeyResultId().isPresent();
  }
}
