package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.okr.Access;
import io.bearings.okr.Alignments;
import io.bearings.okr.Bounds;
import io.bearings.okr.CadenceSetting;
import io.bearings.okr.Capacity;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Cycles;
import io.bearings.okr.Decimals;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Measure;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.Okrs;
import io.bearings.okr.Openness;
import io.bearings.okr.OutsideValues;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.Recorded;
import io.bearings.okr.Scoring;
import io.bearings.okr.Source;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.Units;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What is remembered of a score is what the pages show. */
public class FiguringTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
  private static final BigDecimal WORKING_DAYS_OF_THE_QUARTER = new BigDecimal("66");

  private final Cycles cycles = mock(Cycles.class);
  private final Units units = mock(Units.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final Figuring figuring =
      new Figuring(
          new Gathering(
              mock(Objectives.class),
              mock(Alignments.class),
              mock(Links.class),
              mock(OutsideValues.class)),
          mock(Hindsight.class),
          cycles,
          units,
          mock(Access.class),
          settings,
          key -> Optional.of("Anna"),
          Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));

  /** A bound that is kept is judged at the unit's last slot, here the first Monday in November. */
  @Test
  public void theUnitsOwnCadenceDecidesWhenItIsClosed() {
    assertThat(closedUnder(CadenceSetting.DEFAULT)).isEqualByComparingTo(ofTheQuarter(33));
    assertThat(
            closedUnder(new CadenceSetting(CadenceSetting.Every.MONTHLY, DayOfWeek.MONDAY, 2, 9)))
        .isEqualByComparingTo(ofTheQuarter(23));
  }

  private static BigDecimal ofTheQuarter(int workingDays) {
    return Decimals.quotient(BigDecimal.valueOf(workingDays), WORKING_DAYS_OF_THE_QUARTER);
  }

  private BigDecimal closedUnder(CadenceSetting cadence) {
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    when(units.all()).thenReturn(List.of(unit(cadence)));
    when(cycles.cycle(7)).thenReturn(Optional.of(quarter()));
    Objective objective = Okrs.objective(1, 3, "O", "why", "anna", 1).movedTo(3, Optional.of(7L));
    Scoring.Scored scored = figuring.atClosing(objective, List.of(held()));
    return scored.keyResult(11).orElseThrow();
  }

  private static Unit unit(CadenceSetting cadence) {
    return new Unit(
        3,
        "Team",
        UnitLevel.TEAM,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Openness.MEMBERS,
        new UnitSettings(Optional.empty(), cadence, false, Capacity.DEFAULT),
        false,
        1);
  }

  private static Cycle quarter() {
    return new Cycle(
        7,
        3,
        "Q4",
        FIRST,
        LocalDate.parse("2026-12-31"),
        CycleState.ACTIVE,
        CycleKind.CALENDAR,
        CycleLength.QUARTER,
        Optional.empty(),
        Optional.empty(),
        1);
  }

  /** Within its bounds since the first day. */
  private static KeyResult held() {
    Goal above =
        new Goal(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Bounds(Optional.of(BigDecimal.TEN), Optional.empty())),
            Goal.Marks.NONE,
            Optional.empty(),
            0,
            List.of());
    Valued twelve = new Valued(FIRST, new BigDecimal("12"));
    return new KeyResult(
        11,
        1,
        new KeyResultContent(
            "K",
            "anna",
            Source.MAINTAIN,
            Source.MAINTAIN.usualNature(),
            Measure.NUMBER,
            above,
            BigDecimal.ONE,
            WeightBy.ISSUES),
        Okrs.ACTIVE,
        new Recorded(
            Optional.of(twelve),
            Optional.of(new Recorded.Last(1, FIRST, Okrs.PUBLISHED, "anna")),
            Optional.empty(),
            List.of(twelve),
            List.of(twelve),
            0,
            Optional.empty()),
        false,
        1);
  }
}
