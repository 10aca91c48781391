package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static io.bearings.rest.Site.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.CheckIn;
import io.bearings.okr.CheckIns;
import io.bearings.okr.CheckingIn;
import io.bearings.okr.CycleState;
import io.bearings.okr.Cycles;
import io.bearings.okr.Evidence;
import io.bearings.okr.EvidenceLog;
import io.bearings.okr.GivingEvidence;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.Measure;
import io.bearings.okr.NewCheckIn;
import io.bearings.okr.NewEvidence;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Plans;
import io.bearings.okr.Reach;
import io.bearings.okr.Recorded;
import io.bearings.okr.Role;
import io.bearings.okr.Source;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Tag;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Window;
import io.bearings.okr.Words;
import io.bearings.progress.OpeningCheckIn;
import io.bearings.progress.WorkHistory;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;

public class CheckInsResourceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final Life ACTIVE = Life.DRAFT.published(Optional.of(5), NOW, TODAY);
  private static final String BY_ANNA =
      "'on':'2026-11-22','by':{'key':'anna','name':'Name anna'},'at':'2026-11-22T10:00:00Z',";

  private final Site site = new Site();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Objectives objectives = mock(Objectives.class);
  private final CheckIns checkIns = mock(CheckIns.class);
  private final EvidenceLog log = mock(EvidenceLog.class);
  private final Plans plans = new Plans(objectives, CheckInsResourceTest::lead, mock(Cycles.class));
  private final GivingEvidence giving = new GivingEvidence(plans, log, clock);
  private final CheckingIn checkingIn = new CheckingIn(plans, checkIns, clock);
  private final WorkHistory work = mock(WorkHistory.class);
  private final CheckInsResource resource =
      new CheckInsResource(
          site.answers, site.writes, checkingIn, new OpeningCheckIn(checkingIn, work), site.people);
  private final EvidenceResource evidence =
      new EvidenceResource(site.answers, site.writes, giving, site.people);
  private final ConfirmationResource confirmation =
      new ConfirmationResource(site.writes, giving, site.people);

  private static Standpoint lead(Person who) {
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
    Reach reach =
        new Reach(false, Set.of(), Set.of(), Set.of(), List.of(new Reach.Grant(2, Role.LEAD)));
    return new Standpoint(who, List.of(unit), reach);
  }

  @Before
  public void anActiveKeyResult() {
    keyResult(Source.MANUAL);
    Objective objective =
        new Objective(
            12,
            2,
            Optional.of(5L),
            ObjectiveContent.of("Calm nights", "why", "anna"),
            ACTIVE,
            false,
            1);
    Window days = new Window(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-12-31"));
    Placed.Span cycle = new Placed.Span(5, "Q4", days, CycleState.ACTIVE);
    when(objectives.placed(eq(12L), any()))
        .thenReturn(Optional.of(new Placed(objective, Optional.of(cycle), false)));
  }

  private void keyResult(Source source) {
    KeyResultContent content =
        new KeyResultContent(
            "Fewer alarms",
            "bert",
            source,
            source.usualNature(),
            Measure.NUMBER,
            Goal.of(BigDecimal.ZERO, BigDecimal.TEN),
            BigDecimal.ONE,
            WeightBy.ISSUES);
    when(objectives.keyResult(34))
        .thenReturn(
            Optional.of(new KeyResult(34, 12, content, ACTIVE, Recorded.NOTHING, false, 1)));
  }

  @Test
  public void entersWhatAPersonTypesOnAPage() {
    when(checkIns.add(any(), any())).thenReturn(new CheckIns.Entered(7, NOW));
    Response response =
        resource.checkIn(
            request(Map.of("X-Bearings-Client", "page")),
            "34",
            """
            {"value":12.5,"confidence":6,"on":"2026-11-20","comment":"<b>","plans":"p",
             "progress":"q","problems":"r","replaces":3}
            """);
    assertThat(response.getStatus()).isEqualTo(201);
    assertThat(json(response))
        .isEqualTo(
            json(
                "{'id':7,'value':12.5,'confidence':6,'on':'2026-11-20',"
                    + "'at':'2026-11-22T10:00:00Z','by':{'key':'anna','name':'Name anna'},"
                    + "'comment':'<b>','plans':'p','progress':'q','problems':'r','replaces':3,"
                    + "'replacedBy':null,'tag':'MANUAL'}"));
    verify(checkIns)
        .add(
            new NewCheckIn(
                34,
                Optional.of(new BigDecimal("12.5")),
                6,
                LocalDate.parse("2026-11-20"),
                new Words("<b>", "p", "q", "r"),
                Optional.of(3L),
                Tag.MANUAL),
            new Objectives.Edit(ANNA, NOW));
  }

  @Test
  public void takesConfidenceAloneFromAnotherClient() {
    when(checkIns.add(any(), any())).thenReturn(new CheckIns.Entered(8, NOW));
    Response response = resource.checkIn(request(), "34", "{\"confidence\":0}");
    assertThat(json(response).get("tag").asText()).isEqualTo("API");
    assertThat(json(response).get("value").isNull()).isTrue();
    assertThat(json(response).get("on").asText()).isEqualTo("2026-11-22");
  }

  @Test
  public void namesEachFieldOfBadInput() {
    assertThat(json(resource.checkIn(request(), "34", "{\"value\":\"12,5\",\"confidence\":5}")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'value':'noNumber'}}"));
    assertThat(json(resource.checkIn(request(), "34", "{\"value\":\"\uD83D\uDE80\",\"mood\":1}")))
        .isEqualTo(
            json("{'errorMessages':[],'errors':{'value':'noNumber','mood':'unknownField'}}"));
    assertThat(json(resource.checkIn(request(), "34", "{\"value\":1e308}")))
        .isEqualTo(
            json(
                "{'errorMessages':[],'errors':{'value':'tooLarge[1000000000000]',"
                    + "'confidence':'required'}}"));
    assertThat(
            json(resource.checkIn(request(), "34", "{\"value\":NaN}")).get("errorMessages").get(0))
        .isNotNull();
    assertThat(resource.checkIn(request(), "34", "{\"value\":NaN}").getStatus()).isEqualTo(400);
    assertThat(resource.checkIn(request(), "99", "{\"confidence\":5}").getStatus()).isEqualTo(404);
    verify(checkIns, never()).add(any(), any());
  }

  @Test
  public void listsCheckInsBehindACursor() {
    when(checkIns.of(34, Optional.empty(), 51))
        .thenReturn(
            LongStream.iterate(100, id -> id - 1).limit(51).mapToObj(this::stored).toList());
    when(checkIns.of(34, Optional.of(new CheckIns.Mark(TODAY, 51)), 51)).thenReturn(List.of());
    Response first = resource.checkIns("34", null);
    assertThat(json(first).get("checkIns")).hasSize(50);
    assertThat(json(first).get("checkIns").get(0))
        .isEqualTo(
            json(
                "{'id':100,'value':null,'confidence':5,"
                    + BY_ANNA
                    + "'comment':'','plans':'','progress':'','problems':'','replaces':null,"
                    + "'replacedBy':101,'tag':'AUTOMATIC'}"));
    String next = json(first).get("next").asText();
    assertThat(json(resource.checkIns("34", next))).isEqualTo(json("{'checkIns':[],'next':null}"));
    for (String wrong : List.of("7", "2026-02-30:7", "x:y")) {
      assertThat(json(resource.checkIns("34", wrong)))
          .isEqualTo(json("{'errorMessages':[],'errors':{'cursor':'noCursor'}}"));
    }
  }

  private CheckIn stored(long id) {
    return new CheckIn(
        id,
        34,
        Optional.empty(),
        5,
        TODAY,
        NOW,
        "anna",
        Words.NONE,
        Optional.empty(),
        Optional.of(id + 1),
        Tag.AUTOMATIC);
  }

  @Test
  public void takesListsAndConfirmsEvidence() {
    keyResult(Source.EVIDENCE);
    Evidence given =
        new Evidence(
            9, 34, "It helped", Optional.of("https://x.org"), TODAY, "bert", NOW, Optional.empty());
    Evidence confirmed =
        new Evidence(
            9,
            34,
            "It helped",
            Optional.of("https://x.org"),
            TODAY,
            "bert",
            NOW,
            Optional.of(new Evidence.Confirmed("anna", NOW)));
    when(log.add(any(), any())).thenReturn(9L);
    when(log.of(34, Optional.of(10L), 101)).thenReturn(List.of(given));
    when(log.evidence(anyLong())).thenReturn(Optional.of(given), Optional.of(confirmed));
    String bert =
        "{'id':9,'keyResultId':34,'text':'It helped','url':'https://x.org',"
            + BY_ANNA.replace("anna", "bert");
    Response taken =
        evidence.give(request(), "34", "{\"text\":\"It helped\",\"url\":\"https://x.org\"}");
    assertThat(taken.getStatus()).isEqualTo(201);
    assertThat(json(taken))
        .isEqualTo(json(bert.replace("bert", "anna") + "'confirmedBy':null,'confirmedAt':null}"));
    verify(log)
        .add(
            new NewEvidence(34, "It helped", Optional.of("https://x.org"), TODAY),
            new Objectives.Edit(ANNA, NOW));
    assertThat(json(evidence.evidence("34", "10")))
        .isEqualTo(
            json("{'evidence':[" + bert + "'confirmedBy':null,'confirmedAt':null}],'next':null}"));
    Response agreed = confirmation.confirm(request(), "9");
    assertThat(agreed.getStatus()).isEqualTo(200);
    assertThat(json(agreed))
        .isEqualTo(
            json(
                bert
                    + "'confirmedBy':{'key':'anna','name':'Name anna'},"
                    + "'confirmedAt':'2026-11-22T10:00:00Z'}"));
  }

  @Test
  public void namesEachFieldOfBadEvidence() {
    keyResult(Source.EVIDENCE);
    assertThat(
            json(
                evidence.give(
                    request(), "34", "{\"url\":\"javascript:alert(1)\",\"on\":\"2026-11-23\"}")))
        .isEqualTo(
            json(
                "{'errorMessages':[],'errors':{'url':'noAddress',"
                    + "'on':'inTheFuture[2026-11-22]'}}"));
  }

  @Test
  public void aCheckInOpensWithWhatHappenedToTheWork() {
    when(work.since(any(), eq(34L), eq(NOW)))
        .thenReturn(
            new WorkHistory.Happened(
                List.of(
                    new WorkHistory.Happening(
                        WorkHistory.Kind.REOPENED,
                        "A-1",
                        "Alarm rules",
                        Instant.parse("2026-11-19T10:00:00Z"))),
                2,
                0));

    assertThat(json(resource.opening("34")))
        .isEqualTo(
            json(
                "{'since':null,'happenings':[{'kind':'REOPENED','issueKey':'A-1','title':'Alarm"
                    + " rules','at':'2026-11-19T10:00:00Z'}],'hidden':2,'earlier':0}"));
  }
}
