package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.bearings.systemtests.harness.AddOnLog;
import io.bearings.systemtests.harness.Artifacts;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.Measurements;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/**
 * The demonstration on the newest JDK of this machine: it starts, everybody gets what their role
 * allows, and its heap stays within what was promised.
 */
public class DemoIT {
  private static final long HEAP_LIMIT = 256L * 1024 * 1024;

  @Test
  public void theDemonstrationRunsOnTheNewestJdk() {
    Path jdk = Artifacts.newestJdk();
    try (RunningHost host = RunningHost.start(HostOptions.fresh("demo").jdk(jdk).demo())) {
      int major = Artifacts.major(jdk).orElseThrow();
      Measurements.note("start with the demo on Java " + major, host.startTime());

      Map<String, Integer> projectPage =
          Map.of("admin", 200, "lead", 200, "member", 200, "viewer", 200, "stranger", 404);
      projectPage.forEach(
          (user, status) ->
              assertThat(host.as(user).get("/projects/DEMO").status()).as(user).isEqualTo(status));
      assertThat(host.as("member").get("/projects/SEC").status()).isEqualTo(404);
      assertThat(host.as("lead").get("/projects/SEC").status()).isEqualTo(200);
      assertThat(host.as("member").get("/projects/OPS").status()).isEqualTo(200);

      aKeyResultFollowsTheObjectivesBelow(host);
      useEverything(host);
      long heap = usedHeap(host);
      Measurements.note("heap in use after a collection, with the demo", heap >> 20, "MiB");
      assertThat(heap).isLessThan(HEAP_LIMIT);
      AddOnLog.assertNoWarnings(host);
    }
  }

  private static void aKeyResultFollowsTheObjectivesBelow(RunningHost host) {
    Okrs admin = new Okrs(host.as("admin"));
    JsonNode units = admin.get("units").json(200).path("units");
    long company = first(units, "level", "COMPANY").path("id").asLong();
    JsonNode cycles = admin.get("cycles?unit=" + company).json(200).path("cycles");
    JsonNode quarters = all(all(cycles, "length", "QUARTER"), "state", "ACTIVE");
    String place = "workspace?unit=" + company + "&cycle=" + quarters.path(0).path("id").asLong();
    JsonNode objectives = admin.get(place).json(200).path("objectives");
    JsonNode trust =
        first(objectives, "title", "Earn the trust of teams who cannot afford downtime");
    JsonNode fed = first(trust.path("keyResults"), "source", "ALIGNED");
    assertThat(fed.path("score").asDouble()).isBetween(0.1, 0.9);
    assertThat(fed.path("status").asText()).isNotEqualTo("NO_DATA");
  }

  private static JsonNode first(JsonNode each, String field, String value) {
    return all(each, field, value).path(0);
  }

  private static JsonNode all(JsonNode each, String field, String value) {
    ArrayNode all = new ObjectMapper().createArrayNode();
    each.forEach(
        it -> {
          if (it.path(field).asText().equals(value)) {
            all.add(it);
          }
        });
    return all;
  }

  private static void useEverything(RunningHost host) {
    Okrs lead = new Okrs(host.as("lead"));
    JsonNode objective = lead.objective("DEMO", "Use everything once", "One", "Two");
    assertThat(lead.attach(Okrs.keyResultId(objective, 0), List.of("DEMO-1")).status())
        .isEqualTo(200);
    Session admin = host.as("admin");
    for (String path :
        List.of(
            "/secure/Dashboard.jspa",
            "/projects/DEMO",
            "/projects/DEMO?selectedItem=io.bearings:project-page-item",
            "/browse/DEMO-1",
            "/secure/admin/BearingsSettings!default.jspa",
            "/secure/admin/BearingsOutgoing!default.jspa",
            "/secure/admin/BearingsHealth!default.jspa")) {
      assertThat(admin.get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(new Okrs(admin).get("health").json(200).path("missing")).isEmpty();
  }

  private static long usedHeap(RunningHost host) {
    return host.anonymous()
        .raw("POST", "/host/gc", "", Map.of("X-Atlassian-Token", "no-check"))
        .json(200)
        .path("usedHeap")
        .asLong();
  }
}
