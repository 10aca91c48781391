package io.bearings.rest;

import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.progress.Backfill;
import io.bearings.progress.LinkKind;
import io.bearings.progress.LinkSpan;
import io.bearings.progress.PastWork;
import io.bearings.progress.Timelines;
import io.bearings.progress.WorkDays;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class TimelineResourceTest {
  private final Site site = new Site();
  private final PastWork pastWork = mock(PastWork.class);
  private final TimelineResource resource =
      new TimelineResource(
          site.answers,
          new Timelines(
              site.overview,
              site.objectives,
              site.cycles,
              site.standpoints,
              new WorkDays(pastWork, site.links, mock(Backfill.class), site.settings, site.clock)));

  @Test
  public void givesEachDayWithTheWorkApartFromTheScope() {
    Instant made = Instant.parse("2026-10-05T09:00:00Z");
    IssueSnapshot done =
        new IssueSnapshot(
            1,
            "1",
            StatusCategory.DONE,
            Optional.empty(),
            Optional.of(BigDecimal.TEN),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty());
    when(pastWork.linkedTo(anyCollection()))
        .thenReturn(
            Map.of(
                34L,
                new PastWork.Linked(
                    List.of(new LinkSpan(LinkKind.ISSUE, 100, made, Optional.empty(), List.of())),
                    List.of(
                        new IssueHistory(
                            100,
                            List.of(new IssueHistory.Moment(made, done)),
                            Optional.empty())))));

    assertThat(json(resource.timeline("34", "2026-10-05", "2026-10-05", "then")))
        .isEqualTo(
            json(
                "{'days':[{'on':'2026-10-05','ratio':1.0000000000000000000000000000000000,"
                    + "'issues':1,'toDo':0,'inProgress':0,'done':1,'outOfScope':0,"
                    + "'doneWeight':1,'totalWeight':1,'change':{"
                    + "'done':{'issues':0,'weight':0},'reopened':{'issues':0,'weight':0},"
                    + "'added':{'issues':1,'weight':1},'removed':{'issues':0,'weight':0},"
                    + "'reestimated':{'issues':0,'weight':0}}}]}"));
  }

  @Test
  public void namesTheParameterThatIsWrong() {
    assertThat(resource.timeline("34", "yesterday", null, null).getStatus()).isEqualTo(400);
    assertThat(json(resource.timeline("34", "yesterday", null, null)))
        .isEqualTo(json("{'errorMessages':[],'errors':{'from':'noDay'}}"));
    assertThat(json(resource.timeline("34", null, "2026-13-01", null)))
        .isEqualTo(json("{'errorMessages':[],'errors':{'to':'noDay'}}"));
    assertThat(json(resource.timeline("34", null, null, "later")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'known':'noWord[now, then]'}}"));
    assertThat(json(resource.timeline("34", "2026-10-06", "2026-10-05", "now")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'from':'lastBeforeFirst'}}"));
  }

  @Test
  public void answers404ForWhatOneMayNotSeeAsForWhatIsNotThere() {
    assertThat(resource.timeline("99", null, null, null).getStatus()).isEqualTo(404);
    assertThat(resource.timeline("KR-34", null, null, null).getStatus()).isEqualTo(404);
  }
}
