package io.bearings.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class BreachTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-03-10T14:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Period WEEK = Period.of(Kpis.MONDAY, Kpis.MONDAY.plusDays(6));
  private static final Period NEXT = Period.of(Kpis.MONDAY.plusDays(7), Kpis.MONDAY.plusDays(13));

  private static Breach open(Instant at) {
    return new Breach(Optional.of(1L), WEEK, Optional.empty(), at, Optional.empty(), Handling.NONE);
  }

  private static Breach over() {
    return new Breach(
        Optional.of(1L), WEEK, Optional.of(NEXT), NOW, Optional.of(LATER), Handling.NONE);
  }

  private static ActionDraft draft(ActionState state, String person, String result) {
    return new ActionDraft(
        Optional.ofNullable(state), Optional.ofNullable(person), Optional.ofNullable(result));
  }

  @Test
  public void aBreachIsOpenUntilAPeriodCloses() {
    assertThat(open(NOW).isOpen()).isTrue();
    assertThat(open(NOW).closing()).isEmpty();
    assertThat(over().isOpen()).isFalse();
    assertThat(open(NOW).withId(5).id()).contains(5L);
  }

  @Test
  public void onlyADoneActionRecoversIt() {
    assertThat(over().closing()).contains(Breach.Closing.RECOVERED_NO_ACTION);
    assertThat(over().acting(draft(ActionState.NOT_NEEDED, null, null), "anna", NOW).closing())
        .contains(Breach.Closing.RECOVERED_NO_ACTION);
    assertThat(over().acting(draft(ActionState.DONE, null, null), "anna", NOW).closing())
        .contains(Breach.Closing.RECOVERED);
    assertThat(open(NOW).acting(draft(ActionState.DONE, null, null), "anna", NOW).closing())
        .isEmpty();
  }

  @Test
  public void whoeverAcknowledgesFirstStands() {
    Breach known = open(NOW).acknowledged("anna", NOW).acknowledged("ben", LATER);
    assertThat(known.handling().acknowledged()).contains(new Handling.Acknowledgement("anna", NOW));
  }

  @Test
  public void whatIsOverNeedsNoAcknowledgement() {
    Refusal.Invalid refusal =
        catchThrowableOfType(Refusal.Invalid.class, () -> over().acknowledged("anna", NOW));
    assertThat(refusal.text()).isEqualTo(Message.of("bearings.error.kpi.breachOver"));
  }

  @Test
  public void anActionHasAStateAPersonAndAResult() {
    Breach first = open(NOW).acting(draft(null, null, " Ask the vendor "), "anna", NOW);
    assertThat(first.handling())
        .isEqualTo(
            new Handling(
                Optional.of(new Handling.Acknowledgement("anna", NOW)),
                ActionState.OPEN,
                Optional.of(new Handling.Report("anna", "Ask the vendor", "anna", NOW)),
                Optional.empty()));
    Breach second = first.acting(draft(ActionState.DONE, " ben ", null), "carl", LATER);
    assertThat(second.handling())
        .isEqualTo(
            new Handling(
                Optional.of(new Handling.Acknowledgement("anna", NOW)),
                ActionState.DONE,
                Optional.of(new Handling.Report("ben", "Ask the vendor", "carl", LATER)),
                Optional.empty()));
    Breach third = second.acting(draft(null, null, ""), "anna", LATER);
    assertThat(third.handling().action()).isEqualTo(ActionState.DONE);
    assertThat(third.handling().report()).contains(new Handling.Report("ben", "", "anna", LATER));
    assertThat(open(NOW).acting(draft(null, null, null), "anna", NOW).handling().report())
        .contains(new Handling.Report("anna", "", "anna", NOW));
  }

  @Test
  public void anActionAfterwardsAcknowledgesNothing() {
    assertThat(
            over()
                .acting(draft(ActionState.DONE, null, null), "anna", NOW)
                .handling()
                .acknowledged())
        .isEmpty();
  }

  @Test
  public void whatIsSaidOfAnActionIsChecked() {
    Refusal.Invalid refusal =
        catchThrowableOfType(
            Refusal.Invalid.class,
            () -> open(NOW).acting(draft(null, " ", "x".repeat(2_001)), "anna", NOW));
    assertThat(refusal.fields())
        .isEqualTo(
            Map.of(
                "person", Message.of("bearings.error.required"),
                "result", Message.of("bearings.error.tooLong", 2_000, 2_001)));
  }

  private static Optional<Instant> escalation(String openedAt, LocalDate... holidays) {
    return open(Instant.parse(openedAt)).escalatesAt(new WorkingDays(List.of(holidays)), BERLIN);
  }

  @Test
  public void theLeadHearsOfItTwoWorkingDaysLater() {
    assertThat(escalation("2026-03-10T14:00:00Z")).contains(Instant.parse("2026-03-12T14:00:00Z"));
    assertThat(escalation("2026-03-12T14:00:00Z")).contains(Instant.parse("2026-03-16T14:00:00Z"));
    assertThat(escalation("2026-03-13T14:00:00Z")).contains(Instant.parse("2026-03-17T14:00:00Z"));
  }

  @Test
  public void aDayOffCountsFromTheNextWorkingDay() {
    assertThat(escalation("2026-03-14T14:00:00Z")).contains(Instant.parse("2026-03-17T23:00:00Z"));
    assertThat(escalation("2026-03-15T14:00:00Z")).contains(Instant.parse("2026-03-17T23:00:00Z"));
    assertThat(escalation("2026-03-10T14:00:00Z", LocalDate.of(2026, 3, 11)))
        .contains(Instant.parse("2026-03-13T14:00:00Z"));
    assertThat(escalation("2026-03-10T14:00:00Z", LocalDate.of(2026, 3, 10)))
        .contains(Instant.parse("2026-03-12T23:00:00Z"));
  }

  @Test
  public void theTimeOfDayIsThatOfTheSiteOverAClockChange() {
    assertThat(escalation("2026-03-27T14:00:00Z")).contains(Instant.parse("2026-03-31T13:00:00Z"));
  }

  @Test
  public void nobodyIsToldWhatIsSettled() {
    WorkingDays days = WorkingDays.NO_HOLIDAYS;
    assertThat(open(NOW).acknowledged("anna", NOW).escalatesAt(days, BERLIN)).isEmpty();
    assertThat(over().escalatesAt(days, BERLIN)).isEmpty();
    Breach told = open(NOW).escalated(LATER);
    assertThat(told.handling().escalatedAt()).contains(LATER);
    assertThat(told.escalatesAt(days, BERLIN)).isEmpty();
    assertThat(told.acknowledged("anna", LATER).handling().escalatedAt()).contains(LATER);
  }
}
