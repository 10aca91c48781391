package com.atlassian.jira.issue.comments;

/**
 * A comment on an issue. Its methods are not called, so they are not listed.
 *
 * <p>Source and confidence: GR; M.
 */
public interface Comment {}
