package io.bearings.kpi.formula;

import io.bearings.kpi.formula.Known.KnownField;
import io.bearings.kpi.formula.Known.KnownKpi;
import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What holds of any text at all. A fuzzer calls {@link #fuzzerTestOneInput}, as does a unit test
 * with texts of its own.
 */
public final class FormulaFuzz {
  private static final Set<String> KEYS = FormulaTextsTest.keys().stringPropertyNames();

  private static final List<Measure> MEASURES =
      List.of(
          Measure.NUMBER,
          new Measure(Measure.Kind.PERCENT, Optional.empty(), Optional.empty()),
          new Measure(Measure.Kind.CURRENCY, Optional.empty(), Optional.of("EUR")));

  private static final Known KNOWN =
      Known.of(
          List.of(
              new KnownField("timespent", "Time spent", Quantity.of(Quantity.Base.HOURS)),
              new KnownField("customfield_1", "points", Quantity.of(Quantity.Base.POINTS))),
          List.of(new KnownKpi(7, "Happiness", Quantity.NONE)));

  private FormulaFuzz() {}

  /** The entry of a fuzzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    holds(new String(data, StandardCharsets.UTF_8));
  }

  /**
   * Reads, checks, reckons and completes a text.
   *
   * @throws IllegalStateException where something does not hold
   */
  static void holds(String text) {
    Reading reading = Formula.read(text);
    require(reading.formula().isPresent() == reading.problems().isEmpty(), text);
    reading.problems().forEach(problem -> told(problem, text));
    reading.formula().ifPresent(formula -> holds(formula, text));
    for (int cursor : new int[] {0, text.length() / 2, text.length()}) {
      completes(text, cursor);
    }
  }

  private static void holds(Formula formula, String text) {
    String tidied = formula.tidied();
    // What is written tidily can be longer: numbers without exponents, blanks around signs.
    if (tidied.length() <= Limits.TEXT && text.indexOf('%') < 0) {
      Reading again = Formula.read(tidied);
      require(
          again
              .formula()
              .map(it -> it.references().equals(formula.references()))
              .orElseGet(() -> again.problems().get(0).text().key().endsWith("numberTooLarge")),
          text);
    }
    for (Measure measure : MEASURES) {
      Checking.problems(formula, KNOWN, measure).forEach(problem -> told(problem, text));
    }
    for (String value : List.of("0", "-3.5", "1e17", "1e-29")) {
      Outcome outcome = Reckoning.of(formula, reference -> Optional.of(new BigDecimal(value)));
      if (outcome instanceof Outcome.NoData nothing) {
        require(!nothing.why().isEmpty(), text);
        nothing.why().forEach(problem -> told(problem, text));
      }
    }
    new Dependencies(Map.of(7L, formula.kpis())).order();
  }

  private static void completes(String text, int cursor) {
    Completion completion = Completion.at(text, cursor, KNOWN);
    require(completion.replaced().end() <= text.length(), text);
    require(completion.candidates().size() <= Completion.MOST, text);
  }

  private static void told(Problem problem, String text) {
    require(problem.at().end() <= text.length(), text);
    require(known(problem.text()), text);
    require(problem.expected().map(FormulaFuzz::known).orElse(true), text);
  }

  private static boolean known(Message message) {
    return KEYS.contains(message.key());
  }

  private static void require(boolean holds, String text) {
    if (!holds) {
      throw new IllegalStateException("Does not hold of " + text);
    }
  }
}
