package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.Test;

public class ScopeChangeTest {
  @Test
  public void tellsWorkFromScope() {
    ScopeChange change =
        ScopeChange.between(
            List.of(open(1, 3), open(2, 5), done(3, 2), open(4, 8), done(5, 1)),
            List.of(done(1, 3), open(2, 8), open(3, 2), done(5, 1), open(6, 13), done(7, 1)));

    assertThat(change.done()).isEqualTo(part(1, 3));
    assertThat(change.reopened()).isEqualTo(part(1, 2));
    assertThat(change.added()).isEqualTo(part(2, 14));
    assertThat(change.removed()).isEqualTo(part(1, 8));
    assertThat(change.reestimated()).isEqualTo(part(1, 3));
  }

  @Test
  public void doneAndReestimatedCountsInBoth() {
    ScopeChange change = ScopeChange.between(List.of(open(1, 3)), List.of(done(1, 2)));

    assertThat(change.done()).isEqualTo(part(1, 2));
    assertThat(change.reestimated()).isEqualTo(part(1, -1));
  }

  @Test
  public void theSameWeightWrittenOtherwiseIsNoNewEstimate() {
    ScopeChange change =
        ScopeChange.between(
            List.of(new ScopeChange.InScope(1, false, new BigDecimal("3"))),
            List.of(new ScopeChange.InScope(1, false, new BigDecimal("3.0"))));

    assertThat(change.reestimated().issues()).isZero();
    assertThat(change.done().issues()).isZero();
  }

  private static ScopeChange.InScope open(long id, int weight) {
    return new ScopeChange.InScope(id, false, BigDecimal.valueOf(weight));
  }

  private static ScopeChange.InScope done(long id, int weight) {
    return new ScopeChange.InScope(id, true, BigDecimal.valueOf(weight));
  }

  private static ScopeChange.Part part(int issues, int weight) {
    return new ScopeChange.Part(issues, BigDecimal.valueOf(weight));
  }
}
