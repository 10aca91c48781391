package io.bearings.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.Test;

public class MovableClockTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  public void showsTheTrueTimeUntilItIsMoved() {
    MovableClock clock = new MovableClock(Clock.fixed(NOON, ZoneOffset.UTC));
    assertThat(clock.instant()).isEqualTo(NOON);
    clock.move(Duration.ofDays(-2));
    assertThat(clock.instant()).isEqualTo("2026-11-20T12:00:00Z");
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    assertThat(clock.withZone(ZoneOffset.UTC)).isSameAs(clock);
    assertThat(clock.withZone(ZoneId.of("Asia/Tokyo")).instant()).isEqualTo(clock.instant());
    clock.move(Duration.ZERO);
    assertThat(clock.instant()).isEqualTo(NOON);
  }
}
