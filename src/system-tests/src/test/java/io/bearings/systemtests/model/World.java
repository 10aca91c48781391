package io.bearings.systemtests.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.model.Naive.Weight;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Two projects with teams, objectives and key results, and somebody who works there at random.
 * Worlds have nothing in common but the host, so that people can work in several at a time, and
 * still do the same in each run.
 */
final class World {
  private final Okrs okrs;
  private final Hand hand;
  private final RandomWork work;
  private final RandomLinks links;
  private final List<Followed> keyResults = new ArrayList<>();
  private final Map<Ground, Long> teams = new LinkedHashMap<>();

  World(Session session, long seed, String oneProject, String otherProject) {
    okrs = new Okrs(session);
    hand = new Hand(session, new Random(seed));
    Ground one = new Ground(hand, oneProject);
    Ground other = new Ground(hand, otherProject);
    objective(one, keyResult(Weight.ISSUES, 1), keyResult(Weight.ISSUES, 2), wanted(20));
    objective(one, keyResult(Weight.POINTS, 1), keyResult(Weight.POINTS, 2));
    objective(one, keyResult(Weight.ESTIMATE, 1), keyResult(Weight.ISSUES, 3));
    objective(other, keyResult(Weight.POINTS, 1), keyResult(Weight.ESTIMATE, 2), wanted(10));
    work = new RandomWork(hand, List.of(one, other));
    List<Followed> changing = List.copyOf(keyResults);
    // Of what is found by this one every change is kept, so that all of its past is known.
    objective(one, keyResult(Weight.ISSUES, 1));
    links = new RandomLinks(hand, List.of(one, other), keyResults, changing, work);
    links.keep(
        keyResults.get(keyResults.size() - 1),
        new Asked("project = " + oneProject, issue -> issue.project().equals(oneProject)));
  }

  private static Map<String, Object> keyResult(Weight weight, int share) {
    Map<String, Object> draft = new HashMap<>();
    draft.put("title", "By " + weight);
    draft.put("source", "ISSUES");
    draft.put("weightBy", weight.name());
    draft.put("weight", share);
    return draft;
  }

  /** So many issues are wanted. */
  private static Map<String, Object> wanted(int count) {
    Map<String, Object> draft = keyResult(Weight.ISSUES, 1);
    draft.put("target", count);
    return draft;
  }

  @SafeVarargs
  private void objective(Ground ground, Map<String, Object>... drafts) {
    JsonNode made =
        okrs.create(
                ground.project(),
                "Followed step by step",
                "A model says what has to come out.",
                List.of(drafts))
            .json(201);
    for (int i = 0; i < drafts.length; i++) {
      keyResults.add(
          new Followed(
              Okrs.keyResultId(made, i),
              made.path("id").asLong(),
              ground,
              Weight.valueOf((String) drafts[i].get("weightBy")),
              Optional.ofNullable((Integer) drafts[i].get("target")),
              BigDecimal.valueOf((Integer) drafts[i].get("weight"))));
    }
    teams.put(ground, made.at("/unit/id").asLong());
  }

  /** How often each operation was done. */
  Map<String, Integer> done() {
    return hand.done();
  }

  /** Does some things at random. */
  void work(int count) {
    for (int i = 0; i < count; i++) {
      if (hand.once(5)) {
        links.step();
      } else {
        work.step();
      }
    }
  }

  /**
   * Does what is possible while all is quiet alone: what is deleted a moment after it changed
   * leaves no past, and what a query finds in an index that lags is not what it should.
   */
  void quietly(Snapshot now, int deletions) {
    work.settle();
    links.quietStep(now);
    links.gone(work.delete(deletions));
  }

  /** What has to come out today and on some days before. */
  Comparison comparison(
      Naive naive, Snapshot snapshot, LocalDate today, Collection<LocalDate> days) {
    Comparison comparison = new Comparison(naive, snapshot, links, keyResults, today, days);
    teams.forEach((ground, team) -> comparison.team(team, ground, snapshot));
    return comparison;
  }
}
