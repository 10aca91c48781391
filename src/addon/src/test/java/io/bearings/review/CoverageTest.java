package io.bearings.review;

import static io.bearings.review.Company.ANNA;
import static io.bearings.review.Company.CARL;
import static io.bearings.review.Company.EVE;
import static io.bearings.review.Company.LEA;
import static io.bearings.review.Company.TEAM;
import static io.bearings.review.Company.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Refusal;
import io.bearings.okr.Visibility;
import java.util.Set;
import org.junit.Test;

public class CoverageTest {
  private final Company company = new Company();

  @Test
  public void anExecutiveSeesAllUnitsEachBeforeThoseBelow() {
    company.plan(
        Company.objective(12, 1, Visibility.UNIT_VIEWERS),
        Company.objective(13, TEAM, Visibility.PRIVATE),
        Company.objective(14, TEAM, Visibility.UNIT_VIEWERS));
    when(company.kickoffs.contributing(anyCollection())).thenReturn(Set.of(13L, 14L));
    when(company.kickoffs.unitsWithObjectives(anyCollection())).thenReturn(Set.of(1L, TEAM));

    assertThat(company.coverage.of(EVE, 7))
        .extracting(
            row -> row.unit().name(),
            UnitCoverage::objectives,
            UnitCoverage::published,
            UnitCoverage::aligned,
            UnitCoverage::ready,
            UnitCoverage::checks)
        .containsExactly(
            tuple("Example", 1, 1, 0, 8, 8),
            tuple("Product", 0, 0, 0, 1, 8),
            tuple("Mobile", 2, 2, 2, 8, 8),
            tuple("Payments", 0, 0, 0, 1, 8));
  }

  @Test
  public void asksOnceForAllUnits() {
    company.coverage.of(EVE, 7);
    verify(company.standpoints, times(1)).of(EVE);
    verify(company.objectives, times(1)).find(any(), any());
    verify(company.objectives, times(1)).keyResultsOf(anyCollection());
    verify(company.kickoffs, times(1)).contributing(anyCollection());
    verify(company.kickoffs, times(1)).unitsWithObjectives(anyCollection());
  }

  @Test
  public void whoLeadsSeesTheirBranch() {
    assertThat(company.coverage.of(LEA, 7))
        .extracting(row -> row.unit().name())
        .containsExactly("Mobile");
    assertThat(company.coverage.of(ANNA, 7))
        .extracting(row -> row.unit().name())
        .containsExactly("Product", "Mobile", "Payments");
  }

  @Test
  public void othersAreRefused() {
    assertThatThrownBy(() -> company.coverage.of(CARL, 7)).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> company.coverage.of(VERA, 7)).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> company.coverage.of(EVE, 99)).isInstanceOf(Refusal.NotFound.class);
  }
}
