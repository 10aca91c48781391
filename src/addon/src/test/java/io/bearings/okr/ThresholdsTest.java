package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.Test;

public class ThresholdsTest {

  @Test
  public void acceptsAtRiskBelowOnTrack() {
    assertThat(of("1", "0.01").onTrack()).isEqualByComparingTo("1");
  }

  @Test
  public void refusesWhatCannotSeparateThree() {
    for (String[] wrong : new String[][] {{"0.7", "0.7"}, {"0.7", "0.8"}, {"1.1", "0.7"}}) {
      assertThatThrownBy(() -> of(wrong[0], wrong[1])).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> of("0.9", "0")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of("0.9", "-0.1")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Thresholds of(String onTrack, String atRisk) {
    return new Thresholds(new BigDecimal(onTrack), new BigDecimal(atRisk));
  }
}
