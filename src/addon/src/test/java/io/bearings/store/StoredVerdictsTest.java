package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.NewCycle;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.review.Learning;
import io.bearings.review.Verdict;
import io.bearings.review.Verdict.Decision;
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
public class StoredVerdictsTest {
  private static final long UNIT = 3;
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final Edit BY_ANNA = new Edit(new Person("anna"), AT);
  private static final Verdict.Draft CARRY = new Verdict.Draft(Decision.CARRY, "Größer <b>");
  private static final Verdict.Draft DROP = new Verdict.Draft(Decision.DROP, "Less");

  private final TestDatabase database;
  private final StoredVerdicts verdicts;

  public StoredVerdictsTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    verdicts = new StoredVerdicts(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  private Cycle cycle(String name, int year) {
    return new StoredCycles(database.database())
        .add(
            new NewCycle(
                1,
                name,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                CycleKind.CALENDAR,
                CycleLength.YEAR,
                Optional.empty(),
                Optional.empty()),
            BY_ANNA)
        .orElseThrow();
  }

  @Test
  public void keepsOneForEachObjectiveOnceForAVersion() {
    assertThat(verdicts.verdict(12, 7)).isEmpty();
    Verdict first = verdicts.decide(UNIT, 7, 12, 0, CARRY, BY_ANNA).orElseThrow();
    assertThat(first)
        .isEqualTo(new Verdict(12, UNIT, 7, CARRY, new Verdict.Written("anna", AT), 1));
    Verdict second = verdicts.decide(UNIT, 7, 12, 1, DROP, BY_ANNA).orElseThrow();
    assertThat(second.version()).isEqualTo(2);
    assertThat(verdicts.decide(UNIT, 7, 12, 1, CARRY, BY_ANNA)).isEmpty();
    assertThat(verdicts.decide(UNIT, 7, 12, 0, CARRY, BY_ANNA)).isEmpty();
    verdicts.decide(UNIT, 8, 12, 0, CARRY, BY_ANNA);
    assertThat(verdicts.verdicts(UNIT, 7)).containsExactly(second);

    assertThat(verdicts.withdraw(12, 7, 1)).isFalse();
    assertThat(verdicts.withdraw(12, 7, 2)).isTrue();
    assertThat(verdicts.verdicts(UNIT, 7)).isEmpty();
  }

  @Test
  public void aKickoffLearnsFromTheLastRetrospectiveBeforeIt() {
    Cycle early = cycle("2024", 2024);
    Cycle last = cycle("2025", 2025);
    Cycle next = cycle("2026", 2026);
    verdicts.decide(UNIT, early.id(), 11, 0, CARRY, BY_ANNA);
    verdicts.decide(UNIT, last.id(), 12, 0, CARRY, BY_ANNA);
    verdicts.decide(UNIT, last.id(), 13, 0, DROP, BY_ANNA);
    verdicts.decide(4, last.id(), 14, 0, DROP, BY_ANNA);
    verdicts.decide(UNIT, next.id(), 15, 0, DROP, BY_ANNA);

    List<Learning> before = verdicts.before(UNIT, next);
    assertThat(before).extracting(Learning::objectiveId).containsExactly(12L, 13L);
    assertThat(before.get(0).text()).isEqualTo("Größer <b>");
    assertThat(before.get(1).decision()).isEqualTo(Decision.DROP);
    assertThat(verdicts.before(UNIT, last)).extracting(Learning::objectiveId).containsExactly(11L);
    assertThat(verdicts.before(UNIT, early)).isEmpty();
  }

  @Test
  public void aLearningIsUsedOrSetAsideInACycle() {
    Cycle last = cycle("2025", 2025);
    Cycle next = cycle("2026", 2026);
    Cycle later = cycle("2027", 2027);
    verdicts.decide(UNIT, last.id(), 12, 0, CARRY, BY_ANNA);
    long id = verdicts.before(UNIT, next).get(0).id();
    Learning.Treatment aside = new Learning.Treatment(false, "Not now");

    verdicts.treat(id, next.id(), Optional.of(aside), BY_ANNA);
    assertThat(verdicts.before(UNIT, next).get(0).treatment()).contains(aside);
    assertThat(verdicts.before(UNIT, later).get(0).treatment()).isEmpty();

    verdicts.treat(id, next.id(), Optional.of(new Learning.Treatment(true, "Two")), BY_ANNA);
    assertThat(verdicts.before(UNIT, next).get(0).treatment().orElseThrow().used()).isTrue();
    verdicts.treat(id, next.id(), Optional.empty(), BY_ANNA);
    assertThat(verdicts.before(UNIT, next).get(0).treatment()).isEmpty();
  }

  @Test
  public void aFailureOfTheDatabaseIsSaid() {
    Edit nobody = new Edit(new Person("x".repeat(300)), AT);
    assertThatThrownBy(() -> verdicts.decide(UNIT, 7, 12, 0, CARRY, nobody))
        .isInstanceOf(Refusal.Unavailable.class);
  }
}
