package io.bearings.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.KpiStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class KpiHealthTest {
  private static final int SAMPLES = 400;

  @Test
  public void nothingIsKnownOfAKpiWithoutPeriods() {
    KpiHealth none = KpiHealth.of(List.of());

    assertThat(none).isEqualTo(new KpiHealth(Health.NOT_KNOWN, false, 0, 0, 0, 0));
    assertThat(none.observedShare()).isEmpty();
    assertThat(none.greenShare()).isEmpty();
  }

  @Test
  public void aValueThatIsComparedWithNothingIsNotObserved() {
    assertThat(KpiHealth.of(List.of(KpiStatus.NOT_JUDGED, KpiStatus.NOT_JUDGED)))
        .isEqualTo(new KpiHealth(Health.NOT_KNOWN, false, 2, 0, 0, 0));
  }

  @Test
  public void counts() {
    assertThat(
            KpiHealth.of(
                List.of(
                    KpiStatus.GREEN,
                    KpiStatus.RED,
                    KpiStatus.AMBER,
                    KpiStatus.GREEN,
                    KpiStatus.STALE)))
        .isEqualTo(new KpiHealth(Health.NOT_HEALTHY, false, 5, 4, 2, 1));
  }

  @Test
  public void noKpiAtAllIsNotHealthy() {
    assertThat(Health.together(List.of())).isEqualTo(Health.NOT_KNOWN);
  }

  /** The order of periods does not matter. */
  @Test
  public void orderDoesNotMatter() {
    Random random = new Random(1);
    for (int i = 0; i < SAMPLES; i++) {
      List<KpiStatus> periods = sample(random);
      KpiHealth before = KpiHealth.of(periods);
      Collections.shuffle(periods, random);
      assertThat(KpiHealth.of(periods)).isEqualTo(before);
    }
  }

  /** A green period more never makes a KPI less healthy, and a red one always makes it unwell. */
  @Test
  public void moreGreenIsNeverWorse() {
    Random random = new Random(2);
    for (int i = 0; i < SAMPLES; i++) {
      List<KpiStatus> periods = sample(random);
      Health before = KpiHealth.of(periods).health();
      periods.add(KpiStatus.GREEN);
      Health after = KpiHealth.of(periods).health();
      if (before == Health.HEALTHY) {
        assertThat(after).as("%s", periods).isEqualTo(Health.HEALTHY);
      }
      periods.add(KpiStatus.RED);
      assertThat(KpiHealth.of(periods).health()).isEqualTo(Health.NOT_HEALTHY);
    }
  }

  /** Of KPIs together the order does not matter, and a healthy one more changes nothing. */
  @Test
  public void aHealthyKpiMoreChangesNothing() {
    Random random = new Random(3);
    for (int i = 0; i < SAMPLES; i++) {
      List<Health> kpis = new ArrayList<>();
      for (int n = random.nextInt(5) + 1; n > 0; n--) {
        kpis.add(Health.values()[random.nextInt(Health.values().length)]);
      }
      Health before = Health.together(kpis);
      kpis.add(Health.HEALTHY);
      Collections.shuffle(kpis, random);
      assertThat(Health.together(kpis)).as("%s", kpis).isEqualTo(before);
    }
  }

  private static List<KpiStatus> sample(Random random) {
    List<KpiStatus> periods = new ArrayList<>();
    for (int n = random.nextInt(14); n > 0; n--) {
      periods.add(KpiStatus.values()[random.nextInt(KpiStatus.values().length)]);
    }
    return periods;
  }
}
