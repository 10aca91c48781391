package io.bearings.progress;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.bearings.okr.Arrow;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Placed;
import io.bearings.okr.Readings.Valued;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that figures are reckoned from, found by their ids.
 *
 * @param objectives by their id: those that are shown and those that contribute to them
 * @param keyResults by the id of their objective, oldest first, archived ones too
 * @param linked the work that they reach by the id of the key result; none where it is missing
 * @param feeding contributions by the id of the key result that they lead to
 * @param outside values from outside by the id of their key result
 */
record Gathered(
    Map<Long, Placed> objectives,
    Map<Long, List<KeyResult>> keyResults,
    Map<Long, LinkedWork> linked,
    Map<Long, List<Arrow>> feeding,
    Map<Long, Valued> outside) {

  static Gathered of(
      Collection<Placed> objectives,
      Collection<KeyResult> keyResults,
      Map<Long, LinkedWork> linked,
      Collection<Arrow> arrows,
      Map<Long, Valued> outside) {
    return new Gathered(
        objectives.stream()
            .collect(toMap(each -> each.objective().id(), each -> each, (one, same) -> one)),
        keyResults.stream().collect(groupingBy(KeyResult::objectiveId)),
        linked,
        arrows.stream()
            .filter(Arrow::isFeeding)
            .collect(groupingBy(each -> each.alignment().toKeyResultId().orElseThrow())),
        outside);
  }

  Optional<Placed> objective(long id) {
    return Optional.ofNullable(objectives.get(id));
  }

  List<KeyResult> keyResultsOf(long objectiveId) {
    return keyResults.getOrDefault(objectiveId, List.of());
  }

  LinkedWork linkedWorkOf(long keyResultId) {
    return linked.getOrDefault(keyResultId, LinkedWork.NOTHING);
  }

  List<Arrow> feeding(long keyResultId) {
    return feeding.getOrDefault(keyResultId, List.of());
  }
}
