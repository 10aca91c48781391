package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bearings.connect.acts.Deliveries;
import io.bearings.connect.acts.Happening;
import io.bearings.connect.acts.Network;
import io.bearings.connect.acts.Outgoing;
import io.bearings.jira.HealthReport;
import io.bearings.jira.JobStates;
import io.bearings.jira.NodeHealth;
import io.bearings.jira.PagePaths;
import io.bearings.jira.Storage;
import io.bearings.okr.CycleState;
import io.bearings.okr.ErrorLog;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Message;
import io.bearings.okr.Objective;
import io.bearings.okr.Okrs;
import io.bearings.okr.SeeingSettingChanges.Seen;
import io.bearings.okr.SettingChange;
import io.bearings.okr.SettingChanges;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import io.bearings.okr.WeightBy;
import io.bearings.progress.ProjectOverview;
import io.bearings.progress.Settings;
import io.bearings.progress.SettingsForm;
import io.bearings.progress.SiteSettings.Choice;
import io.bearings.review.Phase;
import io.bearings.review.ProjectBearings;
import io.bearings.site.Decision;
import io.bearings.site.Difference;
import io.bearings.site.Standing;
import io.bearings.site.Warning;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/**
 * What the templates make of their views. The scripts' tests compare what scripts draw with the
 * same golden files, so that both stay alike.
 */
public class TemplatesTest {
  private final PageTexts texts = TestTexts.english();

