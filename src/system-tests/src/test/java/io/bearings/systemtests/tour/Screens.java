package io.bearings.systemtests.tour;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All screens of the add-on. A new screen is a line here: its pictures are taken, its layout is
 * checked, hostile texts are shown on it, and the guides may show it.
 */
public final class Screens {
  private static final String CONTENT = ".bearings-workspace-content ";
  private static final String PANEL = ".bearings-panel ";

  /** The only screens to look at, by parts of their names, for somebody who looks for a fault. */
  private static final List<String> ONLY =
      List.of(System.getProperty("tour.screens", "").split(","));

  /** AUI gives the focus to a dialog that comes in, and once more when it has come. */
  private static final double DIALOG_COMES_MILLIS = 800;

  private Screens() {}

  /** The screens in the demonstration company, each name once. */
  public static List<Screen> of(DemoCompany demo) {
    List<Screen> all = new ArrayList<>();
    all.addAll(workspace(demo));
    all.addAll(kpis(demo));
    all.addAll(kickoff(demo));
    all.addAll(project());
    all.addAll(jira(demo));
    all.addAll(administration(demo));
    return all.stream().filter(each -> ONLY.stream().anyMatch(each.name()::contains)).toList();
  }

  private static List<Screen> workspace(DemoCompany demo) {
    String first = demo.firstResult(DemoCompany.SPEED).path("key").asText();
    String second = demo.firstResult(DemoCompany.CONFIDENCE).path("key").asText();
    String objective = demo.objective(DemoCompany.SPEED).path("key").asText();
    return List.of(
        at(demo, "workspace", "#" + first, PANEL + "h2", ".bearings-row").illustrates("workspace"),
        at(demo, "workspace-objective", "#" + objective, PANEL + "h2"),
        Screen.of(
            "workspace-area", "lead", demo.workspace(demo.unit("Product"), ""), ".bearings-row"),
        at(demo, "check-in", "", ".bearings-row")
            .after(page -> checkIn(page, first))
            .illustrates("check-in"),
        at(demo, "conversation", "#" + second, PANEL + "[role=tab]")
            .after(page -> tab(page, 3, ".bearings-remark"))
            .illustrates("conversation"),
        at(demo, "history", "#" + first, PANEL + "[role=tab]")
            .after(page -> page.locator(PANEL + "[role=tab]").last().click()),
        at(demo, "linked-work", "#" + second + ".issues", PANEL + "details[open]")
            .after(page -> page.evaluate("window.scrollTo(0, 0)"))
            .illustrates("linked-work"),
        at(demo, "coach", "#new", PANEL + "form").after(Screens::write).illustrates("coach"),
        at(demo, "inbox", "#inbox", PANEL + "h2"),
        at(demo, "initiative", "#initiative", PANEL + "form"),
        Screen.of(
                "map",
                "lead",
                demo.workspace(demo.company(), "&view=map&branch=all"),
                ".bearings-map-node",
                ".bearings-map-table")
            .illustrates("map"),
        at(demo, "grid", "&view=grid", ".bearings-grid tbody tr").illustrates("grid"),
        at(demo, "import", "&view=import", CONTENT + "form, " + CONTENT + "input")
            .illustrates("import"),
        at(demo, "health-report", "&view=health", CONTENT + "h2").illustrates("health-report"),
        Screen.of(
                "effort",
                "lead",
                demo.workspace(demo.company(), "&view=effort&period=weeks"),
                ".bearings-effort-sentence",
                ".bearings-effort-unlinked li")
            .tall(1120)
            .illustrates("effort"));
  }

