package io.bearings.systemtests.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.model.Naive.Link;
import io.bearings.systemtests.model.Naive.ToEpic;
import io.bearings.systemtests.model.Naive.ToIssue;
import io.bearings.systemtests.model.Naive.ToQuery;
import io.bearings.systemtests.model.Naive.ToSprint;
import io.bearings.systemtests.model.Naive.ToVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Links key results to work at random, takes it away and puts it back. It remembers the links,
 * which only the add-on keeps; how the issues are is asked of Jira.
 */
final class RandomLinks {
  private static final int MOST_PLACES = 4;
  private static final int MOST_QUERIES = 2;
  private static final int QUERIES_AT_ONCE = 3;

  /** The id of a link that was made with many others. */
  private static final long NOT_KNOWN = -1;

  /** The queries from here on find only some issues. */
  private static final int FEW = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Hand hand;
  private final Okrs okrs;
  private final List<Ground> grounds;
  private final List<Followed> keyResults;
  private final RandomWork work;
  private final List<Asked> queries;
  private final Map<Long, Links> links = new LinkedHashMap<>();

  /** The links of a key result, by what they lead to, with their ids. */
  private static final class Links {
    private final Map<Link, Long> inForce = new LinkedHashMap<>();
    private final Map<Link, Long> ended = new LinkedHashMap<>();
    private final Set<Link> ever = new LinkedHashSet<>();
    private final Map<Asked, Long> queries = new LinkedHashMap<>();
    private final Map<Asked, Long> endedQueries = new LinkedHashMap<>();

    /** What queries found when they were linked. */
    private final Set<Long> foundFirst = new HashSet<>();

    private void add(Link link, long id) {
      inForce.put(link, id);
      ever.add(link);
    }

    private List<Link> places() {
      return inForce.keySet().stream().filter(link -> !(link instanceof ToIssue)).toList();
    }
  }

  /**
   * @param all key results
   * @param keyResults those of them whose links change
   */
  RandomLinks(
      Hand hand,
      List<Ground> grounds,
      List<Followed> all,
      List<Followed> keyResults,
      RandomWork work) {
    this.hand = hand;
    this.okrs = new Okrs(hand.session());
    this.grounds = grounds;
    this.keyResults = keyResults;
    this.work = work;
    this.queries = Asked.of(grounds.get(0), grounds.get(1));
    all.forEach(each -> links.put(each.id(), new Links()));
  }

  /** The links of a key result that are in force. */
  List<Link> inForce(Followed keyResult, Snapshot snapshot) {
    Links of = links.get(keyResult.id());
    List<Link> all = new ArrayList<>(of.inForce.keySet());
    of.queries.keySet().forEach(query -> all.add(new ToQuery(query.found(snapshot))));
    return all;
  }

  /**
   * The links of a key result on days before today, as all were made and ended today: each counts
   * for the days before it was made, and until its end. A query is taken to have found ever since
   * what it found when it was linked.
   */
  List<Link> before(Followed keyResult) {
    Links of = links.get(keyResult.id());
    List<Link> all = new ArrayList<>(of.ever);
    all.add(new ToQuery(of.foundFirst));
    return all;
  }

  /** Links or unlinks something. */
  void step() {
    int dice = hand.random().nextInt(100);
    Followed keyResult = hand.oneOf(keyResults);
    if (dice < 40) {
      link(keyResult);
    } else if (dice < 55) {
      attach(keyResult);
    } else if (dice < 70) {
      end(keyResult, true);
    } else if (dice < 85) {
      linkPlace(keyResult);
    } else if (dice < 92) {
      end(keyResult, false);
    } else if (dice < 97) {
      restore(keyResult);
    } else if (!keyResult.ground().equals(grounds.get(0))) {
      // What a query finds at first counts for its past, and has to be known exactly for others.
      changeQueries(keyResult, Optional.empty());
    }
  }

  private static String address(Followed keyResult) {
    return "key-results/" + keyResult.id() + "/work";
  }

  private long post(Followed keyResult, Map<String, String> wanted) {
    return okrs.post(address(keyResult), wanted).json(200).path("id").asLong();
  }

  private void link(Followed keyResult) {
    attach(keyResult, Set.of(work.anyIssue()));
  }

  private void attach(Followed keyResult) {
    Set<Long> issues = new LinkedHashSet<>();
    for (int i = 1 + hand.random().nextInt(4); i > 0; i--) {
      issues.add(work.anyIssue());
    }
    attach(keyResult, issues);
  }

  private void attach(Followed keyResult, Set<Long> issues) {
    hand.count(issues.size() == 1 ? "link an issue" : "link issues");
    Map<String, Long> byKey = new LinkedHashMap<>();
    issues.forEach(issue -> byKey.put(work.key(issue), issue));
    JsonNode attached = okrs.attach(keyResult.id(), List.copyOf(byKey.keySet())).json(200);
    for (JsonNode each : attached.path("attached")) {
      links
          .get(keyResult.id())
          .add(
              new ToIssue(byKey.get(each.path("issueKey").asText())), each.path("linkId").asLong());
    }
  }

  private Ground groundFor(Followed keyResult) {
    return keyResult.ground().equals(grounds.get(0)) ? grounds.get(0) : hand.oneOf(grounds);
  }

  private void linkPlace(Followed keyResult) {
    Ground ground = groundFor(keyResult);
    switch (hand.random().nextInt(3)) {
      case 0 ->
          work.settledEpic(ground)
              .ifPresent(epic -> linkPlace(keyResult, "EPIC", work.key(epic), new ToEpic(epic)));
      case 1 -> {
        if (!ground.sprints().isEmpty()) {
          long sprint = hand.oneOf(ground.sprints());
          linkPlace(keyResult, "SPRINT", Long.toString(sprint), new ToSprint(sprint));
        }
      }
      default -> {
        long version = hand.oneOf(ground.versions());
        linkPlace(keyResult, "VERSION", Long.toString(version), new ToVersion(version));
      }
    }
  }

