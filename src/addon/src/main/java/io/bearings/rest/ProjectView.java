package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.ProjectOverview;
import java.util.List;

/** The objectives of a project. */
public record ProjectView(
    @JsonProperty("projectKey") String projectKey,
    @JsonProperty("projectName") String projectName,
    @JsonProperty("mayEdit") boolean mayEdit,
    @JsonProperty("objectives") List<ObjectiveView> objectives) {

  static ProjectView of(ProjectOverview overview) {
    return new ProjectView(
        overview.project().key(),
        overview.project().name(),
        overview.mayEdit(),
        overview.objectives().stream().map(ObjectiveView::of).toList());
  }
}
