package io.bearings.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.bearings.systemtests.harness.Accessibility.assertNoViolations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.bearings.systemtests.harness.Browser;
import io.bearings.systemtests.harness.Browser.Window;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.ImportFile;
import io.bearings.systemtests.harness.JiraPages;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Session.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** An administrator takes the units of one Jira along to another, and nothing is lost or torn. */
public class UnitsFileIT {
  private static final String FILE = "/rest/bearings/1.0/settings/file";
  private static final String SETTINGS = "/secure/admin/BearingsSettings!default.jspa";
  private static final Map<String, String> AS_PAGES_DO =
      Map.of("Content-Type", "application/json", "X-Atlassian-Token", "no-check");

  private static final String ACME =
      """
      {"name": "Acme", "parent": [], "level": "COMPANY", "lead": "lead",
       "thresholds.onTrack": 0.85, "thresholds.atRisk": 0.6,
       "roles.executive.people": ["admin"], "roles.viewer.groups": ["jira-administrators"]}""";
  private static final String SHOP =
      """
      {"name": "Shop", "parent": ["Acme", "Sales"], "level": "TEAM", "deputy": "member",
       "projects": ["APP", "SLIM"], "cadence.every": "MONTHLY", "cadence.dayOfMonth": 15,
       "capacity.members": 7, "capacity.focusShare": 0.5, "advanced": true,
       "roles.contributor.people": ["member"], "boards": %s}""";
  private static final String SALES =
      """
      {"name": "Sales", "parent": ["Acme"], "level": "AREA"}""";
  private static final String OLD =
      """
      {"name": "Gr\u00f6\u00dfe \\"7\\"", "parent": ["Acme", "Sales"], "level": "TEAM", "archived": true}""";

  private static String file(String... units) {
    return "{\"format\": \"bearings-settings\", \"version\": 2, \"settings\": {},\n\"units\": [\n"
        + String.join(",\n", units)
        + "\n]}";
  }

  private static Answer send(Session who, String query, String file) {
    return who.raw("POST", FILE + query, file, AS_PAGES_DO);
  }

  /** Two projects, each with a board, that administrators may browse too. */
  private static RunningHost host(String name) {
    ImportFile data =
        new ImportFile()
            .people()
            .project("APP", "Shop app", List.of())
            .project("SLIM", "Slim app", List.of());
    for (JsonNode project : data.tree().path("projects")) {
      ((ArrayNode) project.path("roles").path("Users").path("users")).add("admin");
    }
    return RunningHost.start(HostOptions.fresh(name).importing(data.write("units-file")));
  }

  @Test
  public void aFileOfOneSiteMakesTheSameUnitsOnAnother() {
    String file;
    try (RunningHost one = host("units-file-from")) {
      Session admin = one.as("admin");
      JsonNode board = admin.get("/rest/bearings/1.0/boards?q=").json(200).path("boards").path(0);
      String shop = SHOP.formatted("[{\"id\": " + board.path("id") + "}]");
      JsonNode made = send(admin, "", file(shop, OLD, SALES, ACME)).json(200);
      assertThat(made.path("units").findValuesAsText("unit")).hasSize(4);
      file = admin.get(FILE).body();
      assertThat(file).contains(board.path("name").asText(), "\"archived\" : true");
      assertThat(admin.get(FILE).body()).as("the same every time").isEqualTo(file);
      assertThat(send(admin, "?dryRun=true", file).json(200).path("units")).isEmpty();
      costsTheSameForManyUnits(admin);
    }
    try (RunningHost other = host("units-file-to")) {
      Session admin = other.as("admin");
      refusesWhatIsHostile(admin, file);
      JsonNode look = send(admin, "?dryRun=true", file).json(200);
      assertThat(look.path("units")).hasSize(4).allMatch(unit -> unit.path("made").asBoolean());
      assertThat(units(admin)).as("nothing is made yet").isEmpty();
      JsonNode applied = send(admin, "", file).json(200);
      assertThat(admin.get(FILE).body()).isEqualTo(file);
      logNamesWhatWasDone(admin);
      takesBackAndConflicts(admin, file, applied);
    }
  }

  private static List<String> units(Session who) {
    return who.get("/rest/bearings/1.0/units").json(200).path("units").findValuesAsText("name");
  }

