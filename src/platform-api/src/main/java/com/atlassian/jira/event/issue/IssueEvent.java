package com.atlassian.jira.event.issue;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Date;
import java.util.Map;

/**
 * Something happened to an issue; told only on the node where it happened.
 *
 * <p>Source and confidence: GR, CD; M. Comment, work log and change log come when a caller needs
 * them.
 */
public class IssueEvent {
  private final Issue issue;
  private final Map<String, Object> params;
  private final ApplicationUser user;
  private final Long eventTypeId;
  private final boolean sendMail;
  private final Date time = new Date();

  public IssueEvent(
      Issue issue, Map<String, Object> params, ApplicationUser user, Long eventTypeId) {
    this(issue, params, user, eventTypeId, true);
  }

  public IssueEvent(
      Issue issue,
      Map<String, Object> params,
      ApplicationUser user,
      Long eventTypeId,
      boolean sendMail) {
    this.issue = issue;
    this.params = Map.copyOf(params);
    this.user = user;
    this.eventTypeId = eventTypeId;
    this.sendMail = sendMail;
  }

  public Issue getIssue() {
    return issue;
  }

  public Project getProject() {
    return issue.getProjectObject();
  }

  /** Who did it; null when nobody was logged in. */
  public ApplicationUser getUser() {
    return user;
  }

  /**
   * One of the ids in {@link com.atlassian.jira.event.type.EventType}, or that of a custom event.
   */
  public Long getEventTypeId() {
    return eventTypeId;
  }

  public Map<String, Object> getParams() {
    return params;
  }

  public boolean isSendMail() {
    return sendMail;
  }

  public Date getTime() {
    return new Date(time.getTime());
  }
}
