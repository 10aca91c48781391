package io.bearings.host.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.project.version.Version;
import io.bearings.host.jira.BulkOperations;
import io.bearings.host.jira.Comments;
import io.bearings.host.jira.PostFunctions;
import io.bearings.host.jira.SiteOperations;
import io.bearings.host.jira.WorkLogs;
import io.bearings.host.pages.lab.LogTap;
import io.bearings.host.runtime.PostFunction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

public class PagesTest {
  private static TestSite site;

  private Browser nobody;
  private Browser member;
  private Browser admin;

  @BeforeClass
  public static void startTheSite() throws Exception {
    site = TestSite.start(true, 0);
  }

  @AfterClass
  public static void stopTheSite() throws Exception {
    site.close();
  }

  @Before
  public void openBrowsers() throws Exception {
    nobody = new Browser(site.url());
    member = new Browser(site.url()).logIn("member");
    admin = new Browser(site.url()).logIn("admin");
    site.transitions.clear();
    reset(site.postFunctions, site.bulk, site.comments, site.workLogs, site.siteOperations);
    site.addOn.trouble = Optional.empty();
  }

  @Test
  public void theContextPathLeadsToTheDashboard() throws Exception {
    assertThat(member.get("/")).satisfies(leadsTo("/jira/secure/Dashboard.jspa"));
    assertThat(member.get("")).satisfies(leadsTo("/jira/"));
    assertThat(new Browser(site.url().replace("/jira", "")).get("/")).satisfies(leadsTo("/jira/"));
  }

