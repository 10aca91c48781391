package io.bearings.progress;

import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the links of key results to issues, epics, queries, sprints and versions are kept, with the
 * issues that they reach. A link is ended and never deleted. An issue contributes to a key result
 * once, as long as any link in force reaches it, and counts by {@link Reach#counting}; who is in an
 * epic, a sprint or a version is read from the latest state that {@link Histories} holds of an
 * issue, so that has to be written before.
 *
 * <p>Every call is one transaction, and costs a number of statements that does not depend on how
 * many issues there are; calls that change what a key result reaches hold its row meanwhile. All
 * calls throw {@link Refusal.Unavailable} while the database cannot be used, and those that name a
 * key result throw {@link Refusal.NotFound} when there is none.
 */
public interface WorkLinks {
  /** The longest text of a problem that is kept; what is longer loses its end. */
  int PROBLEM_LENGTH = 255;

  /**
   * Links a key result to work. What is linked already stays as it is.
   *
   * @param members the issues that the link leads to now
   */
  Added add(
      long keyResultId,
      LinkTarget target,
      Optional<String> sentence,
      Collection<IssueState> members,
      Edit by);

  /**
   * Ends a link of a key result, and takes off the issues that no other link in force reaches.
   *
   * @return false when the key result has no such link in force
   */
  boolean end(long keyResultId, long linkId, Edit by);

  /**
   * Puts a link in force again as if it had never been ended.
   *
   * @param members the issues that the link leads to now
   * @return false when the key result has no such ended link, or the same work is linked meanwhile
   */
  boolean restore(long keyResultId, long linkId, Collection<IssueState> members, Edit by);

  /**
   * Makes a query that of another person, whose rights it is asked with from now on.
   *
   * @param members the issues that it finds with those rights
   * @param by who takes it over
   * @return false when the key result has no such query in force
   */
  boolean takeOver(long keyResultId, long linkId, Collection<IssueState> members, Edit by);

  /**
   * Says what changes if the work of a link in force is completed.
   *
   * @return false when the key result has no such link in force
   */
  boolean describe(long keyResultId, long linkId, Optional<String> sentence);

  /** The links of a key result that are in force, oldest first. */
  List<WorkLink> linksOf(long keyResultId);

  /** All links that a key result has or had, oldest first. */
  List<WorkLink> everOf(long keyResultId);

  /** The links in force of any key result that lead to one of these; queries are never found. */
  List<WorkLink> inForce(Collection<LinkTarget> targets);

  /**
   * The epics, sprints and versions that any link in force leads to; none while there are no tables
   * yet. One statement.
   */
  Set<LinkTarget> placesInForce();

  /** The issues that were ever in an epic, a sprint or a version, as far as that is known. */
  Set<Long> everIn(LinkTarget place);

  /**
   * Issues that came into an epic, a sprint or a version that a key result is linked to, and do not
   * contribute to it yet, and such that left one and still contribute, perhaps by another link. Two
   * statements.
   *
   * @return ids of issues by the id of the key result
   */
  Map<Long, Set<Long>> comingAndGoing(Collection<Long> issueIds);

  /**
   * Contributions of these issues that count and should not, or do not and should: an issue was
   * given another parent, became a sub-task, or is none any more. One statement where none of them
   * contributes as a sub-task; four at most.
   *
   * @return ids of issues by the id of the key result
   */
  Map<Long, Set<Long>> countedWrongly(Collection<Long> issueIds);

  /**
   * How many issues each link in force brings to a key result, by the id of the link; one that
   * brings none is left out. Three statements.
   */
  Map<Long, Integer> broughtBy(long keyResultId);

  /** The queries in force with an id above the given one, ascending. */
  List<WorkLink> queries(long afterId, int limit);

  /**
   * What a look at a query found to be different. The first look says what it always found.
   *
   * @param added issues that the query finds
   * @param gone ids of issues that it finds no more
   * @return false when there is no such query in force
   */
  boolean hits(long linkId, Collection<IssueState> added, Collection<Long> gone, Instant when);

  /** Says why a look at a query failed, or that it did not. */
  void problem(long linkId, Optional<String> problem, Instant when);

  /** The ids of the issues that a query finds now. */
  Set<Long> found(long linkId);

  /** Those of some issues that a query finds now. */
  Set<Long> foundAmong(long linkId, Collection<Long> issueIds);

  /** Which of some issues queries find now, by the id of the link. One statement. */
  Map<Long, Set<Long>> finding(Collection<Long> issueIds);

  /**
   * Brings the contributions of some issues to some key results in line with the links in force and
   * the latest states of the issues: after an issue came into an epic, a sprint or a version, or
   * left it, or got another parent.
   */
  void settle(Collection<Long> keyResultIds, Collection<IssueState> issues);

  /**
   * What linking did.
   *
   * @param isNew false where the work was linked before
   */
  record Added(long linkId, boolean isNew) {}
}
