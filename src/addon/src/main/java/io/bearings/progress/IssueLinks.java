package io.bearings.progress;

import java.util.List;

/**
 * The key results that an issue is attached to.
 *
 * @param mayAttach whether the person may attach it to any key result at all
 * @param links those that the person may see, oldest first
 * @param hidden how many more there are
 */
public record IssueLinks(String issueKey, boolean mayAttach, List<LinkOnIssue> links, int hidden) {
  public IssueLinks {
    links = List.copyOf(links);
  }
}
