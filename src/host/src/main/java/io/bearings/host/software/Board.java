package io.bearings.host.software;

import java.util.List;
import java.util.Optional;

/**
 * A board.
 *
 * @param projectId the project in whose menu it stands
 * @param jql which issues it shows
 * @param scrum whether it works in sprints
 * @param estimationField the custom field that estimates; empty when the board does not estimate
 * @param columns from left to right
 */
public record Board(
    long id,
    String name,
    long projectId,
    String jql,
    boolean scrum,
    Optional<Long> estimationField,
    List<Column> columns) {

  /** A column and the statuses that stand in it. */
  public record Column(long id, String name, List<String> statusIds) {
    public Column {
      statusIds = List.copyOf(statusIds);
    }
  }

  public Board {
    columns = List.copyOf(columns);
  }

  /** The statuses of the right-most column: what counts as done here. */
  public List<String> doneStatusIds() {
    return columns.isEmpty() ? List.of() : columns.get(columns.size() - 1).statusIds();
  }
}
