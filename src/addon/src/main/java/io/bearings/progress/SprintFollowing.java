package io.bearings.progress;

import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * Looks again at the issues of a linked sprint after something happened to the sprint of which Jira
 * does not tell issue by issue: it was completed, or deleted.
 */
@Named
public final class SprintFollowing {
  private static final int PAGE = 200;

  private final WorkLinks links;
  private final IssueFollowing following;

  @Inject
  public SprintFollowing(WorkLinks links, IssueFollowing following) {
    this.links = links;
    this.following = following;
  }

  /**
   * A sprint was completed or deleted. Costs one statement where it is not linked.
   *
   * @throws Refusal.Unavailable while the database cannot be used
   */
  public void changed(long sprintId) {
    LinkTarget sprint = new LinkTarget.Sprint(sprintId);
    if (links.inForce(List.of(sprint)).isEmpty()) {
      return;
    }
    List<Long> issueIds = List.copyOf(links.everIn(sprint));
    for (int from = 0; from < issueIds.size(); from += PAGE) {
      following.renewPast(issueIds.subList(from, Math.min(from + PAGE, issueIds.size())));
    }
  }
}
