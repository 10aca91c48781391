package io.bearings.host.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.version.Version;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bearings.host.jira.Comments;
import io.bearings.host.jira.JiraRefusal;
import io.bearings.host.jira.WorkLogs;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

public class RestTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static TestSite site;

  private Browser nobody;
  private Browser member;

  @BeforeClass
  public static void startTheSite() throws Exception {
    site = TestSite.start(true, 0);
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:rest-test;DB_CLOSE_DELAY=-1");
    when(site.database.separateDataSource()).thenReturn(h2);
  }

  @AfterClass
  public static void stopTheSite() throws Exception {
    site.close();
  }

  @Before
  public void openBrowsers() throws Exception {
    nobody = new Browser(site.url());
    member = new Browser(site.url()).logIn("member");
    site.transitions.clear();
  }

  @Test
  public void tellsWhoOneIs() throws Exception {
    assertThat(json(member.get("/rest/api/2/myself"), 200).path("displayName").asText())
        .isEqualTo("Mona <Member>");
    assertThat(json(nobody.get("/rest/api/2/myself"), 401).path("errorMessages").get(0).asText())
        .isEqualTo("You have to log in first.");
  }

  @Test
  public void listsProjectsAndPeople() throws Exception {
    JsonNode projects = json(member.get("/rest/api/2/project"), 200);
    JsonNode types = json(member.get("/rest/api/2/issue/createmeta/DEMO/issuetypes"), 200);
    assertThat(types.path("values").isArray()).isTrue();
    json(member.get("/rest/api/2/issue/createmeta/NONE/issuetypes"), 404);
    JsonNode people = json(member.get("/rest/api/2/user/picker?query=mem&maxResults=5"), 200);

    assertThat(projects).hasSize(1);
    assertThat(projects.get(0).path("key").asText()).isEqualTo("DEMO");
    assertThat(people.path("users").get(0).path("name").asText()).isEqualTo("member");
    assertThat(people.path("total").asInt()).isEqualTo(1);
    assertThat(json(member.get("/rest/api/2/user/picker?maxResults=1"), 200).path("users"))
        .hasSize(1);
  }

  @Test
  public void administratorsArchiveProjectsAndRemovePeople() throws Exception {
    Browser admin = new Browser(site.url()).logIn("admin");
    String user = "/rest/api/2/user?username=member";
    assertThat(admin.json("PUT", "/rest/api/2/project/DEMO/archive", "{}").statusCode())
        .isEqualTo(204);
    assertThat(admin.json("PUT", user, "{\"active\":false}").statusCode()).isEqualTo(204);
    assertThat(admin.json("DELETE", user, "{}").statusCode()).isEqualTo(204);
    verify(site.siteOperations).archiveProject(any(), eq("DEMO"));
    verify(site.siteOperations).setActive(any(), eq("member"), eq(false));
    verify(site.siteOperations).deleteUser(any(), eq("member"));

    assertThat(admin.json("PUT", user, "{\"displayName\":\"Mo\"}").statusCode()).isEqualTo(204);
    assertThat(admin.json("PUT", "/rest/api/2/project/DEMO", "{\"name\":\"It\"}").statusCode())
        .isEqualTo(204);
    verify(site.siteOperations).renameUser(any(), eq("member"), eq("Mo"));
    verify(site.siteOperations).renameProject(any(), eq("DEMO"), eq("It"));

    json(admin.json("PUT", user, "{\"active\":\"no\"}"), 400);
    json(admin.json("PUT", user, "{\"displayName\":7}"), 400);
    json(admin.json("DELETE", "/rest/api/2/user", "{}"), 400);
    json(admin.json("POST", user, "{}"), 404);
    json(admin.json("PUT", "/rest/api/2/project/DEMO", "{}"), 400);
  }

  @Test
  public void readsAnIssue() throws Exception {
    JsonNode issue = json(member.get("/rest/api/2/issue/DEMO-4"), 200);

    assertThat(issue.path("id").asText()).isEqualTo("10000004");
    assertThat(issue.at("/fields/status/statusCategory/key").asText()).isEqualTo("new");
    assertThat(issue.at("/fields/customfield_10002").asDouble()).isEqualTo(3.0);
    assertThat(issue.at("/fields/created").asText()).isEqualTo("2026-03-02T09:30:00.000+0000");
    assertThat(json(member.get("/rest/api/2/issue/10000004"), 200).path("key").asText())
        .isEqualTo("DEMO-4");
    assertThat(json(member.get("/rest/api/2/issue/SEC-1"), 404).toString())
        .isEqualTo(json(member.get("/rest/api/2/issue/SEC-1"), 404).toString())
        .contains("There is no issue SEC-1");
  }

  @Test
  public void anIssueNamesItsFixVersions() throws Exception {
    Version version = mock(Version.class);
    when(version.getId()).thenReturn(71L);
    when(version.getName()).thenReturn("1.0");
    when(site.versions.getFixVersionsFor(any())).thenReturn(List.of(version));
    JsonNode fields = json(member.get("/rest/api/2/issue/DEMO-4"), 200).path("fields");
    assertThat(fields.at("/fixVersions/0/id").asText()).isEqualTo("71");
    assertThat(fields.at("/fixVersions/0/name").asText()).isEqualTo("1.0");
  }

  @Test
  public void createsEditsAndDeletesIssues() throws Exception {
    Issue made = mock(Issue.class);
    when(made.getId()).thenReturn(7L);
    when(made.getKey()).thenReturn("DEMO-7");
    when(site.operations.create(any(), any())).thenReturn(made);

    JsonNode created =
        json(member.json("POST", "/rest/api/2/issue", "{\"fields\":{\"summary\":\"A\"}}"), 201);
    HttpResponse<String> edited =
        member.json("PUT", "/rest/api/2/issue/DEMO-3", "{\"fields\":{\"customfield_10002\":5}}");
    HttpResponse<String> deleted =
        member.send("DELETE", "/rest/api/2/issue/DEMO-3", "", "X-Atlassian-Token", "no-check");

    assertThat(created.path("key").asText()).isEqualTo("DEMO-7");
    assertThat(edited.statusCode()).isEqualTo(204);
    assertThat(deleted.statusCode()).isEqualTo(204);
    verify(site.operations).create(any(), eq(Map.of("summary", "A")));
    verify(site.operations).edit(any(), eq(10000003L), eq(Map.of("customfield_10002", 5)));
    verify(site.operations).delete(any(), eq(10000003L));
  }

  @Test
  public void refusalsNameTheField() throws Exception {
    doThrow(new JiraRefusal(400, "Too long", Map.of("summary", "Too long")))
        .when(site.operations)
        .edit(any(), eq(10000005L), any());

    JsonNode refused =
        json(
            member.json("PUT", "/rest/api/2/issue/DEMO-5", "{\"fields\":{\"summary\":\"\"}}"), 400);

    assertThat(refused.at("/errors/summary").asText()).isEqualTo("Too long");
    assertThat(refused.path("errorMessages")).isEmpty();
    json(member.json("PUT", "/rest/api/2/issue/DEMO-5", "{\"fields\":3}"), 400);
    json(member.json("PUT", "/rest/api/2/issue/DEMO-5", "[]"), 400);
    json(member.json("PUT", "/rest/api/2/issue/DEMO-5", "{"), 400);
    json(member.json("PUT", "/rest/api/2/issue/DEMO-5", "\"" + "x".repeat(1_000_001) + "\""), 400);
    json(member.json("PATCH", "/rest/api/2/issue/DEMO-5", "{}"), 404);
    json(member.json("POST", "/rest/api/2/issue/DEMO-5/x", "{}"), 404);
  }

  @Test
  public void takesTransitions() throws Exception {
    String path = "/rest/api/2/issue/DEMO-3/transitions";
    JsonNode all = json(member.get(path), 200).path("transitions");

    assertThat(all.get(1).path("id").asText()).isEqualTo("31");
    assertThat(all.get(1).path("hasScreen").asBoolean()).isTrue();
    assertThat(
            member
                .json(
                    "POST",
                    path,
                    "{\"transition\":{\"id\":\"31\"},"
                        + "\"fields\":{\"resolution\":{\"name\":\"Won't Do\"}}}")
                .statusCode())
        .isEqualTo(204);
    assertThat(member.json("POST", path, "{\"transition\":{\"id\":\"21\"}}").statusCode())
        .isEqualTo(204);
    assertThat(site.transitions)
        .containsExactly("member 10000003 31 10001", "member 10000003 21 null");
    assertThat(
            json(
                    member.json(
                        "POST",
                        path,
                        "{\"transition\":{\"id\":\"31\"},"
                            + "\"fields\":{\"resolution\":{\"name\":\"X\"}}}"),
                    400)
                .at("/errors/resolution")
                .asText())
        .contains("There is no resolution");
    json(member.json("POST", path, "{\"transition\":{}}"), 400);
    json(member.json("PUT", path, "{}"), 404);
  }

  @Test
  public void commentsAndWorkLogsOfAnIssue() throws Exception {
    String comment = "/rest/api/2/issue/DEMO-9/comment";
    Instant then = Instant.parse("2026-11-22T10:00:00Z");
    when(site.comments.add(any(), anyLong(), eq("A word"))).thenReturn(7L);
    when(site.comments.of(any(), any()))
        .thenReturn(List.of(new Comments.Comment(7, null, "A word", then, then)));
    JsonNode added = json(member.json("POST", comment, "{\"body\":\"A word\"}"), 201);
    assertThat(added.path("id").asText()).isEqualTo("7");
    assertThat(added.path("created").asText()).isEqualTo("2026-11-22T10:00:00.000+0000");
    assertThat(json(member.get(comment), 200).at("/comments/0/body").asText()).isEqualTo("A word");
    json(member.get(comment + "/7"), 200);
    json(member.get(comment + "/8"), 404);
    json(member.json("PUT", comment + "/7", "{\"body\":\"Other\"}"), 200);
    verify(site.comments).change(any(), anyLong(), eq(7L), eq("Other"));
    assertThat(member.json("DELETE", comment + "/7", "").statusCode()).isEqualTo(204);
    json(member.json("DELETE", comment, ""), 404);
    json(member.json("POST", comment + "/7", "{}"), 404);

    String work = "/rest/api/2/issue/DEMO-9/worklog";
    when(site.workLogs.add(any(), anyLong(), any())).thenReturn(8L);
    when(site.workLogs.of(any(), any()))
        .thenReturn(List.of(new WorkLogs.WorkLog(8, null, "Dug", then, 5_400)));
    json(
        member.json(
            "POST",
            work,
            "{\"timeSpent\":\"1h 30m\",\"comment\":\"Dug\","
                + "\"started\":\"2026-11-22T12:00:00.000+0200\"}"),
        201);
    verify(site.workLogs)
        .add(any(), anyLong(), eq(new WorkLogs.Draft(5_400, Optional.of(then), "Dug")));
    assertThat(json(member.get(work), 200).at("/worklogs/0/timeSpentSeconds").asInt())
        .isEqualTo(5_400);
    json(member.json("PUT", work + "/8", "{\"timeSpentSeconds\":60}"), 200);
    verify(site.workLogs)
        .change(any(), anyLong(), eq(8L), eq(new WorkLogs.Draft(60, Optional.empty(), "")));
    assertThat(member.json("DELETE", work + "/8", "").statusCode()).isEqualTo(204);
    json(member.json("POST", work, "{\"timeSpent\":\"1h\",\"started\":\"now\"}"), 400);
    json(member.get(work + "/9"), 404);
    json(member.json("PATCH", work, "{}"), 404);
    json(member.json("PATCH", work + "/8", "{}"), 404);
    json(member.get("/rest/api/2/issue/DEMO-9/transitions/1"), 404);
  }

  @Test
  public void searchesInPages() throws Exception {
    JsonNode found =
        json(member.get("/rest/api/2/search?jql=project%3DDEMO&startAt=10&maxResults=5"), 200);

    assertThat(found.path("total").asInt()).isEqualTo(120);
    assertThat(found.path("issues")).hasSize(5);
    assertThat(found.path("issues").get(0).path("key").asText()).isEqualTo("DEMO-110");
    assertThat(json(member.get("/rest/api/2/search?maxResults=-1"), 400).at("/errors/maxResults"))
        .isNotNull();
    json(member.json("POST", "/rest/api/2/search", "{}"), 404);
    assertThat(
            json(member.get("/rest/api/2/search?jql=wrong"), 400).at("/errorMessages/0").asText())
        .isEqualTo("There is no such thing.");
  }

  @Test
  public void nothingChangesForARequestThatAnotherSiteCouldHaveMade() throws Exception {
    String path = "/rest/api/2/issue/DEMO-9";
    String body = "{\"fields\":{}}";

    assertThat(member.send("DELETE", path, "").statusCode()).isEqualTo(403);
    assertThat(member.send("PUT", path, body, "Content-Type", "text/plain").statusCode())
        .isEqualTo(403);
    assertThat(
            member
                .send(
                    "PUT",
                    path,
                    body,
                    "Content-Type",
                    "application/json",
                    "Origin",
                    "https://evil.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            member
                .send("PUT", path, body, "Content-Type", "application/json", "Referer", "null")
                .statusCode())
        .isEqualTo(403);
    verify(site.operations, never()).edit(any(), eq(10000009L), any());
    verify(site.operations, never()).delete(any(), eq(10000009L));

    String here = site.url().substring(0, site.url().length() - "/jira".length());
    assertThat(
            member
                .send("PUT", path, body, "Content-Type", "application/json", "Origin", here)
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  public void keepsGadgetsAndTheirPreferences() throws Exception {
    String path = "/rest/dashboards/1.0/gadget";
    JsonNode added =
        json(
            member.json(
                "POST", path, "{\"completeKey\":\"" + FakeAddOn.GADGET + "\",\"column\":1}"),
            201);
    String gadget = path + "/" + added.path("id").asLong();

    assertThat(
            member
                .json("PUT", gadget + "/prefs", "{\"project\":\"DEMO\",\"isConfigured\":\"true\"}")
                .statusCode())
        .isEqualTo(204);
    assertThat(json(member.get(gadget), 200).at("/preferences/project").asText()).isEqualTo("DEMO");
    assertThat(member.get("/secure/Dashboard.jspa").body())
        .contains("{&quot;", "data-module=\"fake/gadget\"", "Configure Progress");
    assertThat(json(member.get(path), 200)).hasSize(1);
    assertThat(json(member.json("PUT", gadget + "/prefs", "{\"n\":3}"), 400).at("/errors/n"))
        .isNotNull();
    json(member.json("POST", path, "{\"completeKey\":\"no:such\"}"), 400);
    json(
        member.json("POST", path, "{\"completeKey\":\"" + FakeAddOn.GADGET + "\",\"column\":3}"),
        400);
    json(member.get(path + "/1"), 404);
    json(new Browser(site.url()).logIn("admin").get(gadget), 404);
    json(member.json("PATCH", gadget, "{}"), 404);
    json(member.json("PUT", path, "{}"), 404);
    assertThat(member.send("DELETE", gadget, "", "X-Atlassian-Token", "no-check").statusCode())
        .isEqualTo(204);
    json(member.get(gadget), 404);
  }

  @Test
  public void theLabReadsDatabaseLogAndHeap() throws Exception {
    String select =
        "select 1 as One, cast('x' as clob) as Text, timestamp '2026-03-02 09:30:00' as At,"
            + " cast(null as int) as Nothing, true as Yes, date '2026-03-02' as Due";
    JsonNode rows = json(lab("/host/sql", select), 200);

    assertThat(rows.get(0).path("one").asInt()).isEqualTo(1);
    assertThat(rows.get(0).path("text").asText()).isEqualTo("x");
    assertThat(rows.get(0).path("nothing").isNull()).isTrue();
    assertThat(rows.get(0).path("yes").asBoolean()).isTrue();
    assertThat(rows.get(0).path("due").asText()).isEqualTo("2026-03-02");
    json(lab("/host/sql", "delete from x"), 400);
    assertThat(json(lab("/host/sql", "select * from no_such"), 400).toString()).contains("NO_SUCH");
    assertThat(lab("/host/clock", "-PT48H").statusCode()).isEqualTo(204);
    assertThat(site.moves).containsExactly(Duration.ofDays(-2));
    json(lab("/host/clock", "yesterday"), 400);
    assertThat(json(lab("/host/gc", ""), 200).path("usedHeap").asLong()).isPositive();
    assertThat(json(nobody.get("/host/log"), 200).isArray()).isTrue();
    assertThat(json(nobody.get("/host/searches"), 200).isArray()).isTrue();
    json(nobody.get("/host/sql"), 404);
    assertThat(lab("/host/jira-software", "").statusCode()).isEqualTo(204);
    assertThat(lab("/host/end-before-event", "").statusCode()).isEqualTo(204);
    assertThat(site.arrivals).hasValue(2);
    json(lab("/host/other", ""), 404);
    json(nobody.send("POST", "/host/gc", ""), 403);
  }

  @Test
  public void withoutTheLabThereIsNone() throws Exception {
    try (TestSite plain = TestSite.start(false, 0)) {
      Browser browser = new Browser(plain.url());

      assertThat(browser.get("/host/log").statusCode()).isEqualTo(404);
      assertThat(browser.get("/login.jsp").headers().firstValue("X-Host-Statements")).isEmpty();
    }
  }

  private HttpResponse<String> lab(String path, String body) throws Exception {
    return nobody.send(
        "POST", path, body, "Content-Type", "text/plain", "X-Atlassian-Token", "no-check");
  }

  private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }
}
