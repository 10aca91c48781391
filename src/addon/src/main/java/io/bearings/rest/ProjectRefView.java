package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.ProjectRef;

/** A Jira project that something is bound to, for those who may browse it. */
public record ProjectRefView(
    @JsonProperty("id") long id,
    @JsonProperty("key") String key,
    @JsonProperty("name") String name) {

  static ProjectRefView of(ProjectRef project) {
    return new ProjectRefView(project.id(), project.key(), project.name());
  }
}
