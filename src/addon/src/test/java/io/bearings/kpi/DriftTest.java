package io.bearings.kpi;

import static io.bearings.kpi.Kpis.at;
import static io.bearings.kpi.Kpis.between;
import static io.bearings.kpi.Kpis.levels;
import static io.bearings.kpi.Kpis.n;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.Drift.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.Test;

public class DriftTest {
  private static final Levels NO_LEVELS = Levels.NONE;
  private static final double[] USUAL = {9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11};

  static List<Drift.Point> points(List<BigDecimal> values) {
    return IntStream.range(0, values.size())
        .mapToObj(place -> new Drift.Point(place, values.get(place)))
        .toList();
  }

  private static List<Drift.Point> points(double... values) {
    return points(Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList());
  }

  private static Levels critical(String number) {
    return levels(null, null, at(number));
  }

  private static List<Drift.Point> after(double[] usual, double... values) {
    return points(DoubleStream.concat(Arrays.stream(usual), Arrays.stream(values)).toArray());
  }

  @Test
  public void nothingDoesNotDrift() {
    assertThat(Drift.of(Direction.HIGHER, critical("5"), List.of())).isEqualTo(Drift.NONE);
    assertThat(Drift.NONE.isFound()).isFalse();
  }

  @Test
  public void periodsWithoutAValueStretchTheTrend() {
    List<Drift.Point> gaps = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      gaps.add(new Drift.Point(2L * i, n(String.valueOf(60 - 2 * i))));
    }
    // Two down in two periods is one in one: 52 comes to 49 in three.
    assertThat(Drift.of(Direction.HIGHER, critical("49"), gaps).rules())
        .containsExactly(Rule.TREND);
    assertThat(Drift.of(Direction.HIGHER, critical("48.9"), gaps).isFound()).isFalse();
  }

  @Test
  public void theTrendStartsWithFiveValuesAndLooksAtEight() {
    assertThat(Drift.of(Direction.LOWER, critical("10"), points(3, 4, 5, 6)).isFound()).isFalse();
    assertThat(Drift.of(Direction.LOWER, critical("10"), points(3, 4, 5, 6, 7)).rules())
        .containsExactly(Rule.TREND);
    // Of nine the first is forgotten; with it the line would be less steep.
    double[] nine = {10, 10, 10, 10, 10, 11, 11, 11, 11};
    assertThat(Drift.of(Direction.LOWER, critical("11.58"), points(nine)).rules())
        .containsExactly(Rule.TREND);
    assertThat(Drift.of(Direction.LOWER, critical("11.59"), points(nine)).isFound()).isFalse();
  }

  @Test
  public void aTrendIsMetOnTheLineAndNotOnOneWildValue() {
    double[] wild = {50, 50, 50, 50, 50, 50, 50, 47};
    assertThat(Drift.of(Direction.HIGHER, critical("46"), points(wild)).isFound()).isFalse();
  }

  @Test
  public void aFlatLineMeetsNothing() {
    assertThat(Drift.of(Direction.HIGHER, critical("50"), points(50, 50, 50, 50, 50)).isFound())
        .isFalse();
    assertThat(Drift.of(Direction.LOWER, critical("50"), points(50, 50, 50, 50, 50)).isFound())
        .isFalse();
  }

  @Test
  public void largeNumbersAreComparedByTheirSize() {
    double[] falling = {6e11, 5.8e11, 5.6e11, 5.4e11, 5.2e11};
    assertThat(Drift.of(Direction.HIGHER, critical("460000000000"), points(falling)).rules())
        .containsExactly(Rule.TREND);
    assertThat(Drift.of(Direction.HIGHER, critical("459000000000"), points(falling)).isFound())
        .isFalse();
    double[] rising = {-6e11, -5.8e11, -5.6e11, -5.4e11, -5.2e11};
    assertThat(Drift.of(Direction.LOWER, critical("-460000000000"), points(rising)).rules())
        .containsExactly(Rule.TREND);
  }

  @Test
  public void decimalsThatBinaryFractionsCannotHoldAreMetExactly() {
    assertThat(Drift.of(Direction.HIGHER, critical("0.2"), points(0.9, 0.8, 0.7, 0.6, 0.5)).rules())
        .containsExactly(Rule.TREND);
    assertThat(Drift.of(Direction.LOWER, critical("0.8"), points(0.1, 0.2, 0.3, 0.4, 0.5)).rules())
        .containsExactly(Rule.TREND);
  }

  @Test
  public void aBandIsLeftOnEitherSide() {
    Levels band = levels(between("-5", "5"), null, between("-10", "10"));
    assertThat(Drift.of(Direction.BAND, band, points(3, 4, 5, 6, 7)).rules())
        .containsExactly(Rule.TREND);
    assertThat(Drift.of(Direction.BAND, band, points(-3, -4, -5, -6, -7)).rules())
        .containsExactly(Rule.TREND);
    assertThat(Drift.of(Direction.BAND, band, points(3, 3.9, 4.8, 5.7, 6.6)).rules()).isEmpty();
    assertThat(Drift.of(Direction.BAND, band, points(7, 6, 5, 4, 3)).isFound()).isFalse();
    assertThat(Drift.of(Direction.BAND, band, points(3, 4, 5, 6, 10.1)).isFound()).isFalse();
    assertThat(Drift.of(Direction.BAND, band, points(-3, -4, -5, -6, -10.1)).isFound()).isFalse();
  }

  @Test
  public void inABandStepsForTheWorseLeadAwayFromItsMiddle() {
    Levels band = levels(between("0", "20"), null, null);
    double[] up = {10, 10.1, 10.2, 10.3, 10.4, 10.5, 10.6};
    double[] down = {10, 9.9, 9.8, 9.7, 9.6, 9.5, 9.4};
    double[] through = {9.9, 10, 10.2, 10.3, 10.4, 10.5, 10.6};
    assertThat(Drift.of(Direction.BAND, band, points(up)).rules()).containsExactly(Rule.SIX_STEPS);
    assertThat(Drift.of(Direction.BAND, band, points(down)).rules())
        .containsExactly(Rule.SIX_STEPS);
    assertThat(Drift.of(Direction.BAND, band, points(through)).isFound()).isFalse();
    Levels warning = levels(null, between("0", "20"), null);
    assertThat(Drift.of(Direction.BAND, warning, points(up)).rules())
        .containsExactly(Rule.SIX_STEPS);
    assertThat(Drift.of(Direction.BAND, NO_LEVELS, points(up)).isFound()).isFalse();
  }

  @Test
  public void onlyTheLastSixStepsCount() {
    double[] over = {10, 9, 8, 7, 6, 5, 4, 5};
    assertThat(Drift.of(Direction.HIGHER, NO_LEVELS, points(over)).isFound()).isFalse();
    double[] begun = {1, 10, 9, 8, 7, 6, 5, 4};
    assertThat(Drift.of(Direction.HIGHER, NO_LEVELS, points(begun)).rules())
        .containsExactly(Rule.SIX_STEPS);
  }

  @Test
  public void aSeriesIsComparedWithItsFirstTwelveValues() {
    assertThat(Drift.of(Direction.HIGHER, NO_LEVELS, after(USUAL, 8, 8, 8)).rules())
        .containsExactly(Rule.CUSUM);
    assertThat(Drift.of(Direction.HIGHER, NO_LEVELS, after(USUAL, 8, 8)).isFound()).isFalse();
    assertThat(Drift.of(Direction.LOWER, NO_LEVELS, after(USUAL, 12, 12, 12)).rules())
        .containsExactly(Rule.CUSUM);
    assertThat(Drift.of(Direction.LOWER, NO_LEVELS, after(USUAL, 8, 8, 8)).isFound()).isFalse();
    assertThat(Drift.of(Direction.HIGHER, NO_LEVELS, points(USUAL)).isFound()).isFalse();
  }

  @Test
  public void whatHasRecoveredDriftsNoMore() {
    double[] recovered = {8, 8, 8, 12, 12, 12};
    assertThat(Drift.of(Direction.HIGHER, NO_LEVELS, after(USUAL, recovered)).isFound()).isFalse();
  }

  @Test
  public void theSumHasToPassItsLimit() {
    // The squares add up to 44, by 11 is 4: sigma is 2, and one value of 1 adds 9 - 1 = 8.
    List<BigDecimal> even =
        List.of(
            n("6"), n("14"), n("8"), n("12"), n("9"), n("11"), n("9"), n("11"), n("10"), n("10"),
            n("10"), n("10"));
    assertThat(Middle.sigma(even)).isEqualByComparingTo("2");
    List<BigDecimal> atLimit = List.of(n("1"));
    List<BigDecimal> beyond = List.of(n("0.99"));
    assertThat(Drift.of(Direction.HIGHER, NO_LEVELS, points(atLimit), even, atLimit).isFound())
        .isFalse();
    assertThat(Drift.of(Direction.HIGHER, NO_LEVELS, points(beyond), even, beyond).rules())
        .containsExactly(Rule.CUSUM);
  }

  @Test
  public void inABandTheSumSpeaksOnlyOnTheSideOfTheValue() {
    Levels band = levels(between("5", "15"), null, null);
    assertThat(Drift.of(Direction.BAND, band, after(USUAL, 8, 8, 8)).rules())
        .containsExactly(Rule.CUSUM);
    assertThat(Drift.of(Direction.BAND, band, after(USUAL, 12, 12, 12)).rules())
        .containsExactly(Rule.CUSUM);
    Levels above = levels(between("10", "20"), null, null);
    assertThat(Drift.of(Direction.BAND, above, after(USUAL, 12, 12, 12)).isFound()).isFalse();
    Levels below = levels(between("0", "10"), null, null);
    assertThat(Drift.of(Direction.BAND, below, after(USUAL, 8, 8, 8)).isFound()).isFalse();
    assertThat(Drift.of(Direction.BAND, NO_LEVELS, after(USUAL, 8, 8, 8)).isFound()).isFalse();
    Levels edge = levels(between("7", "9"), null, null);
    assertThat(Drift.of(Direction.BAND, edge, after(USUAL, 8, 8, 8)).isFound()).isFalse();
    Levels upperEdge = levels(between("11", "13"), null, null);
    assertThat(Drift.of(Direction.BAND, upperEdge, after(USUAL, 12, 12, 12)).isFound()).isFalse();
  }

  @Test
  public void nothingIsSaidPastCritical() {
    assertThat(Drift.of(Direction.HIGHER, critical("8.5"), after(USUAL, 8, 8, 8)).isFound())
        .isFalse();
    assertThat(Drift.of(Direction.HIGHER, critical("8"), after(USUAL, 8, 8, 8)).rules())
        .contains(Rule.CUSUM);
  }

  @Test
  public void valuesThatNeverMoveDoNotDrift() {
    Random random = new Random(11);
    for (int run = 0; run < 200; run++) {
      BigDecimal value = BigDecimal.valueOf(random.nextInt(1_000), random.nextInt(4));
      List<BigDecimal> same = Collections.nCopies(1 + random.nextInt(40), value);
      for (Direction direction : List.of(Direction.HIGHER, Direction.LOWER)) {
        assertThat(Drift.of(direction, critical(value.toPlainString()), points(same)).isFound())
            .isFalse();
      }
    }
  }

  @Test
  public void valuesThatOnlyGetBetterDoNotDrift() {
    Random random = new Random(12);
    for (int run = 0; run < 200; run++) {
      List<BigDecimal> rising = rising(random, 40);
      assertThat(Drift.of(Direction.HIGHER, critical("-1"), points(rising)).isFound()).isFalse();
      List<BigDecimal> falling = rising.stream().map(BigDecimal::negate).toList();
      assertThat(Drift.of(Direction.LOWER, critical("1"), points(falling)).isFound()).isFalse();
    }
  }

  private static List<BigDecimal> rising(Random random, int most) {
    List<BigDecimal> values = new ArrayList<>();
    BigDecimal last = BigDecimal.ZERO;
    for (int i = 0; i < 1 + random.nextInt(most); i++) {
      last = last.add(BigDecimal.valueOf(random.nextInt(100), 1));
      values.add(last);
    }
    return values;
  }

  @Test
  public void thingsLookTheSameInTheMirror() {
    Random random = new Random(13);
    for (int run = 0; run < 500; run++) {
      List<BigDecimal> values =
          IntStream.rangeClosed(0, random.nextInt(30))
              .mapToObj(any -> BigDecimal.valueOf(random.nextInt(200), 1))
              .toList();
      List<BigDecimal> mirrored = values.stream().map(BigDecimal::negate).toList();
      assertThat(Drift.of(Direction.LOWER, critical("-3"), points(mirrored)))
          .isEqualTo(Drift.of(Direction.HIGHER, critical("3"), points(values)));
    }
  }

  @Test
  public void aScaleChangesNothing() {
    Random random = new Random(14);
    for (int run = 0; run < 500; run++) {
      List<BigDecimal> values =
          IntStream.rangeClosed(0, 20 + random.nextInt(10))
              .mapToObj(any -> BigDecimal.valueOf(50 + random.nextInt(50)))
              .toList();
      List<BigDecimal> scaled = values.stream().map(each -> each.movePointRight(3)).toList();
      assertThat(Drift.of(Direction.HIGHER, critical("40000"), points(scaled)))
          .isEqualTo(Drift.of(Direction.HIGHER, critical("40"), points(values)));
    }
  }

  @Test
  public void aSteadyFallIsAlwaysSeenBeforeItIsThere() {
    Random random = new Random(15);
    for (int run = 0; run < 200; run++) {
      int step = 1 + random.nextInt(9);
      int length = 5 + random.nextInt(20);
      int start = 1_000;
      List<BigDecimal> values =
          IntStream.range(0, length)
              .mapToObj(i -> BigDecimal.valueOf(start - (long) step * i))
              .toList();
      int last = start - step * (length - 1);
      assertThat(
              Drift.of(Direction.HIGHER, critical(String.valueOf(last - 3 * step)), points(values))
                  .rules())
          .contains(Rule.TREND);
      assertThat(
              Drift.of(
                      Direction.HIGHER,
                      critical(String.valueOf(last - 3 * step - 1)),
                      points(values))
                  .rules())
          .doesNotContain(Rule.TREND);
    }
  }
}
