package io.bearings.progress;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the same issue counts for two key results that add up: of one objective, or of two of which
 * one contributes to the other. What was put away or given up adds to nothing.
 */
public interface SharedWork {

  /** How two key results hang together. */
  enum Relation {
    /** They are of the same objective. */
    SIBLING,
    /** The objective of the first one contributes to the other, or to its objective. */
    PARENT,
    /** The objective of the other one contributes to the first, or to its objective. */
    CHILD
  }

  /**
   * Issues that count for two key results.
   *
   * @param other the other key result
   * @param objective of the other one
   * @param issues how many issues there are, 1 or more
   */
  record Shared(
      long keyResultId, Relation relation, KeyResult other, Placed objective, int issues) {}

  /** What a key result shares with others: one statement. */
  List<Shared> ofKeyResult(long keyResultId, Person who);

  /**
   * What the key results of some objectives share with others, each two once for every way in which
   * they hang together: one statement however many there are.
   */
  List<Shared> ofObjectives(Collection<Long> objectiveIds, Person who);

  /** The ids of issues that count for a key result and for others, by the id of the other one. */
  Map<Long, Set<Long>> issues(long keyResultId, Collection<Long> otherIds);
}
