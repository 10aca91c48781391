package io.bearings.kpi.formula;

import io.bearings.kpi.formula.Argument.Duration;
import io.bearings.kpi.formula.Argument.Field;
import io.bearings.kpi.formula.Argument.Jql;
import io.bearings.kpi.formula.Argument.Limit;
import io.bearings.kpi.formula.Argument.Rolling;
import io.bearings.kpi.formula.Argument.Scope;
import io.bearings.kpi.formula.Argument.Statuses;
import io.bearings.kpi.formula.Node.Applied;
import io.bearings.kpi.formula.Node.Asked;
import io.bearings.kpi.formula.Node.Constant;
import io.bearings.kpi.formula.Node.Joined;
import io.bearings.kpi.formula.Node.Negated;
import io.bearings.kpi.formula.Node.Power;
import io.bearings.kpi.formula.Node.Rounded;
import io.bearings.kpi.formula.Reference.KpiValue;
import io.bearings.kpi.formula.Reference.MetricCall;
import java.util.Locale;
import java.util.stream.Collectors;

/** A tree as text. */
final class Printed {
  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int SIGNED = 3;
  private static final int POWER = 4;
  private static final int ALONE = 5;

  private Printed() {}

  static String of(Node node) {
    if (node instanceof Constant constant) {
      return constant.value().toPlainString();
    }
    if (node instanceof Asked asked) {
      return of(asked.reference());
    }
    if (node instanceof Negated negated) {
      return "-" + within(negated.of(), SIGNED);
    }
    if (node instanceof Power power) {
      return within(power.base(), ALONE) + "^" + power.exponent();
    }
    if (node instanceof Rounded rounded) {
      return "round(" + of(rounded.of()) + ", " + rounded.decimals() + ")";
    }
    if (node instanceof Applied applied) {
      return applied.of().stream()
          .map(Printed::of)
          .collect(Collectors.joining(", ", word(applied.function()) + "(", ")"));
    }
    return of((Joined) node);
  }

  private static String of(Joined joined) {
    int own = binding(joined);
    return within(joined.left(), own)
        + " "
        + joined.operator().sign()
        + " "
        + within(joined.right(), own + 1);
  }

  /** In brackets where it binds less than what is around it. */
  private static String within(Node node, int around) {
    return binding(node) < around ? "(" + of(node) + ")" : of(node);
  }

  private static int binding(Node node) {
    if (node instanceof Joined joined) {
      return joined.operator().adds() ? SUM : PRODUCT;
    }
    if (node instanceof Negated) {
      return SIGNED;
    }
    return node instanceof Power ? POWER : ALONE;
  }

  /** A reference as it is written. */
  static String of(Reference reference) {
    if (reference instanceof MetricCall call) {
      return call.arguments().isEmpty()
          ? call.name()
          : call.arguments().stream()
              .map(Printed::of)
              .collect(Collectors.joining(", ", call.name() + "(", ")"));
    }
    return reference instanceof KpiValue kpi ? kpi.key() : ((Input) reference).word();
  }

  private static String of(Argument argument) {
    if (argument instanceof Jql jql) {
      return quoted(jql.query());
    }
    if (argument instanceof Field field) {
      return quoted(field.name());
    }
    if (argument instanceof Statuses statuses) {
      return quoted(String.join(", ", statuses.names()));
    }
    if (argument instanceof Duration duration) {
      return duration.metric();
    }
    if (argument instanceof Limit limit) {
      return quoted(limit.amount() + limit.unit().letter());
    }
    if (argument instanceof Rolling rolling) {
      return "rolling(" + quoted(rolling.amount() + rolling.unit().letter()) + ")";
    }
    if (argument instanceof Scope scope) {
      return word(scope.place()) + "(" + quoted(scope.name()) + ")";
    }
    return word((Enum<?>) argument);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + '"';
  }
}
