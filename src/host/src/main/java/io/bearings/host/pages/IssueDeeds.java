package io.bearings.host.pages;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.jira.Comments;
import io.bearings.host.jira.IssueOperations;
import io.bearings.host.jira.JiraRefusal;
import io.bearings.host.jira.WorkLogs;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the forms on an issue's page do besides transitions: comments, work logs, moving, fix
 * versions.
 */
final class IssueDeeds implements Page {
  /** The paths of Jira's own forms, with what each does. */
  static final Map<String, String> PATHS =
      Map.of(
          "/secure/AddComment.jspa", "add-comment",
          "/secure/EditComment.jspa", "edit-comment",
          "/secure/DeleteComment.jspa", "delete-comment",
          "/secure/CreateWorklog.jspa", "add-work",
          "/secure/UpdateWorklog.jspa", "edit-work",
          "/secure/DeleteWorklog.jspa", "delete-work",
          "/secure/MoveIssue.jspa", "move",
          "/secure/MoveSubTaskParent.jspa", "move-to-parent",
          "/secure/EditIssue.jspa", "edit");

  private final VisibleIssues issues;
  private final Comments comments;
  private final WorkLogs workLogs;
  private final IssueOperations operations;
  private final FormToken token;
  private final String deed;

  IssueDeeds(
      VisibleIssues issues,
      Comments comments,
      WorkLogs workLogs,
      IssueOperations operations,
      FormToken token,
      String deed) {
    this.issues = issues;
    this.comments = comments;
    this.workLogs = workLogs;
    this.operations = operations;
    this.token = token;
    this.deed = deed;
  }

  /** The form is on the issue's page. */
  @Override
  public void show(Visit visit) throws IOException {
    back(visit, issues.byId(visit.requiredNumber("id"), visit.person()));
  }

  private static void back(Visit visit, Issue issue) throws IOException {
    visit.redirect(IssuePage.PATH + "/" + issue.getKey());
  }

  @Override
  public void act(Visit visit) throws IOException {
    ApplicationUser person = visit.person();
    token.require(visit);
    long id = issues.byId(visit.requiredNumber("id"), person).getId();
    switch (deed) {
      case "add-comment" -> comments.add(person, id, visit.parameter("comment").orElse(""));
      case "edit-comment" ->
          comments.change(
              person, id, visit.requiredNumber("commentId"), visit.parameter("comment").orElse(""));
      case "delete-comment" -> comments.delete(person, id, visit.requiredNumber("commentId"));
      case "add-work" -> workLogs.add(person, id, work(visit));
      case "edit-work" ->
          workLogs.change(person, id, visit.requiredNumber("worklogId"), work(visit));
      case "delete-work" -> workLogs.delete(person, id, visit.requiredNumber("worklogId"));
      case "move-to-parent" -> operations.moveToParent(person, id, visit.required("parentIssue"));
      case "edit" -> operations.edit(person, id, Map.of("fixVersions", fixVersions(visit)));
      default -> operations.move(person, id, visit.required("pid"));
    }
    back(visit, issues.byId(id, person));
  }

  /** Those that are chosen; a form sends nothing for a list in which nothing is. */
  private static List<Map<String, String>> fixVersions(Visit visit) {
    return Arrays.stream(
            Optional.ofNullable(visit.request().getParameterValues("fixVersions"))
                .orElse(new String[0]))
        .map(id -> Map.of("id", id))
        .toList();
  }

  private static WorkLogs.Draft work(Visit visit) {
    String time = visit.parameter("timeLogged").orElse("");
    long seconds =
        WorkLogs.seconds(time)
            .orElseThrow(
                () -> {
                  String message = "Invalid time entered. Please enter a time such as 2h 30m.";
                  return new JiraRefusal(400, message, Map.of("timeLogged", message));
                });
    return new WorkLogs.Draft(seconds, Optional.empty(), visit.parameter("comment").orElse(""));
  }
}
