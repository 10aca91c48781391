package io.bearings.kpi;

import static io.bearings.kpi.Kpis.n;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.Test;

public class CourseTest {
  private static final LocalDate MONDAY = Kpis.MONDAY;

  private static List<PeriodValue> weeks(int count, IntFunction<String> value) {
    List<PeriodValue> weeks = new ArrayList<>();
    for (int week = 0; week < count; week++) {
      LocalDate first = MONDAY.plusWeeks(week);
      weeks.add(
          new PeriodValue(
              Period.of(first, first.plusDays(6)),
              Optional.ofNullable(value.apply(week)).map(BigDecimal::new),
              List.of(),
              false));
    }
    return weeks;
  }

  private static Course course(List<PeriodValue> series, String from, String to, int weeks) {
    return Course.of(
        7, series, n(from), n(to), MONDAY.plusWeeks(weeks).minusDays(1), WorkingDays.NO_HOLIDAYS);
  }

  @Test
  public void theSpreadIsThatOfTheLastTwelveValues() {
    List<PeriodValue> wild = weeks(14, week -> week < 2 ? "1000" : String.valueOf(8 + week));
    assertThat(course(wild, "20", "30", 26).spread().orElseThrow()).isEqualByComparingTo("3");
    assertThat(course(weeks(11, String::valueOf), "20", "30", 26).spread()).isEmpty();
    assertThat(
            course(weeks(13, week -> week == 5 ? null : String.valueOf(week)), "20", "30", 26)
                .spread())
        .isPresent();
  }

  @Test
  public void aTrendThatLeadsThereLeadsThereUnaided() {
    List<PeriodValue> rising = weeks(12, week -> String.valueOf(20 + week));
    assertThat(course(rising, "31", "40", 24).unaided().orElseThrow()).isEqualByComparingTo("1");
    assertThat(course(rising, "31", "90", 24).unaided().orElseThrow()).isEqualByComparingTo("0");
    List<PeriodValue> falling = weeks(12, week -> String.valueOf(60 - week));
    assertThat(course(falling, "49", "40", 24).unaided().orElseThrow()).isEqualByComparingTo("1");
  }

  @Test
  public void withoutAForecastNothingIsSaidOfTheTrend() {
    assertThat(course(List.of(), "20", "30", 24))
        .isEqualTo(new Course(Optional.empty(), Optional.empty()));
    assertThat(course(weeks(5, String::valueOf), "20", "30", 8).unaided()).isEmpty();
    assertThat(course(weeks(12, String::valueOf), "20", "20.0", 24).unaided()).isEmpty();
    assertThat(course(weeks(12, String::valueOf), "20", "30", 99).unaided()).isEmpty();
  }
}
