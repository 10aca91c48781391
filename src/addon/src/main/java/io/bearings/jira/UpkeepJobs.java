package io.bearings.jira;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.bearings.progress.CatchingUp;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * What is done again and again, once in the whole cluster. Without Jira's scheduler the add-on
 * works, but lost events stay lost; the health page says so.
 */
@Component
@ExportAsService(LifecycleAware.class)
public class UpkeepJobs implements LifecycleAware, DisposableBean {
  /** Jira's scheduler counts in minutes, and nobody should have to wait longer than needed. */
  private static final Duration EVERY_MINUTE = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(UpkeepJobs.class);

  private final HostService services;
  private final CatchingUp catchingUp;

  /** The {@link JobSchedule}; its types must not be needed to load this class. */
  private Optional<AutoCloseable> schedule = Optional.empty();

  @Inject
  public UpkeepJobs(HostService services, CatchingUp catchingUp) {
    this.services = services;
    this.catchingUp = catchingUp;
  }

  @Override
  public synchronized void onStart() {
    if (schedule.isPresent()) {
      return;
    }
    try {
      schedule =
          JobSchedule.start(
              services, List.of(new Job("bearings-catch-up", EVERY_MINUTE, this::catchUp)));
    } catch (LinkageError e) {
      LOG.error("This Jira's scheduler cannot be used", e);
    }
  }

  /** Something that is done again and again, for the first time at once. */
  record Job(String name, Duration every, Runnable work) {}

  private void catchUp() {
    CatchingUp.Round round = catchingUp.round();
    if (!round.isQuiet()) {
      LOG.info("Caught up with Jira: {}", round);
    }
  }

  /** Whether jobs are run. */
  public synchronized boolean isScheduled() {
    return schedule.isPresent();
  }

  @Override
  public synchronized void destroy() throws Exception {
    if (schedule.isPresent()) {
      schedule.get().close();
      schedule = Optional.empty();
    }
  }
}
