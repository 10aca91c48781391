package io.bearings.kpi;

import static io.bearings.kpi.Kpis.at;
import static io.bearings.kpi.Kpis.levels;
import static io.bearings.kpi.Kpis.n;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.Drift.Rule;
import io.bearings.okr.Measure;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class AssessmentTest {
  private static final LocalDate MONDAY = Kpis.MONDAY;
  private static final KpiContent DAILY = Kpis.velocity().with(Rhythm.DEFAULT.at(Frequency.DAILY));
  private static final KpiContent WEEKLY =
      Kpis.velocity().with(Rhythm.DEFAULT.at(Frequency.WEEKLY));

  private static Periods calendar(KpiContent content) {
    return Periods.calendar(content.rhythm().frequency(), DayOfWeek.MONDAY, MONDAY);
  }

  private static List<Measurement> daily(String... values) {
    List<Measurement> all = new ArrayList<>();
    for (int day = 0; day < values.length; day++) {
      if (values[day] != null) {
        all.add(SeriesTest.measured(day, MONDAY.plusDays(day), values[day]));
      }
    }
    return all;
  }

  private static Assessment judge(
      KpiContent content, List<Measurement> all, Optional<LocalDate> brokenOn, Moment at) {
    return Assessment.of(content, calendar(content), Series.of(all), brokenOn, MONDAY, at);
  }

  @Test
  public void periodsAreJudgedUpToTheOneThatRuns() {
    Assessment seen =
        judge(
            WEEKLY,
            daily("30", null, null, null, null, null, null, "60"),
            Optional.empty(),
            new Moment(MONDAY.plusDays(8), false));
    assertThat(seen.periods())
        .extracting(Judged::status)
        .containsExactly(KpiStatus.RED, KpiStatus.GREEN);
    assertThat(seen.periods()).extracting(Judged::closed).containsExactly(true, false);
    assertThat(seen.latest().orElseThrow().verdict().provisional()).isTrue();
    assertThat(seen.latestClosed().orElseThrow().status()).isEqualTo(KpiStatus.RED);
    assertThat(seen.isCorrected()).isFalse();
    assertThat(seen.signals()).isEqualTo(new Signals(Drift.NONE, Anomaly.NOT_JUDGED));
  }

  @Test
  public void withoutAnyPeriodThereIsNothing() {
    Assessment seen =
        Assessment.of(
            WEEKLY,
            Periods.sprints(List.of(), MONDAY),
            Series.of(List.of()),
            Optional.empty(),
            MONDAY,
            Moment.endOf(MONDAY));
    assertThat(seen.latest()).isEmpty();
    assertThat(seen.latestClosed()).isEmpty();
    assertThat(seen.signals()).isEqualTo(Signals.NONE);
  }

  @Test
  public void aCorrectionIsSaid() {
    List<Measurement> all = new ArrayList<>(daily("30"));
    all.add(SeriesTest.measured(9, MONDAY, "60"));
    assertThat(judge(DAILY, all, Optional.empty(), Moment.endOf(MONDAY)).isCorrected()).isTrue();
  }

  @Test
  public void onlyWholePeriodsDrift() {
    List<Measurement> falling = daily("60", "58", "56", "54", "50");
    Moment during = new Moment(MONDAY.plusDays(4), false);
    assertThat(judge(DAILY, falling, Optional.empty(), during).signals().drift().isFound())
        .isFalse();
    assertThat(
            judge(DAILY, falling, Optional.empty(), Moment.endOf(during.day()))
                .signals()
                .drift()
                .isFound())
        .isFalse();
    List<Measurement> steeper = daily("60", "57", "54", "51", "48");
    assertThat(
            judge(DAILY, steeper, Optional.empty(), Moment.endOf(during.day()))
                .signals()
                .drift()
                .rules())
        .containsExactly(Rule.TREND);
    assertThat(judge(DAILY, steeper, Optional.empty(), during).signals().drift().isFound())
        .isFalse();
  }

  @Test
  public void aBreakRestartsTheSeries() {
    List<Measurement> falling = daily("60", "57", "54", "51", "48");
    Moment end = Moment.endOf(MONDAY.plusDays(4));
    assertThat(judge(DAILY, falling, Optional.of(MONDAY), end).signals().drift().rules())
        .containsExactly(Rule.TREND);
    assertThat(
            judge(DAILY, falling, Optional.of(MONDAY.plusDays(1)), end).signals().drift().isFound())
        .isFalse();
    assertThat(judge(DAILY, falling, Optional.of(MONDAY.plusDays(9)), end).signals())
        .isEqualTo(Signals.NONE);
  }

  @Test
  public void aBreakRestartsWhatIsUsual() {
    List<Measurement> all = new ArrayList<>();
    for (int day = 0; day < 13; day++) {
      String value = day == 12 ? "200" : day % 2 == 0 ? "60" : "62";
      all.add(SeriesTest.measured(day, MONDAY.plusDays(day), value));
    }
    Moment end = Moment.endOf(MONDAY.plusDays(12));
    assertThat(judge(DAILY, all, Optional.empty(), end).signals().anomaly().isFound()).isTrue();
    assertThat(judge(DAILY, all, Optional.of(MONDAY.plusDays(1)), end).signals().anomaly())
        .isEqualTo(Anomaly.NOT_JUDGED);
  }

  @Test
  public void aPeriodWithoutAValueKeepsItsPlace() {
    // Three a day, but only every second day: 48 is six days later than 57.
    List<Measurement> all = daily("66", null, "60", null, "54", null, "48", null, "42");
    Moment end = Moment.endOf(MONDAY.plusDays(8));
    Yardstick yardstick =
        new Yardstick(
            Direction.HIGHER, Measure.NUMBER, Targets.always(levels(null, null, at("33"))));
    assertThat(judge(DAILY.with(yardstick), all, Optional.empty(), end).signals().drift().rules())
        .containsExactly(Rule.TREND);
    Yardstick lower =
        new Yardstick(
            Direction.HIGHER, Measure.NUMBER, Targets.always(levels(null, null, at("32.9"))));
    assertThat(judge(DAILY.with(lower), all, Optional.empty(), end).signals().drift().isFound())
        .isFalse();
  }

  @Test
  public void theLevelsAreThoseOfTheLatestValue() {
    Targets targets =
        new Targets(
            levels(null, null, at("40")),
            List.of(
                new Targets.From(MONDAY.plusDays(4), levels(null, null, at("10"))),
                new Targets.From(MONDAY.plusDays(5), levels(null, null, at("47")))));
    KpiContent content = DAILY.with(new Yardstick(Direction.HIGHER, Measure.NUMBER, targets));
    List<Measurement> steep = daily("60", "57", "54", "51", "48");
    assertThat(
            judge(content, steep, Optional.empty(), Moment.endOf(MONDAY.plusDays(6)))
                .signals()
                .drift()
                .isFound())
        .isFalse();
  }

  @Test
  public void aSlowKpiIsJudgedOnItsRunningValues() {
    KpiContent monthly =
        Kpis.velocity().with(new Rhythm(Frequency.MONTHLY, Aggregation.LAST, false, 0));
    // From March on one value each Sunday, 3 less each week.
    List<Measurement> all = new ArrayList<>();
    LocalDate sunday = LocalDate.of(2026, 3, 1);
    for (int week = 0; week < 10; week++) {
      all.add(SeriesTest.measured(week, sunday.plusWeeks(week), String.valueOf(75 - 3 * week)));
    }
    // 5 April is the first Sunday with a whole month behind it, 3 May the fifth: 60 … 48.
    Moment fifth = Moment.endOf(LocalDate.of(2026, 5, 3));
    assertThat(
            Assessment.of(
                    monthly,
                    calendar(monthly),
                    Series.of(all),
                    Optional.empty(),
                    LocalDate.of(2026, 3, 6),
                    fifth)
                .signals()
                .drift()
                .rules())
        .containsExactly(Rule.TREND);
    assertThat(
            Assessment.of(
                    monthly,
                    calendar(monthly),
                    Series.of(all),
                    Optional.empty(),
                    LocalDate.of(2026, 3, 7),
                    fifth)
                .signals()
                .drift()
                .isFound())
        .isFalse();
    Moment during = new Moment(fifth.day(), false);
    assertThat(
            Assessment.of(
                    monthly,
                    calendar(monthly),
                    Series.of(all),
                    Optional.empty(),
                    LocalDate.of(2026, 3, 6),
                    during)
                .signals()
                .drift()
                .isFound())
        .isFalse();
    assertThat(
            Assessment.of(
                    monthly,
                    calendar(monthly),
                    Series.of(all),
                    Optional.of(LocalDate.of(2026, 3, 7)),
                    LocalDate.of(2026, 3, 1),
                    fifth)
                .signals()
                .drift()
                .isFound())
        .isFalse();
    assertThat(
            Assessment.of(
                    monthly,
                    calendar(monthly),
                    Series.of(all),
                    Optional.of(LocalDate.of(2026, 2, 1)),
                    LocalDate.of(2026, 3, 6),
                    fifth)
                .signals()
                .drift()
                .isFound())
        .isTrue();
  }

  /** A meter goes up by 10 each Sunday and begins at 0 with each month. */
  private static Drift meter(Aggregation how) {
    KpiContent monthly =
        KpiContent.of("Spend", "anna")
            .with(new Rhythm(Frequency.MONTHLY, how, true, 0))
            .with(
                new Yardstick(
                    Direction.LOWER, Measure.NUMBER, Targets.always(levels(null, null, at("45")))));
    LocalDate sunday = LocalDate.of(2026, 3, 1);
    List<Measurement> all = new ArrayList<>();
    for (int week = 0; week < 22; week++) {
      LocalDate day = sunday.plusWeeks(week);
      all.add(
          SeriesTest.measured(week, day, String.valueOf(10 * (1 + (day.getDayOfMonth() - 1) / 7))));
    }
    return Assessment.of(
            monthly,
            calendar(monthly),
            Series.of(all),
            Optional.empty(),
            sunday,
            Moment.endOf(LocalDate.of(2026, 7, 26)))
        .signals()
        .drift();
  }

  @Test
  public void aMeterThatBeginsAnewIsNotJudgedWithinItsPeriods() {
    assertThat(meter(Aggregation.LAST).isFound()).isFalse();
    assertThat(meter(Aggregation.MAX).isFound()).isFalse();
  }

  @Test
  public void whatIsJudgedOtherwiseNowIsSaid() {
    List<Measurement> first = daily("60", "30", "45", "60");
    Instant then = first.get(3).at();
    List<Measurement> all = new ArrayList<>(first);
    Measurement correction = SeriesTest.measured(20, MONDAY.plusDays(1), "55");
    Measurement sameStatus = SeriesTest.measured(21, MONDAY.plusDays(2), "46");
    Measurement same = SeriesTest.measured(22, MONDAY, "60.0");
    Measurement still = SeriesTest.measured(23, MONDAY.plusDays(4), "60");
    all.addAll(List.of(correction, sameStatus, same, still));
    Moment before = Moment.endOf(MONDAY.plusDays(3));
    Moment now = Moment.endOf(MONDAY.plusDays(4));
    List<Judged> old = judge(DAILY, Series.knownAt(all, then), Optional.empty(), before).periods();
    List<Judged> anew = judge(DAILY, all, Optional.empty(), now).periods();
    assertThat(Revision.between(old, anew))
        .containsExactly(
            new Revision(
                Period.of(MONDAY.plusDays(1), MONDAY.plusDays(1)),
                Optional.of(n("30")),
                Optional.of(n("55")),
                KpiStatus.RED,
                KpiStatus.GREEN),
            new Revision(
                Period.of(MONDAY.plusDays(2), MONDAY.plusDays(2)),
                Optional.of(n("45")),
                Optional.of(n("46")),
                KpiStatus.AMBER,
                KpiStatus.AMBER));
    assertThat(Revision.between(anew, anew)).isEmpty();
  }

  @Test
  public void aPeriodThatRanThenOrRunsNowIsNoRevision() {
    Moment during = new Moment(MONDAY, false);
    List<Judged> running = judge(DAILY, daily("30"), Optional.empty(), during).periods();
    List<Judged> over = judge(DAILY, daily("60"), Optional.empty(), Moment.endOf(MONDAY)).periods();
    assertThat(Revision.between(running, over)).isEmpty();
    assertThat(Revision.between(over, running)).isEmpty();
  }

  @Test
  public void anotherStatusOfTheSameValueIsARevision() {
    Moment end = Moment.endOf(MONDAY);
    List<Judged> green = judge(DAILY, daily("60"), Optional.empty(), end).periods();
    Yardstick higher =
        new Yardstick(
            Direction.HIGHER, Measure.NUMBER, Targets.always(levels(at("70"), null, at("40"))));
    List<Judged> amber = judge(DAILY.with(higher), daily("60"), Optional.empty(), end).periods();
    assertThat(Revision.between(green, amber))
        .extracting(Revision::before, Revision::after)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(KpiStatus.GREEN, KpiStatus.AMBER));
  }
}
