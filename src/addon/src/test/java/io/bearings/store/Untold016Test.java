package io.bearings.store;

import static io.bearings.store.SampleKpis.BY_ANNA;
import static io.bearings.store.SampleKpis.MONDAY;
import static io.bearings.store.SampleKpis.NOW;
import static io.bearings.store.SampleKpis.greenDays;
import static io.bearings.store.SampleKpis.judgement;
import static io.bearings.store.SampleKpis.named;
import static io.bearings.store.SampleKpis.opened;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.kpi.BreachEvent;
import io.bearings.kpi.KpiBreach;
import io.bearings.kpi.NewKpi;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class Untold016Test {
  private final TestDatabase database;
  private final StoredBreaches breaches;

  public Untold016Test(String name, Supplier<TestDatabase> start) {
    database = start.get();
    breaches = new StoredBreaches(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void isTheSixteenthModel() {
    assertThat(new Untold016().getModelVersion()).isEqualTo(ModelVersion.valueOf("16"));
  }

  @Test
  public void whatWasThereWasTold() throws SQLException {
    KpiBreach before = breach();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          Tables.in(connection).orElseThrow().sql("alter table {KPI_BREACH} drop column [UNTOLD]"));
    }

    upgrade();

    assertThat(breaches.breach(before.id())).contains(before);
    assertThat(breaches.untold(NOW.plusSeconds(60), 0, 10)).isEmpty();
    assertThat(database.database().sizes()).containsOnlyKeys(Tables.ALL);
  }

  @Test
  public void changesNothingASecondTime() {
    KpiBreach before = breach();
    upgrade();
    upgrade();
    assertThat(breaches.untold(NOW.plusSeconds(60), 0, 10))
        .singleElement()
        .satisfies(each -> assertThat(each.breach()).isEqualTo(before));
  }

  private KpiBreach breach() {
    long kpi =
        new StoredKpiSheets(database.database()).add(new NewKpi(2, named("Calm")), BY_ANNA).id();
    StoredJudgements judgements = new StoredJudgements(database.database());
    judgements.keep(
        judgement(
            kpi,
            judgements.docket(kpi).orElseThrow().stamp(),
            greenDays(MONDAY, 1),
            new BreachEvent.Opened(opened(MONDAY), false)));
    return breaches.ofKpi(kpi).get(0);
  }

  private void upgrade() {
    new Untold016().upgrade(ModelVersion.valueOf("13"), database.activeObjects());
  }
}
