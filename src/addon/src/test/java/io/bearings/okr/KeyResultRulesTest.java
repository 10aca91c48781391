package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Test;

public class KeyResultRulesTest {
  private static final Message REQUIRED = Message.of("bearings.error.required");
  private static final Optional<Window> CYCLE = Optional.of(Okrs.QUARTER.days());

  private static Map<String, Message> problems(KeyResultContent content) {
    return KeyResultRules.problems(content, CYCLE, true);
  }

  private static KeyResultContent with(KeyResultContent content, Measure measure) {
    return new KeyResultContent(
        content.title(),
        content.ownerKey(),
        content.source(),
        content.nature(),
        measure,
        content.goal(),
        content.weight(),
        content.weightBy());
  }

  private static KeyResultContent with(Source source, Goal goal) {
    return new KeyResultContent(
        "K",
        "anna",
        source,
        source.usualNature(),
        Measure.NUMBER,
        goal,
        BigDecimal.ONE,
        WeightBy.ISSUES);
  }

  private static Goal goal(Optional<LocalDate> due, Milestone... checkpoints) {
    return new Goal(
        Optional.of(BigDecimal.ZERO),
        Optional.of(BigDecimal.TEN),
        Optional.empty(),
        Goal.Marks.NONE,
        due,
        0,
        List.of(checkpoints));
  }

  private static Goal only(Optional<BigDecimal> baseline, Optional<BigDecimal> target) {
    return new Goal(
        baseline, target, Optional.empty(), Goal.Marks.NONE, Optional.empty(), 0, List.of());
  }

  private static Milestone milestone(String on, String value) {
    return new Milestone(LocalDate.parse(on), new BigDecimal(value));
  }

  @Test
  public void acceptsRisingAndFallingNumbers() {
    assertThat(problems(Okrs.manual("K", "2.3", "5"))).isEmpty();
    assertThat(problems(Okrs.manual("K", "15", "-3"))).isEmpty();
  }

  @Test
  public void refusesAWayOfNoLength() {
    assertThat(problems(Okrs.manual("K", "5", "5.0")))
        .isEqualTo(Map.of("target", Message.of("bearings.error.baselineEqualsTarget", "5.0")));
  }

  @Test
  public void asksForBaselineAndTargetOnceItIsWorkedOn() {
    KeyResultContent open = with(Source.MANUAL, Goal.NONE);
    assertThat(problems(open)).isEqualTo(Map.of("baseline", REQUIRED, "target", REQUIRED));
    assertThat(KeyResultRules.problems(open, CYCLE, false)).isEmpty();
  }

  @Test
  public void refusesNumbersThatNoMeasureTakes() {
    assertThat(problems(Okrs.manual("K", "0", "1e308")))
        .isEqualTo(Map.of("target", Message.of("bearings.error.tooLarge", Measure.LIMIT)));
    assertThat(problems(Okrs.manual("K", "-1e999999", "1")))
        .isEqualTo(Map.of("baseline", Message.of("bearings.error.tooLarge", Measure.LIMIT)));
    assertThat(problems(Okrs.manual("K", "0.1234567", "1")))
        .isEqualTo(Map.of("baseline", Message.of("bearings.error.decimals", 6)));
  }

  @Test
  public void refusesValuesThatTheMeasureDoesNotHave() {
    Measure percent = new Measure(Measure.Kind.PERCENT, Optional.empty(), Optional.empty());
    assertThat(problems(with(Okrs.manual("K", "20", "120"), percent)))
        .isEqualTo(Map.of("target", Message.of("bearings.error.outsideMeasure", "0", "100")));
    Measure over =
        new Measure(Measure.Kind.PERCENT, Optional.of(new BigDecimal("200")), Optional.empty());
    assertThat(problems(with(Okrs.manual("K", "20", "120"), over))).isEmpty();
    Measure rating =
        new Measure(Measure.Kind.RATING, Optional.of(new BigDecimal("5")), Optional.empty());
    assertThat(problems(with(Okrs.manual("K", "3", "5.1"), rating)))
        .isEqualTo(Map.of("target", Message.of("bearings.error.outsideMeasure", "0", "5")));
    Measure hours = new Measure(Measure.Kind.DURATION, Optional.empty(), Optional.empty());
    assertThat(problems(with(Okrs.manual("K", "20", "-1"), hours)))
        .isEqualTo(Map.of("target", Message.of("bearings.error.negative")));
  }

