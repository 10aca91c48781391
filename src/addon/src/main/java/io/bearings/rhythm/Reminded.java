package io.bearings.rhythm;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person was told lately.
 *
 * @param claimed the last day for which somebody took it on to remind the person
 * @param told the last day of which nothing says that the reminder was lost
 */
public record Reminded(Optional<LocalDate> claimed, Optional<LocalDate> told) {
  /** The person was told nothing. */
  public static final Reminded NEVER = new Reminded(Optional.empty(), Optional.empty());
}
