package io.bearings.host.software;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.query.Query;
import java.util.List;
import java.util.Optional;

/** What Jira Software keeps, for its services. */
public interface SoftwareData {
  /** The boards whose project the user may browse. */
  List<Board> boards(ApplicationUser user);

  /** A board, if the user may see it. */
  Optional<Board> board(ApplicationUser user, long boardId);

  /** A sprint, if the user may see its board. */
  Optional<SprintData> sprint(ApplicationUser user, long sprintId);

  /** The sprints of a board, the oldest first. */
  List<SprintData> sprintsOf(long boardId);

  /** The columns of a board, from left to right; none when there is no such board. */
  List<Board.Column> columns(long boardId);

  /** The filter of a board. */
  Query query(Board board);
}
