package io.bearings.host.jobs;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.IntervalScheduleInfo;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import io.bearings.host.db.Database;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Jobs that run once in the cluster: they stand in a table of the database, outlive a restart, and
 * whoever moves a job's next time forward runs it. A job without a runner on this node waits.
 */
public final class DatabaseScheduler implements SchedulerService, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseScheduler.class);
  private static final long LOOK_MILLISECONDS = 500;

  /** As many jobs run at once; Jira has four of them. */
  private static final int THREADS = 4;

  private final Database database;
  private final Clock clock;
  private final Map<String, JobRunner> runners = new ConcurrentHashMap<>();
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          THREADS,
          work -> {
            Thread made = new Thread(work, "host-scheduler");
            made.setDaemon(true);
            return made;
          });

  /** Makes the table when it is not there. */
  public DatabaseScheduler(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    database
        .jdbc()
        .execute(
            "create table if not exists HOST_JOB (JOB_ID varchar(200) primary key,"
                + " RUNNER_KEY varchar(200) not null, EVERY_MS bigint not null,"
                + " NEXT_RUN bigint not null)");
  }

  /** From now on jobs run. */
  public void start() {
    threads.scheduleWithFixedDelay(
        this::look, LOOK_MILLISECONDS, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void registerJobRunner(JobRunnerKey jobRunnerKey, JobRunner jobRunner) {
    runners.put(jobRunnerKey.toString(), jobRunner);
  }

  @Override
  public void unregisterJobRunner(JobRunnerKey jobRunnerKey) {
    runners.remove(jobRunnerKey.toString());
  }

  @Override
  public synchronized void scheduleJob(JobId jobId, JobConfig jobConfig)
      throws SchedulerServiceException {
    if (jobConfig.getRunMode() != RunMode.RUN_ONCE_PER_CLUSTER) {
      throw new SchedulerServiceException("This host runs jobs once in the cluster only: " + jobId);
    }
    IntervalScheduleInfo when = jobConfig.getSchedule().getIntervalScheduleInfo();
    long first =
        Optional.ofNullable(when.getFirstRunTime()).map(Date::getTime).orElse(clock.millis());
    try {
      database
          .transactions()
          .executeWithoutResult(
              status -> {
                database.jdbc().update("delete from HOST_JOB where JOB_ID = ?", jobId.toString());
                database
                    .jdbc()
                    .update(
                        "insert into HOST_JOB (JOB_ID, RUNNER_KEY, EVERY_MS, NEXT_RUN)"
                            + " values (?, ?, ?, ?)",
                        jobId.toString(),
                        jobConfig.getJobRunnerKey().toString(),
                        when.getIntervalInMillis(),
                        first);
              });
    } catch (DataAccessException e) {
      throw new SchedulerServiceException("The job " + jobId + " could not be kept", e);
    }
  }

  @Override
  public void unscheduleJob(JobId jobId) {
    database.jdbc().update("delete from HOST_JOB where JOB_ID = ?", jobId.toString());
  }

  private record Due(String jobId, String runnerKey, long every, long at) {}

  /** Begins what is due; one job never runs twice at once on this node. */
  void look() {
    try {
      List<Due> due =
          database
              .jdbc()
              .query(
                  "select JOB_ID, RUNNER_KEY, EVERY_MS, NEXT_RUN from HOST_JOB"
                      + " where NEXT_RUN <= ? order by NEXT_RUN",
                  (row, i) ->
                      new Due(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
                  clock.millis());
      for (Due each : due) {
        Optional<JobRunner> runner = Optional.ofNullable(runners.get(each.runnerKey()));
        if (runner.isPresent() && running.add(each.jobId())) {
          threads.execute(() -> run(each, runner.get()));
        }
      }
    } catch (RuntimeException e) {
      LOG.error("The scheduler could not look for jobs", e);
    }
  }

  /** Whether no other node was faster. */
  private boolean claim(Due due) {
    return database
            .jdbc()
            .update(
                "update HOST_JOB set NEXT_RUN = ? where JOB_ID = ? and NEXT_RUN = ?",
                clock.millis() + due.every(),
                due.jobId(),
                due.at())
        == 1;
  }

  private void run(Due due, JobRunner runner) {
    try {
      if (claim(due)) {
        JobRunnerResponse response = runner.runJob(request(due));
        if (response.getMessage() != null) {
          LOG.warn("The job {} says: {}", due.jobId(), response.getMessage());
        }
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.error("The job {} failed", due.jobId(), e);
    } finally {
      running.remove(due.jobId());
    }
  }

  private JobRunnerRequest request(Due due) {
    Date now = new Date(clock.millis());
    JobRunnerKey runnerKey = JobRunnerKey.of(due.runnerKey());
    JobConfig config =
        JobConfig.forJobRunnerKey(runnerKey)
            .withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
            .withSchedule(Schedule.forInterval(due.every(), now));
    return new JobRunnerRequest() {
      @Override
      public Date getStartTime() {
        return now;
      }

      @Override
      public JobId getJobId() {
        return JobId.of(due.jobId());
      }

      @Override
      public JobRunnerKey getJobRunnerKey() {
        return runnerKey;
      }

      @Override
      public JobConfig getJobConfig() {
        return config;
      }

      @Override
      public boolean isCancellationRequested() {
        return threads.isShutdown();
      }
    };
  }

  /** What runs is given ten seconds to end. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