  private void linkPlace(Followed keyResult, String kind, String target, Link link) {
    Links of = links.get(keyResult.id());
    if (of.places().size() < MOST_PLACES) {
      hand.count("link " + kind);
      of.add(link, post(keyResult, Map.of("kind", kind, "target", target)));
    }
  }

  private void end(Followed keyResult, boolean single) {
    Links of = links.get(keyResult.id());
    List<Link> candidates =
        of.inForce.entrySet().stream()
            .filter(each -> each.getKey() instanceof ToIssue == single)
            .filter(each -> each.getValue() != NOT_KNOWN || isThere(each.getKey()))
            .map(Map.Entry::getKey)
            .toList();
    if (!candidates.isEmpty()) {
      hand.count(single ? "unlink an issue" : "unlink a place");
      Link link = hand.oneOf(candidates);
      long id = of.inForce.remove(link);
      if (id == NOT_KNOWN) {
        // What is linked already answers with its link.
        long issue = ((ToIssue) link).id();
        id = post(keyResult, Map.of("kind", "ISSUE", "target", work.key(issue)));
      }
      Hand.expect(204, okrs.delete(address(keyResult) + "/" + id));
      of.ended.put(link, id);
    }
  }

  private void restore(Followed keyResult) {
    Links of = links.get(keyResult.id());
    List<Link> candidates =
        of.ended.keySet().stream()
            .filter(link -> !of.inForce.containsKey(link) && isThere(link))
            .toList();
    if (!candidates.isEmpty()) {
      hand.count("restore a link");
      Link link = hand.oneOf(candidates);
      long id = of.ended.remove(link);
      Hand.expect(204, okrs.post(address(keyResult) + "/" + id + "/restore", Map.of()));
      of.inForce.put(link, id);
    }
  }

  private boolean isThere(Link link) {
    return link instanceof ToIssue issue && work.isSettled(issue.id())
        || link instanceof ToEpic epic && work.isSettled(epic.id())
        || link instanceof ToSprint sprint
            && grounds.stream().anyMatch(ground -> ground.sprints().contains(sprint.id()))
        || link instanceof ToVersion;
  }

  /**
   * Links a key result to a query, or takes one away.
   *
   * @param now how all is; empty where nobody is going to ask for the past
   */
  private void changeQueries(Followed keyResult, Optional<Snapshot> now) {
    Links of = links.get(keyResult.id());
    if (of.queries.size() == MOST_QUERIES || !of.queries.isEmpty() && hand.once(3)) {
      hand.count("unlink a query");
      Asked query = hand.oneOf(of.queries.keySet());
      long id = of.queries.remove(query);
      Hand.expect(204, okrs.delete(address(keyResult) + "/" + id));
      of.endedQueries.put(query, id);
      return;
    }
    boolean again = !of.endedQueries.isEmpty() && hand.once(2);
    Asked query = again ? hand.oneOf(of.endedQueries.keySet()) : hand.oneOf(queries);
    if (of.queries.containsKey(query)) {
      return;
    }
    Optional<Long> before = Optional.ofNullable(of.endedQueries.remove(query));
    if (before.isPresent() && again) {
      hand.count("restore a query");
      Hand.expect(204, okrs.post(address(keyResult) + "/" + before.get() + "/restore", Map.of()));
      of.queries.put(query, before.get());
    } else {
      hand.count("link a query");
      now.ifPresent(snapshot -> of.foundFirst.addAll(query.found(snapshot)));
      of.queries.put(query, post(keyResult, Map.of("query", query.jql())));
    }
  }

  /** Links a key result to a query for good. */
  void keep(Followed keyResult, Asked query) {
    links.get(keyResult.id()).queries.put(query, post(keyResult, Map.of("query", query.jql())));
  }

  /** Changes the queries of a key result while nobody works, and links what one finds in bulk. */
  void quietStep(Snapshot now) {
    for (int i = 0; i < QUERIES_AT_ONCE; i++) {
      changeQueries(hand.oneOf(keyResults), Optional.of(now));
    }
    linkInBulk(hand.oneOf(keyResults), hand.oneOf(queries.subList(FEW, queries.size())), now);
  }

  private void linkInBulk(Followed keyResult, Asked query, Snapshot now) {
    hand.count("link in bulk");
    String bulk = address(keyResult) + "/bulk";
    okrs.post(bulk, Map.of("query", query.jql())).json(200);
    Instant end = Instant.now().plus(PATIENCE);
    String state = "";
    while (!state.equals("DONE") && Instant.now().isBefore(end)) {
      state = okrs.get(bulk).json(200).path("state").asText();
    }
    if (!state.equals("DONE")) {
      throw new AssertionError("Linking in bulk is still " + state);
    }
    Links of = links.get(keyResult.id());
    query
        .found(now)
        .forEach(
            issue -> {
              of.inForce.putIfAbsent(new ToIssue(issue), NOT_KNOWN);
              of.ever.add(new ToIssue(issue));
            });
  }

  /** Issues were deleted, and their links with them. */
  void gone(Set<Long> issues) {
    links.values().forEach(of -> of.inForce.keySet().removeIf(link -> isGone(link, issues)));
  }

  private static boolean isGone(Link link, Set<Long> issues) {
    return link instanceof ToIssue issue && issues.contains(issue.id())
        || link instanceof ToEpic epic && issues.contains(epic.id());
  }
}
