package io.bearings.kpi.formula;

import io.bearings.kpi.formula.Argument.Field;
import io.bearings.kpi.formula.Argument.Told;
import io.bearings.kpi.formula.Argument.Weight;
import io.bearings.kpi.formula.Known.KnownField;
import io.bearings.kpi.formula.Known.KnownKpi;
import io.bearings.kpi.formula.Node.Applied;
import io.bearings.kpi.formula.Node.Asked;
import io.bearings.kpi.formula.Node.Constant;
import io.bearings.kpi.formula.Node.Joined;
import io.bearings.kpi.formula.Node.Negated;
import io.bearings.kpi.formula.Node.Power;
import io.bearings.kpi.formula.Node.Rounded;
import io.bearings.kpi.formula.Quantity.Base;
import io.bearings.kpi.formula.Reference.KpiValue;
import io.bearings.kpi.formula.Reference.MetricCall;
import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether all that a formula names is there, and whether what it adds and compares counts the same,
 * as far as that is declared.
 */
public final class Checking {
  private final Known known;
  private final List<Problem> problems = new ArrayList<>();

  private Checking(Known known) {
    this.known = known;
  }

  /**
   * What is wrong with a formula that was read.
   *
   * @param measure in which the KPI counts
   * @return from left to right; empty where nothing is
   */
  public static List<Problem> problems(Formula formula, Known known, Measure measure) {
    Checking checking = new Checking(known);
    Quantity result = checking.quantity(formula.root());
    Quantity declared = Quantity.of(measure);
    if (checking.problems.isEmpty() && !result.canBeDeclared(declared)) {
      return List.of(
          Problem.of(
              formula.root().at(),
              Message.of("bearings.formula.notInMeasure", result.text()),
              Message.of("bearings.formula.expected.inMeasure." + measure.kind().name())));
    }
    return checking.problems.stream()
        .sorted(Comparator.comparingInt(problem -> problem.at().offset()))
        .toList();
  }

  /** What a formula counts, as far as it is declared. */
  public static Quantity quantity(Formula formula, Known known) {
    return new Checking(known).quantity(formula.root());
  }

  private Quantity quantity(Node node) {
    if (node instanceof Constant) {
      return Quantity.NONE;
    }
    if (node instanceof Asked asked) {
      return asked(asked);
    }
    if (node instanceof Negated negated) {
      return quantity(negated.of());
    }
    if (node instanceof Power power) {
      return quantity(power.base()).power(power.exponent());
    }
    if (node instanceof Rounded rounded) {
      return quantity(rounded.of());
    }
    return node instanceof Joined joined ? joined(joined) : applied((Applied) node);
  }

  private Quantity joined(Joined joined) {
    Quantity left = quantity(joined.left());
    Quantity right = quantity(joined.right());
    return switch (joined.operator()) {
      case TIMES -> left.times(right);
      case PER -> left.per(right);
      case PLUS, MINUS -> together(left, right, joined.at());
    };
  }

  private Quantity applied(Applied applied) {
    return applied.of().stream()
        .map(this::quantity)
        .reduce((left, right) -> together(left, right, applied.at()))
        .orElse(Quantity.NONE);
  }

  private Quantity together(Quantity left, Quantity right, Span at) {
    if (!left.fits(right)) {
      problems.add(
          Problem.of(
              at,
              Message.of("bearings.formula.notTogether", left.text(), right.text()),
              Message.of("bearings.formula.expected.sameQuantity")));
      return Quantity.UNDECLARED;
    }
    return left.or(right);
  }

  private Quantity asked(Asked asked) {
    if (asked.reference() instanceof MetricCall call) {
      return called(call, asked.at());
    }
    return asked.reference() instanceof KpiValue kpi
        ? kpi(kpi, asked.at())
        : ((Input) asked.reference()).quantity();
  }

  private Quantity kpi(KpiValue kpi, Span at) {
    Optional<KnownKpi> there = known.kpi(kpi.id());
    if (there.isEmpty()) {
      problems.add(
          Problem.of(
              at,
              Message.of("bearings.formula.noSuchKpi", kpi.key()),
              Message.of("bearings.formula.expected.kpi")));
    }
    return there.map(KnownKpi::quantity).orElse(Quantity.UNDECLARED);
  }

  private Quantity called(MetricCall call, Span at) {
    Optional<Field> named = argument(call, Field.class);
    Optional<KnownField> field = named.flatMap(it -> known.field(it.name()));
    if (named.isPresent() && field.isEmpty()) {
      problems.add(
          Problem.of(
              at,
              Message.of("bearings.formula.noSuchField", named.get().name()),
              Texts.slot(Slot.FIELD)));
    }
    Signature.Yield yield = Catalogue.find(call.name()).orElseThrow().yield();
    if (yield instanceof Signature.Yield.Fixed fixed) {
      return fixed.quantity();
    }
    if (yield instanceof Signature.Yield.OfField) {
      return field.map(KnownField::quantity).orElse(Quantity.UNDECLARED);
    }
    if (yield instanceof Signature.Yield.OfWeight) {
      return argument(call, Weight.class).filter(it -> it == Weight.ISSUES).isPresent()
          ? Quantity.of(Base.COUNT)
          : Quantity.of(Base.POINTS);
    }
    return argument(call, Told.class).filter(it -> it == Told.DAYS).isPresent()
        ? Quantity.of(Base.DAYS)
        : Quantity.of(Base.HOURS);
  }

  private static <T extends Argument> Optional<T> argument(MetricCall call, Class<T> kind) {
    return call.arguments().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
