package io.bearings.host.pages;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.security.xsrf.XsrfTokenGenerator;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.jira.JiraRefusal;
import io.bearings.host.jira.Workflow;
import java.io.IOException;
import java.util.Map;

/** Takes a transition for the form on the issue's page. */
final class TransitionPage implements Page {
  static final String PATH = "/secure/WorkflowUIDispatcher.jspa";

  private final VisibleIssues issues;
  private final Workflow workflow;
  private final XsrfTokenGenerator tokens;

  TransitionPage(VisibleIssues issues, Workflow workflow, XsrfTokenGenerator tokens) {
    this.issues = issues;
    this.workflow = workflow;
    this.tokens = tokens;
  }

  /** The form is on the issue's page. */
  @Override
  public void show(Visit visit) throws IOException {
    Issue issue = issues.byId(visit.requiredNumber("id"), visit.person());
    visit.redirect(IssuePage.PATH + "/" + issue.getKey());
  }

  @Override
  public void act(Visit visit) throws IOException {
    ApplicationUser person = visit.person();
    String token = visit.parameter(tokens.getXsrfTokenName()).orElse("");
    if (!tokens.validateToken(visit.request(), token)) {
      throw new JiraRefusal(
          403,
          "The form's token is missing or belongs to another session. Open the issue again and"
              + " repeat what you did.",
          Map.of());
    }
    Issue issue = issues.byId(visit.requiredNumber("id"), person);
    workflow.transition(
        person,
        issue.getId(),
        Math.toIntExact(visit.requiredNumber("action")),
        visit.parameter("resolution").orElse(null));
    visit.redirect(IssuePage.PATH + "/" + issue.getKey());
  }
}
