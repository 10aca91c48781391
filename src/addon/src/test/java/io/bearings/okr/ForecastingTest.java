package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;

public class ForecastingTest {
  private static final Person ANNA = new Person("anna");
  private static final LocalDate FIRST = LocalDate.parse("2026-04-06");
  private static final Placed.Span CYCLE =
      new Placed.Span(5, "Q2", new Window(FIRST, LocalDate.parse("2026-06-12")), CycleState.ACTIVE);

  private final Objectives objectives = mock(Objectives.class);
  private final CheckIns checkIns = mock(CheckIns.class);
  private final OutsideValues outside = mock(OutsideValues.class);
  private final AlignedValues aligned = mock(AlignedValues.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final Forecasting forecasting =
      new Forecasting(
          new Plans(objectives, standpoints, mock(Cycles.class)),
          checkIns,
          outside,
          aligned,
          () -> SiteRules.DEFAULT,
          Clock.fixed(Instant.parse("2026-05-20T10:00:00Z"), ZoneOffset.UTC));

  @Before
  public void aKeyResultWithEightWeeksOfValues() {
    when(standpoints.of(ANNA))
        .thenReturn(Okrs.standpoint(ANNA, Okrs.team(3, "Team", Optional.of("anna"))));
    place(Okrs.objective(12, 3, "Calm", "why", "anna", 1), Optional.of(CYCLE));
    keyResult(Source.MANUAL, Goal.of(BigDecimal.ZERO, BigDecimal.TEN));
    when(checkIns.ofAll(List.of(34L))).thenReturn(weekly(8));
  }

  private void place(Objective objective, Optional<Placed.Span> cycle) {
    when(objectives.placed(12, ANNA)).thenReturn(Optional.of(new Placed(objective, cycle, false)));
  }

  private void keyResult(Source source, Goal goal) {
    KeyResultContent content =
        new KeyResultContent(
            "Fewer alarms",
            "bert",
            source,
            source.usualNature(),
            Measure.NUMBER,
            goal,
            BigDecimal.ONE,
            WeightBy.ISSUES);
    when(objectives.keyResult(34))
        .thenReturn(
            Optional.of(new KeyResult(34, 12, content, Life.DRAFT, Recorded.NOTHING, false, 1)));
  }

  /** One more each Monday, from 0. */
  private static List<CheckIn> weekly(int weeks) {
    List<CheckIn> all = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      all.add(checkIn(week + 1, FIRST.plusWeeks(week), week, Optional.empty()));
    }
    return all;
  }

  private static CheckIn checkIn(long id, LocalDate on, int value, Optional<Long> replaces) {
    Instant at = on.atStartOfDay().toInstant(ZoneOffset.UTC);
    return new CheckIn(
        id,
        34,
        Optional.of(BigDecimal.valueOf(value)),
        5,
        on,
        at,
        "anna",
        new Words("", "", "", ""),
        replaces,
        Optional.empty(),
        Tag.MANUAL);
  }

  private Forecast.Projection projection() {
    return (Forecast.Projection) forecasting.of(ANNA, 34);
  }

  @Test
  public void drawsTheLineToTheDueDate() {
    assertThat(projection().slopePerWeek()).isEqualByComparingTo("1");
    assertThat(projection().projected()).isEqualByComparingTo("9.8");
    assertThat(projection().probability()).isEqualByComparingTo("1");
    Goal early =
        new Goal(
            Optional.of(BigDecimal.ZERO),
            Optional.of(BigDecimal.TEN),
            Optional.empty(),
            Goal.of(BigDecimal.ZERO, BigDecimal.TEN).marks(),
            Optional.of(LocalDate.parse("2026-06-05")),
            0,
            List.of());
    keyResult(Source.MANUAL, early);
    assertThat(projection().projected()).isEqualByComparingTo("8.8");
  }

  @Test
  public void followsTheKpiOrTheMetricThatIsRead() {
    List<Readings.Valued> daily = new ArrayList<>();
    for (int week = -10; week < 8; week++) {
      daily.add(new Readings.Valued(FIRST.plusWeeks(week), BigDecimal.valueOf(Math.abs(week))));
    }
    for (Source source : List.of(Source.KPI, Source.JQL)) {
      keyResult(source, Goal.of(BigDecimal.ZERO, BigDecimal.TEN));
      when(outside.all(any())).thenReturn(Map.of(34L, daily));
      assertThat(projection().slopePerWeek())
          .as("what was before the window does not count")
          .isEqualByComparingTo("1");
      when(outside.all(any())).thenReturn(Map.of());
      assertThat(forecasting.of(ANNA, 34))
          .isEqualTo(new Forecast.None(Forecast.Reason.TOO_FEW_VALUES));
    }
  }

  @Test
  public void followsWhatTheObjectivesHadReachedWeekByWeek() {
    keyResult(Source.ALIGNED, Goal.NONE);
    KeyResult keyResult = objectives.keyResult(34).orElseThrow();
    List<LocalDate> weekly =
        Stream.of("04-12", "04-19", "04-26", "05-03", "05-10", "05-17", "05-20")
            .map(day -> LocalDate.parse("2026-" + day))
            .toList();
    // A tenth each week from nothing, and today what three of five working days add.
    List<Readings.Valued> reached = new ArrayList<>();
    for (int week = 0; week < 6; week++) {
      reached.add(new Readings.Valued(weekly.get(week), BigDecimal.valueOf(week + 1, 1)));
    }
    reached.add(new Readings.Valued(weekly.get(6), new BigDecimal("0.66")));
    when(aligned.onDays(ANNA, keyResult, weekly)).thenReturn(reached);
    assertThat(projection().slopePerWeek()).isEqualByComparingTo("0.1");
    assertThat(projection().projected()).isEqualByComparingTo("1");
    assertThat(projection().reaches()).isTrue();
  }

