package io.bearings.systemtests.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bearings.systemtests.harness.AddOnLog;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.ImportFile;
import io.bearings.systemtests.harness.Measurements;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Temper;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * Thousands of random operations on a host, dated over the last weeks. After each batch the figures
 * of every key result, objective and team are those of a plain recomputation from Jira's own
 * tables, today and on random past days.
 */
@RunWith(Parameterized.class)
public class ModelIT {
  private static final int OPERATIONS = Integer.getInteger("bearings.model.operations", 2_000);
  private static final long SEED = Long.getLong("bearings.model.seed", 20_261_122L);
  private static final int BATCHES = Math.max(8, OPERATIONS / 2_500);
  private static final int BATCHES_OF_TODAY = BATCHES / 4;
  private static final int DAYS = 60;

  /** The projects of those who work at the same time, each in two of their own. */
  private static final List<String> PROJECTS = List.of("MODA", "MODB", "MODC", "MODD");

  private static final int WORLDS = PROJECTS.size() / 2;

  /** How many operations are dated alike. */
  private static final int AT_ONCE = 25 * WORLDS;

  private static final int OF_A_BATCH = Math.max(1, OPERATIONS / BATCHES / AT_ONCE) * AT_ONCE;

  private static final int PAST_DAYS = 5;
  private static final String SETTINGS = "/rest/bearings/1.0/settings";

  /**
   * The add-on looks again after 15 seconds, for an index that lags. In a long run there are many
   * more issues to be followed after each batch, and asking for all figures takes longer itself.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(Math.max(30, OPERATIONS / 200));

  /** The rounds that catch up with what no event told come each minute. */
  private static final Duration MORE_PATIENCE = Duration.ofSeconds(150);

  private static final Duration INDEX_LAG = Duration.ofMillis(1_500);

