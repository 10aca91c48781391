package io.bearings.jira;

import com.atlassian.event.api.EventListener;
import io.bearings.flow.Boards.BoardSprint;
import io.bearings.kpi.metric.MetricFollowing;
import io.bearings.progress.Background;
import io.bearings.progress.SprintFollowing;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears when a sprint is started, completed or deleted. The events are of Jira Software's own
 * classes, which may be missing, so everything is listened to, and known by its name.
 */
public final class SprintChanges {
  private static final Logger LOG = LoggerFactory.getLogger(SprintChanges.class);
  private static final String STARTED = "SprintStartedEvent";
  private static final Set<String> HEARD =
      Set.of(STARTED, "SprintClosedEvent", "SprintDeletedEvent");

  private final SprintFollowing following;
  private final MetricFollowing metrics;
  private final Background background;

  SprintChanges(SprintFollowing following, MetricFollowing metrics, Background background) {
    this.following = following;
    this.metrics = metrics;
    this.background = background;
  }

  /** Something happened. What goes wrong here never reaches the person who did it. */
  @EventListener
  public void onEvent(Object event) {
    if (!HEARD.contains(event.getClass().getSimpleName())) {
      return;
    }
    try {
      boolean started = event.getClass().getSimpleName().equals(STARTED);
      SprintReading.toldBy(event)
          .map(BoardSprint::id)
          .ifPresent(sprintId -> follow(sprintId, started));
    } catch (RuntimeException | LinkageError e) {
      LOG.error("The change of a sprint did not reach its key results", e);
    }
  }

  /** Whoever starts a sprint changes no issue of it, but what was committed. */
  private void follow(long sprintId, boolean started) {
    if (!started) {
      background.run(() -> following.changed(sprintId));
    }
    background.run(() -> metrics.sprintChanged(sprintId));
  }
}
