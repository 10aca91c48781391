package io.bearings.systemtests.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Session.Answer;
import io.bearings.systemtests.model.Naive.Link;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What people do all day, at random: they create, estimate, move and finish issues, plan and
 * complete sprints, link work to key results and take it away again. It remembers the links, which
 * only the add-on keeps; how the issues are is asked of Jira.
 */
final class RandomWork {
  static final String PROJECT = "MODA";
  static final String OTHER_PROJECT = "MODB";

  private static final int MOST_ISSUES = 300;
  private static final Duration INDEX_LAG = Duration.ofSeconds(10);
  private static final int[] POINTS = {0, 1, 2, 3, 5, 8, 13};
  private static final List<String> RESOLUTIONS =
      List.of("10000", "10000", "10000", "10001", "10002");

  /** From which status which transitions lead where, in the workflow of the host's projects. */
  private static final Map<String, Map<String, String>> TRANSITIONS =
      Map.of(
          "10000", Map.of("11", "3", "51", "10001", "61", "10001"),
          "3", Map.of("21", "10000", "31", "10002", "51", "10001"),
          "10002", Map.of("41", "3", "51", "10001"),
          "10001", Map.of("71", "10000"));

  private static final List<String> QUERIES =
      List.of(
          "project = " + PROJECT + " AND status = Done",
          "project = " + OTHER_PROJECT,
          "project in ("
              + PROJECT
              + ", "
              + OTHER_PROJECT
              + ") AND statusCategory = \"In Progress\"",
          "project = " + PROJECT + " AND issuetype = Sub-task",
          "project = " + PROJECT + " AND resolution is EMPTY AND status != \"In Review\"");

  private final Random random;
  private final Session session;
  private final Okrs okrs;
  private final List<Long> keyResults;
  private final Set<Long> onQueries;
  private final String pointsField;
  private final long board;

  /** The issues that there are, with their status. */
  private final TreeMap<Long, String> issues = new TreeMap<>();

  private final Map<Long, Long> parents = new HashMap<>();
  private final Set<Long> subTasks = new HashSet<>();
  private final TreeSet<Long> epics = new TreeSet<>();
  private final Map<Long, Set<Long>> linked = new LinkedHashMap<>();
  private final Map<Long, Set<Long>> everLinked = new LinkedHashMap<>();
  private final Map<Long, Map<Long, String>> queries = new LinkedHashMap<>();
  private final List<Long> futureSprints = new ArrayList<>();
  private Optional<Long> activeSprint = Optional.empty();
  private final Map<String, Integer> done = new TreeMap<>();

  /**
   * Prepares work.
   *
   * @param keyResults fed by issues; the first ones are linked to issues, the last two to queries
   */
  RandomWork(Random random, Session session, List<Long> keyResults) {
    this.random = random;
    this.session = session;
    this.okrs = new Okrs(session);
    this.keyResults = keyResults;
    this.onQueries = Set.copyOf(keyResults.subList(keyResults.size() - 2, keyResults.size()));
    this.pointsField =
        "customfield_"
            + session
                .sql("select id as id from customfield where cfname = 'Story Points'")
                .get(0)
                .path("id")
                .asLong();
    this.board =
        session
            .get("/rest/agile/1.0/board?projectKeyOrId=" + PROJECT)
            .json(200)
            .path("values")
            .get(0)
            .path("id")
            .asLong();
    keyResults.forEach(
        id -> {
          linked.put(id, new TreeSet<>());
          everLinked.put(id, new TreeSet<>());
          queries.put(id, new LinkedHashMap<>());
        });
  }

  /** How often each operation was done. */
  Map<String, Integer> done() {
    return done;
  }

  /** The key results that are linked to queries; their past is not what it would have been. */
  boolean isOnQueries(long keyResult) {
    return onQueries.contains(keyResult);
  }

  /** The links of a key result that are in force; what its queries find is asked of Jira. */
  List<Link> links(long keyResult) {
    List<Link> links = new ArrayList<>();
    linked.get(keyResult).forEach(id -> links.add(new Naive.ToIssue(id)));
    queries.get(keyResult).values().forEach(query -> links.add(new Naive.ToQuery(found(query))));
    return links;
  }

  /** All issues that a key result was ever linked to: until their end, links counted. */
  List<Link> everLinked(long keyResult) {
    return everLinked.get(keyResult).stream().<Link>map(Naive.ToIssue::new).toList();
  }

