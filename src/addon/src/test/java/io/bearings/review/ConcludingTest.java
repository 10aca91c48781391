package io.bearings.review;

import static io.bearings.review.Company.BY_LEA;
import static io.bearings.review.Company.CARL;
import static io.bearings.review.Company.LEA;
import static io.bearings.review.Company.NOW;
import static io.bearings.review.Company.TEAM;
import static io.bearings.review.Company.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.CycleState;
import io.bearings.okr.Refusal;
import io.bearings.okr.Visibility;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class ConcludingTest {
  private static final Verdict.Draft SAYS =
      new Verdict.Draft(Verdict.Decision.CARRY, "Ask customers first");

  private final Company company = new Company();
  private final Concluding concluding =
      new Concluding(
          company.places,
          company.objectives,
          company.verdicts,
          key -> Optional.of("Name " + key),
          company.clock);

  @Before
  public void aPlanWithASecret() {
    company.plan(
        Company.objective(12, TEAM, Visibility.UNIT_VIEWERS),
        Company.objective(13, TEAM, Visibility.PRIVATE),
        Company.objective(14, 4, Visibility.UNIT_VIEWERS));
  }

  private static Verdict verdict(int version) {
    return new Verdict(12, TEAM, 7, SAYS, new Verdict.Written("lea", NOW), version);
  }

  @Test
  public void theLeadSaysWhatIsLearnedAndDecided() {
    when(company.verdicts.decide(TEAM, 7, 12, 0, SAYS, BY_LEA)).thenReturn(Optional.of(verdict(1)));
    Verdict.Draft typed = new Verdict.Draft(Verdict.Decision.CARRY, " Ask customers first ");
    assertThat(concluding.decide(LEA, TEAM, 7, 12, 0, typed)).isEqualTo(verdict(1));
  }

  @Test
  public void aDecisionNeedsALearning() {
    Verdict.Draft empty = new Verdict.Draft(Verdict.Decision.DROP, " ");
    assertThatThrownBy(() -> concluding.decide(LEA, TEAM, 7, 12, 0, empty))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal -> assertThat(refusal.fields()).containsOnlyKeys("learning"));
  }

  @Test
  public void onlyWhoLeadsDecides() {
    assertThatThrownBy(() -> concluding.decide(CARL, TEAM, 7, 12, 0, SAYS))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> concluding.withdraw(CARL, TEAM, 7, 12, 1))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> concluding.decide(VERA, TEAM, 7, 12, 0, SAYS))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void whatOneMayNotReadOrIsElsewhereIsNotThere() {
    assertThatThrownBy(() -> concluding.verdict(CARL, TEAM, 7, 13))
        .isInstanceOf(Refusal.NotFound.class);
    for (long wrong : new long[] {14, 99}) {
      assertThatThrownBy(() -> concluding.decide(LEA, TEAM, 7, wrong, 0, SAYS))
          .isInstanceOf(Refusal.NotFound.class);
    }
  }

  @Test
  public void twoWhoLeadDoNotOverwriteEachOther() {
    when(company.verdicts.verdict(12, 7)).thenReturn(Optional.of(verdict(3)));
    assertThatThrownBy(() -> concluding.decide(LEA, TEAM, 7, 12, 2, SAYS))
        .isInstanceOfSatisfying(
            Refusal.Conflict.class,
            refusal -> {
              assertThat(refusal.currentVersion()).isEqualTo(3);
              assertThat(refusal.changedBy()).isEqualTo("Name lea");
            });
    assertThatThrownBy(() -> concluding.withdraw(LEA, TEAM, 7, 12, 2))
        .isInstanceOf(Refusal.Conflict.class);
    assertThat(concluding.verdict(CARL, TEAM, 7, 12)).contains(verdict(3));
  }

  @Test
  public void takesItBack() {
    when(company.verdicts.withdraw(12, 7, 3)).thenReturn(true);
    concluding.withdraw(LEA, TEAM, 7, 12, 3);
    verify(company.verdicts).withdraw(12, 7, 3);
  }

  @Test
  public void aClosedCycleIsReadOnly() {
    when(company.cycles.cycle(7)).thenReturn(Optional.of(Company.cycle(CycleState.CLOSED)));
    assertThatThrownBy(() -> concluding.decide(LEA, TEAM, 7, 12, 0, SAYS))
        .isInstanceOf(Refusal.Invalid.class);
  }
}
