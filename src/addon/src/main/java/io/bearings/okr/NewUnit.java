package io.bearings.okr;

import java.util.List;
import java.util.Optional;

/** A unit that has been checked and has no id yet. */
public record NewUnit(
    String name,
    UnitLevel level,
    Optional<Long> parentId,
    Optional<String> leadKey,
    Optional<String> deputyKey,
    Optional<String> groupName,
    List<Long> projectIds,
    List<Long> boardIds,
    Openness openness,
    UnitSettings settings) {
  public NewUnit {
    projectIds = List.copyOf(projectIds);
    boardIds = List.copyOf(boardIds);
  }
}
