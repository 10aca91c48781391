package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.okr.Refusal;
import io.bearings.review.CauseKind;
import io.bearings.review.Concluding;
import io.bearings.review.Facilitating;
import io.bearings.review.Meeting;
import io.bearings.review.MeetingNote;
import io.bearings.review.MeetingState;
import io.bearings.review.MeetingStep;
import io.bearings.review.Verdict;
import io.bearings.review.VoteTopic;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class MeetingsResourceTest {
  private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
  private static final VoteTopic CAUSE = new VoteTopic.OfCause(12, CauseKind.WRONG_DRIVER);
  private static final VoteTopic NOTE = new VoteTopic.OfNote(5);

  private static final Verdict.Draft SAYS =
      new Verdict.Draft(Verdict.Decision.CHANGE, "Ask customers first");
  private static final Verdict VERDICT =
      new Verdict(12, 3, 7, SAYS, new Verdict.Written("lea", NOW), 2);
  private static final String SAID =
      "{'objectiveId':12,'decision':'CHANGE','learning':'Ask customers first',"
          + "'by':{'key':'lea','name':'Name lea'},'at':'2026-10-01T08:00:00Z','version':2}";
  private static final String DECIDES =
      "{\"version\":1,\"decision\":\"CHANGE\",\"learning\":\"Ask customers first\"}";

  private final Site site = new Site();
  private final Facilitating facilitating = mock(Facilitating.class);
  private final Concluding concluding = mock(Concluding.class);
  private final MeetingsResource resource =
      new MeetingsResource(site.answers, site.writes, facilitating, concluding, site.people);

  private static MeetingState state() {
    return new MeetingState(
        new Meeting(
            Optional.of(new Meeting.Turn(MeetingStep.DECIDE, NOW.minusSeconds(1260), 20, "lea")),
            4),
        NOW,
        new MeetingState.May(true, true),
        List.of(
            new MeetingState.Shown(
                new MeetingNote(5, 3, 7, Optional.of(12L), "<b>", "carl", NOW, false),
                false,
                true)),
        0,
        List.of(
            new MeetingState.Counted(CAUSE, Optional.of(3), 1),
            new MeetingState.Counted(NOTE, Optional.of(1), 0)),
        1,
        2,
        List.of(VERDICT),
        Optional.of("Luck"));
  }

  @Test
  public void showsTheMeetingWithoutNames() {
    when(facilitating.of(ANNA, 3, 7)).thenReturn(state());
    Response response = resource.one("3", "7");
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(json(response))
        .isEqualTo(
            json(
                "{'version':4,'step':'DECIDE','minutes':20,'secondsLeft':-60,"
                    + "'by':{'key':'lea','name':'Name lea'},'may':['RUN','WRITE'],'agenda':["
                    + "{'step':'LOOK','minutes':10},{'step':'WRITE','minutes':10},"
                    + "{'step':'SHARE','minutes':15},{'step':'VOTE','minutes':5},"
                    + "{'step':'DECIDE','minutes':20},{'step':'OVER','minutes':0}],"
                    + "'takesNotes':true,'silent':false,'notes':[{'id':5,'objectiveId':12,"
                    + "'text':'<b>','mine':false,'removable':true}],'hiddenNotes':0,"
                    + "'takesVotes':false,'votes':[{'noteId':null,'objectiveId':12,"
                    + "'cause':'WRONG_DRIVER','count':3,'mine':1},{'noteId':5,"
                    + "'objectiveId':null,'cause':null,'count':1,'mine':0}],'votesEach':3,"
                    + "'votesLeft':1,'voters':2,'stillLose':'Luck','verdicts':["
                    + SAID
                    + "]}"));
  }

  @Test
  public void beforeItBeginsThereIsNoStep() {
    when(facilitating.of(ANNA, 3, 7))
        .thenReturn(
            new MeetingState(
                Meeting.NONE,
                NOW,
                new MeetingState.May(false, false),
                List.of(),
                0,
                List.of(),
                3,
                0,
                List.of(),
                Optional.empty()));
    assertThat(json(resource.one("3", "7")).get("step").isNull()).isTrue();
    assertThat(json(resource.one("3", "7")).get("secondsLeft").isNull()).isTrue();
    assertThat(json(resource.one("3", "7")).get("may").size()).isZero();
    when(facilitating.of(ANNA, 4, 7)).thenThrow(new Refusal.NotFound("4"));
    assertThat(resource.one("4", "7").getStatus()).isEqualTo(404);
    assertThat(resource.one("x", "7").getStatus()).isEqualTo(404);
  }

  @Test
  public void goesToAStep() {
    when(facilitating.turn(ANNA, 3, 7, 3, MeetingStep.DECIDE, Optional.of(25))).thenReturn(state());
    Response response =
        resource.turn(
            Site.request(), "3", "7", "{\"version\":3,\"step\":\"DECIDE\",\"minutes\":25}");
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getEntityTag().getValue()).isEqualTo("4");
  }

  @Test
  public void saysWhereTheMeetingIsWhenSomebodyElseWentOn() {
    when(facilitating.of(ANNA, 3, 7)).thenReturn(state());
    when(facilitating.turn(ANNA, 3, 7, 3, MeetingStep.DECIDE, Optional.empty()))
        .thenThrow(new Refusal.Conflict("Mobile, Q4", 4, "Lea"));
    Response response =
        resource.turn(Site.request(), "3", "7", "{\"version\":3,\"step\":\"DECIDE\"}");
    assertThat(response.getStatus()).isEqualTo(409);
    assertThat(json(response).at("/current/version").asInt()).isEqualTo(4);
  }

  @Test
  public void refusesWhatItDoesNotKnow() {
    assertThat(resource.turn(Site.request(), "3", "7", "{\"step\":\"DANCE\"}").getStatus())
        .isEqualTo(400);
    assertThat(resource.write(Site.request(), "3", "7", "{\"body\":\"x\"}").getStatus())
        .isEqualTo(400);
    assertThat(json(resource.vote(Site.request(), "3", "7", "{}")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'noteId':'exactlyOne'}}"));
    assertThat(json(resource.vote(Site.request(), "3", "7", "{\"objectiveId\":12}")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'cause':'required'}}"));
    verifyNoInteractions(facilitating);
  }

  @Test
  public void writesAndRemovesNotes() {
    when(facilitating.write(ANNA, 3, 7, Optional.of(12L), "x")).thenReturn(state());
    when(facilitating.remove(ANNA, 3, 7, 5)).thenReturn(state());
    when(facilitating.restore(ANNA, 3, 7, 5)).thenReturn(state());
    assertThat(
            resource
                .write(Site.request(), "3", "7", "{\"text\":\"x\",\"objectiveId\":12}")
                .getStatus())
        .isEqualTo(201);
    assertThat(resource.remove(Site.request(), "3", "7", "5").getStatus()).isEqualTo(200);
    assertThat(resource.restore(Site.request(), "3", "7", "5").getStatus()).isEqualTo(200);
  }

  @Test
  public void votes() {
    when(facilitating.vote(ANNA, 3, 7, CAUSE)).thenReturn(state());
    when(facilitating.takeBack(ANNA, 3, 7, NOTE)).thenReturn(state());
    assertThat(
            resource
                .vote(Site.request(), "3", "7", "{\"objectiveId\":12,\"cause\":\"WRONG_DRIVER\"}")
                .getStatus())
        .isEqualTo(200);
    assertThat(resource.takeBack(Site.request(), "3", "7", "{\"noteId\":5}").getStatus())
        .isEqualTo(200);
  }

  @Test
  public void saysWhatIsDecided() {
    when(concluding.decide(ANNA, 3, 7, 12, 1, SAYS)).thenReturn(VERDICT);
    Response response = resource.decide(Site.request(), "3", "7", "12", DECIDES);
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(json(response)).isEqualTo(json(SAID));
    assertThat(
            json(resource.decide(Site.request(), "3", "7", "12", "{\"version\":0}"))
                .at("/errors/decision")
                .asText())
        .isEqualTo("required");
  }

  @Test
  public void saysWhatSomebodyElseDecidedMeanwhile() {
    when(concluding.decide(ANNA, 3, 7, 12, 1, SAYS))
        .thenThrow(new Refusal.Conflict("O-12", 2, "Lea"));
    when(concluding.verdict(ANNA, 3, 7, 12)).thenReturn(Optional.of(VERDICT));
    Response response = resource.decide(Site.request(), "3", "7", "12", DECIDES);
    assertThat(response.getStatus()).isEqualTo(409);
    assertThat(json(response).get("current")).isEqualTo(json(SAID));
  }

  @Test
  public void takesADecisionBack() {
    when(facilitating.of(ANNA, 3, 7)).thenReturn(state());
    assertThat(resource.withdraw(Site.request(), "3", "7", "12", "{\"version\":2}").getStatus())
        .isEqualTo(200);
    verify(concluding).withdraw(ANNA, 3, 7, 12, 2);
    doThrow(new Refusal.Conflict("O-12", 0, "")).when(concluding).withdraw(ANNA, 3, 7, 12, 2);
    Response gone = resource.withdraw(Site.request(), "3", "7", "12", "{\"version\":2}");
    assertThat(gone.getStatus()).isEqualTo(409);
    assertThat(json(gone).at("/current/version").asInt()).isZero();
  }
}
