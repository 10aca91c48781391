package io.bearings.flow;

import java.util.Optional;
import java.util.Set;

/**
 * What counts as done on a board.
 *
 * @param statusIds the statuses of its right-most column; absent where the board cannot be read
 */
public record DoneColumn(Optional<Set<String>> statusIds) {
  /** The board cannot be read: the status category decides, and the report says so. */
  public static final DoneColumn UNREADABLE = new DoneColumn(Optional.empty());

  /** What decided. */
  public enum Basis {
    RIGHTMOST_COLUMN,
    CATEGORY_DONE
  }

  public DoneColumn {
    statusIds = statusIds.map(Set::copyOf);
  }

  /** The statuses of a board's right-most column. */
  public static DoneColumn of(Set<String> statusIds) {
    return new DoneColumn(Optional.of(statusIds));
  }

  public Basis basis() {
    return statusIds.isPresent() ? Basis.RIGHTMOST_COLUMN : Basis.CATEGORY_DONE;
  }

  /** Whether an issue in this state is done. */
  public boolean isDone(IssueSnapshot state) {
    return statusIds
        .map(ids -> ids.contains(state.statusId()))
        .orElse(state.category() == StatusCategory.DONE);
  }
}
