package io.bearings.okr;

import static io.bearings.okr.Given.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.junit.Test;

public class SourceTest {

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
    var value = Optional.of(day("2026-05-01"));
    var slot = Optional.of(day("2026-05-04"));
    var event = Optional.of(day("2026-05-06"));
    assertThat(Source.MANUAL.judgedOn(value, slot, event)).isEqualTo(value);
    assertThat(Source.MANUAL.judgedOn(Optional.empty(), slot, event)).isEmpty();
    assertThat(Source.ISSUES.judgedOn(value, slot, event)).isEqualTo(event);
    assertThat(Source.ISSUES.judgedOn(value, event, slot)).isEqualTo(event);
    assertThat(Source.ISSUES.judgedOn(value, slot, Optional.empty())).isEqualTo(slot);
    assertThat(Source.ISSUES.judgedOn(value, Optional.empty(), Optional.empty())).isEmpty();
  }
}