  private static String golden(String name) throws IOException {
    try (InputStream in = TemplatesTest.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static String fragment(String template, Object view) {
    return Rendering.lines(Rendering.html(template, Map.of("bearings", view)));
  }

  private ProjectPage page(ProjectOverview overview) {
    return page(Sample.unbound(overview), Optional.empty());
  }

  private ProjectPage page(ProjectBearings bearings, Optional<Phase> phase) {
    return ProjectPage.of(
        bearings,
        new ProjectPage.Given("/jira", phase, Optional.empty()),
        bearings.unit().isPresent() ? "{\"kpis\":[]}" : "",
        key -> Optional.of("Name " + key),
        texts);
  }

  @Test
  public void objectivesForSomebodyWhoMayEditThem() throws IOException {
    assertThat(fragment("project-page.vm", page(Sample.overview(true))))
        .isEqualTo(golden("project-page.html"));
  }

  @Test
  public void objectivesForSomebodyWhoMayOnlyReadHaveNoButtons() {
    String html = fragment("project-page.vm", page(Sample.readOnly(false)));

    assertThat(html)
        .contains("data-may-edit=\"false\"")
        .doesNotContain("create-objective", "edit-objective", "edit-key-result", "add-key-result");
  }

  @Test
  public void whoMayCreateObjectivesEditsOnlyThoseThatTheyMayChange() {
    String html = fragment("project-page.vm", page(Sample.readOnly(true)));

    assertThat(html)
        .contains("create-objective", "data-may-link=\"false\"")
        .doesNotContain("edit-objective", "edit-key-result", "add-key-result");
  }

  @Test
  public void anObjectiveThatOneMayNotReadShowsItsScoreOnly() throws IOException {
    assertThat(fragment("project-page.vm", page(Sample.concealed())))
        .isEqualTo(golden("project-page-private.html"))
        .contains(">Private</h3>", "17 %")
        .doesNotContain("effortless", "leave early", "Lindqvist", "KR-34", "Onboarding");
  }

  @Test
  public void aProjectWithoutObjectivesSaysWhatToDo() throws IOException {
    assertThat(fragment("project-page.vm", page(Sample.empty(true))))
        .isEqualTo(golden("project-page-empty.html"));
    assertThat(fragment("project-page.vm", page(Sample.empty(false))))
        .contains("Somebody who may edit issues")
        .doesNotContain("create-objective");
  }

  @Test
  public void aTeamSeesItsHealthBesideItsObjectives() throws IOException {
    ProjectPage page = page(Sample.ofTeam(CycleState.ACTIVE), Optional.empty());
    assertThat(fragment("project-page.vm", page)).isEqualTo(golden("project-page-team.html"));
  }

  @Test
  public void anObjectiveInTheBacklogIsCheckedInOnThere() {
    Objective objective = Okrs.objective(13, 3, "Trust", "", "member", 1);
    KeyResult keyResult = Okrs.keyResult(37, 13, "All of it", BigDecimal.ONE, WeightBy.ISSUES, 1);
    assertThat(PagePaths.checkIn(objective, keyResult))
        .isEqualTo("/secure/BearingsWorkspace.jspa?unit=3&cycle=backlog#KR-37.check-in");
  }

  @Test
  public void anotherCycleLeadsBackToTheOneThatIsWorkedOn() {
    ProjectPage page = page(Sample.ofTeamInItsNextQuarter(), Optional.empty());
    assertThat(fragment("project-page.vm", page))
        .contains(
            "data-cycle-id=\"8\"",
            "<p class=\"bearings-hint\">No objective of this project is in this cycle.</p>",
            "<option value=\"8\" selected=\"\">Q1 &lt;2027&gt; (planning)</option>",
            "<option value=\"7\">Q4 &lt;2026&gt;</option>",
            "<a href=\"/jira/projects/ABC?selectedItem=io.bearings:project-page-item\""
                + " dir=\"auto\">Back to Q4 &lt;2026&gt;, which is worked on now</a>");
    assertThat(page.getPhase()).isEqualTo("KICKOFF");
  }

  @Test
  public void betweenTwoCyclesOneIsChosen() {
    assertThat(fragment("project-page.vm", page(Sample.ofTeamBetweenCycles(), Optional.empty())))
        .contains(
            "<option value=\"\" selected=\"\">Choose a cycle</option>",
            "<option value=\"7\">Q4 &lt;2026&gt; (closed)</option>",
            "There is no cycle to work in yet")
        .doesNotContain("bearings-page-elsewhere");
  }

  @Test
  public void nobodyIsAskedToBeginInACycleThatIsClosed() {
    assertThat(fragment("project-page.vm", page(Sample.ofTeamThatHadNone(), Optional.empty())))
        .contains("No objectives in this cycle", "The cycle is closed, and nobody wrote down")
        .doesNotContain("create-objective", "No objectives yet");
    assertThat(fragment("project-page.vm", page(Sample.ofNewTeam(), Optional.empty())))
        .contains("create-objective", "No objectives yet");
  }

  @Test
  public void anAddressThatAsksForNoCycleOfTheUnitLeadsBack() {
    assertThat(
            fragment(
                "project-page.vm",
                ProjectPage.astray("There is <no> such cycle.", "/jira/projects/ABC?x=1&y=2")))
        .contains(
            "<strong>There is &lt;no&gt; such cycle.</strong>",
            "<a href=\"/jira/projects/ABC?x=1&amp;y=2\">To the cycle that is worked on</a>")
        .doesNotContain("cannot show", "bearings-project-page");
  }

  @Test
  public void thePhaseDecidesWhatLeads() {
    assertThat(page(Sample.ofTeam(CycleState.PLANNING), Optional.empty()).getParts())
        .containsExactly("objectives", "health");
    assertThat(page(Sample.ofTeam(CycleState.ACTIVE), Optional.empty()).getParts())
        .containsExactly("health", "objectives");
    ProjectPage review = page(Sample.ofTeam(CycleState.REVIEW), Optional.empty());
    assertThat(review.getParts()).containsExactly("objectives", "health");
    assertThat(review.getPhase()).isEqualTo("RETROSPECTIVE");

    ProjectPage asked = page(Sample.ofTeam(CycleState.REVIEW), Optional.of(Phase.EXECUTION));
    assertThat(asked.getPhase()).isEqualTo("EXECUTION");
    assertThat(asked.getCurrentPhase()).isEqualTo("RETROSPECTIVE");
    assertThat(asked.getTabs())
        .extracting(PhaseTab::getName, PhaseTab::isSelected, PhaseTab::isCurrent)
        .containsExactly(
            tuple("KICKOFF", false, false),
            tuple("EXECUTION", true, false),
            tuple("RETROSPECTIVE", false, true));
  }

  @Test
  public void objectivesAreWrittenAtLengthInTheKickoffAndALineEachLater() {
    assertThat(page(Sample.ofTeam(CycleState.PLANNING), Optional.empty()).getObjectives())
        .allMatch(ObjectiveCard::isOpen);
    assertThat(page(Sample.ofTeam(CycleState.ACTIVE), Optional.empty()).getObjectives())
        .noneMatch(ObjectiveCard::isOpen)
        .allMatch(each -> each.getKeyResults().isEmpty())
        .anyMatch(each -> !each.isWithoutKeyResults());
  }

  @Test
  public void objectivesOfTheCycleComeBeforeTheOthers() {
    assertThat(page(Sample.ofTeam(CycleState.ACTIVE), Optional.empty()).getObjectives())
        .extracting(ObjectiveCard::getKey, ObjectiveCard::isBeginsOthers)
        .containsExactly(tuple("O-12", false), tuple("O-14", false), tuple("O-13", true));
  }

  @Test
  public void aTeamThatHasJustBegunIsToldWhatToDo() {
    assertThat(fragment("project-page.vm", page(Sample.ofNewTeam(), Optional.empty())))
        .contains(
            "There is no cycle to work in yet",
            "No KPI here yet",
            "Whoever leads the unit can add the first one.",
            "create-objective")
        .doesNotContain("bearings-attention-list", "bearings-page-kickoff", "now</span>");
  }

  @Test
  public void aProjectOfNoUnitSaysSo() {
    assertThat(fragment("project-page.vm", page(Sample.overview(true))))
        .contains("belongs to no unit that you may see", "/jira/secure/BearingsWorkspace.jspa")
        .doesNotContain("tablist", "tabpanel", "bearings-kpis");
  }

  @Test
  public void aPageThatCannotBeReadSaysWhy() {
    assertThat(fragment("project-page.vm", ProjectPage.failed("The database does <not> answer.")))
        .contains("aui-message-error", "The database does &lt;not&gt; answer.")
        .doesNotContain("bearings-project-page");
  }

  @Test
  public void withoutAViewThereIsNothing() {
    assertThat(Rendering.html("project-page.vm", Map.of())).isBlank();
    assertThat(Rendering.html("issue-panel.vm", Map.of())).isBlank();
  }

  @Test
  public void theKeyResultsThatAnIssueServes() throws IOException {
    assertThat(fragment("issue-panel.vm", IssuePanel.of(Sample.issue(), "/jira", texts)))
        .isEqualTo(golden("issue-panel.html"));
  }

  @Test
  public void aPanelThatCannotBeReadSaysWhy() {
    assertThat(fragment("issue-panel.vm", IssuePanel.failed("Not now.")))
        .isEqualTo("<p class=\"bearings-problem\">Not now.</p>");
  }

  private static SettingsForm form() {
    return new SettingsForm(
        new Settings(Optional.of("customfield_10002"), Set.of("10001"), new BigDecimal("0.25")),
        List.of(
            new Choice("customfield_10001", "Budget"),
            new Choice("customfield_10002", "Story <Points>")),
        List.of(new Choice("10000", "Done"), new Choice("10001", "Won't Do")));
  }

  /** On a Jira in which nothing is out of scope by default. */
  private static SettingsPage.InForce inForce(SettingsForm form) {
    Map<SiteSetting, SettingValue> usual =
        new SettingsForm(
                new Settings(Optional.of("customfield_10002"), Set.of(), BigDecimal.ZERO),
                form.fields(),
                form.resolutions())
            .values();
    return new SettingsPage.InForce(
        form,
        form.values().entrySet().stream()
            .map(each -> new Standing(each.getKey(), each.getValue(), usual.get(each.getKey())))
            .toList(),
        7);
  }

  private String settings(SettingsForm form, SettingsPage.Said said) {
    return settings(SettingsPage.of(inForce(form), said, texts));
  }

  private static String settings(SettingsPage page) {
    return Rendering.lines(
        Rendering.html(
            "settings.vm",
            Map.of("page", page, "atl_token", "TOKEN", "req", Map.of("contextPath", "/jira"))));
  }

  @Test
  public void theSettingsInForce() {
    assertThat(settings(form(), SettingsPage.Said.NOTHING))
        .contains(
            "<option value=\"customfield_10002\" selected=\"selected\">Story &lt;Points&gt;"
                + "</option>",
            "<option value=\"customfield_10001\">Budget</option>",
            "value=\"10001\" checked=\"checked\"",
            "name=\"inProgressCredit\" value=\"25\"",
            "<input type=\"hidden\" name=\"atl_token\" value=\"TOKEN\">",
            "<input type=\"hidden\" name=\"seen\" value=\"7\">",
            "action=\"/jira/secure/admin/BearingsSettings.jspa\" method=\"post\"",
            "action=\"/jira/secure/admin/BearingsSettings!reread.jspa\" method=\"post\"")
        .doesNotContain("aui-message", "aria-invalid", "value=\"10000\" checked", "!undo");
  }

  @Test
  public void everySettingSaysItsDefaultAndThoseThatAreChangedCanBeSetBack() {
    assertThat(settings(form(), SettingsPage.Said.NOTHING))
        .contains(
            "Default: Story &lt;Points&gt;<",
            "Default: Monday<",
            "Default: 10000<",
            "Default: none<",
            "Default: no<")
        .contains(
            "name=\"setting\" value=\"inProgressCredit\""
                + " formaction=\"/jira/secure/admin/BearingsSettings!setBack.jspa\"",
            "value=\"outOfScopeResolutions\" formaction")
        .doesNotContain("value=\"weekStart\" formaction", "value=\"storyPointField\" formaction");
  }

  @Test
  public void refusedSettingsKeepWhatWasTypedAndSayWhatIsWrong() {
    Map<SiteSetting, List<String>> typed =
        Map.of(
            SiteSetting.STORY_POINT_FIELD, List.of("customfield_1"),
            SiteSetting.OUT_OF_SCOPE_RESOLUTIONS, List.of("10000"),
            SiteSetting.IN_PROGRESS_CREDIT, List.of("\"150\""),
            SiteSetting.HOLIDAYS, List.of("<Christmas>", "2026-12-25"),
            SiteSetting.INDIVIDUAL_OBJECTIVES, List.of("true"),
            SiteSetting.WEEK_START, List.of("SUNDAY"),
            SiteSetting.FUNCTION_LIMIT, List.of("many"));
    SettingsPage page =
        SettingsPage.refused(
            inForce(form()),
            typed,
            Map.of(
                "inProgressCredit", "From 0 to 100.",
                "functionLimit", "A whole number from 1 to 100,000.",
                "storyPointField", "No such field.",
                "outOfScopeResolutions", "No such resolution."),
            SettingsPage.Said.failed("Nothing was saved."),
            texts);

    assertThat(settings(page))
        .contains(
            "value=\"&quot;150&quot;\"",
            ">&lt;Christmas&gt; 2026-12-25</textarea>",
            "value=\"10000\" checked=\"checked\"",
            "name=\"individualObjectives\" value=\"true\" checked=\"checked\"",
            "<option value=\"SUNDAY\" selected=\"selected\">Sunday</option>",
            "<option value=\"MONDAY\">Monday</option>",
            "<div class=\"error\" id=\"bearings-inProgressCredit-error\">From 0 to 100.</div>",
            "<div class=\"error\" id=\"bearings-storyPointField-error\">No such field.</div>",
            "<div class=\"error\" id=\"bearings-outOfScopeResolutions-error\">No such"
                + " resolution.</div>",
            "name=\"functionLimit\" value=\"many\"",
            "<div class=\"error\" id=\"bearings-functionLimit-error\">A whole number from 1 to"
                + " 100,000.</div>",
            "Nothing was saved.")
        .doesNotContain("value=\"10001\" checked", "aui-message-success");
  }

  @Test
  public void aJiraWithoutResolutionsSaysSo() {
    SettingsForm form = new SettingsForm(form().settings(), List.of(), List.of());

    assertThat(settings(form, SettingsPage.Said.done("Saved.")))
        .contains("This Jira has no resolutions.", "aui-message-success", "Saved.");
  }

  @Test
  public void aChangeOfSettingsCanBeTakenBack() {
    Difference difference =
        new Difference(
            SiteSetting.IN_PROGRESS_CREDIT, SettingValue.amount("0"), SettingValue.amount("25"));
    Decision decided = new Decision(List.of(difference), List.of(), List.of(), "{\"a\": 1}", 8);

    assertThat(settings(form(), SettingsPage.Said.done("Saved.", decided)))
        .contains(
            "action=\"/jira/secure/admin/BearingsSettings!undo.jspa\" method=\"post\"",
            "name=\"before\" value=\"{&quot;a&quot;: 1}\"");
    assertThat(
            settings(
                form(),
                SettingsPage.Said.done(
                    "Saved.", new Decision(List.of(), List.of(), List.of(), "{}", 8))))
        .doesNotContain("!undo");
  }

  private String changes(List<Seen> seen, SettingChanges.Filter filter, boolean newest) {
    return Rendering.lines(
        Rendering.html(
            "changes.vm",
            Map.of(
                "page",
                ChangesPage.of(seen, filter, newest, TestTexts.moments(ZoneOffset.UTC), texts),
                "req",
                Map.of("contextPath", "/jira"))));
  }

  private static Seen seen(
      SettingChange.Subject subject,
      Optional<Long> unit,
      String name,
      String before,
      String after) {
    return new Seen(
        4,
        new SettingChange(subject, unit, name, before, after),
        unit.map(id -> "Unit <" + id + ">"),
        "an na",
        "Anna <A>",
        Instant.EPOCH);
  }

  @Test
  public void theLogOfChangesSaysWhoChangedWhat() {
    assertThat(
            changes(
                List.of(
                    seen(SettingChange.Subject.SITE, Optional.empty(), "weekStart", "MONDAY", ""),
                    seen(SettingChange.Subject.SITE, Optional.empty(), "gone", "<a>", "b"),
                    seen(
                        SettingChange.Subject.OUTGOING,
                        Optional.empty(),
                        "plainMail",
                        "false",
                        "true"),
                    seen(
                        SettingChange.Subject.UNIT,
                        Optional.of(5L),
                        "cadence",
                        "WEEKLY",
                        "MONTHLY"),
                    seen(SettingChange.Subject.UNIT, Optional.of(5L), "new one", "", "x"),
                    seen(SettingChange.Subject.ROLES, Optional.of(5L), "LEAD", "", "Bert")),
                SettingChanges.Filter.NONE,
                true))
        .contains(
            "1 Jan 1970, 00:00:00",
            "?by=an+na\">Anna &lt;A&gt;</a>",
            "<td>A week begins on</td>",
            ">Monday</td>",
            ">none</td>",
            "<td>gone</td>",
            ">&lt;a&gt;</td>",
            "<td>Send mail as plain text and not as HTML</td>",
            ">no</td>",
            "?unit=5\">Unit &lt;5&gt;</a>",
            "<td>Check-ins</td>",
            "<td>Role Lead</td>",
            ">Bert</td>")
        .doesNotContain("Show all changes", "Older changes", "Newest changes");
  }

  @Test
  public void aLogWithoutChangesSaysWhy() {
    assertThat(changes(List.of(), SettingChanges.Filter.NONE, true))
        .contains("Nothing was changed yet.")
        .doesNotContain("<table");
    SettingChanges.Filter some =
        new SettingChanges.Filter(
            Optional.of(SettingChange.Subject.UNIT), Optional.of(5L), Optional.of("a\"b"));
    assertThat(changes(List.of(), some, true))
        .contains(
            "Nothing of that kind was changed.",
            "Show all changes",
            "name=\"by\" value=\"a&quot;b\"",
            "value=\"UNIT\" selected=\"selected\"");
    assertThat(changes(List.of(), some, false))
        .contains("There are no older changes.", "subject=UNIT&amp;unit=5&amp;by=a%22b\">Newest");
  }

  private static String outgoing(OutgoingPage page) {
    return Rendering.lines(
        Rendering.html(
            "outgoing.vm",
            Map.of("page", page, "atl_token", "TOKEN", "req", Map.of("contextPath", "/jira"))));
  }

  private OutgoingPage.Log log(boolean newest, Network.Answer... answers) {
    return OutgoingPage.Log.of(
        Arrays.stream(answers)
            .map(
                answer ->
                    new Deliveries.Entry(
                        4,
                        new Deliveries.Delivery(
                            3, 7, Happening.OPENED, "https://e/<h>", Instant.EPOCH, 12, answer)))
            .toList(),
        newest,
        TestTexts.moments(ZoneOffset.UTC),
        texts);
  }

  @Test
  public void whatLeavesTheSiteWhileNothingDoes() {
    assertThat(
            outgoing(
                OutgoingPage.of(Outgoing.DEFAULT, OutgoingPage.Said.NOTHING, log(true), texts)))
        .contains("No host is allowed", "Nothing was called. A KPI calls another system when")
        .contains("action=\"/jira/secure/admin/BearingsOutgoing.jspa\" method=\"post\"")
        .doesNotContain("<table", "aui-message", "aria-invalid", "checked", "!undo", "before=");
    assertThat(
            outgoing(
                OutgoingPage.of(Outgoing.DEFAULT, OutgoingPage.Said.NOTHING, log(false), texts)))
        .contains("There are no older calls.", "Newest calls");
  }

  @Test
  public void aChangeOfWhatLeavesTheSiteCanBeTakenBack() {
    Outgoing now = new Outgoing(Set.of("b.intern", "a.intern"), true);
    Outgoing before = new Outgoing(Set.of("a.intern"), false);

    assertThat(
            outgoing(
                OutgoingPage.changed(
                    now, before, OutgoingPage.Said.done("Done."), log(true), texts)))
        .contains(
            "Done.",
            "action=\"/jira/secure/admin/BearingsOutgoing!undo.jspa\" method=\"post\"",
            "name=\"allowedHosts\" value=\"a.intern\"",
            "name=\"plainMail\" value=\"false\"",
            "name=\"plainMail\" value=\"true\" checked=\"checked\"")
        .doesNotContain("No host is allowed", "aui-message-error");
  }

  @Test
  public void hostsThatAreRefusedStayAndTheLogShowsWhatCame() {
    String html =
        outgoing(
            OutgoingPage.refused(
                Outgoing.DEFAULT,
                new OutgoingPage.Typed("<http>", false, "90"),
                new OutgoingPage.Said(
                    "", "Nothing was saved.", Map.of("allowedHosts", "<http> is no host.")),
                log(
                    true,
                    new Network.Answer(Optional.of(204), ""),
                    new Network.Answer(Optional.empty(), "no <such> host"),
                    new Network.Answer(Optional.empty(), "")),
                texts));

    assertThat(html)
        .contains("aria-invalid=\"true\">&lt;http&gt;</textarea>", "&lt;http&gt; is no host.")
        .contains("aui-message-error", "Nothing was saved.")
        .contains("aui-lozenge-success\">204<", "aui-lozenge-error\">no &lt;such&gt; host<")
        .contains("aui-lozenge-error\">No answer<", "1 Jan 1970, 00:00:00", "https://e/&lt;h&gt;")
        .contains("href=\"/jira/secure/BearingsKpi.jspa?kpi=KPI-7\">KPI-7</a>")
        .doesNotContain("aui-message-success");
  }

  @Test
  public void thePostFunctionAsksForAKeyResultAndShowsWhatItWillDo() {
    assertThat(Rendering.html("workflow/link-edit.vm", Map.of("keyResult", "KR-\"1")))
        .contains(
            "name=\"keyResult\" value=\"KR-&quot;1\" required", "for=\"bearings-key-result\"");
    assertThat(
            Rendering.html(
                "workflow/link-view.vm",
                Map.of("keyResult", "KR-1", "title", "Fewer <alarms>", "problem", "")))
        .contains("The issue will be attached", "<strong>KR-1</strong> Fewer &lt;alarms&gt;");
    assertThat(
            Rendering.html(
                "workflow/link-view.vm",
                Map.of("keyResult", "X", "title", "", "problem", "X does not exist.")))
        .contains("Nothing will be attached: X does not exist.");
  }

  private String health(HealthReport report) {
    return Rendering.lines(
        Rendering.html(
            "health.vm",
            Map.of(
                "page",
                HealthPage.of(
                    report,
                    new NodeHealth.Report(
                        "node<1>",
                        List.of(
                            new JobStates.State(
                                "bearings-mail",
                                Duration.ofMinutes(1),
                                JobStates.Result.FAILED,
                                Optional.of(Instant.EPOCH),
                                Optional.empty())),
                        List.of(new ErrorLog.Entry(Instant.EPOCH, "Job x", "a.B < c.D", 3))),
                    List.of(
                        new Warning(
                            Warning.Kind.UNITS_WITHOUT_LEAD,
                            List.of(new Warning.Subject("5", "Pilots <5>")),
                            1),
                        new Warning(
                            Warning.Kind.READING, List.of(new Warning.Subject("100", "100")), 1)),
                    TestTexts.moments(ZoneOffset.UTC),
                    texts),
                "req",
                Map.of("contextPath", "/jira"))));
  }

  @Test
  public void healthOfAnAddOnThatWorks() {
    String html =
        health(
            new HealthReport(
                "11.3.1",
                "0.1.0",
                "H2 2.3",
                HealthReport.State.UP,
                Optional.empty(),
                HealthReport.Software.THERE,
                List.of(),
                Map.of(
                    "OBJECTIVE", new Storage.Size(1_234, true),
                    "ISSUE_STATE", new Storage.Size(1_234_567, false))));

    assertThat(html)
        .contains("aui-lozenge-success", "11.3.1", "0.1.0", "H2 2.3", "<td>OBJECTIVE</td>")
        .contains("<td>1234</td>", "<td>at most 1,234,567</td>", "every class and method")
        .contains("(node&lt;1&gt;)", "<th scope=\"row\">bearings-mail</th>", ">Failed</span>")
        .contains("<code>a.B &lt; c.D</code>", "rest/bearings/1.0/health/file")
        .contains(
            "<a href=\"/jira/secure/BearingsUnit.jspa?unit=5\" dir=\"auto\">Pilots &lt;5&gt;</a>",
            "<a href=\"#bearings-jobs\">Look at it</a>",
            "<span>100</span>")
        .doesNotContain("aui-message-error");
  }

  @Test
  public void healthOfAnAddOnThatDoesNotSaysWhyAndWhatIsMissing() {
    String html =
        health(
            new HealthReport(
                "11.3.1",
                "0.1.0",
                "",
                HealthReport.State.DOWN,
                Optional.of(Message.of("bearings.error.database")),
                HealthReport.Software.THERE,
                List.of("com.atlassian.Gone#call()"),
                Map.of()));

    assertThat(html)
        .contains("aui-lozenge-error", "The database does not answer.", "does not answer")
        .contains("<li>com.atlassian.Gone#call()</li>")
        .doesNotContain("bearings-health-tables");
  }

  @Test
  public void aRefusalIsShownByItself() {
    assertThat(Rendering.html("admin-refused.vm", Map.of("refusal", "You may <not>.")))
        .contains("You may &lt;not&gt;.");
  }

  @Test
  public void theDashboardItemWaitsForItsScript() {
    assertThat(Rendering.html("dashboard-item.vm", Map.of())).contains("bearings-dashboard");
  }
}
