package io.bearings.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Nature;
import io.bearings.okr.ObjectiveKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class QuadrantTest {

  @Test
  public void missedAndPartlyStandTogether() {
    for (ObjectiveResult each : List.of(ObjectiveResult.PARTLY, ObjectiveResult.MISSED)) {
      assertThat(Quadrant.of(Health.HEALTHY, each))
          .contains(Quadrant.EXECUTED_WELL_ON_THE_WRONG_THINGS);
      assertThat(Quadrant.of(Health.NOT_HEALTHY, each)).contains(Quadrant.DID_NOT_EXECUTE);
    }
  }

  @Test
  public void achievedIsWorthWhatItCost() {
    assertThat(Quadrant.of(Health.HEALTHY, ObjectiveResult.ACHIEVED)).contains(Quadrant.WORKED);
    assertThat(Quadrant.of(Health.NOT_HEALTHY, ObjectiveResult.ACHIEVED))
        .contains(Quadrant.MOVED_AT_A_COST);
  }

  @Test
  public void whatIsNotKnownStandsApart() {
    for (Health each : Health.values()) {
      assertThat(Quadrant.of(each, ObjectiveResult.NOT_MEASURED)).isEmpty();
    }
    for (ObjectiveResult each : ObjectiveResult.values()) {
      assertThat(Quadrant.of(Health.NOT_KNOWN, each)).isEmpty();
    }
  }

  @Test
  public void whatWasGivenUpIsInNoSum() {
    ObjectiveResult.Ended ended =
        ObjectiveResult.of(
            ObjectiveKind.COMMITTED,
            List.of(part("KR-1", "1", "1", false), part("KR-2", "0", "5", true)));

    assertThat(ended.result()).isEqualTo(ObjectiveResult.ACHIEVED);
    assertThat(ended.score().abandoned()).isEqualTo(1);
  }

  @Test
  public void whatWasGivenUpMeasuresNothing() {
    assertThat(
            ObjectiveResult.of(ObjectiveKind.COMMITTED, List.of(part("KR-1", "1", "1", true)))
                .result())
        .isEqualTo(ObjectiveResult.NOT_MEASURED);
  }

  @Test
  public void withoutKeyResultsOrWeightNothingIsMeasured() {
    assertThat(ObjectiveResult.of(ObjectiveKind.COMMITTED, List.of()).result())
        .isEqualTo(ObjectiveResult.NOT_MEASURED);
    assertThat(
            ObjectiveResult.of(ObjectiveKind.COMMITTED, List.of(part("KR-1", "1", "0", false)))
                .result())
        .isEqualTo(ObjectiveResult.NOT_MEASURED);
  }

  private static ObjectiveResult.Part part(
      String key, String score, String weight, boolean abandoned) {
    return new ObjectiveResult.Part(
        key, Optional.of(new BigDecimal(score)), new BigDecimal(weight), Nature.OUTCOME, abandoned);
  }
}
