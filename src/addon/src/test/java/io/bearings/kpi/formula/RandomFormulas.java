package io.bearings.kpi.formula;

import io.bearings.kpi.formula.Argument.Clock;
import io.bearings.kpi.formula.Argument.Duration;
import io.bearings.kpi.formula.Argument.Field;
import io.bearings.kpi.formula.Argument.Jql;
import io.bearings.kpi.formula.Argument.Limit;
import io.bearings.kpi.formula.Argument.Place;
import io.bearings.kpi.formula.Argument.Placed;
import io.bearings.kpi.formula.Argument.Rolling;
import io.bearings.kpi.formula.Argument.Scope;
import io.bearings.kpi.formula.Argument.Statistic;
import io.bearings.kpi.formula.Argument.Statuses;
import io.bearings.kpi.formula.Argument.TimeUnit;
import io.bearings.kpi.formula.Argument.Told;
import io.bearings.kpi.formula.Argument.Weight;
import io.bearings.kpi.formula.Node.Applied;
import io.bearings.kpi.formula.Node.Asked;
import io.bearings.kpi.formula.Node.Constant;
import io.bearings.kpi.formula.Node.Function;
import io.bearings.kpi.formula.Node.Joined;
import io.bearings.kpi.formula.Node.Negated;
import io.bearings.kpi.formula.Node.Operator;
import io.bearings.kpi.formula.Node.Power;
import io.bearings.kpi.formula.Node.Rounded;
import io.bearings.kpi.formula.Reference.KpiValue;
import io.bearings.kpi.formula.Reference.MetricCall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Trees of every kind, the same for the same seed; all of them stand nowhere. */
final class RandomFormulas {
  static final Span NOWHERE = new Span(0, 0);

  private static final String LETTERS = "ab \"'\\(),+-*/^%\u00e9\n\t\ud83d\ude00KPI-7of";

  private final Random random;

  RandomFormulas(long seed) {
    random = new Random(seed);
  }

  Node tree(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(7)) {
      case 0 -> leaf();
      case 1 -> new Negated(tree(depth - 1), NOWHERE);
      case 2 ->
          new Power(
              tree(depth - 1), random.nextInt(2 * Limits.EXPONENT + 1) - Limits.EXPONENT, NOWHERE);
      case 3 -> new Rounded(tree(depth - 1), random.nextInt(Limits.DECIMALS + 1), NOWHERE);
      case 4 -> applied(depth);
      default -> new Joined(one(Operator.values()), tree(depth - 1), tree(depth - 1), NOWHERE);
    };
  }

  private Node applied(int depth) {
    Function function = one(Function.values());
    int count = function == Function.ABS ? 1 : 2 + random.nextInt(2);
    List<Node> of = IntStream.range(0, count).mapToObj(i -> tree(depth - 1)).toList();
    return new Applied(function, of, NOWHERE);
  }

  private Node leaf() {
    return switch (random.nextInt(4)) {
      case 0 ->
          new Constant(BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(7)), NOWHERE);
      case 1 -> new Asked(new KpiValue(1 + random.nextInt(99)), NOWHERE);
      case 2 -> new Asked(one(Input.values()), NOWHERE);
      default -> new Asked(call(), NOWHERE);
    };
  }

  private MetricCall call() {
    Signature signature = one(Catalogue.all().values().toArray(Signature[]::new));
    List<Argument> arguments = new ArrayList<>();
    signature.required().forEach(slot -> arguments.add(argument(slot)));
    for (Slot slot : signature.optional()) {
      if (random.nextInt(3) == 0) {
        arguments.add(argument(slot));
      }
    }
    return new MetricCall(signature.name(), arguments);
  }

  private Argument argument(Slot slot) {
    return switch (slot) {
      case JQL -> new Jql(text());
      case FIELD -> new Field(text());
      case STATUSES ->
          new Statuses(
              random.nextBoolean()
                  ? List.of("In Review", "Waiting")
                  : List.of(text().replace(",", "")));
      case PLACED -> one(Placed.values());
      case WEIGHT -> one(Weight.values());
      case DURATION -> new Duration(one(Catalogue.durations().toArray(String[]::new)));
      case LIMIT -> new Limit(1 + random.nextInt(999), one(TimeUnit.values()));
      case STATISTIC -> one(Statistic.values());
      case CLOCK -> one(Clock.values());
      case TOLD -> one(Told.values());
      case SCOPE ->
          random.nextBoolean()
              ? new Scope(Place.BOARD, String.valueOf(random.nextInt(999)))
              : new Scope(random.nextBoolean() ? Place.PROJECT : Place.UNIT, text());
      case ROLLING ->
          new Rolling(
              1 + random.nextInt(999), random.nextBoolean() ? TimeUnit.DAYS : TimeUnit.WEEKS);
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.append('y').toString();
  }

  private <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }

  /** The same tree, standing nowhere. */
  static Node unplaced(Node node) {
    if (node instanceof Constant constant) {
      return new Constant(constant.value(), NOWHERE);
    }
    if (node instanceof Asked asked) {
      return new Asked(asked.reference(), NOWHERE);
    }
    if (node instanceof Negated negated) {
      return new Negated(unplaced(negated.of()), NOWHERE);
    }
    if (node instanceof Power power) {
      return new Power(unplaced(power.base()), power.exponent(), NOWHERE);
    }
    if (node instanceof Rounded rounded) {
      return new Rounded(unplaced(rounded.of()), rounded.decimals(), NOWHERE);
    }
    if (node instanceof Joined joined) {
      return new Joined(
          joined.operator(), unplaced(joined.left()), unplaced(joined.right()), NOWHERE);
    }
    Applied applied = (Applied) node;
    return new Applied(
        applied.function(), applied.of().stream().map(RandomFormulas::unplaced).toList(), NOWHERE);
  }
}
