package io.bearings.host.jira;

import io.bearings.host.software.SoftwareShapes;
import io.bearings.host.software.SprintData;

/** Sprints as they are, and events that can be compared. */
final class PlainShapes implements SoftwareShapes {
  /** What happened to which sprint. */
  record Told(Change change, String sprint) {}

  @Override
  public Object sprint(SprintData sprint) {
    return sprint;
  }

  @Override
  public Object event(Change change, SprintData sprint) {
    return new Told(change, sprint.name());
  }
}
