package io.bearings.systemtests.model;

import io.bearings.systemtests.harness.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A project with its board, and the places in it where issues come and go. */
final class Ground {
  private final Hand hand;
  private final String project;
  private final long board;
  private final List<Long> versions;
  private final TreeSet<Long> epics = new TreeSet<>();
  private final TreeSet<Long> sprints = new TreeSet<>();
  private final List<Long> future = new ArrayList<>();
  private Optional<Long> active = Optional.empty();

  Ground(Hand hand, String project) {
    this.hand = hand;
    this.project = project;
    Session session = hand.session();
    this.board =
        session
            .get("/rest/agile/1.0/board?projectKeyOrId=" + project)
            .json(200)
            .at("/values/0/id")
            .asLong();
    this.versions =
        session
            .sql(
                "select v.id as id from projectversion v join project p on p.id = v.project"
                    + " where p.pkey = '"
                    + project
                    + "' order by v.id")
            .stream()
            .map(row -> row.path("id").asLong())
            .toList();
  }

  String project() {
    return project;
  }

  List<Long> versions() {
    return versions;
  }

  /** Epics that began here, wherever they are now. */
  TreeSet<Long> epics() {
    return epics;
  }

  /** All sprints that there are, completed ones too. */
  TreeSet<Long> sprints() {
    return sprints;
  }

  /** The sprints into which issues can be put. */
  List<Long> open() {
    List<Long> open = new ArrayList<>(future);
    active.ifPresent(open::add);
    return open;
  }

  /** Does something to a sprint. */
  void step() {
    if (future.size() < 2) {
      create();
    } else if (active.isEmpty()) {
      start();
    } else if (hand.once(8)) {
      delete();
    } else {
      complete();
    }
  }

  private void create() {
    hand.count("create sprint");
    long sprint =
        hand.session()
            .post(
                "/rest/agile/1.0/sprint",
                Map.of("originBoardId", board, "name", "Sprint " + hand.random().nextInt(1_000)))
            .json(201)
            .path("id")
            .asLong();
    future.add(sprint);
    sprints.add(sprint);
  }

  private void start() {
    hand.count("start sprint");
    long sprint = future.remove(0);
    Map<String, Object> body = new HashMap<>();
    body.put("state", "active");
    body.put("endDate", "2099-01-01T12:00:00.000Z");
    Hand.expect(200, hand.session().put("/rest/agile/1.0/sprint/" + sprint, body));
    active = Optional.of(sprint);
  }

  /** What is not finished goes to the next sprint, or back to the backlog. */
  private void complete() {
    boolean carry = hand.random().nextBoolean();
    hand.count(carry ? "complete sprint, carry over" : "complete sprint");
    Hand.expect(
        200,
        hand.session()
            .put(
                "/rest/greenhopper/1.0/sprint/" + active.orElseThrow() + "/complete",
                Map.of(
                    "incompleteIssuesDestination",
                    carry ? Long.toString(future.get(0)) : "BACKLOG")));
    active = Optional.empty();
  }

  private void delete() {
    hand.count("delete sprint");
    long sprint = future.remove(future.size() - 1);
    Hand.expect(204, hand.session().delete("/rest/agile/1.0/sprint/" + sprint));
    sprints.remove(sprint);
  }
}
