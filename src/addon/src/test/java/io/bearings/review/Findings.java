package io.bearings.review;

import io.bearings.kpi.Direction;
import io.bearings.kpi.Judged;
import io.bearings.kpi.KpiStatus;
import io.bearings.kpi.Levels;
import io.bearings.kpi.Period;
import io.bearings.kpi.Verdict;
import io.bearings.okr.Nature;
import io.bearings.okr.ScoreChange;
import io.bearings.okr.Window;
import io.bearings.talk.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Circumstances of a missed objective, under which no cause holds until one is put in. */
final class Findings {
  static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
  static final LocalDate END = LocalDate.of(2026, 9, 30);
  static final Window CYCLE = new Window(FIRST, END);
  static final KpiRef KPI = new KpiRef(7, "Velocity", false);

  ObjectiveResult result = ObjectiveResult.MISSED;
  Health kpis = Health.NOT_HEALTHY;
  List<Gauge> keyResults = List.of(gauge(1, Nature.OUTCOME, "0.1"));
  Output output = new Output(9, 10);
  Effort effort = new Effort(5, 10, 5, 10);
  List<Shift> shifts = List.of();
  List<OutsideEvent> events = List.of();
  List<Lag> lags = List.of();
  List<Strain> strains = List.of();
  List<DriverCourse> drivers = List.of();
  List<GreenCycle> cycles = List.of(green(3, 10, 10, 9));

  Diagnosis diagnosis() {
    return Diagnosis.of(
        new Circumstances(
            result,
            END,
            kpis,
            keyResults,
            output,
            effort,
            shifts,
            events,
            lags,
            strains,
            drivers,
            cycles));
  }

  List<CauseKind> kinds() {
    return diagnosis().causes().stream().map(Cause::kind).toList();
  }

  static Gauge gauge(long id, Nature nature, String score) {
    return new Gauge(
        id,
        "Key result " + id,
        nature,
        Optional.of(score).filter(it -> !it.isEmpty()).map(BigDecimal::new),
        new BigDecimal("0.7"));
  }

  static GreenCycle green(long id, int periods, int observed, int green) {
    return new GreenCycle(id, "Cycle " + id, periods, observed, green);
  }

  static Shift goalpost() {
    return new Shift.Goalpost(
        11,
        Optional.of("KR-1"),
        "target",
        Optional.of("50"),
        Optional.of("80"),
        Optional.empty(),
        ScoreChange.MOVED_GOALPOST,
        LocalDate.of(2026, 8, 3),
        Optional.of(new BigDecimal("0.5")),
        Optional.of(new BigDecimal("0.3")));
  }

  static OutsideEvent event() {
    return new OutsideEvent(
        21,
        new Place(Place.Kind.UNIT, 3),
        "Price change",
        LocalDate.of(2026, 8, 10),
        Optional.empty());
  }

  static Lag lag(LocalDate from, int weeks) {
    return new Lag(gauge(1, Nature.OUTCOME, "0.1"), weeks, from);
  }

  static Strain strain() {
    return new Strain(KPI, 2, LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 14));
  }

  static DriverCourse driver(DriverCourse.Movement movement) {
    return new DriverCourse(KPI, Optional.empty(), Optional.empty(), Optional.empty(), movement);
  }

  /** Weekly values, the last of them ending on a Sunday. */
  static List<Judged> weekly(LocalDate lastSunday, String... values) {
    List<Judged> periods = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      LocalDate sunday = lastSunday.minusWeeks(values.length - 1L - i);
      periods.add(judged(sunday.minusDays(6), sunday, values[i]));
    }
    return periods;
  }

  private static Judged judged(LocalDate first, LocalDate last, String value) {
    Optional<BigDecimal> number =
        Optional.of(value).filter(it -> !it.isEmpty()).map(BigDecimal::new);
    KpiStatus status = number.isPresent() ? KpiStatus.GREEN : KpiStatus.STALE;
    return new Judged(
        Period.of(first, last),
        number,
        false,
        new Verdict(status, false, false, Optional.empty(), Levels.NONE),
        true);
  }

  static DriverCourse course(Direction direction, List<Judged> periods) {
    return DriverCourse.of(KPI, direction, periods, CYCLE).orElseThrow();
  }
}
