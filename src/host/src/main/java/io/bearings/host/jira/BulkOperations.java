package io.bearings.host.jira;

import com.atlassian.jira.user.ApplicationUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * One operation on many issues. As in Jira they are taken one by one, each in a transaction and
 * with an event of its own: what is refused for one issue does not stop the others.
 */
public final class BulkOperations {
  /** The most issues of one operation. */
  public static final int MOST = 1_000;

  private final Workflow workflow;
  private final IssueOperations operations;

  BulkOperations(Workflow workflow, IssueOperations operations) {
    this.workflow = workflow;
    this.operations = operations;
  }

  /**
   * What came of it.
   *
   * @param done ids of the issues on which it was done
   * @param refused why not, by the ids of the others
   */
  public record Result(List<Long> done, Map<Long, String> refused) {}

  /** Takes a transition with every issue; see {@link Workflow#transition}. */
  public Result transition(
      ApplicationUser user, List<Long> issueIds, int transitionId, String resolutionId) {
    return each(issueIds, id -> workflow.transition(user, id, transitionId, resolutionId));
  }

  /** Edits every issue; see {@link IssueOperations#edit}. */
  public Result edit(ApplicationUser user, List<Long> issueIds, Map<String, Object> fields) {
    return each(issueIds, id -> operations.edit(user, id, fields));
  }

  /** Moves every issue to another project; see {@link IssueOperations#move}. */
  public Result move(ApplicationUser user, List<Long> issueIds, String projectKey) {
    return each(issueIds, id -> operations.move(user, id, projectKey));
  }

  /** Deletes every issue; see {@link IssueOperations#delete}. */
  public Result delete(ApplicationUser user, List<Long> issueIds) {
    return each(issueIds, id -> operations.delete(user, id));
  }

  private static Result each(List<Long> issueIds, LongConsumer operation) {
    if (issueIds.isEmpty() || issueIds.size() > MOST) {
      throw new JiraRefusal(400, "Choose 1 to " + MOST + " issues.", Map.of());
    }
    List<Long> done = new ArrayList<>();
    Map<Long, String> refused = new LinkedHashMap<>();
    for (Long id : issueIds) {
      try {
        operation.accept(id);
        done.add(id);
      } catch (JiraRefusal e) {
        refused.put(id, e.getMessage());
      }
    }
    return new Result(done, refused);
  }
}
