package io.bearings.review;

import java.time.Instant;
import java.util.Optional;

/**
 * An objective in the words of one person. Each person has one for an objective; who writes another
 * one replaces it.
 *
 * @param byKey the user key of the person
 * @param judged what the lead says about it; absent until then
 */
public record Restatement(
    long id, long objectiveId, String byKey, String text, Instant at, Optional<Judged> judged) {

  /** The longest, in UTF-16 units: a sentence. */
  public static final int LENGTH = 300;

  /** Whether two people mean the same. */
  public enum Verdict {
    SAME,
    DIFFERENT
  }

  /**
   * What the lead says.
   *
   * @param byKey the user key of the lead
   */
  public record Judged(Verdict verdict, String byKey, Instant at) {}
}
