package io.bearings.kpi.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.Test;

public class ReckoningTest {
  private final Map<String, String> values = new TreeMap<>();

  @Test
  public void reckonsInDecimals() {
    equal("0.1 + 0.2", "0.3");
    equal("1 + 2 * 3 - 4 / 8", "6.5");
    equal("(1 + 2) * -3", "-9");
    equal("-2^2", "-4");
    equal("(-2)^2", "4");
    equal("2^-3", "0.125");
    equal("7^0", "1");
    equal("0^0", "1");
    equal("1.1^12", "3.138428376721");
    equal("50%", "0.5");
    equal("min(3, 1, 2) + max(3, 1, 2) * abs(-2)", "7");
    equal("round(2.5) + round(-2.5)", "0");
    equal("round(1 / 3, 3)", "0.333");
    equal("1 / 3 * 3", "0.9999999999999999999999999999999999");
  }

  @Test
  public void usesWhatItIsTold() {
    values.put("velocity", "30");
    values.put("KPI-7", "4.5");
    values.put("hourly_rate", "80");
    values.put("hours(\"type = Bug\")", "12.5");

    equal("velocity / KPI-7", "6.666666666666666666666666666666667");
    equal("hours('type = Bug') * hourly_rate", "1000");
    equal("max(velocity, KPI-7) - velocity", "0");
    equal("round(velocity / 7, 2)", "4.29");
  }

  @Test
  public void asksForEachReferenceOnce() {
    List<Reference> asked = new ArrayList<>();
    Reckoning.of(
        formula("velocity + velocity * KPI-3 - KPI-3"),
        reference -> {
          asked.add(reference);
          return Optional.empty();
        });
    assertThat(asked).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  public void everyInputThatIsMissingIsNamedOnce() {
    values.put("throughput", "3");
    List<Problem> why = why("max(velocity, budget) / throughput + velocity * KPI-3");

    assertThat(why)
        .extracting(problem -> problem.text().key())
        .containsOnly("bearings.formula.noValue");
    assertThat(why)
        .extracting(problem -> problem.text().args().get(0))
        .containsExactly("velocity", "budget", "KPI-3");
    assertThat(why)
        .extracting(Problem::at)
        .containsExactly(new Span(4, 8), new Span(14, 6), new Span(48, 5));
  }

  @Test
  public void whatIsMissingIsMissingEvenTimesNothing() {
    assertThat(why("0 * velocity")).hasSize(1);
    assertThat(why("velocity^0")).hasSize(1);
    assertThat(why("round(-velocity, 1)")).hasSize(1);
    assertThat(why("abs(velocity)")).hasSize(1);
  }

  @Test
  public void dividingByNothingIsNoData() {
    values.put("throughput", "0");
    values.put("velocity", "0.00");
    noData("1 / 0", "dividedByZero", 4, 1);
    noData("velocity / throughput", "dividedByZero", 11, 10);
    noData("1 / (velocity - throughput)", "dividedByZero", 5, 21);
    noData("velocity^-1", "dividedByZero", 0, 8);
    noData("max(1, 1 / velocity)", "dividedByZero", 11, 8);
  }

  @Test
  public void whatIsTooLargeIsNoData() {
    values.put("velocity", "1e18");
    values.put("throughput", "-1e2000000000");
    values.put("budget", "999999999999999999");
    noData("velocity", "tooLarge", 0, 8);
    noData("throughput + 1", "tooLarge", 0, 10);
    noData("1 / (budget * 2)", "tooLarge", 5, 10);
    noData("(10^12)^12", "tooLarge", 0, 10);
    noData("1 / 1e-29", "tooLarge", 0, 9);
    equal("budget", "999999999999999999");
  }

  @Test
  public void whatIsTooSmallIsNothing() {
    values.put("velocity", "1e-2000000000");
    equal("velocity", "0");
    equal("velocity + 1", "1");
    equal("1e-15^12", "0");
    noData("1 / (1e-15^12)", "dividedByZero", 5, 8);
  }

  @Test
  public void bombsAreHarmless() {
    String text = "9^9";
    for (int i = 0; i < Limits.NESTING; i++) {
      text = "(" + text + ")^12";
    }
    noData(text, "tooLarge", 29, 8);
    String small = "0.1";
    for (int i = 0; i < Limits.NESTING; i++) {
      small = "(" + small + ")^12";
    }
    equal(small, "0");
    equal("round(1.0000000001" + "*1.0000000001".repeat(240) + ", 10)", "1.0000000241");
  }

  private void noData(String text, String what, int offset, int length) {
    List<Problem> why = why(text);
    assertThat(why).as(text).hasSize(1);
    assertThat(why.get(0).text().key()).as(text).isEqualTo("bearings.formula." + what);
    assertThat(why.get(0).at()).as(text).isEqualTo(new Span(offset, length));
  }

  private void equal(String text, String expected) {
    Outcome outcome = outcome(text);
    assertThat(outcome).as(text).isInstanceOf(Outcome.Value.class);
    assertThat(((Outcome.Value) outcome).value()).as(text).isEqualByComparingTo(expected);
  }

  private List<Problem> why(String text) {
    Outcome outcome = outcome(text);
    assertThat(outcome).as(text).isInstanceOf(Outcome.NoData.class);
    return ((Outcome.NoData) outcome).why();
  }

  private Outcome outcome(String text) {
    return Reckoning.of(
        formula(text),
        reference -> Optional.ofNullable(values.get(Printed.of(reference))).map(BigDecimal::new));
  }

  private static Formula formula(String text) {
    Reading reading = Formula.read(text);
    assertThat(reading.problems()).as(text).isEmpty();
    return reading.formula().orElseThrow();
  }
}
