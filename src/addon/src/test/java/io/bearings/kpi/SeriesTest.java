package io.bearings.kpi;

import static io.bearings.kpi.Kpis.n;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

public class SeriesTest {
  private static final LocalDate MONDAY = Kpis.MONDAY;
  private static final Instant NINE = Instant.parse("2026-03-20T09:00:00Z");
  private static final Periods WEEKS = Periods.calendar(Frequency.WEEKLY, DayOfWeek.MONDAY, MONDAY);
  private static final Segment PHONE = new Segment("Channel", "Phone");

  /** Recorded as many seconds after nine as its id says; a value may be null. */
  static Measurement measured(long id, LocalDate on, String value) {
    return new Measurement(
        id,
        on,
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(value).map(BigDecimal::new),
        Optional.empty(),
        NINE.plusSeconds(id),
        Optional.of("anna"));
  }

  static Measurement of(Measurement one, String span) {
    return new Measurement(
        one.id(),
        one.on(),
        Optional.of(span),
        one.segment(),
        one.value(),
        one.of(),
        one.at(),
        one.byKey());
  }

  private static Measurement in(Measurement one, Segment segment) {
    return new Measurement(
        one.id(),
        one.on(),
        one.span(),
        Optional.of(segment),
        one.value(),
        one.of(),
        one.at(),
        one.byKey());
  }

  private static Measurement share(long id, LocalDate on, String value, String of) {
    return new Measurement(
        id,
        on,
        Optional.empty(),
        Optional.empty(),
        Optional.of(n(value)),
        Optional.of(n(of)),
        NINE.plusSeconds(id),
        Optional.empty());
  }

  private static List<PeriodValue> weeks(Aggregation how, int weeks, Measurement... all) {
    return Series.of(List.of(all)).values(WEEKS, how, MONDAY, MONDAY.plusWeeks(weeks).minusDays(1));
  }

  private static PeriodValue week(Aggregation how, Measurement... all) {
    return weeks(how, 1, all).get(0);
  }

  @Test
  public void valuesOfOnePeriodBecomeOne() {
    Measurement[] all = {
      measured(1, MONDAY, "3"),
      measured(2, MONDAY.plusDays(2), "10"),
      measured(3, MONDAY.plusDays(6), "5")
    };
    assertThat(week(Aggregation.LAST, all).value()).contains(n("5"));
    assertThat(week(Aggregation.SUM, all).value()).contains(n("18"));
    assertThat(week(Aggregation.MEAN, all).value().orElseThrow()).isEqualByComparingTo("6");
    assertThat(week(Aggregation.MEDIAN, all).value()).contains(n("5"));
    assertThat(week(Aggregation.MIN, all).value()).contains(n("3"));
    assertThat(week(Aggregation.MAX, all).value()).contains(n("10"));
    assertThat(week(Aggregation.SUM, all).from()).containsExactly(all);
    assertThat(week(Aggregation.SUM, all).corrected()).isFalse();
  }

  @Test
  public void theLastIsThatOfTheLatestDayWheneverItCame() {
    assertThat(
            week(
                    Aggregation.LAST,
                    measured(1, MONDAY.plusDays(5), "7"),
                    measured(2, MONDAY.plusDays(1), "4"))
                .value())
        .contains(n("7"));
  }

  @Test
  public void ofSeveralEntriesForADayTheNewestCounts() {
    PeriodValue week =
        week(
            Aggregation.SUM,
            measured(3, MONDAY, "5"),
            measured(1, MONDAY, "4"),
            measured(2, MONDAY.plusDays(1), "1"));
    assertThat(week.value()).contains(n("6"));
    assertThat(week.corrected()).isTrue();
    assertThat(week.from()).extracting(Measurement::id).containsExactly(3L, 2L);
  }