  @Test
  public void pagesAreCompressedForBrowsersThatCanReadThem() throws Exception {
    HttpResponse<String> page =
        nobody.send("GET", "/login.jsp", "", "Accept-Encoding", "gzip, deflate");

    assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(nobody.get("/login.jsp").headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  public void whoIsNotLoggedInIsAskedToAndComesBack() throws Exception {
    HttpResponse<String> asked = nobody.get("/projects/DEMO?sort=key&order=asc");

    assertThat(asked)
        .satisfies(
            leadsTo(
                "/jira/login.jsp?os_destination=%2Fprojects%2FDEMO%3Fsort%3Dkey%26order%3Dasc"));
    HttpResponse<String> page =
        nobody.get("/login.jsp?os_destination=%2Fprojects%2FDEMO%3Fsort%3Dkey%26order%3Dasc");
    assertThat(page.body()).contains("value=\"/projects/DEMO?sort=key&amp;order=asc\"");
    assertThat(nobody.get("/login.jsp?permissionViolation=true").body())
        .contains("You have to log in to see that page");
    assertThat(
            nobody.post(
                "/login.jsp",
                Map.of(
                    "os_username",
                    "member",
                    "os_password",
                    "member",
                    "os_destination",
                    "/projects/DEMO?sort=key")))
        .satisfies(leadsTo("/jira/projects/DEMO?sort=key"));
  }

  @Test
  public void logInNeverLeadsToAnotherSite() throws Exception {
    for (String elsewhere :
        new String[] {
          "//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nSet-Cookie: b=c", "/"
        }) {
      HttpResponse<String> answer =
          new Browser(site.url())
              .post(
                  "/login.jsp",
                  Map.of(
                      "os_username",
                      "member",
                      "os_password",
                      "member",
                      "os_destination",
                      elsewhere));
      String expected = elsewhere.equals("/") ? "/jira/" : "/jira/secure/Dashboard.jspa";
      assertThat(answer).satisfies(leadsTo(expected));
    }
  }

  @Test
  public void aWrongPasswordIsToldAndNoSessionIsOpened() throws Exception {
    HttpResponse<String> answer =
        nobody.post("/login.jsp", Map.of("os_username", "mem\"ber", "os_password", "x"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("username and password are incorrect")
        .contains("value=\"mem&quot;ber\"");
    assertThat(nobody.get("/secure/Dashboard.jspa").statusCode()).isEqualTo(302);
  }

  @Test
  public void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
    String cookie = nobody.get("/login.jsp").headers().firstValue("Set-Cookie").orElseThrow();

    assertThat(cookie).startsWith("JSESSIONID=").contains("HttpOnly").contains("SameSite=Lax");
  }

  @Test
  public void logOutNeedsTheToken() throws Exception {
    assertThat(member.get("/secure/Logout!default.jspa").body()).contains("You are logged in as");
    assertThat(member.get("/secure/Dashboard.jspa").statusCode()).isEqualTo(200);

    assertThat(member.get("/secure/Logout!default.jspa?atl_token=" + member.token()))
        .satisfies(leadsTo("/jira/login.jsp"));
    assertThat(member.get("/secure/Dashboard.jspa").statusCode()).isEqualTo(302);
  }

  @Test
  public void everyPageIsProtectedAndSaysWhatItIs() throws Exception {
    HttpResponse<String> page = member.get("/browse/DEMO-3");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self';");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.body())
        .contains("<html lang=\"en-GB\">")
        .contains("This is <strong>not Jira</strong>")
        .contains("<meta name=\"ajs-issue-key\" content=\"DEMO-3\">")
        .contains("<meta name=\"ajs-remote-user\" content=\"member\">")
        .contains("<meta name=\"ajs-context-path\" content=\"/jira\">")
        .doesNotContain("<script>")
        .doesNotContain(" onclick");
  }

  @Test
  public void statementsAreCountedWithoutLogIn() throws Exception {
    HttpResponse<String> issue = member.get("/browse/DEMO-3");
    HttpResponse<String> logIn =
        nobody.post("/login.jsp", Map.of("os_username", "member", "os_password", "member"));

    assertThat(issue.headers().firstValue("X-Host-Statements")).contains("1");
    assertThat(logIn.headers().firstValue("X-Host-Statements")).contains("0");
  }

  @Test
  public void anIssueShowsItsFieldsEscapedAndTheAddOnsPanel() throws Exception {
    String page = member.get("/browse/DEMO-4").body();

    assertThat(page)
        .contains("Make the &lt;script&gt;alert(4)&lt;/script&gt; screen")
        .contains("Mona &lt;Member&gt;")
        .contains("Story Points")
        .contains("<dd id=\"customfield_10002-val\">3</dd>")
        .contains("aui-lozenge-default\">To Do")
        .contains("<p id=\"fake-right\">None yet</p>")
        .contains("fake:panel-atl.jira.view.issue.left.context")
        .contains("Nothing has changed yet");
    assertThat(member.get("/browse/DEMO-3").body())
        .contains("aui-lozenge-success\">Done")
        .contains("made changes");
    assertThat(member.get("/browse/DEMO-2").body()).contains("No description");
  }

  @Test
  public void whatOneMayNotSeeDoesNotExist() throws Exception {
    HttpResponse<String> hidden = member.get("/browse/SEC-1");
    HttpResponse<String> missing = member.get("/browse/SEC-2");

    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).doesNotContain("Security").contains("There is no issue SEC-1");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(admin.get("/browse/SEC-1").statusCode()).isEqualTo(200);
    assertThat(member.get("/projects/SEC").statusCode()).isEqualTo(404);
    assertThat(member.get("/projects/NONE").statusCode()).isEqualTo(404);
    assertThat(member.get("/projects").statusCode()).isEqualTo(404);
    assertThat(member.get("/secure/BrowseProjects.jspa").body())
        .contains("Mobile app")
        .doesNotContain("Security response");
  }

  @Test
  public void aTransitionIsTakenByItsForm() throws Exception {
    HttpResponse<String> answer =
        member.post(
            "/secure/WorkflowUIDispatcher.jspa",
            Map.of(
                "id",
                "10000003",
                "action",
                "31",
                "resolution",
                "10001",
                "atl_token",
                member.token()));

    assertThat(answer).satisfies(leadsTo("/jira/browse/DEMO-3"));
    assertThat(site.transitions).containsExactly("member 10000003 31 10001");
  }

  @Test
  public void aTransitionNeedsTokenIssueAndAction() throws Exception {
    String path = "/secure/WorkflowUIDispatcher.jspa";
    String token = member.token();

    assertThat(member.post(path, Map.of("id", "10000003", "action", "31")).statusCode())
        .isEqualTo(403);
    assertThat(
            member
                .post(path, Map.of("id", "10000003", "action", "31", "atl_token", admin.token()))
                .body())
        .contains("token is missing or belongs to another session");
    assertThat(
            member
                .post(path, Map.of("id", "10001001", "action", "31", "atl_token", token))
                .statusCode())
        .as("an issue of SEC")
        .isEqualTo(404);
    assertThat(member.post(path, Map.of("action", "31", "atl_token", token)).body())
        .contains("The parameter id is missing");
    assertThat(
            member.post(path, Map.of("id", "10000003", "action", "x", "atl_token", token)).body())
        .contains("The parameter action is not a whole number: x");
    HttpResponse<String> refused =
        member.post(path, Map.of("id", "10000003", "action", "99", "atl_token", token));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("There is no such transition.");
    assertThat(nobody.post(path, Map.of("id", "10000003")).statusCode()).isEqualTo(401);
    assertThat(member.get(path + "?id=10000003")).satisfies(leadsTo("/jira/browse/DEMO-3"));
    assertThat(site.transitions).isEmpty();
  }

  @Test
  public void theIssuesOfAProjectArePagedAndSorted() throws Exception {
    site.queries.clear();
    String first = member.get("/projects/DEMO").body();
    String last = member.get("/projects/DEMO?sort=status&order=desc&start=100").body();

    assertThat(site.queries)
        .containsExactly(
            "project = \"DEMO\" ORDER BY key DESC", "project = \"DEMO\" ORDER BY status DESC");
    assertThat(first)
        .contains("1–50 of 120", "DEMO-120", "start=50", "aria-sort=\"descending\"")
        .doesNotContain("rel=\"prev\"");
    assertThat(last)
        .contains("101–120 of 120", "start=50")
        .doesNotContain("rel=\"next\"")
        .contains("sort=status&amp;order=asc");
    assertThat(member.get("/projects/DEMO?start=-1").statusCode()).isEqualTo(400);
    assertThat(member.get("/projects/DEMO?sort=1;drop").statusCode()).isEqualTo(200);
    assertThat(site.queries.get(site.queries.size() - 1)).endsWith("ORDER BY key DESC");
  }

  @Test
  public void aProjectShowsThePanelOfTheSelectedItem() throws Exception {
    String page = member.get("/projects/DEMO?selectedItem=" + FakeAddOn.PAGE).body();

    assertThat(page)
        .contains("Panel of DEMO")
        .contains("Objectives &lt;b&gt;")
        .containsPattern(
            "<li class=\"aui-nav-selected\"><a class=\"aui-nav-item\" [^>]*fake:project-page")
        .contains("<meta name=\"ajs-project-key\" content=\"DEMO\">");
    HttpResponse<String> hidden =
        member.get("/projects/DEMO?selectedItem=" + FakeAddOn.HIDDEN_PAGE);
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).contains("You may not see this page of the project");
    assertThat(member.get("/projects/DEMO?selectedItem=no:such").body())
        .contains("has no page no:such");
  }

  @Test
  public void onlyAdministratorsSeeTheAdministration() throws Exception {
    assertThat(member.get("/secure/admin/ViewSystemInfo.jspa").statusCode()).isEqualTo(403);
    assertThat(nobody.get("/secure/admin/ViewSystemInfo.jspa").statusCode()).isEqualTo(302);
    assertThat(member.get("/secure/Dashboard.jspa").body()).doesNotContain("admin_menu");
    assertThat(admin.get("/secure/admin/ViewSystemInfo.jspa").body())
        .contains("fake, enabled", "Fake &amp; Co", "fake-settings")
        .doesNotContain("Empty");
  }

  @Test
  public void theNavigatorFindsPagesAndTellsWhatIsWrong() throws Exception {
    String first = member.get("/issues/?jql=project%20%3D%20DEMO").body();
    assertThat(first)
        .contains("project = DEMO</textarea>", "1–50 of 120", "data-issuekey=\"DEMO-120\"")
        .contains("rel=\"next\"", "startIndex=50")
        .doesNotContain("rel=\"prev\"", "jqlerrormsg");
    assertThat(member.get("/issues/?jql=project%20%3D%20DEMO&startIndex=100").body())
        .contains("101–120 of 120", "rel=\"prev\"")
        .doesNotContain("rel=\"next\"");
    assertThat(member.get("/issues/?jql=wrong").body())
        .contains("There is no such thing.", "aria-invalid=\"true\"")
        .doesNotContain("issuetable");
    assertThat(member.get("/issues/?jql=%3Cb%3E").body()).contains("&lt;b&gt;</textarea>");
    assertThat(member.get("/issues/?startIndex=x").statusCode()).isEqualTo(400);
    assertThat(nobody.get("/issues/?jql=").statusCode()).isEqualTo(302);
  }

  @Test
  public void theNavigatorChangesChosenIssues() throws Exception {
    when(site.bulk.transition(any(), any(), anyInt(), any()))
        .thenReturn(new BulkOperations.Result(List.of(1L), Map.of(2L, "No <right>")));
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "operation", "transition",
                "value", "51",
                "issue", "1",
                "jql", "a b",
                "atl_token", member.token()));
    HttpResponse<String> answer = member.post("/issues/", form);
    assertThat(answer)
        .satisfies(leadsTo("/jira/issues/?jql=a+b&done=1&refused=1+not+changed%3A+No+%3Cright%3E"));
    assertThat(member.get("/issues/?jql=a&done=1&refused=No+%3Cright%3E").body())
        .contains("1 changed.", "No &lt;right&gt;");

