package io.bearings.kpi.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.Period;
import io.bearings.flow.Releases;
import io.bearings.okr.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts one metric over made-up issues. */
final class Counting {
  static final Site SITE =
      new Site(ZoneOffset.UTC, WorkingDays.NO_HOLIDAYS, Set.of("Won't Do"), Releases.NONE);
  static final AsOf LATER = AsOf.at(Life.instant("2026-12-31"));
  static final MetricWindow MARCH = days("2026-03-01", "2026-03-31");

  private Counting() {}

  static MetricWindow days(String first, String last) {
    return new MetricWindow.Days(period(first, last, ZoneOffset.UTC));
  }

  static Period period(String first, String last, ZoneId zone) {
    return new Period(LocalDate.parse(first), LocalDate.parse(last), zone);
  }

  static MetricResult in(MetricWindow window, Metric metric, Life... lives) {
    return in(SITE, Wanted.of(metric, Reach.ALL, List.of(window), LATER), lives);
  }

  static MetricResult march(Metric metric, Life... lives) {
    return in(MARCH, metric, lives);
  }

  /** The result of the first window. */
  static MetricResult in(Site site, Wanted wanted, Life... lives) {
    MetricRun run = new MetricRun(List.of(wanted), site);
    for (Life each : lives) {
      run.take(each.facts());
    }
    return run.results().get(0).get(0);
  }

  static void isValue(MetricResult result, String value) {
    assertThat(result.outcome()).isInstanceOf(MetricResult.Figure.class);
    assertThat(result.value().orElseThrow().subtract(new BigDecimal(value)).abs())
        .as("%s is %s", result.value().orElseThrow(), value)
        .isLessThan(new BigDecimal("1e-12"));
  }

  static void isNothing(MetricResult result, MetricResult.Why why) {
    assertThat(result.outcome()).isEqualTo(MetricResult.NoData.because(why));
    assertThat(result.value()).isEmpty();
  }

  static void isMissing(MetricResult result, Input input) {
    assertThat(result.outcome())
        .isEqualTo(new MetricResult.NoData(MetricResult.Why.INPUT_MISSING, Optional.of(input)));
  }
}
