package com.atlassian.jira.issue;

/**
 * An issue as {@link IssueManager} returns it. The setters are not called, so they are not listed.
 *
 * <p>Source and confidence: MS, SP; H.
 */
public interface MutableIssue extends Issue {}
