package io.bearings.okr;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what. Objectives follow the permissions of their Jira project: who may browse it reads
 * them, who may edit its issues writes them. An administrator has no further right on them.
 */
public interface Access {

  /** A project that exists and that the person may browse. */
  Optional<ProjectRef> project(Person who, String projectKey);

  /** A project that exists and that the person may browse. */
  Optional<ProjectRef> project(Person who, long projectId);

  /** Those of the projects that exist and that the person may browse, by their id. */
  Map<Long, ProjectRef> projects(Person who, Set<Long> projectIds);

  /** Whether the person may write the objectives of a project. */
  boolean mayEdit(Person who, long projectId);

  /** All projects whose objectives the person may write, by their id. */
  Map<Long, ProjectRef> editableProjects(Person who);

  /** Whether the person administers this Jira. */
  boolean administers(Person who);
}
