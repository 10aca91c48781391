package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Message;
import io.bearings.okr.Nature;
import io.bearings.okr.UnitLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.Test;

public class UnitReportTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 30);
  private static final KeyResultText MOVES = KeyResultText.of("Mood goes from 10 to 14");
  private static final ObjectiveText TEXT =
      ObjectiveText.of("Calm nights for everybody on call")
          .withWhy("Two people left because of their nights.")
          .withKeyResults(List.of(MOVES, MOVES, MOVES));
  private static final UnitPicture.Objective FINE =
      new UnitPicture.Objective("O-1", TEXT, true, false, true);

  @Test
  public void saysWhatIsFine() {
    UnitReport report = report(picture(FINE));
    assertThat(report.all()).isEmpty();
    assertThat(report.count(Severity.WARNING)).isZero();
    assertThat(report.fine())
        .containsExactly(
            Message.of("bearings.coach.fine.objectiveCount", 1),
            Message.of("bearings.coach.fine.owners"),
            Message.of("bearings.coach.fine.whys"),
            Message.of("bearings.coach.fine.keyResultCount"),
            Message.of("bearings.coach.fine.numbers"),
            Message.of("bearings.coach.fine.outcomes"),
            Message.of("bearings.coach.fine.aligned"));
    assertThat(report.objectives()).extracting(UnitReport.OfObjective::key).containsExactly("O-1");
    assertThat(report.objectives().get(0).keyResults())
        .extracting(UnitReport.OfKeyResult::title)
        .containsExactly(MOVES.title(), MOVES.title(), MOVES.title());
  }

  @Test
  public void praisesOnlyWhatIsSo() {
    ObjectiveText bare =
        ObjectiveText.of("Calm nights for all").withWhy("").withKeyResults(List.of());
    UnitReport report =
        report(picture(new UnitPicture.Objective("O-1", bare, false, false, false)));
    assertThat(report.fine())
        .containsExactly(
            Message.of("bearings.coach.fine.objectiveCount", 1),
            Message.of("bearings.coach.fine.outcomes"));
    KeyResultText output = KeyResultText.of("Improve mood").as(Nature.OUTPUT);
    UnitReport outputs =
        report(
            picture(
                new UnitPicture.Objective(
                    "O-1",
                    TEXT.withKeyResults(List.of(output, output, output)),
                    true,
                    false,
                    true)));
    assertThat(outputs.fine())
        .extracting(Message::key)
        .doesNotContain("bearings.coach.fine.numbers", "bearings.coach.fine.outcomes")
        .contains("bearings.coach.fine.keyResultCount");
    assertThat(report(many(UnitLevel.TEAM, 6)).fine())
        .extracting(Message::key)
        .doesNotContain("bearings.coach.fine.objectiveCount");
    UnitPicture alone =
        new UnitPicture(UnitLevel.TEAM, true, List.of(FINE), false, List.of(), List.of());
    assertThat(report(alone).fine())
        .extracting(Message::key)
        .doesNotContain("bearings.coach.fine.aligned");
    assertThat(report(picture()).fine()).isEmpty();
  }

  @Test
  public void countsBySeverity() {
    UnitPicture.Objective objective =
        new UnitPicture.Objective(
            "O-1",
            ObjectiveText.of("Improve quality")
                .withKeyResults(List.of(MOVES, KeyResultText.of("Improve mood"))),
            false,
            true,
            false);
    UnitReport report = report(picture(objective));
    assertThat(Labelled.ids(report.all()))
        .containsExactly(
            "few-key-results", "flat", "individual", "no-number", "no-owner", "no-parent");
    assertThat(report.count(Severity.HINT)).isEqualTo(3);
    assertThat(report.count(Severity.WARNING)).isEqualTo(3);
    assertThat(report.objectives().get(0).findings()).hasSize(5);
    assertThat(report.objectives().get(0).keyResults().get(0).findings()).isEmpty();
    assertThat(report.objectives().get(0).keyResults().get(1).findings()).hasSize(1);
  }

  @Test
  public void countsObjectives() {
    assertThat(whole(many(UnitLevel.TEAM, 5))).isEmpty();
    assertThat(whole(many(UnitLevel.TEAM, 6)))
        .containsExactly(Message.of("bearings.coach.tooManyObjectives", 6, 5));
    assertThat(whole(many(UnitLevel.COMPANY, 4))).isEmpty();
    assertThat(whole(many(UnitLevel.COMPANY, 5)))
        .containsExactly(Message.of("bearings.coach.manyCompanyObjectives", 5, 4));
    assertThat(whole(many(UnitLevel.COMPANY, 6)))
        .containsExactly(Message.of("bearings.coach.tooManyObjectives", 6, 5));
    assertThat(whole(picture())).containsExactly(Message.of("bearings.coach.noObjectives"));
  }

  @Test
  public void asksForAParentWhereThereCouldBeOne() {
    UnitPicture.Objective loose = new UnitPicture.Objective("O-1", TEXT, true, false, false);
    assertThat(Labelled.ids(report(picture(loose)).all())).containsExactly("no-parent");
    assertThat(
            report(
                    new UnitPicture(
                        UnitLevel.TEAM, true, List.of(loose), false, List.of(), List.of()))
                .all())
        .isEmpty();
  }

  @Test
  public void seesAnObjectiveOfTheYearInEveryQuarter() {
    UnitPicture.ClosedCycle same = closed(List.of("other", "Calm nights, for everybody on call"));
    UnitPicture.ClosedCycle other = closed(List.of("Calm nights"));
    assertThat(Labelled.ids(report(after(true, same, same)).all())).containsExactly("repeated");
    assertThat(report(after(true, same, same, other)).all())
        .extracting(Finding::reason)
        .containsExactly(Message.of("bearings.coach.repeated", 3));
    assertThat(report(after(true, same, other)).all()).isEmpty();
    assertThat(report(after(true, same)).all()).isEmpty();
    assertThat(report(after(false, same, same)).all()).isEmpty();
  }

  @Test
  public void seesUnitsThatPullApart() {
    KeyResultText down = KeyResultText.of("Mood goes from 10 to 8");
    UnitPicture picture =
        new UnitPicture(
            UnitLevel.TEAM,
            true,
            List.of(FINE),
            true,
            List.of(
                new UnitPicture.Elsewhere("Legal", MOVES),
                new UnitPicture.Elsewhere("Sales", KeyResultText.of("Mood goes from 10 to 10")),
                new UnitPicture.Elsewhere("Sales", down)),
            List.of());
    assertThat(report(picture).all())
        .extracting(Finding::reason)
        .containsOnly(
            Message.of("bearings.coach.oppositeDirections", "Sales", "Mood goes from 10 to 8"));
  }

  @Test
  public void judgesCalibrationOverThreeCycles() {
    assertThat(whole(after(true, scored("0.95", "1"), scored("0.95"), scored("0.97"))))
        .containsExactly(Message.of("bearings.coach.tooSafe", 3));
    assertThat(whole(after(true, scored("0.95", "0.94"), scored("0.95"), scored("0.97"))))
        .isEmpty();
    assertThat(whole(after(true, scored("1"), scored("1")))).isEmpty();
    assertThat(whole(after(true, scored("1"), scored("1"), scored()))).isEmpty();
    assertThat(whole(after(true, scored("1"), scored("1"), scored("1"), scored("0.2"))))
        .containsExactly(Message.of("bearings.coach.tooSafe", 3));
    assertThat(whole(after(true, scored("0.49"), scored("0"), scored("0.3", "0.1"))))
        .containsExactly(Message.of("bearings.coach.tooFar", 3));
    assertThat(whole(after(true, scored("0.5"), scored("0"), scored("0.3")))).isEmpty();
  }

  @Test
  public void seesGoalsThatWereSetAndForgotten() {
    assertThat(whole(after(true, entered(6, 0))))
        .containsExactly(Message.of("bearings.coach.setAndForgotten"));
    assertThat(whole(after(true, entered(7, 0)))).isEmpty();
    assertThat(whole(after(true, entered()))).isEmpty();
    assertThat(whole(after(true, entered(20), entered(1)))).isEmpty();
    assertThat(whole(after(true, entered(-3)))).hasSize(1);
  }

  private static UnitPicture.ClosedCycle closed(List<String> titles) {
    return new UnitPicture.ClosedCycle(titles, List.of(), LAST_DAY, List.of());
  }

  private static UnitPicture.ClosedCycle scored(String... scores) {
    return new UnitPicture.ClosedCycle(
        List.of(), Arrays.stream(scores).map(BigDecimal::new).toList(), LAST_DAY, List.of());
  }

  private static UnitPicture.ClosedCycle entered(int... daysBeforeTheEnd) {
    return new UnitPicture.ClosedCycle(
        List.of(),
        List.of(),
        LAST_DAY,
        Arrays.stream(daysBeforeTheEnd).mapToObj(LAST_DAY::minusDays).toList());
  }

  private static UnitPicture after(boolean quarterly, UnitPicture.ClosedCycle... cycles) {
    return new UnitPicture(
        UnitLevel.TEAM, quarterly, List.of(FINE), true, List.of(), List.of(cycles));
  }

  private static UnitPicture many(UnitLevel level, int objectives) {
    return new UnitPicture(
        level, true, Collections.nCopies(objectives, FINE), true, List.of(), List.of());
  }

  private static UnitPicture picture(UnitPicture.Objective... objectives) {
    return new UnitPicture(UnitLevel.TEAM, true, List.of(objectives), true, List.of(), List.of());
  }

  private static List<Message> whole(UnitPicture picture) {
    return report(picture).whole().stream().map(Finding::reason).toList();
  }

  private static UnitReport report(UnitPicture picture) {
    return new Coach().unit(picture, Language.EN);
  }
}
