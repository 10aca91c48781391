package io.bearings.rest;

import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.kpi.KpiChoices;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.KpiSight;
import java.util.List;
import org.junit.Test;

public class KpiChoicesResourceTest {
  private final Site site = new Site();
  private final KpiSheets sheets = mock(KpiSheets.class);
  private final KpiChoicesResource resource =
      new KpiChoicesResource(
          site.answers, new KpiChoices(new KpiSight(sheets, site.standpoints), sheets));

  @Test
  public void listsTheKpisOfTheUnitByName() {
    when(sheets.find(KpiSheets.Wanted.ofUnits(List.of(3L))))
        .thenReturn(List.of(sheet(7, "Velocity"), sheet(8, "bugs")));
    assertThat(json(resource.choices("3")).findValuesAsText("key"))
        .containsExactly("KPI-8", "KPI-7");
    assertThat(json(resource.choices("3")).path("kpis").get(0).path("name").asText())
        .isEqualTo("bugs");
  }

  @Test
  public void asksForAUnitThatTheReaderMaySee() {
    assertThat(resource.choices("99").getStatus()).isEqualTo(404);
    assertThat(resource.choices(null).getStatus()).isEqualTo(400);
  }

  private static KpiSheet sheet(long id, String name) {
    return new KpiSheet(id, 3, KpiContent.of(name, "anna"), false, 1);
  }
}
