package com.atlassian.jira;

import java.util.Collection;
import java.util.List;

/**
 * The kinds of values that Jira knows, as far as they are needed.
 *
 * <p>Source and confidence: SP: H for {@code ISSUE}, and that it is a {@link JiraDataType}.
 */
public final class JiraDataTypes {
  public static final JiraDataType ISSUE = new Named("com.atlassian.jira.issue.Issue");

  private JiraDataTypes() {}

  private record Named(String name) implements JiraDataType {
    @Override
    public Collection<String> asStrings() {
      return List.of(name);
    }

    @Override
    public boolean matches(JiraDataType otherType) {
      return otherType.asStrings().contains(name);
    }
  }
}
