package io.bearings.jira;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.bearings.kpi.metric.MetricBackfill;
import io.bearings.okr.KeyResult;
import io.bearings.progress.CatchingUp;
import io.bearings.progress.Checking;
import io.bearings.progress.Queries;
import io.bearings.progress.Rebuilding;
import io.bearings.progress.Recounts.Difference;
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

  /** How long a query that asks for what no event tells of may be behind. */
  private static final Duration EVERY_HOUR = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(UpkeepJobs.class);

  private final HostService services;
  private final JobStates states;
  private final CatchingUp catchingUp;
  private final Queries queries;
  private final Rebuilding rebuilding;
  private final Checking checking;
  private final MetricBackfill metrics;
  private final Job rebuild = new Job("bearings-rebuild", EVERY_MINUTE, this::rebuild);
  private volatile boolean stopping;

  /** The {@link JobSchedule}; its types must not be needed to load this class. */
  private Optional<AutoCloseable> schedule = Optional.empty();

  @Inject
  public UpkeepJobs(
      HostService services,
      JobStates states,
      CatchingUp catchingUp,
      Queries queries,
      Rebuilding rebuilding,
      Checking checking,
      MetricBackfill metrics) {
    this.services = services;
    this.states = states;
    this.queries = queries;
    this.catchingUp = catchingUp;
    this.rebuilding = rebuilding;
    this.checking = checking;
    this.metrics = metrics;
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
                  new Job("bearings-catch-up", EVERY_MINUTE, this::catchUp),
                  rebuild,
                  new Job(BackfillSchedule.NAME, BackfillSchedule.EVERY, this::fill),
                  new Job("bearings-queries", EVERY_HOUR, queries::lookAtUnsteady)));
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

  /** A rebuild that was started goes on here; after it what is compared each night. */
  private void rebuild() {
    long corrected = rebuilding.goOn(() -> stopping);
    if (corrected > 0) {
      LOG.info("Contributions that a rebuild corrected: {}", corrected);
    }
    for (Difference each : checking.round()) {
      LOG.error(
          "{} has {} stored, but {} by its links and the kept histories; rebuild it on the health"
              + " page of Bearings",
          KeyResult.keyOf(each.keyResultId()),
          each.stored(),
          each.computed());
    }
  }

  /** The past of projects that metrics measure. */
  private void fill() {
    int read = metrics.goOn(() -> stopping);
    if (read > 0) {
      LOG.info("Issues of which metrics know now: {}", read);
    }
  }

  /** Lets a rebuild that was started begin now, and not only within a minute. */
  public synchronized void rebuildNow() {
    schedule.ifPresent(it -> JobSchedule.now(services, rebuild.name(), rebuild.every()));
  }

  /** Whether jobs are run. */
  public synchronized boolean isScheduled() {
    return schedule.isPresent();
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
