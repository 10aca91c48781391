package com.atlassian.jira.issue.comments;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

/**
 * The comments of issues. It checks no permission.
 *
 * <p>Source and confidence: GR; M for create. Other methods are not called.
 */
public interface CommentManager {
  Comment create(Issue issue, ApplicationUser author, String body, boolean dispatchEvent);
}
