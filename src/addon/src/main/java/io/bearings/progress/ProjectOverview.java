package io.bearings.progress;

import io.bearings.okr.ProjectRef;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import java.util.List;

/**
 * The objectives of a project.
 *
 * @param standpoint of the person who looks at them
 * @param bound the units in use that the project is bound to, as far as the person may see them
 * @param mayEdit whether the person may create further ones
 * @param objectives oldest first
 */
public record ProjectOverview(
    ProjectRef project,
    Standpoint standpoint,
    List<Unit> bound,
    boolean mayEdit,
    List<ObjectiveFigures> objectives) {
  public ProjectOverview {
    bound = List.copyOf(bound);
    objectives = List.copyOf(objectives);
  }
}
