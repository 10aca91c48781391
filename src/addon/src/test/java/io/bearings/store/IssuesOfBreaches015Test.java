package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.connect.acts.Act;
import io.bearings.connect.acts.ActState;
import io.bearings.connect.acts.Deed;
import io.bearings.connect.acts.Happening;
import io.bearings.connect.acts.News;
import io.bearings.connect.acts.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class IssuesOfBreaches015Test {
  private static final Instant NOW = SampleKpis.NOW;

  private final TestDatabase database;
  private final StoredActs acts;

  public IssuesOfBreaches015Test(String name, Supplier<TestDatabase> start) {
    database = start.get();
    acts = new StoredActs(database.database());
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
  public void isTheFifteenthModel() {
    assertThat(new IssuesOfBreaches015().getModelVersion()).isEqualTo(ModelVersion.valueOf("15"));
  }

  @Test
  public void whatWasThereStaysAndCanBeDone() throws SQLException {
    acts.begin(
        new News(
            1,
            5,
            Happening.OPENED,
            "",
            "anna",
            new Deed.Tell(List.of(), List.of()),
            List.of(),
            List.of(),
            Map.of(0, new Deed.CreateIssue("OPS", "Bug", "Red", "")),
            NOW));
    asBefore();

    upgrade();
    upgrade();

    Act act = acts.due(NOW, 10).get(0);
    acts.take(act, NOW);
    acts.settle(act.id(), new Outcome.Created("OPS-9", 9), NOW);
    assertThat(acts.act(act.id()).orElseThrow().state()).isEqualTo(ActState.DONE);
    assertThat(acts.act(act.id()).orElseThrow().result()).isEqualTo("OPS-9");
    assertThat(database.database().sizes()).containsOnlyKeys(Tables.ALL);
  }

  private void upgrade() {
    new IssuesOfBreaches015().upgrade(ModelVersion.valueOf("13"), database.activeObjects());
  }

  private void asBefore() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          Tables.in(connection).orElseThrow().sql("alter table {KPI_ACT} drop column [ISSUE_ID]"));
    }
  }
}
