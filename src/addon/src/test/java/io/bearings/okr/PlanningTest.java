package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class PlanningTest {
  private static final Person ANNA = new Person("anna");
  private static final Writer WRITER = new Writer(ANNA, Tag.MANUAL);
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final Objectives.Edit BY_ANNA = new Objectives.Edit(ANNA, NOW);
  private static final Unit TEAM = Okrs.team(3, "Team", Optional.of("anna"));
  private static final Unit OTHER = Okrs.team(4, "Other", Optional.of("anna"));
  private static final Unit SECRET = Okrs.team(9, "Secret", Optional.empty());
  private static final Message REQUIRED = Message.of("bearings.error.required");
  private static final Placed STORED =
      Okrs.placed(Okrs.objective(12, 3, "Old", "Because", "bert", 3), Okrs.QUARTER);
  private static final KeyResult KEY_RESULT =
      Okrs.keyResult(34, 12, Okrs.manual("Conversion", "2", "5"), 2);
  private static final Cycle NEXT =
      new Cycle(
          8,
          4,
          "Q1",
          LocalDate.parse("2027-01-01"),
          LocalDate.parse("2027-03-31"),
          CycleState.PLANNING,
          CycleKind.CALENDAR,
          CycleLength.QUARTER,
          Optional.empty(),
          Optional.empty(),
          1);

  private final Objectives objectives = mock(Objectives.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final Cycles cycles = mock(Cycles.class);
  private final Scoring scoring = mock(Scoring.class);
  private final Access access = mock(Access.class);
  private final People people = mock(People.class);
  private final KpiUnits kpiUnits = id -> Optional.of(id).filter(it -> it == 7).map(it -> 3L);
  private final JiraMetrics metrics = mock(JiraMetrics.class);
  private final KnownNumberFields numberFields = new KnownNumberFields("customfield_10010");
  private final Planning planning =
      new Planning(
          new Plans(objectives, standpoints, cycles),
          objectives,
          scoring,
          access,
          people,
          numberFields,
          kpiUnits,
          metrics,
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Before
  public void annaLeadsTheTeam() {
    when(standpoints.of(ANNA)).thenReturn(Okrs.standpoint(ANNA, TEAM, OTHER, SECRET));
    stored(STORED);
    when(objectives.keyResultsOf(List.of(12L))).thenReturn(List.of(KEY_RESULT));
    when(scoring.of(any(), any())).thenReturn(scored("0.5"));
    when(scoring.atClosing(any(), any())).thenReturn(scored("0.4"));
    when(people.nameOf("bert")).thenReturn(Optional.of("Bert"));
    when(people.nameOrKey("bert")).thenReturn("Bert");
    when(objectives.change(any(Objective.class), any(), any(), any(), any()))
        .thenAnswer(call -> Optional.of(call.getArgument(0)));
    when(cycles.cycle(8)).thenReturn(Optional.of(NEXT));
  }

  private void stored(Placed placed) {
    when(objectives.placed(12, ANNA)).thenReturn(Optional.of(placed));
    when(objectives.objective(12)).thenReturn(Optional.of(placed.objective()));
  }

  private static Scoring.Scored scored(String score) {
    BigDecimal value = new BigDecimal(score);
    return new Scoring.Scored(
        new Score(Optional.of(value), Optional.of(BigDecimal.ONE), List.of(), 0),
        Map.of(34L, Optional.of(value)));
  }

  @Test
  public void createsADraftWithItsKeyResults() {
    Objective created = Okrs.objective(13, 3, "Title", "Why", "anna", 1);
    when(objectives.add(any(NewObjective.class), any(), any())).thenReturn(created);
    ObjectiveDraft draft =
        ObjectiveDraft.of(
            " Title ",
            " Why ",
            List.of(
                KeyResultDraft.of("First", Optional.empty(), Optional.empty()),
                KeyResultDraft.of("Second", Optional.empty(), Optional.empty())
                    .towards(GoalDraft.of("2", "5"))));

    assertThat(planning.create(WRITER, 3, Optional.empty(), draft)).isEqualTo(created);

    verify(objectives)
        .add(
            new NewObjective(
                3, Optional.empty(), ObjectiveContent.of("Title", "Why", "anna"), Life.DRAFT),
            List.of(
                new NewKeyResult(
                    KeyResultContent.ofIssues("First", "anna", BigDecimal.ONE, WeightBy.ISSUES),
                    Life.DRAFT),
                new NewKeyResult(Okrs.manual("Second", "2", "5"), Life.DRAFT)),
            BY_ANNA);
  }

  @Test
  public void givesANewObjectiveTheOwnerThatWasNamed() {
    planning.create(
        WRITER, 3, Optional.empty(), ObjectiveDraft.of("T", "", List.of()).ownedBy("bert"));
    verify(objectives)
        .add(
            new NewObjective(3, Optional.empty(), ObjectiveContent.of("T", "", "bert"), Life.DRAFT),
            List.of(),
            BY_ANNA);
  }

  @Test
  public void createsOnlyWhereOneMayAndInCyclesThatServeTheUnit() {
    assertThatThrownBy(() -> planning.create(WRITER, 9, Optional.empty(), draft("T")))
        .isInstanceOf(Refusal.NotFound.class);
    assertThat(refused(() -> planning.create(WRITER, 3, Optional.of(8L), draft("T"))))
        .isEqualTo(Map.of("cycleId", Message.of("bearings.error.notServed")));
    assertThat(refused(() -> planning.create(WRITER, 4, Optional.of(99L), draft("T"))))
        .isEqualTo(Map.of("cycleId", Message.of("bearings.error.notServed")));
    when(standpoints.of(ANNA))
        .thenReturn(
            Okrs.standpoint(
                ANNA, Set.of(100L), Set.of(), Okrs.team(3, "Team", Optional.empty(), 100L)));
    assertThatThrownBy(() -> planning.create(WRITER, 3, Optional.empty(), draft("T")))
        .isInstanceOf(Refusal.Forbidden.class);
    nothingWritten();
  }

  @Test
  public void namesAllFieldsThatAreWrongAtOnce() {
    KeyResultDraft wrong =
        KeyResultDraft.of("", Optional.empty(), Optional.empty()).towards(GoalDraft.of("1", "1"));
    assertThat(
            refused(
                () ->
                    planning.create(
                        WRITER,
                        3,
                        Optional.empty(),
                        ObjectiveDraft.of("", "", List.of(wrong)).ownedBy("nobody"))))
        .isEqualTo(
            Map.of(
                "title",
                REQUIRED,
                "ownerKey",
                Message.of("bearings.error.noSuchPerson", "nobody"),
                "keyResults[0].title",
                REQUIRED,
                "keyResults[0].target",
                Message.of("bearings.error.baselineEqualsTarget", "1")));
    assertThat(
            refused(
                () ->
                    planning.create(
                        WRITER,
                        3,
                        Optional.empty(),
                        ObjectiveDraft.of("T", "", Collections.nCopies(51, wrong)))))
        .containsEntry("keyResults", Message.of("bearings.error.tooMany", 50));
    nothingWritten();
  }

  @Test
  public void looksUpTheProjectsAndUnitsThatAreNamed() {
    when(access.project(ANNA, "DEMO")).thenReturn(Optional.of(new ProjectRef(100, "DEMO", "D")));
    assertThat(refused(() -> planning.edit(WRITER, 12, 3, touching(List.of("SEC"), List.of(9L)))))
        .isEqualTo(
            Map.of(
                "projects", Message.of("bearings.error.notFound", "SEC"),
                "contributingUnits", Message.of("bearings.error.notFound", "9")));
    Objective changed = planning.edit(WRITER, 12, 3, touching(List.of("DEMO"), List.of(4L)));
    assertThat(changed.projectIds()).containsExactly(100L);
    assertThat(changed.contributingUnitIds()).containsExactly(4L);
    assertThat(
            refused(
                () ->
                    planning.edit(
                        WRITER, 12, 3, touching(Collections.nCopies(21, "DEMO"), List.of()))))
        .containsKey("projects");
  }

  private static ObjectiveDraft touching(List<String> projects, List<Long> units) {
    return new ObjectiveDraft(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Field.absent(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(projects),
        Optional.of(units),
        List.of(),
        Optional.empty());
  }

  @Test
  public void changesAnObjectiveAndSaysWhatItTouched() {
    Objective changed = planning.edit(WRITER, 12, 3, draft("New"));
    assertThat(changed.title()).isEqualTo("New");
    assertThat(changed.ownerKey()).isEqualTo("bert");
    verify(objectives).change(changed, Set.of("title", "why"), List.of(), List.of(), BY_ANNA);
  }

  @Test
  public void anOwnerWhoWasDeletedKeepsNobodyFromChangingTheTitle() {
    when(people.nameOf("bert")).thenReturn(Optional.empty());
    Objective changed = planning.edit(WRITER, 12, 3, draft("New").ownedBy("bert"));
    assertThat(changed.title()).isEqualTo("New");
    assertThat(changed.ownerKey()).isEqualTo("bert");
    assertThat(refused(() -> planning.edit(WRITER, 12, 3, draft("New").ownedBy("nobody"))))
        .containsOnlyKeys("ownerKey");
  }

  @Test
  public void remembersAChangeThatMovesWhatIsExpected() {
    ObjectiveDraft committed =
        new ObjectiveDraft(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(ObjectiveKind.COMMITTED),
            Optional.empty(),
            Field.absent(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of("We promised it"));
    planning.edit(WRITER, 12, 3, committed);
    NewChange change = written().get(0);
    assertThat(change.field()).isEqualTo("kind");
    assertThat(change.from()).contains("ASPIRATIONAL");
    assertThat(change.to()).contains("COMMITTED");
    assertThat(change.reason()).contains("We promised it");
    assertThat(change.label()).isEqualTo(ScoreChange.CORRECTION);
    assertThat(change.tag()).isEqualTo(Tag.MANUAL);
    assertThat(change.keyResultId()).isEmpty();
    assertThat(change.scores().objectiveBefore()).contains(new BigDecimal("0.5"));
  }

  @Test
  public void keepsTheWhyOfWhatIsBeingWorkedOn() {
    assertThat(
            refused(() -> planning.edit(WRITER, 12, 3, ObjectiveDraft.of("New", " ", List.of()))))
        .isEqualTo(Map.of("why", REQUIRED));
  }

  @Test
  public void doesNotKnowWhatOneMayNotRead() {
    stored(Okrs.placed(Okrs.objective(12, 9, "Old", "Because", "bert", 3)));
    assertThatThrownBy(() -> planning.edit(WRITER, 12, 3, draft("New")))
        .isInstanceOf(Refusal.NotFound.class)
        .hasMessageContaining("O-12");
    assertThatThrownBy(() -> planning.edit(WRITER, 99, 3, draft("New")))
        .isInstanceOf(Refusal.NotFound.class)
        .hasMessageContaining("O-99");
    nothingWritten();
  }

  @Test
  public void refusesSomebodyWhoMayOnlyRead() {
    when(standpoints.of(ANNA))
        .thenReturn(
            Okrs.standpoint(
                ANNA, Set.of(100L), Set.of(), Okrs.team(3, "Team", Optional.empty(), 100L)));
    assertThatThrownBy(() -> planning.edit(WRITER, 12, 3, draft("New")))
        .isInstanceOf(Refusal.Forbidden.class);
    for (Step step : List.of(new Step.Close(), new Step.Archive(), new Step.Reopen())) {
      assertThatThrownBy(() -> planning.take(WRITER, 12, 3, step))
          .isInstanceOf(Refusal.Forbidden.class);
    }
    nothingWritten();
  }

  @Test
  public void changesNothingInAClosedCycle() {
    Placed.Span closed = new Placed.Span(7, "Q3", Okrs.QUARTER.days(), CycleState.CLOSED);
    stored(Okrs.placed(STORED.objective(), closed));
    assertThatThrownBy(() -> planning.edit(WRITER, 12, 3, draft("New")))
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessageContaining("cycleClosed");
    nothingWritten();
  }

  @Test
  public void saysWhoSavedMeanwhileAndWhat() {
    when(objectives.change(any(Objective.class), any(), any(), any(), any()))
        .thenReturn(Optional.empty());
    when(objectives.lastEditOfObjective(12))
        .thenReturn(
            Optional.of(
                new Objectives.LastEdit(
                    "bert",
                    List.of(
                        new Objectives.Touched(2, Set.of("why")),
                        new Objectives.Touched(3, Set.of("title"))))));
    Refusal.Conflict conflict =
        catchThrowableOfType(
            Refusal.Conflict.class, () -> planning.edit(WRITER, 12, 2, draft("New")));
    assertThat(conflict.currentVersion()).isEqualTo(3);
    assertThat(conflict.changedBy()).isEqualTo("Bert");
    assertThat(conflict.changedFields()).containsExactly("title");
    when(objectives.objective(12)).thenReturn(Optional.empty());
    assertThatThrownBy(() -> planning.edit(WRITER, 12, 2, draft("New")))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void publishesADraftWithItsKeyResults() {
    stored(Okrs.placed(STORED.objective().with(Life.DRAFT), Okrs.QUARTER));
    KeyResult open = KEY_RESULT.with(Life.DRAFT);
    when(objectives.keyResultsOf(List.of(12L))).thenReturn(List.of(open));
    Objective published = planning.take(WRITER, 12, 3, publish("7"));
    assertThat(published.life()).isEqualTo(Life.DRAFT.published(Optional.of(7), NOW, TODAY));
    verify(objectives)
        .change(
            eq(published),
            eq(Set.of("state")),
            eq(List.of(open.with(Life.DRAFT.published(Optional.of(7), NOW, TODAY)))),
            any(),
            any());
    assertThat(written())
        .extracting(NewChange::field, NewChange::label)
        .containsOnly(tuple("state", ScoreChange.CORRECTION));
  }

  @Test
  public void publishesOnlyWhatIsComplete() {
    Objective draft =
        STORED.objective().with(Life.DRAFT).with(ObjectiveContent.of("T", "", "anna"));
    stored(Okrs.placed(draft, Okrs.QUARTER));
    KeyResultContent open =
        new KeyResultContent(
            "K",
            "anna",
            Source.MANUAL,
            Nature.OUTCOME,
            Measure.NUMBER,
            Goal.NONE,
            BigDecimal.ONE,
            WeightBy.ISSUES);
    when(objectives.keyResultsOf(List.of(12L)))
        .thenReturn(List.of(KEY_RESULT.with(Life.DRAFT).with(open)));
    assertThat(refused(() -> planning.take(WRITER, 12, 3, publish("11"))))
        .isEqualTo(
            Map.of(
                "confidence", Message.of("bearings.error.confidence"),
                "why", REQUIRED,
                "KR-34.baseline", REQUIRED,
                "KR-34.target", REQUIRED));
    assertThat(refused(() -> planning.take(WRITER, 12, 3, new Step.Publish(Optional.empty()))))
        .containsEntry("confidence", REQUIRED);
    nothingWritten();
  }

  @Test
  public void closesWithTheScoreOfNow() {
    Objective closed = planning.take(WRITER, 12, 3, new Step.Close());
    assertThat(closed.state()).isEqualTo(ObjectiveState.CLOSED);
    assertThat(closed.life().finalScore()).contains(new BigDecimal("0.4"));
    verify(objectives)
        .change(
            eq(closed),
            any(),
            eq(List.of(KEY_RESULT.with(Okrs.ACTIVE.closed(Optional.of(new BigDecimal("0.4")))))),
            any(),
            any());
  }

  @Test
  public void closesAllThatIsActiveWhenACycleEnds() {
    when(objectives.find(Objectives.Wanted.ofCycle(7, ObjectiveState.ACTIVE), ANNA))
        .thenReturn(List.of(STORED));
    planning.closeAll(WRITER, Okrs.standpoint(ANNA, TEAM), 7);
    Life closed = Okrs.ACTIVE.closed(Optional.of(new BigDecimal("0.4")));
    verify(objectives)
        .change(
            eq(STORED.objective().with(closed)),
            any(),
            eq(List.of(KEY_RESULT.with(closed))),
            any(),
            eq(BY_ANNA));
  }

  @Test
  public void saysWhichObjectiveKeepsACycleFromEnding() {
    when(objectives.find(Objectives.Wanted.ofCycle(7, ObjectiveState.ACTIVE), ANNA))
        .thenReturn(List.of(STORED));
    when(objectives.change(any(Objective.class), any(), any(), any(), any()))
        .thenReturn(Optional.empty());
    when(objectives.lastEditOfObjective(12))
        .thenReturn(Optional.of(new Objectives.LastEdit("bert", List.of())));
    assertThatThrownBy(() -> planning.closeAll(WRITER, Okrs.standpoint(ANNA, TEAM), 7))
        .isInstanceOf(Refusal.Conflict.class);
  }

  @Test
  public void goesOnWithWhatWasClosed() {
    Life closed = Okrs.ACTIVE.closed(Optional.of(BigDecimal.ONE));
    stored(Okrs.placed(STORED.objective().with(closed), Okrs.QUARTER));
    when(objectives.keyResultsOf(List.of(12L))).thenReturn(List.of(KEY_RESULT.with(closed)));
    Objective reopened = planning.take(WRITER, 12, 3, new Step.Reopen());
    assertThat(reopened.life()).isEqualTo(Okrs.ACTIVE);
    verify(objectives).change(eq(reopened), any(), eq(List.of(KEY_RESULT)), any(), any());
  }

  @Test
  public void givesUpWithAReason() {
    assertThat(refused(() -> planning.take(WRITER, 12, 3, new Step.Abandon(" "))))
        .isEqualTo(Map.of("reason", REQUIRED));
    assertThat(refused(() -> planning.take(WRITER, 12, 3, new Step.Abandon("x".repeat(300)))))
        .isEqualTo(Map.of("reason", Message.of("bearings.error.tooLong", 255, 300)));
    Objective abandoned = planning.take(WRITER, 12, 3, new Step.Abandon(" No demand "));
    assertThat(abandoned.stateReason()).contains("No demand");
    stored(Okrs.placed(abandoned, Okrs.QUARTER));
    assertThat(planning.take(WRITER, 12, 3, new Step.Reopen()).state())
        .isEqualTo(ObjectiveState.ACTIVE);
  }

  @Test
  public void putsAwayAndTakesOutAgain() {
    Objective away = planning.take(WRITER, 12, 3, new Step.Archive());
    assertThat(away.archived()).isTrue();
    stored(Okrs.placed(away, Okrs.QUARTER));
    for (Step step : List.of(new Step.Archive(), new Step.Close())) {
      assertThatThrownBy(() -> planning.take(WRITER, 12, 3, step)).hasMessageContaining("archived");
    }
    assertThatThrownBy(() -> planning.edit(WRITER, 12, 3, draft("New")))
        .hasMessageContaining("archived");
    assertThat(planning.take(WRITER, 12, 3, new Step.Restore()).archived()).isFalse();
  }

  @Test
  public void takesNoStepThatLeadsNowhere() {
    for (Step step : List.of(publish("5"), new Step.Reopen(), new Step.Restore())) {
      assertThatThrownBy(() -> planning.take(WRITER, 12, 3, step))
          .isInstanceOf(Refusal.Invalid.class)
          .hasMessageContaining("notInState");
    }
    stored(Okrs.placed(STORED.objective().with(Life.DRAFT), Okrs.QUARTER));
    assertThatThrownBy(() -> planning.take(WRITER, 12, 3, new Step.Close()))
        .hasMessageContaining("notInState");
    nothingWritten();
  }

  @Test
  public void movesAndDropsDaysThatTheOtherCycleDoesNotHave() {
    KeyResult dated = KEY_RESULT.with(dated("2026-12-01"));
    when(objectives.keyResultsOf(List.of(12L))).thenReturn(List.of(dated));
    Objective moved = planning.move(WRITER, 12, 3, 4, Optional.of(8L));
    assertThat(moved.unitId()).isEqualTo(4);
    assertThat(moved.cycleId()).contains(8L);
    ArgumentCaptor<List<KeyResult>> changed = ArgumentCaptor.captor();
    verify(objectives).change(eq(moved), any(), changed.capture(), any(), any());
    assertThat(changed.getValue().get(0).goal().due()).isEmpty();
    assertThat(changed.getValue().get(0).goal().checkpoints()).isEmpty();
    assertThat(written())
        .extracting(NewChange::field)
        .containsExactly("cycle", "due", "checkpoints");
  }

  private static KeyResultContent dated(String due) {
    KeyResultContent content = Okrs.manual("Conversion", "2", "5");
    return new KeyResultContent(
        content.title(),
        content.ownerKey(),
        content.source(),
        content.nature(),
        content.measure(),
        new Goal(
            content.goal().baseline(),
            content.goal().target(),
            Optional.empty(),
            Goal.Marks.NONE,
            Optional.of(LocalDate.parse(due)),
            0,
            List.of(new Milestone(LocalDate.parse(due).minusDays(9), BigDecimal.TEN))),
        content.weight(),
        content.weightBy());
  }

  @Test
  public void copiesWithoutProgressAndWithoutWhatWasGivenUp() {
    KeyResult withValue = Okrs.at(KEY_RESULT, "4", "2026-11-01");
    KeyResult given = KEY_RESULT.with(Okrs.ACTIVE.abandoned("No"));
    when(objectives.keyResultsOf(List.of(12L)))
        .thenReturn(List.of(withValue, given, KEY_RESULT.archived(true)));
    planning.duplicate(WRITER, 12, 4, Optional.of(8L));
    verify(objectives)
        .add(
            new NewObjective(4, Optional.of(8L), STORED.objective().content(), Life.DRAFT),
            List.of(new NewKeyResult(KEY_RESULT.content(), Life.DRAFT)),
            BY_ANNA);
  }

  private List<NewChange> written() {
    ArgumentCaptor<List<NewChange>> history = ArgumentCaptor.captor();
    verify(objectives).change(any(Objective.class), any(), any(), history.capture(), any());
    return history.getValue();
  }

  private static Step publish(String confidence) {
    return new Step.Publish(Optional.of(new BigDecimal(confidence)));
  }

  @Test
  public void namesTheKeyResultThatReadsAKpiWhichThePersonMayNotSee() {
    KeyResultDraft draft =
        KeyResultDraft.of("K", Optional.empty(), Optional.empty()).from(Source.KPI);
    ObjectiveDraft reading =
        ObjectiveDraft.of("T", "W", List.of(draft.reading(7), draft.reading(8), draft));
    assertThat(refused(() -> planning.create(WRITER, 3, Optional.empty(), reading)))
        .isEqualTo(
            Map.of(
                "keyResults[1].kpi", Message.of("bearings.error.notFound", "KPI-8"),
                "keyResults[2].kpi", Message.of("bearings.error.required")));
  }

  private static Map<String, Message> refused(ThrowingCallable call) {
    return catchThrowableOfType(Refusal.Invalid.class, call).fields();
  }

  private void nothingWritten() {
    verify(objectives, never()).add(any(), any(), any());
    verify(objectives, never()).add(anyLong(), any(), any());
    verify(objectives, never()).change(any(Objective.class), any(), any(), any(), any());
  }

  private static ObjectiveDraft draft(String title) {
    return ObjectiveDraft.of(title, "Another", List.of());
  }
}
