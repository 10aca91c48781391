package io.bearings.okr;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Jira says about a person: the projects that they may browse or edit, their groups, whether
 * they administer. What follows from it for units and objectives says {@link Standpoint}.
 */
public interface Access {

  /** A project that exists and that the person may browse. */
  Optional<ProjectRef> project(Person who, String projectKey);

  /** A project that exists and that the person may browse. */
  Optional<ProjectRef> project(Person who, long projectId);

  /** Those of the projects that exist and that the person may browse, by their id. */
  Map<Long, ProjectRef> projects(Person who, Set<Long> projectIds);

  /** All projects that the person may browse, by their key. */
  List<ProjectRef> browsable(Person who);

  /** Whether the person may write the objectives of a project. */
  boolean mayEdit(Person who, long projectId);

  /** Whether the person administers a project. */
  boolean administersProject(Person who, long projectId);

  /** All projects whose objectives the person may write, by their id. */
  Map<Long, ProjectRef> editableProjects(Person who);

  /** The names of the Jira groups that the person is in. */
  Set<String> groupsOf(Person who);

  /** Whether Jira has a group of this name. */
  boolean groupExists(String name);

  /** Whether the person administers this Jira. */
  boolean administers(Person who);
}
