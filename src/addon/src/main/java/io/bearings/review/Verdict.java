package io.bearings.review;

import io.bearings.okr.Message;
import io.bearings.okr.Texts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a unit learned from an objective in a cycle, and what it decides for it.
 *
 * @param unitId the unit that looked back
 * @param version counts the changes, from 1 on
 */
public record Verdict(
    long objectiveId, long unitId, long cycleId, Draft says, Written last, int version) {
  /** The longest learning, in UTF-16 units. */
  public static final int LENGTH = 2_000;

  /** What becomes of an objective. */
  public enum Decision {
    /** It goes on as it is in the next cycle. */
    CARRY,
    /** It goes on, but otherwise. */
    CHANGE,
    /** It does not go on: it is achieved, or was the wrong one. */
    DROP
  }

  /** A learning and a decision as somebody wrote them. */
  public record Draft(Decision decision, String learning) {

    /** What is wrong with it, by field. */
    Map<String, Message> problems() {
      Map<String, Message> problems = new LinkedHashMap<>();
      Texts.requiredProblem(learning, LENGTH)
          .ifPresent(problem -> problems.put("learning", problem));
      return problems;
    }

    Draft stripped() {
      return new Draft(decision, learning.strip());
    }
  }

  /** Who wrote it last. */
  public record Written(String byKey, Instant at) {}

  /** What is stored about one objective; absent when nothing is. */
  static int versionOf(Optional<Verdict> stored) {
    return stored.map(Verdict::version).orElse(0);
  }
}
