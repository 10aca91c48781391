package io.bearings.review;

import static io.bearings.review.Company.BY_LEA;
import static io.bearings.review.Company.CARL;
import static io.bearings.review.Company.EVE;
import static io.bearings.review.Company.LEA;
import static io.bearings.review.Company.NOW;
import static io.bearings.review.Company.QUARTER;
import static io.bearings.review.Company.TEAM;
import static io.bearings.review.Company.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleState;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.Visibility;
import io.bearings.review.Learning.Treatment;
import io.bearings.review.Verdict.Decision;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class KickoffTest {
  private final Company company = new Company();
  private final Kickoff kickoff = company.kickoff();

  @Test
  public void showsAPlanWithEverythingAroundIt() {
    company.plan(
        Company.objective(12, TEAM, Visibility.UNIT_VIEWERS),
        Company.objective(13, TEAM, Visibility.UNIT_VIEWERS));
    when(company.kickoffs.contributing(List.of(12L, 13L))).thenReturn(Set.of(12L));
    when(company.kickoffs.unitsWithObjectives(Set.of(7L, 6L))).thenReturn(Set.of(1L));
    when(company.kickoffs.linkedTo(List.of(12L, 13L)))
        .thenReturn(
            List.of(
                new LinkedWork.Alike(
                    StatusCategory.TO_DO, Optional.empty(), Optional.of(BigDecimal.TEN), 2)));

    KickoffState state = kickoff.of(LEA, TEAM, 7);

    assertThat(state.unit().name()).isEqualTo("Mobile");
    assertThat(state.cycle()).isEqualTo(QUARTER);
    assertThat(state.steps())
        .extracting(Steps.Shown::step)
        .containsExactly(
            KickoffStep.WRITE, KickoffStep.RESTATE, KickoffStep.LITMUS, KickoffStep.READINESS);
    assertThat(state.readiness())
        .filteredOn(check -> !check.met())
        .extracting(Readiness.Check::item, Readiness.Check::objectiveIds, Readiness.Check::who)
        .containsExactly(tuple(ReadinessItem.ALIGNED, List.of(13L), List.of("anna")));
    assertThat(state.capacity().workingDays()).isEqualTo(66);
    assertThat(state.capacity().hours().orElseThrow()).isEqualByComparingTo("1320");
    assertThat(state.linked()).isEqualTo(new LinkedWork(2, BigDecimal.valueOf(20), 0));
    assertThat(state.litmus()).isEqualTo(Litmus.NONE);
    assertThat(state.learnings()).isEmpty();
    assertThat(state.topKpis()).isEmpty();
    assertThat(state.may()).isEqualTo(new KickoffState.May(true, true, true, true, true));
  }

  @Test
  public void countsTheCheckInsOfTheCycle() {
    assertThat(check(ReadinessItem.CHECK_INS).count()).isEqualTo(13);
  }

  @Test
  public void everybodyMayDoWhatTheirRoleAllows() {
    assertThat(kickoff.of(CARL, TEAM, 7).may())
        .isEqualTo(new KickoffState.May(true, false, true, false, false));
    assertThat(kickoff.of(EVE, TEAM, 7).may())
        .isEqualTo(new KickoffState.May(false, false, false, false, true));
    assertThat(kickoff.of(VERA, 4, 7).may())
        .isEqualTo(new KickoffState.May(false, false, false, false, false));
  }

  @Test
  public void privateObjectivesCountButTheirWordsAreNotShown() {
    company.plan(
        Company.objective(12, TEAM, Visibility.UNIT_VIEWERS),
        Company.objective(13, TEAM, Visibility.PRIVATE));
    kickoff.of(CARL, TEAM, 7);
    verify(company.kickoffs).restatementsOf(List.of(12L));
    kickoff.of(LEA, TEAM, 7);
    verify(company.kickoffs).restatementsOf(List.of(12L, 13L));
    assertThat(kickoff.of(CARL, TEAM, 7).plan().objectives()).hasSize(2);
  }

  @Test
  public void whatOneMayNotSeeIsNotThere() {
    when(company.cycles.cycle(8)).thenReturn(Optional.of(ofUnit(4)));
    assertThatThrownBy(() -> kickoff.of(VERA, TEAM, 7)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> kickoff.of(LEA, 99, 7)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> kickoff.of(LEA, TEAM, 99)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> kickoff.of(LEA, TEAM, 8)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> kickoff.litmus(VERA, TEAM, 7)).isInstanceOf(Refusal.NotFound.class);
  }

  private static Cycle ofUnit(long unitId) {
    return new Cycle(
        8,
        unitId,
        "Other",
        QUARTER.first(),
        QUARTER.last(),
        QUARTER.state(),
        QUARTER.kind(),
        QUARTER.length(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  @Test
  public void theLeadSkipsAStep() {
    kickoff.mark(LEA, TEAM, 7, KickoffStep.LITMUS, StepState.SKIPPED);
    verify(company.kickoffs).mark(TEAM, 7, KickoffStep.LITMUS, StepState.SKIPPED, BY_LEA);
  }

  @Test
  public void aStepIsDoneWithSomethingToShowForIt() {
    assertThatThrownBy(() -> kickoff.mark(LEA, TEAM, 7, KickoffStep.WRITE, StepState.DONE))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal ->
                assertThat(refusal.fields())
                    .containsEntry("state", Message.of("bearings.kickoff.error.noObjectives")));
    company.plan(Company.objective(12, TEAM, Visibility.PRIVATE));
    kickoff.mark(LEA, TEAM, 7, KickoffStep.WRITE, StepState.DONE);
    verify(company.kickoffs).mark(TEAM, 7, KickoffStep.WRITE, StepState.DONE, BY_LEA);
    when(company.kickoffs.litmus(TEAM, 7))
        .thenReturn(Optional.of(new Litmus(new Litmus.Draft("a", "b"), Optional.empty(), 1)));
    kickoff.mark(LEA, TEAM, 7, KickoffStep.LITMUS, StepState.DONE);
    verify(company.kickoffs).mark(TEAM, 7, KickoffStep.LITMUS, StepState.DONE, BY_LEA);
  }

  @Test
  public void onlyWhoLeadsRunsTheKickoff() {
    assertThatThrownBy(() -> kickoff.mark(CARL, TEAM, 7, KickoffStep.WRITE, StepState.SKIPPED))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> kickoff.answer(CARL, TEAM, 7, 0, new Litmus.Draft("a", "b")))
        .isInstanceOf(Refusal.Forbidden.class);
    verify(company.kickoffs, never()).mark(anyLong(), anyLong(), any(), any(), any());
    verify(company.kickoffs, never()).answer(anyLong(), anyLong(), anyInt(), any(), any());
  }

  @Test
  public void theKickoffOfAClosedCycleIsOnlyRead() {
    when(company.cycles.cycle(7)).thenReturn(Optional.of(Company.cycle(CycleState.CLOSED)));
    assertThat(kickoff.of(LEA, TEAM, 7).cycle().state()).isEqualTo(CycleState.CLOSED);
    assertThatThrownBy(() -> kickoff.mark(LEA, TEAM, 7, KickoffStep.WRITE, StepState.SKIPPED))
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessageContaining("bearings.kickoff.error.closed");
  }

  @Test
  public void keepsAnswersWithoutTheBlanksAroundThem() {
    Litmus stored =
        new Litmus(new Litmus.Draft("a", "b"), Optional.of(new Litmus.Written("lea", NOW)), 1);
    when(company.kickoffs.answer(TEAM, 7, 0, new Litmus.Draft("a", "b"), BY_LEA))
        .thenReturn(Optional.of(stored));
    assertThat(kickoff.answer(LEA, TEAM, 7, 0, new Litmus.Draft(" a ", "b\n"))).isEqualTo(stored);
  }

  @Test
  public void refusesAnswersThatCannotBeKept() {
    assertThatThrownBy(
            () -> kickoff.answer(LEA, TEAM, 7, 0, new Litmus.Draft("x".repeat(2_001), "")))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal -> assertThat(refusal.fields()).containsOnlyKeys("whyItMatters"));
  }

  @Test
  public void saysWhoAnsweredMeanwhile() {
    when(company.kickoffs.litmus(TEAM, 7))
        .thenReturn(
            Optional.of(
                new Litmus(
                    new Litmus.Draft("a", "b"), Optional.of(new Litmus.Written("bert", NOW)), 4)));
    assertThatThrownBy(() -> kickoff.answer(LEA, TEAM, 7, 3, new Litmus.Draft("c", "d")))
        .isInstanceOfSatisfying(
            Refusal.Conflict.class,
            conflict -> {
              assertThat(conflict.currentVersion()).isEqualTo(4);
              assertThat(conflict.changedBy()).isEqualTo("Name bert");
            });
    assertThat(kickoff.litmus(LEA, TEAM, 7).version()).isEqualTo(4);
  }

  @Test
  public void opensOnWhatTheLastRetrospectiveTaught() {
    company.plan(
        Company.objective(12, TEAM, Visibility.UNIT_VIEWERS),
        Company.objective(13, TEAM, Visibility.PRIVATE));
    Learning open = new Learning(1, 12, Decision.CARRY, "Ask customers first", Optional.empty());
    Learning used =
        new Learning(
            2,
            13,
            Decision.DROP,
            "Fewer objectives",
            Optional.of(new Treatment(true, "Two instead of six")));
    when(company.verdicts.before(TEAM, QUARTER)).thenReturn(List.of(open, used));

    KickoffState state = kickoff.of(LEA, TEAM, 7);
    assertThat(state.learnings()).containsExactly(open, used);
    assertThat(state.steps().get(0).step()).isEqualTo(KickoffStep.LEARNINGS);
    assertThat(kickoff.of(CARL, TEAM, 7).learnings())
        .as("who may not read an objective does not read what it taught")
        .containsExactly(open);
    assertThatThrownBy(() -> kickoff.mark(LEA, TEAM, 7, KickoffStep.LEARNINGS, StepState.DONE))
        .isInstanceOf(Refusal.Invalid.class);

    when(company.verdicts.before(TEAM, QUARTER)).thenReturn(List.of(used));
    kickoff.mark(LEA, TEAM, 7, KickoffStep.LEARNINGS, StepState.DONE);
    verify(company.kickoffs).mark(TEAM, 7, KickoffStep.LEARNINGS, StepState.DONE, BY_LEA);
  }

  @Test
  public void theLeadUsesALearningOrSetsItAside() {
    company.plan(Company.objective(12, TEAM, Visibility.UNIT_VIEWERS));
    Learning open = new Learning(1, 12, Decision.CARRY, "Ask customers first", Optional.empty());
    when(company.verdicts.before(TEAM, QUARTER)).thenReturn(List.of(open));

    kickoff.treat(LEA, TEAM, 7, 1, Optional.of(new Treatment(false, " We have none yet ")));
    verify(company.verdicts)
        .treat(1, 7, Optional.of(new Treatment(false, "We have none yet")), BY_LEA);
    kickoff.treat(LEA, TEAM, 7, 1, Optional.empty());
    verify(company.verdicts).treat(1, 7, Optional.empty(), BY_LEA);

    assertThatThrownBy(() -> kickoff.treat(LEA, TEAM, 7, 1, Optional.of(new Treatment(true, " "))))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal -> assertThat(refusal.fields()).containsOnlyKeys("reason"));
    assertThatThrownBy(() -> kickoff.treat(LEA, TEAM, 7, 2, Optional.empty()))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> kickoff.treat(CARL, TEAM, 7, 1, Optional.empty()))
        .isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  public void asksForKpisOnceThereAreKpis() {
    Readiness.Check limited =
        new Readiness.Check(ReadinessItem.KPIS_LIMITED, true, 3, 10, List.of(), List.of());
    KpiBoards.TopKpi velocity = new KpiBoards.TopKpi(5, "Velocity", Optional.of(12L));
    KpiBoards boards =
        new KpiBoards() {
          @Override
          public List<Readiness.Check> checks(long unitId, Cycle cycle) {
            return List.of(limited);
          }

          @Override
          public List<TopKpi> top(long unitId) {
            return List.of(velocity);
          }
        };
    KickoffState state = company.kickoff(Optional.of(boards)).of(LEA, TEAM, 7);
    assertThat(state.readiness()).hasSize(9).endsWith(limited);
    assertThat(state.topKpis()).containsExactly(velocity);
  }

  private Readiness.Check check(ReadinessItem item) {
    return kickoff.of(LEA, TEAM, 7).readiness().stream()
        .filter(each -> each.item() == item)
        .findFirst()
        .orElseThrow();
  }
}
