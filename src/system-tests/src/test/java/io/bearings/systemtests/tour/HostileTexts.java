package io.bearings.systemtests.tour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Session.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What people could write who are no friends, or who write from right to left, put in the place of
 * every text of the demonstration company that a person can change, and what happens to a company
 * behind the add-on's back: somebody is deleted, somebody leaves, a project goes into the archive.
 */
public final class HostileTexts {
  /** Runs if somebody forgot to escape it, in a page, an attribute, a script or a template. */
  static final String MARKUP =
      "\"'></title></textarea></script><script>window.hacked=1</script>"
          + "<img src=x onerror=\"window.hacked=1;alert(1)\">{{7*7}} ${7*7} $ref #set($a=1) %s"
          + " &lt;b&gt; {0} ''";

  /**
   * Right to left, an override that is never closed, stacked marks, and people of several signs.
   */
  static final String SCRIPTS =
      "\u05E9\u05DC\u05D5\u05DD \u202Egnorw \u0645\u0631\u062D\u0628\u0627"
          + " Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F"
          + " \uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66 \u200B\uFEFF.";

  /** What the picker of a screen looks for. */
  private static final String SOUGHT = "goes from 1 to 2 ";

  private static final String SHOW_ALL = "[data-bearings-action=show-all]";
  private static final int TITLE = 255;
  private static final int LONG = 500;
  private static final int PROJECT_NAME = 80;
  private static final int LABEL = 30;
  private static final int SPRINT_NAME = 30;
  private static final int STEP = 7;
  private static final int OBJECTIVES = 2;
  private static final int RESULTS = 30;

  private final DemoCompany demo;
  private final Okrs admin;
  private final Okrs lead;
  private final JsonNode speed;
  private final JsonNode confidence;
  private final long security;
  private int written;

  private HostileTexts(DemoCompany demo) {
    this.demo = demo;
    this.admin = new Okrs(demo.host().as("admin"));
    this.lead = new Okrs(demo.host().as("lead"));
    this.speed = demo.objective(DemoCompany.SPEED);
    this.confidence = demo.objective(DemoCompany.CONFIDENCE);
    this.security = demo.unit("Security");
  }

  /**
   * Writes them everywhere.
   *
   * @return screens besides those of the tour, of what happened behind the add-on's back
   */
  public static List<Screen> writeInto(DemoCompany demo) {
    HostileTexts texts = new HostileTexts(demo);
    texts.organisation();
    texts.plans();
    texts.kpis();
    texts.work();
    texts.manyOnOneIssue();
    texts.lose();
    return texts.afterLosses();
  }

  /**
   * The next of the three kinds of texts, at most as long as this and as long as it can be. Which
   * one comes where follows no rule that a kind of place has, too.
   */
  private String text(int longest) {
    written++;
    return switch ((written + written / STEP) % 3) {
      case 0 -> MARKUP.substring(0, Math.min(longest, MARKUP.length()));
      // A number in front, because names of neighbours must differ.
      case 1 -> (written + "W".repeat(longest)).substring(0, longest);
      default -> (written + SCRIPTS).substring(0, Math.min(longest, SCRIPTS.length()));
    };
  }

