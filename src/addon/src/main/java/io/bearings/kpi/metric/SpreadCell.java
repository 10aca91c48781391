package io.bearings.kpi.metric;

import io.bearings.flow.Percentile;
import io.bearings.kpi.metric.MetricResult.Trace;
import io.bearings.kpi.metric.MetricResult.Why;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The mean or a percentile of values, one for each issue. */
final class SpreadCell extends ValueCell {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal MOST = new BigDecimal("0.85");

  private final Statistic statistic;
  private final boolean tracing;
  private final Why whyUndefined;
  private final List<BigDecimal> values = new ArrayList<>();
  private final List<Long> issueIds = new ArrayList<>();

  /**
   * @param statistic no sum
   * @param whyUndefined why there is no value where there are undefined issues
   */
  SpreadCell(Statistic statistic, boolean tracing, Why whyUndefined) {
    this.statistic = statistic;
    this.tracing = tracing;
    this.whyUndefined = whyUndefined;
  }

  @Override
  void add(long issueId, BigDecimal value) {
    values.add(value);
    if (tracing) {
      issueIds.add(issueId);
    }
  }

  @Override
  Why whyNot() {
    return hasUndefined() ? whyUndefined : Why.NOTHING_THERE;
  }

  @Override
  Optional<BigDecimal> value() {
    return values.isEmpty() ? Optional.empty() : Optional.of(of(sorted(), sum()));
  }

  private List<BigDecimal> sorted() {
    List<BigDecimal> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted;
  }

  private BigDecimal sum() {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal of(List<BigDecimal> sorted, BigDecimal sum) {
    return switch (statistic) {
      case MEDIAN -> Percentile.of(sorted, HALF);
      case P85 -> Percentile.of(sorted, MOST);
      default -> sum.divide(BigDecimal.valueOf(sorted.size()), MathContext.DECIMAL128);
    };
  }

  @Override
  List<Trace> traces() {
    List<BigDecimal> sorted = sorted();
    BigDecimal sum = sum();
    BigDecimal value = of(sorted, sum);
    List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < issueIds.size(); i++) {
      BigDecimal own = values.get(i);
      List<BigDecimal> rest = new Without(sorted, Collections.binarySearch(sorted, own));
      traces.add(
          new Trace(
              issueIds.get(i),
              rest.isEmpty()
                  ? Optional.empty()
                  : Optional.of(value.subtract(of(rest, sum.subtract(own))))));
    }
    return traces;
  }

  /** A list without one of its places. */
  private static final class Without extends AbstractList<BigDecimal> {
    private final List<BigDecimal> all;
    private final int place;

    Without(List<BigDecimal> all, int place) {
      this.all = all;
      this.place = place;
    }

    @Override
    public BigDecimal get(int index) {
      return all.get(index < place ? index : index + 1);
    }

    @Override
    public int size() {
      return all.size() - 1;
    }
  }
}
