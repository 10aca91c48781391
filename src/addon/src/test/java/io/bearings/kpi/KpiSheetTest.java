package io.bearings.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class KpiSheetTest {
  private static final KpiSheet SHEET = new KpiSheet(7, 3, Kpis.velocity(), false, 4);

  @Test
  public void aSheetIsNamedByItsKey() {
    assertThat(SHEET.key()).isEqualTo("KPI-7");
    assertThat(KpiSheet.idOf(" kpi-7 ")).contains(7L);
    assertThat(KpiSheet.idOf("KR-7")).isEmpty();
    assertThat(KpiSheet.idOf("KPI-")).isEmpty();
  }

  @Test
  public void aSheetIsChangedByMakingAnother() {
    KpiContent other = KpiContent.of("Lead time", "ben");
    assertThat(SHEET.with(other)).isEqualTo(new KpiSheet(7, 3, other, false, 4));
    assertThat(SHEET.movedTo(9)).isEqualTo(new KpiSheet(7, 9, Kpis.velocity(), false, 4));
    assertThat(SHEET.archived(true)).isEqualTo(new KpiSheet(7, 3, Kpis.velocity(), true, 4));
    assertThat(SHEET.atVersion(2)).isEqualTo(new KpiSheet(7, 3, Kpis.velocity(), false, 2));
  }

  @Test
  public void anotherSourceOrFormulaBreaksTheSeries() {
    KpiContent before = Kpis.velocity().with(new KpiSource.Formula("a + b"));
    assertThat(before.with(new KpiSource.Formula("a - b")).breaksSeriesOf(before)).isTrue();
    assertThat(before.with(new KpiSource.Manual()).breaksSeriesOf(before)).isTrue();
    assertThat(before.with(new KpiSource.Formula("a + b")).breaksSeriesOf(before)).isFalse();
    assertThat(before.with(Rhythm.DEFAULT.at(Frequency.WEEKLY)).breaksSeriesOf(before)).isFalse();
  }

  @Test
  public void valuesAreGivenOrFound() {
    assertThat(new KpiSource.Manual().isGiven()).isTrue();
    assertThat(new KpiSource.Pushed().isGiven()).isTrue();
    assertThat(new KpiSource.Formula("a").isGiven()).isFalse();
    assertThat(new KpiSource.Metric("velocity").isGiven()).isFalse();
  }
}
