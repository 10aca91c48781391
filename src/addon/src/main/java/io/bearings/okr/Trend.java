package io.bearings.okr;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * The values as points: elapsed working days of the window across, the share of the way from
 * baseline to target up. In shares the figures are of one size whatever the unit of measure is.
 */
final class Trend {
  static final int FEWEST = 6;
  private static final int SPAN_PART = 4;
  private static final int WORKING_WEEK = 5;
  private static final int RESAMPLES = 2_000;

  /** Pairs per resample: all of them up to 45 values, a sample of them for more. */
  private static final int RESAMPLED_PAIRS = 1_000;

  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;

  /** What binary fractions may lack of a level that is reached on paper. */
  private static final double SLACK = 1e-9;

  private static final MathContext DIGITS = new MathContext(15);

  private final Forecast.Basis basis;
  private final int length;
  private final double[] days;
  private final double[] shares;

  private Trend(Forecast.Basis basis, int length, double[] days, double[] shares) {
    this.basis = basis;
    this.length = length;
    this.days = days;
    this.shares = shares;
  }

  static Trend of(Forecast.Basis basis, WorkingDays workingDays) {
    Window window = basis.window();
    TreeMap<LocalDate, BigDecimal> daily = new TreeMap<>();
    basis.values().stream()
        .filter(it -> window.contains(it.date()))
        .forEach(it -> daily.put(it.date(), it.value()));
    double[] days =
        daily.keySet().stream()
            .mapToDouble(day -> workingDays.between(window.first(), day))
            .toArray();
    double[] shares = daily.values().stream().mapToDouble(value -> share(basis, value)).toArray();
    return new Trend(basis, workingDays.in(window), days, shares);
  }

  private static double share(Forecast.Basis basis, BigDecimal value) {
    return KeyResultScore.towards(basis.baseline(), basis.target(), Optional.of(value))
        .ratio()
        .orElseThrow()
        .doubleValue();
  }

  int size() {
    return days.length;
  }

  boolean spansEnough() {
    double span = days[days.length - 1] - days[0];
    return span > 0 && span * SPAN_PART >= length;
  }

  Forecast.Projection projection() {
    TheilSen.Line line = TheilSen.line(days, shares).orElseThrow();
    double end = line.at(length);
    double[] ends = resampledEnds();
    return new Forecast.Projection(
        rounded(line.slope() * WORKING_WEEK).multiply(way()),
        value(end),
        Decimals.clamp(rounded(end)),
        reaches(end),
        value(percentile(ends, LOW)).min(value(percentile(ends, HIGH))),
        value(percentile(ends, LOW)).max(value(percentile(ends, HIGH))),
        Decimals.quotient(Arrays.stream(ends).filter(this::reaches).count(), RESAMPLES));
  }

  private double[] resampledEnds() {
    Random random = new Random(basis.keyResultId());
    double[] ends = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      ends[i] = resampled(random).at(length);
    }
    Arrays.sort(ends);
    return ends;
  }

  /** As many points as there are, drawn with replacement; again if all are of one day. */
  private TheilSen.Line resampled(Random random) {
    Optional<TheilSen.Line> line = Optional.empty();
    while (line.isEmpty()) {
      double[] drawnDays = new double[size()];
      double[] drawnShares = new double[size()];
      for (int i = 0; i < size(); i++) {
        int drawn = random.nextInt(size());
        drawnDays[i] = days[drawn];
        drawnShares[i] = shares[drawn];
      }
      line = TheilSen.line(drawnDays, drawnShares, RESAMPLED_PAIRS, random);
    }
    return line.get();
  }

  /** Interpolated linearly between the two nearest (type 7). */
  static double percentile(double[] sorted, double share) {
    double place = (sorted.length - 1) * share;
    int below = (int) place;
    return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
  }

  private boolean reaches(double end) {
    double score = Math.max(0, Math.min(1, end));
    return score >= basis.successLevel().doubleValue() - SLACK;
  }

  private BigDecimal value(double share) {
    return basis.baseline().add(rounded(share).multiply(way()));
  }

  private BigDecimal way() {
    return basis.target().subtract(basis.baseline());
  }

  private static BigDecimal rounded(double figure) {
    return new BigDecimal(figure).round(DIGITS);
  }
}