    BulkOperations.Result none = new BulkOperations.Result(List.of(), Map.of());
    when(site.bulk.edit(any(), any(), any())).thenReturn(none);
    when(site.bulk.move(any(), any(), any())).thenReturn(none);
    when(site.bulk.delete(any(), any())).thenReturn(none);
    for (String operation : List.of("assign", "priority", "points", "move", "delete")) {
      form.put("operation", operation);
      form.put("value", "3");
      form.put("project", "OPS");
      assertThat(member.post("/issues/", form).statusCode()).as(operation).isEqualTo(302);
    }
    form.put("operation", "odd");
    assertThat(member.post("/issues/", form).statusCode()).isEqualTo(400);
    form.put("operation", "points");
    form.put("value", "many");
    assertThat(member.post("/issues/", form).statusCode()).isEqualTo(400);
    form.put("issue", "x");
    assertThat(member.post("/issues/", form).statusCode()).isEqualTo(400);
    form.put("atl_token", "other");
    assertThat(member.post("/issues/", form).statusCode()).isEqualTo(403);
  }

  @Test
  public void anIssuesPageTakesCommentsWorkAndMoves() throws Exception {
    Map<String, String> form =
        new HashMap<>(Map.of("id", "10000003", "comment", "A word", "atl_token", member.token()));
    assertThat(member.post("/secure/AddComment.jspa", form))
        .satisfies(leadsTo("/jira/browse/DEMO-3"));
    verify(site.comments).add(any(), eq(10_000_003L), eq("A word"));
    form.put("commentId", "7");
    member.post("/secure/EditComment.jspa", form);
    verify(site.comments).change(any(), eq(10_000_003L), eq(7L), eq("A word"));
    member.post("/secure/DeleteComment.jspa", form);
    verify(site.comments).delete(any(), eq(10_000_003L), eq(7L));

    WorkLogs.Draft draft = new WorkLogs.Draft(5_400, Optional.empty(), "A word");
    form.put("timeLogged", "1h 30m");
    member.post("/secure/CreateWorklog.jspa", form);
    verify(site.workLogs).add(any(), eq(10_000_003L), eq(draft));
    form.put("worklogId", "8");
    member.post("/secure/UpdateWorklog.jspa", form);
    verify(site.workLogs).change(any(), eq(10_000_003L), eq(8L), eq(draft));
    member.post("/secure/DeleteWorklog.jspa", form);
    verify(site.workLogs).delete(any(), eq(10_000_003L), eq(8L));
    form.put("timeLogged", "soon");
    assertThat(member.post("/secure/CreateWorklog.jspa", form).statusCode()).isEqualTo(400);
    form.remove("atl_token");
    assertThat(member.post("/secure/MoveIssue.jspa", form).statusCode()).isEqualTo(403);
    assertThat(member.get("/secure/MoveIssue.jspa?id=10000003"))
        .satisfies(leadsTo("/jira/browse/DEMO-3"));
  }

  @Test
  public void anIssuesPageSetsFixVersions() throws Exception {
    Version first = version(71L, "1.0 <beta>");
    Version second = version(72L, "2.0");
    when(site.versions.getVersions(10_000L)).thenReturn(List.of(first, second));
    when(site.versions.getFixVersionsFor(any())).thenReturn(List.of(second));
    assertThat(member.get("/browse/DEMO-3").body())
        .contains("<option value=\"71\">1.0 &lt;beta&gt;</option>")
        .contains("<option value=\"72\" selected>2.0</option>");

    Map<String, String> form =
        new HashMap<>(Map.of("id", "10000003", "fixVersions", "71", "atl_token", member.token()));
    assertThat(member.post("/secure/EditIssue.jspa", form))
        .satisfies(leadsTo("/jira/browse/DEMO-3"));
    verify(site.operations)
        .edit(any(), eq(10_000_003L), eq(Map.of("fixVersions", List.of(Map.of("id", "71")))));
    form.remove("fixVersions");
    member.post("/secure/EditIssue.jspa", form);
    verify(site.operations).edit(any(), eq(10_000_003L), eq(Map.of("fixVersions", List.of())));
    when(site.versions.getVersions(10_000L)).thenReturn(List.of());
    assertThat(member.get("/browse/DEMO-3").body()).doesNotContain("versionsmodule");
  }

  private static Version version(long id, String name) {
    Version version = mock(Version.class);
    when(version.getId()).thenReturn(id);
    when(version.getName()).thenReturn(name);
    return version;
  }

  @Test
  public void commentsAndWorkAreShownEscaped() throws Exception {
    Instant then = Instant.parse("2026-11-22T10:00:00Z");
    when(site.comments.of(any(), any()))
        .thenReturn(List.of(new Comments.Comment(7, null, "A <b>word</b>", then, then)));
    when(site.comments.mayChange(any(), any(), any())).thenReturn(true);
    when(site.workLogs.of(any(), any()))
        .thenReturn(
            List.of(
                new WorkLogs.WorkLog(8, null, "Dug", then, 5_400),
                new WorkLogs.WorkLog(9, null, "", then, 7_200),
                new WorkLogs.WorkLog(10, null, "", then, 59)));
    assertThat(member.get("/browse/DEMO-3").body())
        .contains("A &lt;b&gt;word&lt;/b&gt;", "name=\"commentId\" value=\"7\"")
        .contains("logged 1h 30m", "logged 2h ", "logged 1m")
        .doesNotContain("name=\"worklogId\"");
  }

  @Test
  public void administratorsChangeStatusesResolutionsAndProjects() throws Exception {
    String path = "/secure/admin/ViewStatuses.jspa";
    when(site.siteOperations.statuses())
        .thenReturn(List.of(new SiteOperations.StatusLine("3", "In <Progress>", "done")));
    when(site.siteOperations.categories()).thenReturn(Map.of("done", "Done"));
    when(site.siteOperations.resolutions())
        .thenReturn(
            List.of(
                new SiteOperations.ResolutionLine("1", "Fixed"),
                new SiteOperations.ResolutionLine("2", "Left")));
    when(site.siteOperations.projects())
        .thenReturn(List.of(new SiteOperations.ProjectLine("DEMO", "Demo", 12)));
    assertThat(admin.get(path).body())
        .contains("In &lt;Progress&gt;", "value=\"done\" selected", "Fixed", "<td>12</td>");
    assertThat(member.get(path).statusCode()).isEqualTo(403);

    String token = admin.token();
    admin.post(
        path, Map.of("command", "category", "id", "3", "category", "new", "atl_token", token));
    verify(site.siteOperations).setCategory(any(), eq("3"), eq("new"));
    admin.post(path, Map.of("command", "add-resolution", "name", "New", "atl_token", token));
    verify(site.siteOperations).addResolution(any(), eq("New"));
    admin.post(
        path,
        Map.of("command", "remove-resolution", "id", "1", "replacement", "2", "atl_token", token));
    verify(site.siteOperations).removeResolution(any(), eq("1"), eq("2"));
    admin.post(path, Map.of("command", "delete-project", "key", "DEMO", "atl_token", token));
    verify(site.siteOperations).deleteProject(any(), eq("DEMO"));
    assertThat(admin.post(path, Map.of("command", "odd", "atl_token", token)).statusCode())
        .isEqualTo(400);
    assertThat(admin.post(path, Map.of("command", "category")).statusCode()).isEqualTo(403);
  }

  private static final String WORKFLOWS = "/secure/admin/workflows/ListWorkflows.jspa";

  /** One function on one transition, which shows its argument as markup. */
  private PostFunction offerAFunction() {
    PostFunctions.SetUp setUp =
        new PostFunctions.SetUp(7, 10_000, 51, "fake:note", Map.of("word", "kept"));
    PostFunctions.SetUp orphan = new PostFunctions.SetUp(8, 10_000, 51, "gone:note", Map.of());
    when(site.postFunctions.flows())
        .thenReturn(
            List.of(
                new PostFunctions.Flow(
                    10_000,
                    "Flow <1>",
                    List.of(
                        new PostFunctions.Transition(
                            51, "Finish", "Done", List.of(setUp, orphan))))));
    PostFunction function = mock(PostFunction.class);
    when(function.completeKey()).thenReturn("fake:note");
    when(function.name()).thenReturn("Note & go");
    when(function.description()).thenReturn("Notes");
    when(function.view(any(), any())).thenReturn("<em>kept</em>");
    when(function.fields(any(), any()))
        .thenAnswer(call -> "<input name='word' value='" + call.getArgument(0) + "'>");
    when(function.args(any())).thenReturn(Map.of("word", "typed"));
    when(site.postFunctions.offered()).thenReturn(List.of(function));
    when(site.postFunctions.offered("fake:note")).thenReturn(Optional.of(function));
    when(site.postFunctions.offered("no:such")).thenReturn(Optional.empty());
    when(site.postFunctions.setUp(7)).thenReturn(setUp);
    return function;
  }

  @Test
  public void postFunctionsAreShownAndSetUp() throws Exception {
    PostFunction function = offerAFunction();
    assertThat(admin.get(WORKFLOWS).body())
        .contains("Flow &lt;1&gt;", "Finish", "<em>kept</em>", "Note &amp; go")
        .contains("gone:note", "its add-on is not there")
        .contains("value=\"fake:note\"");
    assertThat(admin.get(WORKFLOWS + "?workflow=10000&transition=51&function=fake:note").body())
        .contains("value='Optional.empty'", "name=\"command\" value=\"add\"", "Notes");
    assertThat(admin.get(WORKFLOWS + "?id=7").body())
        .contains("value='Optional[{word=kept}]'", "name=\"command\" value=\"edit\"");

    Map<String, String> add =
        Map.of(
            "command", "add",
            "workflow", "10000",
            "transition", "51",
            "function", "fake:note",
            "word", "typed",
            "atl_token", admin.token());
    assertThat(admin.post(WORKFLOWS, add)).satisfies(leadsTo("/jira" + WORKFLOWS));
    verify(site.postFunctions).add(10_000, 51, "fake:note", Map.of("word", "typed"));
    admin.post(WORKFLOWS, Map.of("command", "edit", "id", "7", "atl_token", admin.token()));
    verify(site.postFunctions).change(7, Map.of("word", "typed"));
    admin.post(WORKFLOWS, Map.of("command", "delete", "id", "7", "atl_token", admin.token()));
    verify(site.postFunctions).remove(7);
    when(function.args(any())).thenThrow(new IllegalArgumentException("No word"));
    assertThat(admin.post(WORKFLOWS, add).statusCode()).isEqualTo(400);
  }

  @Test
  public void postFunctionsNeedAnAdministratorAndAToken() throws Exception {
    offerAFunction();
    assertThat(member.get(WORKFLOWS).statusCode()).isEqualTo(403);
    assertThat(
            member
                .post(
                    WORKFLOWS, Map.of("command", "delete", "id", "7", "atl_token", member.token()))
                .statusCode())
        .isEqualTo(403);
    assertThat(admin.post(WORKFLOWS, Map.of("command", "delete", "id", "7")).statusCode())
        .isEqualTo(403);
    assertThat(
            admin
                .post(WORKFLOWS, Map.of("command", "odd", "atl_token", admin.token()))
                .statusCode())
        .isEqualTo(400);
    assertThat(admin.get(WORKFLOWS + "?workflow=1&transition=1&function=no:such").statusCode())
        .isEqualTo(404);
  }

  @Test
  public void actionsAreFramedByTheirDecorator() throws Exception {
    String settings = admin.get("/secure/FakeAdmin.jspa").body();
    String general = member.get("/secure/Fake.jspa").body();

    assertThat(settings)
        .contains("<title>Settings &amp; more - Bearings test host</title>")
        .contains("<meta name=\"fake-head\" content=\"here\">")
        .contains("<p>Body of the action</p>")
        .contains("<li class=\"aui-nav-selected\"><a id=\"fake-settings\"");
    assertThat(general).contains("<h1>All objectives</h1>").doesNotContain("fake-settings");
  }

  @Test
  public void whatBreaksIsToldWithoutHalfAPage() throws Exception {
    HttpResponse<String> broken = member.get("/secure/Broken.jspa");
    HttpResponse<String> missing = member.get("/secure/NoSuch.jspa");

    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(broken.body())
        .contains("The action &lt;b&gt;broke&lt;/b&gt;", "reference")
        .doesNotContain("half a page");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("No action /NoSuch.jspa");
    assertThat(member.get("/no/such/page").body()).contains("There is nothing at /jira/no/such");
    assertThat(member.post("/browse/DEMO-3", Map.of()).statusCode()).isEqualTo(405);
  }

  @Test
  public void anAddOnThatDidNotStartIsToldOnEveryPage() throws Exception {
    site.addOn.trouble = Optional.of("The class <x.Y> is missing");

    assertThat(member.get("/secure/Dashboard.jspa").body())
        .contains("The add-on did not start", "The class &lt;x.Y&gt; is missing");
    assertThat(admin.get("/secure/admin/ViewSystemInfo.jspa").body()).contains("not enabled");
  }

  @Test
  public void assetsAreServedAndNothingBesidesThem() throws Exception {
    String page = nobody.get("/login.jsp").body();
    String folder = page.replaceAll("(?s).*href=\"/jira(/static/[^/]+)/host.css.*", "$1");

    HttpResponse<String> css = nobody.get(folder + "/host.css");
    assertThat(css.statusCode()).isEqualTo(200);
    assertThat(css.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
    assertThat(css.headers().firstValue("Cache-Control").orElse("")).contains("max-age");
    assertThat(nobody.get(folder + "/vendor/aui.js").body()).contains("@atlassian/aui");
    for (String not : new String[] {"/none.css", "/../host.css", "/..%2fx.js", "", "/host.class"}) {
      assertThat(nobody.get(folder + not).statusCode()).as(not).isIn(400, 404);
    }
  }

  @Test
  public void aPortInUseIsAnError() {
    int port = Integer.parseInt(site.url().replaceAll(".*:(\\d+)/.*", "$1"));
    InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);

    Assertions.assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> WebServer.bind(new WebServer.Place(taken, "/jira")));
  }

  @Test
  public void theLogTapKeepsWarningsAndErrors() {
    LogTap tap = new LogTap();
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    java.io.PrintStream log = tap.over(new java.io.PrintStream(out, true));

    log.println("2026-03-02 09:30:00.000 [main] INFO io.bearings.A - fine");
    log.println("2026-03-02 09:30:01.000 [http-1] WARN io.bearings.B - careful - really");
    log.println("\tat io.bearings.B.b(B.java:1)");
    for (int i = 0; i < 1_100; i++) {
      log.println("2026-03-02 09:30:02.000 [http-1] ERROR io.bearings.C - " + i);
    }

    assertThat(tap.entries()).hasSize(1_000);
    assertThat(tap.entries().get(999))
        .isEqualTo(new LogTap.Entry("2026-03-02 09:30:02.000", "ERROR", "io.bearings.C", "1099"));
    assertThat(out.toString()).contains("fine", "careful - really");
  }

  private static java.util.function.Consumer<HttpResponse<String>> leadsTo(String path) {
    return answer -> {
      assertThat(answer.statusCode()).isIn(301, 302, 303);
      assertThat(answer.headers().firstValue("Location").orElse(""))
          .satisfiesAnyOf(
              location -> assertThat(location).isEqualTo(path),
              location ->
                  assertThat(location)
                      .isEqualTo(site.url().substring(0, site.url().length() - 5) + path));
    };
  }
}
