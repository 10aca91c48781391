package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bearings.okr.Calibration;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Nature;
import io.bearings.okr.Openness;
import io.bearings.okr.Refusal;
import io.bearings.okr.ScoreChange;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.review.Cause;
import io.bearings.review.DriverCourse;
import io.bearings.review.Effort;
import io.bearings.review.Gauge;
import io.bearings.review.GreenCycle;
import io.bearings.review.KpiHealth;
import io.bearings.review.KpiRef;
import io.bearings.review.Lag;
import io.bearings.review.Output;
import io.bearings.review.OutsideEvent;
import io.bearings.review.Retrospective;
import io.bearings.review.Retrospectives;
import io.bearings.review.Shift;
import io.bearings.review.Strain;
import io.bearings.talk.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class RetrospectivesResourceTest {
  private static final Cycle QUARTER =
      new Cycle(
          7,
          3,
          "Q3",
          LocalDate.parse("2026-07-01"),
          LocalDate.parse("2026-09-30"),
          CycleState.REVIEW,
          CycleKind.CALENDAR,
          CycleLength.QUARTER,
          Optional.empty(),
          Optional.empty(),
          1);
  private static final Unit UNIT =
      new Unit(
          3,
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
  private static final KpiRef SEEN = new KpiRef(5, "Velocity", false);
  private static final KpiRef HIDDEN = new KpiRef(6, "", true);
  private static final Gauge GAUGE =
      new Gauge(
          1,
          "Fewer alarms",
          Nature.OUTCOME,
          Optional.of(new BigDecimal("0.1")),
          new BigDecimal("0.7"));

  private final Site site = new Site();
  private final Retrospectives retrospectives = mock(Retrospectives.class);
  private final RetrospectivesResource resource =
      new RetrospectivesResource(site.answers, retrospectives, site.people);

  @Test
  public void givesWhatACycleCameTo() {
    when(retrospectives.of(ANNA, 3, 7))
        .thenReturn(
            new Retrospective(
                UNIT,
                QUARTER,
                LocalDate.parse("2026-09-30"),
                ZoneOffset.UTC,
                List.of(),
                List.of(),
                List.of(),
                2,
                List.of(
                    new Retrospective.Watched(HIDDEN, KpiHealth.of(List.of()), Optional.empty())),
                List.of(),
                List.of(),
                new Retrospective.Calibrated(4, Calibration.brier(List.of())),
                List.of()));

    assertThat(json(resource.one("3", "7")))
        .isEqualTo(
            json(
                "{'unit':{'id':3,'name':'Team'},'cycle':{'id':7,'name':'Q3',"
                    + "'first':'2026-07-01','last':'2026-09-30','state':'REVIEW'},"
                    + "'end':'2026-09-30','over':true,'objectives':[],'abandoned':[],"
                    + "'drafts':[],'hidden':2,"
                    + "'kpis':[{'kpi':{'id':6,'key':'KPI-6','name':null},"
                    + "'health':'NOT_KNOWN','amberOnly':false,'periods':0,'observed':0,"
                    + "'green':0,'red':0,'part':null}],"
                    + "'breaches':[],'blockers':[],'calibration':{'pairs':4,'brier':null},"
                    + "'carryOvers':[]}"));
  }

  @Test
  public void refusesWhatIsNotThere() {
    when(retrospectives.of(ANNA, 3, 8)).thenThrow(new Refusal.NotFound("8"));

    assertThat(resource.one("3", "8").getStatus()).isEqualTo(404);
    assertThat(resource.one("x", "8").getStatus()).isEqualTo(404);
  }

  @Test
  public void eachCauseBringsItsEvidenceAndNothingElse() {
    assertEvidence(new Cause.NoOutcomeData(List.of(GAUGE)), "keyResults");
    assertEvidence(new Cause.NotExecuted(new Output(1, 4)), "output");
    assertEvidence(new Cause.EffortElsewhere(new Effort(1, 10, 5, 10)), "effort");
    assertEvidence(
        new Cause.ScopeOrGoalpostsChanged(List.of(goalpost(), scope())), "goalposts", "scope");
    assertEvidence(
        new Cause.OutsideEvents(
            List.of(
                new OutsideEvent(
                    9,
                    new Place(Place.Kind.UNIT, 3),
                    "Strike",
                    LocalDate.parse("2026-08-01"),
                    Optional.empty()))),
        "events");
    assertEvidence(
        new Cause.LagNotOver(List.of(new Lag(GAUGE, 4, LocalDate.parse("2026-09-10")))), "lags");
    assertEvidence(
        new Cause.GuardrailCost(
            List.of(
                new Strain(SEEN, 2, LocalDate.parse("2026-08-01"), LocalDate.parse("2026-08-14")))),
        "strains");
    assertEvidence(
        new Cause.WrongDriver(List.of(course(SEEN)), List.of(GAUGE)), "drivers", "keyResults");
    assertEvidence(
        new Cause.InsensitiveKpis(List.of(new GreenCycle(7, "Q3", 13, 13, 13))), "cycles");
    assertEvidence(
        new Cause.ExecutedWell(new Output(3, 4), List.of(GAUGE)), "output", "keyResults");
  }

  private static Shift goalpost() {
    return new Shift.Goalpost(
        1,
        Optional.of("KR-1"),
        "target",
        Optional.of("5"),
        Optional.empty(),
        Optional.empty(),
        ScoreChange.ADJUSTMENT,
        LocalDate.parse("2026-08-03"),
        Optional.empty(),
        Optional.of(BigDecimal.ONE));
  }

  private static Shift scope() {
    return new Shift.Scope(LocalDate.parse("2026-07-24"), LocalDate.parse("2026-09-30"), 10, 3, 1);
  }

  private static DriverCourse course(KpiRef kpi) {
    return new DriverCourse(
        kpi,
        Optional.of(new DriverCourse.Point(LocalDate.parse("2026-06-28"), BigDecimal.ONE)),
        Optional.of(new DriverCourse.Point(LocalDate.parse("2026-09-27"), BigDecimal.TEN)),
        Optional.of(BigDecimal.ONE),
        DriverCourse.Movement.MOVED);
  }

  private static JsonNode tree(Cause cause) {
    return new ObjectMapper().valueToTree(CauseView.of(cause));
  }

  private static void assertEvidence(Cause cause, String... filled) {
    JsonNode view = tree(cause);
    assertThat(view.get("kind").asText()).isEqualTo(cause.kind().name());
    view.fields()
        .forEachRemaining(
            field -> {
              if (!field.getKey().equals("kind")) {
                JsonNode value = field.getValue();
                assertThat(!value.isNull() && !(value.isArray() && value.isEmpty()))
                    .as("%s of %s", field.getKey(), cause.kind())
                    .isEqualTo(List.of(filled).contains(field.getKey()));
              }
            });
  }

  @Test
  public void ofADriverThatIsNotSeenNoValueIsTold() {
    assertThat(
            tree(new Cause.WrongDriver(List.of(course(HIDDEN)), List.of(GAUGE)))
                .get("drivers")
                .toString())
        .isEqualTo(
            "[{'kpi':{'id':6,'key':'KPI-6','name':null},'from':null,'fromOn':null,'to':null,'toOn':null,'noise':null}]"
                .replace('\'', '"'));
  }
}
