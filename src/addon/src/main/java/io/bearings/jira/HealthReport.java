package io.bearings.jira;

import io.bearings.okr.Message;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the add-on can work here.
 *
 * @param jiraVersion the version that Jira says it has
 * @param addOnVersion the version of this add-on
 * @param database name and version of the database, or empty while it does not answer
 * @param reason why the add-on is down; absent while it is up
 * @param software whether boards and sprints can be read
 * @param missing what this Jira lacks of what the add-on calls; each line names a class or a method
 * @param tables how large each of the add-on's tables is, by the table's name without prefix; empty
 *     while the database does not answer
 */
public record HealthReport(
    String jiraVersion,
    String addOnVersion,
    String database,
    State state,
    Optional<Message> reason,
    Software software,
    List<String> missing,
    Map<String, Storage.Size> tables) {
  public HealthReport {
    missing = List.copyOf(missing);
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
  }

  /** Whether Jira Software's boards and sprints can be read. */
  public enum Software {
    THERE,
    /** But not the columns of boards: the status category decides what is completed. */
    WITHOUT_COLUMNS,
    ABSENT,
    UNREADABLE
  }

  /** Whether objectives can be read and written. */
  public enum State {
    UP,
    DOWN
  }
}