  private final Cell cell;
  private final Random random = new Random(SEED);
  private final List<World> worlds = new ArrayList<>();
  private RunningHost host;
  private Session session;
  private JiraTables tables;
  private BigDecimal credit = BigDecimal.ZERO;
  private Set<String> outOfScope = Set.of("10001", "10002", "10003");
  private int operations;
  private int compared;
  private Duration comparing = Duration.ZERO;

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
    HostOptions options =
        HostOptions.fresh("model-" + cell)
            .database(cell.database().fresh())
            .temper(cell.temper())
            .with("--jira-software", "present")
            .importing(projects());
    try (RunningHost running = RunningHost.start(options)) {
      prepare(running);
      for (int batch = 0; batch < BATCHES; batch++) {
        workFor(OF_A_BATCH);
        quietChanges(check("after batch " + batch));
        check("after what was deleted, set and linked after batch " + batch);
        System.out.printf(
            "%s: %d operations after %d s, %d of them comparing%n",
            cell,
            operations,
            Duration.between(begun, Instant.now()).toSeconds(),
            comparing.toSeconds());
      }
      AddOnLog.assertNoWarnings(host);
    }
    Duration took = Duration.between(begun, Instant.now());
    String what =
        "%s: %d operations, %d figures in %d batches as recomputed (%d s of it), seed %d: %s"
            .formatted(cell, operations, compared, BATCHES, comparing.toSeconds(), SEED, done());
    Measurements.note(what, took);
    System.out.println(what + ", took " + took.toSeconds() + " s");
  }

  private Map<String, Integer> done() {
    Map<String, Integer> done = new TreeMap<>();
    worlds.forEach(world -> world.done().forEach((deed, n) -> done.merge(deed, n, Integer::sum)));
    return done;
  }

  private static Path projects() {
    ImportFile file = new ImportFile().people();
    PROJECTS.forEach(key -> file.project(key, "Model " + key, List.of()));
    for (JsonNode project : file.tree().path("projects")) {
      ArrayNode versions = ((ObjectNode) project).putArray("versions");
      List.of("1.0", "2.0", "3.0").forEach(name -> versions.addObject().put("name", name));
    }
    return file.write("model");
  }

  private void prepare(RunningHost running) {
    host = running;
    session = host.as("lead");
    tables = new JiraTables(session);
    for (int i = 0; i < WORLDS; i++) {
      worlds.add(
          new World(host.as("lead"), SEED + i, PROJECTS.get(2 * i), PROJECTS.get(2 * i + 1)));
    }
  }

  /** Somebody works in each of the worlds, all at the same time. */
  private void workFor(int count) {
    for (int done = 0; done < count; done += AT_ONCE) {
      moveClock();
      CompletableFuture<?>[] working =
          worlds.stream()
              .map(world -> CompletableFuture.runAsync(() -> world.work(AT_ONCE / WORLDS)))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(working).join();
      operations += AT_ONCE;
    }
  }

  /**
   * Jira's clock goes from weeks ago to now, and stays there for the last batches. It comes there
   * while all is quiet: the add-on tells by the time what has changed since an event.
   */
  private void moveClock() {
    int past = OF_A_BATCH * (BATCHES - BATCHES_OF_TODAY);
    long minutes = DAYS * 24L * 60 * (past - operations) / past;
    Map<String, String> headers =
        Map.of("Content-Type", "text/plain", "X-Atlassian-Token", "no-check");
    String offset = "-PT" + Math.max(0, minutes) + "M";
    Hand.expect(204, session.raw("POST", "/host/clock", offset, headers));
  }

  /** What is done while nobody works. */
  private void quietChanges(Snapshot snapshot) {
    if (cell.temper() == Temper.HARSH) {
      pause(INDEX_LAG);
    }
    int deletions = Math.max(4, OF_A_BATCH / WORLDS / 40);
    worlds.forEach(world -> world.quietly(snapshot, deletions));
    changeSettings();
  }

  private void changeSettings() {
    credit = BigDecimal.valueOf(random.nextInt(3) * 25L, 2);
    outOfScope = random.nextBoolean() ? Set.of("10001", "10002", "10003") : Set.of("10002");
    Session admin = host.as("admin");
    JsonNode now = admin.get(SETTINGS).json(200);
    Map<String, Object> draft = new HashMap<>();
    if (!now.path("storyPointField").isNull()) {
      draft.put("storyPointField", now.path("storyPointField").asText());
    }
    draft.put("outOfScopeResolutions", outOfScope);
    draft.put("inProgressCredit", credit.movePointRight(2));
    admin.put(SETTINGS, draft).json(200);
  }

  /** Compares everything, and returns what it was compared with. */
  private Snapshot check(String when) {
    Instant begun = Instant.now();
    Snapshot snapshot = tables.read();
    Naive naive = new Naive(snapshot.categories(), credit, outOfScope);
    LocalDate today;
    List<String> differences;
    do {
      today = LocalDate.now(ZoneOffset.UTC);
      differences = differences(naive, snapshot, today);
      // At midnight what was today is over, and stays as it was then.
    } while (!today.equals(LocalDate.now(ZoneOffset.UTC)));
    assertThat(differences).as("%s, seed %d", when, SEED).isEmpty();
    comparing = comparing.plus(Duration.between(begun, Instant.now()));
    return snapshot;
  }

  private List<String> differences(Naive naive, Snapshot snapshot, LocalDate today) {
    Set<LocalDate> days = new TreeSet<>();
    while (days.size() < PAST_DAYS) {
      days.add(today.minusDays(1 + random.nextInt(DAYS)));
    }
    List<String> differences = new ArrayList<>();
    for (World world : worlds) {
      Comparison comparison = world.comparison(naive, snapshot, today, days);
      List<String> found = comparison.differences(new Okrs(session), PATIENCE);
      differences.addAll(found);
      if (!found.isEmpty()) {
        differences.add(later(comparison));
      }
      compared += comparison.compared();
    }
    return differences;
  }

  /** A figure that comes late has another cause than one that never comes. */
  private String later(Comparison comparison) {
    Instant begun = Instant.now();
    List<String> left = comparison.differences(new Okrs(session), MORE_PATIENCE);
    long seconds = PATIENCE.plus(Duration.between(begun, Instant.now())).toSeconds();
    return left.isEmpty()
        ? "all of it came right after some " + seconds + " s"
        : "after " + seconds + " s still wrong: " + left;
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
