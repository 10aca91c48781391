package io.bearings.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The life of an issue as a series of states.
 *
 * @param issueId Jira's id
 * @param moments at least one, ascending; the first is its creation, and two at the same instant
 *     count in their order
 * @param deleted when it was deleted; absent while it exists
 */
public record IssueHistory(long issueId, List<Moment> moments, Optional<Instant> deleted) {
  /** From when on an issue was in a state. */
  public record Moment(Instant from, IssueSnapshot state) {}

  /**
   * @throws IllegalArgumentException when there is no moment, or one comes before its predecessor
   */
  public IssueHistory {
    moments = List.copyOf(moments);
    List<Moment> all = moments;
    boolean ascending =
        IntStream.range(1, all.size())
            .noneMatch(i -> all.get(i).from().isBefore(all.get(i - 1).from()));
    if (all.isEmpty() || !ascending) {
      throw new IllegalArgumentException("Moments of issue " + issueId + " do not ascend");
    }
  }

  /** When the issue was created. */
  public Instant created() {
    return moments.get(0).from();
  }

  /**
   * When it last changed until an instant, that very instant included; absent before there was it.
   */
  public Optional<Instant> lastChange(Instant until) {
    return moments.stream()
        .map(Moment::from)
        .takeWhile(from -> !from.isAfter(until))
        .reduce((earlier, later) -> later);
  }

  /**
   * When it last came into another status until an instant, that very instant included; its
   * creation is such a move. Absent before there was it.
   */
  public Optional<Instant> lastMove(Instant until) {
    Optional<Instant> moved = Optional.empty();
    Optional<String> status = Optional.empty();
    for (Moment each : moments) {
      if (each.from().isAfter(until)) {
        break;
      }
      if (status.filter(each.state().statusId()::equals).isEmpty()) {
        moved = Optional.of(each.from());
        status = Optional.of(each.state().statusId());
      }
    }
    return moved;
  }

  /**
   * When it was last resolved, as it stood at an instant, changes of that very instant included;
   * absent while it was not resolved then. Another resolution in place of the one that it has does
   * not resolve it anew.
   */
  public Optional<Instant> resolved(Instant until) {
    Optional<Instant> resolved = Optional.empty();
    for (Moment each : moments) {
      if (each.from().isAfter(until)) {
        break;
      }
      if (each.state().resolutionId().isEmpty()) {
        resolved = Optional.empty();
      } else if (resolved.isEmpty()) {
        resolved = Optional.of(each.from());
      }
    }
    return resolved;
  }

  /**
   * The issue at an instant, its changes of that very instant included; absent while it was not.
   */
  public Optional<IssueSnapshot> at(Instant instant) {
    if (deleted.filter(gone -> !gone.isAfter(instant)).isPresent()) {
      return Optional.empty();
    }
    int next = 0;
    while (next < moments.size() && !moments.get(next).from().isAfter(instant)) {
      next++;
    }
    return next == 0 ? Optional.empty() : Optional.of(moments.get(next - 1).state());
  }
}
