package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class MetricOfKeyResult014Test {
  private static final Objectives.Edit BY_ANNA =
      new Objectives.Edit(new Person("anna"), Instant.EPOCH);

  private final TestDatabase database;
  private final StoredObjectives objectives;

  public MetricOfKeyResult014Test(String name, Supplier<TestDatabase> start) {
    database = start.get();
    objectives = new StoredObjectives(database.database());
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
  public void isTheFourteenthModel() {
    assertThat(new MetricOfKeyResult014().getModelVersion()).isEqualTo(ModelVersion.valueOf("14"));
  }

  @Test
  public void whatWasThereReadsNoMetric() throws SQLException {
    KeyResult before = keyResult();
    asInTheThirteenthModel();

    upgrade();

    assertThat(objectives.keyResult(before.id())).contains(before);
    assertThat(before.content().metric()).isEmpty();
    assertThat(database.database().sizes()).containsOnlyKeys(Tables.ALL);
  }

  @Test
  public void changesNothingASecondTime() {
    KeyResult before = keyResult();
    upgrade();
    upgrade();
    assertThat(objectives.keyResult(before.id())).contains(before);
  }

  @Test
  public void keepsWhichMetricIsRead() {
    KeyResult before = keyResult();
    KeyResultContent content = before.content().measuring("count(open)");
    KeyResult changed =
        objectives
            .change(before.with(content), Set.of("source", "metric"), List.of(), BY_ANNA)
            .orElseThrow();
    assertThat(changed.content()).isEqualTo(content);
    assertThat(objectives.keyResult(before.id())).contains(changed);
  }

  private void upgrade() {
    new MetricOfKeyResult014().upgrade(ModelVersion.valueOf("13"), database.activeObjects());
  }

  private KeyResult keyResult() {
    ObjectiveContent content = ObjectiveContent.of("Title", "", "anna");
    long objectiveId =
        objectives
            .add(new NewObjective(3, Optional.empty(), content, Life.DRAFT), List.of(), BY_ANNA)
            .id();
    return objectives.add(
        objectiveId,
        new NewKeyResult(
            KeyResultContent.ofIssues("K", "anna", BigDecimal.ONE, WeightBy.ISSUES), Life.DRAFT),
        BY_ANNA);
  }

  private void asInTheThirteenthModel() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          Tables.in(connection)
              .orElseThrow()
              .sql("alter table {KEY_RESULT} drop column [METRIC_TEXT]"));
      statement.execute(
          Tables.in(connection).orElseThrow().sql("alter table {KPI} drop column [KEY_RESULT_ID]"));
    }
  }
}
