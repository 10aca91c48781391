package io.bearings.kpi.metric;

import io.bearings.okr.Refusal;
import java.util.Collection;
import java.util.List;

/** What Jira says of issues beside their histories. */
public interface CurrentFacts {

  /**
   * The facts of issues as they are now, whoever may see them; one that is gone is left out. Costs
   * a statement for all, and about four for each issue: its affected versions, comments, work and
   * start date.
   *
   * @throws Refusal.Unavailable when a part of Jira that is needed does not answer
   */
  List<KeptFacts> of(Collection<Long> issueIds);

  /**
   * A part of the issues of a project, the oldest first.
   *
   * @param months of issues that are done only those that changed in so many months; 0: all
   * @param from how many to leave out
   * @param most how many at most
   * @throws Refusal.Unavailable when Jira's search does not answer
   */
  Page ofProject(long projectId, int months, int from, int most);

  /**
   * A part of what was found.
   *
   * @param total how many there are in all
   */
  record Page(List<Long> issueIds, int total) {
    public Page {
      issueIds = List.copyOf(issueIds);
    }
  }
}