  @Test
  public void asksForNoDayAfterTheLastNorBeforeTheFirst() {
    keyResult(Source.ALIGNED, Goal.NONE);
    KeyResult keyResult = objectives.keyResult(34).orElseThrow();
    inCycle("2026-04-28", "2026-05-11");
    forecasting.of(ANNA, 34);
    verify(aligned)
        .onDays(
            ANNA, keyResult, List.of(LocalDate.parse("2026-05-04"), LocalDate.parse("2026-05-11")));
    inCycle("2026-05-21", "2026-08-20");
    assertThat(forecasting.of(ANNA, 34)).isEqualTo(none(Forecast.Reason.TOO_FEW_VALUES));
    verify(aligned).onDays(ANNA, keyResult, List.of());
  }

  private void inCycle(String first, String last) {
    Window days = new Window(LocalDate.parse(first), LocalDate.parse(last));
    place(
        Okrs.objective(12, 3, "Calm", "why", "anna", 1),
        Optional.of(new Placed.Span(5, "Q2", days, CycleState.ACTIVE)));
  }

  @Test
  public void measuresTheChanceByTheKindOfTheObjective() {
    keyResult(Source.MANUAL, Goal.of(BigDecimal.ZERO, new BigDecimal("12.5")));
    assertThat(projection().probability()).isEqualByComparingTo("1");
    Objective committed =
        Okrs.objective(12, 3, "Calm", "why", "anna", 1)
            .with(
                new ObjectiveContent(
                    "Calm",
                    "why",
                    "anna",
                    ObjectiveKind.COMMITTED,
                    Visibility.UNIT_VIEWERS,
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    List.of()));
    place(committed, Optional.of(CYCLE));
    assertThat(projection().probability()).isEqualByComparingTo("0");
  }

  @Test
  public void leavesOutWhatWasCorrected() {
    List<CheckIn> corrected = weekly(8);
    corrected.add(checkIn(90, FIRST.plusWeeks(2).plusDays(1), 900, Optional.empty()));
    corrected.add(checkIn(91, FIRST.plusWeeks(2), 2, Optional.of(90L)));
    when(checkIns.ofAll(List.of(34L))).thenReturn(corrected);
    assertThat(projection().projected()).isEqualByComparingTo("9.8");
  }

  @Test
  public void saysWhyThereIsNone() {
    when(checkIns.ofAll(List.of(34L))).thenReturn(weekly(5));
    assertThat(forecasting.of(ANNA, 34)).isEqualTo(none(Forecast.Reason.TOO_FEW_VALUES));
    List<CheckIn> daily = new ArrayList<>();
    for (int day = 0; day < 8; day++) {
      daily.add(checkIn(day + 1, FIRST.plusDays(day), day, Optional.empty()));
    }
    when(checkIns.ofAll(List.of(34L))).thenReturn(daily);
    assertThat(forecasting.of(ANNA, 34)).isEqualTo(none(Forecast.Reason.SPAN_TOO_SHORT));
    keyResult(Source.ISSUES, Goal.of(BigDecimal.ZERO, BigDecimal.TEN));
    assertThat(forecasting.of(ANNA, 34)).isEqualTo(none(Forecast.Reason.SOURCE));
  }

  @Test
  public void namesTheSourceWhereverNoneIsMadeForIt() {
    place(Okrs.objective(12, 3, "Calm", "why", "anna", 1), Optional.empty());
    for (Source source : List.of(Source.BINARY, Source.MAINTAIN, Source.ISSUES)) {
      keyResult(source, Goal.of(BigDecimal.ZERO, BigDecimal.ONE));
      assertThat(forecasting.of(ANNA, 34)).as("%s", source).isEqualTo(none(Forecast.Reason.SOURCE));
    }
    keyResult(Source.ALIGNED, Goal.NONE);
    assertThat(forecasting.of(ANNA, 34)).isEqualTo(none(Forecast.Reason.TOO_FEW_VALUES));
    for (Source source : List.of(Source.KPI, Source.JQL, Source.CONNECTOR, Source.EVIDENCE)) {
      keyResult(source, Goal.of(BigDecimal.ZERO, BigDecimal.TEN));
      assertThat(forecasting.of(ANNA, 34))
          .as("%s", source)
          .isEqualTo(none(Forecast.Reason.TOO_FEW_VALUES));
    }
  }

  @Test
  public void hasNoneWithoutAWayOrACycle() {
    place(Okrs.objective(12, 3, "Calm", "why", "anna", 1), Optional.empty());
    assertThat(forecasting.of(ANNA, 34)).isEqualTo(none(Forecast.Reason.TOO_FEW_VALUES));
    when(objectives.keyResult(34))
        .thenReturn(
            Optional.of(Okrs.keyResult(34, 12, "Links", BigDecimal.ONE, WeightBy.ISSUES, 1)));
    assertThat(forecasting.of(ANNA, 34)).isEqualTo(none(Forecast.Reason.SOURCE));
  }

  private static Forecast none(Forecast.Reason reason) {
    return new Forecast.None(reason);
  }

  @Test
  public void hidesWhatOneMayNotSee() {
    assertThatThrownBy(() -> forecasting.of(ANNA, 99)).isInstanceOf(Refusal.NotFound.class);
    when(standpoints.of(ANNA)).thenReturn(Okrs.standpoint(ANNA));
    assertThatThrownBy(() -> forecasting.of(ANNA, 34)).isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void asksFourTimes() {
    projection();
    verify(objectives).keyResult(34);
    verify(objectives).placed(12, ANNA);
    verify(standpoints, times(1)).of(any());
    verify(checkIns).ofAll(List.of(34L));
    verifyNoMoreInteractions(objectives, standpoints, checkIns);
  }
}
