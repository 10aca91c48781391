package io.bearings.okr;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Entering how a key result stands. Values are accepted while the cycle is not closed, also when it
 * is looked back at, and lie inside it.
 */
@Named
public final class CheckingIn {
  /** How many check-ins are read at once. */
  public static final int PAGE = 50;

  private final Plans plans;
  private final CheckIns checkIns;
  private final Clock clock;

  @Inject
  public CheckingIn(Plans plans, CheckIns checkIns, Clock clock) {
    this.plans = plans;
    this.checkIns = checkIns;
    this.clock = clock;
  }

  /**
   * The check-ins of a key result, the latest day first.
   *
   * @param before only those behind this place; absent: from the latest on
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   */
  public Entries of(Person who, long keyResultId, Optional<CheckIns.Mark> before) {
    plans.readableKeyResult(who, keyResultId);
    List<CheckIn> found = checkIns.of(keyResultId, before, PAGE + 1);
    List<CheckIn> page = found.subList(0, Math.min(PAGE, found.size()));
    return new Entries(
        page,
        found.size() > PAGE
            ? Optional.of(new CheckIns.Mark(page.get(PAGE - 1).on(), page.get(PAGE - 1).id()))
            : Optional.empty());
  }

  /**
   * When somebody last said how a key result stands.
   *
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   */
  public Said lastSaid(Person who, long keyResultId) {
    Plans.SeenKeyResult found = plans.readableKeyResult(who, keyResultId);
    // The last one by its day may have been entered before one about an earlier day.
    Optional<Instant> entered =
        checkIns.of(keyResultId, Optional.empty(), PAGE).stream()
            .map(CheckIn::at)
            .max(Comparator.naturalOrder());
    return new Said(entered, found.keyResult().life().publishedAt());
  }

  /**
   * When somebody said how a key result stands.
   *
   * @param entered when the last check-in was entered; absent where there is none
   * @param published absent while it is a draft
   */
  public record Said(Optional<Instant> entered, Optional<Instant> published) {}

  /**
   * Enters how a key result stands.
   *
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Forbidden when the person may not check in
   * @throws Refusal.Invalid naming all fields that are wrong, or when nothing can be entered
   *     because it is not active; {@code on} where the cycle is closed
   */
  public CheckIn checkIn(Writer writer, long keyResultId, CheckInDraft draft) {
    Plans.SeenKeyResult found =
        plans.permittedKeyResult(writer.who(), keyResultId, Operation.CHECK_IN);
    if (found.seen().placed().isFrozen()) {
      // No day of a closed cycle takes a value, so the day is what is wrong.
      throw new Refusal.Invalid(Map.of("on", Message.of("bearings.error.cycleClosed")));
    }
    requireActive(found);
    LocalDate today = LocalDate.now(clock);
    Optional<Window> cycle = found.seen().placed().cycle().map(Placed.Span::days);
    refuse(draft.problems(found.keyResult(), cycle, today));
    NewCheckIn checkIn = draft.accepted(keyResultId, today, writer.tag());
    Objectives.Edit by = new Objectives.Edit(writer.who(), clock.instant());
    CheckIns.Entered entered = checkIns.add(checkIn, by);
    return new CheckIn(
        entered.id(),
        keyResultId,
        checkIn.value(),
        checkIn.confidence(),
        checkIn.on(),
        entered.at(),
        writer.who().key(),
        checkIn.words(),
        checkIn.replaces(),
        Optional.empty(),
        checkIn.tag());
  }

  /** A draft has no values yet, and what is over keeps those that it has. */
  static void requireActive(Plans.SeenKeyResult found) {
    Objective objective = found.seen().placed().objective();
    KeyResult keyResult = found.keyResult();
    boolean active =
        keyResult.state() == ObjectiveState.ACTIVE
            && objective.state() == ObjectiveState.ACTIVE
            && !keyResult.archived()
            && !objective.archived();
    if (!active) {
      throw new Refusal.Invalid(Message.of("bearings.error.notActive", keyResult.key()));
    }
  }

  private static void refuse(Map<String, Message> problems) {
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(new LinkedHashMap<>(problems));
    }
  }

  /**
   * A part of the check-ins.
   *
   * @param checkIns the latest day first
   * @param earlier what to ask for to read on; absent when there are none
   */
  public record Entries(List<CheckIn> checkIns, Optional<CheckIns.Mark> earlier) {
    public Entries {
      checkIns = List.copyOf(checkIns);
    }
  }
}
