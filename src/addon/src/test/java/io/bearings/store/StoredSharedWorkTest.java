package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Alignment;
import io.bearings.okr.Alignments;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.WeightBy;
import io.bearings.progress.IssueState;
import io.bearings.progress.SharedWork.Relation;
import io.bearings.progress.SharedWork.Shared;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
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
public class StoredSharedWorkTest {
  private static final Instant THEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final Person ANNA = new Person("anna");
  private static final Edit BY_ANNA = new Edit(ANNA, THEN);

  private final TestDatabase database;
  private final StoredObjectives objectives;
  private final StoredLinks links;
  private final StoredAlignments alignments;
  private final StoredSharedWork shared;

  public StoredSharedWorkTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    objectives = new StoredObjectives(database.database());
    links = new StoredLinks(database.database(), Clock.systemUTC());
    alignments = new StoredAlignments(database.database());
    shared = new StoredSharedWork(database.database());
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
  public void findsWorkUnderTwoKeyResultsOfOneObjective() {
    Objective objective = add();
    KeyResult one = keyResult(objective, 1, 2, 3);
    KeyResult other = keyResult(objective, 2, 3, 4);
    keyResult(objective, 9);
    keyResult(add(), 1, 2);

    assertThat(of(one)).containsExactly("SIBLING " + other.key() + " 2");
    assertThat(of(other)).containsExactly("SIBLING " + one.key() + " 2");
    assertThat(all(List.of(objective.id())))
        .containsExactly(one.key() + " SIBLING " + other.key() + " 2");
    assertThat(shared.issues(one.id(), List.of(other.id())))
        .isEqualTo(Map.of(other.id(), Set.of(2L, 3L)));
    assertThat(shared.ofObjectives(List.of(), ANNA)).isEmpty();
    assertThat(shared.issues(one.id(), List.of())).isEmpty();
  }

  @Test
  public void findsWorkUnderParentAndChild() {
    Objective parent = add();
    KeyResult above = keyResult(parent, 1, 2);
    KeyResult beside = keyResult(parent, 3);
    Objective child = add();
    KeyResult below = keyResult(child, 1, 3);
    assertThat(of(below)).isEmpty();

    contribute(child, parent, Optional.of(above.id()));
    assertThat(of(below)).containsExactly("PARENT " + above.key() + " 1");
    assertThat(of(above)).containsExactly("CHILD " + below.key() + " 1");
    assertThat(of(beside)).isEmpty();

    contribute(child, parent, Optional.empty());
    assertThat(of(below))
        .containsExactly("PARENT " + above.key() + " 1", "PARENT " + beside.key() + " 1");
    String first = below.key() + " PARENT " + above.key() + " 1";
    String second = below.key() + " PARENT " + beside.key() + " 1";
    assertThat(all(List.of(parent.id(), child.id()))).containsExactly(first, second);
    assertThat(all(List.of(child.id()))).containsExactly(first, second);
    assertThat(all(List.of(parent.id())))
        .containsExactly(
            above.key() + " CHILD " + below.key() + " 1",
            beside.key() + " CHILD " + below.key() + " 1");
  }

  @Test
  public void whatOnlyDependsIsNoDoubleCount() {
    Objective one = add();
    KeyResult mine = keyResult(one, 1);
    Objective other = add();
    keyResult(other, 1);
    alignments.add(
        new Alignments.NewAlignment(
            Alignment.Kind.DEPENDS, one.id(), other.id(), Optional.empty(), BigDecimal.ONE),
        List.of(),
        BY_ANNA);

    assertThat(of(mine)).isEmpty();
  }

  @Test
  public void whatWasGivenUpOrPutAwayAddsToNothing() {
    Objective objective = add();
    KeyResult one = keyResult(objective, 1);
    KeyResult abandoned = keyResult(objective, 1);
    KeyResult archived = keyResult(objective, 1);
    objectives.change(
        abandoned.with(abandoned.life().abandoned("why")), Set.of(), List.of(), BY_ANNA);
    objectives.change(archived.archived(true), Set.of(), List.of(), BY_ANNA);

    assertThat(of(one)).isEmpty();
    assertThat(of(abandoned)).isEmpty();
  }

