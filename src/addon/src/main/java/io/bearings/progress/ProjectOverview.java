package io.bearings.progress;

import io.bearings.okr.ProjectRef;
import java.util.List;

/**
 * The objectives of a project.
 *
 * @param mayEdit whether the person may create further ones
 * @param objectives oldest first
 */
public record ProjectOverview(
    ProjectRef project, boolean mayEdit, List<ObjectiveFigures> objectives) {
  public ProjectOverview {
    objectives = List.copyOf(objectives);
  }
}
