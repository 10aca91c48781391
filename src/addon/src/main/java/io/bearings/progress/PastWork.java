package io.bearings.progress;

import io.bearings.flow.IssueHistory;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is kept of links and of the issues that they ever led to. */
public interface PastWork {

  /**
   * The work of key results through time, by their id; one that never had a link is left out. Costs
   * as many statements however many there are.
   */
  Map<Long, Linked> linkedTo(Collection<Long> keyResultIds);

  /**
   * The work of a key result.
   *
   * @param links all its links, those that were ended too
   * @param issues the whole history of every issue that one of them ever led to
   */
  record Linked(List<LinkSpan> links, List<IssueHistory> issues) {
    public Linked {
      links = List.copyOf(links);
      issues = List.copyOf(issues);
    }
  }
}