  private static List<Screen> kpis(DemoCompany demo) {
    return List.of(
        at(demo, "kpis", "&view=kpis", ".bearings-kpi-card", ".bearings-velocity-bars")
            .tall(1240)
            .illustrates("kpis"),
        at(demo, "kpi-propose", "&view=kpis#KPI-propose", PANEL + "form, " + PANEL + "li"),
        at(demo, "kpi-create", "&view=kpis#KPI-new", PANEL + "form"),
        Screen.of(
                "kpi-page",
                "lead",
                "/secure/BearingsKpi.jspa?kpi=" + demo.brokenKpi(),
                ".bearings-kpi-breach-entry",
                ".bearings-timeline-picture svg")
            .tall(1240)
            .illustrates("kpi-page"));
  }

  private static List<Screen> kickoff(DemoCompany demo) {
    String address =
        "/secure/BearingsKickoff.jspa?unit=" + demo.mobile() + "&cycle=" + demo.quarter("PLANNING");
    return List.of(
        Screen.of("kickoff", "lead", address, ".bearings-writer")
            .tall(1240)
            .after(Screens::writeInKickoff)
            .illustrates("kickoff"),
        Screen.of("readiness", "lead", address, "#readiness table")
            .after(page -> page.evaluate("document.querySelector('#readiness').scrollIntoView()"))
            .illustrates("readiness"),
        Screen.of(
                "retrospective",
                "lead",
                "/secure/BearingsRetrospective.jspa?unit="
                    + demo.mobile()
                    + "&cycle="
                    + demo.quarter("ACTIVE"),
                ".bearings-retro-matrix")
            .illustrates("retrospective"));
  }

  private static List<Screen> project() {
    String page = "?selectedItem=io.bearings:project-page-item";
    return List.of(
        phase("kickoff"),
        phase("retrospective"),
        Screen.of("project-page", "lead", "/projects/DEMO" + page, ".bearings-objective")
            .illustrates("project-page"),
        Screen.of(
            "project-page-viewer", "viewer", "/projects/OPS" + page, ".bearings-project-page"),
        Screen.of("create-objective", "lead", "/projects/DEMO" + page, ".bearings-objective")
            .tall(1040)
            .after(shown -> openDialog(shown, "[data-bearings-action=create-objective]"))
            .after(Screens::writeObjective)
            .illustrates("create-objective"),
        Screen.of(
                "edit-objective",
                "lead",
                "/projects/DEMO" + page + "&phase=KICKOFF",
                "[data-bearings-action=edit-objective]")
            .after(shown -> openDialog(shown, "[data-bearings-action=edit-objective]")),
        Screen.of(
            "project-settings",
            "admin",
            "/secure/BearingsProject!default.jspa?projectKey=DEMO",
            ".bearings-bound-units"));
  }

  /** The project page with the tab of another phase than that of today. */
  private static Screen phase(String name) {
    String address = "/projects/DEMO?selectedItem=io.bearings:project-page-item";
    String tab = "#bearings-phase-" + name.toUpperCase(Locale.ROOT);
    return Screen.of("project-page-" + name, "lead", address, tab)
        .after(page -> page.locator(tab).click());
  }

  private static List<Screen> jira(DemoCompany demo) {
    return List.of(
        Screen.of("issue", "member", "/browse/DEMO-13", ".bearings-served"),
        Screen.of("issue-panel", "lead", "/browse/DEMO-13", "[data-bearings-started]")
            .tall(1140)
            .after(Screens::attach)
            .illustrates("issue-panel"),
        Screen.of(
                "board-detail",
                "lead",
                "/secure/RapidBoard.jspa?rapidView=" + demo.board(),
                "[data-detail=DEMO-12]")
            .after(page -> page.locator("[data-detail=DEMO-12]").click())
            .after(page -> visible(page, "#ghx-detail-view [data-bearings-started]")),
        Screen.of(
            "board",
            "lead",
            "/secure/BearingsBoard.jspa?board=" + demo.board(),
            ".bearings-board-sprint h2",
            ".bearings-board-velocity"),
        Screen.of(
                "dashboard",
                "admin",
                "/secure/Dashboard.jspa",
                ".bearings-card",
                ".bearings-velocity-bars")
            .tall(1240)
            .illustrates("dashboard"),
        Screen.of("dashboard-configuration", "admin", "/secure/Dashboard.jspa", ".bearings-card")
            .after(page -> page.locator("[data-action=configure]").first().click())
            .after(page -> visible(page, ".dashboard-item-frame form")));
  }

