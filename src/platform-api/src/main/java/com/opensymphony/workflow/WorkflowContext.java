package com.opensymphony.workflow;

/**
 * Who takes a step of a workflow.
 *
 * <p>Source and confidence: public source of OSWorkflow; M.
 */
public interface WorkflowContext {

  /** The user key, in Jira; null for an anonymous visitor. */
  String getCaller();

  void setRollbackOnly();
}
