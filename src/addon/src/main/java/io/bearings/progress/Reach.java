package io.bearings.progress;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An issue that a link of a key result leads to.
 *
 * @param parentId the issue's parent where it is a sub-task
 */
public record Reach(long issueId, Optional<Long> parentId, LinkKind by) {

  /**
   * The issues that count for a key result: each once, however many links lead to it. A sub-task
   * counts only if it is linked itself, or if a query returns it while no link brings its parent.
   *
   * @param all everything that all links of the key result lead to
   */
  public static Set<Long> counting(Collection<Reach> all) {
    Set<Long> brought = all.stream().map(Reach::issueId).collect(toSet());
    return all.stream()
        .filter(each -> each.counts(brought))
        .map(Reach::issueId)
        .collect(toCollection(LinkedHashSet::new));
  }

  private boolean counts(Set<Long> brought) {
    return parentId
        .map(parent -> by == LinkKind.ISSUE || by == LinkKind.JQL && !brought.contains(parent))
        .orElse(true);
  }
}
