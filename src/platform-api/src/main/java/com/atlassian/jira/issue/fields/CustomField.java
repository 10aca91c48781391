package com.atlassian.jira.issue.fields;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.CustomFieldType;

/**
 * A custom field.
 *
 * <p>Source and confidence: SP, MS; H.
 */
public interface CustomField {
  String getId();

  Long getIdAsLong();

  String getName();

  String getFieldName();

  String getUntranslatedName();

  Object getValue(Issue issue);

  CustomFieldType<?, ?> getCustomFieldType();
}
