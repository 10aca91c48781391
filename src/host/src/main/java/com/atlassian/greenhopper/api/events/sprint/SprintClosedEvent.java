package com.atlassian.greenhopper.api.events.sprint;

import com.atlassian.greenhopper.service.sprint.Sprint;

/**
 * A sprint was completed.
 *
 * <p>Source and confidence: Javadoc of Jira Software 11.1; H.
 */
public final class SprintClosedEvent extends SprintEvent {
  public SprintClosedEvent(Sprint sprint) {
    super(sprint);
  }
}
