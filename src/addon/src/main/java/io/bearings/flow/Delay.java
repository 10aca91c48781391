package io.bearings.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How late a resolved issue was.
 *
 * @param basis what it is measured against
 * @param daysLate whole calendar days; early is 0
 */
public record Delay(Basis basis, long daysLate) {
  /** What a delay is measured against. */
  public enum Basis {
    DUE_DATE,
    RELEASE_DATE
  }

  /**
   * The delay against the due date or, without one, against the release date of the fix version.
   *
   * @param zone the site's, which decides on which day the issue was resolved
   * @return absent where there is neither date: undefined, never on time
   */
  public static Optional<Delay> of(
      Optional<LocalDate> due, Optional<LocalDate> release, Instant resolved, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(resolved, zone);
    return due.map(planned -> new Delay(Basis.DUE_DATE, late(planned, day)))
        .or(() -> release.map(planned -> new Delay(Basis.RELEASE_DATE, late(planned, day))));
  }

  private static long late(LocalDate planned, LocalDate day) {
    return Math.max(0, ChronoUnit.DAYS.between(planned, day));
  }
}
