package io.bearings.okr;

import static io.bearings.okr.Given.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class CycleRulesTest {
  private static final Cycle Q2 = quarter(2, 7, "2026-04-01", "2026-06-30");
  private static final Cycle YEAR =
      cycle(9, 7, "2026-01-01", "2026-12-31", CycleKind.CALENDAR, CycleLength.YEAR);

  @Test
  public void goesOneStepAtATimeAndBackFromClosedByAnAdministratorOnly() {
    for (CycleState from : CycleState.values()) {
      for (CycleState to : CycleState.values()) {
        boolean step = to.ordinal() == from.ordinal() + 1;
        boolean reopened = from == CycleState.CLOSED && to == CycleState.REVIEW;
        assertThat(from.mayBecome(to, false)).as(from + " to " + to).isEqualTo(step);
        assertThat(from.mayBecome(to, true)).as(from + " to " + to).isEqualTo(step || reopened);
      }
    }
  }

  @Test
  public void acceptsCyclesThatFollowEachOther() {
    Cycle q1 = quarter(1, 7, "2026-01-01", "2026-03-31");
    Cycle q3 = quarter(3, 7, "2026-07-01", "2026-09-30");
    assertThat(CycleRules.problems(Q2, List.of(q1, q3, YEAR), Optional.of(YEAR))).isEmpty();
  }

  @Test
  public void refusesASharedDay() {
    for (Cycle other :
        List.of(
            quarter(1, 7, "2026-01-01", "2026-04-01"),
            quarter(1, 7, "2026-06-30", "2026-09-30"),
            quarter(1, 7, "2026-05-01", "2026-05-31"))) {
      assertThat(CycleRules.problems(Q2, List.of(other), Optional.empty()))
          .isEqualTo(Map.of("first", Message.of("bearings.error.overlap", "Cycle 1")));
    }
  }

  @Test
  public void letsOverlapWhatIsOfAnotherUnitLengthOrKind() {
    assertThat(
            CycleRules.overlapping(
                Q2,
                List.of(
                    Q2,
                    quarter(1, 8, "2026-04-01", "2026-06-30"),
                    cycle(3, 7, "2026-04-01", "2026-09-30", CycleKind.CALENDAR, CycleLength.HALF),
                    cycle(
                        4, 7, "2026-04-01", "2026-06-30", CycleKind.PROJECT, CycleLength.QUARTER))))
        .isEmpty();
    Cycle project = cycle(4, 7, "2026-04-01", "2026-06-30", CycleKind.PROJECT, CycleLength.QUARTER);
    assertThat(CycleRules.overlapping(project, List.of(Q2))).isEmpty();
  }

  @Test
  public void refusesDaysOutsideTheParent() {
    Cycle early = quarter(1, 7, "2025-12-31", "2026-03-31");
    Cycle late = quarter(1, 7, "2026-10-01", "2027-01-01");
    for (Cycle outside : List.of(early, late)) {
      assertThat(CycleRules.problems(outside, List.of(), Optional.of(YEAR)))
          .isEqualTo(Map.of("parentId", Message.of("bearings.error.notInParent", "Cycle 9")));
    }
    Cycle whole = quarter(1, 7, "2026-01-01", "2026-12-31");
    assertThat(CycleRules.problems(whole, List.of(), Optional.of(YEAR))).isEmpty();
  }

  @Test
  public void namesAllThatIsWrong() {
    Cycle wrong = quarter(1, 7, "2026-06-01", "2027-06-30");
    assertThat(CycleRules.problems(wrong, List.of(Q2), Optional.of(YEAR)))
        .containsOnlyKeys("first", "parentId");
  }

  @Test
  public void saysOnlyThatTheDaysAreTheWrongWayRound() {
    Cycle turned = quarter(1, 7, "2026-06-30", "2026-04-01");
    assertThat(CycleRules.problems(turned, List.of(Q2), Optional.of(YEAR)))
        .isEqualTo(Map.of("last", Message.of("bearings.error.lastBeforeFirst")));
    Cycle oneDay = quarter(1, 7, "2026-07-01", "2026-07-01");
    assertThat(CycleRules.problems(oneDay, List.of(Q2), Optional.of(YEAR))).isEmpty();
  }

  @Test
  public void takesValuesOfTheCycleInReviewAndNoneOnceItIsClosed() {
    Message outside =
        Message.of("bearings.error.outsideCycle", day("2026-04-01"), day("2026-06-30"));
    assertThat(CycleRules.valueProblem(in(CycleState.REVIEW), day("2026-04-01"))).isEmpty();
    assertThat(CycleRules.valueProblem(in(CycleState.REVIEW), day("2026-06-30"))).isEmpty();
    assertThat(CycleRules.valueProblem(in(CycleState.REVIEW), day("2026-03-31"))).contains(outside);
    assertThat(CycleRules.valueProblem(in(CycleState.REVIEW), day("2026-07-01"))).contains(outside);
    assertThat(CycleRules.valueProblem(in(CycleState.ACTIVE), day("2026-07-01"))).isEmpty();
    assertThat(CycleRules.valueProblem(in(CycleState.PLANNING), day("2026-03-31"))).isEmpty();
    assertThat(CycleRules.valueProblem(in(CycleState.CLOSED), day("2026-05-01")))
        .contains(Message.of("bearings.error.cycleClosed"));
  }

  private static Cycle in(CycleState state) {
    return new Cycle(
        2,
        7,
        "Q2",
        Q2.first(),
        Q2.last(),
        state,
        CycleKind.CALENDAR,
        CycleLength.QUARTER,
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private static Cycle quarter(long id, long unitId, String first, String last) {
    return cycle(id, unitId, first, last, CycleKind.CALENDAR, CycleLength.QUARTER);
  }

  private static Cycle cycle(
      long id, long unitId, String first, String last, CycleKind kind, CycleLength length) {
    return new Cycle(
        id,
        unitId,
        "Cycle " + id,
        day(first),
        day(last),
        CycleState.ACTIVE,
        kind,
        length,
        Optional.empty(),
        Optional.empty(),
        1);
  }
}
