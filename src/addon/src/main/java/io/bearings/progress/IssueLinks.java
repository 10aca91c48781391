package io.bearings.progress;

import java.util.List;

/**
 * The key results that an issue serves: it is linked to them itself, or is in what they are linked
 * to.
 *
 * @param mayAttach whether the person may attach it to any key result at all
 * @param links those that the person may see, the oldest link first
 * @param hidden how many more there are
 */
public record IssueLinks(String issueKey, boolean mayAttach, List<LinkOnIssue> links, int hidden) {
  public IssueLinks {
    links = List.copyOf(links);
  }
}
