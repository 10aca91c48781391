package io.bearings.okr;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * All that holds of a key result or an objective at once.
 *
 * @param shown what is shown first
 * @param marks what stands beside it, in the order of {@link Status}
 */
public record Standing(Status shown, List<Status> marks) {
  public Standing {
    marks = List.copyOf(marks);
  }

  /**
   * Orders what holds.
   *
   * @param holding at least one; whatever its order, and each counts once
   * @throws IllegalArgumentException when nothing holds
   */
  public static Standing of(Collection<Status> holding) {
    if (holding.isEmpty()) {
      throw new IllegalArgumentException("Something always holds: no data, if nothing else");
    }
    List<Status> ordered = List.copyOf(EnumSet.copyOf(holding));
    return new Standing(ordered.get(0), ordered.subList(1, ordered.size()));
  }
}
