package io.bearings.progress;

import io.bearings.okr.Objective;
import io.bearings.okr.Score;
import java.util.List;

/**
 * An objective with all its figures.
 *
 * @param ownerName the owner's name to show, or the user key of somebody who is gone
 * @param keyResults oldest first
 */
public record ObjectiveFigures(
    Objective objective, String ownerName, Score score, List<KeyResultFigures> keyResults) {
  public ObjectiveFigures {
    keyResults = List.copyOf(keyResults);
  }
}
