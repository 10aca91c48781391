package io.bearings.rest;

import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.bearings.okr.AlignedValues;
import io.bearings.okr.CheckIns;
import io.bearings.okr.Forecast;
import io.bearings.okr.Forecasting;
import io.bearings.okr.OutsideValues;
import io.bearings.okr.Plans;
import io.bearings.okr.SiteRules;
import java.math.BigDecimal;
import java.time.Clock;
import org.junit.Test;

public class ForecastResourceTest {
  private final Site site = new Site();
  private final ForecastResource resource =
      new ForecastResource(
          site.answers,
          new Forecasting(
              new Plans(site.objectives, site.standpoints, site.cycles),
              mock(CheckIns.class),
              mock(OutsideValues.class),
              mock(AlignedValues.class),
              () -> SiteRules.DEFAULT,
              Clock.systemUTC()));

  @Test
  public void saysWhyThereIsNoForecast() {
    assertThat(json(resource.forecast("34")))
        .isEqualTo(
            json(
                "{'slopePerWeek':null,'projection':null,'low':null,'high':null,"
                    + "'probability':null,'why':'SOURCE'}"));
  }

  @Test
  public void givesTheFiguresOfAForecast() {
    BigDecimal half = new BigDecimal("0.5");
    Forecast forecast =
        new Forecast.Projection(
            BigDecimal.ONE, BigDecimal.TEN, half, false, BigDecimal.ZERO, BigDecimal.TEN, half);
    assertThat(ForecastView.of(forecast))
        .isEqualTo(
            new ForecastView(
                BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.TEN, half, null));
  }

  @Test
  public void answers404ForWhatOneMayNotSeeAsForWhatIsNotThere() {
    assertThat(resource.forecast("99").getStatus()).isEqualTo(404);
    assertThat(json(resource.forecast("99")))
        .isEqualTo(json("{'errorMessages':['notFound[KR-99]'],'errors':{}}"));
    assertThat(resource.forecast("KR-34").getStatus()).isEqualTo(404);
  }
}
