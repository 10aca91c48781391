package io.bearings.progress;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Copies the past of issues that are linked for the first time, so that the progress of a key
 * result reaches back to before the link.
 */
@Named
public final class Backfill {
  /** The issues whose histories are kept in one transaction. */
  static final int PAGE = 200;

  /** How often an issue that keeps changing is read at once; it is looked at after that, too. */
  static final int MOST_TRIES = 5;

  private final Histories histories;
  private final ChangeHistories changes;
  private final Issues issues;
  private final Clock clock;
  private final Set<Reading> underway = ConcurrentHashMap.newKeySet();

  @Inject
  public Backfill(Histories histories, ChangeHistories changes, Issues issues, Clock clock) {
    this.histories = histories;
    this.changes = changes;
    this.issues = issues;
    this.clock = clock;
  }

  /**
   * Keeps the histories of those issues of which none is kept. Costs one statement where all are;
   * otherwise what Jira takes to tell them, and six for each {@value #PAGE}, and again for those
   * that change meanwhile.
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
    for (Set<Long> page : pages(issueIds)) {
      read += keep(page, changes::of).size();
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
    for (Set<Long> page : pages(since.keySet())) {
      keep(
          page,
          issueIds -> {
            Map<Long, Instant> moments = new HashMap<>(since);
            moments.keySet().retainAll(issueIds);
            List<ChangeHistories.Recent> read = changes.since(moments);
            read.forEach(
                each ->
                    each.changed()
                        .ifPresent(fields -> changed.put(each.history().issueId(), fields)));
            return read.stream().map(ChangeHistories.Recent::history).toList();
          });
    }
    return changed;
  }

  /**
   * An issue changed. What is being read of it may be older than the change, and may be kept after
   * somebody else has read and kept what is newer; so it is read once more.
   */
  void changed(long issueId) {
    underway.forEach(each -> each.changed(issueId));
  }

  private static List<Set<Long>> pages(Set<Long> issueIds) {
    List<Long> all = new ArrayList<>(issueIds);
    List<Set<Long>> pages = new ArrayList<>();
    for (int from = 0; from < all.size(); from += PAGE) {
      pages.add(new LinkedHashSet<>(all.subList(from, Math.min(from + PAGE, all.size()))));
    }
    return pages;
  }

  /** Reads and keeps histories, once more those that changed meanwhile; returns those there are. */
  private Set<Long> keep(Set<Long> issueIds, Function<Collection<Long>, List<KeptHistory>> reader) {
    Set<Long> there = new HashSet<>();
    Set<Long> left = issueIds;
    for (int tries = 0; !left.isEmpty() && tries < MOST_TRIES; tries++) {
      Reading reading = new Reading(left);
      underway.add(reading);
      try {
        there.addAll(keepWhole(reader.apply(left)));
      } finally {
        underway.remove(reading);
      }
      left = Set.copyOf(reading.changed);
    }
    return there;
  }

  /**
   * Keeps what was read of issues that are not deleted meanwhile. Jira deletes the changes of an
   * issue with it: of one that is gone after it was read, only a part may have been seen, and what
   * is kept already says more. One that goes while it is kept is gone all the same, whoever was
   * told of it first.
   *
   * @return the issues that are there
   */
  private Set<Long> keepWhole(List<KeptHistory> read) {
    Set<Long> whole = existing(ids(read));
    List<KeptHistory> kept = read.stream().filter(each -> whole.contains(each.issueId())).toList();
    if (kept.isEmpty()) {
      return Set.of();
    }
    histories.replace(kept);
    Set<Long> there = existing(whole);
    whole.stream()
        .filter(id -> !there.contains(id))
        .forEach(id -> histories.gone(id, clock.instant()));
    return there;
  }

  private static Set<Long> ids(List<KeptHistory> read) {
    return read.stream().map(KeptHistory::issueId).collect(toSet());
  }

  private Set<Long> existing(Set<Long> issueIds) {
    return issueIds.isEmpty() ? Set.of() : issues.existing(issueIds);
  }

  /** Issues that are being read, and which of them changed since that began. */
  private static final class Reading {
    private final Set<Long> issueIds;
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();

    Reading(Set<Long> issueIds) {
      this.issueIds = issueIds;
    }

    void changed(long issueId) {
      if (issueIds.contains(issueId)) {
        changed.add(issueId);
      }
    }
  }
}
