package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.bearings.okr.KeyResult;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Test;

public class StoredObjectivesTest {
  private static final Edit BY_ANNA =
      new Edit(new Person("anna"), Instant.parse("2026-11-22T10:00:00Z"));
  private static final Edit BY_BERT =
      new Edit(new Person("bert"), Instant.parse("2026-11-22T11:00:00Z"));

  private final TestDatabase database = TestDatabase.withTables();
  private final StoredObjectives objectives = new StoredObjectives(database.database());

  @After
  public void close() {
    database.close();
  }

  @Test
  public void keepsAnObjectiveWithItsKeyResults() {
    Objective added =
        objectives.add(
            new NewObjective(100, "Größer \uD83D\uDE80 <b>", "a\nb".repeat(600), "anna"),
            List.of(keyResult("First", "0.000001"), keyResult("Second", "1000000")),
            BY_ANNA);

    assertThat(added.version()).isEqualTo(1);
    assertThat(objectives.objective(added.id())).contains(added);
    assertThat(objectives.keyResultsOf(List.of(added.id())))
        .extracting(KeyResult::title, KeyResult::weight, KeyResult::weightBy, KeyResult::version)
        .containsExactly(
            tuple("First", new BigDecimal("0.000001"), WeightBy.POINTS, 1),
            tuple("Second", new BigDecimal("1000000"), WeightBy.POINTS, 1));
  }

  @Test
  public void keepsAnEmptyWhy() {
    Objective added = add("Title");
    assertThat(objectives.objective(added.id()).orElseThrow().why()).isEmpty();
    Objective changed = change(added, "Title", "");
    assertThat(objectives.change(changed, BY_ANNA).orElseThrow().why()).isEmpty();
    assertThat(objectives.objective(added.id()).orElseThrow().why()).isEmpty();
  }

  @Test
  public void writesNothingWhenOneKeyResultCannotBeWritten() {
    NewKeyResult impossible = keyResult("x".repeat(500), "1");
    assertThatThrownBy(
            () ->
                objectives.add(
                    new NewObjective(100, "Title", "", "anna"),
                    List.of(keyResult("First", "1"), impossible),
                    BY_ANNA))
        .isInstanceOf(Refusal.Unavailable.class);
    assertThat(objectives.ofProject(100)).isEmpty();
    assertThat(objectives.keyResultsOfProject(100)).isEmpty();
  }

  @Test
  public void changesAnObjectiveOnceForAVersion() {
    Objective added = add("Title");
    Objective after = objectives.change(change(added, "New", "Because"), BY_BERT).orElseThrow();
    assertThat(after.version()).isEqualTo(2);
    assertThat(objectives.objective(added.id())).contains(after);
    assertThat(objectives.lastEditorOfObjective(added.id())).contains("bert");

    assertThat(objectives.change(change(added, "Late", ""), BY_ANNA)).isEmpty();
    assertThat(objectives.objective(added.id())).contains(after);
  }

  @Test
  public void changesAKeyResultOnceForAVersion() {
    Objective objective = add("Title");
    KeyResult added = objectives.add(objective.id(), keyResult("First", "2.5"), BY_ANNA);
    assertThat(objectives.keyResult(added.id())).contains(added);
    KeyResult change =
        new KeyResult(added.id(), objective.id(), "New", BigDecimal.ZERO, WeightBy.ISSUES, 1);
    KeyResult after = objectives.change(change, BY_BERT).orElseThrow();
    assertThat(after.version()).isEqualTo(2);
    assertThat(objectives.keyResult(added.id())).contains(after);
    assertThat(objectives.change(change, BY_ANNA)).isEmpty();
    assertThat(objectives.lastEditorOfKeyResult(added.id())).contains("bert");
  }

  @Test
  public void doesNotFindWhatIsNotThere() {
    assertThat(objectives.objective(99)).isEmpty();
    assertThat(objectives.keyResult(99)).isEmpty();
    assertThat(objectives.keyResultsOf(List.of())).isEmpty();
    assertThat(objectives.lastEditorOfObjective(99)).isEmpty();
  }

  @Test
  public void listsAProjectByAStatementEach() {
    objectives.ofProject(1);
    for (int size : List.of(2, 40)) {
      long project = 1000 + size;
      for (int i = 0; i < size; i++) {
        objectives.add(
            new NewObjective(project, "O" + i, "", "anna"),
            Collections.nCopies(4, keyResult("K", "1")),
            BY_ANNA);
      }
      database.statements();
      assertThat(objectives.ofProject(project)).hasSize(size);
      assertThat(database.statements()).isEqualTo(1);
      assertThat(objectives.keyResultsOfProject(project)).hasSize(4 * size);
      assertThat(database.statements()).isEqualTo(1);
    }
  }

  @Test
  public void findsKeyResultsOfMoreObjectivesThanOneListHolds() {
    Objective added = add("Title");
    objectives.add(added.id(), keyResult("First", "1"), BY_ANNA);
    List<Long> ids = LongStream.rangeClosed(1, 2500).boxed().toList();
    assertThat(objectives.keyResultsOf(ids)).hasSize(1);
  }

  private Objective add(String title) {
    return objectives.add(new NewObjective(100, title, "", "anna"), List.of(), BY_ANNA);
  }

  private static Objective change(Objective stored, String title, String why) {
    return new Objective(
        stored.id(), stored.projectId(), title, why, stored.ownerKey(), stored.version());
  }

  private static NewKeyResult keyResult(String title, String weight) {
    return new NewKeyResult(title, new BigDecimal(weight), WeightBy.POINTS);
  }
}
