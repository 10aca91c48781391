package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import java.util.Optional;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class BackfillScheduleTest {
  private static final JobId JOB = JobId.of("io.bearings:bearings-metrics");

  private final HostService services = mock(HostService.class);
  private final SchedulerService scheduler = mock(SchedulerService.class);
  private final BackfillSchedule schedule = new BackfillSchedule(services);

  @Test
  public void theJobBeginsAtOnceAndComesAgainEachMinute() throws Exception {
    when(services.find(SchedulerService.class)).thenReturn(Optional.of(scheduler));
    schedule.begin();

    ArgumentCaptor<JobConfig> config = ArgumentCaptor.forClass(JobConfig.class);
    verify(scheduler).scheduleJob(eq(JOB), config.capture());
    assertThat(config.getValue().getJobRunnerKey())
        .isEqualTo(JobRunnerKey.of("io.bearings:bearings-metrics"));
    assertThat(config.getValue().getRunMode()).isEqualTo(RunMode.RUN_ONCE_PER_CLUSTER);
    assertThat(config.getValue().getSchedule().getIntervalScheduleInfo().getIntervalInMillis())
        .isEqualTo(60_000);
    assertThat(config.getValue().getSchedule().getIntervalScheduleInfo().getFirstRunTime())
        .isNull();
    // Its runner belongs to whoever does the work.
    verify(scheduler, never()).registerJobRunner(any(), any());
  }

  @Test
  public void whoeverAsksDoesNotFailWithTheScheduler() throws Exception {
    when(services.find(SchedulerService.class)).thenReturn(Optional.empty());
    assertThatCode(schedule::begin).doesNotThrowAnyException();

    when(services.find(SchedulerService.class)).thenThrow(new NoClassDefFoundError("scheduler"));
    assertThatCode(schedule::begin).doesNotThrowAnyException();
  }

  @Test
  public void aSchedulerThatRefusesIsNoFailureOfWhoeverAsks() throws Exception {
    when(services.find(SchedulerService.class)).thenReturn(Optional.of(scheduler));
    doThrow(new SchedulerServiceException("made up")).when(scheduler).scheduleJob(any(), any());
    assertThatCode(schedule::begin).doesNotThrowAnyException();

    doThrow(new IllegalStateException("shut down")).when(scheduler).scheduleJob(any(), any());
    assertThatCode(schedule::begin).doesNotThrowAnyException();
  }
}
