package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.WeightBy;
import io.bearings.progress.IssueState;
import io.bearings.progress.KeptHistory;
import io.bearings.progress.SprintAlignment.InSprint;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredSprintWorkTest {
  private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");
  private static final Person ANNA = new Person("anna");
  private static final Edit BY_ANNA = new Edit(ANNA, THEN);

  private final TestDatabase database;
  private final StoredObjectives objectives;
  private final StoredLinks links;
  private final StoredHistories histories;
  private final StoredSprintWork work;

  public StoredSprintWorkTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    objectives = new StoredObjectives(database.database());
    links = new StoredLinks(database.database(), Clock.fixed(THEN, ZoneOffset.UTC));
    histories = new StoredHistories(database.database());
    work = new StoredSprintWork(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  private KeyResult keyResult() {
    long objectiveId =
        objectives
            .add(
                new NewObjective(
                    3, Optional.empty(), ObjectiveContent.of("O", "", "anna"), Okrs.ACTIVE),
                List.of(),
                BY_ANNA)
            .id();
    return objectives.add(
        objectiveId,
        new NewKeyResult(
            KeyResultContent.ofIssues("K", "anna", BigDecimal.ONE, WeightBy.ISSUES), Okrs.ACTIVE),
        BY_ANNA);
  }

  private static IssueState issue(long id) {
    return new IssueState(
        id, "A-" + id, 7, StatusCategory.TO_DO, Optional.empty(), Optional.empty(), THEN);
  }

  @SafeVarargs
  private void kept(long issueId, Set<Long>... sprints) {
    List<KeptHistory.Step> steps = new ArrayList<>();
    for (int i = 0; i < sprints.length; i++) {
      steps.add(
          new KeptHistory.Step(
              i,
              THEN.plusSeconds(i),
              new IssueSnapshot(
                  7,
                  "10000",
                  StatusCategory.TO_DO,
                  Optional.empty(),
                  Optional.of(new BigDecimal("3.5")),
                  Optional.empty(),
                  sprints[i],
                  Set.of(),
                  Optional.empty(),
                  Optional.empty()),
              "1"));
    }
    histories.replace(List.of(new KeptHistory(issueId, steps, Optional.empty())));
  }

  private static InSprint inSprint(long id, Long... keyResultIds) {
    return new InSprint(
        id,
        StatusCategory.TO_DO,
        Optional.empty(),
        Optional.of(new BigDecimal("3.5")),
        false,
        Set.of(keyResultIds));
  }

  @Test
  public void tellsWhatIsInEachSprintNowAndWhatItServes() {
    KeyResult one = keyResult();
    KeyResult other = keyResult();
    KeyResult archived = keyResult();
    kept(1, Set.of(12L));
    kept(2, Set.of(12L), Set.of(12L, 13L));
    kept(3, Set.of(12L), Set.of());
    kept(4, Set.of(12L));
    links.attach(one.id(), List.of(issue(1), issue(2), issue(3)), BY_ANNA);
    links.attach(other.id(), List.of(issue(2)), BY_ANNA);
    links.attach(archived.id(), List.of(issue(4)), BY_ANNA);
    objectives.change(archived.archived(true), Set.of(), List.of(), BY_ANNA);

    Map<Long, List<InSprint>> found = work.in(List.of(12L, 13L, 14L));

    assertThat(found).containsOnlyKeys(12L, 13L, 14L);
    assertThat(found.get(12L))
        .containsExactly(inSprint(1, one.id()), inSprint(2, one.id(), other.id()), inSprint(4));
    assertThat(found.get(13L)).containsExactly(inSprint(2, one.id(), other.id()));
    assertThat(found.get(14L)).isEmpty();
    assertThat(work.in(List.of())).isEmpty();
  }

  @Test
  public void costsOneStatementHoweverManyIssuesThereAre() {
    KeyResult one = keyResult();
    kept(1, Set.of(12L));
    work.in(List.of(12L));
    database.statements();
    work.in(List.of(12L));
    assertThat(database.statements()).isEqualTo(1);
    for (long id = 2; id <= 40; id++) {
      kept(id, Set.of(12L));
      links.attach(one.id(), List.of(issue(id)), BY_ANNA);
    }
    database.statements();
    assertThat(work.in(List.of(12L)).get(12L)).hasSize(40);
    assertThat(database.statements()).isEqualTo(1);
  }

  @Test
  public void findsKeyResultsWithTheirObjectives() {
    KeyResult one = keyResult();

    assertThat(work.keyResults(Set.of(one.id(), 999L), ANNA)).containsOnlyKeys(one.id());
    assertThat(work.keyResults(Set.of(one.id()), ANNA).get(one.id()).objective().objective().id())
        .isEqualTo(one.objectiveId());
    assertThat(work.keyResults(Set.of(), ANNA)).isEmpty();
  }
}
