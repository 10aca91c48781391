package io.bearings.host.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import io.bearings.host.db.Database;
import io.bearings.host.db.JdbcAddress;
import io.bearings.host.db.PooledDatabase;
import java.time.Clock;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DatabaseSchedulerTest {
  private static final JobRunnerKey RUNNER = JobRunnerKey.of("runner");
  private static final JobId JOB = JobId.of("job");
  private static final long HOUR = 3_600_000;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private final AtomicInteger runs = new AtomicInteger();
  private Database database;
  private DatabaseScheduler scheduler;

  @Before
  public void open() {
    database = PooledDatabase.open(JdbcAddress.fileIn(folder.getRoot().toPath()));
    scheduler = new DatabaseScheduler(database, Clock.systemUTC());
  }

  @After
  public void close() {
    scheduler.close();
    database.close();
  }

  private static JobConfig every(long millis, Date first) {
    return JobConfig.forJobRunnerKey(RUNNER).withSchedule(Schedule.forInterval(millis, first));
  }

  private JobRunnerResponse count() {
    runs.incrementAndGet();
    return JobRunnerResponse.success();
  }

  @Test
  public void runsAgainAndAgainAlsoAfterARunThatFailed() throws Exception {
    CountDownLatch twice = new CountDownLatch(2);
    scheduler.registerJobRunner(
        RUNNER,
        request -> {
          twice.countDown();
          throw new IllegalStateException("made up");
        });
    scheduler.scheduleJob(JOB, every(1, null));
    scheduler.start();

    assertThat(twice.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  public void onlyOneOfTwoNodesRunsAJobThatIsDue() throws Exception {
    scheduler.scheduleJob(JOB, every(HOUR, null));
    try (DatabaseScheduler second = new DatabaseScheduler(database, Clock.systemUTC())) {
      scheduler.registerJobRunner(RUNNER, request -> count());
      second.registerJobRunner(RUNNER, request -> count());
      scheduler.look();
      second.look();
      scheduler.close();
    }

    assertThat(runs).hasValue(1);
  }

  @Test
  public void whatIsLaterWithdrawnOrHasNoRunnerWaits() throws Exception {
    scheduler.scheduleJob(
        JobId.of("later"), every(HOUR, new Date(System.currentTimeMillis() + HOUR)));
    scheduler.scheduleJob(JOB, every(HOUR, null));
    scheduler.look();
    scheduler.registerJobRunner(RUNNER, request -> count());
    scheduler.unscheduleJob(JOB);
    scheduler.look();
    scheduler.scheduleJob(JOB, every(HOUR, null));
    scheduler.unregisterJobRunner(RUNNER);
    scheduler.look();
    scheduler.close();

    assertThat(runs).hasValue(0);
  }

  @Test
  public void refusesWhatItDoesNotDo() {
    assertThatThrownBy(
            () -> scheduler.scheduleJob(JOB, every(1, null).withRunMode(RunMode.RUN_LOCALLY)))
        .isInstanceOf(SchedulerServiceException.class)
        .hasMessageContaining("once in the cluster");
  }
}
