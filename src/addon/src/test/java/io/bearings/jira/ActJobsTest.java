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
import io.bearings.connect.acts.Deliveries;
import io.bearings.connect.acts.Doing;
import io.bearings.connect.acts.Mailing;
import io.bearings.connect.acts.Outgoing;
import io.bearings.connect.acts.OutgoingSettings;
import io.bearings.okr.ErrorLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class ActJobsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final HostService services = mock(HostService.class);
  private final SchedulerService scheduler = mock(SchedulerService.class);
  private final Doing doing = mock(Doing.class);
  private final Mailing mailing = mock(Mailing.class);
  private final Deliveries deliveries = mock(Deliveries.class);
  private final OutgoingSettings settings = mock(OutgoingSettings.class);
  private final ErrorLog errors = mock(ErrorLog.class);
  private final JobStates states =
      new JobStates(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), errors);
  private final ActJobs jobs =
      new ActJobs(
          services, states, doing, mailing, deliveries, settings, Clock.fixed(NOW, ZoneOffset.UTC));

  private void run(String job) {
    ArgumentCaptor<JobRunner> runner = ArgumentCaptor.forClass(JobRunner.class);
    verify(scheduler)
        .registerJobRunner(eq(JobRunnerKey.of("io.bearings:" + job)), runner.capture());
    runner.getValue().runJob(null);
  }

  @Test
  public void doesActsAndMailApartFromEachOther() throws Exception {
    when(services.find(SchedulerService.class)).thenReturn(Optional.of(scheduler));
    jobs.onStart();
    jobs.onStart();
    verify(scheduler, times(3)).scheduleJob(any(), any());

    run("bearings-acts");
    verify(doing).round(any());
    run("bearings-mail");
    verify(mailing).round(any());
    when(settings.current()).thenReturn(new Outgoing(Set.of(), false, 30));
    run("bearings-call-log");
    verify(deliveries).forget(NOW.minus(Duration.ofDays(30)));

    jobs.destroy();
    verify(scheduler, times(3)).unregisterJobRunner(any());
  }

  @Test
  public void aJiraWithoutSchedulerStartsAllTheSame() {
    when(services.find(SchedulerService.class)).thenThrow(new NoClassDefFoundError("scheduler"));

    assertThatCode(jobs::onStart).doesNotThrowAnyException();
    assertThatCode(jobs::destroy).doesNotThrowAnyException();
  }
}
