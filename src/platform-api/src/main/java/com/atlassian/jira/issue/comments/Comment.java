package com.atlassian.jira.issue.comments;

import com.atlassian.jira.user.ApplicationUser;
import java.util.Date;

/**
 * A comment on an issue. Jira declares more members; these are the ones that are called.
 *
 * <p>Source and confidence: public add-ons for Jira 7 to 9; M.
 */
public interface Comment {
  ApplicationUser getAuthorApplicationUser();

  Date getCreated();
}
