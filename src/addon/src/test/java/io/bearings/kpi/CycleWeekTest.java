package io.bearings.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Window;
import java.time.LocalDate;
import org.junit.Test;

public class CycleWeekTest {
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 4, 1);
  private static final Window QUARTER = new Window(WEDNESDAY, LocalDate.of(2026, 6, 30));

  @Test
  public void weeksAreSevensFromTheFirstDay() {
    assertThat(CycleWeek.of(QUARTER, WEDNESDAY)).contains(new CycleWeek(1, 13));
    assertThat(CycleWeek.of(QUARTER, WEDNESDAY.plusDays(6))).contains(new CycleWeek(1, 13));
    assertThat(CycleWeek.of(QUARTER, WEDNESDAY.plusDays(7))).contains(new CycleWeek(2, 13));
    assertThat(CycleWeek.of(QUARTER, QUARTER.last())).contains(new CycleWeek(13, 13));
    Window longer = new Window(WEDNESDAY, WEDNESDAY.plusDays(7));
    assertThat(CycleWeek.of(longer, longer.last())).contains(new CycleWeek(2, 2));
  }

  @Test
  public void aDayOutsideIsInNoWeek() {
    assertThat(CycleWeek.of(QUARTER, WEDNESDAY.minusDays(1))).isEmpty();
    assertThat(CycleWeek.of(QUARTER, QUARTER.last().plusDays(1))).isEmpty();
  }
}
