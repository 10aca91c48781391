package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.StatusCategory;
import io.bearings.progress.SprintAlignment.InSprint;
import io.bearings.progress.SprintAlignment.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class SprintAlignmentTest {
  private static final Set<String> OUT_OF_SCOPE = Set.of("10001");
  private static final StatusCategory TO_DO = StatusCategory.TO_DO;
  private static final StatusCategory DONE = StatusCategory.DONE;

  private static InSprint issue(
      long id, StatusCategory category, String points, Long... keyResultIds) {
    return new InSprint(
        id,
        category,
        Optional.empty(),
        Optional.ofNullable(points).map(BigDecimal::new),
        false,
        Set.of(keyResultIds));
  }

  private static SprintAlignment of(InSprint... issues) {
    return SprintAlignment.of(List.of(issues), OUT_OF_SCOPE);
  }

  private static void assertPart(
      Part part, int issues, int done, String points, String donePoints, int unestimated) {
    assertThat(part.issues()).isEqualTo(issues);
    assertThat(part.done()).isEqualTo(done);
    assertThat(part.points()).isEqualByComparingTo(points);
    assertThat(part.donePoints()).isEqualByComparingTo(donePoints);
    assertThat(part.unestimated()).isEqualTo(unestimated);
  }

  @Test
  public void groupsWhatServesAndSumsUpWhatDoesNot() {
    SprintAlignment sprint =
        of(
            issue(1, DONE, "3", 34L),
            issue(2, TO_DO, "5", 34L),
            issue(3, TO_DO, "8", 35L),
            issue(4, DONE, "4"),
            issue(5, TO_DO, null));

    assertThat(sprint.serves().keySet()).as("by weight, then by id").containsExactly(34L, 35L);
    assertPart(sprint.serves().get(34L), 2, 1, "8", "3", 0);
    assertPart(sprint.none(), 2, 1, "4", "4", 1);
    assertPart(sprint.whole(), 5, 2, "20", "7", 1);
    assertThat(sprint.none().weight()).as("4 and the median 4.5").isEqualByComparingTo("8.5");
    assertThat(sprint.share(sprint.none()).orElseThrow().doubleValue()).isEqualTo(8.5 / 24.5);
    assertThat(sprint.unserved()).as("what is to be done first").containsExactly(5L, 4L);
    assertThat(sprint.notEstimated()).isFalse();
  }

  @Test
  public void whatServesTwoIsInBothAndOnceInTheWhole() {
    SprintAlignment sprint = of(issue(1, TO_DO, "2", 34L, 35L), issue(2, TO_DO, "2"));

    assertPart(sprint.serves().get(34L), 1, 0, "2", "0", 0);
    assertPart(sprint.serves().get(35L), 1, 0, "2", "0", 0);
    assertThat(sprint.whole().issues()).isEqualTo(2);
    assertThat(sprint.share(sprint.none()).orElseThrow()).isEqualByComparingTo("0.5");
  }

  @Test
  public void whereNothingIsEstimatedEachIssueWeighsTheSame() {
    SprintAlignment sprint =
        of(issue(1, TO_DO, null, 34L), issue(2, TO_DO, null), issue(3, TO_DO, null));

    assertThat(sprint.notEstimated()).isTrue();
    assertThat(sprint.share(sprint.none()).orElseThrow().doubleValue()).isEqualTo(2.0 / 3);
  }

  @Test
  public void whatIsOutOfScopeIsInNoSum() {
    SprintAlignment sprint =
        of(
            new InSprint(
                1, DONE, Optional.of("10001"), Optional.of(BigDecimal.TEN), false, Set.of(34L)),
            new InSprint(2, DONE, Optional.of("1"), Optional.of(BigDecimal.ONE), false, Set.of()));

    assertThat(sprint.outOfScope()).isEqualTo(1);
    assertThat(sprint.serves()).isEmpty();
    assertThat(sprint.whole().issues()).isEqualTo(1);
  }

  @Test
  public void aSubTaskIsWorkOfItsParentUnlessItServesItself() {
    SprintAlignment sprint =
        of(
            issue(1, TO_DO, "3"),
            new InSprint(2, TO_DO, Optional.empty(), Optional.empty(), true, Set.of()),
            new InSprint(3, TO_DO, Optional.empty(), Optional.empty(), true, Set.of(34L)));

    assertThat(sprint.whole().issues()).isEqualTo(2);
    assertThat(sprint.unserved()).containsExactly(1L);
    assertThat(sprint.serves()).containsOnlyKeys(34L);
  }

  @Test
  public void anEmptySprintHasNoShares() {
    SprintAlignment sprint = of();

    assertThat(sprint.share(sprint.none())).isEmpty();
    assertThat(sprint.whole()).isEqualTo(Part.NOTHING);
  }

  @Test
  public void aNegativeEstimateIsNone() {
    SprintAlignment sprint = of(issue(1, TO_DO, "-3"), issue(2, TO_DO, "5"));

    assertPart(sprint.whole(), 2, 0, "5", "0", 1);
  }
}
