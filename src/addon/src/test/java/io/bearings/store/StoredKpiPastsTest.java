package io.bearings.store;

import static io.bearings.store.SampleKpis.BY_ANNA;
import static io.bearings.store.SampleKpis.MONDAY;
import static io.bearings.store.SampleKpis.NOW;
import static io.bearings.store.SampleKpis.greenDays;
import static io.bearings.store.SampleKpis.judgement;
import static io.bearings.store.SampleKpis.named;
import static io.bearings.store.SampleKpis.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.coach.KpiYear.Trace;
import io.bearings.kpi.BreachEvent;
import io.bearings.kpi.NewKpi;
import io.bearings.review.KpiPasts;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What came of KPIs, on each database. */
@RunWith(Parameterized.class)
public class StoredKpiPastsTest {
  private final TestDatabase tables;
  private final StoredKpiSheets sheets;
  private final StoredJudgements judgements;
  private final StoredKpiPasts pasts;

  public StoredKpiPastsTest(String name, Supplier<TestDatabase> start) {
    tables = start.get();
    Database database = tables.database();
    sheets = new StoredKpiSheets(database);
    judgements = new StoredJudgements(database);
    pasts = new StoredKpiPasts(database);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    tables.close();
  }

  private long kpi(BreachEvent... events) {
    long id = sheets.add(new NewKpi(2, named("KPI")), BY_ANNA).id();
    judgements.keep(
        judgement(id, judgements.docket(id).orElseThrow().stamp(), greenDays(MONDAY, 20), events));
    return id;
  }

  @Test
  public void readsPeriodsAndTracesInThreeStatements() {
    long breached = kpi(new BreachEvent.Opened(opened(MONDAY), false));
    long well = kpi();
    tables.statements();
    Map<Long, KpiPasts.Past> found =
        pasts.of(List.of(breached, well, 999L), MONDAY.plusDays(5), MONDAY);
    assertThat(tables.statements()).isEqualTo(3);
    assertThat(found).containsOnlyKeys(breached, well);
    assertThat(found.get(well).createdAt()).isEqualTo(NOW);
    assertThat(found.get(well).periods()).isEqualTo(greenDays(MONDAY, 20).subList(5, 20));
    assertThat(found.get(well).traces()).isEmpty();
    assertThat(found.get(breached).traces()).containsExactly(Trace.BREACH);
    assertThat(pasts.of(List.of(), MONDAY, MONDAY)).isEmpty();
    assertThat(tables.statements()).isZero();
  }

  @Test
  public void readsPeriodsAlone() {
    long one = kpi();
    long other = kpi();
    tables.statements();

    assertThat(pasts.periods(List.of(one, 999L), MONDAY.plusDays(5)))
        .isEqualTo(Map.of(one, greenDays(MONDAY, 20).subList(5, 20)));
    assertThat(pasts.periods(List.of(one, other), MONDAY)).containsOnlyKeys(one, other);
    assertThat(tables.statements()).isEqualTo(2);
    assertThat(pasts.periods(List.of(), MONDAY)).isEmpty();
    assertThat(tables.statements()).isZero();
  }
}
