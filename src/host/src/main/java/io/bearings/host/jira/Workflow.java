package io.bearings.host.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import java.util.List;

/** The transitions of issues: their history is written and their events are fired as in Jira. */
public interface Workflow {
  /**
   * A step that an issue can take from where it is.
   *
   * @param id the action's id
   * @param needsResolution whether the screen asks for a resolution
   */
  record Transition(int id, String name, String toStatusId, boolean needsResolution) {}

  /** The transitions that the user may take now; empty when the user may take none. */
  List<Transition> available(Issue issue, ApplicationUser user);

  /**
   * Takes a transition in one transaction and fires its event after the commit.
   *
   * @param resolutionId the resolution to set where the transition asks for one; null: the default
   * @throws JiraRefusal when the user may not, or the transition is not available
   */
  void transition(ApplicationUser user, long issueId, int transitionId, String resolutionId);
}