  private Set<Long> found(String query) {
    Set<Long> found = new HashSet<>();
    session
        .get("/rest/api/2/search?maxResults=1000&jql=" + Session.encode(query))
        .json(200)
        .path("issues")
        .forEach(issue -> found.add(issue.path("id").asLong()));
    return found;
  }

  /** Does one thing at random. Deleting is left to {@link #delete}. */
  void step() {
    if (issues.size() < 20) {
      create();
      return;
    }
    int dice = random.nextInt(100);
    if (dice < 8 && issues.size() < MOST_ISSUES) {
      create();
    } else if (dice < 45) {
      transition();
    } else if (dice < 60) {
      estimate();
    } else if (dice < 76) {
      link();
    } else if (dice < 82) {
      unlink();
    } else if (dice < 84) {
      query();
    } else if (dice < 85) {
      moveToOtherProject();
    } else if (dice < 95) {
      plan();
    } else if (dice < 97) {
      startSprint();
    } else {
      completeSprint();
    }
  }

  private void count(String operation) {
    done.merge(operation, 1, Integer::sum);
  }

  private long anyIssue() {
    return issues.keySet().stream().skip(random.nextInt(issues.size())).findFirst().orElseThrow();
  }

  private static String address(long issue) {
    return "/rest/api/2/issue/" + issue;
  }

  private static void expect(int status, Answer answer) {
    if (answer.status() != status) {
      throw new AssertionError("Expected " + status + ", got " + answer);
    }
  }

  private void create() {
    count("create");
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("summary", "Work " + random.nextInt(1_000_000));
    Optional<Long> parent = Optional.empty();
    boolean ofParent = !issues.isEmpty() && random.nextInt(5) == 0;
    if (ofParent) {
      long candidate = anyIssue();
      if (!subTasks.contains(candidate) && !epics.contains(candidate)) {
        parent = Optional.of(candidate);
      }
    }
    String project = PROJECT;
    if (parent.isPresent()) {
      String key = session.get(address(parent.get())).json(200).path("key").asText();
      project = key.substring(0, key.indexOf('-'));
      fields.put("parent", Map.of("key", key));
    }
    fields.put("project", Map.of("key", project));
    String type = parent.isPresent() ? "Sub-task" : "Task";
    fields.put("issuetype", Map.of("name", type));
    JsonNode created = session.post("/rest/api/2/issue", Map.of("fields", fields)).json(201);
    long id = created.path("id").asLong();
    issues.put(id, "10000");
    parent.ifPresent(
        of -> {
          parents.put(id, of);
          subTasks.add(id);
        });
  }

  private void transition() {
    count("transition");
    long issue = anyIssue();
    List<Map.Entry<String, String>> possible =
        List.copyOf(new TreeMap<>(TRANSITIONS.get(issues.get(issue))).entrySet());
    Map.Entry<String, String> chosen = possible.get(random.nextInt(possible.size()));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("transition", Map.of("id", chosen.getKey()));
    if (chosen.getValue().equals("10001")) {
      String resolution = RESOLUTIONS.get(random.nextInt(RESOLUTIONS.size()));
      body.put("fields", Map.of("resolution", Map.of("id", resolution)));
    }
    expect(204, session.post(address(issue) + "/transitions", body));
    issues.put(issue, chosen.getValue());
  }

  private void estimate() {
    count("estimate");
    Map<String, Object> fields = new HashMap<>();
    fields.put(
        pointsField,
        random.nextInt(4) == 0 ? null : BigDecimal.valueOf(POINTS[random.nextInt(POINTS.length)]));
    expect(204, session.put(address(anyIssue()), Map.of("fields", fields)));
  }

  private long anyKeyResult() {
    return keyResults.get(random.nextInt(keyResults.size()));
  }

  private void link() {
    count("link");
    long keyResult = anyKeyResult();
    long issue = anyIssue();
    String key = session.get(address(issue)).json(200).path("key").asText();
    okrs.attach(keyResult, List.of(key)).json(200);
    linked.get(keyResult).add(issue);
    everLinked.get(keyResult).add(issue);
  }

  private void unlink() {
    long keyResult = anyKeyResult();
    Set<Long> of = linked.get(keyResult);
    if (!of.isEmpty()) {
      count("unlink");
      long issue = of.stream().skip(random.nextInt(of.size())).findFirst().orElseThrow();
      String links = "key-results/" + keyResult + "/links";
      long link = linkTo(links, issue);
      expect(204, okrs.delete(links + "/" + link));
      of.remove(issue);
    }
  }

