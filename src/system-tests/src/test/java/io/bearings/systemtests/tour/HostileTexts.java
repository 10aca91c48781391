package io.bearings.systemtests.tour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Okrs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What people could write who are no friends, or write from right to left, put into the
 * demonstration company where its screens show it.
 */
public final class HostileTexts {
  /** Runs if somebody forgot to escape it, in a page, an attribute, a script or a template. */
  public static final String MARKUP =
      "\"'></title></textarea></script><script>window.hacked=1</script>"
          + "<img src=x onerror=\"window.hacked=1\">{{7*7}} ${7*7} $ref #set($a=1) %s &lt;b&gt;";

  /** As long as a name may be, and nowhere to break it. */
  public static final String LONG = "W".repeat(255);

  /** Right to left, an unclosed override, stacked marks, and people of several signs. */
  public static final String SCRIPTS =
      "\u05E9\u05DC\u05D5\u05DD \u202Egnorw \u0645\u0631\u062D\u0628\u0627 Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F"
          + " \uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66 \u200B\uFEFF";

  /** All of them. */
  public static final List<String> ALL = List.of(MARKUP, LONG, SCRIPTS);

  private static final int OBJECTIVES = 6;
  private static final int RESULTS = 10;

  private final DemoCompany demo;
  private final Okrs admin;
  private final Okrs lead;
  private final List<Screen> screens = new ArrayList<>();

  private HostileTexts(DemoCompany demo) {
    this.demo = demo;
    this.admin = new Okrs(demo.host().as("admin"));
    this.lead = new Okrs(demo.host().as("lead"));
  }

  /**
   * Writes them as titles, whys, names of units and KPIs, and as what people say.
   *
   * @return screens that show one of them each, as it was written
   */
  public static List<Screen> writeInto(DemoCompany demo) {
    HostileTexts texts = new HostileTexts(demo);
    for (int place = 0; place < ALL.size(); place++) {
      String text = ALL.get(place);
      texts.objective(text, "hostile-" + place);
      texts.unit(text, "hostile-" + place);
      texts.kpi(text, "hostile-" + place);
    }
    texts.manyOnOneIssue();
    return texts.screens;
  }

  private void shows(String name, String user, String address, String selector, String text) {
    String shown = text.strip();
    screens.add(
        Screen.of(name, user, address, selector)
            .after(page -> assertThat(page.locator(selector).first()).containsText(shown)));
  }

  private void objective(String text, String name) {
    JsonNode made =
        lead.create("DEMO", text, text, Okrs.keyResults("ISSUES", text, "Plain")).json(201);
    long keyResult = Okrs.keyResultId(made, 0);
    lead.attach(keyResult, List.of("DEMO-13", "DEMO-14")).json(200);
    for (String about :
        List.of("objective/" + made.path("id").asLong(), "key-result/" + keyResult)) {
      lead.post("threads/" + about, Map.of("text", text)).json(201);
    }
    long id = made.path("id").asLong();
    lead.post("objectives/" + id + "/publish", Map.of("version", made.path("version").asInt()))
        .json(200);
    lead.post("key-results/" + keyResult + "/check-ins", Map.of("confidence", 3, "comment", text))
        .json(201);
    for (String key : List.of(made.path("key").asText(), "KR-" + keyResult)) {
      String address = demo.workspace(demo.mobile(), "#" + key);
      shows(name + "-" + key, "lead", address, ".bearings-panel", text);
    }
  }

  private void unit(String text, String name) {
    Map<String, Object> unit = new LinkedHashMap<>();
    unit.put("name", text);
    unit.put("level", "TEAM");
    unit.put("parentId", demo.unit("Product"));
    unit.put("openness", "EVERYONE");
    long made = admin.post("units", unit).json(201).path("id").asLong();
    String address = "/secure/BearingsUnit!default.jspa?unit=" + made;
    shows(name + "-unit", "admin", address, ".bearings-organisation", text);
    String empty = "/secure/BearingsWorkspace.jspa?unit=" + made;
    screens.add(Screen.of(name + "-workspace", "admin", empty, ".bearings-workspace-header"));
  }

  private void kpi(String text, String name) {
    Map<String, Object> sheet = new LinkedHashMap<>();
    sheet.put("unitId", demo.mobile());
    sheet.put("name", text);
    sheet.put("measures", text);
    sheet.put("category", "OWN");
    sheet.put("ownCategory", text.substring(0, Math.min(text.length(), 60)));
    sheet.put("source", "MANUAL");
    sheet.put("frequency", "WEEKLY");
    sheet.put("aggregation", "LAST");
    sheet.put("direction", "HIGHER");
    sheet.put("measure", Map.of("kind", "NUMBER"));
    sheet.put("target", Map.of("value", 10));
    sheet.put("warning", Map.of("value", 8));
    sheet.put("critical", Map.of("value", 5));
    sheet.put("action", text);
    JsonNode made = lead.post("kpis", sheet).json(201);
    String address = "/secure/BearingsKpi.jspa?kpi=" + made.path("key").asText();
    shows(name + "-kpi", "lead", address, ".bearings-kpi-page", text);
    lead.post(
            "kpis/" + made.path("id").asLong() + "/measurements",
            Map.of("on", DemoCompany.NOW.toLocalDate().minusDays(8).toString(), "value", 2))
        .json(201);
  }

  /** Sixty key results more that one issue serves. */
  private void manyOnOneIssue() {
    for (int objective = 1; objective <= OBJECTIVES; objective++) {
      String title = "Much at once, " + objective + " of " + OBJECTIVES;
      String[] results =
          IntStream.rangeClosed(1, RESULTS)
              .mapToObj(number -> title + ", result " + number)
              .toArray(String[]::new);
      JsonNode made = lead.objective("DEMO", title, results);
      List<Long> ids = new ArrayList<>();
      made.path("keyResults").forEach(each -> ids.add(each.path("id").asLong()));
      ids.forEach(id -> lead.attach(id, List.of("DEMO-13")).json(200));
    }
  }
}
