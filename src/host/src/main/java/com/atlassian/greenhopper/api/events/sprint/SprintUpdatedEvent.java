package com.atlassian.greenhopper.api.events.sprint;

import com.atlassian.greenhopper.service.sprint.Sprint;

/**
 * A sprint got another name, goal or date.
 *
 * <p>Source and confidence: Javadoc of Jira Software 11.1; H.
 */
public final class SprintUpdatedEvent extends SprintEvent {
  public SprintUpdatedEvent(Sprint sprint) {
    super(sprint);
  }
}
