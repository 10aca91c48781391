package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.config.JobRunnerKey;
import io.bearings.connect.reminders.Posting;
import io.bearings.okr.ErrorLog;
import io.bearings.rhythm.Reminding;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class ReminderJobsTest {
  private final HostService services = mock(HostService.class);
  private final SchedulerService scheduler = mock(SchedulerService.class);
  private final Reminding reminding = mock(Reminding.class);
  private final Posting posting = mock(Posting.class);
  private final JobStates states =
      new JobStates(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), mock(ErrorLog.class));
  private final ReminderJobs jobs = new ReminderJobs(services, states, reminding, posting);

  private void run(String job) {
    ArgumentCaptor<JobRunner> runner = ArgumentCaptor.forClass(JobRunner.class);
    verify(scheduler)
        .registerJobRunner(eq(JobRunnerKey.of("io.bearings:" + job)), runner.capture());
    runner.getValue().runJob(null);
  }

  @Test
  public void remindsAndTriesAgainApartFromEachOther() throws Exception {
    when(services.find(SchedulerService.class)).thenReturn(Optional.of(scheduler));
    when(reminding.round(any())).thenReturn(new Reminding.Round(3, 0));
    jobs.onStart();
    jobs.onStart();
    verify(scheduler, times(4)).scheduleJob(any(), any());

    run("bearings-reminders");
    verify(reminding).round(any());
    run("bearings-reminders-again");
    verify(reminding).retry(any());
    run("bearings-reminders-log");
    verify(reminding).forget();
    verify(posting).forget();
    run("bearings-chats");
    verify(posting).round(any());

    jobs.destroy();
    verify(scheduler, times(4)).unregisterJobRunner(any());
  }

  @Test
  public void aJiraWithoutSchedulerStartsAllTheSame() {
    when(services.find(SchedulerService.class)).thenThrow(new NoClassDefFoundError("scheduler"));

    assertThatCode(jobs::onStart).doesNotThrowAnyException();
    assertThatCode(jobs::destroy).doesNotThrowAnyException();
  }
}
