package io.bearings.jira;

import io.bearings.kpi.metric.BackfillStart;
import jakarta.inject.Inject;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The job that reads the past of measured projects: when it comes, and that it comes at once. */
@Component
class BackfillSchedule implements BackfillStart {
  /** The name of the job. */
  static final String NAME = "bearings-metrics";

  /** How often it comes by itself. */
  static final Duration EVERY = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(BackfillSchedule.class);

  private final HostService services;

  @Inject
  BackfillSchedule(HostService services) {
    this.services = services;
  }

  @Override
  public void begin() {
    try {
      JobSchedule.now(services, NAME, EVERY);
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("The job {} cannot be begun at once; it comes by itself", NAME, e);
    }
  }
}
