package com.atlassian.greenhopper.api.events.sprint;

import com.atlassian.greenhopper.service.sprint.Sprint;

/**
 * A sprint was created.
 *
 * <p>Source and confidence: Javadoc of Jira Software 11.1; H.
 */
public final class SprintCreatedEvent extends SprintEvent {
  public SprintCreatedEvent(Sprint sprint) {
    super(sprint);
  }
}
