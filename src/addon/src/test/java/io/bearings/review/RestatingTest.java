package io.bearings.review;

import static io.bearings.review.Company.BY_LEA;
import static io.bearings.review.Company.CARL;
import static io.bearings.review.Company.EVE;
import static io.bearings.review.Company.LEA;
import static io.bearings.review.Company.NOW;
import static io.bearings.review.Company.TEAM;
import static io.bearings.review.Company.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.CycleState;
import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Refusal;
import io.bearings.okr.Visibility;
import io.bearings.review.Restatement.Judged;
import io.bearings.review.Restatement.Verdict;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class RestatingTest {
  private static final Restatement CARLS =
      new Restatement(5, 12, "carl", "Newcomers stay", NOW, Optional.empty());

  private final Company company = new Company();
  private final Restating restating = company.restating;

  @Before
  public void thereIsAnObjective() {
    company.plan(Company.objective(12, TEAM, Visibility.UNIT_VIEWERS));
    when(company.kickoffs.restatement(5)).thenReturn(Optional.of(CARLS));
  }

  @Test
  public void aMemberSaysItInTheirOwnWords() {
    Objectives.Edit byCarl = new Objectives.Edit(CARL, NOW);
    when(company.kickoffs.restate(12, "Newcomers stay", byCarl)).thenReturn(CARLS);
    assertThat(restating.restate(CARL, 12, " Newcomers stay ")).isEqualTo(CARLS);
  }

  @Test
  public void refusesWordsThatCannotBeKept() {
    assertThatThrownBy(() -> restating.restate(CARL, 12, "  "))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal ->
                assertThat(refusal.fields())
                    .containsEntry("text", Message.of("bearings.error.required")));
    assertThatThrownBy(() -> restating.restate(CARL, 12, "x".repeat(301)))
        .isInstanceOf(Refusal.Invalid.class);
    assertThatThrownBy(() -> restating.restate(CARL, 12, "one\ntwo"))
        .isInstanceOf(Refusal.Invalid.class);
    verify(company.kickoffs, never()).restate(anyLong(), any(), any());
  }

  @Test
  public void whoDoesNotTakePartOnlyReads() {
    assertThatThrownBy(() -> restating.restate(EVE, 12, "Words"))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> restating.judge(CARL, 5, Verdict.SAME))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> restating.judge(EVE, 5, Verdict.SAME))
        .isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  public void whatOneMayNotReadIsNotThere() {
    assertThatThrownBy(() -> restating.restate(VERA, 12, "Words"))
        .isInstanceOf(Refusal.NotFound.class)
        .hasMessageContaining("O-12");
    assertThatThrownBy(() -> restating.restate(CARL, 99, "Words"))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> restating.judge(VERA, 5, Verdict.SAME))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> restating.judge(LEA, 99, Verdict.SAME))
        .isInstanceOf(Refusal.NotFound.class);
    company.plan(Company.objective(12, TEAM, Visibility.PRIVATE));
    assertThatThrownBy(() -> restating.restate(CARL, 12, "Words"))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void theLeadSaysWhetherItMeansTheSame() {
    Restatement judged =
        new Restatement(
            5,
            12,
            "carl",
            "Newcomers stay",
            NOW,
            Optional.of(new Judged(Verdict.DIFFERENT, "lea", NOW)));
    when(company.kickoffs.judge(5, Verdict.DIFFERENT, BY_LEA)).thenReturn(Optional.of(judged));
    assertThat(restating.judge(LEA, 5, Verdict.DIFFERENT)).isEqualTo(judged);
  }

  @Test
  public void aRestatementThatGoesMeanwhileIsNotThere() {
    when(company.kickoffs.judge(5, Verdict.SAME, BY_LEA)).thenReturn(Optional.empty());
    assertThatThrownBy(() -> restating.judge(LEA, 5, Verdict.SAME))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void aClosedCycleIsOnlyRead() {
    company.plan(Company.objective(12, TEAM, Visibility.UNIT_VIEWERS, CycleState.CLOSED));
    assertThatThrownBy(() -> restating.restate(CARL, 12, "Words"))
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessageContaining("bearings.kickoff.error.closed");
    assertThatThrownBy(() -> restating.judge(LEA, 5, Verdict.SAME))
        .isInstanceOf(Refusal.Invalid.class);
  }
}
