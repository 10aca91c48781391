package io.bearings.kpi;

import static io.bearings.kpi.Kpis.at;
import static io.bearings.kpi.Kpis.between;
import static io.bearings.kpi.Kpis.levels;
import static io.bearings.kpi.Kpis.n;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Decimals;
import io.bearings.okr.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class VerdictTest {
  private static final LocalDate MONDAY = Kpis.MONDAY;
  private static final Period WEEK = Period.of(MONDAY, MONDAY.plusDays(6));
  private static final Moment AFTER = Moment.endOf(MONDAY.plusDays(7));
  private static final Rhythm WEEKLY = Rhythm.DEFAULT.at(Frequency.WEEKLY);

  private static Verdict judge(
      Direction direction, Levels levels, Rhythm rhythm, BigDecimal value, Moment at) {
    return Verdict.of(
        new Yardstick(direction, Measure.NUMBER, Targets.always(levels)),
        rhythm,
        WEEK,
        Optional.ofNullable(value),
        at);
  }

  private static KpiStatus status(Direction direction, Levels levels, String value) {
    return judge(direction, levels, WEEKLY, n(value), AFTER).status();
  }

  @Test
  public void aValueThatNobodyAimsAtIsNotJudged() {
    Verdict verdict = judge(Direction.HIGHER, Levels.NONE, WEEKLY, n("5"), AFTER);
    assertThat(verdict)
        .isEqualTo(new Verdict(KpiStatus.NOT_JUDGED, false, false, Optional.empty(), Levels.NONE));
  }

  @Test
  public void aCriticalThresholdAloneTellsRedFromGreen() {
    Levels critical = levels(null, null, at("40"));
    assertThat(status(Direction.HIGHER, critical, "40")).isEqualTo(KpiStatus.GREEN);
    assertThat(status(Direction.HIGHER, critical, "39.999")).isEqualTo(KpiStatus.RED);
    assertThat(judge(Direction.HIGHER, critical, WEEKLY, n("40"), AFTER).attainment()).isEmpty();
  }

  @Test
  public void aWarningThresholdAloneTellsGreenFromAmber() {
    Levels warning = levels(null, at("8"), null);
    assertThat(status(Direction.LOWER, warning, "8")).isEqualTo(KpiStatus.GREEN);
    assertThat(status(Direction.LOWER, warning, "8.001")).isEqualTo(KpiStatus.AMBER);
  }

  @Test
  public void ofABandEachEndIsInside() {
    Levels band = levels(between("-5", "5"), between("-6", "7"), between("-10", "10"));
    assertThat(status(Direction.BAND, band, "-6")).isEqualTo(KpiStatus.GREEN);
    assertThat(status(Direction.BAND, band, "-6.1")).isEqualTo(KpiStatus.AMBER);
    assertThat(status(Direction.BAND, band, "7")).isEqualTo(KpiStatus.GREEN);
    assertThat(status(Direction.BAND, band, "7.1")).isEqualTo(KpiStatus.AMBER);
    assertThat(status(Direction.BAND, band, "10")).isEqualTo(KpiStatus.AMBER);
    assertThat(status(Direction.BAND, band, "10.1")).isEqualTo(KpiStatus.RED);
  }

  @Test
  public void whatIsEqualOnPaperIsEqual() {
    BigDecimal third = Decimals.quotient(BigDecimal.ONE, n("3"));
    Levels one = levels(at("1"), null, null);
    assertThat(judge(Direction.HIGHER, one, WEEKLY, third.multiply(n("3")), AFTER).status())
        .isEqualTo(KpiStatus.GREEN);
    // 31 days make 100 · 13 ÷ 31, which is no decimal.
    Rhythm growing = new Rhythm(Frequency.MONTHLY, Aggregation.SUM, true, 0);
    Period march = Period.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    Verdict verdict =
        Verdict.of(
            new Yardstick(
                Direction.HIGHER, Measure.NUMBER, Targets.always(levels(at("31"), null, null))),
            growing,
            march,
            Optional.of(n("13")),
            Moment.endOf(LocalDate.of(2026, 3, 13)));
    assertThat(verdict.status()).isEqualTo(KpiStatus.GREEN);
    assertThat(verdict.attainment().orElseThrow()).isEqualByComparingTo("1");
  }

  @Test
  public void allLevelsOfAnAccumulatingKpiGrowWithItsDays() {
    Rhythm growing = new Rhythm(Frequency.WEEKLY, Aggregation.SUM, true, 0);
    Moment wednesday = Moment.endOf(MONDAY.plusDays(2));
    Levels band = levels(between("70", "140"), between("63", "147"), between("56", "154"));
    Verdict verdict = judge(Direction.BAND, band, growing, n("62"), wednesday);
    assertThat(verdict.status()).isEqualTo(KpiStatus.GREEN);
    assertThat(verdict.against().target().orElseThrow().numbers())
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(n("30"), n("60"));
    assertThat(verdict.against().warning().orElseThrow().numbers())
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(n("27"), n("63"));
    assertThat(verdict.against().critical().orElseThrow().numbers())
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(n("24"), n("66"));
    assertThat(judge(Direction.BAND, band, growing, n("64"), wednesday).status())
        .isEqualTo(KpiStatus.AMBER);
    assertThat(judge(Direction.BAND, band, growing, n("66.1"), wednesday).status())
        .isEqualTo(KpiStatus.RED);
  }

  @Test
  public void beforeItBeginsAnAccumulatingKpiIsComparedWithNothing() {
    Rhythm growing = new Rhythm(Frequency.WEEKLY, Aggregation.SUM, true, 0);
    Verdict verdict =
        judge(
            Direction.HIGHER,
            levels(at("70"), null, null),
            growing,
            n("0"),
            Moment.endOf(MONDAY.minusDays(1)));
    assertThat(verdict.status()).isEqualTo(KpiStatus.GREEN);
    assertThat(verdict.attainment()).isEmpty();
  }

  @Test
  public void attainmentIsNoneWhereItWouldDivideByZero() {
    Levels target = levels(at("5"), null, null);
    assertThat(judge(Direction.LOWER, target, WEEKLY, n("0.00"), AFTER).attainment()).isEmpty();
    assertThat(judge(Direction.HIGHER, target, WEEKLY, n("0"), AFTER).attainment().orElseThrow())
        .isEqualByComparingTo("0");
    Levels band = levels(between("1", "5"), null, null);
    assertThat(judge(Direction.BAND, band, WEEKLY, n("3"), AFTER).attainment()).isEmpty();
    assertThat(judge(Direction.HIGHER, target, WEEKLY, null, AFTER).attainment()).isEmpty();
  }

  @Test
  public void withoutAValueAPeriodWaitsThroughItsGrace() {
    Rhythm graced = new Rhythm(Frequency.WEEKLY, Aggregation.LAST, false, 2);
    Levels levels = levels(at("5"), null, at("3"));
    for (int day : List.of(0, 6, 7, 8)) {
      assertThat(
              judge(Direction.HIGHER, levels, graced, null, Moment.endOf(MONDAY.plusDays(day)))
                  .status())
          .isEqualTo(KpiStatus.NO_DATA);
    }
    assertThat(
            judge(Direction.HIGHER, levels, graced, null, Moment.endOf(MONDAY.plusDays(9)))
                .status())
        .isEqualTo(KpiStatus.STALE);
    assertThat(judge(Direction.HIGHER, levels, WEEKLY, null, AFTER).status())
        .isEqualTo(KpiStatus.STALE);
  }

  @Test
  public void aRedValueIsAnEarlyWarningUntilItsPeriodIsJudgedForGood() {
    Rhythm graced = new Rhythm(Frequency.WEEKLY, Aggregation.LAST, false, 2);
    Levels levels = levels(at("5"), null, at("3"));
    Moment sunday = Moment.endOf(MONDAY.plusDays(6));
    Moment inGrace = Moment.endOf(MONDAY.plusDays(8));
    Moment over = Moment.endOf(MONDAY.plusDays(9));
    assertThat(judge(Direction.HIGHER, levels, graced, n("2"), sunday))
        .extracting(Verdict::provisional, Verdict::earlyWarning)
        .containsExactly(true, true);
    assertThat(judge(Direction.HIGHER, levels, graced, n("2"), inGrace))
        .extracting(Verdict::provisional, Verdict::earlyWarning)
        .containsExactly(false, true);
    assertThat(judge(Direction.HIGHER, levels, graced, n("2"), over))
        .extracting(Verdict::provisional, Verdict::earlyWarning)
        .containsExactly(false, false);
    assertThat(judge(Direction.HIGHER, levels, graced, n("4"), sunday).earlyWarning()).isFalse();
  }

  @Test
  public void aDayIsJudgedForGoodAtItsEndWhateverTheGrace() {
    Rhythm daily = new Rhythm(Frequency.DAILY, Aggregation.LAST, false, 5);
    Period day = Period.of(MONDAY, MONDAY);
    assertThat(new Moment(MONDAY, false).closes(day, daily)).isFalse();
    assertThat(Moment.endOf(MONDAY).closes(day, daily)).isTrue();
    assertThat(new Moment(MONDAY.plusDays(1), false).closes(day, daily)).isTrue();
    assertThat(Moment.endOf(MONDAY.minusDays(1)).closes(day, daily)).isFalse();
    assertThat(Moment.endOf(WEEK.last()).closes(WEEK, WEEKLY)).isFalse();
    assertThat(new Moment(WEEK.last().plusDays(1), false).closes(WEEK, WEEKLY)).isTrue();
  }

  @Test
  public void statusesKnowWhetherThereIsAValue() {
    assertThat(List.of(KpiStatus.values()).stream().filter(KpiStatus::hasValue))
        .containsExactly(KpiStatus.GREEN, KpiStatus.AMBER, KpiStatus.RED, KpiStatus.NOT_JUDGED);
  }

  @Test
  public void eachLevelStaysAsItWasSaidLast() {
    LocalDate april = LocalDate.of(2026, 4, 15);
    Targets targets =
        new Targets(
            levels(at("50"), null, at("40")),
            List.of(
                new Targets.From(april, levels(at("60"), at("55"), null)),
                new Targets.From(april.plusMonths(1), levels(null, null, at("45")))));
    Period march = Period.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    assertThat(targets.of(march)).isEqualTo(levels(at("50"), null, at("40")));
    Period half = Period.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 14));
    assertThat(targets.of(half)).isEqualTo(levels(at("50"), null, at("40")));
    Period wholeApril = Period.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30));
    assertThat(targets.of(wholeApril)).isEqualTo(levels(at("60"), at("55"), at("40")));
    Period fromDay = Period.of(april.minusDays(3), april);
    assertThat(targets.of(fromDay)).isEqualTo(levels(at("60"), at("55"), at("40")));
    Period june = Period.of(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30));
    assertThat(targets.of(june)).isEqualTo(levels(at("60"), at("55"), at("45")));
  }

  @Test
  public void levelsAreEmptyWhenNoneIsThere() {
    assertThat(Levels.NONE.isEmpty()).isTrue();
    assertThat(levels(at("1"), null, null).isEmpty()).isFalse();
    assertThat(levels(null, at("1"), null).isEmpty()).isFalse();
    assertThat(levels(null, null, at("1")).isEmpty()).isFalse();
  }
}
