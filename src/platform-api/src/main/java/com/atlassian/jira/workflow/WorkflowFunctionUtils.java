package com.atlassian.jira.workflow;

import com.opensymphony.workflow.WorkflowContext;
import java.util.Map;

/**
 * What functions of a workflow find out about a transition.
 *
 * <p>Source and confidence: SP, MS: H for getCallerKey; M for its being static, from public source
 * of earlier versions.
 */
public class WorkflowFunctionUtils {

  /** The key of the person who takes the transition; null for an anonymous visitor. */
  @SuppressWarnings("rawtypes")
  public static String getCallerKey(Map transientVars, Map args) {
    Object given = args == null ? null : args.get("userKey");
    if (given instanceof String key && !key.isEmpty()) {
      return key;
    }
    return ((WorkflowContext) transientVars.get("context")).getCaller();
  }
}