  @Test
  public void statementsDoNotDependOnHowMuchIsShared() {
    Objective objective = add();
    KeyResult few = keyResult(objective, 1);
    KeyResult many = keyResult(objective, LongStream.rangeClosed(1, 900).toArray());
    KeyResult all = keyResult(objective, LongStream.rangeClosed(1, 900).toArray());
    of(few);
    for (KeyResult each : List.of(few, many)) {
      database.statements();
      assertThat(shared.ofKeyResult(each.id(), ANNA)).hasSize(2);
      assertThat(database.statements()).isEqualTo(1);
      shared.issues(each.id(), List.of(all.id()));
      assertThat(database.statements()).isEqualTo(1);
    }
    shared.ofObjectives(List.of(objective.id()), ANNA);
    assertThat(database.statements()).isEqualTo(1);
  }

  @Test
  public void aTeamFinishesTheWorkOfItsOwnObjectives() {
    StoredTeamWork team = new StoredTeamWork(database.database());
    Objective objective = add();
    keyResult(objective, 1, 2, 3);
    keyResult(objective, 2);
    for (long id : List.of(1L, 2L)) {
      links.rewrite(
          new IssueState(
              id,
              "DEMO-" + id,
              7,
              StatusCategory.DONE,
              Optional.empty(),
              Optional.empty(),
              THEN.plusSeconds(id)));
    }

    assertThat(team.finishedSince(1, THEN)).containsExactlyInAnyOrder(1L, 2L);
    assertThat(team.finishedSince(1, THEN.plusSeconds(2))).containsExactly(2L);
    assertThat(team.finishedSince(2, THEN)).isEmpty();
    database.statements();
    team.finishedSince(1, THEN);
    assertThat(database.statements()).isEqualTo(1);
  }

  private List<String> of(KeyResult keyResult) {
    return shared.ofKeyResult(keyResult.id(), ANNA).stream()
        .map(each -> each.relation() + " " + each.other().key() + " " + each.issues())
        .toList();
  }

  private List<String> all(Collection<Long> objectiveIds) {
    return shared.ofObjectives(objectiveIds, ANNA).stream()
        .map(StoredSharedWorkTest::line)
        .toList();
  }

  private static String line(Shared each) {
    Relation relation = each.relation();
    return KeyResult.keyOf(each.keyResultId())
        + " "
        + relation
        + " "
        + each.other().key()
        + " "
        + each.issues();
  }

  private void contribute(Objective from, Objective to, Optional<Long> keyResultId) {
    alignments.add(
        new Alignments.NewAlignment(
            Alignment.Kind.CONTRIBUTES, from.id(), to.id(), keyResultId, BigDecimal.ONE),
        List.of(),
        BY_ANNA);
  }

  private Objective add() {
    return objectives.add(
        new NewObjective(
            1, Optional.empty(), ObjectiveContent.of("Calm nights", "why", "anna"), Okrs.ACTIVE),
        List.of(),
        BY_ANNA);
  }

  private KeyResult keyResult(Objective parent, long... issueIds) {
    KeyResult keyResult =
        objectives.add(
            parent.id(),
            new NewKeyResult(
                KeyResultContent.ofIssues("Fewer alarms", "anna", BigDecimal.ONE, WeightBy.ISSUES),
                Okrs.ACTIVE),
            BY_ANNA);
    links.attach(
        keyResult.id(),
        LongStream.of(issueIds)
            .mapToObj(
                id ->
                    new IssueState(
                        id,
                        "DEMO-" + id,
                        7,
                        StatusCategory.TO_DO,
                        Optional.empty(),
                        Optional.empty(),
                        THEN))
            .toList(),
        BY_ANNA);
    return keyResult;
  }
}
