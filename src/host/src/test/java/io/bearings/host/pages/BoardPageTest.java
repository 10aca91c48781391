package io.bearings.host.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.query.Query;
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

public class BoardPageTest {
  private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
  private static TestSite site;

  private Browser member;

  @BeforeClass
  public static void startTheSite() throws Exception {
    site = TestSite.start(false, 0);
  }

  @AfterClass
  public static void stopTheSite() throws Exception {
    site.close();
  }

  @Before
  public void aBoard() throws Exception {
    member = new Browser(site.url()).logIn("member");
    long project = site.projects.get("DEMO").getId();
    Board board =
        new Board(
            1,
            "DEMO board",
            project,
            "project = DEMO",
            true,
            Optional.of(10_002L),
            List.of(
                new Board.Column(1, "To <Do>", List.of("10000")),
                new Board.Column(2, "Done", List.of("10001"))));
    when(site.boards.boards(any())).thenReturn(List.of(board));
    when(site.boards.board(any(), eq(1L))).thenReturn(Optional.of(board));
    when(site.boards.board(any(), eq(9L))).thenReturn(Optional.empty());
    when(site.boards.query(board)).thenReturn(mock(Query.class));
    when(site.boards.sprintsOf(1))
        .thenReturn(List.of(sprint(5, State.CLOSED), sprint(7, State.FUTURE)));
    when(site.boards.sprintsOfIssues(1)).thenReturn(Map.of(10000003L, List.of(5L, 7L)));
  }

  private static SprintData sprint(long id, State state) {
    Optional<Instant> began = state == State.FUTURE ? Optional.empty() : Optional.of(MONDAY);
    return new SprintData(
        id,
        1,
        "Sprint <" + id + ">",
        state == State.ACTIVE ? "Ship & rest" : "",
        state,
        began,
        began.map(at -> at.plusSeconds(10)),
        began,
        Optional.empty());
  }

  private String page(String query) throws Exception {
    HttpResponse<String> answer = member.get("/secure/RapidBoard.jspa?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  @Test
  public void theBacklogHasTheOpenSprintsAndTheRest() throws Exception {
    String html = page("rapidView=1&view=planning");
    assertThat(html)
        .contains(
            "Sprint &lt;7&gt;", "data-start=\"7\"", "Create sprint", "data-name=\"DEMO Sprint 3\"")
        .doesNotContain("Sprint &lt;5&gt;", "Sprint <7>");
    int sprint = html.indexOf("data-sprint=\"7\"");
    int backlog = html.indexOf("data-sprint=\"0\"");
    assertThat(html.indexOf("data-key=\"DEMO-3\"")).isBetween(sprint, backlog);
    assertThat(html.indexOf("data-key=\"DEMO-4\"")).isGreaterThan(backlog);
    assertThat(html).contains("aria-label=\"Move DEMO-3 to another sprint\"");
  }

  @Test
  public void withoutAnActiveSprintTheBoardSaysWhatToDo() throws Exception {
    assertThat(page("rapidView=1")).contains("No sprint is active").doesNotContain("data-complete");
  }

  @Test
  public void theActiveSprintHasAColumnForEachOfTheBoard() throws Exception {
    when(site.boards.sprintsOf(1))
        .thenReturn(List.of(sprint(6, State.ACTIVE), sprint(7, State.FUTURE)));
    when(site.boards.sprintsOfIssues(1)).thenReturn(Map.of(10000003L, List.of(6L)));
    String html = page("rapidView=1");
    assertThat(html)
        .contains(
            "To &lt;Do&gt;",
            "data-statuses=\"10001\"",
            "data-complete=\"6\"",
            "data-transition=\"DEMO-3\"",
            "Ship &amp; rest",
            "<option value=\"7\">Sprint &lt;7&gt;</option>")
        .doesNotContain("data-transition=\"DEMO-4\"");
    assertThat(page("rapidView=1&view=planning"))
        .as("only one sprint at a time")
        .containsPattern("data-start=\"7\"[^>]* disabled");
  }

  @Test
  public void itsMenuHasTheItemsOfAddOns() throws Exception {
    assertThat(page("rapidView=1"))
        .contains("id=\"fake-board\"", "/secure/Fake.jspa?board=1", "Alignment &lt;b&gt;");
  }

  @Test
  public void theDetailsOfAnIssueBringThePanelsAndNoPage() throws Exception {
    HttpResponse<String> answer = member.get("/host/board-detail/DEMO-3");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("DEMO-3", "id=\"fake-detail-panel\"", "Detail of DEMO-3", "data-close-detail")
        .doesNotContain("<html", "<script", "<link");
    assertThat(member.get("/host/board-detail/NONE-1").statusCode()).isEqualTo(404);
  }

  @Test
  public void theProjectsSidebarLeadsToIt() throws Exception {
    String html = member.get("/projects/DEMO").body();
    assertThat(html)
        .contains("/secure/RapidBoard.jspa?rapidView=1&amp;view=planning", "Active sprints");
  }

  @Test
  public void aBoardThatIsNotThereIsNotFound() throws Exception {
    assertThat(member.get("/secure/RapidBoard.jspa?rapidView=9").statusCode()).isEqualTo(404);
    assertThat(member.get("/secure/RapidBoard.jspa").statusCode()).isEqualTo(400);
    assertThat(new Browser(site.url()).get("/secure/RapidBoard.jspa?rapidView=1").statusCode())
        .as("log in first")
        .isEqualTo(302);
  }
}
