package com.atlassian.scheduler;

/**
 * How a run of a job ended.
 *
 * <p>Source and confidence: GR; M.
 */
public final class JobRunnerResponse {
  private final String message;

  private JobRunnerResponse(String message) {
    this.message = message;
  }

  public static JobRunnerResponse success() {
    return new JobRunnerResponse(null);
  }

  public static JobRunnerResponse failed(Throwable cause) {
    return new JobRunnerResponse(cause.toString());
  }

  public String getMessage() {
    return message;
  }
}
