package io.bearings.progress;

import io.bearings.flow.StatusCategory;
import io.bearings.flow.Weights;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The issues that key results reach by any of their links, each with a copy of its state, and the
 * links to single issues. {@link WorkLinks} has those to an epic, a query, a sprint or a version.
 * Every call is one transaction, and costs a number of statements that does not depend on how many
 * rows it returns. All calls throw {@link Refusal.Unavailable} while the database cannot be used.
 */
public interface Links {

  /** Ids of the numeric custom fields that any key result weighs by. One statement. */
  Set<String> weighingFields();

  /**
   * The work that key results reach, by their id, under the settings in force; one that reaches
   * none may be missing. It is read from the stored figures: what is not stored, or was stored
   * under other rules, is reckoned now, and stored where it is what everybody will ask for.
   *
   * @param keyResults as they are weighed here, which may be otherwise than they are stored
   */
  Map<Long, LinkedWork> workOf(Collection<KeyResult> keyResults);

  /** The links of one key result to single issues, oldest first. */
  List<Link> ofKeyResult(long keyResultId);

  /**
   * The links in force that reach one issue, to itself or to whatever it is in now and counts by,
   * oldest first, for somebody who looks at them. One statement, and what {@link #workOf} costs
   * where the stored figures do not say what a key result reaches.
   */
  List<LinkPlace> ofIssue(long issueId, Person who);

  /** What the issues of key results weigh under each, by its id. One statement. */
  Map<Long, Weights> weights(Collection<KeyResult> keyResults);

  /**
   * Links issues to a key result; one that is linked already stays as it is, also when somebody
   * else links it at the same moment. Either all others are linked or none.
   */
  Outcome attach(long keyResultId, Collection<IssueState> issues, Edit by);

  /**
   * Ends a link of a key result, and takes off the issues that no other link of it reaches; false
   * when it has no such link in force.
   */
  boolean detach(long keyResultId, long linkId, Edit by);

  /** The ids of all issues that any of some key results reaches, each once. */
  Set<Long> reachedBy(Collection<Long> keyResultIds);

  /** Whether any key result reaches an issue; none does while there are no tables yet. */
  boolean isLinked(long issueId);

  /**
   * Copies the state of an issue to all key results that reach it, unless they hold a later state.
   * Nothing happens while there are no tables yet, so an event may call this at any time.
   */
  void rewrite(IssueState issue);

  /**
   * Copies the states of issues to all key results that reach them, unless one holds a later state.
   *
   * @return how many copies held something else before
   */
  int rewrite(Collection<IssueState> issues);

  /** Ends all links to an issue that is gone; nothing happens while there are no tables yet. */
  void forgetIssue(long issueId);

  /** Ends all links to issues that are gone. */
  void forgetIssues(Collection<Long> issueIds);

  /**
   * Ends all links to issues of a project that is gone; nothing happens while there are no tables
   * yet.
   */
  void forgetProject(long projectId);

  /** Ids of linked issues above an id, ascending, and how many key results reach each. */
  Map<Long, Integer> linkedIssuesAfter(long issueId, int limit);

  /**
   * Key results to attach an issue to, as {@link Likeliness} orders them, and the newest first of
   * those that are equally likely. One statement.
   */
  List<Found> search(Search search);

  /** The user keys of all owners of key results that are not archived. One statement. */
  Set<String> owners();

  /** A link of a key result. */
  record Link(long id, long issueId, StatusCategory category, Optional<BigDecimal> points) {}

  /**
   * A link that reaches an issue, with where it leads.
   *
   * @param target the issue itself, or what it is in
   * @param sentence what changes if the work of the link is completed
   * @param part the issue as it contributes; absent while nothing of it is known
   * @param work all that the key result reaches
   */
  record LinkPlace(
      long id,
      LinkTarget target,
      Optional<String> sentence,
      KeyResult keyResult,
      Placed objective,
      Optional<IssuePart> part,
      LinkedWork work) {}

  /**
   * What attaching did.
   *
   * @param attached ids of the new links by the id of their issue
   * @param already ids of the issues that were linked before
   */
  record Outcome(Map<Long, Long> attached, Set<Long> already) {}

  /**
   * Where an issue is.
   *
   * @param in its epic, sprints and versions
   * @param parentId the parent of a sub-task
   */
  record Around(Set<LinkTarget> in, Optional<Long> parentId) {
    public Around {
      in = Set.copyOf(in);
    }
  }

  /**
   * What to search key results for.
   *
   * @param text part of a title of the key result or of its objective, or a key; empty finds all
   * @param unitIds in these units the person may link issues
   * @param seenUnitIds in these units the person may link to what is their own
   * @param ledUnitIds in these units the person reads private objectives
   * @param ownerKey the user key of the person
   * @param namedOwnerKeys owners whose names have the text in them
   * @param namedUnitIds units whose names have the text in them
   * @param issueId the issue that is to be attached
   * @param around where it is
   * @param lately since when a link of the person is of late
   * @param teamUnitIds the units of the issue's project
   */
  record Search(
      String text,
      Set<Long> unitIds,
      Set<Long> seenUnitIds,
      Set<Long> ledUnitIds,
      String ownerKey,
      Set<String> namedOwnerKeys,
      Set<Long> namedUnitIds,
      long issueId,
      Around around,
      Instant lately,
      Set<Long> teamUnitIds,
      int limit) {}

  /**
   * A key result that was found.
   *
   * @param attached whether it has the issue already
   * @param around how the issue is near to others that serve it
   * @param lately whether the person linked something to it lately
   * @param running whether it is in a cycle that runs
   */
  record Found(
      KeyResult keyResult,
      Objective objective,
      boolean attached,
      Optional<Likeliness> around,
      boolean lately,
      boolean running) {}
}
