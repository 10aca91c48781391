package com.atlassian.scheduler.config;

/**
 * What runs a job, when, and on how many nodes; once in the cluster unless said otherwise.
 *
 * <p>Source and confidence: GR; M.
 */
public final class JobConfig {
  private final JobRunnerKey runnerKey;
  private final RunMode runMode;
  private final Schedule schedule;

  private JobConfig(JobRunnerKey runnerKey, RunMode runMode, Schedule schedule) {
    this.runnerKey = runnerKey;
    this.runMode = runMode;
    this.schedule = schedule;
  }

  public static JobConfig forJobRunnerKey(JobRunnerKey jobRunnerKey) {
    return new JobConfig(jobRunnerKey, RunMode.RUN_ONCE_PER_CLUSTER, null);
  }

  public JobConfig withRunMode(RunMode mode) {
    return new JobConfig(runnerKey, mode, schedule);
  }

  public JobConfig withSchedule(Schedule when) {
    return new JobConfig(runnerKey, runMode, when);
  }

  public JobRunnerKey getJobRunnerKey() {
    return runnerKey;
  }

  public RunMode getRunMode() {
    return runMode;
  }

  public Schedule getSchedule() {
    return schedule;
  }
}
