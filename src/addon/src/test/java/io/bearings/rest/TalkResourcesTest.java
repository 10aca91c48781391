package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static io.bearings.rest.Site.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.kpi.KpiSight;
import io.bearings.okr.Cycles;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.Reach;
import io.bearings.okr.Role;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.Visibility;
import io.bearings.progress.IssueRef;
import io.bearings.progress.IssueText;
import io.bearings.progress.Issues;
import io.bearings.talk.Annotating;
import io.bearings.talk.Annotation;
import io.bearings.talk.Annotations;
import io.bearings.talk.Audience;
import io.bearings.talk.Blocker;
import io.bearings.talk.Blockers;
import io.bearings.talk.Blocking;
import io.bearings.talk.Deciding;
import io.bearings.talk.Decision;
import io.bearings.talk.Decisions;
import io.bearings.talk.Followers;
import io.bearings.talk.Following;
import io.bearings.talk.Inbox;
import io.bearings.talk.Item;
import io.bearings.talk.Items;
import io.bearings.talk.Notice;
import io.bearings.talk.Notices;
import io.bearings.talk.Place;
import io.bearings.talk.Remark;
import io.bearings.talk.Sight;
import io.bearings.talk.Subject;
import io.bearings.talk.Talking;
import io.bearings.talk.Threads;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

