package io.bearings.rest;

import static io.bearings.rest.ObjectivesResourceTest.EMPTY_JSON;
import static io.bearings.rest.ObjectivesResourceTest.KEY_RESULT_JSON;
import static io.bearings.rest.ObjectivesResourceTest.assertPart;
import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.KEY_RESULT;
import static io.bearings.rest.Site.OBJECTIVE;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Message;
import io.bearings.okr.Okrs;
import io.bearings.okr.Refusal;
import io.bearings.progress.IssuePart;
import io.bearings.progress.IssueRef;
import io.bearings.progress.IssueState;
import io.bearings.progress.IssueText;
import io.bearings.progress.Likeliness;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.LinkedWork;
import io.bearings.progress.LinkingWork;
import io.bearings.progress.Links;
import io.bearings.progress.Places;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class KeyResultsResourceTest {
  private static final IssueState ISSUE =
      new IssueState(
          1,
          "DEMO-1",
          100,
          StatusCategory.TO_DO,
          Optional.empty(),
          Optional.empty(),
          Instant.EPOCH);

  private final Site site = new Site();
  private final KeyResultsResource resource =
      new KeyResultsResource(
          site.answers,
          site.writes,
          site.keyResultPlanning,
          site.history,
          site.overview,
          site.linking,
          site.offering,
          site.people);
  private final LinkingWork linkingWork = mock(LinkingWork.class);
  private final IssuesResource issues = new IssuesResource(site.answers, site.linking, linkingWork);

  @Before
  public void anIssue() {
    when(site.issues.find(ANNA, "DEMO-1")).thenReturn(Optional.of(new IssueRef(1, "DEMO-1", 100)));
    when(site.issues.visible(eq(ANNA), anyCollection())).thenReturn(Map.of("DEMO-1", ISSUE));
  }

  @Test
  public void offersKeyResultsForAnIssue() {
    when(site.links.search(any()))
        .thenReturn(
            List.of(
                new Links.Found(
                    KEY_RESULT, OBJECTIVE, true, Optional.of(Likeliness.SAME_EPIC), false, false)));
    assertThat(json(resource.candidates("DEMO-1", "calm", "20")))
        .isEqualTo(
            json(
                "{'keyResults':[{'id':34,'key':'KR-34','title':'Fewer"
                    + " alarms','objectiveKey':'O-12','objectiveTitle':'<b>Calm</b>"
                    + " nights','ownerName':'Name anna','unitName':'Team','projectKey':'DEMO','projectName':'Mobile"
                    + " app','attached':true,'why':'SAME_EPIC'}]}"));
    assertThat(json(resource.candidates(null, "", "20")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'issue':'required'}}"));
    assertThat(json(resource.candidates("DEMO-1", "", "many")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'limit':'noNumber'}}"));
    assertThat(resource.candidates("SEC-1", "", "20").getStatus()).isEqualTo(404);
  }

  @Test
  public void showsAKeyResult() {
    assertPart(json(resource.one("34")), json(KEY_RESULT_JSON));
    assertThat(resource.one("99").getStatus()).isEqualTo(404);
    assertThat(resource.one("x").getStatus()).isEqualTo(404);
  }

  @Test
  public void savesAKeyResult() {
    when(site.objectives.change(any(KeyResult.class), any(), any(), any()))
        .thenReturn(Optional.of(KEY_RESULT));
    Response response =
        resource.edit(Site.request(), "34", "{\"version\":2,\"title\":\"New\",\"weight\":1000000}");
    assertThat(response.getStatus()).isEqualTo(200);
    assertPart(json(response), json(KEY_RESULT_JSON));
    verify(site.objectives)
        .change(
            eq(Okrs.keyResult(34, 12, "New", new BigDecimal("1000000"), KEY_RESULT.weightBy(), 2)),
            eq(Set.of("title", "weight")),
            anyList(),
            any());
  }

  @Test
  public void refusesAWeightThatCannotBe() {
    for (String weight : List.of("-1", "1000001", "0.1234567", "\"heavy\"", "1e99999")) {
      Response response =
          resource.edit(
              Site.request(), "34", "{\"version\":2,\"title\":\"New\",\"weight\":" + weight + "}");
      assertThat(response.getStatus()).as(weight).isEqualTo(400);
      assertThat(json(response).get("errors").has("weight")).as(weight).isTrue();
    }
    verify(site.objectives, never()).change(any(KeyResult.class), any(), any(), any());
  }

  @Test
  public void showsWhatSomebodyElseSavedMeanwhile() {
    when(site.objectives.change(any(KeyResult.class), any(), any(), any()))
        .thenReturn(Optional.empty());
    Response response = resource.edit(Site.request(), "34", "{\"version\":1,\"title\":\"New\"}");
    assertThat(response.getStatus()).isEqualTo(409);
    assertPart(
        json(response),
        json(
            "{'errorMessages':['conflict[KR-34, Name bert]'],'errors':{},"
                + "'changed':['title'],'current':"
                + KEY_RESULT_JSON
                + "}"));
  }

  @Test
  public void listsLinksWithoutTheTitlesOfHiddenIssues() {
    when(site.links.ofKeyResult(34))
        .thenReturn(
            List.of(
                new Links.Link(7, 1, StatusCategory.DONE, Optional.of(BigDecimal.valueOf(3))),
                new Links.Link(8, 2, StatusCategory.TO_DO, Optional.empty()),
                new Links.Link(9, 3, StatusCategory.TO_DO, Optional.empty())));
    when(site.issues.texts(eq(ANNA), any()))
        .thenReturn(
            Map.of(
                1L, new IssueText(1, "DEMO-1", "One", "Closed", Optional.of("Done")),
                3L, new IssueText(3, "DEMO-3", "Three", "To Do", Optional.empty())));
    assertPart(
        json(resource.links("34")),
        json(
            "{'keyResult':"
                + KEY_RESULT_JSON
                + ",'links':[{'id':7,'issueKey':'DEMO-1','title':'One','status':'Closed',"
                + "'statusCategory':'DONE','resolution':'Done','points':3.0},"
                + "{'id':9,'issueKey':'DEMO-3','title':'Three','status':'To Do',"
                + "'statusCategory':'TO_DO','resolution':null,'points':null}],'hidden':1}"));
    assertThat(resource.links("99").getStatus()).isEqualTo(404);
  }

  @Test
  public void saysThatTheSearchDoesNotAnswer() {
    when(site.links.ofKeyResult(34))
        .thenReturn(List.of(new Links.Link(7, 1, StatusCategory.DONE, Optional.empty())));
    when(site.issues.texts(any(), any()))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.search")));
    assertThat(resource.links("34").getStatus()).isEqualTo(503);
  }

  @Test
  public void attachesIssues() {
    when(site.links.attach(eq(34L), anyCollection(), any()))
        .thenReturn(new Links.Outcome(Map.of(1L, 70L), Set.of()))
        .thenReturn(new Links.Outcome(Map.of(), Set.of(1L)));
    Response response = resource.attach(Site.request(), "34", "{\"issueKeys\":[\"DEMO-1\"]}");
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(json(response))
        .isEqualTo(json("{'attached':[{'linkId':70,'issueKey':'DEMO-1'}],'already':[]}"));
    assertThat(json(resource.attach(Site.request(), "34", "{\"issueKeys\":[\"DEMO-1\"]}")))
        .isEqualTo(json("{'attached':[],'already':['DEMO-1']}"));
  }

  @Test
  public void attachesNothingWhenOneIssueIsUnknown() {
    Response response =
        resource.attach(Site.request(), "34", "{\"issueKeys\":[\"DEMO-1\",\"SEC-1\"]}");
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(json(response))
        .isEqualTo(json("{'errorMessages':[],'errors':{'issueKeys':'noSuchIssues[1, SEC-1]'}}"));
    assertThat(resource.attach(Site.request(), "34", "{\"issueKeys\":[]}").getStatus())
        .isEqualTo(400);
    assertThat(resource.attach(Site.request(), "34", "{\"issueKeys\":\"DEMO-1\"}").getStatus())
        .isEqualTo(400);
    assertThat(resource.attach(Site.request(), "34", "{}").getStatus()).isEqualTo(400);
    verify(site.links, never()).attach(anyLong(), any(), any());
  }

  @Test
  public void detachesAnIssue() {
    when(site.links.detach(eq(34L), eq(7L), any())).thenReturn(true);
    Response response = resource.detach(Site.request(), "34", "7");
    assertThat(response.getStatus()).isEqualTo(204);
    assertThat(response.hasEntity()).isFalse();
    assertThat(resource.detach(Site.request(), "34", "8").getStatus()).isEqualTo(404);
    when(site.objectives.placed(12, ANNA))
        .thenReturn(Optional.of(Okrs.placed(Okrs.objective(12, 3, "T", "", "bert", 3))));
    when(site.objectives.keyResult(34))
        .thenReturn(
            Optional.of(
                Okrs.keyResult(
                    34,
                    12,
                    KeyResultContent.ofIssues("K", "bert", BigDecimal.ONE, KEY_RESULT.weightBy()),
                    2)));
    when(site.standpoints.of(ANNA))
        .thenReturn(
            Okrs.standpoint(
                ANNA, Set.of(100L), Set.of(), Okrs.team(3, "Team", Optional.empty(), 100L)));
    assertThat(resource.detach(Site.request(), "34", "7").getStatus()).isEqualTo(403);
    assertThat(resource.attach(Site.request(), "34", "{\"issueKeys\":[\"DEMO-1\"]}").getStatus())
        .isEqualTo(403);
  }

  @Test
  public void showsWhatAnIssueIsAttachedTo() {
    LinkedWork work = site.links.workOf(List.of(KEY_RESULT)).get(KEY_RESULT.id());
    when(site.links.ofIssue(1, ANNA))
        .thenReturn(
            List.of(
                new Links.LinkPlace(
                    7,
                    new LinkTarget.Issue(1),
                    Optional.of("Calm"),
                    KEY_RESULT,
                    Okrs.placed(OBJECTIVE),
                    Optional.of(
                        new IssuePart(
                            StatusCategory.TO_DO,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Map.of(),
                            true)),
                    work)));
    assertPart(
        json(issues.keyResults("DEMO-1")),
        json(
            "{'issueKey':'DEMO-1','mayAttach':true,'links':[{'linkId':7,'mayDetach':true,'through':[],"
                + "'keyResult':"
                + KEY_RESULT_JSON
                + ",'objective':{'id':12,'key':'O-12','title':'<b>Calm</b> nights',"
                + "'why':'why','projectKey':'DEMO','inCycle':false},'sentences':['Calm'],"
                + "'share':{'standing':'OPEN','weight':1.0,'imputed':false,'total':3.0,"
                + "'share':0.3333333333333333,'now':0.3333333333333333,"
                + "'then':0.6666666666666666}}],'hidden':0}"));
    assertThat(issues.keyResults("SEC-1").getStatus()).isEqualTo(404);
  }

  @Test
  public void noDataIsNull() {
    when(site.objectives.keyResult(35)).thenReturn(Optional.of(Site.EMPTY));
    assertPart(json(resource.one("35")), json(EMPTY_JSON));
  }

  @Test
  public void tellsWhatCouldBeLinkedFromAnIssue() {
    when(linkingWork.around(ANNA, "DEMO-7"))
        .thenReturn(
            List.of(
                new Places.PlaceText(new LinkTarget.Issue(7), "DEMO-7", "Seven", "", false),
                new Places.PlaceText(new LinkTarget.Sprint(12), "12", "Sprint 12", "", false)));

    assertThat(json(issues.places("DEMO-7")))
        .isEqualTo(
            json(
                "{'places':[{'kind':'ISSUE','key':'DEMO-7','name':'Seven'},"
                    + "{'kind':'SPRINT','key':'12','name':'Sprint 12'}]}"));
  }
}
