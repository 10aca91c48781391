package io.bearings.okr;

import java.util.Set;

/**
 * Where the sprints of a unit and of those below it are: on the boards that they name, and for
 * those that name none on the boards of their projects.
 *
 * @param boardIds what is named, whether it can still be seen or not
 * @param projectIds the projects of the units that name no board
 */
public record TeamBoards(Set<Long> boardIds, Set<Long> projectIds) {
  public TeamBoards {
    boardIds = Set.copyOf(boardIds);
    projectIds = Set.copyOf(projectIds);
  }
}
