package io.bearings.systemtests.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.AddOnLog;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.ImportFile;
import io.bearings.systemtests.harness.Measurements;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.model.Naive.Figures;
import io.bearings.systemtests.model.Naive.Link;
import io.bearings.systemtests.model.Snapshot.Issue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * Thousands of random operations on a host, dated over the last weeks. After each batch the figures
 * of every key result are those of a plain recomputation from Jira's own tables, today and on
 * random past days.
 */
@RunWith(Parameterized.class)
public class ModelIT {
  private static final int OPERATIONS = Integer.getInteger("bearings.model.operations", 2_000);
  private static final long SEED = Long.getLong("bearings.model.seed", 20_261_122L);
  private static final int BATCHES = Math.max(8, OPERATIONS / 1_000);
  private static final int DAYS = 60;
  private static final int DELETIONS = 3;
  private static final int PAST_DAYS = 5;

  /** The add-on looks again after 15 seconds, for an index that lags. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Cell cell;
  private final Map<Long, Snapshot> deletedWith = new HashMap<>();
  private RunningHost host;
  private Session session;
  private Okrs okrs;
  private RandomWork work;
  private BigDecimal credit = BigDecimal.ZERO;
  private Set<String> outOfScope = Set.of("10001", "10002", "10003");

  public ModelIT(Cell cell) {
    this.cell = cell;
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @Test
  public void whatFollowsStepByStepIsWhatARecomputationFinds() {
    Instant begun = Instant.now();
    Random random = new Random(SEED);
    HostOptions options =
        HostOptions.fresh("model-" + cell)
            .database(cell.database().fresh())
            .temper(cell.temper())
            .with("--jira-software", "present")
            .importing(projects());
    try (RunningHost running = RunningHost.start(options)) {
      host = running;
      session = host.as("lead");
      okrs = new Okrs(session);
      Map<Long, Boolean> byPoints = keyResults();
      work = new RandomWork(random, session, byPoints.keySet().stream().sorted().toList());
      for (int batch = 0; batch < BATCHES; batch++) {
        moveClock(batch);
        for (int i = 0; i < OPERATIONS / BATCHES; i++) {
          work.step();
        }
        check(byPoints, random, "after batch " + batch);
        changeSettings(random);
        deleteSome();
        check(byPoints, random, "after what was deleted and set after batch " + batch);
      }
      AddOnLog.assertNoWarnings(host);
    }
    Measurements.note(
        "%s: %d operations in %d batches as recomputed, seed %d: %s"
            .formatted(cell, OPERATIONS, BATCHES, SEED, work.done()),
        Duration.between(begun, Instant.now()));
  }

  private Path projects() {
    return new ImportFile()
        .people()
        .project(RandomWork.PROJECT, "Model A", List.of())
        .project(RandomWork.OTHER_PROJECT, "Model B", List.of())
        .write("model");
  }

  /** Six key results by number of issues or by points, in turn. */
  private Map<Long, Boolean> keyResults() {
    Map<Long, Boolean> all = new HashMap<>();
    for (String weightBy : List.of("ISSUES", "POINTS")) {
      JsonNode objective =
          okrs.create(
                  RandomWork.PROJECT,
                  "Followed step by step by " + weightBy,
                  "A model says what has to come out.",
                  Okrs.keyResults(weightBy, "One", "Two", "Three"))
              .json(201);
      for (int i = 0; i < 3; i++) {
        all.put(Okrs.keyResultId(objective, i), weightBy.equals("POINTS"));
      }
    }
    return all;
  }

  /** Jira's clock goes from weeks ago to now. */
  private void moveClock(int batch) {
    long hours = DAYS * 24L * (BATCHES - 1 - batch) / BATCHES;
    Map<String, String> headers =
        Map.of("Content-Type", "text/plain", "X-Atlassian-Token", "no-check");
    assertThat(session.raw("POST", "/host/clock", "-PT" + hours + "H", headers).status())
        .isEqualTo(204);
  }

  private void changeSettings(Random random) {
    credit = BigDecimal.valueOf(random.nextInt(3) * 25L, 2);
    outOfScope = random.nextBoolean() ? Set.of("10001", "10002", "10003") : Set.of("10002");
    Session admin = host.as("admin");
    JsonNode now = admin.get("/rest/bearings/1.0/settings").json(200);
    Map<String, Object> draft = new HashMap<>();
    if (!now.path("storyPointField").isNull()) {
      draft.put("storyPointField", now.path("storyPointField").asText());
    }
    draft.put("outOfScopeResolutions", outOfScope);
    draft.put("inProgressCredit", credit.movePointRight(2));
    admin.put("/rest/bearings/1.0/settings", draft).json(200);
  }