  @Test
  public void asksForWhatAMeasureNeeds() {
    Measure rating = new Measure(Measure.Kind.RATING, Optional.empty(), Optional.empty());
    assertThat(rating.problems()).isEqualTo(Map.of("measure.of", REQUIRED));
    assertThat(
            new Measure(Measure.Kind.RATING, Optional.of(BigDecimal.ZERO), Optional.empty())
                .problems())
        .isEqualTo(Map.of("measure.of", Message.of("bearings.error.notPositive")));
    assertThat(
            new Measure(Measure.Kind.POINTS, Optional.of(BigDecimal.ONE), Optional.of("EUR"))
                .problems())
        .isEqualTo(
            Map.of(
                "measure.of",
                    Message.of(
                        "bearings.error.notForMeasure", Message.of("bearings.measure.points")),
                "measure.currency",
                    Message.of(
                        "bearings.error.notForMeasure", Message.of("bearings.measure.points"))));
    assertThat(new Measure(Measure.Kind.CURRENCY, Optional.empty(), Optional.of("eur")).problems())
        .isEqualTo(Map.of("measure.currency", Message.of("bearings.error.noCurrency")));
    assertThat(new Measure(Measure.Kind.CURRENCY, Optional.empty(), Optional.of("EUR")).problems())
        .isEmpty();
  }

