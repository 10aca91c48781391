package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Before;
import org.junit.Test;

public class LatelyTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final Clock clock = mock(Clock.class);
  private final AtomicInteger source = new AtomicInteger();

  @Before
  public void now() {
    when(clock.instant()).thenReturn(NOW);
  }

  @Test
  public void findsOutAgainWhenTheAnswerIsOld() {
    Lately<Integer> lately = new Lately<>(Duration.ofSeconds(1), source::incrementAndGet, clock);
    assertThat(lately.get()).isEqualTo(1);
    when(clock.instant()).thenReturn(NOW.plusMillis(1000));
    assertThat(lately.get()).isEqualTo(1);
    when(clock.instant()).thenReturn(NOW.plusMillis(1001));
    assertThat(lately.get()).isEqualTo(2);
    assertThat(lately.get()).isEqualTo(2);
    when(clock.instant()).thenReturn(NOW);
    assertThat(lately.get()).isEqualTo(3);
  }

  @Test
  public void aFailureIsNotKept() {
    Lately<Integer> failing =
        new Lately<>(
            Duration.ofSeconds(1),
            () -> {
              if (source.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
              }
              return source.get();
            },
            clock);
    assertThatThrownBy(failing::get).hasMessage("not now");
    assertThat(failing.get()).isEqualTo(2);
  }
}
