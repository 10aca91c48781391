package io.bearings.okr;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a key result keeps in another cycle. */
final class Moved {
  private Moved() {}

  /** The content without the days that the other cycle does not have. */
  static KeyResultContent into(Window cycle, KeyResultContent content) {
    Goal goal = content.goal();
    Optional<LocalDate> due = goal.due().filter(cycle::contains);
    LocalDate last = due.orElse(cycle.last());
    List<Milestone> checkpoints =
        goal.checkpoints().stream()
            .filter(each -> cycle.contains(each.on()) && each.on().isBefore(last))
            .toList();
    return new KeyResultContent(
        content.title(),
        content.ownerKey(),
        content.source(),
        content.nature(),
        content.measure(),
        new Goal(
            goal.baseline(),
            goal.target(),
            goal.bounds(),
            goal.marks(),
            due,
            goal.lagWeeks(),
            checkpoints),
        content.weight(),
        content.weightBy(),
        content.alignedShare(),
        content.kpiId(),
        content.metric());
  }
}
