package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.UnitInputs;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Readings.Valued;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** The inputs of units, on each database. */
@RunWith(Parameterized.class)
public class StoredInputsTest {
  private static final Edit BY_ANNA =
      new Edit(new Person("anna"), Instant.parse("2026-11-22T10:00:00Z"));

  private final TestDatabase tables;
  private final StoredInputs inputs;

  public StoredInputsTest(String name, Supplier<TestDatabase> start) {
    tables = start.get();
    inputs = new StoredInputs(tables.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return List.of(
        new Object[] {"H2", (Supplier<TestDatabase>) TestDatabase::withTables},
        new Object[] {"PostgreSQL", (Supplier<TestDatabase>) TestDatabase::onPostgresWithTables});
  }

  @After
  public void close() {
    tables.close();
  }

  private static UnitInputs rate(long unitId, String rate, int version) {
    return new UnitInputs(
        unitId,
        List.of(new Valued(LocalDate.of(2026, 1, 1), new BigDecimal(rate))),
        List.of(),
        List.of(),
        List.of(new Valued(LocalDate.of(2026, 2, 1), new BigDecimal("1000.5"))),
        version);
  }

  @Test
  public void keepsWhatWasStatedLast() {
    assertThat(inputs.of(List.of(7L))).isEmpty();
    assertThat(inputs.of(List.of())).isEmpty();
    assertThat(inputs.lastEditor(7)).isEmpty();

    assertThat(inputs.change(rate(7, "85", 0), BY_ANNA)).contains(rate(7, "85", 1));
    assertThat(inputs.change(rate(7, "90", 1), BY_ANNA)).contains(rate(7, "90", 2));

    assertThat(inputs.of(List.of(7L, 8L))).containsExactly(rate(7, "90", 2));
    assertThat(inputs.lastEditor(7)).contains("anna");
  }

  @Test
  public void keepsNothingOfSomebodyWhoSawAnotherVersion() {
    inputs.change(rate(7, "85", 0), BY_ANNA);
    assertThat(inputs.change(rate(7, "90", 0), BY_ANNA)).isEmpty();
    assertThat(inputs.change(rate(7, "90", 5), BY_ANNA)).isEmpty();
    assertThat(inputs.of(List.of(7L))).containsExactly(rate(7, "85", 1));
  }
}