  /** Only once all is quiet: what is deleted a moment after it changed leaves no past. */
  private void deleteSome() {
    Snapshot before = Snapshot.of(session);
    for (int i = 0; i < DELETIONS; i++) {
      work.delete().forEach(id -> deletedWith.put(id, before));
    }
  }

  private void check(Map<Long, Boolean> byPoints, Random random, String when) {
    Snapshot snapshot = Snapshot.of(session);
    Naive naive = new Naive(snapshot.categories(), credit, outOfScope);
    for (Map.Entry<Long, Boolean> each : byPoints.entrySet()) {
      long keyResult = each.getKey();
      await(naive, keyResult, snapshot.issues(), each.getValue(), when);
      if (!work.isOnQueries(keyResult)) {
        checkPast(naive, keyResult, withDeleted(snapshot), each.getValue(), random, when);
      }
    }
  }

  private Snapshot withDeleted(Snapshot snapshot) {
    Snapshot all = snapshot;
    for (Map.Entry<Long, Snapshot> each : deletedWith.entrySet()) {
      all = all.with(each.getValue(), Set.of(each.getKey()));
    }
    return all;
  }

  private void await(
      Naive naive, long keyResult, Map<Long, Issue> issues, boolean byPoints, String when) {
    Instant end = Instant.now().plus(PATIENCE);
    Figures expected = naive.figures(work.links(keyResult), issues, byPoints);
    String difference = difference(expected, okrs.keyResult(keyResult));
    while (!difference.isEmpty() && Instant.now().isBefore(end)) {
      pause();
      expected = naive.figures(work.links(keyResult), issues, byPoints);
      difference = difference(expected, okrs.keyResult(keyResult));
    }
    assertThat(difference).as("KR %d %s, seed %d", keyResult, when, SEED).isEmpty();
  }

  private void checkPast(
      Naive naive,
      long keyResult,
      Snapshot snapshot,
      boolean byPoints,
      Random random,
      String when) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    List<Link> links = work.everLinked(keyResult);
    Map<LocalDate, Figures> expected = new HashMap<>();
    for (int i = 0; i < PAST_DAYS; i++) {
      LocalDate day = today.minusDays(1 + random.nextInt(DAYS));
      Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
      expected.put(day, naive.figures(links, snapshot.at(end), byPoints));
    }
    Instant end = Instant.now().plus(PATIENCE);
    List<String> differences = differences(expected, keyResult, today);
    while (!differences.isEmpty() && Instant.now().isBefore(end)) {
      pause();
      differences = differences(expected, keyResult, today);
    }
    assertThat(differences).as("KR %d %s, seed %d", keyResult, when, SEED).isEmpty();
  }

  private List<String> differences(
      Map<LocalDate, Figures> expected, long keyResult, LocalDate today) {
    JsonNode days =
        okrs.get(
                "key-results/"
                    + keyResult
                    + "/timeline?from="
                    + today.minusDays(DAYS + 1)
                    + "&to="
                    + today)
            .json(200)
            .path("days");
    List<String> differences = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode day : days) {
      LocalDate on = LocalDate.parse(day.path("on").asText());
      if (expected.containsKey(on)) {
        seen.add(on.toString());
        String difference = difference(expected.get(on), day);
        if (!difference.isEmpty()) {
          differences.add(on + ": " + difference);
        }
      }
    }
    assertThat(seen).hasSize(expected.size());
    return differences;
  }

  /** What is not as expected; empty where all is. */
  private static String difference(Figures expected, JsonNode seen) {
    StringBuilder text = new StringBuilder();
    compare(text, "issues", expected.issues(), seen);
    compare(text, "toDo", expected.toDo(), seen);
    compare(text, "inProgress", expected.inProgress(), seen);
    compare(text, "done", expected.done(), seen);
    compare(text, "outOfScope", expected.outOfScope(), seen);
    compare(text, "doneWeight", expected.doneWeight().doubleValue(), seen);
    compare(text, "totalWeight", expected.totalWeight().doubleValue(), seen);
    if (seen.has("ratio")) {
      boolean absent = seen.path("ratio").isNull();
      if (absent == expected.ratio().isPresent()) {
        text.append("ratio ").append(expected.ratio()).append(" is ").append(seen.path("ratio"));
      } else if (!absent) {
        compare(text, "ratio", expected.ratio().orElseThrow().doubleValue(), seen);
      }
    }
    return text.toString();
  }

  private static void compare(StringBuilder text, String field, double expected, JsonNode seen) {
    double is = seen.path(field).asDouble();
    if (Math.abs(is - expected) > 1e-9) {
      text.append(field).append(' ').append(expected).append(" is ").append(is).append("; ");
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
