package io.bearings.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.Test;

public class ReminderRulesTest {
  private static boolean isQuiet(int from, int to, int hour, int minute) {
    return new ReminderRules(true, 1, 5, from, to, 1).isQuiet(LocalTime.of(hour, minute));
  }

  @Test
  public void quietHoursMayGoOverMidnight() {
    assertThat(isQuiet(20, 7, 19, 59)).isFalse();
    assertThat(isQuiet(20, 7, 20, 0)).isTrue();
    assertThat(isQuiet(20, 7, 6, 59)).isTrue();
    assertThat(isQuiet(20, 7, 7, 0)).isFalse();
    assertThat(isQuiet(12, 13, 12, 30)).isTrue();
    assertThat(isQuiet(12, 13, 13, 0)).isFalse();
    assertThat(isQuiet(9, 9, 9, 0)).isFalse();
  }

  @Test
  public void nobodyIsRemindedAtFirst() {
    assertThat(ReminderRules.DEFAULT.on()).isFalse();
  }
}
