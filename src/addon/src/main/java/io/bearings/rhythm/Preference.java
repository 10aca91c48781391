package io.bearings.rhythm;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * How one person wants to be reminded.
 *
 * @param off the channels that the person does not want
 * @param snoozedUntil the first day on which the person wants to be reminded again
 */
public record Preference(Set<ChannelKind> off, Optional<LocalDate> snoozedUntil) {
  /** What everybody begins with. */
  public static final Preference DEFAULT = new Preference(Set.of(), Optional.empty());

  public Preference {
    off = Set.copyOf(off);
  }

  /**
   * Whether nobody may remind the person on a day.
   *
   * @param hasChats whether the person has channels of their own
   */
  boolean isSilentOn(LocalDate day, boolean hasChats) {
    return off.size() == ChannelKind.values().length && !hasChats
        || snoozedUntil.filter(until -> until.isAfter(day)).isPresent();
  }
}
