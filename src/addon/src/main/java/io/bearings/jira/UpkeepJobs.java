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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is done again and again, once in the whole cluster. Without Jira's scheduler the add-on
 * works, but lost events stay lost; the health page says so.
 */
@Component
@ExportAsService(LifecycleAware.class)
public class UpkeepJobs extends RepeatedJobs {
  /** Jira's scheduler counts in minutes, and nobody should have to wait longer than needed. */
  private static final Duration EVERY_MINUTE = Duration.ofMinutes(1);

  /** How long a query that asks for what no event tells of may be behind. */
  private static final Duration EVERY_HOUR = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(UpkeepJobs.class);

  private final CatchingUp catchingUp;
  private final Queries queries;
  private final Rebuilding rebuilding;
  private final Checking checking;
  private final MetricBackfill metrics;
  private final Job rebuild = new Job("bearings-rebuild", EVERY_MINUTE, this::rebuild);

  @Inject
  public UpkeepJobs(
      HostService services,
      JobStates states,
      CatchingUp catchingUp,
      Queries queries,
      Rebuilding rebuilding,
      Checking checking,
      MetricBackfill metrics) {
    super(services, states);
    this.queries = queries;
    this.catchingUp = catchingUp;
    this.rebuilding = rebuilding;
    this.checking = checking;
    this.metrics = metrics;
  }

  @Override
  List<Job> jobs() {
    return List.of(
        new Job("bearings-catch-up", EVERY_MINUTE, this::catchUp),
        rebuild,
        new Job(BackfillSchedule.NAME, BackfillSchedule.EVERY, this::fill),
        new Job("bearings-queries", EVERY_HOUR, queries::lookAtUnsteady));
  }

  private void catchUp() {
    CatchingUp.Round round = catchingUp.round();
    if (!round.isQuiet()) {
      LOG.info("Caught up with Jira: {}", round);
    }
  }

  /** A rebuild that was started goes on here; after it what is compared each night. */
  private void rebuild() {
    long corrected = rebuilding.goOn(this::stops);
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
    int read = metrics.goOn(this::stops);
    if (read > 0) {
      LOG.info("Issues of which metrics know now: {}", read);
    }
  }

  /** Lets a rebuild that was started begin now, and not only within a minute. */
  public void rebuildNow() {
    now(rebuild);
  }
}
