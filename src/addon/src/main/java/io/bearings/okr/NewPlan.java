package io.bearings.okr;

import java.util.List;

/** An objective with all that belongs to it, checked and without ids. */
public record NewPlan(NewObjective objective, List<Result> keyResults) {
  public NewPlan {
    keyResults = List.copyOf(keyResults);
  }

  /**
   * A key result of it.
   *
   * @param checkIns in the order in which they are to count; the id of the key result in them is
   *     not used
   */
  public record Result(NewKeyResult keyResult, List<NewCheckIn> checkIns) {
    public Result {
      checkIns = List.copyOf(checkIns);
    }
  }
}