  /** An issue is listed once the index has it, which may lag. */
  private long linkTo(String links, long issue) {
    String key = session.get(address(issue)).json(200).path("key").asText();
    Instant end = Instant.now().plus(INDEX_LAG);
    while (Instant.now().isBefore(end)) {
      Optional<JsonNode> link =
          okrs.get(links)
              .json(200)
              .path("links")
              .valueStream()
              .filter(each -> each.path("issueKey").asText().equals(key))
              .findFirst();
      if (link.isPresent()) {
        return link.get().path("id").asLong();
      }
    }
    throw new AssertionError(key + " is not listed by " + links);
  }

  private void query() {
    long keyResult = keyResults.get(keyResults.size() - 1 - random.nextInt(onQueries.size()));
    Map<Long, String> of = queries.get(keyResult);
    String work = "key-results/" + keyResult + "/work";
    if (of.size() > 1) {
      count("end query");
      long link = of.keySet().iterator().next();
      expect(204, okrs.delete(work + "/" + link));
      of.remove(link);
    } else {
      count("link query");
      String query = QUERIES.get(random.nextInt(QUERIES.size()));
      if (!of.containsValue(query)) {
        long link = okrs.post(work, Map.of("query", query)).json(200).path("id").asLong();
        of.put(link, query);
      }
    }
  }

  private void moveToOtherProject() {
    long issue = anyIssue();
    String key = session.get(address(issue)).json(200).path("key").asText();
    if (!subTasks.contains(issue) && key.startsWith(PROJECT)) {
      count("move");
      expect(
          200,
          session.formOf(
              "/browse/" + key,
              "/secure/MoveIssue.jspa",
              Map.of("id", Long.toString(issue), "pid", OTHER_PROJECT)));
    }
  }

  private void plan() {
    if (futureSprints.isEmpty() && activeSprint.isEmpty()) {
      count("create sprint");
      futureSprints.add(
          session
              .post(
                  "/rest/agile/1.0/sprint",
                  Map.of("originBoardId", board, "name", "Sprint " + random.nextInt(1_000)))
              .json(201)
              .path("id")
              .asLong());
      return;
    }
    long issue = anyIssue();
    String key = session.get(address(issue)).json(200).path("key").asText();
    if (subTasks.contains(issue) || !key.startsWith(PROJECT)) {
      return;
    }
    count("plan");
    boolean toBacklog = random.nextInt(4) == 0;
    long sprint = activeSprint.orElseGet(() -> futureSprints.get(0));
    String where = toBacklog ? "/backlog/issue" : "/sprint/" + sprint + "/issue";
    expect(204, session.post("/rest/agile/1.0" + where, Map.of("issues", List.of(key))));
  }

  private void startSprint() {
    if (activeSprint.isEmpty() && !futureSprints.isEmpty()) {
      count("start sprint");
      long sprint = futureSprints.remove(0);
      expect(
          200,
          session.put(
              "/rest/agile/1.0/sprint/" + sprint,
              Map.of("state", "active", "endDate", "2027-01-01T12:00:00.000Z")));
      activeSprint = Optional.of(sprint);
    }
  }

  private void completeSprint() {
    if (activeSprint.isPresent()) {
      count("complete sprint");
      expect(
          200,
          session.put(
              "/rest/greenhopper/1.0/sprint/" + activeSprint.get() + "/complete",
              Map.of("incompleteIssuesDestination", "BACKLOG")));
      activeSprint = Optional.empty();
    }
  }

  /**
   * Deletes an issue and its sub-tasks.
   *
   * @return all that are gone; empty when there are too few issues
   */
  Set<Long> delete() {
    if (issues.size() < 30) {
      return Set.of();
    }
    count("delete");
    long issue = anyIssue();
    expect(204, session.delete(address(issue)));
    Set<Long> gone = new TreeSet<>(Set.of(issue));
    parents.forEach(
        (child, parent) -> {
          if (parent == issue && issues.containsKey(child)) {
            gone.add(child);
          }
        });
    gone.forEach(
        id -> {
          issues.remove(id);
          linked.values().forEach(of -> of.remove(id));
        });
    return gone;
  }
}
