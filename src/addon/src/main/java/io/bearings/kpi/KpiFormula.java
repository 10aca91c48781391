package io.bearings.kpi;

import io.bearings.kpi.formula.Formula;
import io.bearings.kpi.formula.Reference;
import io.bearings.kpi.formula.Reference.MetricCall;
import java.util.List;
import java.util.Optional;

/** What is computed where a KPI is not given: its formula, or the one metric that it is. */
final class KpiFormula {
  private KpiFormula() {}

  /** The text that is computed; absent where values are given. */
  static Optional<String> text(KpiSource source) {
    if (source instanceof KpiSource.Formula formula) {
      return Optional.of(formula.text());
    }
    return source instanceof KpiSource.Metric metric
        ? Optional.of(metric.spec())
        : Optional.empty();
  }

  /** The formula of a KPI; absent where values are given, and where it cannot be read any more. */
  static Optional<Formula> of(KpiSource source) {
    return text(source).flatMap(it -> Formula.read(it).formula());
  }

  /** The metrics that a formula asks for, each once. */
  static List<MetricCall> calls(Formula formula) {
    return formula.references().stream()
        .filter(MetricCall.class::isInstance)
        .map(MetricCall.class::cast)
        .toList();
  }

  /** The metrics that a KPI asks for; none where values are given. */
  static List<MetricCall> calls(KpiSource source) {
    return of(source).map(KpiFormula::calls).orElse(List.of());
  }

  /** The one metric that a formula is; absent where it is more. */
  static Optional<MetricCall> onlyCall(Formula formula) {
    List<Reference> references = List.copyOf(formula.references());
    boolean alone =
        references.size() == 1 && formula.root() instanceof io.bearings.kpi.formula.Node.Asked;
    return references.stream()
        .filter(any -> alone)
        .filter(MetricCall.class::isInstance)
        .map(MetricCall.class::cast)
        .findFirst();
  }
}
