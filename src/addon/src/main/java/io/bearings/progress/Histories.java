package io.bearings.progress;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the histories of issues are kept, copied once from Jira, so that no question about a past
 * day has to ask it; {@link PastWork} finds those that belong to a key result. Every call is one
 * transaction, and costs a number of statements that does not depend on how many rows there are.
 * All calls throw {@link Refusal.Unavailable} while the database cannot be used.
 */
public interface Histories {
  /**
   * Keeps these histories in place of what was kept of their issues; what was kept alike stays as
   * it is. Costs two statements where nothing is new, and up to four more otherwise, where 1,000
   * rows count as one.
   */
  void replace(Collection<KeptHistory> histories);

  /**
   * Says that an issue was deleted. Nothing happens while there are no tables yet, so an event may
   * call this at any time.
   *
   * @param when not before the last change that is kept; an earlier moment counts as that one
   * @return false when no history is kept, or it was deleted before
   */
  boolean gone(long issueId, Instant when);

  /**
   * Says that a project was deleted, with all issues that are in it now; nothing happens while
   * there are no tables yet.
   */
  void goneWithProject(long projectId, Instant when);

  /** The histories of these issues; one of which nothing is kept is left out. One statement. */
  List<IssueHistory> of(Collection<Long> issueIds);

  /**
   * Those of these issues of which no history is kept; all, while there are no tables yet. One
   * statement.
   */
  Set<Long> without(Collection<Long> issueIds);

  /** Ids of issues above an id of which a history is kept, ascending. One statement. */
  List<Long> keptAfter(long issueId, int limit);

  /**
   * Gives every kept state, and every copy that contributes, the category that its status has now.
   * Two statements for each category.
   *
   * @param categories the new category of the statuses that changed theirs, by the status's id
   * @return how many states and copies had another one
   */
  int recategorise(Map<String, StatusCategory> categories);

  /**
   * The latest states of these issues, by their id; one that was deleted, or of which nothing is
   * kept, is left out. One statement.
   */
  Map<Long, KeptHistory.Step> latest(Collection<Long> issueIds);
}
