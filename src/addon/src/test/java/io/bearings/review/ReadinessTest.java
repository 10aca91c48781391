package io.bearings.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.ObjectiveKind;
import io.bearings.review.Plan.Measured;
import io.bearings.review.Plan.Planned;
import io.bearings.review.Readiness.Check;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class ReadinessTest {
  private static final Measured GOOD = new Measured(true, true);
  private static final List<Measured> THREE = Collections.nCopies(3, GOOD);

  @Test
  public void aPlanWithNothingToMendIsReady() {
    List<Check> checks = Readiness.of(plan(good(1), good(2), good(3)));
    assertThat(checks).allMatch(Check::met).allMatch(check -> check.who().isEmpty());
    assertThat(checks)
        .extracting(Check::item)
        .containsExactly(
            ReadinessItem.OBJECTIVES,
            ReadinessItem.INSPIRING,
            ReadinessItem.KEY_RESULTS,
            ReadinessItem.MEASURABLE,
            ReadinessItem.NOW_AND_TARGET,
            ReadinessItem.AMBITIOUS,
            ReadinessItem.ALIGNED,
            ReadinessItem.CHECK_INS);
  }

  @Test
  public void anEmptyPlanIsReadyInNothingButItsCheckIns() {
    assertThat(Readiness.of(new Plan(List.of(), 12, true)))
        .filteredOn(Check::met)
        .extracting(Check::item)
        .containsExactly(ReadinessItem.CHECK_INS);
  }

  @Test
  public void fiveObjectivesAreTheMost() {
    Planned[] five = {good(1), good(2), good(3), good(4), good(5)};
    Planned[] six = {good(1), good(2), good(3), good(4), good(5), good(6)};
    assertThat(check(ReadinessItem.OBJECTIVES, plan(five)).met()).isTrue();
    assertThat(check(ReadinessItem.OBJECTIVES, plan(six)))
        .extracting(Check::met, Check::count, Check::total)
        .containsExactly(false, 6, 5);
  }

  @Test
  public void namesWhatTheCoachWarnsOfAndWhoseItIs() {
    Planned flat =
        new Planned(
            7, "bert", ObjectiveKind.ASPIRATIONAL, Optional.of(5), true, true, false, THREE);
    Planned also =
        new Planned(
            8, "bert", ObjectiveKind.ASPIRATIONAL, Optional.of(5), true, true, false, THREE);
    assertThat(check(ReadinessItem.INSPIRING, plan(good(1), flat, also)))
        .isEqualTo(
            new Check(ReadinessItem.INSPIRING, false, 1, 3, List.of(7L, 8L), List.of("bert")));
  }

  @Test
  public void anObjectiveHasTwoToFiveKeyResults() {
    for (int count = 0; count < 8; count++) {
      Check check =
          check(
              ReadinessItem.KEY_RESULTS, plan(withKeyResults(1, Collections.nCopies(count, GOOD))));
      assertThat(check.met()).as("%d key results", count).isEqualTo(count >= 2 && count <= 5);
    }
  }

  @Test
  public void everyKeyResultIsMeasurable() {
    Plan plan = plan(good(1), withKeyResults(2, List.of(GOOD, new Measured(false, true))));
    assertThat(check(ReadinessItem.MEASURABLE, plan))
        .isEqualTo(
            new Check(ReadinessItem.MEASURABLE, false, 4, 5, List.of(2L), List.of("owner2")));
    assertThat(check(ReadinessItem.NOW_AND_TARGET, plan).met()).isTrue();
  }

  @Test
  public void everyKeyResultSaysWhereItStandsAndWhereItGoes() {
    Plan plan = plan(withKeyResults(2, List.of(GOOD, new Measured(true, false))));
    assertThat(check(ReadinessItem.NOW_AND_TARGET, plan))
        .extracting(Check::met, Check::count, Check::total)
        .containsExactly(false, 1, 2);
    assertThat(check(ReadinessItem.MEASURABLE, plan).met()).isTrue();
  }

  @Test
  public void objectivesWithoutKeyResultsMeasureNothing() {
    Plan plan = plan(withKeyResults(1, List.of()));
    assertThat(check(ReadinessItem.MEASURABLE, plan).met()).isFalse();
    assertThat(check(ReadinessItem.NOW_AND_TARGET, plan).met()).isFalse();
  }

  @Test
  public void whoIsSureToArriveIsNotAmbitious() {
    for (int confidence = 0; confidence <= 10; confidence++) {
      Plan plan = plan(of(ObjectiveKind.ASPIRATIONAL, Optional.of(confidence)));
      assertThat(check(ReadinessItem.AMBITIOUS, plan).met())
          .as("confidence %d", confidence)
          .isEqualTo(confidence < 9);
    }
  }

  @Test
  public void ambitionIsKnownOnlyOnceTheOwnerHasSaidTheConfidence() {
    Plan plan = plan(of(ObjectiveKind.ASPIRATIONAL, Optional.empty()));
    assertThat(check(ReadinessItem.AMBITIOUS, plan).met()).isFalse();
  }

  @Test
  public void promisesStandBesideAmbitionButAreNone() {
    Planned promise = of(ObjectiveKind.COMMITTED, Optional.of(10));
    assertThat(check(ReadinessItem.AMBITIOUS, plan(promise, good(2))))
        .extracting(Check::met, Check::count, Check::total)
        .containsExactly(true, 1, 1);
    assertThat(check(ReadinessItem.AMBITIOUS, plan(promise)))
        .extracting(Check::met, Check::count, Check::total)
        .containsExactly(false, 0, 1);
  }

  @Test
  public void alignmentIsAskedForOnlyWhereThereIsSomethingAbove() {
    Planned alone =
        new Planned(
            1, "anna", ObjectiveKind.ASPIRATIONAL, Optional.of(5), true, false, true, THREE);
    assertThat(check(ReadinessItem.ALIGNED, new Plan(List.of(alone), 12, true)).who())
        .containsExactly("anna");
    assertThat(check(ReadinessItem.ALIGNED, new Plan(List.of(alone), 12, false)).met()).isTrue();
  }

  @Test
  public void aCycleWithoutACheckInIsNotScheduled() {
    assertThat(check(ReadinessItem.CHECK_INS, new Plan(List.of(good(1)), 0, false)).met())
        .isFalse();
  }

  private static Check check(ReadinessItem item, Plan plan) {
    return Readiness.of(plan).stream()
        .filter(each -> each.item() == item)
        .findFirst()
        .orElseThrow();
  }

  private static Plan plan(Planned... objectives) {
    return new Plan(List.of(objectives), 12, true);
  }

  private static Planned good(long id) {
    return withKeyResults(id, THREE);
  }

  private static Planned withKeyResults(long id, List<Measured> keyResults) {
    return new Planned(
        id, "owner" + id, ObjectiveKind.ASPIRATIONAL, Optional.of(5), true, true, true, keyResults);
  }

  private static Planned of(ObjectiveKind kind, Optional<Integer> confidence) {
    return new Planned(1, "anna", kind, confidence, confidence.isPresent(), true, true, THREE);
  }
}
