package io.bearings.kpi.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Message;
import java.util.List;
import org.junit.Test;

/** What a person is told: what is wrong, where, and what was expected there. */
public class FormulaProblemsTest {

  @Test
  public void nothingIsWritten() {
    refused("", 0, 0, "empty", "operand");
    refused(" \n", 0, 0, "empty", "operand");
  }

  @Test
  public void somethingIsMissing() {
    refused("1 +", 3, 0, "ended", "operand");
    refused("-", 1, 0, "ended", "operand");
    refused("2^", 2, 0, "ended", "exponent");
    refused("2^-", 3, 0, "ended", "exponent");
    refused("1 + )", 4, 1, "cannotStand", "operand");
    refused("(1 + )", 5, 1, "cannotStand", "operand");
    refused("()", 1, 1, "cannotStand", "operand");
    refused("max(1,)", 6, 1, "cannotStand", "operand");
    refused("max(,1)", 4, 1, "cannotStand", "operand");
    refused("max(1,,2)", 6, 1, "cannotStand", "operand");
    refused("* 2", 0, 1, "cannotStand", "operand");
    refused("1 + * 2", 4, 1, "cannotStand", "operand");
    refused("1 + , 2", 4, 1, "cannotStand", "operand");
    refused("% 2", 0, 1, "cannotStand", "operand");
    refused("abs(-)", 5, 1, "cannotStand", "operand");
    refused("abs(1 + ) * 2", 8, 1, "cannotStand", "operand");
  }

  @Test
  public void somethingIsTooMuch() {
    refused("1 2", 2, 1, "cannotStand", "operator");
    refused("velocity commitment", 9, 10, "cannotStand", "operator");
    refused("2 velocity", 2, 8, "cannotStand", "operator");
    refused("2(3)", 1, 1, "cannotStand", "operator");
    refused("(2)(3)", 3, 1, "cannotStand", "operator");
    refused("(1 2)", 3, 1, "cannotStand", "operatorOrClosing");
    refused("max(1 2)", 6, 1, "cannotStand", "operatorOrComma");
    refused("velocity abs(2)", 9, 3, "cannotStand", "operator");
    refused("KPI-3 (2)", 6, 1, "cannotStand", "operator");
    refused("velocity() (2)", 11, 1, "cannotStand", "operator");
    refused("1, 2", 1, 1, "cannotStand", "number");
    refused("velocity, 2", 8, 1, "cannotStand", "operator");
    refused("(1, velocity)", 2, 1, "cannotStand", "operatorOrClosing");
    refused("count('a' 'b')", 10, 3, "cannotStand", "operatorOrComma");
    refused("velocity 'b'", 9, 3, "cannotStand", "operator");
    refused("share('a', 'b' of 'c')", 15, 2, "cannotStand", "operatorOrComma");
    refused("share(of 'a', 'b')", 9, 3, "cannotStand", "operatorOrComma");
    refused("share('a', of of 'b')", 14, 2, "cannotStand", "operatorOrComma");
  }

  @Test
  public void bracketsDoNotMatch() {
    refused("(1", 0, 1, "unclosedBracket", "closing");
    refused("1 * (2 + (3 - 4)", 4, 1, "unclosedBracket", "closing");
    refused("count('(((')) + (1", 12, 1, "noOpenBracket", "operator");
    refused("(count(')') + 1", 0, 1, "unclosedBracket", "closing");
    refused("(", 0, 1, "unclosedBracket", "closing");
    refused("1)", 1, 1, "noOpenBracket", "operator");
    refused(")", 0, 1, "cannotStand", "operand");
  }

  @Test
  public void textsAreWrong() {
    refused("count(\"type", 6, 5, "unclosedText", "quote");
    refused("count('type\")", 6, 7, "unclosedText", "quote");
    refused("'", 0, 1, "unclosedText", "quote");
    refused("count('a\\d')", 8, 2, "badEscape", "escape");
    refused("count('a\\", 8, 1, "badEscape", "escape");
    refused("'velocity'", 0, 10, "textAlone", "operand");
    refused("count(('a'))", 7, 3, "textAlone", "operand");
    refused("abs('a')", 4, 3, "textAlone", "operand");
    refused("count('a' + 'b')", 6, 9, "misfit", "slot.JQL");
    refused("count(' ')", 6, 3, "blankText", "slot.JQL");
    refused("time_in_status(' , ')", 15, 5, "blankText", "slot.STATUSES");
  }

