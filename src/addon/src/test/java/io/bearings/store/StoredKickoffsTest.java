package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.Alignment;
import io.bearings.okr.Alignments;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.WeightBy;
import io.bearings.progress.IssueState;
import io.bearings.review.KickoffStep;
import io.bearings.review.LinkedWork;
import io.bearings.review.Litmus;
import io.bearings.review.Restatement;
import io.bearings.review.Restatement.Verdict;
import io.bearings.review.StepMark;
import io.bearings.review.StepState;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredKickoffsTest {
  private static final long UNIT = 3;
  private static final long CYCLE = 7;
  private static final Edit BY_ANNA =
      new Edit(new Person("anna"), Instant.parse("2026-11-22T10:00:00Z"));
  private static final Edit BY_BERT =
      new Edit(new Person("bert"), Instant.parse("2026-11-22T11:00:00Z"));

  private final TestDatabase database;
  private final StoredKickoffs kickoffs;

  public StoredKickoffsTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    kickoffs = new StoredKickoffs(database.database());
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
  public void theTablesAreMadeTwiceWithoutHarm() {
    kickoffs.mark(UNIT, CYCLE, KickoffStep.WRITE, StepState.DONE, BY_ANNA);

    new Kickoffs004().upgrade(ModelVersion.valueOf("4"), database.activeObjects());

    assertThat(new Kickoffs004().getModelVersion()).isEqualTo(ModelVersion.valueOf("4"));
    assertThat(kickoffs.marks(UNIT, CYCLE)).hasSize(1);
  }

  @Test
  public void keepsTheLastThatWasSaidAboutEachStep() {
    kickoffs.mark(UNIT, CYCLE, KickoffStep.WRITE, StepState.DONE, BY_ANNA);
    kickoffs.mark(UNIT, CYCLE, KickoffStep.RESTATE, StepState.SKIPPED, BY_ANNA);
    kickoffs.mark(UNIT, CYCLE, KickoffStep.WRITE, StepState.OPEN, BY_BERT);
    kickoffs.mark(UNIT, 8, KickoffStep.WRITE, StepState.DONE, BY_ANNA);
    kickoffs.mark(4, CYCLE, KickoffStep.WRITE, StepState.DONE, BY_ANNA);

    assertThat(kickoffs.marks(UNIT, CYCLE))
        .containsExactly(
            new StepMark(KickoffStep.WRITE, StepState.OPEN, "bert", BY_BERT.when()),
            new StepMark(KickoffStep.RESTATE, StepState.SKIPPED, "anna", BY_ANNA.when()));
    assertThat(kickoffs.marks(99, CYCLE)).isEmpty();
  }

  @Test
  public void keepsAnswersOnceForAVersion() {
    assertThat(kickoffs.litmus(UNIT, CYCLE)).isEmpty();
    Litmus first = kickoffs.answer(UNIT, CYCLE, 0, draft("a\nb", ""), BY_ANNA).orElseThrow();
    assertThat(first)
        .isEqualTo(
            new Litmus(
                draft("a\nb", ""), Optional.of(new Litmus.Written("anna", BY_ANNA.when())), 1));

    Litmus second = kickoffs.answer(UNIT, CYCLE, 1, draft("", "Luck"), BY_BERT).orElseThrow();
    assertThat(second.answers()).isEqualTo(draft("", "Luck"));
    assertThat(second.version()).isEqualTo(2);

    assertThat(kickoffs.answer(UNIT, CYCLE, 1, draft("late", ""), BY_ANNA)).isEmpty();
    assertThat(kickoffs.answer(UNIT, CYCLE, 0, draft("late", ""), BY_ANNA)).isEmpty();
    assertThat(kickoffs.litmus(UNIT, CYCLE)).contains(second);
    assertThat(kickoffs.litmus(UNIT, 8)).isEmpty();
  }

  @Test
  public void aPersonHasOneRestatementOfAnObjective() {
    Restatement first = kickoffs.restate(12, "Größer \uD83D\uDE80 <b>", BY_ANNA);
    Restatement bert = kickoffs.restate(12, "Faster", BY_BERT);
    kickoffs.restate(13, "Calm", BY_ANNA);
    assertThat(kickoffs.restatement(first.id())).contains(first);

    kickoffs.judge(first.id(), Verdict.DIFFERENT, BY_BERT);
    Restatement again = kickoffs.restate(12, "Larger", BY_ANNA);

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.judged()).isEmpty();
    assertThat(kickoffs.restatementsOf(List.of(12L, 99L))).containsExactly(again, bert);
    assertThat(kickoffs.restatementsOf(List.of())).isEmpty();
  }

  @Test
  public void keepsWhatTheLeadSays() {
    Restatement one = kickoffs.restate(12, "Faster", BY_ANNA);
    Restatement judged = kickoffs.judge(one.id(), Verdict.SAME, BY_BERT).orElseThrow();
    assertThat(judged.judged())
        .contains(new Restatement.Judged(Verdict.SAME, "bert", BY_BERT.when()));
    assertThat(kickoffs.judge(one.id(), Verdict.DIFFERENT, BY_BERT).orElseThrow().judged())
        .contains(new Restatement.Judged(Verdict.DIFFERENT, "bert", BY_BERT.when()));
    assertThat(kickoffs.judge(99, Verdict.SAME, BY_BERT)).isEmpty();
    assertThat(kickoffs.restatement(99)).isEmpty();
  }

  @Test
  public void aFailureOfTheDatabaseIsSaid() {
    String tooLong = "x".repeat(500);
    assertThatThrownBy(() -> kickoffs.restate(12, tooLong, BY_ANNA))
        .isInstanceOf(Refusal.Unavailable.class);
    Edit nobody = new Edit(new Person("x".repeat(300)), BY_ANNA.when());
    assertThatThrownBy(() -> kickoffs.answer(UNIT, CYCLE, 0, draft("a", "b"), nobody))
        .isInstanceOf(Refusal.Unavailable.class);
  }

  @Test
  public void findsWhatContributesAndWhereThereAreObjectives() {
    long parent = objective(1, 7);
    long child = objective(UNIT, 7);
    long other = objective(4, 8);
    StoredAlignments alignments = new StoredAlignments(database.database());
    alignments.add(arrow(Alignment.Kind.CONTRIBUTES, child, parent), List.of(), BY_ANNA);
    alignments.add(arrow(Alignment.Kind.DEPENDS, other, parent), List.of(), BY_ANNA);

    assertThat(kickoffs.contributing(List.of(parent, child, other))).containsExactly(child);
    assertThat(kickoffs.contributing(List.of())).isEmpty();
    assertThat(kickoffs.unitsWithObjectives(List.of(7L))).containsExactlyInAnyOrder(1L, UNIT);
    assertThat(kickoffs.unitsWithObjectives(List.of(8L, 99L))).containsExactly(4L);
  }

  @Test
  public void countsALinkedIssueOnceHoweverManyKeyResultsItServes() {
    long first = objective(UNIT, 7);
    long second = objective(UNIT, 7);
    StoredLinks links = new StoredLinks(database.database(), Clock.systemUTC());
    IssueState shared = issue(500, Optional.of(new BigDecimal("5")));
    IssueState unestimated = issue(501, Optional.empty());
    for (KeyResult each : objectives().keyResultsOf(List.of(first, second))) {
      links.attach(each.id(), List.of(shared, unestimated), BY_ANNA);
    }

    LinkedWork work = LinkedWork.of(kickoffs.linkedTo(List.of(first, second)), Set.of());

    assertThat(work.issues()).isEqualTo(2);
    assertThat(work.points()).isEqualByComparingTo("5");
    assertThat(work.notEstimated()).isEqualTo(1);
    assertThat(kickoffs.linkedTo(List.of())).isEmpty();
  }

  private StoredObjectives objectives() {
    return new StoredObjectives(database.database());
  }

  private long objective(long unitId, long cycleId) {
    return objectives()
        .add(
            new NewObjective(
                unitId,
                Optional.of(cycleId),
                ObjectiveContent.of("Title", "Why", "anna"),
                Life.DRAFT),
            List.of(
                new NewKeyResult(
                    KeyResultContent.ofIssues("Key", "anna", BigDecimal.ONE, WeightBy.ISSUES),
                    Life.DRAFT)),
            BY_ANNA)
        .id();
  }

  private static Alignments.NewAlignment arrow(Alignment.Kind kind, long from, long to) {
    return new Alignments.NewAlignment(kind, from, to, Optional.empty(), BigDecimal.ONE);
  }

  private static IssueState issue(long id, Optional<BigDecimal> points) {
    return new IssueState(
        id, "DEMO-" + id, 100, StatusCategory.TO_DO, Optional.empty(), points, BY_ANNA.when());
  }

  private static Litmus.Draft draft(String why, String stillLose) {
    return new Litmus.Draft(why, stillLose);
  }
}
