package io.bearings.review;

import static java.util.stream.Collectors.toSet;

import io.bearings.okr.Objectives;
import io.bearings.okr.Objectives.Edit;
import io.bearings.review.Places.Place;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What retrospectives leave to the next kickoff. */
@Named
final class Learnings {
  private final Verdicts verdicts;
  private final Objectives objectives;

  @Inject
  Learnings(Verdicts verdicts, Objectives objectives) {
    this.verdicts = verdicts;
    this.objectives = objectives;
  }

  /**
   * The learnings of the unit's last retrospective before a cycle, as far as the person may read
   * the objectives that taught them; none when there was none. Costs two statements.
   */
  List<Learning> before(Place place) {
    List<Learning> all = verdicts.before(place.unit().id(), place.cycle());
    if (all.isEmpty()) {
      return all;
    }
    Set<Long> readable =
        objectives.placed(all.stream().map(Learning::objectiveId).toList(), place.who()).stream()
            .filter(place.standpoint()::mayRead)
            .map(each -> each.objective().id())
            .collect(toSet());
    return all.stream().filter(each -> readable.contains(each.objectiveId())).toList();
  }

  /** Says what the cycle of a place makes of a learning, in place of what was said before. */
  void treat(Place place, long learningId, Optional<Learning.Treatment> treatment, Edit by) {
    verdicts.treat(learningId, place.cycle().id(), treatment, by);
  }
}