  private static void costsTheSameForManyUnits(Session admin) {
    long few = admin.get(FILE).statements();
    String before = admin.get(FILE).body();
    long look = send(admin, "?dryRun=true", before).statements();
    List<String> more = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      more.add(
          "{\"name\": \"Team "
              + i
              + "\", \"parent\": [\"Acme\"], \"level\": \"TEAM\", \"lead\": \"member\","
              + " \"projects\": [\"APP\"], \"roles.viewer.people\": [\"lead\"]}");
    }
    send(admin, "", file(more.toArray(String[]::new))).json(200);
    String all = admin.get(FILE).body();
    assertThat(admin.get(FILE).statements()).isEqualTo(few);
    assertThat(send(admin, "?dryRun=true", all).statements()).isEqualTo(look);
  }

  private static void refusesWhatIsHostile(Session admin, String file) {
    assertThat(send(admin, "", "{\"format\": ").json(400).toString()).contains("line 1");
    assertThat(send(admin, "", " ".repeat(5 << 20) + file).json(400).toString()).contains("KiB");
    assertThat(send(admin, "", file(ACME, "[".repeat(900) + "]".repeat(900))).status())
        .isEqualTo(400);
    JsonNode types = send(admin, "", file("{\"name\": 7, \"parent\": {}}", "3")).json(400);
    assertThat(types.path("errors").fieldNames())
        .toIterable()
        .contains("units[0].name", "units[0].parent", "units[1]");
    JsonNode circle =
        send(
                admin,
                "",
                file(
                    "{\"name\": \"A\", \"parent\": [\"B\"], \"level\": \"AREA\"}",
                    "{\"name\": \"B\", \"parent\": [\"A\"], \"level\": \"AREA\"}"))
            .json(400);
    assertThat(circle.path("errors").path("units[0].parent").asText()).contains("B / A, line 3");
    JsonNode unknown =
        send(
                admin,
                "",
                file(
                    ACME,
                    "{\"name\": \"X\", \"parent\": [\"Acme\"], \"level\": \"TEAM\",\n"
                        + "\"lead\": \"nobody\", \"projects\": [\"NONE\"],\n"
                        + "\"boards\": [{\"id\": 999999, \"name\": \"<b>No board\"}]}"))
            .json(400);
    assertThat(unknown.path("errors").path("units[1].lead").asText())
        .contains("Acme / X", "nobody");
    assertThat(unknown.path("errors").path("units[1].projects").asText()).contains("NONE");
    assertThat(unknown.path("errors").path("units[1].boards").asText())
        .contains("line 8", "999999 <b>No board");
    assertThat(units(admin)).as("nothing of it is written").isEmpty();
  }

  private static void logNamesWhatWasDone(Session admin) {
    List<String> changed =
        admin
            .get("/rest/bearings/1.0/settings/changes")
            .json(200)
            .path("changes")
            .findValuesAsText("after");
    assertThat(changed).contains("Acme", "Sales", "Shop", "@jira-administrators");
  }

  private static void takesBackAndConflicts(Session admin, String file, JsonNode applied) {
    String more = file.replace("\"capacity.members\" : 7", "\"capacity.members\" : 9");
    JsonNode changed = send(admin, "?seen=" + applied.path("version").asText(), more).json(200);
    assertThat(changed.at("/units/0/unit").asText()).isEqualTo("Acme / Sales / Shop");
    assertThat(changed.at("/units/0/differences")).hasSize(1);
    JsonNode overtaken = send(admin, "?seen=" + applied.path("version").asText(), file).json(409);
    assertThat(overtaken.toString()).contains("Shop");
    send(admin, "", changed.path("before").asText()).json(200);
    assertThat(admin.get(FILE).body()).isEqualTo(file);
    Answer withoutToken = admin.raw("POST", FILE, more, Map.of("Content-Type", "text/plain"));
    assertThat(withoutToken.status()).isIn(403, 415);
    assertThat(admin.get(FILE).body()).isEqualTo(file);
  }

  @Test
  public void thePageShowsWhatWouldBecomeOfEachUnit() {
    try (RunningHost host = host("units-file-page");
        Browser browser = Browser.start();
        Window window = browser.window("units-file", 360, 800)) {
      send(host.as("admin"), "", file(ACME, SALES)).json(200);
      Page page = window.page();
      new JiraPages(host, page).logIn("admin");
      page.navigate(host.base() + SETTINGS);
      Locator section = page.locator(".bearings-settings-file");
      page.getByLabel("Look at a file")
          .setInputFiles(
              new FilePayload(
                  "settings.json",
                  "application/json",
                  file(ACME.replace("\"lead\": \"lead\"", "\"lead\": \"member\""), OLD)
                      .getBytes(StandardCharsets.UTF_8)));
      assertThat(section.locator("h5")).hasCount(2);
      assertThat(section.locator("h5").last())
          .containsText("Acme / Sales / Gr\u00f6\u00dfe \"7\"new");
      assertThat(section).containsText("1 unit is not in the file and stays as it is");
      window.assertFits();
      assertNoViolations(page, "what a file would do to units");
      window.photograph("01-units");
      button(page, "Put the file in force").click();
      assertThat(section).containsText("The file is in force.");
      button(page, "Undo this change").click();
      assertThat(section).containsText("The change is taken back.");
      assertThat(host.as("admin").get(FILE).body()).contains("\"lead\" : \"lead\"");
      assertThat(window.complaints()).isEmpty();
      window.passed();
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
