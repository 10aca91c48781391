package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class CheckInDraftTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final Window CYCLE =
      new Window(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-12-31"));

  @Test
  public void acceptsAValueWithConfidenceAndWords() {
    CheckInDraft draft =
        new CheckInDraft(
            Optional.of(new BigDecimal("12.5")),
            Optional.of(new BigDecimal("7.0")),
            Optional.empty(),
            new Words(" a ", "b", "", "\uD83D\uDE80"),
            Optional.of(3L));
    assertThat(draft.problems(keyResult(Source.MANUAL, Measure.NUMBER), Optional.of(CYCLE), TODAY))
        .isEmpty();
    assertThat(draft.accepted(34, TODAY, Tag.MANUAL))
        .isEqualTo(
            new NewCheckIn(
                34,
                Optional.of(new BigDecimal("12.5")),
                7,
                TODAY,
                new Words("a", "b", "", "\uD83D\uDE80"),
                Optional.of(3L),
                Tag.MANUAL));
  }

  @Test
  public void asksForConfidence() {
    assertThat(problems(confidence(null)))
        .containsExactly(Map.entry("confidence", Message.of("bearings.error.required")));
    for (String wrong : new String[] {"-1", "11", "7.5", "1e308", "1e-9"}) {
      assertThat(problems(confidence(wrong)))
          .as(wrong)
          .containsExactly(Map.entry("confidence", Message.of("bearings.error.confidence")));
    }
    for (String right : new String[] {"0", "10", "1e1"}) {
      assertThat(problems(confidence(right))).as(right).isEmpty();
    }
  }

  private static CheckInDraft confidence(String confidence) {
    return new CheckInDraft(
        Optional.empty(),
        Optional.ofNullable(confidence).map(BigDecimal::new),
        Optional.empty(),
        Words.NONE,
        Optional.empty());
  }

  @Test
  public void refusesAValueThatItsMeasureCannotHave() {
    Measure rating =
        new Measure(Measure.Kind.RATING, Optional.of(BigDecimal.valueOf(5)), Optional.empty());
    assertThat(valueProblem(Source.MANUAL, rating, "6")).isPresent();
    assertThat(valueProblem(Source.MANUAL, rating, "4.5")).isEmpty();
    assertThat(valueProblem(Source.MAINTAIN, Measure.NUMBER, "-3")).isEmpty();
    assertThat(valueProblem(Source.MANUAL, Measure.NUMBER, "1e308")).isPresent();
    assertThat(valueProblem(Source.MANUAL, Measure.NUMBER, "1e-999999999")).isPresent();
    assertThat(valueProblem(Source.MANUAL, Measure.NUMBER, "1e999999999")).isPresent();
  }

  @Test
  public void takesZeroOrOneWhereSomethingIsDoneOrNot() {
    assertThat(valueProblem(Source.BINARY, Measure.NUMBER, "0")).isEmpty();
    assertThat(valueProblem(Source.BINARY, Measure.NUMBER, "1.0")).isEmpty();
    assertThat(valueProblem(Source.BINARY, Measure.NUMBER, "0.5"))
        .contains(Message.of("bearings.error.notBinary"));
  }

  @Test
  public void takesNoValueWhereTheSourceHasItsOwn() {
    for (Source source :
        new Source[] {
          Source.KPI, Source.JQL, Source.ISSUES, Source.ALIGNED, Source.CONNECTOR, Source.EVIDENCE
        }) {
      assertThat(valueProblem(source, Measure.NUMBER, "1"))
          .contains(Message.of("bearings.error.valueOfItsOwn", source.text()));
    }
  }

  private static Optional<Message> valueProblem(Source source, Measure measure, String value) {
    CheckInDraft draft =
        new CheckInDraft(
            Optional.of(new BigDecimal(value)),
            Optional.of(BigDecimal.ONE),
            Optional.empty(),
            Words.NONE,
            Optional.empty());
    return Optional.ofNullable(
        draft.problems(keyResult(source, measure), Optional.of(CYCLE), TODAY).get("value"));
  }

  @Test
  public void takesADayOfTheCycleThatHasBegun() {
    Message outside = Message.of("bearings.error.notInCycle", "2026-10-01", "2026-12-31");
    assertThat(problems(on("2026-09-30"))).containsExactly(Map.entry("on", outside));
    assertThat(problems(on("2026-10-01"))).isEmpty();
    assertThat(problems(on("2026-11-22"))).isEmpty();
    assertThat(problems(on("2026-11-23")))
        .containsExactly(Map.entry("on", Message.of("bearings.error.inTheFuture", "2026-11-22")));
    assertThat(on("2025-01-01").problems(number(), Optional.empty(), TODAY)).isEmpty();
  }

  @Test
  public void afterTheCycleTheDayHasToBeNamed() {
    LocalDate later = LocalDate.parse("2027-01-08");
    Message outside = Message.of("bearings.error.notInCycle", "2026-10-01", "2026-12-31");
    assertThat(confidence("5").problems(number(), Optional.of(CYCLE), later))
        .containsExactly(Map.entry("on", outside));
    assertThat(on("2026-12-31").problems(number(), Optional.of(CYCLE), later)).isEmpty();
  }

  private static CheckInDraft on(String day) {
    return new CheckInDraft(
        Optional.empty(),
        Optional.of(BigDecimal.ONE),
        Optional.of(LocalDate.parse(day)),
        Words.NONE,
        Optional.empty());
  }

  @Test
  public void namesEachTextThatIsTooLong() {
    String paste = "x".repeat(2_000_000);
    CheckInDraft draft =
        new CheckInDraft(
            Optional.empty(),
            Optional.of(BigDecimal.ONE),
            Optional.empty(),
            new Words(paste, paste, "a\u0000", paste),
            Optional.empty());
    Message tooLong = Message.of("bearings.error.tooLong", 5_000, 2_000_000);
    assertThat(problems(draft))
        .containsOnly(
            Map.entry("comment", tooLong),
            Map.entry("plans", tooLong),
            Map.entry("progress", Message.of("bearings.error.character")),
            Map.entry("problems", tooLong));
  }

  private static Map<String, Message> problems(CheckInDraft draft) {
    return draft.problems(number(), Optional.of(CYCLE), TODAY);
  }

  private static KeyResult number() {
    return keyResult(Source.MANUAL, Measure.NUMBER);
  }

  static KeyResult keyResult(Source source, Measure measure) {
    return new KeyResult(
        34,
        12,
        new KeyResultContent(
            "Fewer alarms",
            "bert",
            source,
            source.usualNature(),
            measure,
            Goal.of(BigDecimal.ZERO, BigDecimal.TEN),
            BigDecimal.ONE,
            WeightBy.ISSUES),
        Life.DRAFT.published(Optional.of(5), Instant.EPOCH, LocalDate.EPOCH),
        Recorded.NOTHING,
        false,
        1);
  }
}
