package io.bearings.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultScore;
import io.bearings.okr.Life;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.Score;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Status;
import io.bearings.okr.Unit;
import io.bearings.okr.Visibility;
import io.bearings.okr.WorkingDays;
import io.bearings.progress.IssueProgress;
import io.bearings.progress.Judgement;
import io.bearings.progress.KeyResultFigures;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.review.AttentionKind.Severity;
import io.bearings.talk.Audience;
import io.bearings.talk.Item;
import io.bearings.talk.Subject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class AttentionTest {
  /** A Monday. */
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  private static final Person ANNA = new Person("anna");
  private static final Unit TEAM = Okrs.team(3, "Team", Optional.of("anna"));
  private static final Standpoint LEAD = Okrs.standpoint(ANNA, TEAM);
  private static final Standpoint STRANGER = Okrs.standpoint(new Person("zoe"), TEAM);

  private static List<AttentionItem> listed(List<ObjectiveFigures> objectives, Alarm... alarms) {
    return new Attention(LEAD, TODAY, ZoneOffset.UTC, WorkingDays.NO_HOLIDAYS)
        .of(objectives, Arrays.asList(alarms));
  }

  @Test
  public void onlyWhatAsksSomebodyToActIsListed() {
    for (Status status : Status.values()) {
      Optional<AttentionKind> expected =
          switch (status) {
            case NO_DATA -> Optional.of(AttentionKind.NO_DATA);
            case OFF_TRACK -> Optional.of(AttentionKind.OFF_TRACK);
            case OVERDUE -> Optional.of(AttentionKind.OVERDUE);
            case GUARDRAIL_RED -> Optional.of(AttentionKind.GUARDRAIL_RED);
            case SILENT -> Optional.of(AttentionKind.SILENT);
            case OUTPUT_WITHOUT_OUTCOME -> Optional.of(AttentionKind.OUTPUT_WITHOUT_OUTCOME);
            case AT_RISK -> Optional.of(AttentionKind.AT_RISK);
            default -> Optional.empty();
          };
      assertThat(listed(List.of(objective(1, status))))
          .as(status.name())
          .extracting(AttentionItem::kind)
          .isEqualTo(expected.map(List::of).orElse(List.of()));
    }
  }

  @Test
  public void theOrderIsThatOfTheStatusesWithTheAlarmsInTheirPlaces() {
    assertThat(AttentionKind.values())
        .containsExactly(
            AttentionKind.BREACH,
            AttentionKind.BREACH_ACKNOWLEDGED,
            AttentionKind.BLOCKER,
            AttentionKind.NO_DATA,
            AttentionKind.OFF_TRACK,
            AttentionKind.OVERDUE,
            AttentionKind.STALE,
            AttentionKind.GUARDRAIL_RED,
            AttentionKind.SILENT,
            AttentionKind.OUTPUT_WITHOUT_OUTCOME,
            AttentionKind.EARLY_WARNING,
            AttentionKind.DRIFT,
            AttentionKind.AT_RISK);
    assertThat(Arrays.stream(Status.values()).flatMap(each -> AttentionKind.of(each).stream()))
        .isSorted();
    assertThat(
            Arrays.stream(AttentionKind.values()).filter(each -> each.severity() == Severity.WATCH))
        .containsExactly(
            AttentionKind.BREACH_ACKNOWLEDGED,
            AttentionKind.EARLY_WARNING,
            AttentionKind.DRIFT,
            AttentionKind.AT_RISK);
  }

  @Test
  public void whatIsMoreUrgentComesFirstWhateverItIs() {
    Alarm[] alarms = {
      kpi(1, "drifts", null, false, null, null, true),
      kpi(2, "warned", null, false, null, "2026-11-20", false),
      kpi(3, "stale", null, false, "2026-11-15", null, false),
      kpi(4, "known", "2026-11-02", true, null, null, false),
      kpi(5, "red", "2026-11-16", false, null, null, false),
      blocker(6, "2026-11-10", LEAD_ONLY)
    };
    List<ObjectiveFigures> objectives =
        List.of(
            objective(11, Status.AT_RISK),
            objective(12, Status.OUTPUT_WITHOUT_OUTCOME),
            objective(13, Status.SILENT),
            objective(14, Status.GUARDRAIL_RED),
            objective(15, Status.OVERDUE),
            objective(16, Status.OFF_TRACK),
            objective(17, Status.NO_DATA));
    assertThat(listed(objectives, alarms))
        .extracting(AttentionItem::key)
        .containsExactly(
            "KPI-5", "KPI-4", "O-6", "O-17", "O-16", "O-15", "KPI-3", "O-14", "O-13", "O-12",
            "KPI-2", "KPI-1", "O-11");
  }

  @Test
  public void withinAKindWhatHasWaitedLongestComesFirst() {
    List<AttentionItem> items =
        listed(
            List.of(),
            kpi(1, "younger", "2026-11-16", false, null, null, false),
            kpi(2, "older", "2026-11-09", false, null, null, false),
            kpi(3, "as old", "2026-11-09", false, null, null, false));
    assertThat(items).extracting(AttentionItem::key).containsExactly("KPI-2", "KPI-3", "KPI-1");
    assertThat(items.get(0).since()).contains(LocalDate.parse("2026-11-09"));
    assertThat(items.get(0).days()).isEqualTo(14);
    assertThat(items.get(0).ownerKey()).contains("carl");
  }

  @Test
  public void eachThingIsListedOnceWithItsMostUrgentReason() {
    assertThat(listed(List.of(), kpi(1, "all", "2026-11-09", true, "2026-11-08", null, true)))
        .extracting(AttentionItem::kind)
        .containsExactly(AttentionKind.BREACH_ACKNOWLEDGED);
    assertThat(listed(List.of(), kpi(1, "fine", null, false, null, null, false))).isEmpty();

    ObjectiveFigures marked =
        objective(
            1, judgement(Status.ACHIEVED, Status.OVERDUE, Status.AT_RISK), false, Okrs.ACTIVE);
    assertThat(listed(List.of(marked)))
        .extracting(AttentionItem::kind)
        .containsExactly(AttentionKind.OVERDUE);
  }

  @Test
  public void anObjectiveIsNamedForWhatIsItsOwnAndAKeyResultForTheRest() {
    AttentionItem own =
        listed(
                List.of(
                    objective(
                        1,
                        Status.AT_RISK,
                        keyResult(11, Status.AT_RISK),
                        keyResult(12, Status.ON_TRACK))))
            .get(0);
    assertThat(own.subject()).isEqualTo(Subject.objective(1));
    assertThat(own.title()).contains("Objective 1");
    assertThat(own.others()).isZero();

    AttentionItem part =
        listed(
                List.of(
                    objective(
                        1,
                        Status.AT_RISK,
                        keyResult(11, Status.ON_TRACK),
                        keyResult(12, Status.OFF_TRACK),
                        keyResult(13, Status.OFF_TRACK))))
            .get(0);
    assertThat(part.kind()).isEqualTo(AttentionKind.OFF_TRACK);
    assertThat(part.subject()).isEqualTo(Subject.keyResult(12));
    assertThat(part.key()).isEqualTo("KR-12");
    assertThat(part.title()).contains("Result 12");
    assertThat(part.others()).isEqualTo(1);
    assertThat(part.since()).isEmpty();
  }

  @Test
  public void aCheckInIsMissedSinceTheLastOneAndDataSincePublishing() {
    KeyResultFigures late = keyResult(11, Status.OVERDUE);
    Life published =
        new Life(
            ObjectiveState.ACTIVE,
            Optional.empty(),
            Optional.of(5),
            Optional.of(Okrs.PUBLISHED),
            Optional.of(LocalDate.parse("2026-11-03")),
            Optional.empty());
    AttentionItem overdue =
        listed(List.of(objective(1, judgement(Status.OVERDUE), false, published, late))).get(0);
    assertThat(overdue.since()).contains(LocalDate.parse("2026-11-03"));
    assertThat(overdue.days()).isEqualTo(20);
    assertThat(listed(List.of(objective(1, judgement(Status.NO_DATA), false, published))).get(0))
        .extracting(AttentionItem::since)
        .isEqualTo(Optional.of(LocalDate.parse("2026-11-03")));
  }

  @Test
  public void whatIsNotBeingWorkedOnAsksForNothing() {
    for (ObjectiveState state :
        List.of(ObjectiveState.DRAFT, ObjectiveState.CLOSED, ObjectiveState.ABANDONED)) {
      Life life =
          new Life(
              state,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      assertThat(listed(List.of(objective(1, judgement(Status.OFF_TRACK), false, life))))
          .as(state.name())
          .isEmpty();
    }
  }

  @Test
  public void aPrivateObjectiveShowsItsKeyAndStatusAndNothingElse() {
    AttentionItem item =
        listed(List.of(objective(1, judgement(Status.NO_DATA, Status.OVERDUE), true, Okrs.ACTIVE)))
            .get(0);
    assertThat(item.kind()).isEqualTo(AttentionKind.NO_DATA);
    assertThat(item.key()).isEqualTo("O-1");
    assertThat(item.title()).isEmpty();
    assertThat(item.ownerKey()).isEmpty();
    assertThat(item.since()).isEmpty();
    assertThat(
            listed(
                List.of(
                    objective(1, judgement(Status.ON_TRACK, Status.OVERDUE), true, Okrs.ACTIVE))))
        .isEmpty();
  }

  @Test
  public void aBlockerIsListedOnceItIsOldEnoughAndForWhoMayReadWhatItBlocks() {
    // Today is a Monday: since the Wednesday before, two working days have passed whole.
    assertThat(listed(List.of(), blocker(6, "2026-11-19", LEAD_ONLY))).isEmpty();
    AttentionItem item = listed(List.of(), blocker(6, "2026-11-18", LEAD_ONLY)).get(0);
    assertThat(item.kind()).isEqualTo(AttentionKind.BLOCKER);
    assertThat(item.days()).isEqualTo(5);
    assertThat(item.waitsFor()).isEqualTo("the supplier");
    assertThat(item.ownerKey()).contains("bert");
    assertThat(
            new Attention(STRANGER, TODAY, ZoneOffset.UTC, WorkingDays.NO_HOLIDAYS)
                .of(List.of(), List.of(blocker(6, "2026-11-10", LEAD_ONLY))))
        .isEmpty();
  }

  private static final Audience LEAD_ONLY = new Audience(3, Visibility.PRIVATE, "bert", false);

  private static Alarm blocker(long objectiveId, String since, Audience audience) {
    Item about =
        new Item(
            Subject.objective(objectiveId),
            Optional.of(objectiveId),
            Optional.empty(),
            Objective.keyOf(objectiveId),
            "Blocked",
            "bert",
            Optional.empty(),
            audience);
    return new Alarm.OfBlocker(
        90, about, Optional.of(7L), "bert", "the supplier", LocalDate.parse(since));
  }

  private static Alarm kpi(
      long id,
      String name,
      String breach,
      boolean acknowledged,
      String stale,
      String warned,
      boolean drifting) {
    return new Alarm.OfKpi(
        id,
        3,
        name,
        "carl",
        Optional.ofNullable(breach)
            .map(day -> new Alarm.Breached(LocalDate.parse(day), acknowledged)),
        Optional.ofNullable(stale).map(LocalDate::parse),
        Optional.ofNullable(warned).map(LocalDate::parse),
        drifting);
  }

  private static Judgement judgement(Status status, Status... marks) {
    return new Judgement(
        Optional.empty(), Optional.empty(), status, Arrays.asList(marks), false, false);
  }

  private static ObjectiveFigures objective(
      long id, Status status, KeyResultFigures... keyResults) {
    return objective(id, judgement(status), false, Okrs.ACTIVE, keyResults);
  }

  private static ObjectiveFigures objective(
      long id, Judgement judgement, boolean hidden, Life life, KeyResultFigures... keyResults) {
    Objective objective = Okrs.objective(id, 3, "Objective " + id, "why", "anna", 1).with(life);
    return new ObjectiveFigures(
        Okrs.placed(objective, Okrs.QUARTER),
        hidden,
        new ObjectiveFigures.Around("Anna", "Team", List.of(), List.of()),
        Score.NO_DATA,
        judgement,
        List.of(),
        false,
        List.of(),
        Set.of(),
        Arrays.asList(keyResults));
  }

  private static KeyResultFigures keyResult(long id, Status status) {
    KeyResult keyResult = Okrs.keyResult(id, 1, Okrs.manual("Result " + id, "0", "10"), 1);
    return new KeyResultFigures(
        keyResult,
        "Anna",
        IssueProgress.NOTHING,
        KeyResultScore.NO_DATA,
        judgement(status),
        Optional.empty());
  }
}
