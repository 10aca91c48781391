package io.bearings.store;

import static io.bearings.store.SampleKpis.BY_ANNA;
import static io.bearings.store.SampleKpis.full;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.NewKpi;
import java.util.List;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** The step from the eighth model to the ninth, on each database. */
@RunWith(Parameterized.class)
public class Kpis009Test {
  private final TestDatabase tables;

  public Kpis009Test(String name, Supplier<TestDatabase> start) {
    tables = start.get();
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return List.of(
        new Object[] {"H2", (Supplier<TestDatabase>) TestDatabase::new},
        new Object[] {"PostgreSQL", (Supplier<TestDatabase>) TestDatabase::onPostgres});
  }

  @After
  public void close() {
    tables.close();
  }

  @Test
  public void addsTablesAndLeavesWhatIsThere() {
    ActiveObjects ao = tables.activeObjects();
    new CreateTables001().upgrade(ModelVersion.zero(), ao);
    new Units002().upgrade(ModelVersion.valueOf("1"), ao);
    new Conversations003().upgrade(ModelVersion.valueOf("2"), ao);
    new Kickoffs004().upgrade(ModelVersion.valueOf("3"), ao);
    new SharesOfWindows005().upgrade(ModelVersion.valueOf("4"), ao);
    new WorkLinks006().upgrade(ModelVersion.valueOf("5"), ao);
    new Upkeep007().upgrade(ModelVersion.valueOf("6"), ao);
    new Numbers008().upgrade(ModelVersion.valueOf("7"), ao);
    Database database = tables.database();
    TalkRows rows = new TalkRows(database);
    long objective = rows.objective();

    upgrade(ao);
    KpiSheet sheet = new StoredKpiSheets(database).add(new NewKpi(2, full()), BY_ANNA);
    upgrade(ao);

    assertThat(new StoredKpiSheets(database).sheet(sheet.id())).contains(sheet);
    assertThat(new StoredObjectives(database).objective(objective)).isPresent();
    assertThat(new Kpis009().getModelVersion()).isEqualTo(ModelVersion.valueOf("9"));
  }

  private static void upgrade(ActiveObjects ao) {
    new Kpis009().upgrade(ModelVersion.valueOf("8"), ao);
  }
}
