package io.bearings.okr;

import static io.bearings.okr.Given.day;
import static io.bearings.okr.Given.window;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.okr.CadenceSetting.Every;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Test;

public class CadenceTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Window QUARTER = window("2026-04-01", "2026-06-30");

  @Test
  public void agreesWithTheGoldenCasesOfOverdue() {
    for (JsonNode each :
        GoldenCases.of("pace", node -> node.get("kind").asText().equals("overdue"))) {
      JsonNode given = each.get("given");
      LocalDate slot = day(given.get("slot"));
      LocalDate previous = day(given.get("previousSlot"));
      Instant now = LocalDateTime.parse(given.get("nowLocal").asText()).atZone(BERLIN).toInstant();
      // the slot before this one had its check-in: these cases are about this one
      Optional<LocalDate> last =
          Stream.concat(Stream.of(previous), Given.list(given.get("checkIns"), Given::day).stream())
              .max(LocalDate::compareTo);
      assertThat(new Slots(List.of(previous, slot)).duty(now, BERLIN, last) == CheckInDuty.OVERDUE)
          .as(each.get("id").asText())
          .isEqualTo(each.get("expect").get("overdue").asBoolean());
    }
  }

  @Test
  public void theFirstSlotWithoutItsCheckInIsOpen() {
    Slots slots = new Slots(List.of(day("2026-04-03"), day("2026-04-10"), day("2026-04-17")));
    Instant friday = day("2026-04-17").atTime(9, 0).atZone(BERLIN).toInstant();
    assertThat(slots.open(friday, BERLIN, Optional.empty())).contains(day("2026-04-03"));
    assertThat(slots.open(friday, BERLIN, Optional.of(day("2026-04-03"))))
        .contains(day("2026-04-10"));
    assertThat(slots.open(friday, BERLIN, Optional.of(day("2026-04-04"))))
        .contains(day("2026-04-17"));
    assertThat(slots.open(friday, BERLIN, Optional.of(day("2026-04-11")))).isEmpty();
    assertThat(new Slots(List.of()).open(friday, BERLIN, Optional.empty())).isEmpty();
  }

  @Test
  public void aSlotIsOverdueWhenOneFullDayHasPassed() {
    assertThat(Slots.isOverdue(day("2026-04-03"), day("2026-04-04"))).isFalse();
    assertThat(Slots.isOverdue(day("2026-04-03"), day("2026-04-05"))).isTrue();
  }

  @Test
  public void hasASlotEachWeek() {
    assertThat(slots(weekly(Every.WEEKLY, DayOfWeek.FRIDAY), window("2026-04-01", "2026-04-24")))
        .containsExactly(
            day("2026-04-03"), day("2026-04-10"), day("2026-04-17"), day("2026-04-24"));
  }

  @Test
  public void countsWeeksFromTheFirstDayOfTheCycle() {
    assertThat(
            slots(
                weekly(Every.EVERY_TWO_WEEKS, DayOfWeek.WEDNESDAY),
                window("2026-04-02", "2026-05-13")))
        .containsExactly(day("2026-04-15"), day("2026-04-29"), day("2026-05-13"));
    assertThat(
            slots(
                weekly(Every.EVERY_THREE_WEEKS, DayOfWeek.MONDAY),
                window("2026-04-28", "2026-06-07")))
        .containsExactly(day("2026-05-18"));
  }

  @Test
  public void beginsAWindowWithASlotOnItsFirstDay() {
    assertThat(
            slots(
                weekly(Every.EVERY_TWO_WEEKS, DayOfWeek.WEDNESDAY),
                window("2026-04-15", "2026-04-28")))
        .containsExactly(day("2026-04-15"));
  }

  @Test
  public void startsNoEarlierThanTheCycle() {
    assertThat(slots(weekly(Every.WEEKLY, DayOfWeek.FRIDAY), window("2026-01-01", "2026-04-10")))
        .containsExactly(day("2026-04-03"), day("2026-04-10"));
    assertThat(slots(monthly(15), window("2026-01-01", "2026-04-30")))
        .containsExactly(day("2026-04-15"));
  }

  @Test
  public void hasASlotEachMonthThatIsNoWeekend() {
    assertThat(slots(monthly(15), QUARTER))
        .containsExactly(day("2026-04-15"), day("2026-05-15"), day("2026-06-15"));
    // 17 May is a Sunday
    assertThat(slots(monthly(17), QUARTER))
        .containsExactly(day("2026-04-17"), day("2026-05-15"), day("2026-06-17"));
    assertThat(slots(monthly(15), window("2026-05-16", "2026-06-30")))
        .containsExactly(day("2026-06-15"));
    assertThat(slots(monthly(15), window("2026-05-15", "2026-05-31")))
        .containsExactly(day("2026-05-15"));
  }

  @Test
  public void beginsAMonthLaterWhenTheDayIsOverInTheFirst() {
    Cadence cadence = new Cadence(monthly(15), day("2026-04-16"), WorkingDays.NO_HOLIDAYS);
    assertThat(cadence.slots(window("2026-04-01", "2026-06-30")).days())
        .containsExactly(day("2026-05-15"), day("2026-06-15"));
    Cadence sameDay = new Cadence(monthly(15), day("2026-04-15"), WorkingDays.NO_HOLIDAYS);
    assertThat(sameDay.slots(window("2026-04-01", "2026-05-01")).days())
        .containsExactly(day("2026-04-15"));
  }

  @Test
  public void keepsAWeekdayThatWasChosenOnAWeekend() {
    assertThat(slots(weekly(Every.WEEKLY, DayOfWeek.SUNDAY), window("2026-04-01", "2026-04-12")))
        .containsExactly(day("2026-04-05"), day("2026-04-12"));
  }

  @Test
  public void movesASlotFromAHolidayToTheWorkingDayBefore() {
    WorkingDays easter = new WorkingDays(List.of(day("2026-04-03"), day("2026-04-06")));
    Cadence mondays = new Cadence(weekly(Every.WEEKLY, DayOfWeek.MONDAY), QUARTER.first(), easter);
    assertThat(mondays.slots(window("2026-04-01", "2026-04-13")).days())
        .containsExactly(day("2026-04-02"), day("2026-04-13"));
  }

  @Test
  public void leavesASlotOutThatWouldMoveOutOfItsWindow() {
    WorkingDays easter = new WorkingDays(List.of(day("2026-04-06")));
    Cadence mondays = new Cadence(weekly(Every.WEEKLY, DayOfWeek.MONDAY), QUARTER.first(), easter);
    assertThat(mondays.slots(window("2026-04-06", "2026-04-13")).days())
        .containsExactly(day("2026-04-13"));
  }

  @Test
  public void hasOneSlotWhereTwoMoveToOneDay() {
    List<LocalDate> breakOfTwoWeeks = day("2026-04-06").datesUntil(day("2026-04-18")).toList();
    Cadence mondays =
        new Cadence(
            weekly(Every.WEEKLY, DayOfWeek.MONDAY),
            QUARTER.first(),
            new WorkingDays(breakOfTwoWeeks));
    assertThat(mondays.slots(window("2026-04-01", "2026-04-20")).days())
        .containsExactly(day("2026-04-03"), day("2026-04-20"));
  }

  @Test
  public void knowsTheLastAndTheNextSlotInTheOwnersZone() {
    Slots slots = new Slots(List.of(day("2026-05-01"), day("2026-05-08")));
    Instant evening = Instant.parse("2026-05-07T22:30:00Z");
    assertThat(slots.last(evening, BERLIN)).contains(day("2026-05-08"));
    assertThat(slots.next(evening, BERLIN)).contains(day("2026-05-08"));
    assertThat(slots.last(evening, ZoneId.of("UTC"))).contains(day("2026-05-01"));
    assertThat(slots.next(evening, ZoneId.of("UTC"))).contains(day("2026-05-08"));
    Instant earlier = Instant.parse("2026-04-30T12:00:00Z");
    assertThat(slots.last(earlier, BERLIN)).isEmpty();
    assertThat(slots.next(earlier, BERLIN)).contains(day("2026-05-01"));
    assertThat(slots.next(Instant.parse("2026-05-09T12:00:00Z"), BERLIN)).isEmpty();
  }

  @Test
  public void isDueFromTheDayOfASlotUntilThereIsACheckIn() {
    Slots slots = new Slots(List.of(day("2026-05-01"), day("2026-05-08")));
    Optional<LocalDate> none = Optional.empty();
    assertThat(duty(slots, "2026-04-30T23:59", none)).isEqualTo(CheckInDuty.NOTHING_DUE);
    assertThat(duty(slots, "2026-05-01T00:00", none)).isEqualTo(CheckInDuty.DUE);
    assertThat(duty(slots, "2026-05-02T23:59", none)).isEqualTo(CheckInDuty.DUE);
    assertThat(duty(slots, "2026-05-03T00:00", none)).isEqualTo(CheckInDuty.OVERDUE);
    assertThat(duty(slots, "2026-05-08T12:00", none)).isEqualTo(CheckInDuty.OVERDUE);
    assertThat(duty(slots, "2026-05-08T12:00", checkIn("2026-05-01"))).isEqualTo(CheckInDuty.DUE);
    assertThat(duty(slots, "2026-05-08T12:00", checkIn("2026-05-02")))
        .isEqualTo(CheckInDuty.NOTHING_DUE);
    assertThat(duty(slots, "2026-05-20T12:00", checkIn("2026-05-01")))
        .isEqualTo(CheckInDuty.OVERDUE);
    assertThat(duty(slots, "2026-05-20T12:00", checkIn("2026-05-12")))
        .isEqualTo(CheckInDuty.NOTHING_DUE);
    assertThat(duty(slots, "2026-05-02T12:00", checkIn("2026-04-20")))
        .isEqualTo(CheckInDuty.NOTHING_DUE);
  }

  private static Optional<LocalDate> checkIn(String date) {
    return Optional.of(day(date));
  }

  private static CheckInDuty duty(Slots slots, String local, Optional<LocalDate> lastCheckIn) {
    return slots.duty(LocalDateTime.parse(local).atZone(BERLIN).toInstant(), BERLIN, lastCheckIn);
  }

  @Test
  public void followsTheClocksOfTheZone() {
    // summer time begins in Berlin on 29 March 2026 and ends on 25 October
    assertThat(Slots.closesAt(day("2026-03-28"), BERLIN))
        .isEqualTo(Instant.parse("2026-03-28T22:59:00Z"));
    assertThat(Slots.closesAt(day("2026-03-29"), BERLIN))
        .isEqualTo(Instant.parse("2026-03-29T21:59:00Z"));
    assertThat(Slots.overdueFrom(day("2026-03-28"), BERLIN))
        .isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    assertThat(Slots.overdueFrom(day("2026-10-24"), BERLIN))
        .isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
  }

  @Test
  public void isOverdueFromTheFirstMomentOfADayThatHasNoMidnight() {
    // in Sao Paulo 4 November 2018 began at 01:00
    ZoneId saoPaulo = ZoneId.of("America/Sao_Paulo");
    LocalDate slot = day("2018-11-02");
    Instant overdue = Slots.overdueFrom(slot, saoPaulo);
    assertThat(overdue).isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
    Slots slots = new Slots(List.of(slot));
    assertThat(slots.duty(overdue.minusSeconds(1), saoPaulo, Optional.empty()))
        .isEqualTo(CheckInDuty.DUE);
    assertThat(slots.duty(overdue, saoPaulo, Optional.empty())).isEqualTo(CheckInDuty.OVERDUE);
  }

  @Test
  public void remindsAtTheHourOfTheUnit() {
    Cadence cadence =
        new Cadence(
            new CadenceSetting(Every.WEEKLY, DayOfWeek.SUNDAY, 1, 2),
            QUARTER.first(),
            WorkingDays.NO_HOLIDAYS);
    assertThat(cadence.remindsAt(day("2026-03-22"), BERLIN))
        .isEqualTo(Instant.parse("2026-03-22T01:00:00Z"));
    // there is no 02:00 on the day when the clocks go forward
    assertThat(cadence.remindsAt(day("2026-03-29"), BERLIN))
        .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
  }

  private static List<LocalDate> slots(CadenceSetting setting, Window window) {
    return new Cadence(setting, QUARTER.first(), WorkingDays.NO_HOLIDAYS).slots(window).days();
  }

  private static CadenceSetting weekly(Every every, DayOfWeek day) {
    return new CadenceSetting(every, day, 1, 9);
  }

  private static CadenceSetting monthly(int day) {
    return new CadenceSetting(Every.MONTHLY, DayOfWeek.MONDAY, day, 9);
  }

  @Test
  public void aSlotIsKeptByACheckInAfterTheOneBeforeAndBeforeItIsOverdue() {
    Slots slots = new Slots(List.of(day("2026-05-01"), day("2026-05-08"), day("2026-05-15")));
    assertThat(slots.kept(List.of())).isZero();
    assertThat(slots.kept(List.of(day("2026-04-20")))).isEqualTo(1);
    assertThat(slots.kept(List.of(day("2026-05-02")))).isEqualTo(2);
    assertThat(slots.kept(List.of(day("2026-05-03")))).isEqualTo(1);
    assertThat(slots.kept(List.of(day("2026-05-16"), day("2026-05-01")))).isEqualTo(2);
    assertThat(slots.kept(List.of(day("2026-05-17")))).isZero();
  }
}
