package io.bearings.systemtests.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Session;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What people do with issues all day, at random: they create, estimate and finish them, one by one
 * or many at once, plan them into sprints, epics and versions, and move them to another project. An
 * issue keeps to the sprints and epics of the project that it began in, also when it moves.
 */
final class RandomWork {
  private static final int MOST_ISSUES = 240;
  private static final int FEWEST_ISSUES = 40;
  private static final int MOST_EPICS = 8;
  private static final int[] POINTS = {0, 1, 2, 3, 5, 8, 13};
  private static final String TO_DO = "10000";
  private static final String DONE = "10001";
  private static final List<String> RESOLUTIONS =
      List.of("10000", "10000", "10000", "10001", "10002");

  /** From which status which transitions lead where, in the workflow of the host's projects. */
  private static final Map<String, Map<String, String>> TRANSITIONS =
      Map.of(
          TO_DO,
          Map.of("11", "3", "51", DONE, "61", DONE),
          "3",
          Map.of("21", TO_DO, "31", "10002", "51", DONE),
          "10002",
          Map.of("41", "3", "51", DONE),
          DONE,
          Map.of("71", TO_DO));

  private final Hand hand;
  private final Session session;
  private final List<Ground> grounds;
  private final String pointsField;
  private final String epicField;

  /** The issues that there are. */
  private final TreeMap<Long, Known> issues = new TreeMap<>();

  /** Epics that have or had issues. */
  private final Set<Long> usedEpics = new HashSet<>();

  /** Issues that were there, by the same key, when all was quiet last. */
  private final TreeSet<Long> settled = new TreeSet<>();

  /**
   * What is remembered of an issue.
   *
   * @param ground where it began
   * @param project where it is
   */
  private record Known(
      String key, Ground ground, String project, String status, Optional<Long> parent) {
    Known in(String other) {
      return new Known(key, ground, project, other, parent);
    }

    Known below(long other) {
      return new Known(key, ground, project, status, Optional.of(other));
    }
  }

  RandomWork(Hand hand, List<Ground> grounds) {
    this.hand = hand;
    this.session = hand.session();
    this.grounds = grounds;
    this.pointsField = field("Story Points");
    this.epicField = field("Epic Link");
  }

  private String field(String name) {
    return "customfield_"
        + session
            .sql("select id as id from customfield where cfname = '" + name + "'")
            .get(0)
            .path("id")
            .asLong();
  }

  /** Does one thing at random. Deleting is left to {@link #delete}. */
  void step() {
    int dice = hand.random().nextInt(100);
    if (issues.size() < FEWEST_ISSUES || dice < 12 && issues.size() < MOST_ISSUES) {
      create();
    } else if (dice < 44) {
      transition();
    } else if (dice < 56) {
      points();
    } else if (dice < 65) {
      estimate();
    } else if (dice < 75) {
      plan();
    } else if (dice < 82) {
      epic();
    } else if (dice < 89) {
      versions();
    } else if (dice < 93) {
      hand.oneOf(grounds).step();
    } else if (dice < 95) {
      moveToOtherProject();
    } else if (dice < 97) {
      moveToParent();
    } else {
      bulk();
    }
  }

  /** All is quiet: whatever there is has been followed. */
  void settle() {
    settled.clear();
    settled.addAll(issues.keySet());
  }

  /** Whether it is there, and had its key when all was quiet last. */
  boolean isSettled(long issue) {
    return settled.contains(issue) && issues.containsKey(issue);
  }

  /** An issue that is there. */
  long anyIssue() {
    return hand.oneOf(issues.keySet());
  }

  /** The issue's key of today. */
  String key(long issue) {
    return issues.get(issue).key();
  }

  /** An epic of a project that is in the search index. */
  Optional<Long> settledEpic(Ground ground) {
    TreeSet<Long> epics = new TreeSet<>(ground.epics());
    epics.retainAll(settled);
    return epics.isEmpty() ? Optional.empty() : Optional.of(hand.oneOf(epics));
  }

  private static String address(long issue) {
    return "/rest/api/2/issue/" + issue;
  }

  private void edit(long issue, String field, Object value) {
    Map<String, Object> fields = new HashMap<>();
    fields.put(field, value);
    Hand.expect(204, session.put(address(issue), Map.of("fields", fields)));
  }

