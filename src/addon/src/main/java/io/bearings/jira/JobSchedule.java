package io.bearings.jira;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import io.bearings.jira.RepeatedJobs.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs in Jira's scheduler, looked up when it is needed: its package is not among those that are
 * known to be there.
 */
final class JobSchedule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobSchedule.class);

  private final SchedulerService scheduler;
  private final List<JobRunnerKey> runners = new ArrayList<>();

  private JobSchedule(SchedulerService scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Starts jobs; absent where this Jira has no scheduler. A job that is scheduled already is
   * scheduled anew, so that what was missed while the add-on was off is caught up with at once.
   */
  static Optional<AutoCloseable> start(HostService services, JobStates states, List<Job> jobs) {
    Optional<JobSchedule> schedule = services.find(SchedulerService.class).map(JobSchedule::new);
    schedule.ifPresent(it -> jobs.forEach(job -> it.start(job, states)));
    return schedule.map(it -> it);
  }

  private void start(Job job, JobStates states) {
    JobRunnerKey key = key(job.name());
    states.scheduled(job);
    scheduler.registerJobRunner(key, new Runner(job, states));
    runners.add(key);
    schedule(job.name(), job.every());
  }

  /**
   * Lets a job that was started run at once, and then again and again.
   *
   * @param name of the job
   * @param every how long until it runs again
   */
  static void now(HostService services, String name, Duration every) {
    services
        .find(SchedulerService.class)
        .map(JobSchedule::new)
        .ifPresent(it -> it.schedule(name, every));
  }

  private static JobRunnerKey key(String name) {
    return JobRunnerKey.of("io.bearings:" + name);
  }

  private void schedule(String name, Duration every) {
    try {
      scheduler.scheduleJob(
          JobId.of("io.bearings:" + name),
          JobConfig.forJobRunnerKey(key(name))
              .withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
              .withSchedule(Schedule.forInterval(every.toMillis(), null)));
    } catch (SchedulerServiceException e) {
      LOG.error("The job {} could not be scheduled", name, e);
    }
  }

  /** The jobs stay scheduled for other nodes; here nobody runs them any more. */
  @Override
  public void close() {
    runners.forEach(scheduler::unregisterJobRunner);
  }

  private record Runner(Job job, JobStates states) implements JobRunner {
    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
      try {
        states.run(job);
        return JobRunnerResponse.success();
      } catch (RuntimeException | LinkageError e) {
        LOG.error("The job {} failed; it is tried again", job.name(), e);
        return JobRunnerResponse.failed(e);
      }
    }
  }
}
