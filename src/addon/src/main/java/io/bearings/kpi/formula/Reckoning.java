package io.bearings.kpi.formula;

import io.bearings.kpi.formula.Node.Applied;
import io.bearings.kpi.formula.Node.Asked;
import io.bearings.kpi.formula.Node.Constant;
import io.bearings.kpi.formula.Node.Joined;
import io.bearings.kpi.formula.Node.Negated;
import io.bearings.kpi.formula.Node.Operator;
import io.bearings.kpi.formula.Node.Power;
import io.bearings.kpi.formula.Node.Rounded;
import io.bearings.okr.Message;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reckons a formula over given values, in decimals. */
public final class Reckoning {
  private static final MathContext DIGITS = MathContext.DECIMAL128;

  private final Function<Reference, Optional<BigDecimal>> values;
  private final Map<Reference, Optional<BigDecimal>> known = new HashMap<>();
  private final Set<Reference> missing = new HashSet<>();
  private final List<Problem> why = new ArrayList<>();

  private Reckoning(Function<Reference, Optional<BigDecimal>> values) {
    this.values = values;
  }

  /**
   * The value of a formula.
   *
   * @param values what each reference is in the period that is asked for, shares and percentages as
   *     fractions of 1; absent where there is no data. Each is asked for once at most.
   */
  public static Outcome of(Formula formula, Function<Reference, Optional<BigDecimal>> values) {
    Reckoning reckoning = new Reckoning(values);
    Optional<BigDecimal> result = reckoning.value(formula.root());
    return result.isPresent() ? new Outcome.Value(result.get()) : new Outcome.NoData(reckoning.why);
  }

  private Optional<BigDecimal> value(Node node) {
    if (node instanceof Constant constant) {
      return Optional.of(constant.value());
    }
    if (node instanceof Asked asked) {
      return asked(asked).flatMap(value -> bounded(value, node));
    }
    if (node instanceof Negated negated) {
      return value(negated.of()).map(BigDecimal::negate);
    }
    if (node instanceof Joined joined) {
      return joined(joined).flatMap(value -> bounded(value, node));
    }
    if (node instanceof Power power) {
      return power(power).flatMap(value -> bounded(value, node));
    }
    if (node instanceof Rounded rounded) {
      return value(rounded.of())
          .map(value -> value.setScale(rounded.decimals(), RoundingMode.HALF_UP));
    }
    return applied((Applied) node);
  }

  private Optional<BigDecimal> asked(Asked asked) {
    Reference reference = asked.reference();
    Optional<BigDecimal> value = known.computeIfAbsent(reference, values);
    if (value.isEmpty() && missing.add(reference)) {
      why.add(
          Problem.of(asked.at(), Message.of("bearings.formula.noValue", Printed.of(reference))));
    }
    return value;
  }

  private Optional<BigDecimal> joined(Joined joined) {
    Optional<BigDecimal> left = value(joined.left());
    Optional<BigDecimal> right = value(joined.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    if (joined.operator() == Operator.PER && right.get().signum() == 0) {
      return dividedByNothing(joined.right());
    }
    return Optional.of(joined(joined.operator(), left.get(), right.get()));
  }

  private static BigDecimal joined(Operator operator, BigDecimal left, BigDecimal right) {
    return switch (operator) {
      case PLUS -> left.add(right, DIGITS);
      case MINUS -> left.subtract(right, DIGITS);
      case TIMES -> left.multiply(right, DIGITS);
      case PER -> left.divide(right, DIGITS);
    };
  }

  private Optional<BigDecimal> power(Power power) {
    Optional<BigDecimal> base = value(power.base());
    if (base.isPresent() && base.get().signum() == 0 && power.exponent() < 0) {
      return dividedByNothing(power.base());
    }
    return base.map(value -> value.pow(power.exponent(), DIGITS));
  }

  private Optional<BigDecimal> applied(Applied applied) {
    List<Optional<BigDecimal>> of = applied.of().stream().map(this::value).toList();
    if (of.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<BigDecimal> present = of.stream().flatMap(Optional::stream).toList();
    return switch (applied.function()) {
      case MIN -> present.stream().reduce(BigDecimal::min);
      case MAX -> present.stream().reduce(BigDecimal::max);
      case ABS -> present.stream().findFirst().map(BigDecimal::abs);
    };
  }

  private Optional<BigDecimal> dividedByNothing(Node divisor) {
    why.add(Problem.of(divisor.at(), Message.of("bearings.formula.dividedByZero")));
    return Optional.empty();
  }

  /** What is too small to matter is 0; what is too large is no data, as dividing by 0 is. */
  private Optional<BigDecimal> bounded(BigDecimal value, Node node) {
    if (value.abs().compareTo(Limits.NOTHING) < 0) {
      return Optional.of(BigDecimal.ZERO);
    }
    if (value.abs().compareTo(Limits.RESULT) >= 0) {
      why.add(
          Problem.of(
              node.at(), Message.of("bearings.formula.tooLarge", Limits.RESULT.toPlainString())));
      return Optional.empty();
    }
    return Optional.of(value);
  }
}
