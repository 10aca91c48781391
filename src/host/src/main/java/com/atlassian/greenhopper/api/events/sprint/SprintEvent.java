package com.atlassian.greenhopper.api.events.sprint;

import com.atlassian.greenhopper.service.sprint.Sprint;

/**
 * Something happened to a sprint.
 *
 * <p>Source and confidence: Javadoc of Jira Software 11.1, class use of Sprint; H for the getter, L
 * for the common type.
 */
public abstract class SprintEvent {
  private final Sprint sprint;

  SprintEvent(Sprint sprint) {
    this.sprint = sprint;
  }

  public Sprint getSprint() {
    return sprint;
  }
}
