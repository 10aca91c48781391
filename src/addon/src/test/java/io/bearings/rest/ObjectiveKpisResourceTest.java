package io.bearings.rest;

import static io.bearings.rest.Site.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.kpi.Judged;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.KpiSight;
import io.bearings.kpi.KpiStanding;
import io.bearings.kpi.KpiStatus;
import io.bearings.kpi.KpisOfObjective;
import io.bearings.kpi.Levels;
import io.bearings.kpi.Period;
import io.bearings.kpi.Served;
import io.bearings.kpi.Signals;
import io.bearings.kpi.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class ObjectiveKpisResourceTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");

  private final Site site = new Site();
  private final KpiSheets sheets = mock(KpiSheets.class);
  private final ObjectiveKpisResource resource =
      new ObjectiveKpisResource(
          site.answers,
          new KpisOfObjective(new KpiSight(sheets, site.standpoints), sheets, site.objectives));

  private static KpiSheet sheet(long id, long unitId) {
    return new KpiSheet(id, unitId, KpiContent.of("KPI " + id, "anna"), false, 1);
  }

  private static Judged day(LocalDate on, KpiStatus status, Optional<BigDecimal> value) {
    return new Judged(
        Period.of(on, on),
        value,
        false,
        new Verdict(status, false, false, Optional.empty(), Levels.NONE),
        true);
  }

  @Test
  public void listsWhatServesTheObjectiveAndTheReaderMaySee() {
    KpiSheet guardrail = sheet(7, 3);
    KpiSheet hidden = sheet(8, 99);
    when(sheets.serving(List.of(12L)))
        .thenReturn(
            Map.of(
                12L,
                List.of(
                    new KpiSheets.Serving(guardrail, Served.Part.GUARDRAIL),
                    new KpiSheets.Serving(hidden, Served.Part.DRIVER))));
    when(sheets.standings(KpiSheets.Wanted.withIds(List.of(7L))))
        .thenReturn(
            List.of(
                new KpiStanding(
                    guardrail,
                    List.of(
                        day(MONDAY, KpiStatus.RED, Optional.of(BigDecimal.TEN)),
                        day(MONDAY.plusDays(1), KpiStatus.NO_DATA, Optional.empty())),
                    Signals.NONE,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty())));
    assertThat(json(resource.kpis("12")))
        .isEqualTo(
            json(
                "{'kpis':[{'id':7,'key':'KPI-7','name':'KPI 7','part':'GUARDRAIL',"
                    + "'measure':{'kind':'NUMBER','of':null,'currency':null},"
                    + "'period':{'first':'2026-11-16','last':'2026-11-16','id':null,'name':null,"
                    + "'value':10,'status':'RED','provisional':false,'earlyWarning':false,"
                    + "'closed':true,'corrected':false,'attainment':null,'target':null,"
                    + "'warning':null,'critical':null},'red':false}]}"));
  }

  @Test
  public void saysNothingOfWhatTheReaderMayNotRead() {
    assertThat(json(resource.kpis("12"))).isEqualTo(json("{'kpis':[]}"));
    assertThat(resource.kpis("99").getStatus()).isEqualTo(404);
    assertThat(resource.kpis("x").getStatus()).isEqualTo(404);
  }
}
