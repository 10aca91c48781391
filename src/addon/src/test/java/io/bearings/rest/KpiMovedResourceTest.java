package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.kpi.Judgements;
import io.bearings.kpi.Judging;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiPeriods;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.KpiSight;
import io.bearings.kpi.KpiSource;
import io.bearings.kpi.KpiWork;
import io.bearings.kpi.MetricInputs;
import io.bearings.kpi.WorkFigures;
import io.bearings.kpi.metric.MetricFollowing;
import io.bearings.kpi.metric.Metrics;
import io.bearings.kpi.metric.WhatMoved.Mover;
import io.bearings.okr.SiteRules;
import io.bearings.progress.IssueText;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class KpiMovedResourceTest {
  private final Site site = new Site();
  private final KpiSheets sheets = mock(KpiSheets.class);
  private final WorkFigures figures = mock(WorkFigures.class);
  private final KpiMovedResource resource =
      new KpiMovedResource(
          site.answers,
          new KpiWork(
              new KpiSight(sheets, site.standpoints),
              mock(Judgements.class),
              new KpiPeriods(figures, () -> SiteRules.DEFAULT),
              figures,
              mock(Judging.class),
              mock(Metrics.class),
              mock(MetricFollowing.class),
              mock(MetricInputs.class),
              site.issues,
              site.access,
              site.clock));

  @Before
  public void aMetricOfTheTeam() {
    sheet(3, new KpiSource.Metric("throughput"));
    when(figures.moved(any(), any(), any(), any(), any(), anyInt()))
        .thenReturn(
            List.of(new Mover(11, new BigDecimal("3")), new Mover(12, new BigDecimal("-1"))));
    when(site.issues.texts(eq(ANNA), any()))
        .thenReturn(Map.of(11L, new IssueText(11, "DEMO-11", "Faster", "Done", Optional.empty())));
  }

  private void sheet(long unitId, KpiSource source) {
    KpiContent content = KpiContent.of("Done", "bert").with(source);
    when(sheets.sheet(8)).thenReturn(Optional.of(new KpiSheet(8, unitId, content, false, 1)));
  }

  @Test
  public void tellsTheIssuesThatOneMayBrowseAndHowManyOthersThereAre() {
    Response moved = resource.moved("8", "2026-11-18");

    assertThat(moved.getStatus()).isEqualTo(200);
    assertThat(json(moved).path("issues"))
        .isEqualTo(json("[{'key':'DEMO-11','summary':'Faster','change':3}]"));
    assertThat(json(moved).path("hidden").asInt()).isEqualTo(1);
    assertThat(json(moved).path("value").isNull()).isTrue();
    assertThat(json(moved).path("before").isNull()).isFalse();
  }

  @Test
  public void namesAWrongDay() {
    for (String wrong : List.of("", "yesterday", "2026-13-01")) {
      Response refused = resource.moved("8", wrong);
      assertThat(refused.getStatus()).isEqualTo(400);
      assertThat(json(refused).path("errors").has("period")).isTrue();
    }
    assertThat(resource.moved("8", null).getStatus()).isEqualTo(400);
  }

  @Test
  public void whatNobodyMeasuresInJiraIsMovedByNoIssue() {
    sheet(3, new KpiSource.Manual());
    assertThat(resource.moved("8", "2026-11-18").getStatus()).isEqualTo(400);
    verifyNoInteractions(figures);
  }

  @Test
  public void whoMayNotSeeTheKpiLearnsNothing() {
    sheet(77, new KpiSource.Metric("throughput"));
    assertThat(resource.moved("8", "2026-11-18").getStatus()).isEqualTo(404);
    assertThat(resource.moved("9", "2026-11-18").getStatus()).isEqualTo(404);
    assertThat(resource.moved("x", "2026-11-18").getStatus()).isEqualTo(404);
    when(site.signedIn.person()).thenReturn(Optional.empty());
    assertThat(resource.moved("8", "2026-11-18").getStatus()).isEqualTo(401);
  }
}
