package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.okr.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Sealed secrets, on each database. */
@RunWith(Parameterized.class)
public class StoredSecretsTest {
  private static final Instant NOW = SampleKpis.NOW;

  private final TestDatabase database;
  private final StoredSecrets secrets;

  public StoredSecretsTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    secrets = new StoredSecrets(database.database());
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
  public void aKpiHasOneSecret() {
    assertThat(secrets.ofKpi(7)).isEmpty();
    secrets.addIfAbsent(7, "one", NOW);
    secrets.addIfAbsent(7, "two", NOW);
    assertThat(secrets.ofKpi(7)).contains("one");
    secrets.replace(7, "three", NOW);
    assertThat(secrets.ofKpi(7)).contains("three");
    assertThat(secrets.ofKpi(8)).isEmpty();
  }

  @Test
  public void whatIsNotThereIsNotReplaced() {
    secrets.replace(7, "one", NOW);
    assertThat(secrets.ofKpi(7)).isEmpty();
  }

  @Test
  public void eachKpiHasItsOwn() {
    secrets.addIfAbsent(7, "one", NOW);
    secrets.addIfAbsent(8, "two", NOW);
    secrets.replace(8, "three", NOW);
    assertThat(List.of(secrets.ofKpi(7), secrets.ofKpi(8)))
        .containsExactly(Optional.of("one"), Optional.of("three"));
  }

  @Test
  public void withoutItsTableItSaysThatItCannotBeUsed() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(Tables.in(connection).orElseThrow().sql("drop table {KPI_SECRET}"));
    }
    assertThatThrownBy(() -> secrets.ofKpi(7)).isInstanceOf(Refusal.Unavailable.class);
    assertThatThrownBy(() -> secrets.addIfAbsent(7, "one", NOW))
        .isInstanceOf(Refusal.Unavailable.class);
  }
}
