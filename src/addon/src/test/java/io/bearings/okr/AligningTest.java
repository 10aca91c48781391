package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
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
import java.util.function.UnaryOperator;
import org.junit.Before;
import org.junit.Test;

public class AligningTest {
  private static final Person ANNA = new Person("anna");
  private static final Writer WRITER = new Writer(ANNA, Tag.MANUAL);
  private static final Alignment STORED =
      new Alignment(5, Alignment.Kind.CONTRIBUTES, 1, 2, Optional.of(21L), BigDecimal.ONE);

  private final Objectives objectives = mock(Objectives.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final Alignments alignments = mock(Alignments.class);
  private final Scoring scoring = mock(Scoring.class);
  private final Aligning aligning =
      new Aligning(
          new Plans(objectives, standpoints, mock(Cycles.class)),
          objectives,
          alignments,
          scoring,
          Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @Before
  public void threeObjectives() {
    when(standpoints.of(ANNA))
        .thenReturn(Okrs.standpoint(ANNA, Okrs.team(3, "Team", Optional.of("anna"))));
    for (long id : List.of(1L, 2L, 3L)) {
      when(objectives.placed(id, ANNA))
          .thenReturn(Optional.of(Okrs.placed(Okrs.objective(id, 3, "O" + id, "why", "bert", 1))));
    }
    when(objectives.placed(9, ANNA))
        .thenReturn(Optional.of(Okrs.placed(Okrs.objective(9, 8, "Secret", "", "bert", 1))));
    when(objectives.keyResult(21))
        .thenReturn(Optional.of(Okrs.keyResult(21, 2, Okrs.manual("K", "0", "1"), 1)));
    when(alignments.contributions()).thenReturn(List.of());
    when(alignments.add(any(), any(), any())).thenReturn(Optional.of(STORED));
  }

  private static Aligning.Draft draft(
      Alignment.Kind kind, Optional<Long> objectiveId, Optional<Long> keyResultId) {
    return new Aligning.Draft(kind, objectiveId, keyResultId, Optional.empty(), Optional.empty());
  }

  private static Aligning.Draft contribution(long toObjectiveId) {
    return draft(Alignment.Kind.CONTRIBUTES, Optional.of(toObjectiveId), Optional.empty());
  }

  @Test
  public void drawsAnArrowToAKeyResult() {
    Aligning.Draft draft = draft(Alignment.Kind.CONTRIBUTES, Optional.empty(), Optional.of(21L));
    assertThat(aligning.draw(WRITER, 1, draft)).isEqualTo(STORED);
    verify(alignments)
        .add(
            eq(
                new Alignments.NewAlignment(
                    Alignment.Kind.CONTRIBUTES, 1, 2, Optional.of(21L), BigDecimal.ONE)),
            any(),
            any());
  }

  @Test
  public void refusesACircleAndNamesItsPath() {
    when(alignments.contributions())
        .thenReturn(
            List.of(new AlignmentGraph.Contribution(2, 3), new AlignmentGraph.Contribution(3, 1)));
    assertThat(refused(1, contribution(2)))
        .isEqualTo(
            Map.of(
                "toObjectiveId",
                Message.of(
                    "bearings.error.alignmentCircle", "O-1 \u2192 O-2 \u2192 O-3 \u2192 O-1")));
    assertThat(refused(1, contribution(1))).containsKey("toObjectiveId");
    aligning.draw(WRITER, 1, draft(Alignment.Kind.DEPENDS, Optional.of(2L), Optional.empty()));
  }

  @Test
  public void refusesWhatIsNotThereOrCannotBeRead() {
    assertThat(refused(1, contribution(99)))
        .isEqualTo(Map.of("toObjectiveId", Message.of("bearings.error.notFound", "O-99")));
    assertThat(refused(1, contribution(9))).containsKey("toObjectiveId");
    assertThat(refused(1, draft(Alignment.Kind.CONTRIBUTES, Optional.empty(), Optional.of(99L))))
        .isEqualTo(Map.of("toKeyResultId", Message.of("bearings.error.notFound", "KR-99")));
    assertThat(refused(1, draft(Alignment.Kind.CONFLICTS, Optional.empty(), Optional.empty())))
        .isEqualTo(Map.of("toObjectiveId", Message.of("bearings.error.required")));
    assertThat(
            refused(
                1,
                new Aligning.Draft(
                    Alignment.Kind.DEPENDS,
                    Optional.of(2L),
                    Optional.empty(),
                    Optional.of(new BigDecimal("-1")),
                    Optional.of("x".repeat(256)))))
        .containsOnlyKeys("weight", "reason");
    verify(alignments, never()).add(any(), any(), any());
  }

  @Test
  public void refusesTheSameArrowTwice() {
    when(alignments.add(any(), any(), any())).thenReturn(Optional.empty());
    assertThat(refused(1, contribution(2)))
        .isEqualTo(Map.of("toObjectiveId", Message.of("bearings.error.aligned")));
  }

  @Test
  public void asksForTheRightToEditWhereItBegins() {
    when(standpoints.of(ANNA))
        .thenReturn(
            Okrs.standpoint(
                ANNA, Set.of(100L), Set.of(), Okrs.team(3, "Team", Optional.empty(), 100L)));
    when(alignments.alignment(5)).thenReturn(Optional.of(STORED));
    assertThatThrownBy(() -> aligning.draw(WRITER, 1, contribution(2)))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> aligning.remove(WRITER, 5)).isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  public void removesAnArrowOnce() {
    when(alignments.alignment(5)).thenReturn(Optional.of(STORED));
    when(alignments.remove(eq(STORED), any(), any())).thenReturn(true, false);
    aligning.remove(WRITER, 5);
    assertThatThrownBy(() -> aligning.remove(WRITER, 5)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> aligning.remove(WRITER, 99)).isInstanceOf(Refusal.NotFound.class);
  }

  private Map<String, Message> refused(long from, Aligning.Draft draft) {
    return catchThrowableOfType(Refusal.Invalid.class, () -> aligning.draw(WRITER, from, draft))
        .fields();
  }

  /** Objective 2 with its key result 21, which others feed; it was published long ago. */
  private void keyResultIsFed() {
    KeyResultContent content =
        new KeyResultContent(
            "K",
            "bert",
            Source.ALIGNED,
            Nature.OUTCOME,
            Measure.NUMBER,
            Goal.NONE,
            BigDecimal.ONE,
            WeightBy.ISSUES);
    KeyResult fed = Okrs.keyResult(21, 2, content, 1);
    when(objectives.keyResult(21)).thenReturn(Optional.of(fed));
    when(objectives.keyResultsOf(List.of(2L))).thenReturn(List.of(fed));
    when(objectives.objective(2))
        .thenReturn(Optional.of(Okrs.objective(2, 3, "O2", "why", "bert", 1)));
    when(scoring.of(any(), any())).thenReturn(scored("0.5"));
    when(scoring.of(any(), any(), any()))
        .thenAnswer(
            call -> {
              UnaryOperator<List<Arrow>> redrawn = call.getArgument(2);
              arrowsAfter = redrawn.apply(List.of(arrow(STORED)));
              return scored("0.25");
            });
    when(alignments.alignment(5)).thenReturn(Optional.of(STORED));
  }

  private List<Arrow> arrowsAfter = List.of();

  private static Arrow arrow(Alignment alignment) {
    return new Arrow(
        alignment, new Arrow.End(3, Optional.empty(), "O2", Visibility.UNIT_VIEWERS, "bert"));
  }

  private static Scoring.Scored scored(String score) {
    Optional<BigDecimal> value = Optional.of(new BigDecimal(score));
    return new Scoring.Scored(
        new Score(value, Optional.of(BigDecimal.ONE), List.of(), 0), Map.of(21L, value));
  }

  private static NewChange change(
      Optional<String> from, Optional<String> to, Optional<String> reason) {
    return new NewChange(
        2,
        Optional.of(21L),
        "contribution",
        from,
        to,
        reason,
        ScoreChange.CORRECTION,
        Tag.MANUAL,
        new NewChange.Scores(
            Optional.of(new BigDecimal("0.5")),
            Optional.of(new BigDecimal("0.25")),
            Optional.of(new BigDecimal("0.5")),
            Optional.of(new BigDecimal("0.25"))));
  }

  @Test
  public void remembersWhatAnArrowDoesToTheScoreThatItFeeds() {
    keyResultIsFed();
    aligning.draw(
        WRITER,
        3,
        new Aligning.Draft(
            Alignment.Kind.CONTRIBUTES,
            Optional.empty(),
            Optional.of(21L),
            Optional.of(new BigDecimal("2")),
            Optional.of("They help too")));
    verify(alignments)
        .add(
            any(),
            eq(
                List.of(
                    change(
                        Optional.empty(), Optional.of("O-3 = 2"), Optional.of("They help too")))),
            any());
    assertThat(arrowsAfter)
        .extracting(it -> it.alignment().fromId(), it -> it.alignment().weight())
        .containsExactly(tuple(1L, BigDecimal.ONE), tuple(3L, new BigDecimal("2")));
  }

  @Test
  public void remembersWhatItDoesToTheScoreThatAnArrowGoes() {
    keyResultIsFed();
    when(alignments.remove(any(), any(), any())).thenReturn(true);
    aligning.remove(WRITER, 5);
    verify(alignments)
        .remove(
            eq(STORED),
            eq(List.of(change(Optional.of("O-1 = 1"), Optional.empty(), Optional.empty()))),
            any());
    assertThat(arrowsAfter).isEmpty();
  }

  @Test
  public void remembersWhatAnotherWeightDoesToTheScore() {
    keyResultIsFed();
    BigDecimal three = new BigDecimal("3");
    when(alignments.weigh(any(), any(), any(), any()))
        .thenReturn(Optional.of(STORED.weighing(three)));
    assertThat(aligning.weigh(WRITER, 5, three, Optional.of("Most of it")).weight())
        .isEqualTo(three);
    verify(alignments)
        .weigh(
            eq(STORED),
            eq(three),
            eq(
                List.of(
                    change(
                        Optional.of("O-1 = 1"),
                        Optional.of("O-1 = 3"),
                        Optional.of("Most of it")))),
            any());
    assertThat(arrowsAfter).extracting(it -> it.alignment().weight()).containsExactly(three);
  }

  @Test
  public void sayingTheSameWeightAgainIsNoHistory() {
    keyResultIsFed();
    when(alignments.weigh(any(), any(), any(), any())).thenReturn(Optional.of(STORED));
    aligning.weigh(WRITER, 5, new BigDecimal("1.0"), Optional.empty());
    verify(alignments).weigh(eq(STORED), any(), eq(List.of()), any());
  }

  @Test
  public void anArrowThatFeedsNothingIsNoHistory() {
    aligning.draw(WRITER, 1, draft(Alignment.Kind.CONTRIBUTES, Optional.empty(), Optional.of(21L)));
    aligning.draw(WRITER, 1, contribution(3));
    keyResultIsFed();
    aligning.draw(WRITER, 3, draft(Alignment.Kind.DEPENDS, Optional.empty(), Optional.of(21L)));
    verify(alignments, times(3)).add(any(), eq(List.of()), any());
  }

  @Test
  public void refusesAWeightThatIsNone() {
    keyResultIsFed();
    assertThat(
            catchThrowableOfType(
                    Refusal.Invalid.class,
                    () ->
                        aligning.weigh(
                            WRITER, 5, new BigDecimal("-1"), Optional.of("x".repeat(256))))
                .fields())
        .containsOnlyKeys("weight", "reason");
    assertThatThrownBy(() -> aligning.weigh(WRITER, 99, BigDecimal.ONE, Optional.empty()))
        .isInstanceOf(Refusal.NotFound.class);
    when(alignments.weigh(any(), any(), any(), any())).thenReturn(Optional.empty());
    assertThatThrownBy(() -> aligning.weigh(WRITER, 5, BigDecimal.TEN, Optional.empty()))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void refusesToMixShorterCyclesWithTheKeyResultsOwn() {
    keyResultIsFed();
    Placed.Span year =
        new Placed.Span(
            8,
            "2026",
            new Window(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")),
            CycleState.ACTIVE);
    place(2, year);
    place(1, Okrs.QUARTER);
    place(3, year);
    when(alignments.to(List.of(21L))).thenReturn(List.of(arrow(STORED)));
    when(objectives.placed(List.of(1L), ANNA))
        .thenReturn(
            List.of(Okrs.placed(Okrs.objective(1, 3, "O1", "why", "bert", 1), Okrs.QUARTER)));
    Aligning.Draft feeding = draft(Alignment.Kind.CONTRIBUTES, Optional.empty(), Optional.of(21L));
    assertThat(refused(3, feeding))
        .isEqualTo(Map.of("toKeyResultId", Message.of("bearings.error.mixedCycles")));
    place(3, Okrs.QUARTER);
    assertThat(aligning.draw(WRITER, 3, feeding)).isEqualTo(STORED);
  }

  private void place(long id, Placed.Span cycle) {
    when(objectives.placed(id, ANNA))
        .thenReturn(
            Optional.of(Okrs.placed(Okrs.objective(id, 3, "O" + id, "why", "bert", 1), cycle)));
  }
}
