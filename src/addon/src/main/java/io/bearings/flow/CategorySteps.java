package io.bearings.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An issue's way through the three status categories. A change inside a category is no step.
 *
 * @param first the category that it was created in
 * @param steps its changes of status, ascending
 */
public record CategorySteps(Instant created, StatusCategory first, List<Step> steps) {
  /** A change of status, by the category of the new one. */
  public record Step(Instant at, StatusCategory to) {}

  public CategorySteps {
    steps = List.copyOf(steps);
  }

  /** The way of an issue as history keeps it. */
  public static CategorySteps of(IssueHistory history) {
    return of(history, Instant.MAX);
  }

  /**
   * The way of an issue until an instant, that very instant included.
   *
   * @param until not before its creation, which is there in any case
   */
  public static CategorySteps of(IssueHistory history, Instant until) {
    List<IssueHistory.Moment> all = history.moments();
    return new CategorySteps(
        history.created(),
        all.get(0).state().category(),
        all.stream()
            .skip(1)
            .takeWhile(each -> !each.from().isAfter(until))
            .map(each -> new Step(each.from(), each.state().category()))
            .toList());
  }

  /** Whether the last category is Done. */
  public boolean isDone() {
    return steps.isEmpty()
        ? first == StatusCategory.DONE
        : steps.get(steps.size() - 1).to() == StatusCategory.DONE;
  }

  /** When it first was in progress: perhaps at its creation, perhaps never. */
  public Optional<Instant> firstInProgress() {
    return entries(StatusCategory.IN_PROGRESS).stream().findFirst();
  }

  /** When it last came into Done from another category, or was created there. */
  public Optional<Instant> lastDone() {
    List<Instant> all = entries(StatusCategory.DONE);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Whether it came into Done from another category at any such moment. */
  public boolean entersDone(Predicate<Instant> moment) {
    return changes().stream()
        .anyMatch(each -> each.to() == StatusCategory.DONE && moment.test(each.at()));
  }

  /** Whether it left Done for another category at any such moment. */
  public boolean leavesDone(Predicate<Instant> moment) {
    StatusCategory before = first;
    for (Step each : changes()) {
      if (before == StatusCategory.DONE && moment.test(each.at())) {
        return true;
      }
      before = each.to();
    }
    return false;
  }

  private List<Instant> entries(StatusCategory category) {
    List<Instant> entries = new ArrayList<>();
    if (first == category) {
      entries.add(created);
    }
    changes().stream().filter(each -> each.to() == category).map(Step::at).forEach(entries::add);
    return entries;
  }

  /** The steps from one category into another. */
  private List<Step> changes() {
    List<Step> changes = new ArrayList<>();
    StatusCategory now = first;
    for (Step each : steps) {
      if (each.to() != now) {
        changes.add(each);
        now = each.to();
      }
    }
    return changes;
  }
}
