package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.progress.Backfill;
import io.bearings.progress.EffortAlignment;
import io.bearings.progress.FinishedWork;
import io.bearings.progress.IssueText;
import io.bearings.progress.PastWork;
import io.bearings.progress.Timelines;
import io.bearings.progress.WorkDays;
import io.bearings.progress.WorkOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class EffortResourceTest {
  private final Site site = new Site();
  private final FinishedWork finished = mock(FinishedWork.class);
  private final WorkOf work = mock(WorkOf.class);
  private final PastWork pastWork = mock(PastWork.class);
  private final EffortResource resource =
      new EffortResource(
          site.answers,
          new EffortAlignment(
              finished,
              work,
              site.issues,
              site.standpoints,
              site.access,
              site.settings,
              site.clock),
          new Timelines(
              site.overview,
              site.objectives,
              site.cycles,
              site.standpoints,
              new WorkDays(pastWork, site.links, mock(Backfill.class), site.settings, site.clock)));

  @Before
  public void twoIssuesOfWhichOneServes() {
    when(finished.between(any(), anyCollection(), any(), anyBoolean(), anyInt()))
        .thenReturn(
            new FinishedWork.Answer(List.of(issue(1, new BigDecimal("3")), issue(2, null)), 2));
    when(work.purposes(anyCollection()))
        .thenReturn(new WorkOf.Purposes(Set.of(1L), Set.of(), Set.of()));
    when(site.issues.texts(eq(ANNA), anyCollection()))
        .thenReturn(Map.of(2L, new IssueText(2, "DEMO-2", "Tidy up", "Done", Optional.of("Done"))));
  }

  private static FinishedWork.Finished issue(long id, BigDecimal points) {
    return new FinishedWork.Finished(
        id,
        false,
        Instant.parse("2026-11-20T10:00:00Z"),
        Optional.of("10000"),
        Optional.ofNullable(points));
  }

  @Test
  public void givesTheSharesInAllAndByWeek() {
    assertThat(json(resource.effort("3", "2026-11-16", "2026-11-22", null)))
        .isEqualTo(
            json(
                "{'unit':{'id':3,'name':'Team'},'from':'2026-11-16','to':'2026-11-22',"
                    + "'weightBy':'ISSUES','mayWeigh':false,"
                    + "'projects':[{'key':'DEMO','name':'Mobile app'}],'hiddenProjects':0,"
                    + "'issues':2,'weight':2,"
                    + "'objective':{'issues':1,'weight':1,'share':0.5},"
                    + "'kpi':{'issues':0,'weight':0,'share':0},"
                    + "'neither':{'issues':1,'weight':1,'share':0.5},"
                    + "'imputed':0,'mostlyNotEstimated':false,'undated':0,'unlinkedJql':'"
                    + "project in (\\\"DEMO\\\") AND statusCategory = Done"
                    + " AND resolved >= \\\"2026-11-16\\\" AND resolved < \\\"2026-11-23\\\""
                    + " AND resolution not in (10001)"
                    + " AND issuetype in standardIssueTypes()"
                    + " AND issue not in issuesWithObjective(\\\"DEMO\\\")"
                    + " ORDER BY resolved DESC',"
                    + "'weeks':[{'first':'2026-11-16','last':'2026-11-22',"
                    + "'objective':{'issues':1,'weight':1,'share':0.5},"
                    + "'kpi':{'issues':0,'weight':0,'share':0},"
                    + "'neither':{'issues':1,'weight':1,'share':0.5}}]}"));
  }

  @Test
  public void whatRestoredAKpiIsAPartOfItsOwn() {
    when(work.purposes(anyCollection()))
        .thenReturn(new WorkOf.Purposes(Set.of(1L), Set.of(2L), Set.of()));

    JsonNode told = json(resource.effort("3", "2026-11-16", "2026-11-22", null));

    assertThat(told.at("/kpi")).isEqualTo(json("{'issues':1,'weight':1,'share':0.5}"));
    assertThat(told.at("/weeks/0/kpi")).isEqualTo(told.at("/kpi"));
    assertThat(told.at("/neither/issues").asInt()).isZero();
    assertThat(json(resource.unlinked("3", "2026-11-16", "2026-11-22", null, null, null)))
        .isEqualTo(json("{'issues':[],'hidden':0,'total':0,'next':null}"));
  }

  @Test
  public void aShareOfNothingIsNull() {
    when(finished.between(any(), anyCollection(), any(), anyBoolean(), anyInt()))
        .thenReturn(new FinishedWork.Answer(List.of(), 0));

    assertThat(json(resource.effort("3", null, null, "points")).at("/objective/share").isNull())
        .isTrue();
  }

  @Test
  public void weighsByPointsWhereThatIsWanted() {
    resource.effort("3", null, null, "points");

    verify(finished)
        .between(any(), anyCollection(), any(), eq(true), eq(EffortAlignment.MOST_WEIGHED));
  }

  @Test
  public void listsWhatServedNothing() {
    assertThat(json(resource.unlinked("3", null, null, "points", null, null)))
        .isEqualTo(
            json(
                "{'issues':[{'key':'DEMO-2','title':'Tidy up','status':'Done',"
                    + "'resolved':'2026-11-20','weight':3,'imputed':true}],"
                    + "'hidden':0,'total':1,'next':null}"));
    assertThat(json(resource.unlinked("3", null, null, null, "2026-11-02", "0")))
        .isEqualTo(json("{'issues':[],'hidden':0,'total':0,'next':null}"));
  }

  @Test
  public void givesTheWorkOfEachDay() {
    assertThat(
            json(resource.timeline("3", null, "2026-11-21", "2026-11-22", null, "points"))
                .at("/days/1"))
        .isEqualTo(
            json(
                "{'on':'2026-11-22','ratio':null,'issues':0,'toDo':0,'inProgress':0,'done':0,"
                    + "'outOfScope':0,'doneWeight':0,'totalWeight':0,'change':{"
                    + "'done':{'issues':0,'weight':0},'reopened':{'issues':0,'weight':0},"
                    + "'added':{'issues':0,'weight':0},'removed':{'issues':0,'weight':0},"
                    + "'reestimated':{'issues':0,'weight':0}}}"));
    assertThat(resource.timeline("99", null, null, null, null, null).getStatus()).isEqualTo(404);
    assertThat(resource.timeline("3", "7", null, null, null, null).getStatus()).isEqualTo(404);
    assertThat(json(resource.timeline("3", "Q4", null, null, null, null)))
        .isEqualTo(json("{'errorMessages':[],'errors':{'cycle':'noId'}}"));
    assertThat(json(resource.timeline("3", null, null, null, "later", null)))
        .isEqualTo(json("{'errorMessages':[],'errors':{'known':'noWord[now, then]'}}"));
  }

  @Test
  public void namesTheParameterThatIsWrong() {
    assertThat(json(resource.effort("3", "soon", null, null)))
        .isEqualTo(json("{'errorMessages':[],'errors':{'from':'noDay'}}"));
    assertThat(json(resource.effort("3", null, null, "hours")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'weight':'noWord[issues, points]'}}"));
    assertThat(json(resource.unlinked("3", null, null, null, "w2", null)))
        .isEqualTo(json("{'errorMessages':[],'errors':{'week':'noDay'}}"));
    assertThat(json(resource.unlinked("3", null, null, null, null, "all")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'skip':'noNumber'}}"));
    assertThat(json(resource.unlinked("3", null, null, null, null, "-1")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'skip':'negative'}}"));
    assertThat(resource.effort("3", "soon", null, null).getStatus()).isEqualTo(400);
  }

  @Test
  public void answers404ForWhatOneMayNotSeeAsForWhatIsNotThere() {
    assertThat(resource.effort("99", null, null, null).getStatus()).isEqualTo(404);
    assertThat(resource.unlinked("99", null, null, null, null, null).getStatus()).isEqualTo(404);
    assertThat(resource.effort("Team", null, null, null).getStatus()).isEqualTo(404);
  }
}
