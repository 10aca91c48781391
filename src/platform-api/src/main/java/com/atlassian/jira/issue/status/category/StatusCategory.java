package com.atlassian.jira.issue.status.category;

/**
 * The category of a status, by key: undefined, new, indeterminate or done.
 *
 * <p>Source and confidence: Jira documentation; M. The constants are initialised by calls, so that
 * nothing of them is copied into callers.
 */
public interface StatusCategory {
  String UNDEFINED = String.valueOf("undefined");
  String TO_DO = String.valueOf("new");
  String IN_PROGRESS = String.valueOf("indeterminate");
  String COMPLETE = String.valueOf("done");

  Long getId();

  String getKey();

  String getName();

  String getTranslatedName();

  String getColorName();

  Long getSequence();
}
