package io.bearings.host.jira;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.user.ApplicationUser;
import com.opensymphony.workflow.WorkflowException;
import io.bearings.host.db.Database;
import io.bearings.host.runtime.PostFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What workflows do besides changing the issue: functions of an add-on, set up on transitions. They
 * run before the change is stored, in the order in which they were added.
 */
public final class PostFunctions {
  private static final Logger LOG = LoggerFactory.getLogger(PostFunctions.class);

  private final Database database;
  private final SiteCache site;
  private final Ids ids;
  private volatile Supplier<List<PostFunction>> offered = List::of;

  PostFunctions(Database database, SiteCache site, Ids ids) {
    this.database = database;
    this.site = site;
    this.ids = ids;
  }

  /** A workflow with its transitions. */
  public record Flow(long id, String name, List<Transition> transitions) {}

  /** A transition, from whichever statuses it can be taken, and its functions. */
  public record Transition(int id, String name, String to, List<SetUp> functions) {}

  /**
   * A function on a transition.
   *
   * @param moduleKey the complete key of the module that offers it
   * @param args how it is set up
   */
  public record SetUp(
      long id, long workflowId, int transitionId, String moduleKey, Map<String, String> args) {}

  /** From now on these are the functions to choose from; asked for at each use. */
  void offer(Supplier<List<PostFunction>> functions) {
    offered = functions;
  }

  /** What an add-on offers. */
  public List<PostFunction> offered() {
    return offered.get();
  }

  /** A function of an add-on by the complete key of its module. */
  public Optional<PostFunction> offered(String moduleKey) {
    return offered().stream()
        .filter(function -> function.completeKey().equals(moduleKey))
        .findFirst();
  }

  /** All workflows. */
  public List<Flow> flows() {
    Site now = site.current();
    return now.workflows().entrySet().stream()
        .map(
            entry ->
                new Flow(entry.getKey(), entry.getValue().name(), transitions(entry.getKey(), now)))
        .toList();
  }

  private static List<Transition> transitions(long workflowId, Site now) {
    return now.workflows().get(workflowId).steps().stream()
        .map(
            step ->
                new Transition(
                    step.actionId(),
                    step.name(),
                    now.statuses().get(step.toStatus()).getName(),
                    of(workflowId, step.actionId(), now)))
        .distinct()
        .toList();
  }

  private static List<SetUp> of(long workflowId, int transitionId, Site now) {
    return now.postFunctions().values().stream()
        .filter(each -> each.workflowId() == workflowId && each.transitionId() == transitionId)
        .toList();
  }

  /**
   * A function that is set up.
   *
   * @throws JiraRefusal 404 when there is none
   */
  public SetUp setUp(long id) {
    return Optional.ofNullable(site.current().postFunctions().get(id))
        .orElseThrow(() -> new JiraRefusal(404, "There is no post function " + id, Map.of()));
  }

  /**
   * Adds a function to a transition, behind those that it has.
   *
   * @throws JiraRefusal 400 when there is no such transition or function
   */
  public void add(long workflowId, int transitionId, String moduleKey, Map<String, String> args) {
    boolean known =
        flows().stream()
            .filter(flow -> flow.id() == workflowId)
            .flatMap(flow -> flow.transitions().stream())
            .anyMatch(transition -> transition.id() == transitionId);
    if (!known || offered(moduleKey).isEmpty()) {
      throw new JiraRefusal(400, "There is no such transition or function.", Map.of());
    }
    long id = ids.next(Ids.Sequence.WORKFLOW_FUNCTION);
    write(
        () -> {
          database
              .jdbc()
              .update(
                  "insert into workflowfunction (id, workflow, action_id, module_key)"
                      + " values (?, ?, ?, ?)",
                  id,
                  workflowId,
                  transitionId,
                  moduleKey);
          writeArgs(id, args);
        });
  }

  private void writeArgs(long id, Map<String, String> args) {
    args.forEach(
        (name, value) ->
            database
                .jdbc()
                .update(
                    "insert into workflowfunctionarg (workflowfunction, arg_name, arg_value)"
                        + " values (?, ?, ?)",
                    id,
                    name,
                    value));
  }

  private void write(Runnable work) {
    database.transactions().executeWithoutResult(status -> work.run());
    site.reload();
  }

  /**
   * Sets a function up anew.
   *
   * @throws JiraRefusal 404 when there is none
   */
  public void change(long id, Map<String, String> args) {
    setUp(id);
    write(
        () -> {
          deleteArgs(id);
          writeArgs(id, args);
        });
  }

  private void deleteArgs(long id) {
    database.jdbc().update("delete from workflowfunctionarg where workflowfunction = ?", id);
  }

  /**
   * Takes a function off its transition.
   *
   * @throws JiraRefusal 404 when there is none
   */
  public void remove(long id) {
    setUp(id);
    write(
        () -> {
          deleteArgs(id);
          database.jdbc().update("delete from workflowfunction where id = ?", id);
        });
  }

  /** Whether a transition has any function. */
  boolean any(long workflowId, int transitionId) {
    return !of(workflowId, transitionId, site.current()).isEmpty();
  }

  /**
   * Runs the functions of a transition. One whose add-on is gone is passed over.
   *
   * @throws JiraRefusal 400 when a function stops the transition
   */
  void run(long workflowId, int transitionId, MutableIssue issue, ApplicationUser user) {
    for (SetUp setUp : of(workflowId, transitionId, site.current())) {
      Optional<PostFunction> function = offered(setUp.moduleKey());
      if (function.isEmpty()) {
        LOG.error("{} is on a transition, but nobody offers it", setUp.moduleKey());
        continue;
      }
      try {
        function.get().execute(issue, user.getKey(), setUp.args());
      } catch (WorkflowException e) {
        throw new JiraRefusal(400, e.getMessage(), Map.of());
      }
    }
  }
}
