package io.bearings.progress;

import static java.util.stream.Collectors.toMap;

import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Lets issues that come into a linked epic, sprint or version contribute, takes off those that
 * leave it, and has sub-tasks that got another parent count by that.
 */
@Named
public final class ComingAndGoing {
  private final WorkLinks links;
  private final Places places;
  private final Histories histories;
  private final Backfill backfill;
  private final Issues issues;

  @Inject
  public ComingAndGoing(
      WorkLinks links, Places places, Histories histories, Backfill backfill, Issues issues) {
    this.links = links;
    this.places = places;
    this.histories = histories;
    this.backfill = backfill;
    this.issues = issues;
  }

  /**
   * Issues changed, and the histories that are kept of them have been brought up to date. Costs two
   * statements where no epic, sprint or version is linked and no sub-task contributes. Of an issue
   * without a kept history, Jira is asked where it is; the history is read if that is linked.
   *
   * @throws Refusal.Unavailable while the database cannot be used
   */
  public void changed(Collection<Long> issueIds) {
    if (issueIds.isEmpty()) {
      return;
    }
    Map<Long, Set<Long>> doubtful = new TreeMap<>();
    links.countedWrongly(issueIds).forEach((id, ids) -> doubtful.put(id, new TreeSet<>(ids)));
    Set<LinkTarget> linked = links.placesInForce();
    if (!linked.isEmpty()) {
      enter(issueIds, linked);
      links
          .comingAndGoing(issueIds)
          .forEach((id, ids) -> doubtful.computeIfAbsent(id, each -> new TreeSet<>()).addAll(ids));
    }
    settle(doubtful);
  }

  private void enter(Collection<Long> issueIds, Set<LinkTarget> linked) {
    Set<Long> unknown = histories.without(issueIds);
    Set<Long> entered = new HashSet<>();
    if (!unknown.isEmpty()) {
      places
          .of(unknown)
          .forEach(
              (issueId, in) -> {
                if (!Collections.disjoint(in, linked)) {
                  entered.add(issueId);
                }
              });
    }
    backfill.read(entered);
  }

  private void settle(Map<Long, Set<Long>> doubtful) {
    if (doubtful.isEmpty()) {
      return;
    }
    Set<Long> all = new HashSet<>();
    doubtful.values().forEach(all::addAll);
    Map<Long, IssueState> states =
        issues.states(all).stream().collect(toMap(IssueState::id, Function.identity()));
    doubtful.forEach(
        (keyResultId, ids) ->
            links.settle(
                Set.of(keyResultId),
                ids.stream().map(states::get).filter(Objects::nonNull).toList()));
  }
}
