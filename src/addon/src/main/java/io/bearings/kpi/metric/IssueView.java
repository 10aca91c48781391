package io.bearings.kpi.metric;

import io.bearings.flow.CategorySteps;
import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An issue under many questions; what several of them ask is looked up once. */
final class IssueView {
  private final IssueFacts facts;
  private List<Instant> turns;
  private Set<Long> sprintIds;
  private Set<Long> versionIds;
  private Instant stateAt;
  private Optional<IssueSnapshot> state;
  private Instant otherAt;
  private Optional<IssueSnapshot> other;
  private Instant resolvedAt;
  private Optional<Instant> resolved;
  private Instant stepsAt;
  private CategorySteps steps;

  IssueView(IssueFacts facts) {
    this.facts = facts;
  }

  IssueFacts facts() {
    return facts;
  }

  IssueHistory history() {
    return facts.history();
  }

  long id() {
    return history().issueId();
  }

  /** The issue at an instant; absent while it was not. */
  Optional<IssueSnapshot> at(Instant instant) {
    // The end of a window and what is known last are asked for in turn.
    if (!instant.equals(stateAt)) {
      Optional<IssueSnapshot> found = instant.equals(otherAt) ? other : history().at(instant);
      other = state;
      otherAt = stateAt;
      state = found;
      stateAt = instant;
    }
    return state;
  }

  /** As it was last until an instant, be it deleted since. */
  Optional<IssueSnapshot> lastUntil(Instant instant) {
    return history().moments().stream()
        .takeWhile(each -> !each.from().isAfter(instant))
        .map(IssueHistory.Moment::state)
        .reduce((earlier, later) -> later);
  }

  boolean isDone(Instant instant) {
    return at(instant).filter(each -> each.category() == StatusCategory.DONE).isPresent();
  }

  /**
   * Its last resolution, as it is known at an instant. Where it has not been resolved anew since
   * then, Jira's own date goes before the moment of the change.
   */
  Optional<Instant> resolved(Instant known) {
    if (!known.equals(resolvedAt)) {
      Optional<Instant> last = history().resolved(Instant.MAX);
      resolved =
          history()
              .resolved(known)
              .map(
                  at ->
                      facts
                          .resolved()
                          .filter(own -> last.equals(Optional.of(at)) && !own.isAfter(known))
                          .orElse(at));
      resolvedAt = known;
    }
    return resolved;
  }

  /** Its way through the categories, as it is known at an instant. */
  CategorySteps steps(Instant known) {
    if (!known.equals(stepsAt)) {
      steps = CategorySteps.of(history(), known);
      stepsAt = known;
    }
    return steps;
  }

  /**
   * When it was finished, as it is known at an instant: its last resolution or, where it is done
   * without one, its last entry into Done. Absent while it is not done.
   */
  Optional<Instant> finished(Instant known) {
    return isDone(known) ? resolved(known).or(() -> steps(known).lastDone()) : Optional.empty();
  }

  /** Every moment at which it may have come into a category or been resolved, or left either. */
  List<Instant> turns() {
    if (turns == null) {
      turns = new ArrayList<>();
      turns.add(history().created());
      IssueSnapshot before = history().moments().get(0).state();
      for (IssueHistory.Moment each : history().moments()) {
        IssueSnapshot now = each.state();
        if (now.category() != before.category()
            || now.resolutionId().isPresent() != before.resolutionId().isPresent()) {
          turns.add(each.from());
        }
        before = now;
      }
      facts.resolved().ifPresent(turns::add);
    }
    return turns;
  }

  /** All sprints that it was ever in. */
  Set<Long> sprintIds() {
    if (sprintIds == null) {
      sprintIds = new HashSet<>();
      history().moments().forEach(each -> sprintIds.addAll(each.state().sprintIds()));
    }
    return sprintIds;
  }

  /** All versions that it was ever to be fixed in. */
  Set<Long> versionIds() {
    if (versionIds == null) {
      versionIds = new HashSet<>();
      history().moments().forEach(each -> versionIds.addAll(each.state().versionIds()));
    }
    return versionIds;
  }
}
