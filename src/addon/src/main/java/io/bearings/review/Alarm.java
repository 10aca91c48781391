package io.bearings.review;

import io.bearings.talk.Item;
import java.time.LocalDate;
import java.util.Optional;

/** Something about a unit that rings whatever its objectives say. */
public sealed interface Alarm {

  /**
   * A KPI that is not as it should be.
   *
   * @param ownerKey the user key of its owner
   * @param breach the one that is open
   * @param staleSince the last day of a period that has no value though its grace is over, and no
   *     later one has
   * @param warnedSince the first day of a period that runs and is past critical
   * @param drifting whether it gets worse
   */
  record OfKpi(
      long kpiId,
      long unitId,
      String name,
      String ownerKey,
      Optional<Breached> breach,
      Optional<LocalDate> staleSince,
      Optional<LocalDate> warnedSince,
      boolean drifting)
      implements Alarm {}

  /**
   * An open breach.
   *
   * @param since the first day of the first period that was red
   * @param acknowledged whether somebody said that they know of it
   */
  record Breached(LocalDate since, boolean acknowledged) {}

  /**
   * A blocker that still blocks.
   *
   * @param about the objective or key result, whether the person may read it or not
   * @param cycleId the cycle of the objective; absent in the backlog
   * @param ownerKey the user key of the person who sees to it
   * @param neededFrom whom it waits for, in words; may be empty
   */
  record OfBlocker(
      long blockerId,
      Item about,
      Optional<Long> cycleId,
      String ownerKey,
      String neededFrom,
      LocalDate since)
      implements Alarm {}
}
