package io.bearings.kpi.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.formula.Known.KnownField;
import io.bearings.kpi.formula.Known.KnownKpi;
import io.bearings.kpi.formula.Quantity.Base;
import io.bearings.okr.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class CheckingTest {
  private static final Measure PERCENT = measure(Measure.Kind.PERCENT);
  private static final Measure CURRENCY =
      new Measure(Measure.Kind.CURRENCY, Optional.empty(), Optional.of("EUR"));
  private static final Measure DURATION = measure(Measure.Kind.DURATION);
  private static final Measure POINTS = measure(Measure.Kind.POINTS);

  private final Known known =
      Known.of(
          List.of(
              new KnownField("customfield_1", "Story Points", Quantity.of(Base.POINTS)),
              new KnownField("timespent", "Time spent", Quantity.of(Base.HOURS)),
              new KnownField("customfield_2", "Value", Quantity.UNDECLARED),
              new KnownField("customfield_3", "timespent", Quantity.NONE)),
          List.of(
              new KnownKpi(3, "Happiness", Quantity.UNDECLARED),
              new KnownKpi(4, "Spent", Quantity.of(CURRENCY)),
              new KnownKpi(5, "Uptime", Quantity.of(PERCENT))));

  @Test
  public void daysPerPointAreNoPercentage() {
    refused("schedule_delay / velocity", PERCENT, "notInMeasure", 0, 25);
    assertThat(Checking.problems(formula("schedule_delay / velocity"), known, PERCENT))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.text().args()).containsExactly("days per points");
              assertThat(problem.expected().orElseThrow().key())
                  .isEqualTo("bearings.formula.expected.inMeasure.PERCENT");
            });
    refused("count('x')", PERCENT, "notInMeasure", 0, 10);
    refused("count('x') / velocity", PERCENT, "notInMeasure", 0, 21);
    accepted("count('x') / throughput", PERCENT);
    accepted("say_do", PERCENT);
    accepted("1 - share('x', of 'y')", PERCENT);
    accepted("cost('x') / budget", PERCENT);
    accepted("KPI-5 * 2", PERCENT);
  }

  @Test
  public void daysAndPointsCannotBeAdded() {
    refused("1 + (schedule_delay + velocity)", Measure.NUMBER, "notTogether", 5, 25);
    refused("schedule_delay - velocity", Measure.NUMBER, "notTogether", 0, 25);
    refused("max(schedule_delay, 3, velocity)", Measure.NUMBER, "notTogether", 0, 32);
    refused("lead_time + lead_time(days)", Measure.NUMBER, "notTogether", 0, 27);
    refused("count('x') + velocity", Measure.NUMBER, "notTogether", 0, 21);
    refused("velocity^2 + velocity", Measure.NUMBER, "notTogether", 0, 21);
    assertThat(Checking.problems(formula("schedule_delay + velocity"), known, Measure.NUMBER))
        .singleElement()
        .satisfies(problem -> assertThat(problem.text().args()).containsExactly("days", "points"));
  }

  @Test
  public void plainNumbersFitEverything() {
    accepted("velocity + 3", POINTS);
    accepted("-(3 - velocity)", POINTS);
    accepted("velocity * 1.2 - commitment / 2", POINTS);
    accepted("max(velocity, 0)", POINTS);
    accepted("round(velocity + say_do, 1)", POINTS);
    accepted("17", DURATION);
    accepted("say_do", CURRENCY);
  }

  @Test
  public void howManyThereAreDoesNotChangeWhatItIs() {
    accepted("cost('x') / count('x')", CURRENCY);
    accepted("cost_per_delivery + cost('x')", CURRENCY);
    accepted("lead_time * throughput + hours('x')", DURATION);
    accepted("velocity / members", POINTS);
    accepted("abs(schedule_delay / count('x') - schedule_delay)", Measure.NUMBER);
  }

  @Test
  public void soMuchForEachIsDeclaredAsWhatItIsSoMuchOf() {
    accepted("cost('x') / velocity", CURRENCY);
    accepted("hours('x') / velocity", DURATION);
    refused("velocity / cost('x')", CURRENCY, "notInMeasure", 0, 20);
    refused("velocity", DURATION, "notInMeasure", 0, 8);
    refused("lead_time", POINTS, "notInMeasure", 0, 9);
    refused("lead_time(days)", DURATION, "notInMeasure", 0, 15);
    refused("hours('x') * 2", CURRENCY, "notInMeasure", 0, 14);
    accepted("hours('x') * hourly_rate", CURRENCY);
    refused("velocity^2 / velocity^3", POINTS, "notInMeasure", 0, 23);
    accepted("velocity^3 / velocity^2", POINTS);
    accepted("velocity^0", PERCENT);
  }

  @Test
  public void whatIsNotDeclaredFitsEverything() {
    accepted("sum(Value, 'x') + velocity", POINTS);
    accepted("KPI-3 / schedule_delay", PERCENT);
    accepted("KPI-3 + velocity", POINTS);
    refused("KPI-3 + velocity + cost('x')", Measure.NUMBER, "notTogether", 0, 28);
    accepted("velocity", Measure.NUMBER);
    accepted("velocity / cost('x')", measure(Measure.Kind.RATING));
  }

  @Test
  public void fieldsAndKpisCountWhatIsKnownOfThem() {
    accepted("sum('story points', 'x')", POINTS);
    accepted("mean(customfield_1, 'x') + velocity", POINTS);
    accepted("p85(timespent, 'x')", DURATION);
    refused("sum('Story Points', 'x')", DURATION, "notInMeasure", 0, 24);
    accepted("velocity(issues) + throughput", Measure.NUMBER);
    refused("velocity(issues)", POINTS, "notInMeasure", 0, 16);
    accepted("velocity(points) + velocity", POINTS);
    accepted("KPI-4 / velocity", CURRENCY);
    refused("KPI-4 + velocity", CURRENCY, "notTogether", 0, 16);
  }

  @Test
  public void fieldsAndKpisThatAreNotThereAreNamed() {
    refused("1 + sum(salary, 'x')", Measure.NUMBER, "noSuchField", 4, 16);
    refused("1 + KPI-9", Measure.NUMBER, "noSuchKpi", 4, 5);
    assertThat(
            Checking.problems(
                formula("KPI-9 + schedule_delay * (velocity - cost('x')) + KPI-8"), known, PERCENT))
        .extracting(problem -> problem.text().key() + " " + problem.at().offset())
        .containsExactly(
            "bearings.formula.noSuchKpi 0",
            "bearings.formula.notTogether 26",
            "bearings.formula.noSuchKpi 50");
  }

  @Test
  public void everyMetricHasAQuantity() {
    for (Signature signature : Catalogue.all().values()) {
      if (signature.standsAlone()) {
        assertThat(Checking.quantity(formula(signature.name()), known).declared()).isTrue();
      }
    }
  }

  @Test
  public void aPercentageIsAFractionInFormulas() {
    assertThat(Quantity.inMeasure(new BigDecimal("0.35"), PERCENT)).isEqualByComparingTo("35");
    assertThat(Quantity.fromMeasure(new BigDecimal("35"), PERCENT)).isEqualByComparingTo("0.35");
    assertThat(Quantity.inMeasure(new BigDecimal("0.35"), POINTS)).isEqualByComparingTo("0.35");
    assertThat(Quantity.fromMeasure(new BigDecimal("35"), POINTS)).isEqualByComparingTo("35");
  }

  @Test
  public void quantitiesAreToldInWords() {
    assertThat(Quantity.UNDECLARED.text()).isEqualTo("not declared");
    assertThat(Quantity.NONE.text()).isEqualTo("plain number");
    assertThat(quantity("velocity^2")).isEqualTo("points^2");
    assertThat(quantity("1 / velocity")).isEqualTo("1 per points");
    assertThat(quantity("cost('x') * schedule_delay / velocity / count('x')"))
        .isEqualTo("days \u00d7 currency per points \u00d7 count");
  }

  private String quantity(String text) {
    return Checking.quantity(formula(text), known).text();
  }

  private void accepted(String text, Measure measure) {
    assertThat(Checking.problems(formula(text), known, measure)).as(text).isEmpty();
  }

  private void refused(String text, Measure measure, String what, int offset, int length) {
    List<Problem> problems = Checking.problems(formula(text), known, measure);
    assertThat(problems).as(text).hasSize(1);
    assertThat(problems.get(0).text().key()).as(text).isEqualTo("bearings.formula." + what);
    assertThat(problems.get(0).at()).as(text).isEqualTo(new Span(offset, length));
    assertThat(problems.get(0).expected()).as(text).isPresent();
  }

  private static Measure measure(Measure.Kind kind) {
    return new Measure(kind, Optional.empty(), Optional.empty());
  }

  private static Formula formula(String text) {
    Reading reading = Formula.read(text);
    assertThat(reading.problems()).as(text).isEmpty();
    return reading.formula().orElseThrow();
  }
}
