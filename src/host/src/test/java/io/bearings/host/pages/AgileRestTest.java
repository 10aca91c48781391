package io.bearings.host.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.query.Query;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bearings.host.jira.SprintOperations.Draft;
import io.bearings.host.software.Board;
import io.bearings.host.software.SprintData;
import io.bearings.host.software.SprintData.State;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

public class AgileRestTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
  private static TestSite site;

  private Browser member;

  @BeforeClass
  public static void startTheSite() throws Exception {
    site = TestSite.start(false, 0);
    Board board =
        new Board(
            1,
            "DEMO board",
            10000,
            "project = DEMO",
            true,
            Optional.of(10_002L),
            List.of(
                new Board.Column(1, "To Do", List.of("10000")),
                new Board.Column(2, "Done", List.of("10001"))));
    when(site.boards.boards(any())).thenReturn(List.of(board));
    when(site.boards.board(any(), eq(1L))).thenReturn(Optional.of(board));
    when(site.boards.board(any(), eq(9L))).thenReturn(Optional.empty());
    when(site.boards.query(board)).thenReturn(mock(Query.class));
    when(site.boards.sprint(any(), anyLong())).thenReturn(Optional.empty());
    List<SprintData> all =
        List.of(sprint(5, State.CLOSED), sprint(6, State.ACTIVE), sprint(7, State.FUTURE));
    when(site.boards.sprintsOf(1)).thenReturn(all);
    all.forEach(
        each -> when(site.boards.sprint(any(), eq(each.id()))).thenReturn(Optional.of(each)));
    when(site.boards.sprintsOfIssues(1))
        .thenReturn(Map.of(10000003L, List.of(5L, 6L), 10000004L, List.of(5L)));
  }

  private static SprintData sprint(long id, State state) {
    Optional<Instant> began = state == State.FUTURE ? Optional.empty() : Optional.of(MONDAY);
    return new SprintData(
        id,
        1,
        "Sprint " + id,
        "",
        state,
        began,
        began.map(at -> at.plusSeconds(10)),
        began,
        state == State.CLOSED ? Optional.of(MONDAY.plusSeconds(20)) : Optional.empty());
  }

  @AfterClass
  public static void stopTheSite() throws Exception {
    site.close();
  }

  @Before
  public void openBrowser() throws Exception {
    member = new Browser(site.url()).logIn("member");
    clearInvocations(site.sprints);
  }

  private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return JSON.readTree(answer.body());
  }

  private JsonNode get(String path) throws Exception {
    return json(member.get("/rest/agile/1.0" + path), 200);
  }

  @Test
  public void tellsOfBoards() throws Exception {
    assertThat(get("/board").at("/values/0/name").asText()).isEqualTo("DEMO board");
    assertThat(get("/board?projectKeyOrId=DEMO").path("total").asInt()).isEqualTo(1);
    assertThat(get("/board?projectKeyOrId=10000").path("total").asInt()).isEqualTo(1);
    assertThat(get("/board?projectKeyOrId=OPS").path("total").asInt()).isZero();
    assertThat(get("/board/1").path("type").asText()).isEqualTo("scrum");
    JsonNode configuration = get("/board/1/configuration");
    assertThat(configuration.at("/columnConfig/columns/1/statuses/0/id").asText())
        .isEqualTo("10001");
    assertThat(configuration.at("/estimation/field/fieldId").asText())
        .isEqualTo("customfield_10002");
    json(member.get("/rest/agile/1.0/board/9"), 404);
    json(member.get("/rest/agile/1.0/boards"), 404);
    json(new Browser(site.url()).get("/rest/agile/1.0/board"), 401);
  }

  @Test
  public void tellsOfSprintsAndTheirIssues() throws Exception {
    assertThat(get("/board/1/sprint").path("values")).hasSize(3);
    JsonNode active = get("/board/1/sprint?state=active").path("values");
    assertThat(active).hasSize(1);
    assertThat(active.at("/0/activatedDate").asText()).isEqualTo("2026-11-16T09:00:00Z");
    assertThat(active.at("/0/completeDate").isMissingNode()).isTrue();
    assertThat(get("/sprint/5").path("state").asText()).isEqualTo("closed");
    assertThat(get("/sprint/6/issue").at("/issues/0/key").asText()).isEqualTo("DEMO-3");
    assertThat(get("/board/1/issue").path("issues").findValuesAsText("key")).contains("DEMO-3");
    assertThat(get("/board/1/backlog").path("issues").findValuesAsText("key"))
        .contains("DEMO-4")
        .doesNotContain("DEMO-3");
    json(member.get("/rest/agile/1.0/sprint/99"), 404);
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return member.json(method, path, body.replace('\'', '"'));
  }

  @Test
  public void changesSprints() throws Exception {
    SprintData future = sprint(7, State.FUTURE);
    when(site.sprints.create(any(), anyLong(), any())).thenReturn(future);
    when(site.sprints.start(any(), anyLong(), any())).thenReturn(future);
    when(site.sprints.edit(any(), anyLong(), any())).thenReturn(future);
    Draft named = new Draft(Optional.of("A"), Optional.of("B"), Optional.empty(), Optional.empty());

    json(send("POST", "/rest/agile/1.0/sprint", "{'originBoardId':1,'name':'A','goal':'B'}"), 201);
    verify(site.sprints).create(any(), eq(1L), eq(named));
    json(
        send(
            "POST",
            "/rest/agile/1.0/sprint/7",
            "{'state':'active','startDate':'2026-11-16T09:00:00.000Z',"
                + "'endDate':'2026-11-16T11:00:00.000+0100'}"),
        200);
    verify(site.sprints)
        .start(
            any(),
            eq(7L),
            eq(
                new Draft(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(MONDAY),
                    Optional.of(MONDAY.plusSeconds(3600)))));
    json(send("PUT", "/rest/agile/1.0/sprint/6", "{'name':'A','goal':'B'}"), 200);
    verify(site.sprints).edit(any(), eq(6L), eq(named));
    json(send("POST", "/rest/agile/1.0/sprint/6", "{'state':'closed'}"), 200);
    verify(site.sprints).complete(any(), eq(6L), eq(Optional.empty()));
    json(
        send(
            "PUT",
            "/rest/greenhopper/1.0/sprint/6/complete",
            "{'incompleteIssuesDestination':'7'}"),
        200);
    verify(site.sprints).complete(any(), eq(6L), eq(Optional.of(7L)));
    assertThat(
            member
                .send("DELETE", "/rest/agile/1.0/sprint/7", "", "X-Atlassian-Token", "no-check")
                .statusCode())
        .isEqualTo(204);
    verify(site.sprints).delete(any(), eq(7L));
  }

  @Test
  public void movesIssues() throws Exception {
    assertThat(
            send("POST", "/rest/agile/1.0/sprint/7/issue", "{'issues':['DEMO-3','10000004']}")
                .statusCode())
        .isEqualTo(204);
    verify(site.sprints).move(any(), eq(List.of(10000003L, 10000004L)), eq(Optional.of(7L)));
    assertThat(send("POST", "/rest/agile/1.0/backlog/issue", "{'issues':['DEMO-3']}").statusCode())
        .isEqualTo(204);
    verify(site.sprints).move(any(), eq(List.of(10000003L)), eq(Optional.empty()));
  }

  @Test
  public void makesABoard() throws Exception {
    Board made = new Board(3, "Bugs", 1, "project = DEMO", true, Optional.empty(), List.of());
    when(site.boards.create(any(), any(), any(), any())).thenReturn(made);
    JsonNode board =
        json(send("POST", "/rest/agile/1.0/board", "{'name':'Bugs','projectKey':'DEMO'}"), 201);
    assertThat(board.path("id").asInt()).isEqualTo(3);
    verify(site.boards).create(any(), eq("Bugs"), eq("DEMO"), eq(Optional.empty()));
  }

  @Test
  public void whatIsWrongIsNamed() throws Exception {
    json(send("POST", "/rest/agile/1.0/sprint", "{'name':'A'}"), 400);
    json(send("POST", "/rest/agile/1.0/sprint/7", "{'state':'active','endDate':'tomorrow'}"), 400);
    json(send("POST", "/rest/agile/1.0/sprint/5", "{'state':'future'}"), 400);
    json(
        send(
            "PUT",
            "/rest/greenhopper/1.0/sprint/6/complete",
            "{'incompleteIssuesDestination':'next'}"),
        400);
    json(send("POST", "/rest/agile/1.0/backlog/issue", "{'issues':[]}"), 400);
    json(send("POST", "/rest/agile/1.0/backlog/issue", "{'issues':['SEC-1']}"), 404);
    json(send("PATCH", "/rest/agile/1.0/sprint/7", "{}"), 404);
    assertThat(member.send("DELETE", "/rest/agile/1.0/sprint/7", "").statusCode())
        .as("another site could have sent it")
        .isEqualTo(403);
    verifyNoInteractions(site.sprints);
  }
}