  private void create() {
    Ground ground = grounds.get(hand.once(3) ? 1 : 0);
    Optional<Long> parent =
        issues.isEmpty() || !hand.once(5)
            ? Optional.empty()
            : Optional.of(anyIssue()).filter(it -> issues.get(it).parent().isEmpty());
    boolean epic = parent.isEmpty() && ground.epics().size() < MOST_EPICS && hand.once(4);
    hand.count(parent.isPresent() ? "create sub-task" : epic ? "create epic" : "create");
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("summary", "Work " + hand.random().nextInt(1_000_000));
    String project = parent.map(it -> issues.get(it).project()).orElse(ground.project());
    parent.ifPresent(it -> fields.put("parent", Map.of("key", key(it))));
    fields.put("project", Map.of("key", project));
    String type = parent.isPresent() ? "Sub-task" : epic ? "Epic" : "Task";
    fields.put("issuetype", Map.of("name", type));
    if (type.equals("Task") && !ground.epics().isEmpty() && hand.once(4)) {
      long within = hand.oneOf(ground.epics());
      usedEpics.add(within);
      fields.put(epicField, key(within));
    }
    JsonNode created = session.post("/rest/api/2/issue", Map.of("fields", fields)).json(201);
    long id = created.path("id").asLong();
    Ground began = parent.map(it -> issues.get(it).ground()).orElse(ground);
    issues.put(id, new Known(created.path("key").asText(), began, project, TO_DO, parent));
    if (epic) {
      ground.epics().add(id);
    }
  }

  private void transition() {
    hand.count("transition");
    long issue = anyIssue();
    Known known = issues.get(issue);
    Map.Entry<String, String> chosen =
        hand.oneOf(new TreeMap<>(TRANSITIONS.get(known.status())).entrySet());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("transition", Map.of("id", chosen.getKey()));
    if (chosen.getValue().equals(DONE)) {
      body.put("fields", Map.of("resolution", Map.of("id", hand.oneOf(RESOLUTIONS))));
    }
    Hand.expect(204, session.post(address(issue) + "/transitions", body));
    issues.put(issue, known.in(chosen.getValue()));
  }

  private int anyPoints() {
    return POINTS[hand.random().nextInt(POINTS.length)];
  }

  private void points() {
    hand.count("story points");
    edit(anyIssue(), pointsField, hand.once(4) ? null : BigDecimal.valueOf(anyPoints()));
  }

  private void estimate() {
    hand.count("estimate");
    Map<String, Object> estimate = new HashMap<>();
    estimate.put("originalEstimate", hand.once(4) ? null : hand.random().nextInt(1, 500) + "m");
    edit(anyIssue(), "timetracking", estimate);
  }

  private void plan() {
    long issue = anyIssue();
    Known known = issues.get(issue);
    List<Long> open = known.ground().open();
    if (known.parent().isEmpty() && !open.isEmpty()) {
      boolean toBacklog = hand.once(4);
      hand.count(toBacklog ? "out of the sprint" : "into a sprint");
      String where = toBacklog ? "/backlog/issue" : "/sprint/" + hand.oneOf(open) + "/issue";
      Hand.expect(
          204, session.post("/rest/agile/1.0" + where, Map.of("issues", List.of(known.key()))));
    }
  }

  private void epic() {
    long issue = anyIssue();
    Known known = issues.get(issue);
    TreeSet<Long> epics = known.ground().epics();
    if (known.parent().isEmpty() && !epics.contains(issue) && !epics.isEmpty()) {
      boolean out = hand.once(3);
      hand.count(out ? "out of the epic" : "into an epic");
      long epic = hand.oneOf(epics);
      usedEpics.add(epic);
      edit(issue, epicField, out ? null : key(epic));
    }
  }

  private void versions() {
    hand.count("fix versions");
    long issue = anyIssue();
    Ground at =
        grounds.stream()
            .filter(each -> each.project().equals(issues.get(issue).project()))
            .findFirst()
            .orElseThrow();
    Set<Map<String, String>> chosen = new HashSet<>();
    for (int i = hand.random().nextInt(3); i > 0; i--) {
      chosen.add(Map.of("id", Long.toString(hand.oneOf(at.versions()))));
    }
    edit(issue, "fixVersions", chosen);
  }

  private String otherProject(long issue) {
    String from = issues.get(issue).project();
    return grounds.get(from.equals(grounds.get(0).project()) ? 1 : 0).project();
  }

  /** What is new might be gone from a project before anybody saw it there, and left no past. */
  private boolean mayMove(long issue) {
    return settled.contains(issue) && issues.get(issue).parent().isEmpty();
  }