  @Test
  public void numbersAreWrong() {
    refused("1.2.3", 0, 4, "badNumber", "number");
    refused("1e", 0, 2, "badNumber", "number");
    refused("0x1F", 0, 4, "badNumber", "number");
    refused("1e5e5", 0, 5, "badNumber", "number");
    refused("1e999999999", 0, 11, "badNumber", "number");
    refused("\u0661\u0662", 0, 2, "badNumber", "number");
    refused("4h", 1, 1, "cannotStand", "operator");
    refused("1e16", 0, 4, "numberTooLarge", "smallerNumber");
    refused("9".repeat(31), 0, 31, "numberTooLarge", "smallerNumber");
    refused("0." + "1".repeat(31), 0, 33, "numberTooLarge", "smallerNumber");
    refused("1e-31", 0, 5, "numberTooLarge", "smallerNumber");
    refused("velocity%", 8, 1, "percentOfWhat", "operator");
    refused("(5)%", 3, 1, "percentOfWhat", "operator");
    refused("KPI-5%", 5, 1, "percentOfWhat", "operator");
    refused("2^5%", 3, 1, "percentOfWhat", "operator");
    refused("5%%", 2, 1, "cannotStand", "operand");
  }

  @Test
  public void hugePowersAreRefused() {
    refused("9^99999999", 2, 8, "badExponent", "exponent");
    refused("9^13", 2, 2, "badExponent", "exponent");
    refused("9^-13", 2, 3, "badExponent", "exponent");
    refused("9^0.5", 2, 3, "badExponent", "exponent");
    refused("9^velocity", 2, 8, "badExponent", "exponent");
    refused("9^(2)", 2, 1, "badExponent", "exponent");
    refused("9^9^9", 3, 1, "cannotStand", "bracketsAroundPower");
  }

  @Test
  public void charactersMeanNothing() {
    refused("velocity ; 2", 9, 1, "badCharacter", "operator");
    refused("2 * $x", 4, 1, "badCharacter", "operand");
    refused("\ud83d\ude00", 0, 2, "badCharacter", "operand");
    refused("velocity.x", 8, 1, "badCharacter", "operator");
    refused("velocity \\", 9, 1, "badCharacter", "operator");
    refused("a == b", 2, 1, "badCharacter", "operator");
    refused("velocity > 3", 9, 1, "badCharacter", "operator");
    refused("x[0]", 1, 1, "badCharacter", "operator");
  }

  @Test
  public void namesAreUnknown() {
    refused("salary", 0, 6, "unknownName", "name");
    refused("1 + velocty", 4, 7, "unknownName", "didYouMean");
    refused("1 + cuont('x')", 4, 5, "unknownName", "didYouMean");
    refused("budgets * 2", 0, 7, "unknownName", "didYouMean");
    refused("System.exit(1)", 6, 1, "badCharacter", "operator");
    refused("kpi", 0, 3, "unknownName", "name");
    refused("KPI - 3", 0, 3, "unknownName", "name");
    refused("KPI-0", 0, 5, "noSuchKpi", "kpi");
    refused("KPI-1234567890123456789", 0, 23, "noSuchKpi", "kpi");
    refused("project('DEMO')", 0, 7, "cannotStand", "operand");
    refused("x".repeat(3000), 0, 3000, "unknownName", "name");
    assertThat(problem("velocty").expected().orElseThrow().args()).containsExactly("velocity");
  }

  @Test
  public void allUnknownNamesAreToldAtOnce() {
    assertThat(Formula.read("salary + cuont('x') * bogus").problems())
        .extracting(problem -> problem.at().offset())
        .containsExactly(0, 9, 22);
  }

  @Test
  public void bracketsAreMissingOrInVain() {
    refused("count + 1", 0, 5, "needsBrackets", "slot.JQL");
    refused("sum", 0, 3, "needsBrackets", "slot.FIELD");
    refused("max", 0, 3, "needsBrackets", "numbersInBrackets");
    refused("budget('x')", 0, 11, "noBrackets", "operator");
  }

  @Test
  public void functionsHaveTheWrongNumbers() {
    refused("max(1)", 0, 6, "wrongCount", "count.max");
    refused("min()", 0, 5, "wrongCount", "count.min");
    refused("abs(1, 2)", 0, 9, "wrongCount", "count.abs");
    refused("round()", 0, 7, "wrongCount", "count.round");
    refused("round(1, 2, 3)", 0, 14, "wrongCount", "count.round");
    refused("round(1.5, 11)", 11, 2, "badDecimals", "decimals");
    refused("round(1.5, velocity)", 11, 8, "badDecimals", "decimals");
    refused("round(1.5, -1)", 11, 2, "badDecimals", "decimals");
    refused("round(1.5, 'a')", 11, 3, "badDecimals", "decimals");
  }

