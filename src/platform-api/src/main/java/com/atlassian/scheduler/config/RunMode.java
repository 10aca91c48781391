package com.atlassian.scheduler.config;

/**
 * On how many nodes a job runs.
 *
 * <p>Source and confidence: GR; M.
 */
public enum RunMode {
  RUN_ONCE_PER_CLUSTER,
  RUN_LOCALLY
}
