package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Okrs;
import io.bearings.okr.Visibility;
import io.bearings.progress.Gathering;
import io.bearings.progress.Workspace;
import io.bearings.review.Alarm;
import io.bearings.review.Alarms;
import io.bearings.review.Attending;
import io.bearings.talk.Audience;
import io.bearings.talk.Item;
import io.bearings.talk.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class AttentionResourceTest {
  private final Site site = new Site();
  private final Alarms alarms = mock(Alarms.class);
  private final AttentionResource resource =
      new AttentionResource(
          site.answers,
          new Attending(
              new Workspace(
                  site.standpoints,
                  site.cycles,
                  site.objectives,
                  site.alignments,
                  new Gathering(site.objectives, site.alignments, site.links, site.outside),
                  site.figuring,
                  site.clock),
              alarms,
              site.settings,
              site.clock),
          site.people);

  @Before
  public void aQuarterWithARedKpiAndABlocker() {
    when(site.cycles.serving(anyCollection())).thenReturn(List.of(quarter()));
    when(site.objectives.find(any(), any()))
        .thenReturn(List.of(Okrs.placed(Site.OBJECTIVE, Okrs.QUARTER)));
    when(alarms.of(List.of(3L), ANNA))
        .thenReturn(
            List.of(
                blocker(7),
                blocker(8),
                new Alarm.OfKpi(
                    5,
                    3,
                    "Availability",
                    "bert",
                    Optional.of(new Alarm.Breached(LocalDate.parse("2026-11-16"), false)),
                    Optional.empty(),
                    Optional.empty(),
                    false)));
  }

  private static Cycle quarter() {
    return new Cycle(
        7,
        3,
        "Q4",
        LocalDate.parse("2026-10-01"),
        LocalDate.parse("2026-12-31"),
        CycleState.ACTIVE,
        CycleKind.CALENDAR,
        CycleLength.QUARTER,
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private static Alarm blocker(long cycleId) {
    Item about =
        new Item(
            Subject.keyResult(34),
            Optional.of(12L),
            Optional.of(34L),
            "KR-34",
            "Fewer alarms",
            "anna",
            Optional.empty(),
            new Audience(3, Visibility.UNIT_VIEWERS, "anna", false));
    return new Alarm.OfBlocker(
        1, about, Optional.of(cycleId), "anna", "the supplier", LocalDate.parse("2026-11-11"));
  }

  @Test
  public void listsWhatNeedsAttentionInOrderWithWhereToReadIt() {
    JsonNode answer = json(resource.of("3", "true", "20"));
    assertThat(answer.at("/unit/name").asText()).isEqualTo("Team");
    assertThat(answer.at("/cycle/id").asLong()).isEqualTo(7);
    assertThat(answer.at("/cycle/phase").asText()).isEqualTo("ACTIVE");
    assertThat(answer.at("/total").asInt()).isEqualTo(answer.path("items").size());
    assertThat(answer.path("items").findValuesAsText("kind")).startsWith("BREACH", "BLOCKER");
    assertThat(answer.at("/items/0"))
        .isEqualTo(
            json(
                "{'kind':'BREACH','severity':'act','text':'bearings.attention.BREACH',"
                    + "'subject':'KPI','id':5,'key':'KPI-5','title':'Availability',"
                    + "'unit':{'id':3,'name':'Team'},"
                    + "'owner':{'key':'bert','name':'Name bert'},"
                    + "'since':'2026-11-16','days':6,'others':0,'waitsFor':'',"
                    + "'href':'/secure/BearingsKpi.jspa?kpi=KPI-5'}"));
    assertThat(answer.at("/items/1/href").asText())
        .isEqualTo("/secure/BearingsWorkspace.jspa?unit=3&cycle=7#KR-34");
    assertThat(answer.at("/items/1/waitsFor").asText()).isEqualTo("the supplier");
  }

  @Test
  public void givesNoMoreThanIsAskedForAndSaysHowManyThereAre() {
    JsonNode all = json(resource.of("3", "false", "100"));
    JsonNode answer = json(resource.of("3", "false", "1"));
    assertThat(answer.path("items")).hasSize(1);
    assertThat(answer.path("total")).isEqualTo(all.path("total"));
    assertThat(all.path("total").asInt()).isGreaterThan(1);
  }

  @Test
  public void refusesWhatItDoesNotKnow() {
    assertThat(resource.of("99", "true", "20").getStatus()).isEqualTo(404);
    for (String limit : List.of("0", "101", "many")) {
      assertThat(resource.of("3", "true", limit).getStatus()).as(limit).isEqualTo(400);
    }
    assertThat(json(resource.of("x", "true", "20")).at("/errors/unit").asText()).isNotEmpty();
    when(site.signedIn.person()).thenReturn(Optional.empty());
    assertThat(resource.of("3", "true", "20").getStatus()).isEqualTo(401);
  }

  @Test
  public void saysWhenThereIsNothingToLookAt() {
    when(site.cycles.serving(anyCollection())).thenReturn(List.of());
    when(alarms.of(any(), any())).thenReturn(List.of());
    JsonNode answer = json(resource.of("3", "true", "20"));
    assertThat(answer.path("cycle").isNull()).isTrue();
    assertThat(answer.path("items")).isEmpty();
    when(site.standpoints.of(ANNA)).thenReturn(Okrs.standpoint(ANNA));
    assertThat(json(resource.of(null, "true", "20")).path("unit").isNull()).isTrue();
  }
}
