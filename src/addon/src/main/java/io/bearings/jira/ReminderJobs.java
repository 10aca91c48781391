package io.bearings.jira;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.bearings.rhythm.Reminding;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Reminds people of their check-ins, once in the whole cluster; nothing is done while reminders are
 * off. Without Jira's scheduler nobody is reminded.
 */
@Component
@ExportAsService(LifecycleAware.class)
public class ReminderJobs implements LifecycleAware, DisposableBean {
  private static final Duration EVERY_FEW_MINUTES = Duration.ofMinutes(5);
  private static final Duration EVERY_MINUTE = Duration.ofMinutes(1);
  private static final Duration EVERY_DAY = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(ReminderJobs.class);

  private final HostService services;
  private final JobStates states;
  private final Reminding reminding;
  private volatile boolean stopping;

  /** The {@link JobSchedule}; its types must not be needed to load this class. */
  private Optional<AutoCloseable> schedule = Optional.empty();

  @Inject
  public ReminderJobs(HostService services, JobStates states, Reminding reminding) {
    this.services = services;
    this.states = states;
    this.reminding = reminding;
  }

  @Override
  public synchronized void onStart() {
    if (schedule.isPresent()) {
      return;
    }
    try {
      schedule =
          JobSchedule.start(
              services,
              states,
              List.of(
                  new UpkeepJobs.Job("bearings-reminders", EVERY_FEW_MINUTES, this::round),
                  new UpkeepJobs.Job("bearings-reminders-again", EVERY_MINUTE, this::retry),
                  new UpkeepJobs.Job("bearings-reminders-log", EVERY_DAY, reminding::forget)));
    } catch (LinkageError e) {
      LOG.error("This Jira's scheduler cannot be used", e);
    }
  }

  private void round() {
    int reminded = reminding.round(this::stops).reminded();
    if (reminded > 0) {
      LOG.info("People reminded of their check-ins: {}", reminded);
    }
  }

  private void retry() {
    reminding.retry(this::stops);
  }

  private boolean stops() {
    return stopping;
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
