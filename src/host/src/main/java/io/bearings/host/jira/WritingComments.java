package io.bearings.host.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.user.ApplicationUser;

/**
 * Jira's interface for comments. Jira's checks no permission; this one does, so that an add-on that
 * forgets to is found out.
 */
record WritingComments(Comments comments) implements CommentManager {

  @Override
  public Comment create(Issue issue, ApplicationUser author, String body, boolean dispatchEvent) {
    comments.add(author, issue.getId(), body);
    return new Written();
  }

  private record Written() implements Comment {}
}