  @Test
  public void ofTwoEntriesOfOneInstantTheLaterIdCounts() {
    Measurement one = measured(1, MONDAY, "4");
    Measurement two =
        new Measurement(
            2,
            MONDAY,
            Optional.empty(),
            Optional.empty(),
            Optional.of(n("5")),
            Optional.empty(),
            one.at(),
            Optional.empty());
    assertThat(week(Aggregation.LAST, two, one).value()).contains(n("5"));
    assertThat(week(Aggregation.LAST, one, two).value()).contains(n("5"));
  }

  @Test
  public void theSameSaidTwiceIsNoCorrection() {
    assertThat(
            week(Aggregation.LAST, measured(1, MONDAY, "5"), measured(2, MONDAY, "5.0"))
                .corrected())
        .isFalse();
    assertThat(
            week(Aggregation.SHARE, share(1, MONDAY, "5", "10"), share(2, MONDAY, "5", "9"))
                .corrected())
        .isTrue();
  }

  @Test
  public void aValueCanBeTakenBack() {
    PeriodValue week = week(Aggregation.LAST, measured(1, MONDAY, "5"), measured(2, MONDAY, null));
    assertThat(week.value()).isEmpty();
    assertThat(week.from()).isEmpty();
    assertThat(week.corrected()).isTrue();
  }

  @Test
  public void aShareIsAllPartsByAllThatTheyArePartsOf() {
    PeriodValue week =
        week(
            Aggregation.SHARE,
            share(1, MONDAY, "1", "10"),
            share(2, MONDAY.plusDays(1), "9", "40"),
            measured(3, MONDAY.plusDays(2), "7"));
    assertThat(week.value().orElseThrow()).isEqualByComparingTo("0.2");
    assertThat(week(Aggregation.SHARE, share(1, MONDAY, "0", "0")).value()).isEmpty();
    assertThat(week(Aggregation.SHARE, measured(1, MONDAY, "7")).value()).isEmpty();
    assertThat(week(Aggregation.SHARE, share(1, MONDAY, "0", "4")).value().orElseThrow())
        .isEqualByComparingTo("0");
  }

  @Test
  public void aPeriodWithoutAMeasurementHasNoValue() {
    List<PeriodValue> weeks =
        weeks(Aggregation.SUM, 3, measured(1, MONDAY, "4"), measured(2, MONDAY.plusDays(14), "6"));
    assertThat(weeks)
        .extracting(PeriodValue::value)
        .containsExactly(Optional.of(n("4")), Optional.empty(), Optional.of(n("6")));
    assertThat(weeks.get(1).period()).isEqualTo(Period.of(MONDAY.plusDays(7), MONDAY.plusDays(13)));
    for (Aggregation how : Aggregation.values()) {
      assertThat(how.of(List.of())).as(how.name()).isEmpty();
    }
  }

  @Test
  public void theTotalIsItsOwnValueAndNotTheSumOfItsSegments() {
    Measurement total = measured(1, MONDAY, "10");
    Measurement phone = in(measured(2, MONDAY, "4"), PHONE);
    Measurement mail = in(measured(3, MONDAY, "5"), new Segment("Channel", "Mail"));
    List<Measurement> all = List.of(total, phone, mail);
    assertThat(Series.of(all).counting()).containsExactly(total);
    assertThat(Series.of(all, Optional.of(PHONE)).counting()).containsExactly(phone);
    assertThat(week(Aggregation.SUM, total, phone, mail).value()).contains(n("10"));
    assertThat(week(Aggregation.SUM, total, phone, mail).corrected()).isFalse();
  }

  @Test
  public void theOrderOfEntryDoesNotMatter() {
    Random random = new Random(31);
    for (int run = 0; run < 100; run++) {
      List<Measurement> all = new ArrayList<>();
      for (int id = 1; id <= 30; id++) {
        all.add(
            measured(id, MONDAY.plusDays(random.nextInt(21)), String.valueOf(random.nextInt(100))));
      }
      List<PeriodValue> inOrder = values(all);
      Collections.shuffle(all, random);
      assertThat(values(all)).isEqualTo(inOrder);
    }
  }

