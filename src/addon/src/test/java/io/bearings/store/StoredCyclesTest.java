package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Cycle;
import io.bearings.okr.CycleBinding;
import io.bearings.okr.CycleChange;
import io.bearings.okr.CycleChange.Field;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Cycles.Saved;
import io.bearings.okr.NewCycle;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredCyclesTest {
  private static final Edit BY_ANNA =
      new Edit(new Person("anna"), Instant.parse("2026-11-22T10:00:00Z"));
  private static final Edit BY_BERT =
      new Edit(new Person("bert"), Instant.parse("2026-11-22T11:00:00Z"));

  private final TestDatabase database;
  private final StoredCycles cycles;

  public StoredCyclesTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    cycles = new StoredCycles(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return List.of(
        new Object[] {"H2", (Supplier<TestDatabase>) TestDatabase::withTables},
        new Object[] {"PostgreSQL", (Supplier<TestDatabase>) TestDatabase::onPostgresWithTables});
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void keepsAllOfACycle() {
    Cycle year = add(quarter(1, "2026-01-01", "2026-12-31", CycleLength.YEAR));
    Cycle project =
        add(
            new NewCycle(
                1,
                "Größer \uD83D\uDE80",
                LocalDate.parse("2026-10-01"),
                LocalDate.parse("2026-10-01"),
                CycleKind.PROJECT,
                CycleLength.CUSTOM,
                Optional.of(year.id()),
                Optional.of(new CycleBinding(100, Optional.of("DEMO-7"), Optional.of("2.0 <b>")))));
    assertThat(project.state()).isEqualTo(CycleState.PLANNING);
    assertThat(project.version()).isEqualTo(1);
    assertThat(cycles.cycle(project.id())).contains(project);
    assertThat(cycles.cycle(year.id())).contains(year);
    assertThat(cycles.partsOf(year.id())).containsExactly(project);
    assertThat(cycles.serving(List.of(1L, 2L))).containsExactly(project, year);
    assertThat(cycles.serving(List.of(2L))).isEmpty();
    assertThat(cycles.cycle(99)).isEmpty();
    assertThat(cycles.lastEditor(year.id())).contains("anna");
  }

  @Test
  public void keepsCalendarCyclesOfOneUnitAndLengthApart() {
    add(quarter(1, "2026-10-01", "2026-12-31", CycleLength.QUARTER));
    assertThat(cycles.add(quarter(1, "2026-12-31", "2027-03-31", CycleLength.QUARTER), BY_ANNA))
        .isEmpty();
    assertThat(cycles.add(quarter(1, "2026-07-01", "2026-10-01", CycleLength.QUARTER), BY_ANNA))
        .isEmpty();
    assertThat(cycles.add(quarter(1, "2026-11-01", "2026-11-02", CycleLength.QUARTER), BY_ANNA))
        .isEmpty();
    assertThat(cycles.add(quarter(1, "2027-01-01", "2027-03-31", CycleLength.QUARTER), BY_ANNA))
        .isPresent();
    assertThat(cycles.add(quarter(1, "2026-07-01", "2026-12-31", CycleLength.HALF), BY_ANNA))
        .isPresent();
    assertThat(cycles.add(quarter(2, "2026-10-01", "2026-12-31", CycleLength.QUARTER), BY_ANNA))
        .isPresent();
  }

  @Test
  public void projectCyclesMayOverlap() {
    for (int i = 0; i < 2; i++) {
      assertThat(
              cycles.add(
                  new NewCycle(
                      1,
                      "Release",
                      LocalDate.parse("2026-10-01"),
                      LocalDate.parse("2026-12-31"),
                      CycleKind.PROJECT,
                      CycleLength.CUSTOM,
                      Optional.empty(),
                      Optional.of(new CycleBinding(100, Optional.empty(), Optional.empty()))),
                  BY_ANNA))
          .isPresent();
    }
  }

  @Test
  public void changesACycleOnceForAVersion() {
    Cycle added = add(quarter(1, "2026-10-01", "2026-12-31", CycleLength.QUARTER));
    add(quarter(1, "2027-01-01", "2027-03-31", CycleLength.QUARTER));
    Cycle changed = moved(added, "2026-10-05", "2026-12-30");
    Saved.Written written = (Saved.Written) cycles.change(added, changed, BY_BERT);
    assertThat(written.cycle().version()).isEqualTo(2);
    assertThat(cycles.cycle(added.id())).contains(written.cycle());
    assertThat(cycles.lastEditor(added.id())).contains("bert");
    assertThat(cycles.change(added, changed, BY_ANNA)).isEqualTo(new Saved.OtherVersion());
    assertThat(cycles.changes(added.id()))
        .containsExactly(
            new CycleChange(Field.FIRST, "2026-10-01", "2026-10-05", "bert", BY_BERT.when()),
            new CycleChange(Field.LAST, "2026-12-31", "2026-12-30", "bert", BY_BERT.when()));
    assertThat(
            cycles.change(
                written.cycle(), moved(written.cycle(), "2026-10-05", "2027-01-01"), BY_ANNA))
        .isEqualTo(new Saved.Overlapping());
    assertThat(cycles.cycle(added.id())).contains(written.cycle());
  }

  @Test
  public void recordsEveryStep() {
    Cycle added = add(quarter(1, "2026-10-01", "2026-12-31", CycleLength.QUARTER));
    Cycle active = cycles.step(added, CycleState.ACTIVE, BY_ANNA).orElseThrow();
    assertThat(active.state()).isEqualTo(CycleState.ACTIVE);
    assertThat(cycles.cycle(added.id())).contains(active);
    assertThat(cycles.step(added, CycleState.ACTIVE, BY_BERT)).isEmpty();
    cycles.step(active, CycleState.REVIEW, BY_BERT);
    assertThat(cycles.changes(added.id()))
        .containsExactly(
            new CycleChange(Field.STATE, "PLANNING", "ACTIVE", "anna", BY_ANNA.when()),
            new CycleChange(Field.STATE, "ACTIVE", "REVIEW", "bert", BY_BERT.when()));
    assertThat(cycles.changes(99)).isEmpty();
  }

  private Cycle add(NewCycle cycle) {
    return cycles.add(cycle, BY_ANNA).orElseThrow();
  }

  private static NewCycle quarter(long unitId, String first, String last, CycleLength length) {
    return new NewCycle(
        unitId,
        "Cycle",
        LocalDate.parse(first),
        LocalDate.parse(last),
        CycleKind.CALENDAR,
        length,
        Optional.empty(),
        Optional.empty());
  }

  private static Cycle moved(Cycle cycle, String first, String last) {
    return new Cycle(
        cycle.id(),
        cycle.unitId(),
        "New name",
        LocalDate.parse(first),
        LocalDate.parse(last),
        cycle.state(),
        cycle.kind(),
        cycle.length(),
        Optional.of(77L),
        Optional.empty(),
        cycle.version());
  }
}
