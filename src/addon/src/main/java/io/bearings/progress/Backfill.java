package io.bearings.progress;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Copies the past of issues that are linked for the first time, so that the progress of a key
 * result reaches back to before the link.
 */
@Named
public final class Backfill {
  /** The issues whose histories are kept in one transaction. */
  static final int PAGE = 200;

  private final Histories histories;
  private final ChangeHistories changes;

  @Inject
  public Backfill(Histories histories, ChangeHistories changes) {
    this.histories = histories;
    this.changes = changes;
  }

  /**
   * Keeps the histories of those issues of which none is kept. Costs one statement where all are;
   * otherwise what Jira takes to tell them, and four for each {@value #PAGE}.
   *
   * @return how many are kept now that were not before
   */
  public int fill(Collection<Long> issueIds) {
    return read(histories.without(issueIds));
  }

  /**
   * Reads the histories of issues anew, whatever is kept of them.
   *
   * @return how many there are
   */
  public int read(Set<Long> issueIds) {
    int read = 0;
    List<Long> all = new ArrayList<>(issueIds);
    for (int from = 0; from < all.size(); from += PAGE) {
      List<KeptHistory> page = changes.of(all.subList(from, Math.min(from + PAGE, all.size())));
      histories.replace(page);
      read += page.size();
    }
    return read;
  }

  /**
   * Reads the histories of issues anew, and tells what was changed lately.
   *
   * @param since from when on, by the id of the issue
   * @return as {@link ChangeHistories.Recent#changed}, for the issues of which it is known
   */
  public Map<Long, Set<String>> readSince(Map<Long, Instant> since) {
    Map<Long, Set<String>> changed = new HashMap<>();
    List<Long> all = new ArrayList<>(since.keySet());
    for (int from = 0; from < all.size(); from += PAGE) {
      Map<Long, Instant> page = new HashMap<>(since);
      page.keySet().retainAll(all.subList(from, Math.min(from + PAGE, all.size())));
      List<ChangeHistories.Recent> read = changes.since(page);
      histories.replace(read.stream().map(ChangeHistories.Recent::history).toList());
      read.forEach(
          each ->
              each.changed().ifPresent(fields -> changed.put(each.history().issueId(), fields)));
    }
    return changed;
  }
}
