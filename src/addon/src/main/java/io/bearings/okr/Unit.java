package io.bearings.okr;

import java.util.List;
import java.util.Optional;

/**
 * A company, an area of it or a team: what objectives and cycles belong to.
 *
 * @param parentId the unit that it is a part of; absent at the top
 * @param leadKey the user key of the person who answers for it
 * @param deputyKey the user key of the person who stands in; has the same rights
 * @param groupName the Jira group whose members contribute
 * @param projectIds the Jira projects whose people see it or contribute, as they may do there
 * @param boardIds the boards of Jira Software that it works on; none: those of its projects
 * @param openness who sees it without a role
 * @param archived whether it is only kept to be read
 * @param version counts the changes; somebody who saves names the version that they saw
 */
public record Unit(
    long id,
    String name,
    UnitLevel level,
    Optional<Long> parentId,
    Optional<String> leadKey,
    Optional<String> deputyKey,
    Optional<String> groupName,
    List<Long> projectIds,
    List<Long> boardIds,
    Openness openness,
    UnitSettings settings,
    boolean archived,
    int version) {
  public Unit {
    projectIds = List.copyOf(projectIds);
    boardIds = List.copyOf(boardIds);
  }
}
