package io.bearings.jira;

import com.atlassian.event.api.EventListener;
import io.bearings.flow.Boards.BoardSprint;
import io.bearings.progress.Background;
import io.bearings.progress.SprintFollowing;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears when a sprint is completed or deleted. The events are of Jira Software's own classes, which
 * may be missing, so everything is listened to, and known by its name.
 */
public final class SprintChanges {
  private static final Logger LOG = LoggerFactory.getLogger(SprintChanges.class);
  private static final Set<String> HEARD = Set.of("SprintClosedEvent", "SprintDeletedEvent");

  private final SprintFollowing following;
  private final Background background;

  SprintChanges(SprintFollowing following, Background background) {
    this.following = following;
    this.background = background;
  }

  /** Something happened. What goes wrong here never reaches the person who did it. */
  @EventListener
  public void onEvent(Object event) {
    if (!HEARD.contains(event.getClass().getSimpleName())) {
      return;
    }
    try {
      SprintReading.toldBy(event).map(BoardSprint::id).ifPresent(this::follow);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("The change of a sprint did not reach its key results", e);
    }
  }

  private void follow(long sprintId) {
    background.run(() -> following.changed(sprintId));
  }
}
