package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.rhythm.Digest;
import io.bearings.rhythm.Reminders;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class Reminders020Test {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final List<String> ADDED =
      List.of(Tables.REMINDER, Tables.REMINDER_TRY, Tables.REMINDER_WISH);

  private final TestDatabase database;

  public Reminders020Test(String name, Supplier<TestDatabase> start) {
    database = start.get();
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
  public void isTheTwentiethModel() {
    assertThat(new Reminders020().getModelVersion()).isEqualTo(ModelVersion.valueOf("20"));
  }

  @Test
  public void addsItsTablesToThoseOfTheModelBefore() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      for (String table : ADDED) {
        statement.execute(Tables.in(connection).orElseThrow().sql("drop table {" + table + "}"));
      }
    }

    upgrade();

    assertThat(database.database().sizes()).containsOnlyKeys(Tables.ALL);
    assertThat(claimed()).containsExactly("anna");
  }

  @Test
  public void changesNothingASecondTime() {
    claimed();
    upgrade();
    upgrade();
    assertThat(new StoredReminders(database.database()).of("anna", 10)).hasSize(1);
  }

  private Iterable<String> claimed() {
    return new StoredReminders(database.database())
        .claim(
            new Reminders.Batch(
                "run", 1, Instant.EPOCH, List.of(new Digest("anna", MONDAY, List.of(), 1, 0))));
  }

  private void upgrade() {
    new Reminders020().upgrade(ModelVersion.valueOf("18"), database.activeObjects());
  }
}
