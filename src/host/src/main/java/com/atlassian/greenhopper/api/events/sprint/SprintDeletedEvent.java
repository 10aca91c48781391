package com.atlassian.greenhopper.api.events.sprint;

import com.atlassian.greenhopper.service.sprint.Sprint;

/**
 * A sprint was deleted.
 *
 * <p>Source and confidence: Javadoc of Jira Software 11.1; H.
 */
public final class SprintDeletedEvent extends SprintEvent {
  public SprintDeletedEvent(Sprint sprint) {
    super(sprint);
  }
}
