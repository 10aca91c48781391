package io.bearings.rest;

import static io.bearings.rest.Site.json;
import static io.bearings.rest.Site.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.bearings.connect.FileImport;
import io.bearings.okr.Importing;
import io.bearings.okr.PlanStore;
import io.bearings.okr.Plans;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.Test;

public class ImportResourceTest {
  private final Site site = new Site();
  private final PlanStore store = mock(PlanStore.class);
  private final Importing importing =
      new Importing(
          new Plans(site.objectives, site.standpoints, site.cycles),
          store,
          site.people,
          site.numberFields,
          site.kpiUnits,
          site.jiraMetrics,
          Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));
  private final ImportResource resource =
      new ImportResource(site.answers, site.writes, new FileImport(importing));

  @Test
  public void reportsEachRowOfADryRun() {
    Response response =
        run("3", "backlog", "true", "type,title,baseline\nOBJECTIVE,<b>\nKEY_RESULT,,x\n");
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(json(response))
        .isEqualTo(
            json(
                "{'dryRun':true,'objectives':1,'keyResults':1,'checkIns':0,'wrong':1,'rows':["
                    + "{'row':2,'type':'OBJECTIVE','title':'<b>','errors':{}},"
                    + "{'row':3,'type':'KEY_RESULT','title':'',"
                    + "'errors':{'baseline':'noNumber','title':'required'}}]}"));
    verify(store, never()).add(any(), any());
  }

  @Test
  public void writesOrNamesWhatIsWrong() {
    assertThat(json(run("3", "backlog", "false", "type,title\nOBJECTIVE,O\n")).get("dryRun"))
        .isEqualTo(json("false"));
    verify(store).add(any(), any());
    Response refused = run("3", "backlog", "false", "type,title\nOBJECTIVE,\n");
    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(json(refused))
        .isEqualTo(json("{'errorMessages':[],'errors':{'rows[2].title':'required'}}"));
    verify(store).add(any(), any());
  }

  @Test
  public void asksForAPlaceAndAFileOfMeasure() {
    assertThat(json(run(null, "backlog", "true", "")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'unit':'required'}}"));
    assertThat(json(run("x", "backlog", "true", "")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'unit':'noId'}}"));
    assertThat(json(run("3", "x", "true", "")))
        .isEqualTo(json("{'errorMessages':[],'errors':{'cycle':'noId'}}"));
    assertThat(run("99", "backlog", "true", "type,title\n").getStatus()).isEqualTo(404);
    assertThat(json(run("3", "backlog", "true", "x".repeat(10 * 1024 * 1024 + 1))))
        .isEqualTo(json("{'errorMessages':[],'errors':{'file':'fileTooLarge[10485760]'}}"));
  }

  private Response run(String unit, String cycle, String dryRun, String csv) {
    return resource.run(request(), unit, cycle, dryRun, csv.getBytes(StandardCharsets.UTF_8));
  }
}
