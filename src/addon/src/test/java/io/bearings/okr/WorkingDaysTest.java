package io.bearings.okr;

import static io.bearings.okr.Given.day;
import static io.bearings.okr.Given.window;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.Test;

public class WorkingDaysTest {

  @Test
  public void agreesWithTheGoldenCases() {
    for (JsonNode each :
        GoldenCases.of("pace", node -> node.get("kind").asText().equals("workingDays"))) {
      JsonNode given = each.get("given");
      Window window = new Window(day(given.get("first")), day(given.get("last")));
      assertThat(Given.workingDays(given).in(window))
          .as(each.get("id").asText())
          .isEqualTo(each.get("expect").get("workingDays").asInt());
    }
  }

  @Test
  public void countsAsOneDoesDayByDay() {
    Random random = new Random(41);
    for (int run = 0; run < 300; run++) {
      LocalDate first = day("1969-11-01").plusDays(random.nextInt(25_000));
      LocalDate last = first.plusDays(random.nextInt(120));
      Set<LocalDate> holidays = new HashSet<>();
      for (int i = 0; i < 20; i++) {
        holidays.add(first.plusDays(random.nextInt(150) - 15L));
      }
      WorkingDays workingDays = new WorkingDays(holidays);
      long expected =
          first
              .datesUntil(last.plusDays(1))
              .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
              .filter(day -> !holidays.contains(day))
              .count();
      assertThat(workingDays.between(first, last)).isEqualTo((int) expected);
      assertThat(first.datesUntil(last.plusDays(1)).filter(workingDays::isWorkingDay).count())
          .isEqualTo(expected);
    }
  }

  @Test
  public void countsAHolidayOnceThoughItIsNamedTwice() {
    WorkingDays workingDays = new WorkingDays(List.of(day("2026-05-01"), day("2026-05-01")));
    assertThat(workingDays.between(day("2026-04-27"), day("2026-05-03"))).isEqualTo(4);
  }

  @Test
  public void countsTheFirstAndTheLastDay() {
    WorkingDays workingDays = new WorkingDays(List.of(day("2026-05-01")));
    assertThat(workingDays.between(day("2026-04-30"), day("2026-04-30"))).isEqualTo(1);
    assertThat(workingDays.between(day("2026-05-01"), day("2026-05-01"))).isZero();
    assertThat(workingDays.between(day("2026-05-01"), day("2026-05-04"))).isEqualTo(1);
    assertThat(workingDays.between(day("2026-05-04"), day("2026-04-27"))).isZero();
  }

  @Test
  public void takesNoLongerForManyYears() {
    assertThat(WorkingDays.NO_HOLIDAYS.between(day("0001-01-01"), day("9999-12-31")))
        .isEqualTo(2_608_615);
  }

  @Test
  public void knowsHolidaysOfTheWeek() {
    WorkingDays workingDays = new WorkingDays(List.of(day("2026-05-01"), day("2026-05-02")));
    assertThat(workingDays.isHoliday(day("2026-05-01"))).isTrue();
    assertThat(workingDays.isHoliday(day("2026-05-02"))).isFalse();
    assertThat(workingDays.isHoliday(day("2026-05-04"))).isFalse();
    assertThat(workingDays.isWorkingDay(day("2026-05-01"))).isFalse();
    assertThat(workingDays.isWorkingDay(day("2026-05-03"))).isFalse();
    assertThat(workingDays.isWorkingDay(day("2026-05-04"))).isTrue();
  }

  @Test
  public void goesBackOverWeekendAndHoliday() {
    WorkingDays workingDays = new WorkingDays(List.of(day("2026-05-01")));
    assertThat(workingDays.previous(day("2026-05-04"))).isEqualTo(day("2026-04-30"));
    assertThat(workingDays.previous(day("2026-05-06"))).isEqualTo(day("2026-05-05"));
  }

  @Test
  public void findsTheFirstDayOnWhichAShareHasElapsed() {
    Window four = window("2026-03-02", "2026-03-27");
    assertThat(WorkingDays.NO_HOLIDAYS.whenElapsed(four, 25)).contains(day("2026-03-06"));
    assertThat(WorkingDays.NO_HOLIDAYS.whenElapsed(four, 26)).contains(day("2026-03-09"));
    assertThat(WorkingDays.NO_HOLIDAYS.whenElapsed(four, 1)).contains(day("2026-03-02"));
    assertThat(WorkingDays.NO_HOLIDAYS.whenElapsed(four, 100)).contains(day("2026-03-27"));
    Window weekend = window("2026-05-02", "2026-05-03");
    assertThat(WorkingDays.NO_HOLIDAYS.whenElapsed(weekend, 50)).isEmpty();
    Window old = window("1969-03-03", "1969-03-28");
    assertThat(WorkingDays.NO_HOLIDAYS.whenElapsed(old, 50)).contains(day("1969-03-14"));
  }

  @Test
  public void beginsAWindowAtTheLaterOfCycleAndActivation() {
    LocalDate first = day("2026-04-06");
    LocalDate last = day("2026-06-12");
    assertThat(Window.of(first, last, java.util.Optional.empty(), java.util.Optional.empty()))
        .isEqualTo(new Window(first, last));
    assertThat(
            Window.of(
                first,
                last,
                java.util.Optional.of(day("2026-04-07")),
                java.util.Optional.of(day("2026-05-15"))))
        .isEqualTo(window("2026-04-07", "2026-05-15"));
    assertThat(Window.of(first, last, java.util.Optional.of(first), java.util.Optional.empty()))
        .isEqualTo(new Window(first, last));
  }

  @Test
  public void knowsItsDays() {
    Window window = window("2026-04-06", "2026-06-12");
    assertThat(window.contains(day("2026-04-06"))).isTrue();
    assertThat(window.contains(day("2026-06-12"))).isTrue();
    assertThat(window.contains(day("2026-04-05"))).isFalse();
    assertThat(window.contains(day("2026-06-13"))).isFalse();
    assertThat(window.isOver(day("2026-06-11"))).isFalse();
    assertThat(window.isOver(day("2026-06-12"))).isTrue();
    assertThat(window.with(window("2026-05-01", "2026-12-31")))
        .isEqualTo(window("2026-05-01", "2026-06-12"));
    assertThat(window.with(window("2026-01-01", "2026-05-01")))
        .isEqualTo(window("2026-04-06", "2026-05-01"));
  }
}
