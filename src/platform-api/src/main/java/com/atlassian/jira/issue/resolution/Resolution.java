package com.atlassian.jira.issue.resolution;

import com.atlassian.jira.issue.IssueConstant;

/**
 * Why an issue is closed.
 *
 * <p>Source and confidence: Jira documentation; M.
 */
public interface Resolution extends IssueConstant {}