  @Test
  public void asksForBoundsOfWhatIsMaintained() {
    assertThat(problems(with(Source.MAINTAIN, Goal.NONE)))
        .isEqualTo(Map.of("bounds.low", Message.of("bearings.error.noBound")));
    Goal bounded =
        new Goal(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Bounds(Optional.of(BigDecimal.ONE), Optional.empty())),
            Goal.Marks.NONE,
            Optional.empty(),
            0,
            List.of());
    assertThat(problems(with(Source.MAINTAIN, bounded))).isEmpty();
  }

  @Test
  public void refusesNumbersThatTheSourceDoesNotHave() {
    assertThat(
            problems(
                with(
                    Source.ISSUES,
                    only(Optional.of(BigDecimal.ONE), Optional.of(new BigDecimal("0.5"))))))
        .isEqualTo(
            Map.of(
                "target", Message.of("bearings.error.noCount"),
                "baseline", Message.of("bearings.error.notZero")));
    assertThat(
            problems(
                with(
                    Source.BINARY, only(Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.TEN)))))
        .isEqualTo(
            Map.of(
                "target", Message.of("bearings.error.notBinary"),
                "baseline", Message.of("bearings.error.notBinary")));
    assertThat(problems(with(Source.ALIGNED, only(Optional.empty(), Optional.of(BigDecimal.ONE)))))
        .isEqualTo(Map.of("target", Message.of("bearings.error.noTarget")));
    assertThat(problems(with(Source.ISSUES, only(Optional.empty(), Optional.of(BigDecimal.TEN)))))
        .isEmpty();
  }

  @Test
  public void refusesADueDateOutsideTheCycle() {
    Message outside = Message.of("bearings.error.dueOutsideCycle", "2026-10-01", "2026-12-31");
    for (String day : List.of("2026-09-30", "2027-01-01")) {
      assertThat(problems(with(Source.MANUAL, goal(Optional.of(LocalDate.parse(day))))))
          .isEqualTo(Map.of("due", outside));
    }
    assertThat(problems(with(Source.MANUAL, goal(Optional.of(LocalDate.parse("2026-12-31"))))))
        .isEmpty();
    assertThat(
            KeyResultRules.problems(
                with(Source.MANUAL, goal(Optional.of(LocalDate.of(12345, 1, 1)))),
                Optional.empty(),
                true))
        .isEqualTo(Map.of("due", Message.of("bearings.error.noDay")));
  }

  @Test
  public void refusesCheckpointsThatAreNotOnTheWay() {
    assertThat(
            problems(
                with(
                    Source.MANUAL,
                    goal(
                        Optional.of(LocalDate.parse("2026-12-01")),
                        milestone("2026-10-15", "2"),
                        milestone("2026-11-15", "7")))))
        .isEmpty();
    assertThat(
            problems(
                with(
                    Source.MANUAL,
                    goal(
                        Optional.of(LocalDate.parse("2026-12-01")),
                        milestone("2026-11-15", "2"),
                        milestone("2026-10-15", "7"),
                        milestone("2026-12-01", "8")))))
        .isEqualTo(
            Map.of(
                "checkpoints[1].on", Message.of("bearings.error.notInOrder"),
                "checkpoints[2].on", Message.of("bearings.error.outsideWindow")));
    assertThat(
            problems(with(Source.MANUAL, goal(Optional.empty(), milestone("2026-09-30", "2e15")))))
        .containsOnlyKeys("checkpoints[0].on", "checkpoints[0].value");
  }

  @Test
  public void boundsTheCheckpoints() {
    Milestone[] many =
        IntStream.rangeClosed(1, 13)
            .mapToObj(i -> milestone("2026-10-%02d".formatted(i + 1), "1"))
            .toArray(Milestone[]::new);
    assertThat(problems(with(Source.MANUAL, goal(Optional.empty(), many))))
        .isEqualTo(Map.of("checkpoints", Message.of("bearings.error.tooMany", 12)));
    Goal withoutWay =
        new Goal(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Goal.Marks.NONE,
            Optional.empty(),
            0,
            List.of(milestone("2026-10-15", "2")));
    assertThat(KeyResultRules.problems(with(Source.MANUAL, withoutWay), CYCLE, false))
        .isEqualTo(Map.of("checkpoints", Message.of("bearings.error.checkpointsNeedWay")));
  }

  @Test
  public void boundsTheLag() {
    assertThat(KeyResultRules.lagProblem(BigDecimal.TEN)).isEmpty();
    assertThat(KeyResultRules.lagProblem(new BigDecimal("-1")))
        .contains(Message.of("bearings.error.negative"));
    assertThat(KeyResultRules.lagProblem(new BigDecimal("1e308")))
        .contains(Message.of("bearings.error.tooLarge", 104));
    assertThat(KeyResultRules.lagProblem(new BigDecimal("1.5")))
        .contains(Message.of("bearings.error.notWhole"));
  }

  @Test
  public void namesTitlesAndWeightsThatCannotBe() {
    assertThat(problems(weighing("-0.1")))
        .isEqualTo(Map.of("weight", Message.of("bearings.error.negative")));
    assertThat(problems(weighing("1000000.000001")))
        .isEqualTo(Map.of("weight", Message.of("bearings.error.tooLarge", Drafts.WEIGHT_LIMIT)));
    assertThat(problems(weighing("0.0000001")))
        .isEqualTo(Map.of("weight", Message.of("bearings.error.decimals", 6)));
    assertThat(problems(weighing("1E+999999999"))).containsKey("weight");
    assertThat(problems(weighing("1.50000000000"))).isEmpty();
    assertThat(problems(KeyResultContent.ofIssues("", "anna", BigDecimal.ONE, WeightBy.POINTS)))
        .isEqualTo(Map.of("title", REQUIRED));
  }

  private static KeyResultContent weighing(String weight) {
    return KeyResultContent.ofIssues("t", "anna", new BigDecimal(weight), WeightBy.ISSUES);
  }

  /** Written out, such a number would be a gigabyte. */
  @Test(timeout = 10_000)
  public void refusesNumbersThatAreTooLargeToBeWrittenOut() {
    BigDecimal huge = new BigDecimal("1e999999999");
    KeyResultContent equal =
        new KeyResultContent(
            "K",
            "anna",
            Source.MANUAL,
            Nature.OUTCOME,
            Measure.NUMBER,
            Goal.of(huge, huge),
            BigDecimal.ONE,
            WeightBy.ISSUES);
    assertThat(KeyResultRules.problems(equal, Optional.empty(), true))
        .containsOnlyKeys("baseline", "target")
        .doesNotContainValue(Message.of("bearings.error.baselineEqualsTarget", "1"));
    KeyResultContent rated =
        new KeyResultContent(
            "K",
            "anna",
            Source.MANUAL,
            Nature.OUTCOME,
            new Measure(Measure.Kind.RATING, Optional.of(huge), Optional.empty()),
            Goal.of(BigDecimal.valueOf(-1), BigDecimal.ONE),
            BigDecimal.ONE,
            WeightBy.ISSUES);
    assertThat(KeyResultRules.problems(rated, Optional.empty(), true))
        .containsOnlyKeys("measure.of");
  }

  @Test
  public void whatReadsAKpiSaysWhichAndNothingElseNamesOne() {
    KeyResultContent reads = with(Source.KPI, Goal.of(BigDecimal.ZERO, BigDecimal.TEN));
    assertThat(problems(reads)).isEqualTo(Map.of("kpi", Message.of("bearings.error.required")));
    assertThat(problems(reads.reading(7))).isEmpty();
    KeyResultContent typed = with(Source.MANUAL, Goal.of(BigDecimal.ZERO, BigDecimal.TEN));
    KeyResultContent names =
        new KeyResultContent(
            typed.title(),
            typed.ownerKey(),
            typed.source(),
            typed.nature(),
            typed.measure(),
            typed.goal(),
            typed.weight(),
            typed.weightBy(),
            true,
            Optional.of(7L));
    assertThat(problems(names)).isEqualTo(Map.of("kpi", Message.of("bearings.error.noKpi")));
  }

  @Test
  public void whatReadsAMetricSaysWhichAndNothingElseStatesOne() {
    KeyResultContent reads = with(Source.JQL, Goal.of(BigDecimal.TEN, BigDecimal.ZERO));
    assertThat(problems(reads)).isEqualTo(Map.of("metric", Message.of("bearings.error.required")));
    assertThat(problems(reads.measuring("count(open)"))).isEmpty();
    KeyResultContent typed = with(Source.MANUAL, Goal.of(BigDecimal.ZERO, BigDecimal.TEN));
    KeyResultContent states =
        new KeyResultContent(
            typed.title(),
            typed.ownerKey(),
            typed.source(),
            typed.nature(),
            typed.measure(),
            typed.goal(),
            typed.weight(),
            typed.weightBy(),
            true,
            Optional.empty(),
            Optional.of("count(open)"));
    assertThat(problems(states)).isEqualTo(Map.of("metric", Message.of("bearings.error.noMetric")));
  }
}
