package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Objectives.Edit;
import io.bearings.progress.Backfill;
import io.bearings.progress.BulkLinking;
import io.bearings.progress.Histories;
import io.bearings.progress.IssueText;
import io.bearings.progress.LinkKind;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.LinkingWork;
import io.bearings.progress.Places;
import io.bearings.progress.Queries;
import io.bearings.progress.WorkLink;
import io.bearings.progress.WorkLinks;
import io.bearings.progress.WorkSearch;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class WorkLinksResourceTest {
  private static final Instant MADE = Instant.parse("2026-11-02T09:00:00Z");

  private final Site site = new Site();
  private final WorkLinks links = mock(WorkLinks.class);
  private final WorkSearch search = mock(WorkSearch.class);
  private final Places places = mock(Places.class);
  private final BulkLinking bulk = mock(BulkLinking.class);
  private final WorkLinksResource resource =
      new WorkLinksResource(
          site.answers,
          site.writes,
          new LinkingWork(
              site.overview,
              links,
              site.links,
              search,
              places,
              site.issues,
              mock(Histories.class),
              mock(Backfill.class),
              site.standpoints,
              site.clock),
          bulk);

  @Before
  public void aQuery() {
    when(search.find(ANNA, "project = DEMO", Queries.MOST))
        .thenReturn(new WorkSearch.Hits(Set.of(7L), 1));
    when(links.add(anyLong(), any(), any(), anyCollection(), any()))
        .thenReturn(new WorkLinks.Added(3, true));
  }

  @Test
  public void listsTheLinksInForce() {
    LinkTarget issue = new LinkTarget.Issue(7);
    when(places.texts(eq(ANNA), anyCollection()))
        .thenReturn(Map.of(issue, new Places.PlaceText(issue, "DEMO-7", "Seven", "", false)));
    when(links.broughtBy(34)).thenReturn(Map.of(3L, 12, 4L, 1));
    when(links.linksOf(34))
        .thenReturn(
            List.of(
                new WorkLink(
                    3,
                    34,
                    new LinkTarget.Query("project = DEMO"),
                    Optional.of("Fewer calls."),
                    "anna",
                    MADE,
                    Optional.empty(),
                    Optional.of(MADE),
                    Optional.of("tooMany:20000")),
                new WorkLink(
                    4,
                    34,
                    new LinkTarget.Issue(7),
                    Optional.empty(),
                    "anna",
                    MADE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));

    assertThat(json(resource.links("34")))
        .isEqualTo(
            json(
                "{'mayLink':true,'links':[{'id':3,'kind':'JQL','targetId':null,'query':'project ="
                    + " DEMO','place':null,'issues':12,'sentence':'Fewer calls.',"
                    + "'createdAt':'2026-11-02T09:00:00Z','checkedAt':'2026-11-02T09:00:00Z',"
                    + "'problem':'tooMany:20000'},{'id':4,'kind':'ISSUE','targetId':7,"
                    + "'query':null,'place':{'key':'DEMO-7','name':'Seven','where':'',"
                    + "'closed':false},'issues':1,'sentence':null,'createdAt':'2026-11-02T09:00:00Z',"
                    + "'checkedAt':null,'problem':null}],'hidden':0,'more':0}"));
    assertThat(resource.links("99").getStatus()).isEqualTo(404);
  }

  @Test
  public void showsWhatAQueryWouldBring() {
    when(site.issues.texts(ANNA, List.of(7L)))
        .thenReturn(Map.of(7L, new IssueText(7, "DEMO-7", "Seven", "Open", Optional.empty())));

    assertThat(json(resource.preview("34", null, "project = DEMO", null)))
        .isEqualTo(
            json(
                "{'total':1,'already':0,'issues':[{'key':'DEMO-7','title':'Seven','status':'Open'}]}"));
    assertThat(json(resource.preview("34", null, " ", null)))
        .isEqualTo(json("{'errorMessages':[],'errors':{'query':'required'}}"));
  }

  @Test
  public void linksWhatAQueryFinds() {
    Response response =
        resource.add(
            Site.request(), "34", "{\"query\":\"project = DEMO\",\"sentence\":\"Fewer calls.\"}");

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(json(response)).isEqualTo(json("{'id':3,'isNew':true}"));
  }

  @Test
  public void linksASprint() {
    LinkTarget sprint = new LinkTarget.Sprint(12);
    when(places.find(ANNA, LinkKind.SPRINT, "12"))
        .thenReturn(Optional.of(new Places.PlaceText(sprint, "12", "Sprint 12", "Board", false)));
    when(places.members(ANNA, sprint, Queries.MOST)).thenReturn(new WorkSearch.Hits(Set.of(), 0));

    assertThat(json(resource.preview("34", "SPRINT", null, "12")))
        .isEqualTo(json("{'total':0,'already':0,'issues':[]}"));
    assertThat(json(resource.add(Site.request(), "34", "{\"kind\":\"SPRINT\",\"target\":\"12\"}")))
        .isEqualTo(json("{'id':3,'isNew':true}"));
    assertThat(json(resource.preview("34", "SPRINT", null, "13")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'target':'noSuchSprint[13]'}}"));
    assertThat(resource.preview("34", "sprint", null, "12").getStatus()).isEqualTo(400);
  }

  @Test
  public void linksManyIssuesInTheBackground() {
    BulkLinking.Status running =
        new BulkLinking.Status(BulkLinking.State.RUNNING, 500, 100, 90, 10);
    when(bulk.start(ANNA, 34, "project = DEMO")).thenReturn(running);
    when(bulk.of(ANNA, 34)).thenReturn(running);
    String said = "{'state':'RUNNING','total':500,'done':100,'attached':90,'already':10}";

    assertThat(json(resource.startBulk(Site.request(), "34", "{\"query\":\"project = DEMO\"}")))
        .isEqualTo(json(said));
    assertThat(json(resource.bulk("34"))).isEqualTo(json(said));
    assertThat(resource.cancelBulk(Site.request(), "34").getStatus()).isEqualTo(204);
    verify(bulk).cancel(ANNA, 34);
  }

  @Test
  public void offersWhatCouldBeLinked() {
    LinkTarget sprint = new LinkTarget.Sprint(12);
    when(places.search(ANNA, LinkKind.SPRINT, "12", List.of(100L), LinkingWork.OFFERED))
        .thenReturn(
            new Places.Offer(
                true, List.of(new Places.PlaceText(sprint, "12", "Sprint 12", "Board", true))));

    assertThat(json(resource.places("34", "SPRINT", "12")))
        .isEqualTo(
            json(
                "{'available':true,'places':[{'key':'12','name':'Sprint 12','where':'Board',"
                    + "'closed':true}]}"));
    assertThat(resource.places("34", "JQL", "12").getStatus()).isEqualTo(400);
    assertThat(resource.places("34", null, "12").getStatus()).isEqualTo(400);
  }

  @Test
  public void namesTheFieldThatIsWrong() {
    when(search.find(ANNA, "projekt = DEMO", Queries.MOST))
        .thenReturn(new WorkSearch.Failure("No field projekt."));

    Response response = resource.add(Site.request(), "34", "{\"query\":\"projekt = DEMO\"}");

    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(json(response))
        .isEqualTo(json("{'errorMessages':[],'errors':{'query':'query[No field projekt.]'}}"));
    assertThat(
            resource
                .add(Site.request(), "34", "{\"query\":\"project = DEMO\",\"colour\":\"red\"}")
                .getStatus())
        .isEqualTo(400);
  }

  @Test
  public void describesEndsAndRestores() {
    when(links.describe(34, 3, Optional.of("Fewer calls."))).thenReturn(true);
    when(links.end(34, 3, new Edit(ANNA, site.clock.instant()))).thenReturn(true);
    when(links.everOf(34))
        .thenReturn(
            List.of(
                new WorkLink(
                    3,
                    34,
                    new LinkTarget.Query("project = DEMO"),
                    Optional.empty(),
                    "anna",
                    MADE,
                    Optional.of(MADE),
                    Optional.of(MADE),
                    Optional.empty())));
    when(links.restore(anyLong(), anyLong(), anyCollection(), any())).thenReturn(true);

    assertThat(
            resource
                .describe(Site.request(), "34", "3", "{\"sentence\":\"Fewer calls.\"}")
                .getStatus())
        .isEqualTo(200);
    assertThat(resource.end(Site.request(), "34", "3").getStatus()).isEqualTo(204);
    assertThat(resource.restore(Site.request(), "34", "3").getStatus()).isEqualTo(204);
    assertThat(resource.end(Site.request(), "34", "4").getStatus()).isEqualTo(404);
    assertThat(resource.restore(Site.request(), "34", "4").getStatus()).isEqualTo(404);
  }

  @Test
  public void aQueryIsTakenOver() {
    when(links.linksOf(34))
        .thenReturn(
            List.of(
                new WorkLink(
                    3,
                    34,
                    new LinkTarget.Query("project = DEMO"),
                    Optional.empty(),
                    "bert",
                    MADE,
                    Optional.empty(),
                    Optional.of(MADE),
                    Optional.of(Queries.NOBODY_ASKS))));
    when(links.takeOver(anyLong(), anyLong(), anyCollection(), any())).thenReturn(true);

    assertThat(resource.takeOver(Site.request(), "34", "3").getStatus()).isEqualTo(204);
    assertThat(resource.takeOver(Site.request(), "34", "4").getStatus()).isEqualTo(404);
  }
}
