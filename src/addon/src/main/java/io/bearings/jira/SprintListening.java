package io.bearings.jira;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.bearings.kpi.metric.MetricFollowing;
import io.bearings.progress.Background;
import io.bearings.progress.SprintFollowing;
import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Listens to what happens to sprints, from Jira's start until the add-on is stopped. */
@Component
@ExportAsService(LifecycleAware.class)
public class SprintListening implements LifecycleAware, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(SprintListening.class);

  private final HostService services;
  private final SprintFollowing following;
  private final MetricFollowing metrics;
  private final Background background;

  /** The registered {@link SprintChanges}; its type must not be needed to load this class. */
  private Object registered;

  @Inject
  public SprintListening(
      HostService services,
      SprintFollowing following,
      MetricFollowing metrics,
      Background background) {
    this.services = services;
    this.following = following;
    this.metrics = metrics;
    this.background = background;
  }

  @Override
  public synchronized void onStart() {
    if (registered != null) {
      return;
    }
    try {
      Optional<EventPublisher> publisher = services.find(EventPublisher.class);
      if (publisher.isPresent()) {
        Object listener = new SprintChanges(following, metrics, background);
        publisher.get().register(listener);
        registered = listener;
      }
    } catch (LinkageError e) {
      LOG.error("This Jira's events cannot be followed", e);
    }
  }

  @Override
  public synchronized void destroy() {
    if (registered != null) {
      Optional<EventPublisher> publisher = services.find(EventPublisher.class);
      if (publisher.isPresent()) {
        publisher.get().unregister(registered);
      }
      registered = null;
    }
  }
}
