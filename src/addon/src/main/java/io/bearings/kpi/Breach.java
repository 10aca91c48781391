package io.bearings.kpi;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * A stretch of periods in which a KPI was past its critical threshold.
 *
 * @param id absent while it is not stored
 * @param opened the first red period
 * @param closed the first whole period after it with a value that is not red; absent while it is
 *     open
 * @param openedAt when it was noticed
 * @param closedAt when its end was noticed
 */
public record Breach(
    Optional<Long> id,
    Period opened,
    Optional<Period> closed,
    Instant openedAt,
    Optional<Instant> closedAt,
    Handling handling) {
  /** After how many working days the lead hears of a breach that nobody acknowledged. */
  public static final int ESCALATION_DAYS = 2;

  /** How a breach ended. */
  public enum Closing {
    /** Somebody did something about it. */
    RECOVERED,
    /** Nobody said that something was done. */
    RECOVERED_NO_ACTION
  }

  /** Whether it goes on. */
  public boolean isOpen() {
    return closed.isEmpty();
  }

  /** How it ended; absent while it is open. */
  public Optional<Closing> closing() {
    return closed.map(
        any ->
            handling.action() == ActionState.DONE
                ? Closing.RECOVERED
                : Closing.RECOVERED_NO_ACTION);
  }

  /** The same as it is stored. */
  public Breach withId(long given) {
    return new Breach(Optional.of(given), opened, closed, openedAt, closedAt, handling);
  }

  /**
   * Somebody knows of it; whoever said so first stands.
   *
   * @param byKey the Jira user key of the person
   * @throws Refusal.Invalid when it is over
   */
  public Breach acknowledged(String byKey, Instant at) {
    if (!isOpen()) {
      throw new Refusal.Invalid(Message.of("bearings.error.kpi.breachOver"));
    }
    return with(handling.acknowledged(new Handling.Acknowledgement(byKey, at)));
  }

  /**
   * Somebody says how far the action is, perhaps after the breach is over. Whoever says so of an
   * open breach knows of it.
   *
   * @param byKey the Jira user key of the person
   * @throws Refusal.Invalid with every field that is wrong
   */
  public Breach acting(ActionDraft draft, String byKey, Instant at) {
    Map<String, Message> problems = draft.problems();
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    Handling.Report report =
        new Handling.Report(
            draft
                .personKey()
                .map(String::strip)
                .or(() -> handling.report().map(Handling.Report::personKey))
                .orElse(byKey),
            draft
                .result()
                .map(String::strip)
                .or(() -> handling.report().map(Handling.Report::result))
                .orElse(""),
            byKey,
            at);
    Handling acted = handling.acting(draft.state().orElse(handling.action()), report);
    return with(isOpen() ? acted.acknowledged(new Handling.Acknowledgement(byKey, at)) : acted);
  }

  /** The lead was told. */
  public Breach escalated(Instant at) {
    return with(handling.escalated(at));
  }

  private Breach with(Handling other) {
    return new Breach(id, opened, closed, openedAt, closedAt, other);
  }

  /**
   * When the lead is to be told: at the same time of day two working days after it was noticed; a
   * breach that is noticed on a day off counts from the beginning of the next working day.
   *
   * @return absent once it is acknowledged, over, or the lead knows
   */
  public Optional<Instant> escalatesAt(WorkingDays workingDays, ZoneId zone) {
    boolean settled =
        !isOpen() || handling.acknowledged().isPresent() || handling.escalatedAt().isPresent();
    return settled ? Optional.empty() : Optional.of(escalation(workingDays, zone));
  }

  private Instant escalation(WorkingDays workingDays, ZoneId zone) {
    ZonedDateTime from = openedAt.atZone(zone);
    LocalDate day = from.toLocalDate();
    if (!workingDays.isWorkingDay(day)) {
      day = next(day, workingDays);
      from = day.atStartOfDay(zone);
    }
    for (int passed = 0; passed < ESCALATION_DAYS; passed++) {
      day = next(day, workingDays);
    }
    return day.atTime(from.toLocalTime()).atZone(zone).toInstant();
  }

  private static LocalDate next(LocalDate day, WorkingDays workingDays) {
    LocalDate next = day.plusDays(1);
    while (!workingDays.isWorkingDay(next)) {
      next = next.plusDays(1);
    }
    return next;
  }
}
