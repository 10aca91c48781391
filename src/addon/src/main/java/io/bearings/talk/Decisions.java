package io.bearings.talk;

import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import java.util.List;
import java.util.Optional;

/** Where decisions are kept. Every call is one transaction; a list costs one statement. */
public interface Decisions {
  /**
   * The decisions of a unit and about its objectives, newest first, whether the person may see the
   * objectives or not. A decision moves with its objective.
   *
   * @param before only those with a smaller id
   * @param limit how many at most
   */
  List<Decision> ofUnit(long unitId, Person who, Optional<Long> before, int limit);

  /** The decisions about an objective, newest first. */
  List<Decision> ofObjective(long objectiveId, Person who, Optional<Long> before, int limit);

  /** Writes a decision and gives its id. */
  long add(NewDecision decision, Edit by);
}