  private static List<Screen> administration(DemoCompany demo) {
    return List.of(
        Screen.of("units", "admin", "/secure/admin/BearingsUnits!default.jspa", ".bearings-tree")
            .illustrates("units"),
        Screen.of(
                "unit",
                "admin",
                "/secure/BearingsUnit!default.jspa?unit=" + demo.mobile(),
                ".bearings-cycle")
            .illustrates("unit"),
        Screen.of("settings", "admin", "/secure/admin/BearingsSettings!default.jspa", "main form")
            .tall(1180)
            .illustrates("settings"),
        Screen.of("outgoing", "admin", "/secure/admin/BearingsOutgoing!default.jspa", "main form")
            .tall(720)
            .illustrates("outgoing"),
        Screen.of("changes", "admin", "/secure/admin/BearingsChanges!default.jspa", "main h2"),
        Screen.of("health", "admin", "/secure/admin/BearingsHealth!default.jspa", "main h2")
            .illustrates("health"));
  }

  /** The lead in the workspace of the mobile team in the active quarter. */
  private static Screen at(DemoCompany demo, String name, String more, String... shown) {
    return Screen.of(name, "lead", demo.workspace(demo.mobile(), more), shown);
  }

  // What people do

  private static void visible(Page page, String selector) {
    assertThat(page.locator(selector).first()).isVisible();
  }

  private static void checkIn(Page page, String key) {
    Locator row = page.locator("#bearings-row-" + key);
    row.locator("[data-bearings-action=check-in]").click();
    Locator form = row.locator(".bearings-check-in");
    form.locator("input[inputmode=decimal]").fill("2.2");
    form.locator(".bearings-confidence label").nth(8).click();
    form.locator("textarea").first().fill("Images come last now");
  }

  private static void tab(Page page, int place, String selector) {
    page.locator(PANEL + "[role=tab]").nth(place).click();
    visible(page, PANEL + selector);
  }

  private static void write(Page page) {
    page.locator(PANEL + "form input.text").first().fill("Migrate the app to the new framework");
    page.locator(PANEL + "form textarea").first().click();
    visible(page, ".bearings-finding");
  }

  private static void openDialog(Page page, String selector) {
    page.locator(selector).first().click();
    visible(page, "[role=dialog] input");
    page.waitForTimeout(DIALOG_COMES_MILLIS);
  }

  private static void writeObjective(Page page) {
    Locator dialog = page.locator("[role=dialog]");
    dialog.locator("input.text").first().fill("Earn the trust of people who never read manuals");
    dialog
        .locator("textarea")
        .first()
        .fill(
            "Every second question to support is answered in the guide. We want nobody to need it.");
    dialog.locator("input.text").nth(2).fill("Questions that the guide answers go from 90 to 30");
  }

  private static void attach(Page page) {
    Locator panel = page.locator(".bearings-issue-panel");
    panel.locator("[data-bearings-action=attach]").click();
    panel.locator("[role=combobox]").fill("goes from");
    assertThat(panel.locator("[role=option]").first()).isVisible();
  }

  private static void writeInKickoff(Page page) {
    Locator writer = page.locator(".bearings-writer");
    writer.locator("textarea").first().fill("Half of our new customers leave within a week.");
    writer.locator("input.text").first().fill("Make the first week with us feel effortless");
    Locator result = writer.locator(".bearings-write-row").first();
    result.locator("input.text").first().fill("Share of sign-ups that finish onboarding");
    result.locator("select").first().selectOption("PERCENT");
    result.locator("input.text").nth(1).fill("60");
    result.locator("input.text").nth(2).fill("82");
    assertThat(result.locator(".bearings-sentence")).containsText("82");
    page.evaluate("window.scrollTo(0, 0)");
  }
}
