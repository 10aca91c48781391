package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.bearings.okr.Bounds;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.Measure;
import io.bearings.okr.Milestone;
import io.bearings.okr.Nature;
import io.bearings.okr.NewChange;
import io.bearings.okr.NewCycle;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Objectives;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Recorded;
import io.bearings.okr.Refusal;
import io.bearings.okr.ScoreChange;
import io.bearings.okr.Source;
import io.bearings.okr.Tag;
import io.bearings.okr.Visibility;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredObjectivesTest {
  private static final Person ANNA = new Person("anna");
  private static final Edit BY_ANNA = new Edit(ANNA, Instant.parse("2026-11-22T10:00:00Z"));
  private static final Edit BY_BERT =
      new Edit(new Person("bert"), Instant.parse("2026-11-22T11:00:00Z"));

  private final TestDatabase database;
  private final StoredObjectives objectives;

  public StoredObjectivesTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    objectives = new StoredObjectives(database.database());
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
  public void keepsAnObjectiveWithItsKeyResults() {
    Objective added =
        objectives.add(
            new NewObjective(
                3,
                Optional.of(9L),
                new ObjectiveContent(
                    "Größer \uD83D\uDE80 <b>",
                    "a\nb".repeat(600),
                    "anna",
                    ObjectiveKind.COMMITTED,
                    Visibility.PRIVATE,
                    Optional.of(LocalDate.parse("2026-11-30")),
                    List.of("growth", "50 %_!"),
                    Map.of("Theme", "New \u05D0"),
                    List.of(10000L, 10001L),
                    List.of(4L)),
                Life.DRAFT),
            List.of(keyResult("First", "0.000001"), keyResult("Second", "1000000")),
            BY_ANNA);

    assertThat(added.version()).isEqualTo(1);
    assertThat(added.state()).isEqualTo(ObjectiveState.DRAFT);
    assertThat(added.content().fields()).isEqualTo(Map.of("Theme", "New \u05D0"));
    assertThat(added.labels()).containsExactly("growth", "50 %_!");
    assertThat(added.cycleId()).contains(9L);
    assertThat(objectives.objective(added.id())).contains(added);
    assertThat(objectives.keyResultsOf(List.of(added.id())))
        .extracting(KeyResult::title, KeyResult::weight, KeyResult::weightBy, KeyResult::version)
        .containsExactly(
            tuple("First", new BigDecimal("0.000001"), WeightBy.POINTS, 1),
            tuple("Second", new BigDecimal("1000000"), WeightBy.POINTS, 1));
  }

  @Test
  public void keepsAllThatAKeyResultSays() {
    Objective objective = add("Title");
    KeyResultContent content =
        new KeyResultContent(
            "Conversion",
            "bert",
            Source.MANUAL,
            Nature.OUTCOME,
            new Measure(Measure.Kind.PERCENT, Optional.of(new BigDecimal("200")), Optional.empty()),
            new Goal(
                Optional.of(new BigDecimal("2.3")),
                Optional.of(new BigDecimal("-1000000000000")),
                Optional.of(new Bounds(Optional.of(BigDecimal.ONE), Optional.empty())),
                new Goal.Marks(Optional.of(BigDecimal.TEN), Optional.empty()),
                Optional.of(LocalDate.parse("2026-12-18")),
                3,
                List.of(
                    new Milestone(LocalDate.parse("2026-10-30"), new BigDecimal("3.5")),
                    new Milestone(LocalDate.parse("2026-11-30"), new BigDecimal("-4")))),
            new BigDecimal("2.5"),
            WeightBy.ISSUES,
            false);
    Life life = Life.DRAFT.published(Optional.of(7), BY_ANNA.when(), LocalDate.parse("2026-11-22"));
    KeyResult added = objectives.add(objective.id(), new NewKeyResult(content, life), BY_ANNA);
    assertThat(added.content().goal().target().orElseThrow())
        .isEqualByComparingTo("-1000000000000");
    assertThat(added.content().measure()).isEqualTo(content.measure());
    assertThat(added.goal().checkpoints()).isEqualTo(content.goal().checkpoints());
    assertThat(added.goal().bounds()).isEqualTo(content.goal().bounds());
    assertThat(added.goal().marks().stretch()).isEmpty();
    assertThat(added.goal().due()).isEqualTo(content.goal().due());
    assertThat(added.content().alignedShare()).isFalse();
    assertThat(added.life()).isEqualTo(life);
    assertThat(added.recorded()).isEqualTo(Recorded.NOTHING);
    assertThat(objectives.keyResult(added.id())).contains(added);

    KeyResult closed =
        objectives
            .change(
                added.with(life.closed(Optional.of(new BigDecimal("0.3333333333333333333333")))),
                Set.of("state"),
                List.of(),
                BY_BERT)
            .orElseThrow();
    assertThat(closed.life().finalScore()).contains(new BigDecimal("0.3333333333333333333333"));
    assertThat(objectives.keyResult(added.id())).contains(closed);
  }

  @Test
  public void keepsAnEmptyWhy() {
    Objective added = add("Title");
    assertThat(objectives.objective(added.id()).orElseThrow().why()).isEmpty();
    Objective changed = added.with(ObjectiveContent.of("Title", "", "anna"));
    assertThat(change(changed, BY_ANNA).orElseThrow().why()).isEmpty();
  }

  @Test
  public void writesNothingWhenOneKeyResultCannotBeWritten() {
    NewKeyResult impossible = keyResult("x".repeat(500), "1");
    assertThatThrownBy(
            () ->
                objectives.add(
                    new NewObjective(
                        3, Optional.empty(), ObjectiveContent.of("Title", "", "anna"), Life.DRAFT),
                    List.of(keyResult("First", "1"), impossible),
                    BY_ANNA))
        .isInstanceOf(Refusal.Unavailable.class);
    assertThat(found(Objectives.Wanted.ofUnits(List.of(3L), Optional.empty()))).isEmpty();
  }

  @Test
  public void changesAnObjectiveOnceForAVersion() {
    Objective added = add("Title");
    Objective after =
        change(added.with(ObjectiveContent.of("New", "Because", "anna")), BY_BERT).orElseThrow();
    assertThat(after.version()).isEqualTo(2);
    assertThat(objectives.objective(added.id())).contains(after);
    assertThat(objectives.lastEditOfObjective(added.id()).orElseThrow().by()).isEqualTo("bert");

    assertThat(change(added.with(ObjectiveContent.of("Late", "", "anna")), BY_ANNA)).isEmpty();
    assertThat(objectives.objective(added.id())).contains(after);
  }

  @Test
  public void remembersWhichVersionChangedWhat() {
    Objective first = add("Title");
    Objective second =
        objectives.change(first, Set.of("title"), List.of(), List.of(), BY_ANNA).orElseThrow();
    Objective third =
        objectives.change(second, Set.of(), List.of(), List.of(), BY_ANNA).orElseThrow();
    objectives.change(third, Set.of("why"), List.of(), List.of(), BY_BERT).orElseThrow();
    Objectives.LastEdit last = objectives.lastEditOfObjective(first.id()).orElseThrow();
    assertThat(last.since(1)).containsExactlyInAnyOrder("title", "why");
    assertThat(last.since(2)).containsExactly("why");
    assertThat(last.since(4)).isEmpty();
  }

  @Test
  public void forgetsTheOldestOfManyChanges() {
    Objective now = add("Title");
    for (int i = 0; i < 60; i++) {
      now =
          objectives
              .change(now, Set.of("contributingUnits"), List.of(), List.of(), BY_ANNA)
              .orElseThrow();
    }
    Objectives.LastEdit last = objectives.lastEditOfObjective(now.id()).orElseThrow();
    assertThat(last.touched()).hasSizeBetween(10, 30);
    assertThat(last.since(60)).containsExactly("contributingUnits");
  }

  @Test
  public void changesAnObjectiveAndItsKeyResultsTogetherOrNotAtAll() {
    Objective objective = add("Title");
    KeyResult keyResult = objectives.add(objective.id(), keyResult("First", "2.5"), BY_ANNA);
    KeyResult stale = keyResult.archived(true).atVersion(9);
    assertThat(
            objectives.change(
                objective.archived(true), Set.of(), List.of(stale), List.of(), BY_BERT))
        .isEmpty();
    assertThat(objectives.objective(objective.id())).contains(objective);

    objectives
        .change(
            objective.archived(true),
            Set.of(),
            List.of(keyResult.archived(true)),
            List.of(change(objective.id())),
            BY_BERT)
        .orElseThrow();
    assertThat(objectives.keyResult(keyResult.id()).orElseThrow().archived()).isTrue();
    assertThat(new StoredChanges(database.database()).ofObjective(objective.id(), 1000, 9))
        .extracting(each -> each.what().field())
        .containsExactly("archived");
  }

  private static NewChange change(long objectiveId) {
    return new NewChange(
        objectiveId,
        Optional.empty(),
        "archived",
        Optional.of("false"),
        Optional.of("true"),
        Optional.empty(),
        ScoreChange.CORRECTION,
        Tag.API,
        new NewChange.Scores(
            Optional.empty(), Optional.empty(), Optional.of(BigDecimal.ONE), Optional.empty()));
  }

  @Test
  public void changesAKeyResultOnceForAVersion() {
    Objective objective = add("Title");
    KeyResult added = objectives.add(objective.id(), keyResult("First", "2.5"), BY_ANNA);
    assertThat(objectives.keyResult(added.id())).contains(added);
    KeyResult change = added.with(keyResult("New", "0").content());
    KeyResult after = objectives.change(change, Set.of("weight"), List.of(), BY_BERT).orElseThrow();
    assertThat(after.version()).isEqualTo(2);
    assertThat(objectives.keyResult(added.id())).contains(after);
    assertThat(objectives.change(change, Set.of(), List.of(), BY_ANNA)).isEmpty();
    Objectives.LastEdit last = objectives.lastEditOfKeyResult(added.id()).orElseThrow();
    assertThat(last.by()).isEqualTo("bert");
    assertThat(last.since(1)).containsExactly("weight");
  }

  @Test
  public void findsTheKeyResultsUnderWayOfAPerson() {
    Objective added =
        objectives.add(
            new NewObjective(
                3, Optional.empty(), ObjectiveContent.of("Title", "", "anna"), Life.DRAFT),
            List.of(
                keyResult("Under way", "1"), keyResult("Put away", "1"), keyResult("Draft", "1")),
            BY_ANNA);
    List<KeyResult> all = objectives.keyResultsOf(List.of(added.id()));
    publish(all.get(0), false);
    publish(all.get(1), true);
    database.statements();
    assertThat(objectives.activeKeyResultsOf(new Person(all.get(0).ownerKey())))
        .extracting(KeyResult::title)
        .containsExactly("Under way");
    assertThat(database.statements()).isEqualTo(1);
    assertThat(objectives.activeKeyResultsOf(new Person("nobody"))).isEmpty();
  }

  private void publish(KeyResult keyResult, boolean archived) {
    KeyResult changed =
        keyResult
            .with(
                Life.DRAFT.published(Optional.of(5), BY_ANNA.when(), LocalDate.parse("2026-11-22")))
            .archived(archived);
    assertThat(objectives.change(changed, Set.of(), List.of(), BY_ANNA)).isPresent();
  }

  @Test
  public void doesNotFindWhatIsNotThere() {
    assertThat(objectives.objective(99)).isEmpty();
    assertThat(objectives.placed(99, ANNA)).isEmpty();
    assertThat(objectives.placed(List.of(), ANNA)).isEmpty();
    assertThat(objectives.keyResult(99)).isEmpty();
    assertThat(objectives.keyResultsOf(List.of())).isEmpty();
    assertThat(objectives.lastEditOfObjective(99)).isEmpty();
  }

  private static NewCycle quarter(String first, String last) {
    return new NewCycle(
        3,
        "Quarter from " + first,
        LocalDate.parse(first),
        LocalDate.parse(last),
        CycleKind.CALENDAR,
        CycleLength.QUARTER,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  public void knowsTheCycleAndWhoFollows() {
    long cycle =
        new StoredCycles(database.database())
            .add(quarter("2026-10-01", "2026-12-31"), BY_ANNA)
            .orElseThrow()
            .id();
    Objective added =
        objectives.add(
            new NewObjective(
                3, Optional.of(cycle), ObjectiveContent.of("T", "", "anna"), Life.DRAFT),
            List.of(),
            BY_ANNA);
    follow(added.id(), "bert");
    Placed forAnna = objectives.placed(added.id(), ANNA).orElseThrow();
    assertThat(forAnna.cycle().orElseThrow())
        .isEqualTo(
            new Placed.Span(
                cycle,
                "Quarter from 2026-10-01",
                new Window(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-12-31")),
                CycleState.PLANNING));
    assertThat(forAnna.followed()).isFalse();
    assertThat(objectives.placed(added.id(), new Person("bert")).orElseThrow().followed()).isTrue();
  }

  private void follow(long objectiveId, String personKey) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("OBJECTIVE_ID", objectiveId);
    row.put("PERSON_KEY", personKey);
    row.put("CREATED_BY", personKey);
    row.put("CREATED_AT", 1L);
    row.put("NATURAL_KEY", objectiveId + ":" + personKey);
    database.database().write(session -> session.insert(Tables.FOLLOWER, row));
  }

  @Test
  public void findsWhatIsWanted() {
    Objective inTwo = add(2, Optional.empty(), content("Calm nights", "anna", List.of("calm")));
    Objective inCycle = add(2, Optional.of(5L), content("Other", "bert", List.of("calmer")));
    Objective named =
        add(
            9,
            Optional.empty(),
            new ObjectiveContent(
                "Elsewhere",
                "",
                "anna",
                ObjectiveKind.ASPIRATIONAL,
                Visibility.UNIT_VIEWERS,
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(10000L),
                List.of()));
    Objective away = add(2, Optional.empty(), content("Away", "anna", List.of()));
    change(away.archived(true), BY_ANNA);

    assertThat(found(wanted(2))).containsExactly(inTwo.id(), inCycle.id());
    assertThat(found(wanted(2).orNaming(10000)))
        .containsExactly(inTwo.id(), inCycle.id(), named.id());
    assertThat(found(wanted(2).orNaming(1000))).hasSize(2);
    assertThat(found(wanted(2).and(List.of(away.id())))).hasSize(3);
    assertThat(found(Objectives.Wanted.ofUnits(List.of(2L), in(Optional.of(5L)))))
        .containsExactly(inCycle.id());
    assertThat(found(Objectives.Wanted.ofUnits(List.of(2L), in(Optional.empty()))))
        .containsExactly(inTwo.id());
    assertThat(found(filter("calm", "", "", 0, 0, false))).containsExactly(inTwo.id());
    assertThat(found(filter("", "bert", "", 0, 0, false))).containsExactly(inCycle.id());
    assertThat(found(filter("", "", "CALM N", 0, 0, false))).containsExactly(inTwo.id());
    assertThat(found(filter("", "", inCycle.key(), 0, 0, false))).containsExactly(inCycle.id());
    assertThat(found(filter("", "", "%", 0, 0, false))).isEmpty();
    assertThat(found(filter("", "", "", 0, 0, true))).contains(away.id());
    assertThat(found(filter("", "", "", inTwo.id(), 1, false))).containsExactly(inCycle.id());
  }

  @Test
  public void leavesOutWhatIsOfAClosedCycle() {
    StoredCycles cycles = new StoredCycles(database.database());
    Cycle closed = cycles.add(quarter("2026-07-01", "2026-09-30"), BY_ANNA).orElseThrow();
    Cycle open = cycles.add(quarter("2026-10-01", "2026-12-31"), BY_ANNA).orElseThrow();
    assertThat(cycles.step(closed, CycleState.CLOSED, BY_ANNA)).isPresent();
    add(2, Optional.of(closed.id()), content("Over", "anna", List.of()));
    Objective now = add(2, Optional.of(open.id()), content("Now", "anna", List.of()));
    Objective later = add(2, Optional.empty(), content("Later", "anna", List.of()));

    assertThat(
            found(
                Objectives.Wanted.ofUnits(List.of(2L), Optional.of(new Objectives.InCycle.Open()))))
        .containsExactly(now.id(), later.id());
  }

  private static Optional<Objectives.InCycle> in(Optional<Long> cycleId) {
    return Optional.of(Objectives.InCycle.of(cycleId));
  }

  private static Objectives.Wanted wanted(long unitId) {
    return Objectives.Wanted.ofUnits(List.of(unitId), Optional.empty());
  }

  private static Objectives.Wanted filter(
      String label, String owner, String text, long after, int limit, boolean archived) {
    return new Objectives.Wanted(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        archived,
        Optional.of(ObjectiveState.DRAFT),
        Optional.of(label).filter(it -> !it.isEmpty()),
        Optional.of(owner).filter(it -> !it.isEmpty()),
        text,
        after,
        limit);
  }

  private List<Long> found(Objectives.Wanted wanted) {
    return objectives.find(wanted, ANNA).stream().map(each -> each.objective().id()).toList();
  }

  @Test
  public void listsByAStatementEach() {
    objectives.keyResult(1);
    for (int size : List.of(2, 40)) {
      long unit = 1000 + size;
      for (int i = 0; i < size; i++) {
        objectives.add(
            new NewObjective(
                unit, Optional.empty(), ObjectiveContent.of("O" + i, "", "anna"), Life.DRAFT),
            Collections.nCopies(4, keyResult("K", "1")),
            BY_ANNA);
      }
      database.statements();
      List<Long> ids = found(wanted(unit));
      assertThat(ids).hasSize(size);
      assertThat(database.statements()).isEqualTo(1);
      assertThat(objectives.keyResultsOf(ids)).hasSize(4 * size);
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
    return add(3, Optional.empty(), ObjectiveContent.of(title, "", "anna"));
  }

  private Objective add(long unitId, Optional<Long> cycleId, ObjectiveContent content) {
    return objectives.add(
        new NewObjective(unitId, cycleId, content, Life.DRAFT), List.of(), BY_ANNA);
  }

  private static ObjectiveContent content(String title, String owner, List<String> labels) {
    return new ObjectiveContent(
        title,
        "",
        owner,
        ObjectiveKind.ASPIRATIONAL,
        Visibility.UNIT_VIEWERS,
        Optional.empty(),
        labels,
        Map.of(),
        List.of(),
        List.of());
  }

  private Optional<Objective> change(Objective changed, Edit by) {
    return objectives.change(changed, Set.of(), List.of(), List.of(), by);
  }

  private static NewKeyResult keyResult(String title, String weight) {
    return new NewKeyResult(
        KeyResultContent.ofIssues(title, "anna", new BigDecimal(weight), WeightBy.POINTS),
        Life.DRAFT);
  }
}
