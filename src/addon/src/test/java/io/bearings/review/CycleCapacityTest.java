package io.bearings.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Capacity;
import io.bearings.okr.Window;
import io.bearings.okr.WorkingDays;
import io.bearings.review.LinkedWork.Alike;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class CycleCapacityTest {
  /** Two weeks from a Monday to a Friday. */
  private static final Window TWO_WEEKS =
      new Window(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 16));

  private static final Capacity FIVE_PEOPLE =
      new Capacity(5, new BigDecimal("7.5"), new BigDecimal("0.6"));

  @Test
  public void multipliesMembersDaysHoursAndFocus() {
    CycleCapacity capacity = CycleCapacity.of(FIVE_PEOPLE, TWO_WEEKS, WorkingDays.NO_HOLIDAYS);
    assertThat(capacity.workingDays()).isEqualTo(10);
    assertThat(capacity.holidays()).isZero();
    assertThat(capacity.allHours().orElseThrow()).isEqualByComparingTo("375");
    assertThat(capacity.hours().orElseThrow()).isEqualByComparingTo("225");
  }

  @Test
  public void holidaysAreTakenOutUnlessTheyFallOnAWeekend() {
    WorkingDays days =
        new WorkingDays(
            List.of(
                LocalDate.of(2026, 10, 7), LocalDate.of(2026, 10, 10), LocalDate.of(2026, 12, 25)));
    CycleCapacity capacity = CycleCapacity.of(FIVE_PEOPLE, TWO_WEEKS, days);
    assertThat(capacity.weekdays()).isEqualTo(10);
    assertThat(capacity.workingDays()).isEqualTo(9);
    assertThat(capacity.holidays()).isEqualTo(1);
    assertThat(capacity.hours().orElseThrow()).isEqualByComparingTo("202.5");
  }

  @Test
  public void nobodyKnowsTheCapacityOfAUnitWithoutMembers() {
    CycleCapacity capacity = CycleCapacity.of(Capacity.DEFAULT, TWO_WEEKS, WorkingDays.NO_HOLIDAYS);
    assertThat(capacity.allHours()).isEmpty();
    assertThat(capacity.hours()).isEmpty();
    assertThat(capacity.workingDays()).isEqualTo(10);
  }

  @Test
  public void noFocusLeavesNoHour() {
    Capacity busy = new Capacity(5, BigDecimal.TEN, BigDecimal.ZERO);
    assertThat(CycleCapacity.of(busy, TWO_WEEKS, WorkingDays.NO_HOLIDAYS).hours().orElseThrow())
        .isEqualByComparingTo("0");
  }

  @Test
  public void linkedWorkIsWhatIsLeftAndInScope() {
    LinkedWork work =
        LinkedWork.of(
            List.of(
                alike(StatusCategory.TO_DO, "", "5", 2),
                alike(StatusCategory.IN_PROGRESS, "", "", 3),
                alike(StatusCategory.IN_PROGRESS, "10001", "8", 1),
                alike(StatusCategory.DONE, "10000", "13", 4),
                alike(StatusCategory.TO_DO, "10000", "0.5", 1)),
            Set.of("10001"));
    assertThat(work).isEqualTo(new LinkedWork(6, new BigDecimal("10.5"), 3));
  }

  @Test
  public void noLinkIsNoWork() {
    assertThat(LinkedWork.of(List.of(), Set.of())).isEqualTo(new LinkedWork(0, BigDecimal.ZERO, 0));
  }

  private static Alike alike(StatusCategory category, String resolution, String points, int count) {
    return new Alike(
        category,
        Optional.of(resolution).filter(it -> !it.isEmpty()),
        Optional.of(points).filter(it -> !it.isEmpty()).map(BigDecimal::new),
        count);
  }
}
