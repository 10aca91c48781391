package io.bearings.flow;

import io.bearings.okr.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The boards and sprints of Jira Software. Without Jira Software there are none; it may come while
 * the add-on runs, and from then on there are some.
 */
public interface Boards {
  /** Whether boards can be asked for. */
  enum Presence {
    THERE,
    ABSENT,
    /**
     * Jira Software is there, but not as this add-on knows it; the health page says what differs.
     */
    UNREADABLE
  }

  /**
   * A board.
   *
   * @param scrum whether it works in sprints
   */
  record Board(long id, String name, boolean scrum) {}

  /**
   * A sprint of a board.
   *
   * @param boardId absent where Jira Software does not tell
   * @param start when it really began, or is said to begin while it has not; absent while nobody
   *     planned it
   * @param plannedEnd absent while nobody planned it
   * @param complete when it really was completed
   */
  record BoardSprint(
      long id,
      Optional<Long> boardId,
      String name,
      State state,
      Optional<Instant> start,
      Optional<Instant> plannedEnd,
      Optional<Instant> complete) {

    /** Where a sprint stands. */
    public enum State {
      FUTURE,
      ACTIVE,
      CLOSED
    }

    /** The sprint as reports replay it; absent while it has not begun. */
    public Optional<Sprint> begun() {
      return state == State.FUTURE
          ? Optional.empty()
          : start.map(began -> new Sprint(id, began, complete));
    }
  }

  Presence presence();

  /** All boards that the person may see. */
  List<Board> all(Person who);

  /** The boards that show issues of a project, as far as the person may see them. */
  List<Board> ofProject(Person who, long projectId);

  /**
   * A board and what it shows.
   *
   * @param projectIds the projects that its filter names, of those that were asked about
   * @param sprints all its sprints, the oldest first
   */
  record Shown(Board board, Set<Long> projectIds, List<BoardSprint> sprints) {
    public Shown {
      projectIds = Set.copyOf(projectIds);
      sprints = List.copyOf(sprints);
    }
  }

  /**
   * A board that the person may see.
   *
   * @param projectIds of which it is asked whether the board shows them
   */
  Optional<Shown> shown(Person who, long boardId, Set<Long> projectIds);

  /** All sprints of a board, the oldest first; none when the person may not see the board. */
  List<BoardSprint> sprints(Person who, long boardId);

  /** A sprint that the person may see. */
  Optional<BoardSprint> sprint(Person who, long sprintId);

  /**
   * What counts as done on a board: its right-most column, or {@link DoneColumn#UNREADABLE} where
   * the board or its columns cannot be read.
   */
  DoneColumn doneColumn(Person who, long boardId);
}
