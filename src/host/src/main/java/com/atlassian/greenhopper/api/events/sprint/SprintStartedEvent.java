package com.atlassian.greenhopper.api.events.sprint;

import com.atlassian.greenhopper.service.sprint.Sprint;

/**
 * A sprint was started.
 *
 * <p>Source and confidence: Javadoc of Jira Software 11.1; H.
 */
public final class SprintStartedEvent extends SprintEvent {
  public SprintStartedEvent(Sprint sprint) {
    super(sprint);
  }
}
