package io.bearings.rest;

import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.okr.Refusal;
import io.bearings.progress.WorkForecast;
import io.bearings.progress.WorkForecasting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.Test;

public class WorkForecastResourceTest {
  private final Site site = new Site();
  private final WorkForecasting forecasting = mock(WorkForecasting.class);
  private final WorkForecastResource resource = new WorkForecastResource(site.answers, forecasting);

  @Test
  public void givesTheFigures() {
    LocalDate day = LocalDate.parse("2026-12-02");
    when(forecasting.of(Site.ANNA, 34))
        .thenReturn(
            new WorkForecast.Simulation(
                new BigDecimal("3.25"),
                LocalDate.parse("2026-12-31"),
                day,
                day.plusWeeks(1),
                day.plusWeeks(2),
                new BigDecimal("0.82"),
                List.of(new WorkForecast.Week(LocalDate.parse("2026-11-09"), 2)),
                List.of(new WorkForecast.End(day, new BigDecimal("0.1")))));

    assertThat(json(resource.forecast("34")))
        .isEqualTo(
            json(
                "{'remaining':3.3,'due':'2026-12-31','early':'2026-12-02','likely':'2026-12-09',"
                    + "'late':'2026-12-16','probability':0.82,"
                    + "'past':[{'monday':'2026-11-09','finished':2}],"
                    + "'ends':[{'by':'2026-12-02','share':0.1}],'why':null}"));
  }

  @Test
  public void saysWhyThereAreNone() {
    when(forecasting.of(Site.ANNA, 34))
        .thenReturn(new WorkForecast.None(WorkForecast.Reason.TOO_FEW_WEEKS));

    assertThat(json(resource.forecast("34")).get("why").asText()).isEqualTo("TOO_FEW_WEEKS");
    assertThat(json(resource.forecast("34")).get("ends")).isEmpty();
  }

  @Test
  public void answers404ForWhatOneMayNotSee() {
    when(forecasting.of(Site.ANNA, 99)).thenThrow(new Refusal.NotFound("KR-99"));

    assertThat(resource.forecast("99").getStatus()).isEqualTo(404);
    assertThat(resource.forecast("x").getStatus()).isEqualTo(404);
  }
}
