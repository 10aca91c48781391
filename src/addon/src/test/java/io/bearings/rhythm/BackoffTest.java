package io.bearings.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.Test;

public class BackoffTest {
  private static final Backoff LEAST_LUCK = new Backoff(() -> 0);

  @Test
  public void waitsTwiceAsLongEachTimeAndThenNoMore() {
    assertThat(LEAST_LUCK.after(1, Optional.empty())).contains(Duration.ofMinutes(2));
    assertThat(LEAST_LUCK.after(2, Optional.empty())).contains(Duration.ofMinutes(4));
    assertThat(LEAST_LUCK.after(7, Optional.empty())).contains(Duration.ofMinutes(128));
    assertThat(LEAST_LUCK.after(Backoff.TRIES, Optional.empty())).isEmpty();
  }

  @Test
  public void chanceTakesHalfAtMost() {
    assertThat(new Backoff(() -> 0.5).after(1, Optional.empty())).contains(Duration.ofSeconds(90));
    assertThat(new Backoff(() -> 0.999).after(1, Optional.empty()).orElseThrow())
        .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(2));
  }

  @Test
  public void whoeverRefusedIsLeftAloneAsLongAsItWantsButNotForever() {
    assertThat(LEAST_LUCK.after(1, Optional.of(Duration.ofMinutes(10))))
        .contains(Duration.ofMinutes(10));
    assertThat(LEAST_LUCK.after(3, Optional.of(Duration.ofSeconds(1))))
        .contains(Duration.ofMinutes(8));
    assertThat(LEAST_LUCK.after(1, Optional.of(Duration.ofDays(30)))).contains(Backoff.LONGEST);
  }
}
