package com.atlassian.scheduler;

import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import java.util.Date;

/**
 * One run of a job.
 *
 * <p>Source and confidence: scheduler API 5; M.
 */
public interface JobRunnerRequest {
  Date getStartTime();

  JobId getJobId();

  JobRunnerKey getJobRunnerKey();

  JobConfig getJobConfig();

  boolean isCancellationRequested();
}
