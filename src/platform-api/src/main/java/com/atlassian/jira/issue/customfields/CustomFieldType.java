package com.atlassian.jira.issue.customfields;

/**
 * The kind of a custom field; its key is {@code pluginKey:moduleKey}.
 *
 * <p>Source and confidence: Jira documentation; M.
 */
public interface CustomFieldType<T, S> {
  String getKey();

  String getName();

  String getDescription();
}
