package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Aligning aligning =
      new Aligning(
          new Plans(objectives, standpoints, mock(Cycles.class)),
          objectives,
          alignments,
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
    return new Aligning.Draft(kind, objectiveId, keyResultId, Optional.empty());
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
                    Optional.of(new BigDecimal("-1")))))
        .containsKey("weight");
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
}
