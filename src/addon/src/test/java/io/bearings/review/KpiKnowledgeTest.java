package io.bearings.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.coach.KeyResultText;
import io.bearings.coach.KeyResultText.Context;
import io.bearings.coach.Kpis;
import io.bearings.kpi.Category;
import io.bearings.kpi.Direction;
import io.bearings.kpi.Judged;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.KpiStanding;
import io.bearings.kpi.KpiStatus;
import io.bearings.kpi.Level;
import io.bearings.kpi.Levels;
import io.bearings.kpi.Period;
import io.bearings.kpi.Served;
import io.bearings.kpi.Signals;
import io.bearings.kpi.Targets;
import io.bearings.kpi.Verdict;
import io.bearings.kpi.Yardstick;
import io.bearings.okr.Measure;
import io.bearings.okr.Objectives;
import io.bearings.okr.SiteRules;
import io.bearings.okr.Visibility;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class KpiKnowledgeTest {
  private static final LocalDate DUE = LocalDate.parse("2027-12-31");

  private final Company company = new Company();
  private final KpiSheets sheets = mock(KpiSheets.class);
  private final KpiPasts pasts = mock(KpiPasts.class);
  private final Objectives objectives = mock(Objectives.class);
  private final KpiKnowledge knowledge =
      new KpiKnowledge(
          sheets,
          pasts,
          objectives,
          company.standpoints,
          () -> SiteRules.DEFAULT,
          key -> Optional.of("Anna"),
          company.clock);

  @Before
  public void anObjectiveThatLeaMayRead() {
    when(objectives.placed(1, Company.LEA))
        .thenReturn(Optional.of(Company.objective(1, Company.TEAM, Visibility.UNIT_VIEWERS)));
  }

  private static KpiSheet sheet(long id, long unitId, Category category) {
    KpiContent content = KpiContent.of("KPI " + id, "anna");
    return new KpiSheet(
        id,
        unitId,
        new KpiContent(
            content.name(),
            content.measures(),
            category,
            content.ownerKey(),
            content.source(),
            content.rhythm(),
            new Yardstick(
                Direction.HIGHER,
                Measure.NUMBER,
                Targets.always(
                    new Levels(
                        Optional.of(Level.at(BigDecimal.TEN)),
                        Optional.empty(),
                        Optional.empty()))),
            content.response(),
            content.purpose(),
            content.dimensions()),
        false,
        1);
  }

  private void known(KpiSheet sheet, int days) {
    List<Judged> periods = new ArrayList<>();
    LocalDate today = LocalDate.now(company.clock);
    for (int i = days; i > 0; i--) {
      periods.add(
          new Judged(
              Period.of(today.minusDays(i), today.minusDays(i)),
              Optional.of(BigDecimal.valueOf(i % 2)),
              false,
              new Verdict(KpiStatus.RED, false, false, Optional.empty(), Levels.NONE),
              true));
    }
    when(sheets.standings(KpiSheets.Wanted.withIds(Set.of(sheet.id()))))
        .thenReturn(
            List.of(
                new KpiStanding(
                    sheet,
                    List.of(),
                    Signals.NONE,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty())));
    when(pasts.of(any(), any(), any()))
        .thenAnswer(
            call ->
                call.<List<Long>>getArgument(0).isEmpty()
                    ? Map.of()
                    : Map.of(
                        sheet.id(), new KpiPasts.Past(company.clock.instant(), periods, Set.of())));
  }

  private Optional<Kpis.Surroundings> around(Optional<Long> kpi, Optional<Long> objective) {
    KeyResultText text =
        KeyResultText.of("Sales grow")
            .from(Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.TEN))
            .within(new Context(kpi, objective, Optional.of(DUE)));
    return knowledge.around(Company.LEA, text).around(text);
  }

  @Test
  public void knowsTheKpiThatAKeyResultReads() {
    known(sheet(7, Company.TEAM, Category.of(Category.Kind.VALUE)), 20);
    Kpis.Surroundings found = around(Optional.of(7L), Optional.empty()).orElseThrow();
    Kpis.Kpi kpi = found.kpi().orElseThrow();
    assertThat(kpi.name()).isEqualTo("KPI 7");
    assertThat(kpi.target()).contains(BigDecimal.TEN);
    assertThat(kpi.spread().orElseThrow()).isEqualByComparingTo("0.5");
    assertThat(found.guarded()).isTrue();
  }

  @Test
  public void aGuardrailIsOneOfQuality() {
    KpiSheets.Serving speed =
        new KpiSheets.Serving(
            sheet(8, Company.TEAM, Category.of(Category.Kind.TIMELINE)), Served.Part.GUARDRAIL);
    KpiSheets.Serving driver =
        new KpiSheets.Serving(
            sheet(9, Company.TEAM, Category.of(Category.Kind.QUALITY)), Served.Part.DRIVER);
    KpiSheets.Serving quality =
        new KpiSheets.Serving(
            sheet(9, Company.TEAM, Category.of(Category.Kind.QUALITY)), Served.Part.GUARDRAIL);
    when(sheets.serving(Set.of(1L))).thenReturn(Map.of(1L, List.of(speed, driver)));
    assertThat(around(Optional.empty(), Optional.of(1L)).orElseThrow().guarded()).isFalse();
    when(sheets.serving(Set.of(1L))).thenReturn(Map.of(1L, List.of(speed, quality)));
    assertThat(around(Optional.empty(), Optional.of(1L)).orElseThrow().guarded()).isTrue();
  }

  @Test
  public void tellsNothingOfWhatThePersonMayNotSee() {
    known(sheet(7, 9_999, Category.of(Category.Kind.VALUE)), 20);
    assertThat(around(Optional.of(7L), Optional.empty())).isEmpty();
    assertThat(around(Optional.empty(), Optional.of(99L))).isEmpty();
    assertThat(around(Optional.empty(), Optional.empty())).isEmpty();
  }
}
