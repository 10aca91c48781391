package io.bearings.host.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.user.ApplicationUser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes the transitions that the workflow of an issue's project has. */
final class ProjectWorkflow implements Workflow {
  private final SiteCache site;
  private final Issues issues;
  private final IssueTables tables;
  private final IssueWrites writes;
  private final Permissions permissions;
  private final IssueAccess access;
  private final PostFunctions functions;
  private final Clock clock;

  ProjectWorkflow(
      SiteCache site,
      Issues issues,
      IssueTables tables,
      IssueWrites writes,
      Permissions permissions,
      IssueAccess access,
      PostFunctions functions,
      Clock clock) {
    this.site = site;
    this.issues = issues;
    this.tables = tables;
    this.writes = writes;
    this.permissions = permissions;
    this.access = access;
    this.functions = functions;
    this.clock = clock;
  }

  @Override
  public List<Transition> available(Issue issue, ApplicationUser user) {
    if (!permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, user)
        || !permissions.hasPermission(ProjectPermissions.TRANSITION_ISSUES, issue, user)) {
      return List.of();
    }
    return steps(issue).stream()
        .filter(step -> step.fromStatus().equals(issue.getStatusId()))
        .map(
            step ->
                new Transition(
                    step.actionId(), step.name(), step.toStatus(), step.needsResolution()))
        .toList();
  }

  private List<Site.Step> steps(Issue issue) {
    return site.current().workflows().get(workflowOf(issue)).steps();
  }

  private long workflowOf(Issue issue) {
    return site.current().projects().get(issue.getProjectId()).workflow();
  }

  @Override
  public void transition(
      ApplicationUser user, long issueId, int transitionId, String resolutionId) {
    runFunctions(user, issueId, transitionId, resolutionId);
    writes.write(
        user,
        () -> {
          HostIssue issue =
              access.require(issues.locked(issueId), ProjectPermissions.TRANSITION_ISSUES, user);
          Site.Step step = step(issue, transitionId);
          take(step, issue, resolution(step, resolutionId), user);
          return List.of(new IssueWrites.Written(issueId, step.eventType()));
        });
  }

  /** Before anything is stored, and outside of the transaction that stores it. */
  private void runFunctions(
      ApplicationUser user, long issueId, int transitionId, String resolutionId) {
    Site now = site.current();
    if (now.workflows().keySet().stream().noneMatch(id -> functions.any(id, transitionId))) {
      return;
    }
    HostIssue issue =
        access.require(issues.byId(issueId), ProjectPermissions.TRANSITION_ISSUES, user);
    resolution(step(issue, transitionId), resolutionId);
    functions.run(workflowOf(issue), transitionId, issue, user);
  }

  private Site.Step step(HostIssue issue, int transitionId) {
    List<Site.Step> named =
        steps(issue).stream().filter(step -> step.actionId() == transitionId).toList();
    if (named.isEmpty()) {
      throw new JiraRefusal(
          400,
          "There is no such transition",
          Map.of("transition", "The workflow has no transition " + transitionId));
    }
    return named.stream()
        .filter(step -> step.fromStatus().equals(issue.getStatusId()))
        .findFirst()
        .orElseThrow(
            () ->
                new JiraRefusal(
                    409,
                    "The transition '"
                        + named.get(0).name()
                        + "' is not available: "
                        + issue.getKey()
                        + " is in status '"
                        + issue.getStatus().getName()
                        + "'",
                    Map.of()));
  }

  private String resolution(Site.Step step, String wanted) {
    if (!step.needsResolution()) {
      if (wanted != null) {
        throw wrongResolution("The transition '" + step.name() + "' does not ask for a resolution");
      }
      return null;
    }
    Map<String, HostConstant.HostResolution> resolutions = site.current().resolutions();
    String chosen = wanted == null ? resolutions.keySet().iterator().next() : wanted;
    if (!resolutions.containsKey(chosen)) {
      throw wrongResolution("There is no resolution with the id '" + chosen + "'");
    }
    return chosen;
  }

  private static JiraRefusal wrongResolution(String message) {
    return new JiraRefusal(400, message, Map.of("resolution", message));
  }

  private void take(Site.Step step, HostIssue issue, String resolutionId, ApplicationUser user) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean done =
        site.current().statuses().get(step.toStatus()).category() == HostStatusCategory.DONE;
    String resolution = done && resolutionId == null ? issue.getResolutionId() : resolutionId;
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("issuestatus", step.toStatus());
    columns.put("resolution", resolution);
    if (!Objects.equals(resolution, issue.getResolutionId())) {
      columns.put("resolutiondate", resolution == null ? null : IssueRow.timestamp(now));
    }
    columns.put("updated", IssueRow.timestamp(now));
    tables.update(issue.getId(), columns);
    tables.recordChange(
        issue.getId(), user.getKey(), now, changes(issue, step.toStatus(), resolution));
  }

  private List<ChangeItemBean> changes(HostIssue issue, String toStatus, String resolution) {
    Site now = site.current();
    List<ChangeItemBean> items = new ArrayList<>();
    if (!Objects.equals(resolution, issue.getResolutionId())) {
      items.add(
          Changes.ofConstant(
              "resolution",
              issue.getResolution(),
              resolution == null ? null : now.resolutions().get(resolution)));
    }
    items.add(Changes.ofConstant("status", issue.getStatus(), now.statuses().get(toStatus)));
    return items;
  }
}
