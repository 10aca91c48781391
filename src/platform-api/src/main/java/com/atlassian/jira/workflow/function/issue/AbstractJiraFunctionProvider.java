package com.atlassian.jira.workflow.function.issue;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.workflow.WorkflowFunctionUtils;
import com.opensymphony.workflow.FunctionProvider;
import java.util.Map;

/**
 * The base of functions that run when a transition is taken.
 *
 * <p>Source and confidence: MS: H for getIssue and execute.
 */
public abstract class AbstractJiraFunctionProvider extends WorkflowFunctionUtils
    implements FunctionProvider {

  /** The issue as it is to be, which may not be stored yet. */
  @SuppressWarnings("rawtypes")
  protected MutableIssue getIssue(Map transientVars) {
    return (MutableIssue) transientVars.get("issue");
  }
}
