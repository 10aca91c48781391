package io.bearings.jira;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.bearings.connect.acts.Deliveries;
import io.bearings.connect.acts.Doing;
import io.bearings.connect.acts.Mailing;
import io.bearings.connect.acts.OutgoingSettings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The acts and the mail that breaches bring, each minute, once in the whole cluster. Without Jira's
 * scheduler acts are done when a breach is noticed, and what failed is not tried again.
 */
@Component
@ExportAsService(LifecycleAware.class)
public class ActJobs implements LifecycleAware, DisposableBean {
  private static final Duration EVERY_MINUTE = Duration.ofMinutes(1);
  private static final Duration EVERY_DAY = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(ActJobs.class);

  private final HostService services;
  private final JobStates states;
  private final Doing doing;
  private final Mailing mailing;
  private final Deliveries deliveries;
  private final OutgoingSettings settings;
  private final Clock clock;
  private volatile boolean stopping;

  /** The {@link JobSchedule}; its types must not be needed to load this class. */
  private Optional<AutoCloseable> schedule = Optional.empty();

  @Inject
  public ActJobs(
      HostService services,
      JobStates states,
      Doing doing,
      Mailing mailing,
      Deliveries deliveries,
      OutgoingSettings settings,
      Clock clock) {
    this.services = services;
    this.states = states;
    this.doing = doing;
    this.mailing = mailing;
    this.deliveries = deliveries;
    this.settings = settings;
    this.clock = clock;
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
                  new UpkeepJobs.Job("bearings-acts", EVERY_MINUTE, () -> doing.round(this::stops)),
                  new UpkeepJobs.Job(
                      "bearings-mail", EVERY_MINUTE, () -> mailing.round(this::stops)),
                  new UpkeepJobs.Job("bearings-call-log", EVERY_DAY, this::forget)));
    } catch (LinkageError e) {
      LOG.error("This Jira's scheduler cannot be used", e);
    }
  }

  private boolean stops() {
    return stopping;
  }

  private void forget() {
    deliveries.forget(clock.instant().minus(Duration.ofDays(settings.current().callLogDays())));
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
