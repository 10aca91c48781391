package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.connect.acts.Act;
import io.bearings.connect.acts.ActState;
import io.bearings.connect.acts.Deed;
import io.bearings.connect.acts.Happening;
import io.bearings.connect.acts.News;
import io.bearings.connect.acts.Outcome;
import io.bearings.talk.Annotation;
import io.bearings.talk.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class ActsAndAnnotations015Test {
  private static final Instant NOW = SampleKpis.NOW;

  private final TestDatabase database;
  private final StoredActs acts;

  public ActsAndAnnotations015Test(String name, Supplier<TestDatabase> start) {
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
    assertThat(new ActsAndAnnotations015().getModelVersion()).isEqualTo(ModelVersion.valueOf("15"));
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

  @Test
  public void annotationsThatWereThereWereNeverChanged() throws SQLException {
    StoredAnnotations annotations = new StoredAnnotations(database.database());
    Annotation written =
        annotations.add(
            new Place(Place.Kind.UNIT, 2),
            "Outage",
            LocalDate.of(2026, 11, 20),
            Optional.empty(),
            SampleKpis.BY_ANNA);
    asBefore();

    upgrade();

    assertThat(annotations.ofUnit(List.of(2L))).containsExactly(written);
    assertThat(annotations.lastEditor(written.id())).contains("anna");
    assertThat(annotations.save(written, SampleKpis.BY_BERT).orElseThrow().version()).isEqualTo(2);
  }

  private void upgrade() {
    new ActsAndAnnotations015().upgrade(ModelVersion.valueOf("13"), database.activeObjects());
  }

  private void asBefore() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      Tables tables = Tables.in(connection).orElseThrow();
      statement.execute(tables.sql("alter table {KPI_ACT} drop column [ISSUE_ID]"));
      for (String column : List.of("KPI_ID", "VERSION_NO", "UPDATED_BY", "REMOVED_AT")) {
        statement.execute(tables.sql("alter table {ANNOTATION} drop column [" + column + "]"));
      }
    }
  }
}
