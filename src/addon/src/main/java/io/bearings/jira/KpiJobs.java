package io.bearings.jira;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.bearings.jira.UpkeepJobs.Job;
import io.bearings.kpi.Judging;
import io.bearings.kpi.metric.MetricFollowing;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Judges KPIs whose period ended, and tells leads of breaches that nobody acknowledged; once in the
 * whole cluster. Without Jira's scheduler KPIs are judged when a value comes.
 */
@Component
@ExportAsService(LifecycleAware.class)
public class KpiJobs implements LifecycleAware, DisposableBean {
  private static final Duration EVERY_MINUTE = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(KpiJobs.class);

  private final HostService services;
  private final JobStates states;
  private final Judging judging;
  private final MetricFollowing following;
  private volatile boolean stopping;

  /** The {@link JobSchedule}; its types must not be needed to load this class. */
  private Optional<AutoCloseable> schedule = Optional.empty();

  @Inject
  public KpiJobs(
      HostService services, JobStates states, Judging judging, MetricFollowing following) {
    this.services = services;
    this.states = states;
    this.judging = judging;
    this.following = following;
  }

  @Override
  public synchronized void onStart() {
    if (schedule.isPresent()) {
      return;
    }
    following.listen(judging);
    try {
      schedule =
          JobSchedule.start(
              services, states, List.of(new Job("bearings-kpis", EVERY_MINUTE, this::round)));
    } catch (LinkageError e) {
      LOG.error("This Jira's scheduler cannot be used", e);
    }
  }

  private void round() {
    int judged = judging.round(() -> stopping);
    int escalated = judging.escalate(() -> stopping);
    int told = judging.tellAgain(() -> stopping);
    if (judged > 0 || escalated > 0) {
      LOG.info("KPIs judged: {}; breaches of which leads were told: {}", judged, escalated);
    }
    if (told > 0) {
      LOG.info("Breaches of which was told later than at once: {}", told);
    }
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
