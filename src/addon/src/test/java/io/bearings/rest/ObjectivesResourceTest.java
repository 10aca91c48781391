package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.KEY_RESULT;
import static io.bearings.rest.Site.OBJECTIVE;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.okr.Change;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.Message;
import io.bearings.okr.NewChange;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives;
import io.bearings.okr.Okrs;
import io.bearings.okr.Refusal;
import io.bearings.okr.ScoreChange;
import io.bearings.okr.Tag;
import io.bearings.okr.WeightBy;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class ObjectivesResourceTest {
  static final String KEY_RESULT_JSON =
      "{'id':34,'key':'KR-34','objectiveId':12,'title':'Fewer alarms','weight':2.5,"
          + "'weightBy':'ISSUES','alignedShare':true,'version':2,'score':0.3333333333333333,"
          + "'ratio':0.3333333333333333,'issues':3,'toDo':2,'inProgress':0,'done':1,"
          + "'outOfScope':4,'imputed':0,'mostlyNotEstimated':false,'doneWeight':1.0,"
          + "'totalWeight':3.0}";
  static final String EMPTY_JSON =
      "{'id':35,'key':'KR-35','objectiveId':12,'title':'Nothing yet','weight':0,"
          + "'weightBy':'POINTS','alignedShare':true,'version':1,'score':null,'ratio':null,'issues':0,'toDo':0,"
          + "'inProgress':0,'done':0,'outOfScope':0,'imputed':0,'mostlyNotEstimated':false,"
          + "'doneWeight':0.0,'totalWeight':0.0}";
  static final String OBJECTIVE_JSON =
      "{'id':12,'key':'O-12','title':'<b>Calm</b> nights','why':'why',"
          + "'owner':{'key':'anna','name':'Name anna'},'version':3,'score':0.3333333333333333,"
          + "'coverage':1.0,'keyResults':["
          + KEY_RESULT_JSON
          + ","
          + EMPTY_JSON
          + "]}";

  private final Site site = new Site();
  private final ObjectivesResource resource =
      new ObjectivesResource(
          site.answers,
          site.writes,
          site.planning,
          site.keyResultPlanning,
          site.aligning,
          site.history,
          site.teams,
          site.overview,
          site.people);

  @Test
  public void listsTheObjectivesOfAProject() {
    Response response = resource.list(Site.query("project", "DEMO"), Site.unseen());
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getHeaderString("Cache-Control")).contains("no-store");
    assertThat(response.getMediaType().toString()).isEqualTo("application/json");
    assertPart(
        json(response),
        json(
            "{'projectKey':'DEMO','projectName':'Mobile app','mayEdit':true,'objectives':["
                + OBJECTIVE_JSON
                + "]}"));
  }

  @Test
  public void sendsAProjectAgainOnlyWhenItsAnswerIsAnotherOne() {
    Response first = resource.list(Site.query("project", "DEMO"), Site.unseen());
    EntityTag tag = first.getEntityTag();
    assertThat(tag.isWeak()).isTrue();
    Response same = resource.list(Site.query("project", "DEMO"), Site.seen(tag));
    assertThat(same.getStatus()).isEqualTo(304);
    assertThat(same.hasEntity()).isFalse();
    assertThat(same.getHeaderString("Cache-Control")).contains("no-store");

    when(site.objectives.find(any(), any())).thenReturn(List.of());
    Response other = resource.list(Site.query("project", "DEMO"), Site.seen(tag));
    assertThat(other.getStatus()).isEqualTo(200);
    assertThat(other.getEntityTag()).isNotEqualTo(tag);
    assertThat(json(other).get("objectives")).isEmpty();
  }

  @Test
  public void aTagOpensNoProjectThatOneMayNoLongerBrowse() {
    EntityTag tag = resource.list(Site.query("project", "DEMO"), Site.unseen()).getEntityTag();
    when(site.access.project(ANNA, "DEMO")).thenReturn(Optional.empty());
    assertThat(resource.list(Site.query("project", "DEMO"), Site.seen(tag)).getStatus())
        .isEqualTo(404);
  }

  @Test
  public void listsObjectivesPageByPage() {
    Response response =
        resource.list(Site.query("unit", "3", "limit", "1", "q", "calm"), Site.unseen());
    assertPart(json(response), json("{'objectives':[" + OBJECTIVE_JSON + "],'next':null}"));
    Objectives.Wanted first =
        new Objectives.Wanted(
            Optional.of(List.of(3L)),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "calm",
            0,
            2);
    verify(site.objectives).find(first, ANNA);
    when(site.objectives.find(any(), any()))
        .thenReturn(List.of(Okrs.placed(OBJECTIVE), Okrs.placed(OBJECTIVE)));
    assertThat(
            json(resource.list(Site.query("limit", "1", "cycle", "backlog"), Site.unseen()))
                .get("next")
                .asText())
        .isEqualTo("12");
  }

  @Test
  public void leavesOutWhatOneMayNotReadAsSoonAsOneAsksForIt() {
    when(site.objectives.find(any(), any())).thenReturn(List.of(Site.SECRET));
    assertThat(json(resource.list(Site.query("cycle", "backlog"), Site.unseen())).get("objectives"))
        .hasSize(1);
    for (String parameter : List.of("label", "owner", "q")) {
      assertThat(
              json(resource.list(Site.query(parameter, "bert"), Site.unseen())).get("objectives"))
          .isEmpty();
    }
    assertThat(json(resource.list(Site.query("state", "ACTIVE"), Site.unseen())).get("objectives"))
        .isEmpty();
  }

  @Test
  public void saysOfWhatOneMayNotReadOnlyWhereAndHowItStands() {
    when(site.objectives.find(any(), any())).thenReturn(List.of(Site.SECRET));
    when(site.objectives.keyResultsOf(any()))
        .thenReturn(List.of(Okrs.keyResult(36, 13, "Hidden", BigDecimal.ONE, WeightBy.ISSUES, 1)));
    assertThat(
            json(resource.list(Site.query("cycle", "backlog"), Site.unseen()))
                .get("objectives")
                .get(0))
        .isEqualTo(
            json(
                "{'id':13,'key':'O-13','title':null,'titleHidden':true,'why':null,'owner':null,"
                    + "'unit':{'id':5,'name':'Read'},'cycle':null,'kind':null,'state':null,"
                    + "'stateReason':null,'visibility':null,'confidence':null,"
                    + "'activatedOn':null,'reviewOn':null,'labels':[],'fields':{},'projects':[],"
                    + "'contributingUnits':[],'archived':false,'version':0,'score':null,"
                    + "'coverage':null,'expected':null,'pace':null,'status':'NO_DATA','flags':[],"
                    + "'cappedBy':[],'outcomeNotMeasured':false,'successLevel':null,"
                    + "'followed':false,'may':[],'parents':[],'keyResults':[]}"));
  }

  @Test
  public void theEndOfAPageDoesNotTellOfWhatOneMayNotRead() {
    when(site.objectives.find(any(), any()))
        .thenReturn(List.of(Site.SECRET, Site.SECRET))
        .thenReturn(List.of(Okrs.placed(OBJECTIVE)));
    JsonNode answer = json(resource.list(Site.query("limit", "1", "q", "calm"), Site.unseen()));
    assertThat(answer.get("objectives")).hasSize(1);
    assertThat(answer.get("next").isNull()).isTrue();
  }

  @Test
  public void namesParametersThatCannotBe() {
    assertThat(json(resource.list(Site.query("unit", "x"), Site.unseen())))
        .isEqualTo(json("{'errorMessages':[],'errors':{'unit':'noId'}}"));
    assertThat(json(resource.list(Site.query("state", "OPEN"), Site.unseen())))
        .isEqualTo(
            json(
                "{'errorMessages':[],'errors':{'state':"
                    + "'noWord[DRAFT, ACTIVE, CLOSED, ABANDONED]'}}"));
    assertThat(json(resource.list(Site.query("limit", "all", "page", "2"), Site.unseen())))
        .isEqualTo(json("{'errorMessages':[],'errors':{'page':'unknownField'}}"));
    assertThat(resource.list(Site.query("unit", "99"), Site.unseen()).getStatus()).isEqualTo(404);
    assertThat(resource.list(Site.query("cursor", "x"), Site.unseen()).getStatus()).isEqualTo(400);
  }

  @Test
  public void answers404ForWhatOneMayNotSeeAsForWhatIsNotThere() {
    assertThat(resource.list(Site.query("project", "SEC"), Site.unseen()).getStatus())
        .isEqualTo(404);
    assertThat(json(resource.list(Site.query("project", "SEC"), Site.unseen())))
        .isEqualTo(json("{'errorMessages':['notFound[SEC]'],'errors':{}}"));
    assertThat(resource.one("99").getStatus()).isEqualTo(404);
    assertThat(resource.one("O-12").getStatus()).isEqualTo(404);
    when(site.standpoints.of(ANNA)).thenReturn(Okrs.standpoint(ANNA));
    assertThat(json(resource.one("12")))
        .isEqualTo(json("{'errorMessages':['notFound[O-12]'],'errors':{}}"));
  }

  @Test
  public void showsOneObjective() {
    assertPart(json(resource.one("12")), json(OBJECTIVE_JSON));
  }

  @Test
  public void namesWhoChangedWhat() {
    NewChange what =
        new NewChange(
            12,
            Optional.of(34L),
            "target",
            Optional.of("90"),
            Optional.of("82"),
            Optional.empty(),
            ScoreChange.MOVED_GOALPOST,
            Tag.MANUAL,
            new NewChange.Scores(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    when(site.changes.ofObjective(eq(12L), anyLong(), anyInt()))
        .thenReturn(
            List.of(
                new Change(
                    7, what, "bert", Instant.parse("2026-11-01T09:00:00Z"), Optional.empty())));
    assertPart(
        json(resource.history("12", null, "50")),
        json(
            "{'changes':[{'id':7,'keyResultKey':'KR-34','field':'target','from':'90','to':'82',"
                + "'by':{'key':'bert','name':'Name bert'},'at':'2026-11-01T09:00:00Z',"
                + "'label':'MOVED_GOALPOST'}],'next':null}"));
  }

  @Test
  public void createsAnObjective() {
    when(site.objectives.add(any(NewObjective.class), any(), any())).thenReturn(OBJECTIVE);
    Response response =
        resource.create(
            Site.request(),
            """
            {"projectKey":"DEMO","title":" Calm ","why":"why",
             "keyResults":[{"title":"A","weight":0.5,"weightBy":"POINTS"},{"title":"B"}]}
            """);
    assertThat(response.getStatus()).isEqualTo(201);
    assertPart(json(response), json(OBJECTIVE_JSON));
    verify(site.objectives)
        .add(
            eq(
                new NewObjective(
                    3, Optional.empty(), ObjectiveContent.of("Calm", "why", "anna"), Life.DRAFT)),
            eq(List.of(draft("A", "0.5", WeightBy.POINTS), draft("B", "1", WeightBy.ISSUES))),
            any());
  }

  @Test
  public void namesEveryFieldThatIsWrong() {
    Response response =
        resource.create(
            Site.request(),
            "{\"projectKey\":\"DEMO\",\"title\":\""
                + "x".repeat(300)
                + "\",\"ownerKey\":\"nobody\",\"keyResults\":[{\"title\":\"\",\"weight\":-1}]}");
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(json(response))
        .isEqualTo(
            json(
                "{'errorMessages':[],'errors':{'title':'tooLong[255, 300]',"
                    + "'keyResults[0].title':'required','keyResults[0].weight':'negative',"
                    + "'ownerKey':'noSuchPerson[nobody]'}}"));
    nothingWritten();
  }

  @Test
  public void namesFieldsThatItDoesNotKnow() {
    Response response =
        resource.create(
            Site.request(),
            "{\"projectKey\":\"DEMO\",\"title\":\"t\",\"cycle\":1,\"keyResults\":[{\"aim\":2}]}");
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(json(response))
        .isEqualTo(
            json(
                "{'errorMessages':[],'errors':{'cycle':'unknownField',"
                    + "'keyResults[0].aim':'unknownField'}}"));
    nothingWritten();
  }

  @Test
  public void refusesABodyThatIsNoJson() {
    Response response = resource.create(Site.request(), "{title");
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(json(response).get("errorMessages").get(0).asText()).startsWith("noJson[1, ");
    assertThat(resource.create(Site.request(), "").getStatus()).isEqualTo(400);
    assertThat(resource.create(Site.request(), "{\"title\":\"t\"}").getStatus()).isEqualTo(400);
    nothingWritten();
  }

  @Test
  public void savesAnObjective() {
    when(site.objectives.change(any(Objective.class), any(), any(), any(), any()))
        .thenReturn(Optional.of(OBJECTIVE));
    Response response =
        resource.edit(Site.request(), "12", "{\"version\":3,\"title\":\"New\",\"why\":\"Why\"}");
    assertThat(response.getStatus()).isEqualTo(200);
    assertPart(json(response), json(OBJECTIVE_JSON));
    verify(site.objectives)
        .change(
            eq(OBJECTIVE.with(ObjectiveContent.of("New", "Why", "anna"))),
            eq(Set.of("title", "why")),
            eq(List.of()),
            eq(List.of()),
            any());
  }

  @Test
  public void showsWhatSomebodyElseSavedMeanwhile() {
    when(site.objectives.change(any(Objective.class), any(), any(), any(), any()))
        .thenReturn(Optional.empty());
    Response response = resource.edit(Site.request(), "12", "{\"version\":2,\"title\":\"New\"}");
    assertThat(response.getStatus()).isEqualTo(409);
    assertPart(
        json(response),
        json(
            "{'errorMessages':['conflict[O-12, Name bert]'],'errors':{},"
                + "'changed':['title'],'current':"
                + OBJECTIVE_JSON
                + "}"));
  }

  @Test
  public void asksForTheVersionThatWasSeen() {
    Response response = resource.edit(Site.request(), "12", "{\"title\":\"New\"}");
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(json(response))
        .isEqualTo(json("{'errorMessages':[],'errors':{'version':'required'}}"));
    nothingWritten();
  }

  @Test
  public void addsAKeyResult() {
    when(site.objectives.add(anyLong(), any(), any())).thenReturn(KEY_RESULT);
    Response response = resource.addKeyResult(Site.request(), "12", "{\"title\":\"Fewer alarms\"}");
    assertThat(response.getStatus()).isEqualTo(201);
    assertPart(json(response), json(KEY_RESULT_JSON));
    assertThat(resource.addKeyResult(Site.request(), "99", "{\"title\":\"t\"}").getStatus())
        .isEqualTo(404);
    assertThat(
            json(
                resource.addKeyResult(
                    Site.request(), "12", "{\"title\":\"t\",\"weightBy\":\"KILOS\"}")))
        .isEqualTo(
            json(
                "{'errorMessages':[],'errors':{'weightBy':"
                    + "'noWord[ISSUES, POINTS, ESTIMATE, customfield_10010]'}}"));
    assertThat(
            json(
                resource.addKeyResult(
                    Site.request(), "12", "{\"title\":\"t\",\"weightBy\":\"customfield_9\"}")))
        .isEqualTo(
            json("{'errorMessages':[],'errors':{'weightBy':'noNumberField[customfield_9]'}}"));
  }

  @Test
  public void makesNoTeamForADraftThatIsRefused() {
    when(site.standpoints.of(ANNA)).thenReturn(Okrs.standpoint(ANNA, Set.of(100L), Set.of(100L)));
    Response response =
        resource.create(Site.request(), "{\"projectKey\":\"DEMO\",\"title\":\" \"}");
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(json(response))
        .isEqualTo(json("{'errorMessages':[],'errors':{'title':'required'}}"));
    verify(site.units, never()).add(any(), any());
    nothingWritten();
  }

  @Test
  public void answers403ToThoseWhoMayOnlyRead() {
    when(site.objectives.placed(12, ANNA))
        .thenReturn(Optional.of(Okrs.placed(Okrs.objective(12, 3, "T", "", "bert", 3))));
    when(site.standpoints.of(ANNA))
        .thenReturn(
            Okrs.standpoint(
                ANNA, Set.of(100L), Set.of(), Okrs.team(3, "Team", Optional.empty(), 100L)));
    assertThat(
            resource
                .create(Site.request(), "{\"projectKey\":\"DEMO\",\"title\":\"t\"}")
                .getStatus())
        .isEqualTo(403);
    Response response = resource.edit(Site.request(), "12", "{\"version\":3,\"title\":\"t\"}");
    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(json(response)).isEqualTo(json("{'errorMessages':['forbidden'],'errors':{}}"));
    assertThat(resource.addKeyResult(Site.request(), "12", "{\"title\":\"t\"}").getStatus())
        .isEqualTo(403);
    nothingWritten();
  }

  @Test
  public void answers401ToNobody() {
    when(site.signedIn.person()).thenReturn(Optional.empty());
    Response response = resource.list(Site.query("project", "DEMO"), Site.unseen());
    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(json(response)).isEqualTo(json("{'errorMessages':['logIn'],'errors':{}}"));
  }

  @Test
  public void answers503WhileTheDatabaseDoesNotAnswer() {
    when(site.objectives.find(any(), any()))
        .thenThrow(
            new Refusal.Unavailable(
                Message.of("bearings.error.database"), new IllegalStateException("expected")));
    Response response = resource.list(Site.query("project", "DEMO"), Site.unseen());
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(json(response)).isEqualTo(json("{'errorMessages':['database'],'errors':{}}"));
  }

  private static NewKeyResult draft(String title, String weight, WeightBy weightBy) {
    return new NewKeyResult(
        KeyResultContent.ofIssues(title, "anna", new BigDecimal(weight), weightBy), Life.DRAFT);
  }

  /** The answer holds what is expected, and perhaps more. */
  static void assertPart(JsonNode answer, JsonNode expected) {
    assertThat(Site.part(answer, expected)).isEqualTo(expected);
  }

  private void nothingWritten() {
    verify(site.objectives, never()).add(any(), any(), any());
    verify(site.objectives, never()).add(anyLong(), any(), any());
    verify(site.objectives, never()).change(any(Objective.class), any(), any(), any(), any());
  }
}
