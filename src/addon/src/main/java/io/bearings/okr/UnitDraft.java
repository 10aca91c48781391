package io.bearings.okr;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A unit as somebody wrote it; nothing in it is checked yet.
 *
 * @param name as typed, perhaps empty
 * @param level absent: unchanged for an edited unit; a new one needs it
 * @param parentId absent: at the top
 * @param projectIds the bound Jira projects that the writer sees; those that they do not see stay
 * @param boardIds the boards that it works on, all of them; absent: none, or unchanged for an
 *     edited unit
 * @param openness absent: what the level begins with, or unchanged for an edited unit
 * @param settings absent: the defaults, or unchanged for an edited unit
 */
public record UnitDraft(
    String name,
    Optional<UnitLevel> level,
    Optional<Long> parentId,
    Optional<String> leadKey,
    Optional<String> deputyKey,
    Optional<String> groupName,
    List<Long> projectIds,
    Optional<List<Long>> boardIds,
    Optional<Openness> openness,
    Optional<UnitSettingsDraft> settings) {
  public UnitDraft {
    name = Objects.requireNonNullElse(name, "");
    projectIds = List.copyOf(projectIds);
    boardIds = boardIds.map(List::copyOf);
  }
}
