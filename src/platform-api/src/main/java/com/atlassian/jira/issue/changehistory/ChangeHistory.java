package com.atlassian.jira.issue.changehistory;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.Timestamp;
import java.util.List;

/**
 * What one person changed on one issue at one moment. Jira builds these from its own rows; whoever
 * stands in for Jira extends the class.
 *
 * <p>Source and confidence: Javadoc 7.3; M.
 */
public class ChangeHistory {
  private final Long id;
  private final Issue issue;
  private final ApplicationUser author;
  private final Timestamp performed;
  private final List<ChangeItemBean> items;

  protected ChangeHistory(
      Long id,
      Issue issue,
      ApplicationUser author,
      Timestamp performed,
      List<ChangeItemBean> items) {
    this.id = id;
    this.issue = issue;
    this.author = author;
    this.performed = new Timestamp(performed.getTime());
    this.items = List.copyOf(items);
  }

  public Long getId() {
    return id;
  }

  public Issue getIssue() {
    return issue;
  }

  public Long getIssueId() {
    return issue.getId();
  }

  /** Who made the change; null when nobody was logged in. */
  public ApplicationUser getAuthorObject() {
    return author;
  }

  /** The user key of who made the change; null when nobody was logged in. */
  public String getAuthorKey() {
    return author == null ? null : author.getKey();
  }

  public Timestamp getTimePerformed() {
    return new Timestamp(performed.getTime());
  }

  public List<ChangeItemBean> getChangeItemBeans() {
    return items;
  }
}
