package io.bearings.progress;

import io.bearings.okr.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What key results reach, counted anew from their links, from what queries found and from the kept
 * histories of issues, whatever was counted before. It asks Jira nothing. All calls throw {@link
 * Refusal.Unavailable} while the database cannot be used.
 */
public interface Recounts {

  /** How many key results there are. */
  int keyResults();

  /** Ids of the key results that have or had a link, ascending. One statement. */
  List<Long> linked();

  /**
   * Ids of key results above an id, ascending, as many as can be counted anew together: at least
   * one, unless there is none.
   *
   * @param rows about how many links, hits and contributions they have together at most
   */
  List<Long> next(long afterKeyResultId, int rows);

  /**
   * Brings what some key results reach in line, and their stored figures with it, in one
   * transaction, if nobody else does. Nobody sees one of them half counted.
   *
   * @param trusted issues whose kept history is known to be newer than a copy that says that it
   *     changed last at this moment, or before
   * @param at where it is remembered who counts, and what was read there
   * @param text what is remembered there from now on
   * @return absent when somebody else wrote there meanwhile; then nothing was counted
   */
  Optional<Recounted> recount(
      Collection<Long> keyResultIds, Map<Long, Instant> trusted, Place at, String text);

  /** Counts some key results anew and writes nothing. */
  Compared compare(Collection<Long> keyResultIds);

  /** A name under which is remembered, and what was read there. */
  record Place(String name, Remembered.Note before) {}

  /**
   * What was brought in line.
   *
   * @param changed how many contributions were added, removed or corrected
   * @param doubtful issues whose kept history may be behind the copy of their state, or is missing,
   *     each with when its copy says that it changed last: what they say was left as it was
   */
  record Recounted(Remembered.Note now, int changed, Map<Long, Instant> doubtful) {}

  /**
   * What was compared.
   *
   * @param doubtful as for {@link Recounted}; what they say counts as equal
   */
  record Compared(List<Difference> differences, Map<Long, Instant> doubtful) {}

  /** A key result whose stored contributions or figure are others than those that were counted. */
  record Difference(long keyResultId, Sums stored, Sums computed) {}

  /**
   * What contributions come to.
   *
   * @param rows all of them
   * @param issues those that count
   * @param done those that count and are done
   * @param points the story points of those that count, or their weight where only the stored
   *     figure differs
   */
  record Sums(int rows, int issues, int done, BigDecimal points) {}
}
