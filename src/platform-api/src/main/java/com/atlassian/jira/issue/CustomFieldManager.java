package com.atlassian.jira.issue;

import com.atlassian.jira.issue.fields.CustomField;
import java.util.Collection;
import java.util.List;

/**
 * The custom fields of this Jira.
 *
 * <p>Source and confidence: SP, MS; H.
 */
public interface CustomFieldManager {
  CustomField getCustomFieldObject(String id);

  CustomField getCustomFieldObject(Long id);

  List<CustomField> getCustomFieldObjects();

  Collection<CustomField> getCustomFieldObjectsByName(String name);
}
