package io.bearings.rest;

import static io.bearings.rest.Site.ANNA;
import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.kpi.MetricsOfKeyResults;
import io.bearings.kpi.MetricsOfKeyResults.Measured;
import io.bearings.kpi.WorkFigures.Filling;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class KeyResultMetricResourceTest {
  private final Site site = new Site();
  private final MetricsOfKeyResults metrics = mock(MetricsOfKeyResults.class);
  private final KeyResultMetricResource resource =
      new KeyResultMetricResource(site.answers, metrics);

  @Test
  public void tellsHowTheMetricIsRead() {
    when(metrics.of(ANNA, 34))
        .thenReturn(
            new Measured(
                "count(open)",
                new Filling(Filling.State.RUNNING, 3, 20, Optional.empty()),
                List.of(Message.of("bearings.kpi.noData.NOT_READ"))));
    assertThat(json(resource.metric("34")))
        .isEqualTo(
            json(
                "{'metric':'count(open)','backfill':{'state':'RUNNING','done':3,'of':20,'text':null},"
                    + "'noDataBecause':['bearings.kpi.noData.NOT_READ']}"));
  }

  @Test
  public void isNotFoundWhereThereIsNone() {
    when(metrics.of(ANNA, 34)).thenThrow(new Refusal.NotFound("KR-34"));
    assertThat(resource.metric("34").getStatus()).isEqualTo(404);
  }
}
