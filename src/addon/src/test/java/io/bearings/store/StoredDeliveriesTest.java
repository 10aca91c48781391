package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.connect.acts.Deliveries;
import io.bearings.connect.acts.Happening;
import io.bearings.connect.acts.Network;
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

/** The log of calls, on each database. */
@RunWith(Parameterized.class)
public class StoredDeliveriesTest {
  private static final Instant NOW = SampleKpis.NOW;

  private final TestDatabase database;
  private final StoredDeliveries deliveries;

  public StoredDeliveriesTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    deliveries = new StoredDeliveries(database.database());
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
  public void theLogOfCallsHasTheNewestFirst() {
    Deliveries.Delivery taken =
        new Deliveries.Delivery(
            1,
            7,
            Happening.OPENED,
            "https://e/h",
            NOW,
            12,
            new Network.Answer(Optional.of(204), ""));
    Deliveries.Delivery silent =
        new Deliveries.Delivery(
            1,
            7,
            Happening.CLOSED,
            "https://e/h",
            NOW.plusSeconds(1),
            9,
            new Network.Answer(Optional.empty(), "no\nsuch host"));
    deliveries.add(taken);
    deliveries.add(silent);

    List<Deliveries.Entry> log = deliveries.ofKpi(7, Long.MAX_VALUE, 10);
    assertThat(log).hasSize(2);
    assertThat(log.get(0).delivery().answer().note()).isEqualTo("no such host");
    assertThat(log.get(1).delivery()).isEqualTo(taken);
    assertThat(deliveries.ofKpi(7, log.get(0).id(), 10)).hasSize(1);
    assertThat(deliveries.ofKpi(8, Long.MAX_VALUE, 10)).isEmpty();
    assertThat(deliveries.all(Long.MAX_VALUE, 10)).isEqualTo(log);
    assertThat(deliveries.all(Long.MAX_VALUE, 1)).containsExactly(log.get(0));
    assertThat(deliveries.all(log.get(0).id(), 10)).containsExactly(log.get(1));
    deliveries.forget(NOW.plusSeconds(1));
    assertThat(deliveries.ofKpi(7, Long.MAX_VALUE, 10)).hasSize(1);
  }

  private static Deliveries.Delivery silent(String note) {
    return new Deliveries.Delivery(
        1,
        7,
        Happening.ESCALATED,
        "https://e/h",
        NOW,
        0,
        new Network.Answer(Optional.empty(), note));
  }

  private String kept(String note) {
    deliveries.add(silent(note));
    return deliveries.all(Long.MAX_VALUE, 1).get(0).delivery().answer().note();
  }

  @Test
  public void aNoteIsKeptAsFarAsItCanBe() {
    assertThat(kept("x".repeat(500))).isEqualTo("x".repeat(400));
    assertThat(kept("half \ud83d of \u0000 it\t")).isEqualTo("half   of   it");
    assertThat(kept(" \n ")).isEmpty();
  }

  @Test
  public void whatWasBegunAtThatMomentIsNotForgotten() {
    deliveries.add(silent("late"));
    deliveries.forget(NOW);
    assertThat(deliveries.all(Long.MAX_VALUE, 10)).hasSize(1);
    deliveries.forget(NOW.plusMillis(1));
    assertThat(deliveries.all(Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  public void withoutItsTableItSaysThatItCannotBeUsed() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(Tables.in(connection).orElseThrow().sql("drop table {KPI_DELIVERY}"));
    }
    assertThatThrownBy(() -> deliveries.all(Long.MAX_VALUE, 10))
        .isInstanceOf(Refusal.Unavailable.class);
    assertThatThrownBy(() -> deliveries.add(silent(""))).isInstanceOf(Refusal.Unavailable.class);
  }
}
