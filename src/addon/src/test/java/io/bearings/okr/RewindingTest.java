package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class RewindingTest {
  private static final Instant WHEN = Instant.parse("2026-11-02T09:00:00Z");
  private static final Life LIFE =
      Life.DRAFT.published(Optional.of(7), WHEN, LocalDate.parse("2026-10-01"));

  @Test
  public void takesBackEveryFieldThatMovesAScore() {
    KeyResult then = keyResult(rich());
    KeyResult now =
        keyResult(
            new KeyResultContent(
                "Title",
                "anna",
                Source.MAINTAIN,
                Nature.OUTCOME,
                Measure.NUMBER,
                new Goal(
                    Optional.of(BigDecimal.ONE),
                    Optional.empty(),
                    Optional.of(new Bounds(Optional.of(BigDecimal.TEN), Optional.empty())),
                    Goal.Marks.NONE,
                    Optional.empty(),
                    0,
                    List.of()),
                new BigDecimal("3"),
                WeightBy.ISSUES,
                true));

    List<Change> changes = changes(then, now);

    assertThat(changes).hasSizeGreaterThan(9);
    assertThat(Rewinding.before(now, changes, field -> true)).isEqualTo(then);
    assertThat(Rewinding.before(now, changes, Rewinding::isAboutLife)).isEqualTo(now);
  }

  @Test
  public void theFirstOfSeveralChangesSaysWhatWas() {
    KeyResult now = keyResult(rich());
    List<Change> changes = List.of(change(8, 7L, "weight", "2"), change(5, 7L, "weight", "1"));

    assertThat(Rewinding.before(now, changes, field -> true).weight()).isEqualByComparingTo("1");
  }

  @Test
  public void changesOfOthersDoNoHarm() {
    KeyResult now = keyResult(rich());

    assertThat(Rewinding.before(now, List.of(change(8, 6L, "weight", "2")), field -> true))
        .isEqualTo(now);
    assertThat(
            Rewinding.before(
                objective(), List.of(change(8, 7L, "archived", "true")), field -> true))
        .isEqualTo(objective());
  }

  @Test
  public void aTextThatWasCutStaysAsItIsNow() {
    KeyResult now = keyResult(rich());

    assertThat(
            Rewinding.before(
                now,
                List.of(change(8, 7L, "checkpoints", "2026-10-30 = 12, 2026-1\u2026")),
                field -> true))
        .isEqualTo(now);
  }

  @Test
  public void aLifeGoesBackToWhereItWas() {
    KeyResult closed = keyResult(rich()).with(LIFE.closed(Optional.of(BigDecimal.ONE)));

    assertThat(state(closed, "ACTIVE").life()).isEqualTo(LIFE);
    assertThat(state(closed, "DRAFT").life()).isEqualTo(Life.DRAFT);
    assertThat(state(keyResult(rich()), "ABANDONED").isAbandoned()).isTrue();
    assertThat(state(keyResult(rich()), "CLOSED").state()).isEqualTo(ObjectiveState.CLOSED);
  }

  @Test
  public void takesBackWhatChangedAboutAnObjective() {
    Objective committed =
        Rewinding.before(
            objective(),
            List.of(
                objectiveChange(1, "kind", "COMMITTED"),
                objectiveChange(2, "archived", "true"),
                objectiveChange(3, "state", "DRAFT")),
            field -> true);

    assertThat(committed.kind()).isEqualTo(ObjectiveKind.COMMITTED);
    assertThat(committed.archived()).isTrue();
    assertThat(committed.state()).isEqualTo(ObjectiveState.DRAFT);
  }

  private static KeyResult state(KeyResult now, String before) {
    return Rewinding.before(now, List.of(change(8, 7L, "state", before)), Rewinding::isAboutLife);
  }

  /** The changes that would be remembered between two contents. */
  private static List<Change> changes(KeyResult then, KeyResult now) {
    Map<String, Optional<String>> before = Fields.of(then);
    Map<String, Optional<String>> after = Fields.of(now);
    List<Change> changes = new ArrayList<>();
    for (String field : Fields.differing(before, after)) {
      assertThat(Fields.isMoving(field)).as(field).isTrue();
      changes.add(change(changes.size(), Optional.of(7L), field, before.get(field)));
    }
    return changes;
  }

  private static Change objectiveChange(long id, String field, String from) {
    return change(id, Optional.empty(), field, Optional.of(from));
  }

  private static Change change(long id, Long keyResultId, String field, String from) {
    return change(id, Optional.of(keyResultId), field, Optional.of(from));
  }

  private static Change change(
      long id, Optional<Long> keyResultId, String field, Optional<String> from) {
    return new Change(
        id,
        new NewChange(
            3,
            keyResultId,
            field,
            from,
            Optional.empty(),
            Optional.empty(),
            ScoreChange.values()[0],
            Tag.MANUAL,
            new NewChange.Scores(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
        "anna",
        WHEN,
        Optional.empty());
  }

  private static Objective objective() {
    return new Objective(
        3, 2, Optional.empty(), ObjectiveContent.of("Title", "Why", "anna"), LIFE, false, 1);
  }

  private static KeyResult keyResult(KeyResultContent content) {
    return new KeyResult(7, 3, content, LIFE, Recorded.NOTHING, false, 1);
  }

  private static KeyResultContent rich() {
    return new KeyResultContent(
        "Title",
        "anna",
        Source.MANUAL,
        Nature.OUTCOME,
        Measure.NUMBER,
        new Goal(
            Optional.of(new BigDecimal("12.5")),
            Optional.of(new BigDecimal("40")),
            Optional.empty(),
            Goal.Marks.NONE,
            Optional.of(LocalDate.parse("2026-12-01")),
            2,
            List.of(
                new Milestone(LocalDate.parse("2026-10-30"), new BigDecimal("20")),
                new Milestone(LocalDate.parse("2026-11-30"), new BigDecimal("30.5")))),
        BigDecimal.ONE,
        WeightBy.POINTS,
        false);
  }
}
