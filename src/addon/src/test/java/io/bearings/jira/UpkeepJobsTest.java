package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import io.bearings.kpi.metric.MetricBackfill;
import io.bearings.okr.ErrorLog;
import io.bearings.progress.CatchingUp;
import io.bearings.progress.Checking;
import io.bearings.progress.Queries;
import io.bearings.progress.Rebuilding;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class UpkeepJobsTest {
  private static final JobRunnerKey RUNNER = JobRunnerKey.of("io.bearings:bearings-catch-up");

  private final HostService services = mock(HostService.class);
  private final SchedulerService scheduler = mock(SchedulerService.class);
  private final CatchingUp catchingUp = mock(CatchingUp.class);
  private final Queries queries = mock(Queries.class);
  private final Rebuilding rebuilding = mock(Rebuilding.class);
  private final Checking checking = mock(Checking.class);
  private final MetricBackfill metrics = mock(MetricBackfill.class);
  private final ErrorLog errors = mock(ErrorLog.class);
  private final JobStates states =
      new JobStates(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), errors);
  private final UpkeepJobs jobs =
      new UpkeepJobs(services, states, catchingUp, queries, rebuilding, checking, metrics);

  private JobRunner started() {
    when(services.find(SchedulerService.class)).thenReturn(Optional.of(scheduler));
    jobs.onStart();
    ArgumentCaptor<JobRunner> runner = ArgumentCaptor.forClass(JobRunner.class);
    verify(scheduler).registerJobRunner(eqKey(), runner.capture());
    return runner.getValue();
  }

  private static JobRunnerKey eqKey() {
    return eq(RUNNER);
  }

  @Test
  public void catchesUpAtOnceAndEveryMinuteOnOneNode() throws Exception {
    when(catchingUp.round()).thenReturn(new CatchingUp.Round(1, 0, 0, 0));
    JobRunner runner = started();

    ArgumentCaptor<JobConfig> config = ArgumentCaptor.forClass(JobConfig.class);
    verify(scheduler).scheduleJob(eq(JobId.of("io.bearings:bearings-catch-up")), config.capture());
    assertThat(config.getValue().getJobRunnerKey()).isEqualTo(RUNNER);
    assertThat(config.getValue().getRunMode()).isEqualTo(RunMode.RUN_ONCE_PER_CLUSTER);
    assertThat(config.getValue().getSchedule().getIntervalScheduleInfo().getIntervalInMillis())
        .isEqualTo(60_000);
    assertThat(config.getValue().getSchedule().getIntervalScheduleInfo().getFirstRunTime())
        .isNull();
    assertThat(runner.runJob(mock(JobRunnerRequest.class)).getMessage()).isNull();
    verify(catchingUp).round();
  }

  @Test
  public void goesOnWithARebuildAndLetsOneBeginAtOnce() throws Exception {
    JobRunnerKey key = JobRunnerKey.of("io.bearings:bearings-rebuild");
    JobId id = JobId.of("io.bearings:bearings-rebuild");
    when(rebuilding.goOn(any())).thenReturn(3L);
    jobs.rebuildNow();
    verify(scheduler, never()).scheduleJob(any(), any());
    started();
    ArgumentCaptor<JobRunner> runner = ArgumentCaptor.forClass(JobRunner.class);
    verify(scheduler).registerJobRunner(eq(key), runner.capture());

    assertThat(runner.getValue().runJob(mock(JobRunnerRequest.class)).getMessage()).isNull();
    verify(rebuilding).goOn(any());
    verify(checking).round();
    jobs.rebuildNow();
    verify(scheduler, times(2)).scheduleJob(eq(id), any());
  }

  @Test
  public void asksEachHourWhatNoEventTellsOf() throws Exception {
    JobRunnerKey key = JobRunnerKey.of("io.bearings:bearings-queries");
    started();
    ArgumentCaptor<JobRunner> runner = ArgumentCaptor.forClass(JobRunner.class);
    verify(scheduler).registerJobRunner(eq(key), runner.capture());
    ArgumentCaptor<JobConfig> config = ArgumentCaptor.forClass(JobConfig.class);
    verify(scheduler).scheduleJob(eq(JobId.of("io.bearings:bearings-queries")), config.capture());

    assertThat(config.getValue().getSchedule().getIntervalScheduleInfo().getIntervalInMillis())
        .isEqualTo(3_600_000);
    assertThat(runner.getValue().runJob(mock(JobRunnerRequest.class)).getMessage()).isNull();
    verify(queries).lookAtUnsteady();
  }

  @Test
  public void aRoundThatFailsIsToldToTheScheduler() {
    when(catchingUp.round()).thenThrow(new IllegalStateException("made up"));

    assertThat(started().runJob(mock(JobRunnerRequest.class)).getMessage()).contains("made up");
  }

  @Test
  public void startsOnceAndEndsWithTheAddOn() throws Exception {
    started();
    jobs.onStart();
    verify(scheduler, times(4)).registerJobRunner(any(), any());
    assertThat(jobs.isScheduled()).isTrue();

    jobs.destroy();
    verify(scheduler).unregisterJobRunner(RUNNER);
    assertThat(jobs.isScheduled()).isFalse();
    jobs.destroy();
  }

  @Test
  public void projectsThatMetricsMeasureAreReadEveryMinuteOrAtOnce() throws Exception {
    JobId id = JobId.of("io.bearings:bearings-metrics");
    BackfillSchedule atOnce = new BackfillSchedule(services);
    when(metrics.goOn(any())).thenReturn(3);
    started();
    ArgumentCaptor<JobRunner> runner = ArgumentCaptor.forClass(JobRunner.class);
    verify(scheduler)
        .registerJobRunner(eq(JobRunnerKey.of("io.bearings:bearings-metrics")), runner.capture());

    runner.getValue().runJob(mock(JobRunnerRequest.class));
    verify(metrics).goOn(any());
    atOnce.begin();
    verify(scheduler, times(2)).scheduleJob(eq(id), any());
  }

  @Test
  public void withoutASchedulerTheAddOnStarts() throws Exception {
    when(services.find(SchedulerService.class)).thenReturn(Optional.empty());
    jobs.onStart();
    assertThat(jobs.isScheduled()).isFalse();

    when(services.find(SchedulerService.class)).thenThrow(new NoClassDefFoundError("scheduler"));
    jobs.onStart();
    assertThat(jobs.isScheduled()).isFalse();
  }

  @Test
  public void aJobThatIsRefusedDoesNotStopTheAddOn() throws Exception {
    doThrow(new SchedulerServiceException("made up")).when(scheduler).scheduleJob(any(), any());
    started();

    assertThat(jobs.isScheduled()).isTrue();
  }
}
