package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.KEY_RESULT;
import static io.bearings.rest.Site.OBJECTIVE;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.flow.Boards;
import io.bearings.flow.Boards.BoardSprint;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.Okrs;
import io.bearings.okr.Refusal;
import io.bearings.progress.BoardWork;
import io.bearings.progress.IssueText;
import io.bearings.progress.SprintAlignment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class BoardsResourceTest {
  private final Site site = new Site();
  private final BoardWork work = mock(BoardWork.class);
  private final BoardsResource resource = new BoardsResource(site.answers, work);

  @Test
  public void offersTheBoardsThatOneMaySee() {
    when(work.hasSoftware()).thenReturn(true);
    when(work.offered(ANNA, "te"))
        .thenReturn(
            List.of(new Boards.Board(7, "Team <b>", true), new Boards.Board(8, "Te", false)));
    assertThat(json(resource.offered(" te ")))
        .isEqualTo(
            json(
                "{'software':true,'boards':[{'id':7,'name':'Team <b>'},{'id':8,'name':'Te'}],"
                    + "'total':2}"));
    when(work.offered(ANNA, ""))
        .thenReturn(Collections.nCopies(60, new Boards.Board(7, "Many", true)));
    assertThat(json(resource.offered("")).get("boards")).hasSize(BoardsResource.MOST);
    assertThat(json(resource.offered("")).get("total").asInt()).isEqualTo(60);
  }

  @Test
  public void tellsWhatASprintServes() {
    SprintAlignment alignment =
        SprintAlignment.of(
            List.of(issue(1, Set.of(KEY_RESULT.id())), issue(2, Set.of())), Set.of());
    when(work.of(ANNA, 7))
        .thenReturn(
            new BoardWork.OfBoard(
                new Boards.Board(7, "Team <b>", true),
                List.of(new BoardWork.BoardUnit(Site.TEAM, false)),
                true,
                List.of(
                    new BoardWork.ActiveSprint(
                        new BoardSprint(
                            12,
                            Optional.of(7L),
                            "Sprint 12",
                            BoardSprint.State.ACTIVE,
                            Optional.of(Instant.parse("2026-11-16T09:00:00Z")),
                            Optional.empty(),
                            Optional.empty()),
                        alignment,
                        List.of(
                            new BoardWork.Served(
                                KEY_RESULT,
                                Okrs.placed(OBJECTIVE),
                                alignment.serves().get(KEY_RESULT.id()))),
                        2))));

    assertThat(json(resource.one("7")))
        .isEqualTo(
            json(
                "{'id':7,'name':'Team <b>','scrum':true,'units':[{'id':3,'name':'Team',"
                    + "'mayManage':false}],'mayAttach':true,'sprints':[{'id':12,'name':'Sprint 12',"
                    + "'start':'2026-11-16T09:00:00Z','end':null,'notEstimated':false,"
                    + "'whole':{'issues':2,'done':0,'points':6.0,'donePoints':0.0,"
                    + "'unestimated':0,'share':1.0},"
                    + "'none':{'issues':1,'done':0,'points':3.0,'donePoints':0.0,"
                    + "'unestimated':0,'share':0.5},"
                    + "'serves':[{'id':34,'key':'KR-34','title':'Fewer alarms',"
                    + "'objectiveKey':'O-12','objectiveTitle':'<b>Calm</b> nights','unitId':3,"
                    + "'part':{'issues':1,'done':0,'points':3.0,'donePoints':0.0,"
                    + "'unestimated':0,'share':0.5}}],"
                    + "'hidden':2,'outOfScope':0}]}"));
  }

  private static SprintAlignment.InSprint issue(long id, Set<Long> keyResultIds) {
    return new SprintAlignment.InSprint(
        id,
        StatusCategory.TO_DO,
        Optional.empty(),
        Optional.of(BigDecimal.valueOf(3)),
        false,
        keyResultIds);
  }

  @Test
  public void listsWhatServesNothing() {
    when(work.unserved(ANNA, 7, 12, 50))
        .thenReturn(
            new BoardWork.Unserved(
                List.of(new IssueText(1, "DEMO-1", "One", "To Do", Optional.empty())),
                4,
                60,
                Optional.empty()));

    assertThat(json(resource.unserved("7", "12", "50")))
        .isEqualTo(
            json(
                "{'issues':[{'key':'DEMO-1','title':'One','status':'To Do'}],'hidden':4,"
                    + "'total':60,'next':null}"));
  }

  @Test
  public void readsWhatIsNotKnownYet() {
    when(work.read(ANNA, 7, 12)).thenReturn(new BoardWork.Reading(100, 3));

    assertThat(json(resource.read("7", "12"))).isEqualTo(json("{'read':100,'unread':3}"));
    assertThat(resource.read("7", "x").getStatus()).isEqualTo(404);
  }

  @Test
  public void refusesWhatIsNoBoard() {
    when(work.of(ANNA, 8)).thenThrow(new Refusal.NotFound("8"));

    assertThat(resource.one("8").getStatus()).isEqualTo(404);
    assertThat(resource.one("x").getStatus()).isEqualTo(404);
    assertThat(resource.unserved("7", "x", "0").getStatus()).isEqualTo(404);
    assertThat(resource.unserved("7", "12", "many").getStatus()).isEqualTo(400);
  }
}
