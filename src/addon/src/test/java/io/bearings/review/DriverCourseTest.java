package io.bearings.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.Direction;
import io.bearings.kpi.Judged;
import io.bearings.okr.Nature;
import io.bearings.okr.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Test;

/** Courses of drivers, lags, and what counts as a change of scope. */
public class DriverCourseTest {
  private static final LocalDate BEFORE = LocalDate.of(2026, 6, 28);
  private static final LocalDate INSIDE = LocalDate.of(2026, 9, 27);

  private static List<Judged> all(List<Judged> before, List<Judged> inside) {
    return Stream.concat(before.stream(), inside.stream()).toList();
  }

  @Test
  public void movesWhenItGetsBetterByMoreThanItWavers() {
    // Median 50, deviations 1 1 0 1 1: half of a move is 2.
    List<Judged> before = Findings.weekly(BEFORE, "49", "51", "50", "49", "51");
    DriverCourse moved =
        Findings.course(Direction.HIGHER, all(before, Findings.weekly(INSIDE, "40", "53.1")));
    assertThat(moved)
        .isEqualTo(
            new DriverCourse(
                Findings.KPI,
                Optional.of(new DriverCourse.Point(BEFORE, new BigDecimal("51"))),
                Optional.of(new DriverCourse.Point(INSIDE, new BigDecimal("53.1"))),
                Optional.of(new BigDecimal("2")),
                DriverCourse.Movement.MOVED));

    assertThat(
            Findings.course(Direction.HIGHER, all(before, Findings.weekly(INSIDE, "53")))
                .movement())
        .isEqualTo(DriverCourse.Movement.STILL);
    assertThat(
            Findings.course(Direction.HIGHER, all(before, Findings.weekly(INSIDE, "20")))
                .movement())
        .isEqualTo(DriverCourse.Movement.STILL);
    assertThat(
            Findings.course(Direction.LOWER, all(before, Findings.weekly(INSIDE, "48.9")))
                .movement())
        .isEqualTo(DriverCourse.Movement.MOVED);
  }

  @Test
  public void onlyTheLastTwelveTellHowItWavers() {
    List<Judged> before =
        Findings.weekly(
            BEFORE, "0", "900", "10", "10", "10", "10", "10", "10", "10", "10", "10", "10", "10",
            "10");

    assertThat(
            Findings.course(Direction.HIGHER, all(before, Findings.weekly(INSIDE, "10.1")))
                .noise()
                .orElseThrow())
        .isEqualByComparingTo("0");
  }

  @Test
  public void aTenthIsAMoveWhereNobodyKnowsHowItWavers() {
    List<Judged> before = Findings.weekly(BEFORE, "1", "70", "50", "40");
    assertThat(
            Findings.course(Direction.HIGHER, all(before, Findings.weekly(INSIDE, "44")))
                .movement())
        .isEqualTo(DriverCourse.Movement.STILL);
    assertThat(
            Findings.course(Direction.HIGHER, all(before, Findings.weekly(INSIDE, "44.1")))
                .movement())
        .isEqualTo(DriverCourse.Movement.MOVED);
  }

  @Test
  public void theFirstValueInsideStandsForOneBefore() {
    assertThat(Findings.course(Direction.HIGHER, Findings.weekly(INSIDE, "10", "", "20")))
        .isEqualTo(
            new DriverCourse(
                Findings.KPI,
                Optional.of(new DriverCourse.Point(INSIDE.minusWeeks(2), new BigDecimal("10"))),
                Optional.of(new DriverCourse.Point(INSIDE, new BigDecimal("20"))),
                Optional.of(new BigDecimal("1.0")),
                DriverCourse.Movement.MOVED));
  }

  @Test
  public void tooFewValuesAreSaid() {
    assertThat(Findings.course(Direction.HIGHER, List.of()).movement())
        .isEqualTo(DriverCourse.Movement.NOT_KNOWN);
    assertThat(Findings.course(Direction.HIGHER, Findings.weekly(INSIDE, "", "20")).movement())
        .isEqualTo(DriverCourse.Movement.NOT_KNOWN);
    assertThat(Findings.course(Direction.HIGHER, Findings.weekly(BEFORE, "1", "2", "3")).movement())
        .isEqualTo(DriverCourse.Movement.NOT_KNOWN);
  }

  @Test
  public void valuesAfterTheCycleDoNotCount() {
    List<Judged> periods =
        all(Findings.weekly(INSIDE, "10", "10"), Findings.weekly(LocalDate.of(2026, 10, 11), "90"));

    assertThat(Findings.course(Direction.HIGHER, periods).movement())
        .isEqualTo(DriverCourse.Movement.STILL);
  }

  @Test
  public void aBandHasNoDirection() {
    assertThat(
            DriverCourse.of(
                Findings.KPI, Direction.BAND, Findings.weekly(INSIDE, "1", "2"), Findings.CYCLE))
        .isEmpty();
  }

  @Test
  public void aLagCountsFromTheMiddleOfTheWork() {
    Gauge gauge = Findings.gauge(1, Nature.OUTCOME, "0.1");
    Window window = Findings.CYCLE;
    assertThat(Lag.of(gauge, 0, window, List.of())).isEmpty();
    assertThat(Lag.of(gauge, 3, window, List.of()).orElseThrow().from()).isEqualTo(window.first());
    assertThat(
            Lag.of(gauge, 3, window, List.of(day(9, 20), day(7, 10), day(8, 1), day(8, 5)))
                .orElseThrow())
        .isEqualTo(new Lag(gauge, 3, day(8, 1)));
    assertThat(Lag.of(gauge, 3, window, List.of(day(6, 1))).orElseThrow().from())
        .isEqualTo(window.first());
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  @Test
  public void aFifthOfTheScopeIsAChange() {
    assertThat(scope(10, 1, 1).isChanged()).isTrue();
    assertThat(scope(10, 1, 0).isChanged()).isFalse();
    assertThat(scope(10, 0, 2).isChanged()).isTrue();
    assertThat(scope(0, 9, 0).isChanged()).isFalse();
  }

  private static Shift.Scope scope(int before, int added, int removed) {
    return new Shift.Scope(day(7, 24), day(9, 30), before, added, removed);
  }

  @Test
  public void keysAreThoseThatPeopleSee() {
    assertThat(Findings.KPI.key()).isEqualTo("KPI-7");
    assertThat(Findings.gauge(4, Nature.OUTCOME, "").key()).isEqualTo("KR-4");
  }
}
