package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.okr.CadenceSetting;
import io.bearings.okr.Capacity;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Message;
import io.bearings.okr.Openness;
import io.bearings.okr.Refusal;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.WriteKeys.Reservation;
import io.bearings.review.Coverage;
import io.bearings.review.CycleCapacity;
import io.bearings.review.Kickoff;
import io.bearings.review.KickoffState;
import io.bearings.review.KickoffStep;
import io.bearings.review.Learning;
import io.bearings.review.LinkedWork;
import io.bearings.review.Litmus;
import io.bearings.review.Plan;
import io.bearings.review.Readiness.Check;
import io.bearings.review.ReadinessItem;
import io.bearings.review.Restatement;
import io.bearings.review.Restatement.Judged;
import io.bearings.review.Restatement.Verdict;
import io.bearings.review.Restating;
import io.bearings.review.StepMark;
import io.bearings.review.StepState;
import io.bearings.review.Steps;
import io.bearings.review.UnitCoverage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class KickoffResourceTest {
  private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
  private static final String LITMUS =
      "{'whyItMatters':'a','stillLose':'b','by':{'key':'lea','name':'Name lea'},"
          + "'at':'2026-10-01T08:00:00Z','version':3}";

  private final Site site = new Site();
  private final Kickoff kickoff = mock(Kickoff.class);
  private final Restating restating = mock(Restating.class);
  private final Coverage coverage = mock(Coverage.class);
  private final KickoffResource resource =
      new KickoffResource(
          site.answers, site.writes, kickoff, new KickoffViews(site.people), site.people);
  private final RestatementsResource restatements =
      new RestatementsResource(site.writes, restating, site.people);
  private final ObjectiveRestatementsResource ofObjective =
      new ObjectiveRestatementsResource(site.writes, restating, site.people);

  @Test
  public void showsAKickoffWhole() {
    when(kickoff.of(ANNA, 3, 7)).thenReturn(state());
    Response response = resource.kickoff("3", "7");
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(json(response))
        .isEqualTo(
            json(
                "{'unit':{'id':3,'name':'Mobile','level':'TEAM'},"
                    + "'cycle':{'id':7,'name':'Q4 2026','first':'2026-10-01','last':'2026-12-31',"
                    + "'state':'PLANNING'},'may':['RUN','READ_COVERAGE'],"
                    + "'steps':[{'step':'WRITE','state':'OPEN','by':null,'at':null,"
                    + "'skippable':true},{'step':'LITMUS','state':'SKIPPED',"
                    + "'by':{'key':'lea','name':'Name lea'},'at':'2026-10-01T08:00:00Z',"
                    + "'skippable':true}],'readiness':["
                    + "{'item':'OBJECTIVES','state':'NO','by':[{'key':'lea','name':'Name lea'}],"
                    + "'count':0,'total':5,'fix':{"
                    + "'href':'/secure/BearingsKickoff.jspa?unit=3&cycle=7#write',"
                    + "'objectives':[]}},"
                    + "{'item':'INSPIRING','state':'NO','by':[{'key':'bert','name':'Name bert'}],"
                    + "'count':1,'total':2,'fix':{"
                    + "'href':'/secure/BearingsWorkspace.jspa?unit=3&cycle=7#O-12',"
                    + "'objectives':['O-12']}},"
                    + "{'item':'CHECK_INS','state':'YES','by':[],'count':13,'total':13,'fix':{"
                    + "'href':'/secure/BearingsUnit.jspa?unit=3','objectives':[]}}],"
                    + "'capacity':{'members':5,'weekdays':66,'holidays':1,'workingDays':65,"
                    + "'hoursPerDay':8,'focusShare':0.5,'allHours':2600,'hours':1300,"
                    + "'linked':{'issues':4,'points':10.5,'notEstimated':1}},"
                    + "'litmus':"
                    + LITMUS
                    + ",'restatements':[{'id':5,'objectiveId':12,"
                    + "'by':{'key':'carl','name':'Name carl'},'at':'2026-10-01T08:00:00Z',"
                    + "'text':'Words','verdict':null,'judgedBy':null}],"
                    + "'learnings':[{'id':1,'objectiveKey':'O-9','decision':'DROP',"
                    + "'text':'Less','used':true,'reason':'Two'},{'id':2,"
                    + "'objectiveKey':'O-8','decision':'CARRY','text':'More',"
                    + "'used':null,'reason':null}]}"));
  }

  @Test
  public void anUnknownCapacityIsNoNumber() {
    KickoffState whole = state();
    KickoffState unknown =
        new KickoffState(
            whole.unit(),
            whole.cycle(),
            whole.may(),
            List.of(),
            List.of(),
            whole.plan(),
            List.of(),
            new CycleCapacity(Capacity.DEFAULT, 66, 66),
            whole.linked(),
            Litmus.NONE,
            List.of(),
            List.of());
    when(kickoff.of(ANNA, 3, 7)).thenReturn(unknown);
    assertThat(json(resource.kickoff("3", "7")).get("capacity").get("hours").isNull()).isTrue();
    assertThat(json(resource.kickoff("3", "7")).get("litmus"))
        .isEqualTo(json("{'whyItMatters':'','stillLose':'','by':null,'at':null,'version':0}"));
  }

  @Test
  public void asksForUnitAndCycle() {
    assertThat(json(resource.kickoff(null, "7")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'unit':'required'}}"));
    assertThat(json(resource.kickoff("3", " ")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'cycle':'required'}}"));
    assertThat(resource.kickoff("x", "7").getStatus()).isEqualTo(400);
    verifyNoInteractions(kickoff);
  }

  @Test
  public void whatOneMayNotSeeIs404() {
    when(kickoff.of(ANNA, 3, 7)).thenThrow(new Refusal.NotFound("3"));
    assertThat(resource.kickoff("3", "7").getStatus()).isEqualTo(404);
  }

  @Test
  public void marksAStep() {
    when(kickoff.mark(ANNA, 3, 7, KickoffStep.LITMUS, StepState.SKIPPED)).thenReturn(state());
    Response response =
        resource.mark(
            Site.request(), "LITMUS", "{\"unitId\":3,\"cycleId\":7,\"state\":\"SKIPPED\"}");
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(json(response).get("steps").get(1).get("state").asText()).isEqualTo("SKIPPED");
  }

  @Test
  public void refusesAStepThatDoesNotExistAndFieldsThatAreUnknown() {
    assertThat(
            resource
                .mark(Site.request(), "DANCE", "{\"unitId\":3,\"cycleId\":7,\"state\":\"DONE\"}")
                .getStatus())
        .isEqualTo(404);
    assertThat(
            json(
                resource.mark(
                    Site.request(), "WRITE", "{\"unitId\":3,\"state\":\"NEVER\",\"x\":1}")))
        .isEqualTo(
            json(
                "{'errorMessages':[],'errors':{'cycleId':'required',"
                    + "'state':'noWord[OPEN, DONE, SKIPPED]','x':'unknownField'}}"));
    assertThat(json(resource.mark(Site.request(), "WRITE", "{\"unitId\":3,\"state\":\"DONE\"}")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'cycleId':'required'}}"));
    verifyNoInteractions(kickoff);
  }

  @Test
  public void saysWhyAStepCannotBeMarked() {
    when(kickoff.mark(any(), anyLong(), anyLong(), any(), any()))
        .thenThrow(
            new Refusal.Invalid(
                Map.of("state", Message.of("bearings.kickoff.error.noObjectives"))));
    Response response =
        resource.mark(Site.request(), "WRITE", "{\"unitId\":3,\"cycleId\":7,\"state\":\"DONE\"}");
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(json(response).get("errors").get("state").asText()).contains("noObjectives");
  }

  @Test
  public void aLearningIsUsedOrSetAside() {
    when(kickoff.treat(ANNA, 3, 7, 1, Optional.of(new Learning.Treatment(false, "Not now"))))
        .thenReturn(state());
    when(kickoff.treat(ANNA, 3, 7, 2, Optional.empty())).thenReturn(state());
    assertThat(
            resource
                .treat(
                    Site.request(),
                    "1",
                    "{\"unitId\":3,\"cycleId\":7,\"used\":false,\"reason\":\"Not now\"}")
                .getStatus())
        .isEqualTo(200);
    assertThat(resource.treat(Site.request(), "2", "{\"unitId\":3,\"cycleId\":7}").getStatus())
        .isEqualTo(200);
    assertThat(resource.treat(Site.request(), "2", "{\"unitId\":3}").getStatus()).isEqualTo(400);
  }

  @Test
  public void keepsTheAnswers() {
    when(kickoff.answer(ANNA, 3, 7, 2, new Litmus.Draft("a", "b"))).thenReturn(litmus());
    Response response =
        resource.answer(
            Site.request(),
            "{\"unitId\":3,\"cycleId\":7,\"version\":2,\"whyItMatters\":\"a\","
                + "\"stillLose\":\"b\"}");
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(json(response)).isEqualTo(json(LITMUS));
  }

  @Test
  public void showsWhatSomebodyElseAnsweredMeanwhile() {
    when(kickoff.answer(any(), anyLong(), anyLong(), anyInt(), any()))
        .thenThrow(new Refusal.Conflict("Mobile", 3, "Lea"));
    when(kickoff.litmus(ANNA, 3, 7)).thenReturn(litmus());
    Response response =
        resource.answer(Site.request(), "{\"unitId\":3,\"cycleId\":7,\"version\":2}");
    assertThat(response.getStatus()).isEqualTo(409);
    assertThat(json(response).get("current")).isEqualTo(json(LITMUS));
  }

  @Test
  public void answersNeedAVersionAndAPlace() {
    assertThat(json(resource.answer(Site.request(), "{\"why\":\"a\"}")))
        .isEqualTo(
            json(
                "{'errorMessages':[],'errors':{'unitId':'required','cycleId':'required',"
                    + "'version':'required','why':'unknownField'}}"));
    verifyNoInteractions(kickoff);
  }

  @Test
  public void keepsWhatSomebodySaysInTheirOwnWords() {
    when(restating.restate(ANNA, 12, "Words")).thenReturn(restatement(Optional.empty()));
    Response response = ofObjective.restate(Site.request(), "12", "{\"text\":\"Words\"}");
    assertThat(response.getStatus()).isEqualTo(201);
    assertThat(json(response).get("by")).isEqualTo(json("{'key':'carl','name':'Name carl'}"));
    assertThat(ofObjective.restate(Site.request(), "12", "{\"words\":\"x\"}").getStatus())
        .isEqualTo(400);
    assertThat(ofObjective.restate(Site.request(), "O-12", "{\"text\":\"Words\"}").getStatus())
        .isEqualTo(404);
  }

  @Test
  public void keepsTheVerdict() {
    when(restating.judge(ANNA, 5, Verdict.DIFFERENT))
        .thenReturn(restatement(Optional.of(new Judged(Verdict.DIFFERENT, "lea", NOW))));
    Response response = restatements.judge(Site.request(), "5", "{\"verdict\":\"DIFFERENT\"}");
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(json(response).get("verdict").asText()).isEqualTo("DIFFERENT");
    assertThat(json(response).get("judgedBy")).isEqualTo(json("{'key':'lea','name':'Name lea'}"));
  }

  @Test
  public void aVerdictIsSameOrDifferent() {
    assertThat(json(restatements.judge(Site.request(), "5", "{}")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'verdict':'required'}}"));
    assertThat(json(restatements.judge(Site.request(), "5", "{\"verdict\":\"MAYBE\"}")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'verdict':'noWord[SAME, DIFFERENT]'}}"));
    when(restating.judge(ANNA, 5, Verdict.SAME)).thenThrow(new Refusal.Forbidden());
    assertThat(restatements.judge(Site.request(), "5", "{\"verdict\":\"SAME\"}").getStatus())
        .isEqualTo(403);
  }

  @Test
  public void showsHowReadyTheUnitsAre() {
    when(coverage.of(ANNA, 7)).thenReturn(List.of(new UnitCoverage(unit(), 3, 2, 1, 6, 8)));
    CoverageResource units = new CoverageResource(site.answers, coverage);
    assertThat(json(units.coverage("7")))
        .isEqualTo(
            json(
                "{'units':[{'id':3,'name':'Mobile','level':'TEAM','parentId':2,'objectives':3,"
                    + "'published':2,'aligned':1,'ready':6,'checks':8}]}"));
    assertThat(units.coverage(null).getStatus()).isEqualTo(400);
    when(coverage.of(ANNA, 7)).thenThrow(new Refusal.Forbidden());
    assertThat(units.coverage("7").getStatus()).isEqualTo(403);
  }

  @Test
  public void anAnonymousVisitorIsRefusedEverywhere() {
    when(site.signedIn.person()).thenReturn(Optional.empty());
    assertThat(resource.kickoff("3", "7").getStatus()).isEqualTo(401);
    assertThat(resource.mark(Site.request(), "WRITE", "{}").getStatus()).isEqualTo(401);
    assertThat(resource.answer(Site.request(), "{}").getStatus()).isEqualTo(401);
    assertThat(restatements.judge(Site.request(), "5", "{}").getStatus()).isEqualTo(401);
    assertThat(ofObjective.restate(Site.request(), "12", "{}").getStatus()).isEqualTo(401);
  }

  @Test
  public void givesTheStoredAnswerToEveryWriteThatIsRepeatedByItsKey() {
    when(site.writeKeys.reserve(anyString(), anyString(), any()))
        .thenReturn(new Reservation.Answered(200, "{\"kept\":true}"));
    HttpServletRequest keyed = Site.request(Map.of("Idempotency-Key", "abc"));
    for (Response again :
        List.of(
            resource.mark(keyed, "WRITE", "{\"unitId\":3,\"cycleId\":7,\"state\":\"DONE\"}"),
            resource.answer(keyed, "{\"unitId\":3,\"cycleId\":7,\"version\":2}"),
            ofObjective.restate(keyed, "12", "{\"text\":\"Words\"}"),
            restatements.judge(keyed, "5", "{\"verdict\":\"SAME\"}"))) {
      assertThat(again.getStatus()).isEqualTo(200);
      assertThat(again.getEntity()).isEqualTo("{\"kept\":true}");
    }
    verifyNoInteractions(kickoff, restating);
  }

  private static KickoffState state() {
    return new KickoffState(
        unit(),
        new Cycle(
            7,
            1,
            "Q4 2026",
            LocalDate.of(2026, 10, 1),
            LocalDate.of(2026, 12, 31),
            CycleState.PLANNING,
            CycleKind.CALENDAR,
            CycleLength.QUARTER,
            Optional.empty(),
            Optional.empty(),
            1),
        new KickoffState.May(false, true, false, false, true),
        List.of(
            new Steps.Shown(KickoffStep.WRITE, Optional.empty()),
            new Steps.Shown(
                KickoffStep.LITMUS,
                Optional.of(new StepMark(KickoffStep.LITMUS, StepState.SKIPPED, "lea", NOW)))),
        List.of(
            new Learning(
                1,
                9,
                io.bearings.review.Verdict.Decision.DROP,
                "Less",
                Optional.of(new Learning.Treatment(true, "Two"))),
            new Learning(
                2, 8, io.bearings.review.Verdict.Decision.CARRY, "More", Optional.empty())),
        new Plan(List.of(), 13, false),
        List.of(
            new Check(ReadinessItem.OBJECTIVES, false, 0, 5, List.of(), List.of()),
            new Check(ReadinessItem.INSPIRING, false, 1, 2, List.of(12L), List.of("bert")),
            new Check(ReadinessItem.CHECK_INS, true, 13, 13, List.of(), List.of())),
        new CycleCapacity(unit().settings().capacity(), 66, 65),
        new LinkedWork(4, new BigDecimal("10.5"), 1),
        litmus(),
        List.of(),
        List.of(restatement(Optional.empty())));
  }

  private static Litmus litmus() {
    return new Litmus(new Litmus.Draft("a", "b"), Optional.of(new Litmus.Written("lea", NOW)), 3);
  }

  private static Restatement restatement(Optional<Judged> judged) {
    return new Restatement(5, 12, "carl", "Words", NOW, judged);
  }

  private static Unit unit() {
    return new Unit(
        3,
        "Mobile",
        UnitLevel.TEAM,
        Optional.of(2L),
        Optional.of("lea"),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Openness.MEMBERS,
        new UnitSettings(
            Optional.empty(),
            CadenceSetting.DEFAULT,
            false,
            new Capacity(5, BigDecimal.valueOf(8), new BigDecimal("0.5"))),
        false,
        1);
  }
}