  private static List<PeriodValue> values(List<Measurement> all) {
    return Series.of(all).values(WEEKS, Aggregation.LAST, MONDAY, MONDAY.plusDays(20));
  }

  @Test
  public void whatWasKnownThenIsWhatHadBeenEntered() {
    Measurement first = measured(1, MONDAY, "4");
    Measurement second = measured(2, MONDAY, "5");
    List<Measurement> all = List.of(first, second);
    assertThat(Series.knownAt(all, NINE.plusSeconds(2))).containsExactly(first, second);
    assertThat(Series.knownAt(all, NINE.plusSeconds(1))).containsExactly(first);
    assertThat(Series.knownAt(all, NINE)).isEmpty();
  }

  @Test
  public void aValueBetweenTwoSprintsIsPointedOutAndMayNameOne() {
    Periods sprints =
        Periods.sprints(
            List.of(new Periods.Span("7", "Seven", MONDAY, Optional.of(MONDAY.plusDays(10)))),
            MONDAY.plusDays(30));
    Measurement lost = measured(1, MONDAY.plusDays(12), "3");
    Measurement named = of(measured(2, MONDAY.plusDays(12), "4"), "7");
    Series series = Series.of(List.of(lost, named));
    assertThat(series.outside(sprints)).containsExactly(lost);
    assertThat(series.counting()).hasSize(2);
    assertThat(series.values(sprints, Aggregation.LAST, MONDAY, MONDAY.plusDays(30)).get(0).value())
        .contains(n("4"));
  }

  @Test
  public void runningValuesLookBackFromEachSundayAsLongAsAPeriod() {
    LocalDate sunday = LocalDate.of(2026, 3, 8);
    Series series =
        Series.of(
            List.of(
                measured(1, LocalDate.of(2026, 2, 22), "1"),
                measured(2, LocalDate.of(2026, 2, 23), "10"),
                measured(3, sunday, "100"),
                measured(4, sunday.plusDays(1), "1000")));
    List<PeriodValue> values =
        series.runningValues(
            Frequency.EVERY_TWO_WEEKS, Aggregation.SUM, MONDAY, sunday.plusDays(14));
    assertThat(values)
        .extracting(each -> each.period().last())
        .containsExactly(sunday, sunday.plusDays(7), sunday.plusDays(14));
    assertThat(values)
        .extracting(PeriodValue::value)
        .containsExactly(Optional.of(n("110")), Optional.of(n("1100")), Optional.of(n("1000")));
    assertThat(
            series.runningValues(Frequency.MONTHLY, Aggregation.SUM, sunday, sunday).get(0).value())
        .contains(n("111"));
    assertThat(
            series.runningValues(
                Frequency.MONTHLY, Aggregation.SUM, sunday.plusDays(1), sunday.plusDays(6)))
        .isEmpty();
  }

  @Test
  public void aStretchIsAsLongAsAPeriod() {
    LocalDate sunday = LocalDate.of(2026, 5, 31);
    assertThat(Series.stretch(Frequency.EVERY_TWO_WEEKS, sunday))
        .isEqualTo(Period.of(LocalDate.of(2026, 5, 18), sunday));
    assertThat(Series.stretch(Frequency.MONTHLY, sunday))
        .isEqualTo(Period.of(LocalDate.of(2026, 5, 1), sunday));
    assertThat(Series.stretch(Frequency.QUARTERLY, sunday))
        .isEqualTo(Period.of(LocalDate.of(2026, 3, 1), sunday));
    assertThat(Series.stretch(Frequency.YEARLY, sunday))
        .isEqualTo(Period.of(LocalDate.of(2025, 6, 1), sunday));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Series.stretch(Frequency.WEEKLY, sunday))
        .withMessageContaining("WEEKLY");
  }
}
