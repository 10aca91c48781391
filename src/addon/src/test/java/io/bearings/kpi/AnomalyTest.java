package io.bearings.kpi;

import static io.bearings.kpi.Kpis.n;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;

public class AnomalyTest {
  private static final List<BigDecimal> TEN_TO_21 =
      IntStream.rangeClosed(10, 21).mapToObj(BigDecimal::valueOf).toList();

  @Test
  public void whatWasNotJudgedIsNoAnomaly() {
    assertThat(Anomaly.NOT_JUDGED.isFound()).isFalse();
    assertThat(Anomaly.of(n("99"), List.of())).isEqualTo(Anomaly.NOT_JUDGED);
  }

  @Test
  public void farBelowIsAsStrangeAsFarAbove() {
    assertThat(Anomaly.of(n("3.4"), TEN_TO_21).isFound()).isTrue();
    assertThat(Anomaly.of(n("3.5"), TEN_TO_21).isFound()).isFalse();
    assertThat(Anomaly.of(n("27.6"), TEN_TO_21).isFound()).isTrue();
    assertThat(Anomaly.of(n("15"), TEN_TO_21).isFound()).isFalse();
  }
}
