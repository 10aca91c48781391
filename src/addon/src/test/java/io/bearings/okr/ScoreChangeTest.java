package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.Test;

public class ScoreChangeTest {
  private static final Instant PUBLISHED = Instant.parse("2026-04-06T09:00:00Z");
  private static final Instant A_DAY_LATER = PUBLISHED.plus(Duration.ofHours(24));
  private static final Instant WEEKS_LATER = PUBLISHED.plus(Duration.ofDays(30));
  private static final Optional<Instant> CHECKED_IN =
      Optional.of(PUBLISHED.plus(Duration.ofHours(2)));

  @Test
  public void isACorrectionWithinADayOfPublishing() {
    assertThat(change(A_DAY_LATER, CHECKED_IN, "", false)).isEqualTo(ScoreChange.CORRECTION);
    assertThat(change(A_DAY_LATER.plusMillis(1), CHECKED_IN, "", false))
        .isEqualTo(ScoreChange.MOVED_GOALPOST);
  }

  @Test
  public void isACorrectionBeforeTheFirstCheckIn() {
    assertThat(change(WEEKS_LATER, Optional.empty(), "", false)).isEqualTo(ScoreChange.CORRECTION);
    Optional<Instant> later = Optional.of(WEEKS_LATER.plusMillis(1));
    assertThat(change(WEEKS_LATER, later, "", false)).isEqualTo(ScoreChange.CORRECTION);
    assertThat(change(WEEKS_LATER, Optional.of(WEEKS_LATER), "", false))
        .isEqualTo(ScoreChange.MOVED_GOALPOST);
  }

  @Test
  public void isACorrectionInADraft() {
    assertThat(ScoreChange.of(WEEKS_LATER, Optional.empty(), CHECKED_IN, Optional.empty(), false))
        .isEqualTo(ScoreChange.CORRECTION);
  }

  @Test
  public void isAnAdjustmentWithAReasonAndTheLeadsConsent() {
    assertThat(change(WEEKS_LATER, CHECKED_IN, "The market closed", true))
        .isEqualTo(ScoreChange.ADJUSTMENT);
    assertThat(change(WEEKS_LATER, CHECKED_IN, "The market closed", false))
        .isEqualTo(ScoreChange.MOVED_GOALPOST);
    assertThat(change(WEEKS_LATER, CHECKED_IN, " \n", true)).isEqualTo(ScoreChange.MOVED_GOALPOST);
    assertThat(
            ScoreChange.of(WEEKS_LATER, Optional.of(PUBLISHED), CHECKED_IN, Optional.empty(), true))
        .isEqualTo(ScoreChange.MOVED_GOALPOST);
  }

  private static ScoreChange change(
      Instant at, Optional<Instant> firstCheckIn, String reason, boolean consents) {
    return ScoreChange.of(at, Optional.of(PUBLISHED), firstCheckIn, Optional.of(reason), consents);
  }
}
