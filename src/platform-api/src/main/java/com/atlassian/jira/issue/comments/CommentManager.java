package com.atlassian.jira.issue.comments;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import java.util.List;

/**
 * The comments of issues.
 *
 * <p>Source and confidence: public add-ons for Jira 7 to 9; M. Costs a statement for each issue.
 */
public interface CommentManager {
  /** All comments, whoever may see them. */
  List<Comment> getComments(Issue issue);

  /** Checks no permission. */
  Comment create(Issue issue, ApplicationUser author, String body, boolean dispatchEvent);
}
