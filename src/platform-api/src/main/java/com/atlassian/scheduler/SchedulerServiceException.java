package com.atlassian.scheduler;

/**
 * A job could not be scheduled.
 *
 * <p>Source and confidence: GR; M.
 */
public class SchedulerServiceException extends Exception {
  private static final long serialVersionUID = 1L;

  public SchedulerServiceException(String message) {
    super(message);
  }

  public SchedulerServiceException(String message, Throwable cause) {
    super(message, cause);
  }
}
