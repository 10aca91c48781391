package io.bearings.jira;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.bearings.kpi.Judging;
import io.bearings.kpi.metric.MetricFollowing;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Judges KPIs whose period ended, and tells leads of breaches that nobody acknowledged; once in the
 * whole cluster. Without Jira's scheduler KPIs are judged when a value comes.
 */
@Component
@ExportAsService(LifecycleAware.class)
public class KpiJobs extends RepeatedJobs {
  private static final Duration EVERY_MINUTE = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(KpiJobs.class);

  private final Judging judging;
  private final MetricFollowing following;

  @Inject
  public KpiJobs(
      HostService services, JobStates states, Judging judging, MetricFollowing following) {
    super(services, states);
    this.judging = judging;
    this.following = following;
  }

  @Override
  public synchronized void onStart() {
    if (!isScheduled()) {
      following.listen(judging);
    }
    super.onStart();
  }

  @Override
  List<Job> jobs() {
    return List.of(new Job("bearings-kpis", EVERY_MINUTE, this::round));
  }

  private void round() {
    int judged = judging.round(this::stops);
    int escalated = judging.escalate(this::stops);
    int told = judging.tellAgain(this::stops);
    if (judged > 0 || escalated > 0) {
      LOG.info("KPIs judged: {}; breaches of which leads were told: {}", judged, escalated);
    }
    if (told > 0) {
      LOG.info("Breaches of which was told later than at once: {}", told);
    }
  }
}