  @Test
  public void metricsAreToldTooLittle() {
    refused("1 + count()", 10, 1, "missingArgument", "slot.JQL");
    refused("sum('points')", 12, 1, "missingArgument", "slot.JQL");
    refused("share('a')", 9, 1, "missingArgument", "slot.JQL");
    refused("within(lead_time)", 16, 1, "missingArgument", "slot.LIMIT");
    refused("time_in_status()", 15, 1, "missingArgument", "slot.STATUSES");
  }

  @Test
  public void metricsAreToldWhatTheyCannotUse() {
    refused("count(3)", 6, 1, "misfit", "slot.JQL");
    refused("count(velocity)", 6, 8, "misfit", "slot.JQL");
    refused("count(project('DEMO'))", 6, 15, "misfit", "slot.JQL");
    refused("count('a', 'b')", 11, 3, "misfit", "optional");
    refused("sum(abs(1), 'b')", 4, 6, "misfit", "slot.FIELD");
    refused("sum(1 + 2, 'b')", 4, 5, "misfit", "slot.FIELD");
    refused("velocity(mean)", 9, 4, "misfit", "optional");
    refused("velocity('a', 'b')", 14, 3, "misfit", "optional");
    refused("lead_time(p85, median)", 15, 6, "misfit", "optional");
    refused("lead_time(p90)", 10, 3, "misfit", "optional");
    refused("lead_time(count('x'))", 10, 10, "misfit", "optional");
    refused("within(velocity, '4h', 'x')", 7, 8, "misfit", "slot.DURATION");
    refused("within(time_in_status, '4h', 'x')", 7, 14, "misfit", "slot.DURATION");
    assertThat(problem("velocity(mean)").expected().orElseThrow().args())
        .containsExactly("\"JQL\"  points  issues  project(...)  board(...)  unit(...)  )");
  }

  @Test
  public void timesAndScopesAreWrong() {
    refused("within(lead_time, '4', 'x')", 18, 3, "badTime", "slot.LIMIT");
    refused("within(lead_time, '0h', 'x')", 18, 4, "badTime", "slot.LIMIT");
    refused("within(lead_time, '4h 3m', 'x')", 18, 7, "badTime", "slot.LIMIT");
    refused("within(lead_time, '999999h', 'x')", 18, 9, "badTime", "slot.LIMIT");
    refused("reopen_rate(rolling('30'))", 12, 13, "badTime", "slot.ROLLING");
    refused("reopen_rate(rolling())", 12, 9, "badTime", "slot.ROLLING");
    refused("reopen_rate(rolling('1d', '2d'))", 12, 19, "badTime", "slot.ROLLING");
    refused("reopen_rate(rolling('24h'))", 12, 14, "badTime", "slot.ROLLING");
    refused("velocity(rolling('30d'))", 9, 14, "misfit", "optional");
    refused("velocity(board('Team'))", 9, 13, "badScope", "slot.SCOPE");
    refused("velocity(project(' '))", 9, 12, "badScope", "slot.SCOPE");
    refused("velocity(project(DEMO))", 9, 13, "badScope", "slot.SCOPE");
    refused("velocity(unit())", 9, 6, "badScope", "slot.SCOPE");
  }

  @Test
  public void formulasAreTooLarge() {
    refused("1".repeat(4001), 4000, 1, "tooLong", "shorter");
    refused("(".repeat(31) + "1" + ")".repeat(31), 30, 1, "tooDeep", "shallower");
    refused("1" + "+1".repeat(250), 500, 1, "tooManyPieces", "shorter");
    refused("velocity" + "+velocity".repeat(50), 450, 8, "tooManyReferences", "kpisForParts");
    accepted("(".repeat(30) + "1" + ")".repeat(30));
    accepted("1" + "+1".repeat(249));
    accepted("velocity" + "+velocity".repeat(49));
    accepted("-".repeat(499) + "1");
    accepted("count('" + "x".repeat(3991) + "')");
  }

  @Test
  public void thePositionIsThatOfTheFirstThingThatCannotBe() {
    assertThat(Formula.read("velocity * (1 + 2 3) / x y").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.at()).isEqualTo(new Span(18, 1)));
  }

  private static void accepted(String text) {
    assertThat(Formula.read(text).problems()).as(text).isEmpty();
  }

  private static Problem problem(String text) {
    List<Problem> problems = Formula.read(text).problems();
    assertThat(problems).as(text).isNotEmpty();
    return problems.get(0);
  }

  private static void refused(String text, int offset, int length, String what, String expected) {
    Reading reading = Formula.read(text);
    assertThat(reading.formula()).as(text).isEmpty();
    Problem problem = problem(text);
    assertThat(problem.text().key()).as(text).isEqualTo("bearings.formula." + what);
    assertThat(problem.expected().map(Message::key))
        .as(text)
        .hasValue("bearings.formula.expected." + expected);
    assertThat(problem.at()).as(text).isEqualTo(new Span(offset, length));
  }
}
