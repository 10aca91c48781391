package io.bearings.rhythm;

import io.bearings.okr.Slots;
import io.bearings.okr.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which days are occasions to remind somebody of the slots of a key result. What would fall on a
 * day on which nobody works moves: a reminder before the slot to the working day before, one after
 * it to the working day after. The slot itself stays where its cadence put it.
 */
public record Occasions(ReminderRules rules, WorkingDays workingDays) {
  /** How far an occasion can be from its slot: a month, and the holidays that it moves over. */
  static final int REACH = 60;

  /**
   * The occasions within some days, the first and the last included.
   *
   * @param lastCheckIn the day of the last check-in
   */
  public List<Occasion> of(
      Slots slots, Optional<LocalDate> lastCheckIn, LocalDate first, LocalDate last) {
    return slots.open(first.minusDays(REACH), last.plusDays(REACH), lastCheckIn).stream()
        .flatMap(slot -> of(slot).stream())
        .filter(each -> !each.on().isBefore(first) && !each.on().isAfter(last))
        .toList();
  }

  private List<Occasion> of(LocalDate slot) {
    List<Occasion> occasions = new ArrayList<>();
    if (rules.daysBefore() > 0) {
      occasions.add(new Occasion(Occasion.Kind.BEFORE, slot, announcedOn(slot)));
    }
    occasions.add(new Occasion(Occasion.Kind.AT, slot, slot));
    occasions.add(
        new Occasion(Occasion.Kind.AFTER, slot, workingDays.nextOrSame(Slots.overdueOn(slot))));
    escalatedOn(slot)
        .ifPresent(on -> occasions.add(new Occasion(Occasion.Kind.ESCALATION, slot, on)));
    return occasions;
  }

  /** The day on which somebody is told that a slot comes, if they are told. */
  LocalDate announcedOn(LocalDate slot) {
    return workingDays.previousOrSame(slot.minusDays(rules.daysBefore()));
  }

  /** The day from which on a lead knows of a slot without its check-in; absent: never. */
  Optional<LocalDate> escalatedOn(LocalDate slot) {
    return rules.escalateAfter() == 0
        ? Optional.empty()
        : Optional.of(workingDays.nextOrSame(slot.plusDays(rules.escalateAfter())));
  }
}
