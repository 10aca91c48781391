package io.bearings.okr;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/**
 * The line through points of which some may be far off: its slope is the median of the slopes
 * between all pairs of points, its intercept the median of what each point then needs (Theil 1950,
 * Sen 1968).
 */
public final class TheilSen {
  /** Of more pairs than these a sample is taken; a thousand points have half as many. */
  private static final int ALL_PAIRS = 1_000_000;

  private TheilSen() {}

  /** A straight line. */
  public record Line(double slope, double intercept) {

    /** The height of the line at a place. */
    public double at(double x) {
      return intercept + slope * x;
    }
  }

  /**
   * The line through points.
   *
   * @param x the places of the points; pairs at one place have no slope and are left out
   * @param y their heights, in the same order
   * @return absent when there are no two different places
   */
  public static Optional<Line> line(double[] x, double[] y) {
    return line(x, y, ALL_PAIRS, new Random(x.length));
  }

  /**
   * The line through points, by a random sample of the pairs where there are many.
   *
   * @param pairs the most pairs that are looked at
   */
  static Optional<Line> line(double[] x, double[] y, int pairs, Random random) {
    long all = (long) x.length * (x.length - 1) / 2;
    double[] slopes = all <= pairs ? slopes(x, y, (int) all) : sampled(x, y, pairs, random);
    if (slopes.length == 0) {
      return Optional.empty();
    }
    double slope = median(slopes);
    double[] intercepts = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      intercepts[i] = y[i] - slope * x[i];
    }
    return Optional.of(new Line(slope, median(intercepts)));
  }

  private static double[] slopes(double[] x, double[] y, int pairs) {
    double[] slopes = new double[pairs];
    int found = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        if (x[i] != x[j]) {
          slopes[found++] = (y[i] - y[j]) / (x[i] - x[j]);
        }
      }
    }
    return Arrays.copyOf(slopes, found);
  }

  private static double[] sampled(double[] x, double[] y, int pairs, Random random) {
    double[] slopes = new double[pairs];
    int found = 0;
    for (int drawn = 0; drawn < pairs; drawn++) {
      int i = random.nextInt(x.length);
      int j = random.nextInt(x.length);
      if (x[i] != x[j]) {
        slopes[found++] = (y[i] - y[j]) / (x[i] - x[j]);
      }
    }
    return Arrays.copyOf(slopes, found);
  }

  /** The middle figure, or the mean of the middle two; sorts the figures. */
  private static double median(double[] figures) {
    Arrays.sort(figures);
    int middle = figures.length / 2;
    return figures.length % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
  }
}
