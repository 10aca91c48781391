package io.bearings.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.Test;

public class StopwatchTest {
  private static final Stopwatch WORKING =
      Stopwatch.working(new WorkingDays(List.of(LocalDate.of(2026, 3, 11))), ZoneOffset.UTC);

  private static Duration between(String start, String end) {
    return WORKING.between(Instant.parse(start), Instant.parse(end));
  }

  @Test
  public void allOfTheCalendarCounts() {
    assertThat(
            Stopwatch.CALENDAR.between(
                Instant.parse("2026-03-06T12:00:00Z"), Instant.parse("2026-03-09T12:00:00Z")))
        .isEqualTo(Duration.ofHours(72));
  }

  @Test
  public void aWeekendDoesNot() {
    assertThat(between("2026-03-06T12:00:00Z", "2026-03-09T12:00:00Z"))
        .isEqualTo(Duration.ofHours(24));
    assertThat(between("2026-03-07T01:00:00Z", "2026-03-07T09:00:00Z")).isEqualTo(Duration.ZERO);
    assertThat(between("2026-03-07T01:00:00Z", "2026-03-08T09:00:00Z")).isEqualTo(Duration.ZERO);
  }

  @Test
  public void aHolidayDoesNot() {
    assertThat(between("2026-03-10T18:00:00Z", "2026-03-12T06:00:00Z"))
        .isEqualTo(Duration.ofHours(12));
    assertThat(between("2026-03-09T06:00:00Z", "2026-03-13T07:00:00Z"))
        .isEqualTo(Duration.ofHours(18 + 24 + 24 + 7));
  }

  @Test
  public void withinOneWorkingDayAllCounts() {
    assertThat(between("2026-03-10T08:00:00Z", "2026-03-10T09:30:00Z"))
        .isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  public void backwardsItIsNegative() {
    assertThat(between("2026-03-09T12:00:00Z", "2026-03-06T12:00:00Z"))
        .isEqualTo(Duration.ofHours(-24));
  }

  @Test
  public void theZoneSaysWhichDayItIs() {
    Stopwatch berlin = Stopwatch.working(WorkingDays.NO_HOLIDAYS, ZoneId.of("Europe/Berlin"));
    assertThat(
            berlin.between(
                Instant.parse("2026-03-06T22:00:00Z"), Instant.parse("2026-03-08T23:30:00Z")))
        .as("an hour of Friday and half an hour of Monday")
        .isEqualTo(Duration.ofMinutes(90));
  }
}
