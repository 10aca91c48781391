package io.bearings.rest;

import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.Changes;
import io.bearings.okr.CheckIns;
import io.bearings.okr.EvidenceLog;
import io.bearings.progress.Backfill;
import io.bearings.progress.Figuring;
import io.bearings.progress.Gathering;
import io.bearings.progress.Hindsight;
import io.bearings.progress.LinkKind;
import io.bearings.progress.LinkSpan;
import io.bearings.progress.Overview;
import io.bearings.progress.PastWork;
import io.bearings.progress.Timelines;
import io.bearings.progress.WorkDays;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class ObjectiveTimelineResourceTest {
  private final Site site = new Site();
  private final PastWork pastWork = mock(PastWork.class);
  private final Gathering gathering =
      new Gathering(site.objectives, site.alignments, site.links, site.outside);
  private final Hindsight hindsight =
      new Hindsight(
          mock(CheckIns.class),
          mock(EvidenceLog.class),
          mock(Changes.class),
          pastWork,
          site.outside,
          site.settings,
          site.clock);
  private final Overview overview =
      new Overview(
          site.objectives,
          site.alignments,
          gathering,
          new Figuring(
              gathering,
              hindsight,
              site.cycles,
              site.units,
              site.access,
              site.settings,
              site.people,
              site.clock),
          site.standpoints,
          site.access,
          site.people);
  private final ObjectiveTimelineResource resource =
      new ObjectiveTimelineResource(
          site.answers,
          new Timelines(
              overview,
              site.objectives,
              site.cycles,
              site.standpoints,
              new WorkDays(pastWork, site.links, mock(Backfill.class), site.settings, site.clock)));

  @Before
  public void anIssueThatWasDoneOnTheSixth() {
    Instant made = Instant.parse("2026-10-05T09:00:00Z");
    when(pastWork.linkedTo(anyCollection()))
        .thenReturn(
            Map.of(
                34L,
                new PastWork.Linked(
                    List.of(new LinkSpan(LinkKind.ISSUE, 100, made, Optional.empty(), List.of())),
                    List.of(
                        new IssueHistory(
                            100,
                            List.of(
                                new IssueHistory.Moment(made, state(StatusCategory.TO_DO)),
                                new IssueHistory.Moment(
                                    Instant.parse("2026-10-06T09:00:00Z"),
                                    state(StatusCategory.DONE))),
                            Optional.empty())))));
  }

  private static IssueSnapshot state(StatusCategory category) {
    return new IssueSnapshot(
        1,
        "1",
        category,
        Optional.empty(),
        Optional.of(BigDecimal.TEN),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  public void givesTheScoreOfEachDayWithWhatMovedItAndTheWork() {
    JsonNode days = json(resource.timeline("12", "2026-10-04", "2026-10-06", null)).path("days");

    assertThat(days).hasSize(3);
    assertThat(days.get(0).path("score").isNull()).isTrue();
    assertThat(days.get(0).path("moved")).isEmpty();
    assertThat(days.get(1).path("moved").get(0).path("from").isNull()).isTrue();
    assertThat(days.get(1).path("work").at("/change/added/issues").asInt()).isEqualTo(1);
    assertThat(days.get(2).path("score").decimalValue()).isEqualByComparingTo("1");
    assertThat(days.get(2).path("coverage").decimalValue()).isEqualByComparingTo("1");
    assertThat(days.get(2).path("moved").get(0).path("key").asText()).isEqualTo("KR-34");
    assertThat(days.get(2).path("moved").get(0).path("from").decimalValue())
        .isEqualByComparingTo("0");
    assertThat(days.get(2).path("work").at("/change/done/issues").asInt()).isEqualTo(1);
  }

  @Test
  public void namesTheParameterThatIsWrong() {
    assertThat(json(resource.timeline("12", "yesterday", null, null)))
        .isEqualTo(json("{'errorMessages':[],'errors':{'from':'noDay'}}"));
    assertThat(json(resource.timeline("12", "2026-10-06", "2026-10-05", null)))
        .isEqualTo(json("{'errorMessages':[],'errors':{'from':'lastBeforeFirst'}}"));
    assertThat(json(resource.timeline("12", null, null, "later")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'known':'noWord[now, then]'}}"));
  }

  @Test
  public void answers404ForWhatOneMayNotReadAsForWhatIsNotThere() {
    when(site.objectives.placed(13, Site.ANNA)).thenReturn(Optional.of(Site.SECRET));

    assertThat(resource.timeline("13", null, null, null).getStatus()).isEqualTo(404);
    assertThat(resource.timeline("99", null, null, null).getStatus()).isEqualTo(404);
    assertThat(resource.timeline("O-12", null, null, null).getStatus()).isEqualTo(404);
  }
}