/** The answers about what people say to each other; who may do what is tested in {@code talk}. */
public class TalkResourcesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final String BY_ANNA = "'by':{'key':'anna','name':'Name anna'}";
  private static final String AT = "'at':'2026-11-22T10:00:00Z'";
  private static final Item KEY_RESULT =
      new Item(
          Subject.keyResult(34),
          Optional.of(12L),
          Optional.of(34L),
          "KR-34",
          "Fewer alarms",
          "bert",
          Optional.empty(),
          new Audience(2, Visibility.UNIT_VIEWERS, "anna", false));
  private static final Item OBJECTIVE =
      new Item(
          Subject.objective(12),
          Optional.of(12L),
          Optional.empty(),
          "O-12",
          "Calm nights",
          "anna",
          Optional.empty(),
          KEY_RESULT.audience());
  private static final String KEY_RESULT_JSON =
      "'subject':{'kind':'KEY_RESULT','id':34,'key':'KR-34','title':'Fewer alarms',"
          + "'objectiveId':12,'keyResultId':34}";
  private static final String OBJECTIVE_JSON =
      "'subject':{'kind':'OBJECTIVE','id':12,'key':'O-12','title':'Calm nights',"
          + "'objectiveId':12,'keyResultId':null}";

  private final Site site = new Site();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Items items = mock(Items.class);
  private final Threads threads = mock(Threads.class);
  private final Notices notices = mock(Notices.class);
  private final Followers followers = mock(Followers.class);
  private final Annotations annotations = mock(Annotations.class);
  private final KpiSight kpis = mock(KpiSight.class);
  private final Blockers blockers = mock(Blockers.class);
  private final Decisions decisions = mock(Decisions.class);
  private final Issues issues = mock(Issues.class);
  private final Sight sight = new Sight(items, TalkResourcesTest::standpoint);
  private final ThreadsResource threadsResource =
      new ThreadsResource(
          site.answers,
          site.writes,
          new Talking(sight, threads, followers, site.people, clock),
          site.people);
  private final InboxResource inboxResource =
      new InboxResource(site.answers, site.writes, new Inbox(sight, notices), site.people);
  private final FollowersResource followersResource =
      new FollowersResource(
          site.answers,
          site.writes,
          new Following(sight, followers, site.people, clock),
          site.people);
  private final AnnotationsResource annotationsResource =
      new AnnotationsResource(
          site.answers,
          site.writes,
          new Annotating(sight, kpis, annotations, mock(Cycles.class), site.people, clock),
          site.people);
  private final BlockersResource blockersResource =
      new BlockersResource(
          site.answers,
          site.writes,
          new Blocking(sight, blockers, issues, site.people, clock),
          site.people);
  private final DecisionsResource decisionsResource =
      new DecisionsResource(
          site.answers, site.writes, new Deciding(sight, decisions, clock), site.people);

  private static Standpoint standpoint(Person who) {
    List<Reach.Grant> grants =
        who.key().equals("stan") ? List.of() : List.of(new Reach.Grant(2, Role.LEAD));
    Unit unit =
        new Unit(
            2,
            "Team",
            UnitLevel.TEAM,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Openness.MEMBERS,
            UnitSettings.DEFAULT,
            false,
            1);
    return new Standpoint(
        who, List.of(unit), new Reach(false, Set.of(), Set.of(), Set.of(), grants));
  }

  @Before
  public void anObjectiveWithAKeyResult() {
    when(items.item(eq(Subject.objective(12)), any())).thenReturn(Optional.of(OBJECTIVE));
    when(items.item(eq(Subject.keyResult(34)), any())).thenReturn(Optional.of(KEY_RESULT));
  }

  @Test
  public void readsAThread() {
    when(threads.of(Subject.keyResult(34), Optional.of(9L), 201))
        .thenReturn(
            List.of(new Remark(5, Subject.keyResult(34), "anna", NOW, "<b>[~bert]</b> [~nobody]")));
    assertThat(json(threadsResource.thread("key-result", "34", "9")))
        .isEqualTo(
            json(
                "{'remarks':[{'id':5,"
                    + BY_ANNA
                    + ","
                    + AT
                    + ",'text':'<b>[~bert]</b> [~nobody]',"
                    + "'mentions':[{'key':'bert','name':'Name bert'}]}],'next':null}"));
  }

  @Test
  public void saysSomethingAndNamesWhoWasNotTold() {
    when(threads.add(any(), any(), any()))
        .thenReturn(new Remark(5, Subject.objective(12), "anna", NOW, "[~stan]"));
    Response response = threadsResource.say(request(), "objective", "12", "{\"text\":\"[~stan]\"}");
    assertThat(response.getStatus()).isEqualTo(201);
    assertThat(json(response))
        .isEqualTo(
            json(
                "{'id':5,"
                    + BY_ANNA
                    + ","
                    + AT
                    + ",'text':'[~stan]','mentions':[{'key':'stan','name':'Name stan'}],"
                    + "'notTold':[{'key':'stan','name':'Name stan'}]}"));
  }

  @Test
  public void refusesWhatIsNoThreadNoTextOrNoCursor() {
    assertThat(threadsResource.thread("kpi", "1", null).getStatus()).isEqualTo(404);
    assertThat(threadsResource.thread("check-in", "1", null).getStatus()).isEqualTo(404);
    assertThat(threadsResource.thread("objective", "O-12", null).getStatus()).isEqualTo(404);
    assertThat(json(threadsResource.thread("objective", "12", "x")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'cursor':'noId'}}"));
    assertThat(json(threadsResource.say(request(), "objective", "12", "{\"text\":\"\"}")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'text':'required'}}"));
    assertThat(json(threadsResource.say(request(), "objective", "12", "{\"text\":\"a\",\"to\":1}")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'to':'unknownField'}}"));
  }

  @Test
  public void showsTheInbox() {
    when(notices.of(ANNA, Optional.empty(), 51))
        .thenReturn(
            List.of(
                new Notice(
                    3, Notice.Kind.MENTION, KEY_RESULT, "anna", NOW, "Look, [~anna]", false)));
    when(notices.unread(ANNA)).thenReturn(List.of(new Notices.Unread(KEY_RESULT.audience(), 4)));
    assertThat(json(inboxResource.inbox(null)))
        .isEqualTo(
            json(
                "{'items':[{'id':3,'kind':'MENTION',"
                    + BY_ANNA
                    + ","
                    + AT
                    + ","
                    + KEY_RESULT_JSON
                    + ",'text':'Look, [~anna]','read':false,"
                    + "'mentions':[{'key':'anna','name':'Name anna'}]}],'unread':4,'next':null}"));
  }

  @Test
  public void marksNoticesAsRead() {
    when(notices.read(ANNA, 3)).thenReturn(true);
    assertThat(inboxResource.read(request(), "3").getStatus()).isEqualTo(204);
    assertThat(inboxResource.read(request(), "4").getStatus()).isEqualTo(404);
    assertThat(inboxResource.readAll(request()).getStatus()).isEqualTo(204);
    verify(notices).readAll(ANNA);
  }

  @Test
  public void followsAndLetsFollow() {
    assertThat(followersResource.follow(request(), "12").getStatus()).isEqualTo(204);
    assertThat(followersResource.letFollow(request(), "12", "bert").getStatus()).isEqualTo(204);
    assertThat(followersResource.unfollow(request(), "12").getStatus()).isEqualTo(204);
    assertThat(followersResource.letGo(request(), "12", "bert").getStatus()).isEqualTo(204);
    verify(followers).add(eq(12L), eq(ANNA), any());
    verify(followers).add(eq(12L), eq(new Person("bert")), any());
    verify(followers).remove(12, ANNA);
    verify(followers).remove(12, new Person("bert"));
    when(followers.of(12)).thenReturn(Set.of("bert"));
    assertThat(json(followersResource.followers("12")))
        .isEqualTo(json("{'followers':[{'key':'bert','name':'Name bert'}]}"));
    assertThat(json(followersResource.letFollow(request(), "12", "stan")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'person':'mayNotSee[stan]'}}"));
    assertThat(followersResource.follow(request(), "99").getStatus()).isEqualTo(404);
  }

  @Test
  public void changesAnAnnotationTakesItAwayAndPutsItBack() {
    Annotation sale =
        new Annotation(
            1,
            new Place(Place.Kind.KEY_RESULT, 34),
            "Sale",
            TODAY,
            Optional.empty(),
            "bert",
            NOW,
            2,
            false);
    when(annotations.annotation(1)).thenReturn(Optional.of(sale));
    when(annotations.save(any(), any())).thenReturn(Optional.of(sale));
    String changed = "{\"version\":2,\"text\":\"Sales\",\"from\":null,\"to\":\"2026-11-23\"}";

    assertThat(annotationsResource.change(request(), "1", changed).getStatus()).isEqualTo(200);
    assertThat(annotationsResource.remove(request(), "1", "{\"version\":2}").getStatus())
        .isEqualTo(200);
    assertThat(annotationsResource.restore(request(), "1", "{\"version\":2}").getStatus())
        .isEqualTo(200);

    ArgumentCaptor<Annotation> saved = ArgumentCaptor.forClass(Annotation.class);
    verify(annotations, times(3)).save(saved.capture(), any());
    assertThat(saved.getAllValues())
        .extracting(Annotation::text, Annotation::first, Annotation::removed)
        .containsExactly(
            tuple("Sales", TODAY, false), tuple("Sale", TODAY, true), tuple("Sale", TODAY, false));
    assertThat(saved.getAllValues().get(0).last()).contains(TODAY.plusDays(1));

    when(annotations.save(any(), any())).thenReturn(Optional.empty());
    when(annotations.lastEditor(1)).thenReturn(Optional.of("bert"));
    assertThat(annotationsResource.remove(request(), "1", "{\"version\":1}").getStatus())
        .isEqualTo(409);
    assertThat(annotationsResource.remove(request(), "9", "{\"version\":1}").getStatus())
        .isEqualTo(404);
    assertThat(annotationsResource.remove(request(), "1", "{}").getStatus()).isEqualTo(400);
  }

  @Test
  public void readsAndWritesAnnotations() {
    Annotation sale =
        new Annotation(
            1,
            new Place(Place.Kind.KEY_RESULT, 34),
            "Sale",
            TODAY,
            Optional.of(TODAY),
            "anna",
            NOW,
            2,
            false);
    when(annotations.of(KEY_RESULT, List.of(2L))).thenReturn(List.of(sale));
    when(annotations.add(any(), any(), any(), any(), any())).thenReturn(sale);
    String view =
        "{'id':1,'on':'key-result:34','text':'Sale','from':'2026-11-22','to':'2026-11-22',"
            + BY_ANNA
            + ","
            + AT
            + ",'version':2,'mayChange':true}";
    assertThat(json(annotationsResource.annotations("key-result:34")))
        .isEqualTo(json("{'annotations':[" + view + "]}"));
    Response response =
        annotationsResource.add(
            request(), "key-result:34", "{\"text\":\"Sale\",\"from\":\"2026-11-22\",\"to\":null}");
    assertThat(response.getStatus()).isEqualTo(201);
    assertThat(json(response)).isEqualTo(json(view));
    verify(annotations).add(eq(sale.on()), eq("Sale"), eq(TODAY), eq(Optional.empty()), any());
    for (String wrong : List.of("12", "kpis:1", "unit:x", "unit:1234567890123456789")) {
      assertThat(json(annotationsResource.annotations(wrong)))
          .isEqualTo(json("{'errorMessages':[],'errors':{'on':'noPlace'}}"));
    }
    assertThat(json(annotationsResource.annotations(null)))
        .isEqualTo(json("{'errorMessages':[],'errors':{'on':'required'}}"));
  }

  private static Blocker blocker(Optional<Blocker.Resolved> resolved) {
    return new Blocker(
        4,
        KEY_RESULT,
        "No servers",
        "anna",
        "Purchasing",
        LocalDate.parse("2026-11-12"),
        Optional.of(7L),
        resolved,
        2);
  }

  private static String blockerJson(String issue, String resolved) {
    return "{'id':4,"
        + KEY_RESULT_JSON
        + ",'text':'No servers','owner':{'key':'anna','name':'Name anna'},"
        + "'neededFrom':'Purchasing','since':'2026-11-12','days':10,"
        + issue
        + ",'resolved':"
        + resolved
        + ",'version':2}";
  }

  @Test
  public void listsBlockers() {
    Blocker resolved = blocker(Optional.of(new Blocker.Resolved("anna", NOW)));
    when(blockers.ofUnit(2, ANNA, Optional.empty(), 101)).thenReturn(List.of(resolved));
    when(blockers.of(any(), any(), any(), anyInt())).thenReturn(List.of(blocker(Optional.empty())));
    when(issues.texts(ANNA, Set.of(7L))).thenReturn(Map.of());
    assertThat(json(blockersResource.blockers("2", null, null, null)))
        .isEqualTo(
            json(
                "{'blockers':["
                    + blockerJson("'issue':null,'issueHidden':true", "{" + BY_ANNA + "," + AT + "}")
                    + "],'next':null}"));
    when(issues.texts(ANNA, Set.of(7L)))
        .thenReturn(Map.of(7L, new IssueText(7, "DEMO-7", "Order", "Open", Optional.empty())));
    String one =
        blockerJson(
            "'issue':{'key':'DEMO-7','title':'Order','status':'Open'},'issueHidden':false", "null");
    assertThat(json(blockersResource.blockers(null, null, "34", null)))
        .isEqualTo(json("{'blockers':[" + one + "],'next':null}"));
    assertThat(json(blockersResource.blockers(null, "12", null, null)))
        .isEqualTo(json("{'blockers':[" + one + "],'next':null}"));
    when(blockers.blocker(4, ANNA)).thenReturn(Optional.of(blocker(Optional.empty())));
    assertThat(json(blockersResource.one("4"))).isEqualTo(json(one));
  }

  @Test
  public void asksForExactlyOnePlaceOfBlockers() {
    for (Response response :
        List.of(
            blockersResource.blockers(null, null, null, null),
            blockersResource.blockers("2", "12", null, null),
            blockersResource.blockers(null, "12", "34", null))) {
      assertThat(json(response))
          .isEqualTo(json("{'errorMessages':[],'errors':{'unit':'exactlyOne'}}"));
    }
    assertThat(json(blockersResource.report(request(), "{\"text\":\"No\"}")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'keyResultId':'exactlyOne'}}"));
  }

  @Test
  public void reportsAndChangesABlocker() {
    when(issues.find(ANNA, "DEMO-7")).thenReturn(Optional.of(new IssueRef(7, "DEMO-7", 1)));
    when(issues.texts(any(), any())).thenReturn(Map.of());
    when(blockers.add(any(), any(), any())).thenReturn(4L);
    when(blockers.blocker(4, ANNA)).thenReturn(Optional.of(blocker(Optional.empty())));
    String view = blockerJson("'issue':null,'issueHidden':true", "null");
    Response reported =
        blockersResource.report(
            request(),
            """
            {"keyResultId":34,"text":"No servers","ownerKey":"anna","neededFrom":"Purchasing",
             "since":"2026-11-12","issueKey":"DEMO-7"}
            """);
    assertThat(reported.getStatus()).isEqualTo(201);
    assertThat(json(reported)).isEqualTo(json(view));
    when(blockers.change(any(), any(), any())).thenReturn(true, false);
    String change = "{\"version\":2,\"text\":\"No servers\",\"resolved\":true,\"issueKey\":\"\"}";
    assertThat(json(blockersResource.change(request(), "4", change))).isEqualTo(json(view));
    when(blockers.lastEditor(4)).thenReturn(Optional.of("bert"));
    Response conflict = blockersResource.change(request(), "4", change);
    assertThat(conflict.getStatus()).isEqualTo(409);
    assertThat(json(conflict).get("current")).isEqualTo(json(view));
  }

  @Test
  public void readsAndWritesDecisions() {
    Decision ofUnit = new Decision(8, 2, Optional.empty(), "Stop", "", TODAY, "anna", NOW);
    Decision about =
        new Decision(9, 2, Optional.of(OBJECTIVE), "Go on", "It works", TODAY, "anna", NOW);
    String ofUnitJson =
        "{'id':8,'unitId':2,'subject':null,'text':'Stop','reason':'','on':'2026-11-22',"
            + BY_ANNA
            + ","
            + AT
            + "}";
    String aboutJson =
        "{'id':9,'unitId':2,"
            + OBJECTIVE_JSON
            + ",'text':'Go on','reason':'It works','on':'2026-11-22',"
            + BY_ANNA
            + ","
            + AT
            + "}";
    when(decisions.ofUnit(2, ANNA, Optional.empty(), 101)).thenReturn(List.of(about, ofUnit));
    when(decisions.ofObjective(anyLong(), any(), any(), anyInt())).thenReturn(List.of(about));
    when(decisions.add(any(), any())).thenReturn(8L, 9L);
    assertThat(json(decisionsResource.decisions("2", null, null)))
        .isEqualTo(json("{'decisions':[" + aboutJson + "," + ofUnitJson + "],'next':null}"));
    assertThat(json(decisionsResource.decisions(null, "12", null)))
        .isEqualTo(json("{'decisions':[" + aboutJson + "],'next':null}"));
    Response written = decisionsResource.decide(request(), "{\"unitId\":2,\"text\":\"Stop\"}");
    assertThat(written.getStatus()).isEqualTo(201);
    assertThat(json(written)).isEqualTo(json(ofUnitJson));
    assertThat(
            json(
                decisionsResource.decide(
                    request(), "{\"objectiveId\":12,\"text\":\"Go on\",\"reason\":\"It works\"}")))
        .isEqualTo(json(aboutJson));
    assertThat(json(decisionsResource.decide(request(), "{\"text\":\"Stop\"}")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'unitId':'exactlyOne'}}"));
    assertThat(json(decisionsResource.decisions("2", "12", null)))
        .isEqualTo(json("{'errorMessages':[],'errors':{'unit':'exactlyOne'}}"));
  }
}
