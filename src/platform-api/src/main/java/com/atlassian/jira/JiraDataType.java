package com.atlassian.jira;

import java.util.Collection;

/**
 * What kind of value a field holds or a JQL function gives; Jira offers functions only for fields
 * of a matching kind.
 *
 * <p>Source and confidence: SP: H for its existence; M for the methods.
 */
public interface JiraDataType {
  Collection<String> asStrings();

  boolean matches(JiraDataType otherType);
}
