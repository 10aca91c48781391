package io.bearings.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * The clock of the host's Jira. Tests move it, so that what they do has happened over weeks; the
 * add-on has its own, which shows the true time.
 */
final class MovableClock extends Clock {
  private final Clock truth;
  private volatile Duration offset = Duration.ZERO;

  MovableClock(Clock truth) {
    this.truth = truth;
  }

  /** Shows another time from now on: the true one and this much, which may be negative. */
  void move(Duration by) {
    offset = Objects.requireNonNull(by);
  }

  @Override
  public ZoneId getZone() {
    return truth.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return truth.getZone().equals(zone) ? this : Clock.offset(truth.withZone(zone), offset);
  }

  @Override
  public Instant instant() {
    return truth.instant().plus(offset);
  }
}
