package io.bearings.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.bearings.kpi.Periods.Release;
import io.bearings.kpi.Periods.Span;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

public class PeriodsTest {
  private static final LocalDate MONDAY = Kpis.MONDAY;
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

  private static Periods calendar(Frequency frequency) {
    return Periods.calendar(frequency, DayOfWeek.MONDAY, MONDAY);
  }

  private static Optional<Period> days(String first, String last) {
    return Optional.of(Period.of(LocalDate.parse(first), LocalDate.parse(last)));
  }

  private static Optional<Period> of(Frequency frequency, String day) {
    return calendar(frequency).of(LocalDate.parse(day));
  }

  @Test
  public void theCalendarHasAPeriodForEveryDay() {
    assertThat(of(Frequency.DAILY, "2026-03-08")).isEqualTo(days("2026-03-08", "2026-03-08"));
    assertThat(of(Frequency.WEEKLY, "2026-03-02")).isEqualTo(days("2026-03-02", "2026-03-08"));
    assertThat(of(Frequency.WEEKLY, "2026-03-08")).isEqualTo(days("2026-03-02", "2026-03-08"));
    assertThat(of(Frequency.MONTHLY, "2024-02-29")).isEqualTo(days("2024-02-01", "2024-02-29"));
    assertThat(of(Frequency.MONTHLY, "2026-12-31")).isEqualTo(days("2026-12-01", "2026-12-31"));
    assertThat(of(Frequency.QUARTERLY, "2026-05-15")).isEqualTo(days("2026-04-01", "2026-06-30"));
    assertThat(of(Frequency.QUARTERLY, "2026-12-31")).isEqualTo(days("2026-10-01", "2026-12-31"));
    assertThat(of(Frequency.YEARLY, "2024-12-31")).isEqualTo(days("2024-01-01", "2024-12-31"));
  }

  @Test
  public void aWeekGoesOverTheTurnOfTheYear() {
    assertThat(of(Frequency.WEEKLY, "2027-01-01")).isEqualTo(days("2026-12-28", "2027-01-03"));
  }

  @Test
  public void aWeekBeginsWhereTheSiteSays() {
    Periods sundays = Periods.calendar(Frequency.WEEKLY, DayOfWeek.SUNDAY, MONDAY);
    assertThat(sundays.of(LocalDate.of(2026, 3, 7))).isEqualTo(days("2026-03-01", "2026-03-07"));
    assertThat(sundays.of(LocalDate.of(2026, 3, 8))).isEqualTo(days("2026-03-08", "2026-03-14"));
  }

  @Test
  public void everyTwoWeeksIsCountedFromTheAnchorBothWays() {
    assertThat(of(Frequency.EVERY_TWO_WEEKS, "2026-03-02"))
        .isEqualTo(days("2026-03-02", "2026-03-15"));
    assertThat(of(Frequency.EVERY_TWO_WEEKS, "2026-03-15"))
        .isEqualTo(days("2026-03-02", "2026-03-15"));
    assertThat(of(Frequency.EVERY_TWO_WEEKS, "2026-03-16"))
        .isEqualTo(days("2026-03-16", "2026-03-29"));
    assertThat(of(Frequency.EVERY_TWO_WEEKS, "2026-03-01"))
        .isEqualTo(days("2026-02-16", "2026-03-01"));
    Periods midweek =
        Periods.calendar(Frequency.EVERY_TWO_WEEKS, DayOfWeek.MONDAY, MONDAY.plusDays(3));
    assertThat(midweek.of(MONDAY)).isEqualTo(days("2026-03-02", "2026-03-15"));
  }

  @Test
  public void theCalendarListsThePeriodsThatDaysTouch() {
    assertThat(calendar(Frequency.WEEKLY).between(MONDAY.plusDays(6), MONDAY.plusDays(14)))
        .containsExactly(
            Period.of(MONDAY, MONDAY.plusDays(6)),
            Period.of(MONDAY.plusDays(7), MONDAY.plusDays(13)),
            Period.of(MONDAY.plusDays(14), MONDAY.plusDays(20)));
    assertThat(calendar(Frequency.DAILY).between(MONDAY, MONDAY)).hasSize(1);
    assertThat(calendar(Frequency.DAILY).between(MONDAY, MONDAY.plusDays(9))).hasSize(10);
    assertThat(calendar(Frequency.EVERY_TWO_WEEKS).between(MONDAY, MONDAY.plusDays(27))).hasSize(2);
    assertThat(calendar(Frequency.QUARTERLY).between(MONDAY, MONDAY.plusYears(1))).hasSize(5);
    assertThat(calendar(Frequency.YEARLY).between(MONDAY, MONDAY.plusYears(1))).hasSize(2);
    assertThat(calendar(Frequency.MONTHLY).between(MONDAY, MONDAY.plusDays(29))).hasSize(1);
    assertThat(calendar(Frequency.MONTHLY).between(MONDAY, MONDAY.plusDays(30))).hasSize(2);
    assertThat(calendar(Frequency.WEEKLY).between(MONDAY.plusDays(7), MONDAY)).isEmpty();
  }

