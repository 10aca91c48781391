package com.opensymphony.workflow;

/**
 * A step of a workflow cannot be taken.
 *
 * <p>Source and confidence: MS: H.
 */
public class WorkflowException extends Exception {
  private static final long serialVersionUID = 1L;

  public WorkflowException(String message) {
    super(message);
  }
}
