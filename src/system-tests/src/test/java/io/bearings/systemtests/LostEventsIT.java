package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * A node ends between a change of an issue and the event that tells of it: the change is there, and
 * nobody was told. After the next start the figures come right by themselves.
 */
@RunWith(Parameterized.class)
public class LostEventsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HostOptions options;
  private final String cell;

  public LostEventsIT(Cell cell) {
    this.cell = cell.toString();
    options =
        HostOptions.fresh("lost-events-" + cell)
            .database(cell.database().fresh())
            .temper(cell.temper());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @Test
  public void figuresComeRightAfterTheEventOfAChangeWasLost() {
    long keyResult;
    long found;
    int hits;
    try (RunningHost first = RunningHost.start(options.demo())) {
      Okrs lead = new Okrs(first.as("lead"));
      keyResult = Okrs.keyResultId(lead.objective("DEMO", "Right after a lost event", "First"), 0);
      assertThat(lead.attach(keyResult, List.of("DEMO-6", "DEMO-8")).status()).isEqualTo(200);
      found = Okrs.keyResultId(lead.objective("DEMO", "Found after a lost event", "First"), 0);
      lead.post(
              "key-results/" + found + "/work",
              Map.of("query", "key in (DEMO-6, DEMO-8) AND status = Done"))
          .json(200);
      hits = issues(lead, found);
      caughtUpOnce(first);
      endWhileItChanges(
          first,
          "POST",
          "/rest/api/2/issue/DEMO-6/transitions",
          "{\"transition\":{\"id\":\"51\"}}");
    }
    try (RunningHost second = RunningHost.start(options.demo())) {
      Okrs lead = new Okrs(second.as("lead"));
      Instant begun = Instant.now();
      String status =
          lead.session()
              .get("/rest/api/2/issue/DEMO-6")
              .json(200)
              .path("fields")
              .path("status")
              .path("name")
              .asText();
      assertThat(status).as("the change was made").isEqualTo("Done");
      expect("done directly", begun, () -> lead.keyResult(keyResult).path("done").asInt(), 1);
      expect("found by a query", begun, () -> issues(lead, found), hits + 1);

      endWhileItChanges(second, "DELETE", "/rest/api/2/issue/DEMO-8", "");
    }
    try (RunningHost third = RunningHost.start(options.demo())) {
      Okrs lead = new Okrs(third.as("lead"));
      expect("deleted", Instant.now(), () -> issues(lead, keyResult), 1);
    }
  }

  /** The first round only remembers when it was. */
  private static void caughtUpOnce(RunningHost host) {
    Session admin = host.as("admin");
    Instant end = Instant.now().plus(PATIENCE);
    while (admin
            .sql("select * from \"AO_70B32F_UPKEEP\" where \"NAME\" = 'caughtUpUntil'")
            .isEmpty()
        && Instant.now().isBefore(end)) {
      pause();
    }
  }

  private static void endWhileItChanges(RunningHost host, String method, String path, String body) {
    Session admin = host.as("admin");
    Map<String, String> headers =
        Map.of("X-Atlassian-Token", "no-check", "Content-Type", "application/json");
    assertThat(host.anonymous().raw("POST", "/host/end-before-event", "", headers).status())
        .isEqualTo(204);
    assertThatThrownBy(() -> admin.raw(method, path, body, headers))
        .isInstanceOf(UncheckedIOException.class);
    host.kill();
  }

  private void expect(String what, Instant since, IntSupplier value, int expected) {
    Instant end = since.plus(PATIENCE);
    while (value.getAsInt() != expected && Instant.now().isBefore(end)) {
      pause();
    }
    assertThat(value.getAsInt()).as(what).isEqualTo(expected);
    System.out.printf(
        "%s: %s, right %d ms after the start%n",
        cell, what, Duration.between(since, Instant.now()).toMillis());
  }

  private static int issues(Okrs okrs, long keyResult) {
    return okrs.keyResult(keyResult).path("issues").asInt();
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
