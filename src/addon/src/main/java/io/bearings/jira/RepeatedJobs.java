package io.bearings.jira;

import com.atlassian.sal.api.lifecycle.LifecycleAware;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Jobs that Jira's scheduler runs from the start of the add-on to its end. Without a scheduler
 * there are none, and the add-on starts all the same.
 */
public abstract class RepeatedJobs implements LifecycleAware, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(RepeatedJobs.class);

  private final HostService services;
  private final JobStates states;
  private volatile boolean stopping;

  /** The {@link JobSchedule}; its types must not be needed to load this class. */
  private Optional<AutoCloseable> schedule = Optional.empty();

  RepeatedJobs(HostService services, JobStates states) {
    this.services = services;
    this.states = states;
  }

  /** Something that is done again and again, for the first time at once. */
  record Job(String name, Duration every, Runnable work) {}

  /** What is to be done; asked once, at the start. */
  abstract List<Job> jobs();

  @Override
  public synchronized void onStart() {
    if (schedule.isPresent()) {
      return;
    }
    try {
      schedule = JobSchedule.start(services, states, jobs());
    } catch (LinkageError e) {
      LOG.error("This Jira's scheduler cannot be used", e);
    }
  }

  /** Whether the add-on is being switched off, so that long work gives up. */
  final boolean stops() {
    return stopping;
  }

  /** Lets one of the jobs run now, and not only when its time has come. */
  final synchronized void now(Job job) {
    schedule.ifPresent(it -> JobSchedule.now(services, job.name(), job.every()));
  }

  /** Whether jobs are run. */
  public synchronized boolean isScheduled() {
    return schedule.isPresent();
  }

  @Override
  public synchronized void destroy() throws Exception {
    stopping = true;
    if (schedule.isPresent()) {
      schedule.get().close();
      schedule = Optional.empty();
    }
  }
}
