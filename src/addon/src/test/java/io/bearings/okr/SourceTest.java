package io.bearings.okr;

import static io.bearings.okr.Given.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.junit.Test;

public class SourceTest {
  private static final Window WINDOW = Given.window("2026-04-06", "2026-06-12");
  private static final Optional<LocalDate> NONE = Optional.empty();
  private static final Optional<LocalDate> VALUE = Optional.of(day("2026-05-01"));
  private static final Optional<LocalDate> SLOT = Optional.of(day("2026-05-04"));
  private static final Optional<LocalDate> EVENT = Optional.of(day("2026-05-06"));

  @Test
  public void readsItselfWhereNobodyEntersAValue() {
    assertThat(Arrays.stream(Source.values()).filter(Source::readsItself))
        .containsExactly(Source.KPI, Source.JQL, Source.ISSUES, Source.MAINTAIN, Source.ALIGNED);
  }

  @Test
  public void isOutputWhereWorkIsCounted() {
    assertThat(Arrays.stream(Source.values()).filter(it -> it.usualNature() == Nature.OUTPUT))
        .containsExactly(Source.ISSUES, Source.BINARY);
  }

  @Test
  public void weighsNothingWhereItGuards() {
    for (Source source : Source.values()) {
      boolean guards = source == Source.MAINTAIN;
      assertThat(source.usualWeight())
          .as(source.name())
          .isEqualByComparingTo(guards ? BigDecimal.ZERO : BigDecimal.ONE);
      assertThat(source.successLevel(ObjectiveKind.ASPIRATIONAL))
          .isEqualByComparingTo(guards ? "1" : "0.7");
      assertThat(source.successLevel(ObjectiveKind.COMMITTED)).isEqualByComparingTo("1");
    }
  }

  @Test
  public void isJudgedByItsLastValueOrByTheLaterOfSlotAndEvent() {
    assertThat(judged(Source.MANUAL, "2026-05-20", VALUE, SLOT, EVENT)).isEqualTo(VALUE);
    assertThat(judged(Source.MANUAL, "2026-07-20", NONE, SLOT, EVENT)).isEmpty();
    assertThat(judged(Source.CONNECTOR, "2026-07-20", VALUE, SLOT, EVENT)).isEqualTo(VALUE);
    assertThat(judged(Source.ISSUES, "2026-05-20", VALUE, SLOT, EVENT)).isEqualTo(EVENT);
    assertThat(judged(Source.ISSUES, "2026-05-20", VALUE, EVENT, SLOT)).isEqualTo(EVENT);
    assertThat(judged(Source.ISSUES, "2026-05-20", NONE, SLOT, NONE)).isEqualTo(SLOT);
  }

  @Test
  public void isJudgedOnTheDueDateWhereItReadsItself() {
    Optional<LocalDate> due = Optional.of(WINDOW.last());
    assertThat(judged(Source.MAINTAIN, "2026-06-12", NONE, SLOT, EVENT)).isEqualTo(due);
    assertThat(judged(Source.MAINTAIN, "2026-06-11", NONE, SLOT, EVENT)).isEqualTo(EVENT);
    Optional<LocalDate> late = Optional.of(day("2026-06-15"));
    assertThat(judged(Source.MAINTAIN, "2026-06-20", NONE, SLOT, late)).isEqualTo(late);
  }

  @Test
  public void isJudgedOnTheFirstDayBeforeThereIsAnyOther() {
    Optional<LocalDate> first = Optional.of(WINDOW.first());
    assertThat(judged(Source.ISSUES, "2026-05-20", NONE, NONE, NONE)).isEqualTo(first);
    assertThat(judged(Source.EVIDENCE, "2026-05-20", NONE, SLOT, EVENT)).isEqualTo(first);
    assertThat(judged(Source.EVIDENCE, "2026-05-20", VALUE, SLOT, EVENT)).isEqualTo(VALUE);
  }

  private static Optional<LocalDate> judged(
      Source source,
      String asked,
      Optional<LocalDate> value,
      Optional<LocalDate> slot,
      Optional<LocalDate> event) {
    return source.judgedOn(WINDOW, day(asked), value, slot, event);
  }
}
