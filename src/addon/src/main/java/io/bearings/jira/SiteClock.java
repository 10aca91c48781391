package io.bearings.jira;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The time of this node in Jira's default time zone, which decides for the whole site where one day
 * ends. A zone that an administrator chooses anew counts from the next question on. A Jira that
 * does not tell its zone is taken to be in UTC.
 */
@Component
public class SiteClock extends Clock {
  private static final Logger LOG = LoggerFactory.getLogger(SiteClock.class);

  private final Clock clock = Clock.systemUTC();
  private final HostService services;

  @Inject
  public SiteClock(HostService services) {
    this.services = services;
  }

  @Override
  public ZoneId getZone() {
    try {
      return TimeZones.ofSite(services).orElse(ZoneOffset.UTC);
    } catch (LinkageError e) {
      LOG.debug("This Jira does not tell its time zone", e);
      return ZoneOffset.UTC;
    }
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return clock.withZone(zone);
  }

  /** Milliseconds since some moment of this node, which no setting of the clock moves. */
  static long passed() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }
}
