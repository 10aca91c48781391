package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session.Answer;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What was confirmed is there after the host was ended, gently or not, and started again. */
@RunWith(Parameterized.class)
public class RestartIT {
  private static final int WRITERS = 2;
  private static final int CONFIRMED_BEFORE_THE_KILL = 60;

  private final HostOptions options;

  public RestartIT(Cell cell) {
    options =
        HostOptions.fresh("restart-" + cell)
            .database(cell.database().fresh())
            .temper(cell.temper());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.databases();
  }

  @Test
  public void aSecondStartOnTheSameDataLosesNothing() {
    JsonNode objectives;
    JsonNode links;
    long keyResult;
    try (RunningHost first = RunningHost.start(options.demo())) {
      Okrs member = new Okrs(first.as("member"));
      JsonNode made = member.objective("DEMO", "Kept over a restart", "First", "Second");
      keyResult = Okrs.keyResultId(made, 0);
      assertThat(member.attach(keyResult, List.of("DEMO-1", "DEMO-2")).status()).isEqualTo(200);
      changeCredit(new Okrs(first.as("admin")), 50);
      objectives = member.of("DEMO");
      links = member.get("key-results/" + keyResult + "/links").json(200);
      assertThat(first.stop()).as("exit code after SIGTERM").isIn(0, 143);
    }
    try (RunningHost second = RunningHost.start(options.demo())) {
      Okrs member = new Okrs(second.as("member"));
      assertThat(member.of("DEMO")).isEqualTo(objectives);
      assertThat(member.get("key-results/" + keyResult + "/links").json(200)).isEqualTo(links);
      assertThat(credit(new Okrs(second.as("admin")))).isEqualTo(50);
    }
  }

  @Test
  public void whatWasConfirmedBeforeAKillIsThereAndNothingIsHalfWritten() throws Exception {
    Map<Long, String> confirmed = new ConcurrentHashMap<>();
    RunningHost first = RunningHost.start(options.demo());
    CountDownLatch enough = new CountDownLatch(CONFIRMED_BEFORE_THE_KILL);
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    for (int writer = 1; writer <= WRITERS; writer++) {
      Okrs member = new Okrs(first.as("member"));
      String name = "Writer " + writer;
      writers.submit(() -> writeUntilItFails(member, name, confirmed, enough));
    }
    boolean reached = enough.await(60, TimeUnit.SECONDS);
    first.kill();
    writers.shutdown();
    assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    first.close();
    assertThat(reached).as("writes confirmed before the kill: %s", confirmed.size()).isTrue();

    try (RunningHost second = RunningHost.start(options.demo())) {
      Map<Long, String> found = new TreeMap<>();
      for (JsonNode objective : new Okrs(second.as("member")).of("DEMO").path("objectives")) {
        if (objective.path("title").asText().startsWith("Writer")) {
          found.put(objective.path("id").asLong(), objective.path("title").asText());
          assertThat(objective.path("keyResults"))
              .as("key results of %s", objective.path("title"))
              .hasSize(2);
        }
      }
      assertThat(found).containsAllEntriesOf(confirmed);
      assertThat(found.size() - confirmed.size())
          .as("written, but the answer was lost")
          .isBetween(0, WRITERS);
    }
  }

  private static void writeUntilItFails(
      Okrs member, String name, Map<Long, String> confirmed, CountDownLatch enough) {
    for (int number = 1; ; number++) {
      String title = name + " " + number;
      Answer answer;
      try {
        answer = member.create("DEMO", title, "", Okrs.keyResults("ISSUES", "One", "Two"));
      } catch (UncheckedIOException killed) {
        return;
      }
      confirmed.put(answer.json(201).path("id").asLong(), title);
      enough.countDown();
    }
  }

  private static void changeCredit(Okrs admin, int percent) {
    JsonNode now = admin.get("settings").json(200);
    Map<String, Object> changed =
        Map.of(
            "storyPointField", now.path("storyPointField"),
            "outOfScopeResolutions", now.path("outOfScopeResolutions"),
            "inProgressCredit", percent);
    admin.put("settings", changed).json(200);
  }

  private static int credit(Okrs admin) {
    return admin.get("settings").json(200).path("inProgressCredit").asInt();
  }
}
