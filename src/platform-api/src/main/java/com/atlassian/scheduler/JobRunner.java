package com.atlassian.scheduler;

/**
 * What a job does.
 *
 * <p>Source and confidence: GR; M.
 */
public interface JobRunner {
  JobRunnerResponse runJob(JobRunnerRequest request);
}
