package io.bearings.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.junit.Test;

public class UnitsOfKpisTest {
  private final KpiSheets sheets = mock(KpiSheets.class);
  private final UnitsOfKpis units = new UnitsOfKpis(sheets);

  @Test
  public void knowsTheUnitOfWhatIsInUse() {
    KpiSheet sheet = new KpiSheet(7, 3, KpiContent.of("Velocity", "anna"), false, 1);
    when(sheets.sheet(7)).thenReturn(Optional.of(sheet));
    when(sheets.sheet(8)).thenReturn(Optional.of(sheet.archived(true)));
    assertThat(units.unitOf(7)).contains(3L);
    assertThat(units.unitOf(8)).isEmpty();
    assertThat(units.unitOf(9)).isEmpty();
  }
}