  /** A body that changes nothing yet, with these fields as they are stored. */
  private static Map<String, Object> over(JsonNode stored, String... kept) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", stored.path("version").asInt());
    for (String field : kept) {
      if (!stored.path(field).isNull()) {
        body.put(field, stored.path(field));
      }
    }
    return body;
  }

  private static void done(Answer answer) {
    if (answer.status() >= 300) {
      throw new AssertionError(answer.toString());
    }
  }

  private void organisation() {
    for (String person : List.of("lead", "member", "viewer", "amara", "jonas", "priya")) {
      done(
          admin
              .session()
              .put("/rest/api/2/user?username=" + person, Map.of("displayName", text(TITLE))));
    }
    for (String key : List.of("DEMO", "OPS", "SEC")) {
      done(admin.session().put("/rest/api/2/project/" + key, Map.of("name", text(PROJECT_NAME))));
    }
    for (JsonNode unit : admin.get("units").json(200).path("units")) {
      rename(admin.get("units/" + unit.path("id").asLong()).json(200));
    }
    for (JsonNode cycle : cycles()) {
      if (!cycle.path("state").asText().equals("CLOSED")) {
        Map<String, Object> body = over(cycle, "first", "last", "length", "kind", "parentId");
        body.put("name", text(TITLE));
        done(admin.put("cycles/" + cycle.path("id").asLong(), body));
      }
    }
  }

  private void rename(JsonNode unit) {
    Map<String, Object> body = over(unit, "level", "parentId", "openness");
    Map<String, JsonNode> settings = new LinkedHashMap<>();
    unit.path("settings")
        .properties()
        .forEach(
            each -> {
              if (!each.getValue().isNull()) {
                settings.put(each.getKey(), each.getValue());
              }
            });
    body.put("settings", settings);
    for (String role : List.of("lead", "deputy")) {
      if (!unit.path(role).isNull()) {
        body.put(role, Map.of("key", unit.path(role).path("key").asText()));
      }
    }
    List<Map<String, Long>> projects = new ArrayList<>();
    unit.path("projects").forEach(each -> projects.add(Map.of("id", each.path("id").asLong())));
    body.put("projects", projects);
    body.put("name", text(TITLE));
    done(admin.put("units/" + unit.path("id").asLong(), body));
  }

  private JsonNode cycles() {
    return admin.get("cycles?unit=" + demo.company()).json(200).path("cycles");
  }

  private void plans() {
    for (JsonNode unit : admin.get("units").json(200).path("units")) {
      for (JsonNode cycle : cycles()) {
        if (!cycle.path("state").asText().equals("CLOSED")) {
          String path =
              "workspace?unit=" + unit.path("id").asLong() + "&cycle=" + cycle.path("id").asLong();
          admin.get(path).json(200).path("objectives").forEach(this::objective);
        }
      }
    }
  }

  private void objective(JsonNode listed) {
    long id = listed.path("id").asLong();
    Map<String, Object> body = over(admin.get("objectives/" + id).json(200));
    body.put("title", text(TITLE));
    body.put("why", text(LONG));
    body.put("labels", List.of(text(LABEL), text(LABEL), text(LABEL)));
    body.put("fields", Map.of(text(LABEL), text(LABEL)));
    body.put("reason", text(TITLE));
    done(admin.put("objectives/" + id, body));
    talk("objective/" + id);
    for (JsonNode result : listed.path("keyResults")) {
      keyResult(result.path("id").asLong());
    }
  }

  private void keyResult(long id) {
    Map<String, Object> body = over(admin.get("key-results/" + id).json(200));
    body.put("title", SOUGHT + text(TITLE - SOUGHT.length()));
    body.put("reason", text(TITLE));
    done(admin.put("key-results/" + id, body));
    talk("key-result/" + id);
  }

  private void talk(String about) {
    done(admin.post("threads/" + about, Map.of("text", text(LONG))));
  }

  private void kpis() {
    for (JsonNode kpi : lead.get("kpis?unit=" + demo.mobile()).json(200).path("kpis")) {
      long id = kpi.path("id").asLong();
      Map<String, Object> body = over(lead.get("kpis/" + id).json(200));
      body.put("name", text(TITLE));
      body.put("measures", text(LONG));
      body.put("action", text(LONG));
      body.put("why", text(LONG));
      body.put("decision", text(LONG));
      body.put("reason", text(TITLE));
      done(lead.put("kpis/" + id, body));
    }
  }

  private void work() {
    for (String project : List.of("DEMO", "OPS", "SEC")) {
      JsonNode found =
          admin
              .session()
              .get("/rest/api/2/search?maxResults=200&jql=project=" + project)
              .json(200)
              .path("issues");
      for (JsonNode issue : found) {
        done(
            admin
                .session()
                .put(
                    "/rest/api/2/issue/" + issue.path("key").asText(),
                    Map.of("fields", Map.of("summary", text(TITLE).strip()))));
      }
    }
    String sprints = "/rest/agile/1.0/board/" + demo.board() + "/sprint";
    for (JsonNode sprint : lead.session().get(sprints).json(200).path("values")) {
      if (!sprint.path("state").asText().equals("closed")) {
        done(
            lead.session()
                .post(
                    "/rest/agile/1.0/sprint/" + sprint.path("id").asLong(),
                    Map.of("name", text(SPRINT_NAME), "goal", text(TITLE))));
      }
    }
  }

  /** Sixty key results more that one issue serves. */
  private void manyOnOneIssue() {
    for (int objective = 1; objective <= OBJECTIVES; objective++) {
      String[] results =
          IntStream.rangeClosed(1, RESULTS)
              .mapToObj(number -> SOUGHT + text(TITLE - SOUGHT.length()))
              .toArray(String[]::new);
      JsonNode made = lead.objective("OPS", text(TITLE), results);
      made.path("keyResults")
          .forEach(each -> done(lead.attach(each.path("id").asLong(), List.of("DEMO-13"))));
    }
  }

  /** Somebody owns something and is deleted, somebody leaves, a project goes into the archive. */
  private void lose() {
    own(speed, "priya");
    own(confidence, "jonas");
    done(lead.attach(Okrs.keyResultId(confidence, 0), List.of("SEC-1", "SEC-2")));
    done(admin.session().delete("/rest/api/2/user?username=priya"));
    done(admin.session().put("/rest/api/2/user?username=jonas", Map.of("active", false)));
    done(admin.session().put("/rest/api/2/project/SEC/archive", Map.of()));
  }

  private void own(JsonNode objective, String person) {
    String key = demo.host().as(person).get("/rest/api/2/myself").json(200).path("key").asText();
    List<String> paths = new ArrayList<>(List.of("objectives/" + objective.path("id").asLong()));
    objective
        .path("keyResults")
        .forEach(each -> paths.add("key-results/" + each.path("id").asLong()));
    for (String path : paths) {
      Map<String, Object> body = over(lead.get(path).json(200));
      body.put("ownerKey", key);
      body.put("reason", text(TITLE));
      done(lead.put(path, body));
    }
    done(
        lead.post(
            "blockers",
            Map.of(
                "keyResultId",
                Okrs.keyResultId(objective, 0),
                "text",
                text(LONG),
                "ownerKey",
                key,
                "neededFrom",
                text(TITLE),
                "since",
                DemoCompany.NOW.toLocalDate().toString())));
  }

  private List<Screen> afterLosses() {
    String objective = speed.path("key").asText();
    String result = speed.at("/keyResults/0/key").asText();
    return List.of(
        Screen.of(
            "owner-deleted",
            "lead",
            demo.workspace(demo.mobile(), "#" + objective),
            ".bearings-panel h2"),
        Screen.of(
            "owner-of-result-deleted",
            "lead",
            demo.workspace(demo.mobile(), "#" + result),
            ".bearings-panel h2"),
        Screen.of(
            "archived-project-workspace",
            "lead",
            demo.workspace(security, ""),
            ".bearings-workspace-header"),
        Screen.of(
            "archived-project-unit",
            "admin",
            "/secure/BearingsUnit!default.jspa?unit=" + security,
            ".bearings-cycle"),
        Screen.of("archived-issue", "lead", "/browse/SEC-1", ".bearings-served"),
        Screen.of("issue-with-sixty", "lead", "/browse/DEMO-13", SHOW_ALL)
            .after(page -> page.locator(SHOW_ALL).click())
            .after(
                page ->
                    assertThat(page.locator(".bearings-served").nth(OBJECTIVES * RESULTS - 1))
                        .isVisible()));
  }
}
