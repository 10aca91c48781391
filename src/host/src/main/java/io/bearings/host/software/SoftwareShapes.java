package io.bearings.host.software;

/** Makes objects of Jira Software's own classes, which only its bundle can. */
public interface SoftwareShapes {
  /** What can happen to a sprint. */
  enum Change {
    CREATED,
    STARTED,
    UPDATED,
    CLOSED,
    DELETED
  }

  /** A sprint as it stands in the sprint field of an issue. */
  Object sprint(SprintData sprint);

  /** The event that tells of a change. */
  Object event(Change change, SprintData sprint);
}
