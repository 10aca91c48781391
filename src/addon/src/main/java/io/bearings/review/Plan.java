package io.bearings.review;

import io.bearings.okr.ObjectiveKind;
import java.util.List;
import java.util.Optional;

/**
 * What a unit has planned for a cycle, as far as readiness depends on it. Objectives that were
 * given up or put away are no part of it.
 *
 * @param checkIns how many check-ins fall into the cycle
 * @param above whether a unit above has objectives to align with
 */
public record Plan(List<Planned> objectives, int checkIns, boolean above) {
  public Plan {
    objectives = List.copyOf(objectives);
  }

  /**
   * An objective in a plan.
   *
   * @param confidence what its owner said when it was published, 0 to 10; absent for a draft
   * @param published whether it is more than a draft
   * @param aligned whether it contributes to another one
   * @param inspiring whether the Coach warns of nothing in its wording
   */
  public record Planned(
      long id,
      String ownerKey,
      ObjectiveKind kind,
      Optional<Integer> confidence,
      boolean published,
      boolean aligned,
      boolean inspiring,
      List<Measured> keyResults) {
    public Planned {
      keyResults = List.copyOf(keyResults);
    }
  }

  /**
   * A key result in a plan.
   *
   * @param measurable whether the Coach warns of nothing in it but a missing now or target
   * @param nowAndTarget whether it says where it stands and where it is to arrive
   */
  public record Measured(boolean measurable, boolean nowAndTarget) {}
}
