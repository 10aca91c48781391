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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class KeyResultPlanningTest {
  private static final Person ANNA = new Person("anna");
  private static final Writer WRITER = new Writer(ANNA, Tag.API);
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Message REQUIRED = Message.of("bearings.error.required");
  private static final Placed OBJECTIVE =
      Okrs.placed(Okrs.objective(12, 3, "Calm", "Because", "bert", 3), Okrs.QUARTER);
  private static final KeyResult STORED =
      Okrs.keyResult(34, 12, Okrs.manual("Conversion", "2", "5"), 2);

  private final Objectives objectives = mock(Objectives.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final Scoring scoring = mock(Scoring.class);
  private final People people = mock(People.class);
  private final KpiUnits kpiUnits = id -> Optional.of(id).filter(it -> it == 7).map(it -> 3L);
  private final JiraMetrics metrics = mock(JiraMetrics.class);
  private final KnownNumberFields numberFields = new KnownNumberFields("customfield_10010");
  private final KeyResultPlanning planning =
      new KeyResultPlanning(
          new Plans(objectives, standpoints, mock(Cycles.class)),
          objectives,
          scoring,
          people,
          numberFields,
          kpiUnits,
          metrics,
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Before
  public void annaLeadsTheTeam() {
    when(standpoints.of(ANNA))
        .thenReturn(Okrs.standpoint(ANNA, Okrs.team(3, "Team", Optional.of("anna"))));
    within(OBJECTIVE);
    stored(STORED);
    when(scoring.of(any(), any())).thenAnswer(call -> scored(call.getArgument(1)));
    when(people.nameOrKey("bert")).thenReturn("Bert");
    when(objectives.change(any(KeyResult.class), any(), any(), any()))
        .thenAnswer(call -> Optional.of(call.getArgument(0)));
    when(objectives.add(anyLong(), any(), any())).thenReturn(STORED);
  }

  private void within(Placed placed) {
    when(objectives.placed(12, ANNA)).thenReturn(Optional.of(placed));
  }

  private void stored(KeyResult keyResult) {
    when(objectives.keyResult(34)).thenReturn(Optional.of(keyResult));
    when(objectives.keyResultsOf(List.of(12L))).thenReturn(List.of(keyResult));
  }

  /** As if a target of 5 made 0.5, and one of 10 a quarter. */
  private static Scoring.Scored scored(List<KeyResult> keyResults) {
    if (keyResults.isEmpty()) {
      return new Scoring.Scored(Score.NO_DATA, Map.of());
    }
    BigDecimal score =
        keyResults.get(0).goal().target().orElseThrow().intValue() == 5
            ? new BigDecimal("0.5")
            : new BigDecimal("0.25");
    return new Scoring.Scored(
        new Score(Optional.of(score), Optional.of(BigDecimal.ONE), List.of(), 0),
        Map.of(34L, Optional.of(score)));
  }

  private static KeyResultDraft draft(String title) {
    return KeyResultDraft.of(title, Optional.empty(), Optional.empty());
  }

  @Test
  public void anOwnerWhoWasDeletedKeepsNobodyFromChangingTheTitle() {
    KeyResultDraft draft = ownedBy(STORED.ownerKey());
    KeyResult changed = planning.edit(WRITER, 34, STORED.version(), draft);
    assertThat(changed.title()).isEqualTo("New");
    assertThat(changed.ownerKey()).isEqualTo(STORED.ownerKey());
    KeyResultDraft others = ownedBy("nobody");
    assertThatThrownBy(() -> planning.edit(WRITER, 34, STORED.version(), others))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class, it -> assertThat(it.fields()).containsOnlyKeys("ownerKey"));
  }

  private static KeyResultDraft ownedBy(String userKey) {
    KeyResultDraft draft = draft("New");
    return new KeyResultDraft(
        draft.title(),
        Optional.of(userKey),
        draft.source(),
        draft.nature(),
        draft.measure(),
        draft.goal(),
        draft.weight(),
        draft.weightBy(),
        draft.alignedShare(),
        draft.reason());
  }

  @Test
  public void weighsByANumberFieldThatThereIs() {
    WeightBy benefit = WeightBy.valueOf("customfield_10010");
    planning.add(WRITER, 12, KeyResultDraft.of("New", Optional.empty(), Optional.of(benefit)));
    assertThat(numberFields.kept()).containsExactly("customfield_10010");

    WeightBy gone = WeightBy.valueOf("customfield_9");
    KeyResultDraft draft = KeyResultDraft.of("New", Optional.empty(), Optional.of(gone));
    assertThatThrownBy(() -> planning.add(WRITER, 12, draft))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            it ->
                assertThat(it.fields())
                    .containsOnly(
                        Map.entry(
                            "weightBy",
                            Message.of("bearings.error.noNumberField", "customfield_9"))));
    assertThatThrownBy(() -> planning.edit(WRITER, 34, STORED.version(), draft))
        .isInstanceOf(Refusal.Invalid.class);
    assertThat(numberFields.kept()).containsExactly("customfield_10010");
  }

  @Test
  public void whatIsAddedToAnActiveObjectiveCountsFromToday() {
    planning.add(WRITER, 12, draft(" New ").towards(GoalDraft.of("2", "5")));
    KeyResultContent content =
        new KeyResultContent(
            "New",
            "bert",
            Source.MANUAL,
            Nature.OUTCOME,
            Measure.NUMBER,
            Goal.of(new BigDecimal("2"), new BigDecimal("5")),
            BigDecimal.ONE,
            WeightBy.ISSUES);
    verify(objectives)
        .add(
            12,
            new NewKeyResult(
                content,
                Life.DRAFT.published(Optional.empty(), NOW, LocalDate.parse("2026-11-22"))),
            new Objectives.Edit(ANNA, NOW));
  }

  @Test
  public void whatIsAddedToADraftIsADraft() {
    within(Okrs.placed(OBJECTIVE.objective().with(Life.DRAFT)));
    planning.add(WRITER, 12, draft("New").from(Source.MANUAL));
    ArgumentCaptor<NewKeyResult> added = ArgumentCaptor.captor();
    verify(objectives).add(eq(12L), added.capture(), any());
    assertThat(added.getValue().life()).isEqualTo(Life.DRAFT);
  }

  @Test
  public void namesAllFieldsThatAreWrong() {
    KeyResultDraft wrong =
        new KeyResultDraft(
            Optional.of(""),
            Optional.of("nobody"),
            Optional.of(Source.MANUAL),
            Optional.empty(),
            Optional.of(new Measure(Measure.Kind.PERCENT, Optional.empty(), Optional.empty())),
            GoalDraft.of("20", "101"),
            Optional.of(new BigDecimal("-1")),
            Optional.empty(),
            Optional.empty(),
            Optional.of("x".repeat(256)));
    assertThat(refused(() -> planning.add(WRITER, 12, wrong)))
        .containsOnlyKeys("title", "weight", "target", "ownerKey", "reason");
    verify(objectives, never()).add(anyLong(), any(), any());
  }

  @Test
  public void remembersThatTheShareOfTheWindowWasSwitchedOff() {
    KeyResult changed = planning.edit(WRITER, 34, 2, draft("Conversion").sharing(false));
    assertThat(changed.content().alignedShare()).isFalse();
    assertThat(written())
        .extracting(NewChange::field, NewChange::from, NewChange::to)
        .containsExactly(tuple("alignedShare", Optional.of("true"), Optional.of("false")));
  }

  @Test
  public void remembersAChangeOfTheTargetWithTheScoresAroundIt() {
    Recorded checkedIn =
        new Recorded(
            Optional.empty(),
            Optional.empty(),
            Optional.of(NOW.minusSeconds(86_400)),
            List.of(),
            List.of(),
            0,
            Optional.empty());
    stored(new KeyResult(34, 12, STORED.content(), Okrs.ACTIVE, checkedIn, false, 2));
    KeyResultDraft moved =
        draft("Conversion").towards(GoalDraft.of("2", "10")).because("Two markets now");
    planning.edit(WRITER, 34, 2, moved);
    NewChange change = written().get(0);
    assertThat(change)
        .isEqualTo(
            new NewChange(
                12,
                Optional.of(34L),
                "target",
                Optional.of("5"),
                Optional.of("10"),
                Optional.of("Two markets now"),
                ScoreChange.ADJUSTMENT,
                Tag.API,
                new NewChange.Scores(
                    Optional.of(new BigDecimal("0.5")),
                    Optional.of(new BigDecimal("0.25")),
                    Optional.of(new BigDecimal("0.5")),
                    Optional.of(new BigDecimal("0.25")))));
  }

  @Test
  public void aChangeWithoutAReasonIsAMovedGoalpost() {
    stored(
        new KeyResult(
            34,
            12,
            STORED.content(),
            Okrs.ACTIVE,
            new Recorded(
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW.minusSeconds(5)),
                List.of(),
                List.of(),
                0,
                Optional.empty()),
            false,
            2));
    planning.edit(WRITER, 34, 2, draft("Conversion").towards(GoalDraft.of("2", "10")));
    assertThat(written())
        .extracting(NewChange::field, NewChange::label)
        .containsExactly(tuple("target", ScoreChange.MOVED_GOALPOST));
  }

  @Test
  public void anotherTitleIsNoHistory() {
    KeyResult changed = planning.edit(WRITER, 34, 2, draft("New"));
    assertThat(changed.title()).isEqualTo("New");
    verify(objectives).change(changed, Set.of("title"), List.of(), new Objectives.Edit(ANNA, NOW));
    verify(scoring, never()).of(any(), any());
  }

  @Test
  public void doesNotKnowWhatOneMayNotRead() {
    assertThatThrownBy(() -> planning.edit(WRITER, 99, 2, draft("New")))
        .isInstanceOf(Refusal.NotFound.class)
        .hasMessageContaining("KR-99");
    when(standpoints.of(ANNA))
        .thenReturn(Okrs.standpoint(ANNA, Okrs.team(3, "Team", Optional.empty())));
    assertThatThrownBy(() -> planning.edit(WRITER, 34, 2, draft("New")))
        .isInstanceOf(Refusal.NotFound.class)
        .hasMessageContaining("KR-34");
    assertThatThrownBy(() -> planning.add(WRITER, 12, draft("New")))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void itsOwnerMayWriteItAndOthersOnlyRead() {
    Unit team = Okrs.team(3, "Team", Optional.empty(), 100L);
    when(standpoints.of(ANNA)).thenReturn(Okrs.standpoint(ANNA, Set.of(100L), Set.of(), team));
    planning.edit(WRITER, 34, 2, draft("New"));
    stored(STORED.with(KeyResultContent.ofIssues("K", "bert", BigDecimal.ONE, WeightBy.ISSUES)));
    assertThatThrownBy(() -> planning.edit(WRITER, 34, 2, draft("New")))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> planning.take(WRITER, 34, 2, new Step.Archive()))
        .isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  public void saysWhoSavedMeanwhileAndWhat() {
    when(objectives.change(any(KeyResult.class), any(), any(), any())).thenReturn(Optional.empty());
    when(objectives.lastEditOfKeyResult(34))
        .thenReturn(
            Optional.of(
                new Objectives.LastEdit(
                    "bert", List.of(new Objectives.Touched(2, Set.of("target"))))));
    Refusal.Conflict conflict =
        catchThrowableOfType(
            Refusal.Conflict.class, () -> planning.edit(WRITER, 34, 1, draft("New")));
    assertThat(conflict.currentVersion()).isEqualTo(2);
    assertThat(conflict.changedBy()).isEqualTo("Bert");
    assertThat(conflict.changedFields()).containsExactly("target");
    when(objectives.lastEditOfKeyResult(34)).thenReturn(Optional.empty());
    assertThatThrownBy(() -> planning.edit(WRITER, 34, 1, draft("New")))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void takesEachStepOfItsLife() {
    assertThat(planning.take(WRITER, 34, 2, new Step.Close()).life())
        .isEqualTo(Okrs.ACTIVE.closed(Optional.of(new BigDecimal("0.5"))));
    KeyResult given = planning.take(WRITER, 34, 2, new Step.Abandon(" No demand "));
    assertThat(given.life()).isEqualTo(Okrs.ACTIVE.abandoned("No demand"));
    stored(given);
    assertThat(planning.take(WRITER, 34, 2, new Step.Reopen()).life()).isEqualTo(Okrs.ACTIVE);
    stored(STORED);
    KeyResult away = planning.take(WRITER, 34, 2, new Step.Archive());
    assertThat(away.archived()).isTrue();
    stored(away);
    assertThat(planning.take(WRITER, 34, 2, new Step.Restore()).archived()).isFalse();
    stored(STORED.with(Life.DRAFT));
    assertThat(
            planning
                .take(WRITER, 34, 2, new Step.Publish(Optional.of(BigDecimal.TEN)))
                .confidence())
        .contains(10);
  }

  @Test
  public void refusesStepsThatLackSomething() {
    assertThat(refused(() -> planning.take(WRITER, 34, 2, new Step.Abandon(""))))
        .isEqualTo(Map.of("reason", REQUIRED));
    stored(
        STORED
            .with(Life.DRAFT)
            .with(
                new KeyResultContent(
                    "K",
                    "anna",
                    Source.EVIDENCE,
                    Nature.OUTCOME,
                    Measure.NUMBER,
                    Goal.NONE,
                    BigDecimal.ONE,
                    WeightBy.ISSUES)));
    assertThat(refused(() -> planning.take(WRITER, 34, 2, new Step.Publish(Optional.empty()))))
        .isEqualTo(Map.of("confidence", REQUIRED, "baseline", REQUIRED, "target", REQUIRED));
    within(Okrs.placed(OBJECTIVE.objective().with(Life.DRAFT)));
    assertThatThrownBy(
            () -> planning.take(WRITER, 34, 2, new Step.Publish(Optional.of(BigDecimal.ONE))))
        .hasMessageContaining("publishObjective");
  }

  @Test
  public void changesNothingOfWhatIsOver() {
    within(Okrs.placed(OBJECTIVE.objective().with(Okrs.ACTIVE.closed(Optional.empty()))));
    assertThatThrownBy(() -> planning.edit(WRITER, 34, 2, draft("New")))
        .hasMessageContaining("notInState");
    assertThatThrownBy(() -> planning.take(WRITER, 34, 2, new Step.Close()))
        .hasMessageContaining("notInState");
    within(OBJECTIVE);
    stored(STORED.with(Okrs.ACTIVE.abandoned("No")));
    assertThatThrownBy(() -> planning.edit(WRITER, 34, 2, draft("New")))
        .hasMessageContaining("notInState");
  }

  @Test
  public void movesAndCopiesBetweenObjectives() {
    Placed other = Okrs.placed(Okrs.objective(13, 3, "Other", "Because", "bert", 1));
    when(objectives.placed(13, ANNA)).thenReturn(Optional.of(other));
    KeyResult moved = planning.move(WRITER, 34, 2, 13);
    assertThat(moved.objectiveId()).isEqualTo(13);
    assertThat(written())
        .extracting(NewChange::field, each -> each.from().orElseThrow())
        .containsExactly(tuple("objective", "O-12"));
    assertThatThrownBy(() -> planning.move(WRITER, 34, 2, 99)).isInstanceOf(Refusal.NotFound.class);

    stored(Okrs.at(STORED, "4", "2026-11-01"));
    planning.duplicate(WRITER, 34, 13);
    ArgumentCaptor<NewKeyResult> copy = ArgumentCaptor.captor();
    verify(objectives).add(eq(13L), copy.capture(), any());
    assertThat(copy.getValue().content()).isEqualTo(STORED.content());
  }

  private List<NewChange> written() {
    ArgumentCaptor<List<NewChange>> history = ArgumentCaptor.captor();
    verify(objectives).change(any(KeyResult.class), any(), history.capture(), any());
    return history.getValue();
  }

  private static Map<String, Message> refused(ThrowingCallable call) {
    return catchThrowableOfType(Refusal.Invalid.class, call).fields();
  }

  @Test
  public void readsAKpiThatThePersonMaySee() {
    KeyResultDraft draft = draft("New").from(Source.KPI).towards(GoalDraft.of("2", "5"));
    planning.add(WRITER, 12, draft.reading(7));
    ArgumentCaptor<NewKeyResult> added = ArgumentCaptor.forClass(NewKeyResult.class);
    verify(objectives).add(eq(12L), added.capture(), any());
    assertThat(added.getValue().content().kpiId()).contains(7L);
    assertThat(refused(() -> planning.add(WRITER, 12, draft))).isEqualTo(Map.of("kpi", REQUIRED));
    assertThat(refused(() -> planning.add(WRITER, 12, draft.reading(8))))
        .isEqualTo(Map.of("kpi", Message.of("bearings.error.notFound", "KPI-8")));
  }

  @Test
  public void keepsAKpiThatThePersonMayNotSeeAndDropsItWithTheSource() {
    KeyResult hidden = STORED.with(STORED.content().reading(8));
    stored(hidden);
    KeyResult renamed = planning.edit(WRITER, 34, STORED.version(), draft("Other"));
    assertThat(renamed.content().kpiId()).contains(8L);
    KeyResult typed =
        planning.edit(WRITER, 34, STORED.version(), draft("Other").from(Source.MANUAL));
    assertThat(typed.content().kpiId()).isEmpty();
  }

  private static KeyResultDraft measuring(String metric) {
    return draft("Fewer blockers").towards(GoalDraft.of("40", "5")).measuring(metric);
  }

  @Test
  public void aMetricIsAskedForAndBegunWithTheObjective() {
    Message wrong = Message.of("bearings.formula.unknown", "cuont");
    when(metrics.problem(eq(ANNA), any(), eq(Optional.empty())))
        .thenAnswer(
            call ->
                call.<KeyResultContent>getArgument(1)
                    .metric()
                    .filter("cuont()"::equals)
                    .map(any -> wrong));
    assertThatThrownBy(() -> planning.add(WRITER, 12, measuring("cuont()")))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            it -> assertThat(it.fields()).isEqualTo(Map.of("metric", wrong)));
    assertThatThrownBy(() -> planning.add(WRITER, 12, measuring("  ")))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            it -> assertThat(it.fields()).isEqualTo(Map.of("metric", REQUIRED)));
    verify(metrics, never()).begin(anyLong());

    planning.add(WRITER, 12, measuring(" count(open) "));
    ArgumentCaptor<NewKeyResult> added = ArgumentCaptor.forClass(NewKeyResult.class);
    verify(objectives).add(eq(12L), added.capture(), any());
    assertThat(added.getValue().content().metric()).contains("count(open)");
    assertThat(added.getValue().content().nature()).isEqualTo(Nature.OUTCOME);
    verify(metrics).begin(12);
  }

  @Test
  public void whatReadsNoMetricBeginsNone() {
    planning.add(WRITER, 12, draft("Typed in"));
    verify(metrics, never()).begin(anyLong());
  }

  @Test
  public void anotherMetricIsRememberedAndAnotherSourceForgetsIt() {
    KeyResult reads =
        STORED.with(Okrs.manual("Conversion", "2", "5").measuring("count(\"a\", open)"));
    stored(reads);
    KeyResultDraft other =
        draft("Conversion").measuring("count(\"b\", open)").because("Asked too much");
    KeyResult changed = planning.edit(WRITER, 34, 2, other);
    assertThat(changed.content().metric()).contains("count(\"b\", open)");
    verify(metrics).problem(ANNA, changed.content(), Optional.of(reads.content()));
    ArgumentCaptor<List<NewChange>> history = ArgumentCaptor.captor();
    verify(objectives).change(any(KeyResult.class), any(), history.capture(), any());
    assertThat(history.getValue())
        .extracting(NewChange::field, NewChange::from, NewChange::to)
        .containsExactly(
            tuple("metric", Optional.of("count(\"a\", open)"), Optional.of("count(\"b\", open)")));
    KeyResult typed = planning.edit(WRITER, 34, 2, draft("Conversion").from(Source.MANUAL));
    assertThat(typed.content().metric()).isEmpty();
  }
}
