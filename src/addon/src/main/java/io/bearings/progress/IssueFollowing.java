package io.bearings.progress;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Keeps what is copied of linked issues in step with Jira: how far they are, and their past. What
 * an event says may come twice, late or in another order: an older state never replaces a newer
 * one, and some time after an event the issue is read once more as it is then.
 */
@Named
public final class IssueFollowing {
  private final Links links;
  private final Issues issues;
  private final Histories histories;
  private final Backfill backfill;
  private final ComingAndGoing comingAndGoing;
  private final Clock clock;

  @Inject
  public IssueFollowing(
      Links links,
      Issues issues,
      Histories histories,
      Backfill backfill,
      ComingAndGoing comingAndGoing,
      Clock clock) {
    this.links = links;
    this.issues = issues;
    this.histories = histories;
    this.backfill = backfill;
    this.comingAndGoing = comingAndGoing;
    this.clock = clock;
  }

  /**
   * An issue was created or changed. Most issues of a site have no link, and cost one look at an
   * index; what a linked one changes costs four statements more, however much that is.
   *
   * @param state tells the issue as it was after the change; asked only where it is linked
   */
  public void changed(long issueId, Supplier<IssueState> state) {
    backfill.changed(issueId);
    if (links.isLinked(issueId)) {
      links.rewrite(state.get());
    }
  }

  /** The same where nobody brings the issue: it is read as it is now. */
  public void changed(long issueId) {
    backfill.changed(issueId);
    if (links.isLinked(issueId)) {
      issues.states(List.of(issueId)).forEach(links::rewrite);
    }
  }

  /**
   * Reads again those issues of which the past is kept, and their past, and lets those that came
   * into a linked epic, sprint or version contribute. Costs two statements where none is kept and
   * none is linked, and some ten for each issue otherwise, so no event waits for it.
   */
  public void renewPast(Collection<Long> issueIds) {
    Set<Long> kept = new HashSet<>(issueIds);
    kept.removeAll(histories.without(issueIds));
    if (!kept.isEmpty()) {
      links.rewrite(issues.states(kept));
      backfill.read(kept);
    }
    comingAndGoing.changed(issueIds);
  }

  /**
   * The same after events, and tells what was changed: that is read anyway.
   *
   * @param since from when on, by the id of the issue
   * @return under what the changes are recorded, in small letters, by the id of the issue; none of
   *     an issue of which no past is kept, that was created since, or of which no change is
   *     recorded
   */
  public Map<Long, Set<String>> renewPastSince(Map<Long, Instant> since) {
    Map<Long, Instant> kept = new HashMap<>(since);
    kept.keySet().removeAll(histories.without(since.keySet()));
    Map<Long, Set<String>> changed = Map.of();
    if (!kept.isEmpty()) {
      links.rewrite(issues.states(kept.keySet()));
      changed = backfill.readSince(kept);
    }
    comingAndGoing.changed(since.keySet());
    return changed;
  }

  /** An issue was deleted. */
  public void gone(long issueId) {
    links.forgetIssue(issueId);
    histories.gone(issueId, clock.instant());
  }

  /** A project was deleted, with all its issues. */
  public void goneWithProject(long projectId) {
    links.forgetProject(projectId);
    histories.goneWithProject(projectId, clock.instant());
  }
}
