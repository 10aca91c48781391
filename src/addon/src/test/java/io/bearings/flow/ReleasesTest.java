package io.bearings.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class ReleasesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  private static final LocalDate SECOND = LocalDate.of(2026, 4, 6);

  private static final Release ONE = release(1, 10, FIRST, true);
  private static final Release TWO = release(2, 10, SECOND, true);
  private static final Release SAME_DAY = release(3, 10, FIRST, true);
  private static final Release PLANNED = release(4, 10, LocalDate.of(2026, 3, 20), false);
  private static final Release ELSEWHERE = release(5, 11, LocalDate.of(2026, 3, 10), true);
  private static final Release UNDATED = new Release(6, 10, Optional.empty(), true);

  private final Releases releases =
      new Releases(List.of(ONE, TWO, SAME_DAY, PLANNED, ELSEWHERE, UNDATED));

  private static Release release(long id, long project, LocalDate day, boolean released) {
    return new Release(id, project, Optional.of(day), released);
  }

  @Test
  public void aBugBelongsToTheReleaseItAffectsUntilTheNextDayWithOne() {
    assertThat(releases.blamed(FIRST.minusDays(1), Set.of(1L))).isEmpty();
    assertThat(releases.blamed(FIRST, Set.of(1L))).containsExactly(ONE);
    assertThat(releases.blamed(SECOND.minusDays(1), Set.of(1L))).containsExactly(ONE);
    assertThat(releases.blamed(SECOND, Set.of(1L))).isEmpty();
    assertThat(releases.blamed(SECOND.plusYears(1), Set.of(2L))).containsExactly(TWO);
  }

  @Test
  public void twoReleasesOfOneDayShareTheirTime() {
    assertThat(releases.blamed(FIRST, Set.of(1L, 3L))).containsExactlyInAnyOrder(ONE, SAME_DAY);
  }

  @Test
  public void whatIsNotOutOrHasNoDayOrIsUnknownIsNotToBlame() {
    assertThat(releases.blamed(SECOND, Set.of(4L, 6L, 99L))).isEmpty();
    assertThat(Releases.isOut(PLANNED)).isFalse();
    assertThat(Releases.isOut(UNDATED)).isFalse();
    assertThat(Releases.isOut(ONE)).isTrue();
  }

  @Test
  public void theFirstDayOfSeveralVersionsCountsPlannedOnesToo() {
    assertThat(releases.first(Set.of(2L, 4L, 6L, 99L))).contains(LocalDate.of(2026, 3, 20));
    assertThat(releases.first(Set.of(6L))).isEmpty();
    assertThat(Releases.NONE.all()).isEmpty();
    assertThat(releases.all()).hasSize(6);
  }
}