  @Test
  public void periodsOfTheCalendarFollowOneAnother() {
    Random random = new Random(21);
    for (Frequency frequency : Frequency.values()) {
      if (!frequency.isDatedByEvents()) {
        for (int run = 0; run < 20; run++) {
          Periods periods =
              Periods.calendar(
                  frequency,
                  DayOfWeek.of(1 + random.nextInt(7)),
                  MONDAY.plusDays(random.nextInt(1_000)));
          LocalDate from = MONDAY.plusDays(random.nextInt(4_000) - 2_000);
          List<Period> all = periods.between(from, from.plusDays(1_000));
          assertThat(all.get(0).contains(from)).isTrue();
          assertThat(all.get(all.size() - 1).contains(from.plusDays(1_000))).isTrue();
          for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).first()).isEqualTo(all.get(i - 1).last().plusDays(1));
            assertThat(periods.of(all.get(i).last())).contains(all.get(i));
          }
        }
      }
    }
  }

  @Test
  public void sprintsAndReleasesAreNotOfTheCalendar() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calendar(Frequency.PER_SPRINT))
        .withMessageContaining("PER_SPRINT");
    assertThatIllegalArgumentException().isThrownBy(() -> calendar(Frequency.PER_RELEASE));
  }

  private static Span sprint(String id, String first, String last) {
    return new Span(
        id,
        "Sprint " + id,
        LocalDate.parse(first),
        Optional.ofNullable(last).map(LocalDate::parse));
  }

  private static Period named(String id, String name, String first, String last) {
    return new Period(
        LocalDate.parse(first), LocalDate.parse(last), Optional.of(new Period.Named(id, name)));
  }

  private static final Period ONE = named("1", "Sprint 1", "2026-03-02", "2026-03-16");
  private static final Period TWO = named("2", "Sprint 2", "2026-03-16", "2026-03-27");
  private static final Period THREE = named("3", "Sprint 3", "2026-03-30", "2026-04-01");

  private static final Periods SPRINTS =
      Periods.sprints(
          List.of(
              sprint("3", "2026-03-30", null),
              sprint("1", "2026-03-02", "2026-03-16"),
              sprint("2", "2026-03-16", "2026-03-27")),
          TODAY);

  @Test
  public void aSprintIsAPeriod() {
    assertThat(SPRINTS.between(MONDAY, TODAY)).containsExactly(ONE, TWO, THREE);
    assertThat(SPRINTS.between(MONDAY.minusDays(9), MONDAY)).containsExactly(ONE);
    assertThat(SPRINTS.between(LocalDate.of(2026, 3, 17), LocalDate.of(2026, 3, 29)))
        .containsExactly(TWO);
    assertThat(SPRINTS.between(LocalDate.of(2026, 3, 16), LocalDate.of(2026, 3, 16)))
        .containsExactly(ONE, TWO);
    assertThat(SPRINTS.between(LocalDate.of(2026, 3, 28), LocalDate.of(2026, 3, 29))).isEmpty();
  }

  @Test
  public void aDayOfTwoSprintsIsOfTheOneThatEnds() {
    assertThat(SPRINTS.of(LocalDate.of(2026, 3, 16))).contains(ONE);
    assertThat(SPRINTS.of(LocalDate.of(2026, 3, 17))).contains(TWO);
    assertThat(SPRINTS.of(LocalDate.of(2026, 3, 28))).isEmpty();
    assertThat(SPRINTS.of(TODAY)).contains(THREE);
    assertThat(SPRINTS.of(TODAY.plusDays(1))).isEmpty();
  }

  @Test
  public void aMeasurementMayNameItsSprint() {
    Measurement late = SeriesTest.measured(1, LocalDate.of(2026, 3, 29), "42");
    assertThat(SPRINTS.of(late)).isEmpty();
    assertThat(SPRINTS.of(SeriesTest.of(late, "2"))).contains(TWO);
    assertThat(SPRINTS.of(SeriesTest.of(late, "9"))).isEmpty();
    assertThat(SPRINTS.of(SeriesTest.measured(1, MONDAY, "42"))).contains(ONE);
    assertThat(calendar(Frequency.DAILY).of(SeriesTest.of(late, "2")))
        .contains(Period.of(late.on(), late.on()));
  }

  @Test
  public void aSprintWithoutAnEndLastsUntilToday() {
    Periods future = Periods.sprints(List.of(sprint("4", "2026-05-01", null)), TODAY);
    assertThat(future.of(LocalDate.of(2026, 5, 1)))
        .contains(named("4", "Sprint 4", "2026-05-01", "2026-05-01"));
    Periods turned = Periods.sprints(List.of(sprint("5", "2026-03-05", "2026-03-04")), TODAY);
    assertThat(turned.of(TODAY)).contains(named("5", "Sprint 5", "2026-03-05", "2026-04-01"));
    Periods oneDay = Periods.sprints(List.of(sprint("6", "2026-03-05", "2026-03-05")), TODAY);
    assertThat(oneDay.of(LocalDate.of(2026, 3, 5)))
        .contains(named("6", "Sprint 6", "2026-03-05", "2026-03-05"));
  }

  @Test
  public void aReleaseLastsUntilTheDayBeforeTheNext() {
    Periods releases =
        Periods.releases(
            List.of(
                new Release("b", "1.1", LocalDate.of(2026, 3, 10)),
                new Release("a", "1.0", MONDAY),
                new Release("a2", "1.0.1", MONDAY)),
            TODAY);
    Period first = named("a", "1.0", "2026-03-02", "2026-03-09");
    Period patch = named("a2", "1.0.1", "2026-03-02", "2026-03-09");
    Period last = named("b", "1.1", "2026-03-10", "2026-04-01");
    assertThat(releases.between(MONDAY, TODAY)).containsExactly(first, patch, last);
    assertThat(releases.of(MONDAY.minusDays(1))).isEmpty();
    Periods ahead = Periods.releases(List.of(new Release("c", "2", TODAY.plusDays(5))), TODAY);
    assertThat(ahead.of(TODAY.plusDays(5))).contains(named("c", "2", "2026-04-06", "2026-04-06"));
  }

  @Test
  public void ofSpansThatEndTogetherTheEarlierStandsFirst() {
    Periods together =
        Periods.sprints(
            List.of(
                sprint("2", "2026-03-05", "2026-03-16"), sprint("1", "2026-03-02", "2026-03-16")),
            TODAY);
    assertThat(together.of(LocalDate.of(2026, 3, 16))).contains(ONE);
  }

  @Test
  public void onlySomeFrequenciesAreSlow() {
    assertThat(List.of(Frequency.values()).stream().filter(Frequency::isSlow))
        .containsExactly(
            Frequency.EVERY_TWO_WEEKS, Frequency.MONTHLY, Frequency.QUARTERLY, Frequency.YEARLY);
  }

  @Test
  public void aPeriodKnowsItsDays() {
    Period week = Period.of(MONDAY, MONDAY.plusDays(6));
    assertThat(week.days()).isEqualTo(7);
    assertThat(week.contains(MONDAY.minusDays(1))).isFalse();
    assertThat(week.contains(MONDAY)).isTrue();
    assertThat(week.contains(MONDAY.plusDays(6))).isTrue();
    assertThat(week.contains(MONDAY.plusDays(7))).isFalse();
    assertThat(week.elapsed(MONDAY.minusDays(1))).isZero();
    assertThat(week.elapsed(MONDAY.minusDays(9))).isZero();
    assertThat(week.elapsed(MONDAY)).isEqualTo(1);
    assertThat(week.elapsed(MONDAY.plusDays(6))).isEqualTo(7);
    assertThat(week.elapsed(MONDAY.plusDays(70))).isEqualTo(7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Period.of(MONDAY, MONDAY.minusDays(1)))
        .withMessage("2026-03-01 is before 2026-03-02");
  }

  @Test
  public void clockChangesMakeDaysShorterAndLonger() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Period spring = Period.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 3, 29));
    assertThat(spring.begins(berlin)).isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
    assertThat(spring.ends(berlin)).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    Period autumn = Period.of(LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 25));
    assertThat(autumn.begins(berlin)).isEqualTo(Instant.parse("2026-10-24T22:00:00Z"));
    assertThat(autumn.ends(berlin)).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
    // In Beirut this day begins at one o'clock.
    Period beirut = Period.of(LocalDate.of(2024, 3, 31), LocalDate.of(2024, 3, 31));
    assertThat(beirut.begins(ZoneId.of("Asia/Beirut")))
        .isEqualTo(Instant.parse("2024-03-30T22:00:00Z"));
    assertThat(Moment.of(Instant.parse("2024-03-30T22:00:00Z"), ZoneId.of("Asia/Beirut")).day())
        .isEqualTo(LocalDate.of(2024, 3, 31));
    assertThat(spring.days()).isEqualTo(1);
    assertThat(spring.in(berlin))
        .isEqualTo(new io.bearings.flow.Period(spring.first(), spring.last(), berlin));
  }

  @Test
  public void daysBelongToTheZoneOfTheSite() {
    Instant night = Instant.parse("2026-03-08T23:30:00Z");
    assertThat(Moment.of(night, ZoneId.of("UTC")).day()).isEqualTo(LocalDate.of(2026, 3, 8));
    assertThat(Moment.of(night, ZoneId.of("Europe/Berlin")).day())
        .isEqualTo(LocalDate.of(2026, 3, 9));
    assertThat(Moment.of(night, ZoneId.of("UTC")).isOver()).isFalse();
    assertThat(Moment.endOf(MONDAY)).isEqualTo(new Moment(MONDAY, true));
  }
}
