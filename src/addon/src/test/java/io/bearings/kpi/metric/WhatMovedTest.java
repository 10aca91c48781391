package io.bearings.kpi.metric;

import static io.bearings.kpi.metric.Counting.LATER;
import static io.bearings.kpi.metric.Counting.SITE;
import static io.bearings.kpi.metric.Counting.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.metric.WhatMoved.Mover;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.util.List;
import org.junit.Test;

public class WhatMovedTest {
  private static final List<MetricWindow> MONTHS =
      List.of(days("2026-02-01", "2026-02-28"), days("2026-03-01", "2026-03-31"));

  private static List<MetricResult> traced(Metric metric, Life... lives) {
    MetricRun run =
        new MetricRun(
            List.of(new Wanted(metric, Reach.ALL, Inputs.NONE, MONTHS, LATER, true)), SITE);
    for (Life each : lives) {
      run.take(each.facts());
    }
    return run.results().get(0);
  }

  private static List<Mover> moved(Metric metric, int most, Life... lives) {
    List<MetricResult> months = traced(metric, lives);
    return WhatMoved.between(months.get(0), months.get(1), most);
  }

  private static Life done(long id, String at, int points) {
    return Life.of(id, "2026-01-01").points(points).on(at).done();
  }

  private static final Metric POINTS =
      new Metric.OfField(Statistic.SUM, WeightBy.POINTS, Placed.RESOLVED);

  @Test
  public void whatCameAndWhatWentMovesASum() {
    assertThat(
            moved(
                POINTS,
                9,
                done(1, "2026-02-10", 3),
                done(2, "2026-03-10", 8),
                done(3, "2026-03-10", 3),
                done(4, "2026-03-10", 0)))
        .containsExactly(
            new Mover(2, BigDecimal.valueOf(8)),
            new Mover(1, BigDecimal.valueOf(-3)),
            new Mover(3, BigDecimal.valueOf(3)));
  }

  @Test
  public void noMoreAreToldThanAskedFor() {
    Life[] lives = {done(1, "2026-02-10", 3), done(2, "2026-03-10", 8)};
    assertThat(moved(POINTS, 1, lives)).extracting(Mover::issueId).containsExactly(2L);
    assertThat(moved(POINTS, 2, lives)).hasSize(2);
  }

  @Test
  public void anIssueThatDoesTheSameInBothMovesNothing() {
    Metric present = new Metric.OfField(Statistic.SUM, WeightBy.POINTS, Placed.PRESENT);
    assertThat(
            moved(
                present,
                9,
                Life.of(1, "2026-01-01").points(5),
                Life.of(2, "2026-01-01").points(5).on("2026-03-03").points(6)))
        .containsExactly(new Mover(2, BigDecimal.ONE));
  }

  @Test
  public void withoutTheOnlyIssueThereIsNoValueSoItDidAllOfIt() {
    Metric lead = new Metric.TimeTaken(new Span.Lead(), Statistic.MEAN, Timing.CALENDAR_DAYS);
    List<MetricResult> months = traced(lead, done(1, "2026-02-10", 1), done(2, "2026-03-12", 1));
    assertThat(months.get(0).traces())
        .extracting(MetricResult.Trace::pull)
        .allMatch(it -> it.isEmpty());
    List<Mover> movers = WhatMoved.between(months.get(0), months.get(1), 9);
    assertThat(movers).extracting(Mover::issueId).containsExactly(2L, 1L);
    assertThat(movers.get(0).change()).isEqualByComparingTo("70");
    assertThat(movers.get(1).change()).isEqualByComparingTo("-40");
  }

  @Test
  public void whereNothingWasTracedOrThereIsNoValueNothingMoved() {
    assertThat(moved(POINTS, 9)).isEmpty();
    MetricRun run = new MetricRun(List.of(Wanted.of(POINTS, Reach.ALL, MONTHS, LATER)), SITE);
    run.take(done(1, "2026-02-10", 3).facts());
    assertThat(run.results().get(0).get(0).traces()).isEmpty();
    assertThat(
            traced(
                    new Metric.TimeTaken(new Span.Response(), Statistic.MEAN, Timing.CALENDAR_DAYS),
                    done(1, "2026-02-10", 3))
                .get(0)
                .traces())
        .isEmpty();
  }

  @Test
  public void aRatioTellsWhatItWereWithoutAnIssue() {
    List<MetricResult> months =
        traced(
            new Metric.OnTimeDelivery(),
            done(1, "2026-03-10", 3).due("2026-03-12"),
            done(2, "2026-03-10", 3).due("2026-03-09"));
    assertThat(months.get(1).value().orElseThrow()).isEqualByComparingTo("0.5");
    assertThat(months.get(1).traces())
        .anySatisfy(
            each -> {
              assertThat(each.issueId()).isEqualTo(1);
              assertThat(each.pull().orElseThrow()).isEqualByComparingTo("0.5");
            })
        .anySatisfy(
            each -> {
              assertThat(each.issueId()).isEqualTo(2);
              assertThat(each.pull().orElseThrow()).isEqualByComparingTo("-0.5");
            });
  }
}
