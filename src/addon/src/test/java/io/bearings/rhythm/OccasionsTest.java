package io.bearings.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Slots;
import io.bearings.okr.WorkingDays;
import io.bearings.rhythm.Occasion.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class OccasionsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final Slots WEEKLY =
      new Slots(List.of(MONDAY, MONDAY.plusWeeks(1), MONDAY.plusWeeks(2)));

  private static List<Occasion> of(
      int before, int escalate, List<LocalDate> holidays, Optional<LocalDate> lastCheckIn) {
    return new Occasions(
            new ReminderRules(true, before, escalate, 0, 0, 0), new WorkingDays(holidays))
        .of(WEEKLY, lastCheckIn, MONDAY.minusDays(20), MONDAY.plusDays(6));
  }

  @Test
  public void beforeAtAfterAndForTheLead() {
    assertThat(of(1, 4, List.of(), Optional.empty()))
        .containsExactly(
            new Occasion(Kind.BEFORE, MONDAY, MONDAY.minusDays(3)),
            new Occasion(Kind.AT, MONDAY, MONDAY),
            new Occasion(Kind.AFTER, MONDAY, MONDAY.plusDays(2)),
            new Occasion(Kind.ESCALATION, MONDAY, MONDAY.plusDays(4)),
            new Occasion(Kind.BEFORE, MONDAY.plusWeeks(1), MONDAY.plusDays(4)));
  }

  @Test
  public void holidaysMoveWhatIsNotTheSlot() {
    assertThat(
            of(
                1,
                4,
                List.of(MONDAY.minusDays(3), MONDAY.plusDays(2), MONDAY.plusDays(4)),
                Optional.empty()))
        .containsExactly(
            new Occasion(Kind.BEFORE, MONDAY, MONDAY.minusDays(4)),
            new Occasion(Kind.AT, MONDAY, MONDAY),
            new Occasion(Kind.AFTER, MONDAY, MONDAY.plusDays(3)),
            new Occasion(Kind.BEFORE, MONDAY.plusWeeks(1), MONDAY.plusDays(3)));
  }

  @Test
  public void nothingBeforeAndNoLeadWhereTheRulesSaySo() {
    assertThat(of(0, 0, List.of(), Optional.empty()))
        .extracting(Occasion::kind)
        .containsExactly(Kind.AT, Kind.AFTER);
  }

  @Test
  public void aSlotThatHasItsCheckInIsNoOccasion() {
    assertThat(of(0, 0, List.of(), Optional.of(MONDAY.minusDays(1)))).isEmpty();
  }
}