  private void moveToOtherProject() {
    long issue = anyIssue();
    if (mayMove(issue) && subTasks(issue).stream().allMatch(settled::contains)) {
      hand.count("move to another project");
      String project = otherProject(issue);
      Hand.expect(
          200,
          session.formOf(
              "/browse/" + key(issue),
              "/secure/MoveIssue.jspa",
              Map.of("id", Long.toString(issue), "pid", project)));
      moved(issue, project);
    }
  }

  private Set<Long> subTasks(long issue) {
    Set<Long> all = new TreeSet<>();
    issues.forEach(
        (id, known) -> {
          if (known.parent().equals(Optional.of(issue))) {
            all.add(id);
          }
        });
    return all;
  }

  private void moved(long issue, String project) {
    Set<Long> all = subTasks(issue);
    all.add(issue);
    // The search index has their new keys a little later.
    settled.removeAll(all);
    for (long id : all) {
      Known before = issues.get(id);
      String key = session.get(address(id)).json(200).path("key").asText();
      issues.put(id, new Known(key, before.ground(), project, before.status(), before.parent()));
    }
  }

  private void moveToParent() {
    List<Long> all = issues.keySet().stream().filter(id -> isSubTask(id)).toList();
    long parent = anyIssue();
    if (!all.isEmpty() && !isSubTask(parent)) {
      long issue = hand.oneOf(all);
      Known known = issues.get(issue);
      if (issues.get(parent).project().equals(known.project())) {
        hand.count("move to another parent");
        Hand.expect(
            200,
            session.formOf(
                "/browse/" + known.key(),
                "/secure/MoveSubTaskParent.jspa",
                Map.of("id", Long.toString(issue), "parentIssue", key(parent))));
        issues.put(issue, known.below(parent));
      }
    }
  }

  private boolean isSubTask(long issue) {
    return issues.get(issue).parent().isPresent();
  }

  private void bulk() {
    Set<Long> chosen = new TreeSet<>();
    for (int i = 2 + hand.random().nextInt(9); i > 0; i--) {
      chosen.add(anyIssue());
    }
    switch (hand.random().nextInt(3)) {
      case 0 -> {
        hand.count("story points in bulk");
        bulk(chosen, Map.of("operation", "points", "value", Integer.toString(anyPoints())));
      }
      case 1 -> closeInBulk(chosen);
      default -> moveInBulk(chosen);
    }
  }

  private void closeInBulk(Set<Long> chosen) {
    chosen.removeIf(issue -> issues.get(issue).status().equals(DONE));
    if (!chosen.isEmpty()) {
      hand.count("close in bulk");
      bulk(
          chosen,
          Map.of("operation", "transition", "value", "51", "resolution", hand.oneOf(RESOLUTIONS)));
      chosen.forEach(issue -> issues.put(issue, issues.get(issue).in(DONE)));
    }
  }

  private void moveInBulk(Set<Long> chosen) {
    String project = hand.oneOf(grounds).project();
    chosen.removeIf(
        issue ->
            !mayMove(issue)
                || issues.get(issue).project().equals(project)
                || !settled.containsAll(subTasks(issue)));
    if (!chosen.isEmpty()) {
      hand.count("move in bulk");
      bulk(chosen, Map.of("operation", "move", "project", project));
      chosen.forEach(issue -> moved(issue, project));
    }
  }

  private void bulk(Collection<Long> chosen, Map<String, String> operation) {
    List<Map.Entry<String, String>> fields = new ArrayList<>(operation.entrySet());
    chosen.forEach(issue -> fields.add(Map.entry("issue", Long.toString(issue))));
    // A query that finds nothing, so that the page is quickly made.
    fields.add(Map.entry("jql", "key = " + key(chosen.iterator().next())));
    String page = session.formOf("/browse/" + key(anyIssue()), "/issues/", fields).body();
    if (!page.contains(chosen.size() + " changed.")) {
      throw new AssertionError("Not all of " + chosen + " were changed: " + page);
    }
  }

  /** Deletes some issues and their sub-tasks; an epic only where no issue was ever in it. */
  Set<Long> delete(int count) {
    Set<Long> gone = new TreeSet<>();
    for (int i = 0; i < count && issues.size() > FEWEST_ISSUES; i++) {
      long issue = anyIssue();
      if (!usedEpics.contains(issue)) {
        hand.count("delete");
        Hand.expect(204, session.delete(address(issue)));
        gone.addAll(subTasks(issue));
        gone.add(issue);
        issues.keySet().removeAll(gone);
        grounds.forEach(ground -> ground.epics().removeAll(gone));
      }
    }
    return gone;
  }
}
