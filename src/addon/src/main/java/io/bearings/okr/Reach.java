package io.bearings.okr;

import java.util.List;
import java.util.Set;

/**
 * What Jira and our own tables say about one person.
 *
 * @param administers whether the person administers this Jira
 * @param groups the names of the person's Jira groups
 * @param browsable the Jira projects, of those bound to units, that the person may browse
 * @param editable those of them whose issues the person may edit
 * @param grants the roles that were given to the person or to one of the groups
 */
public record Reach(
    boolean administers,
    Set<String> groups,
    Set<Long> browsable,
    Set<Long> editable,
    List<Grant> grants) {
  public Reach {
    groups = Set.copyOf(groups);
    browsable = Set.copyOf(browsable);
    editable = Set.copyOf(editable);
    grants = List.copyOf(grants);
  }

  /** A role that was given in a unit. */
  public record Grant(long unitId, Role role) {}
}
