package io.bearings.kpi.metric;

import io.bearings.flow.IssueSnapshot;
import io.bearings.okr.WeightBy;
import java.util.function.LongPredicate;

/** Where work went. */
final class EffortReading extends PlacedReading<EffortCell> {
  private final Metric.Effort metric;

  EffortReading(Metric.Effort metric, Wanted wanted, Site site) {
    super(Placed.RESOLVED, wanted, site);
    this.metric = metric;
  }

  @Override
  EffortCell begin(Frame frame) {
    EffortCell cell = new EffortCell(tracing(), !metric.weightBy().equals(WeightBy.ISSUES));
    if (inputs().serving().isEmpty()) {
      cell.missing(Input.OBJECTIVES);
    }
    return cell;
  }

  @Override
  void take(IssueView issue, Frame frame, EffortCell cell) {
    LongPredicate serving = inputs().serving().orElse(id -> false);
    boolean serves = serving.test(issue.id());
    boolean restores = inputs().restoring().test(issue.id());
    IssueSnapshot state = issue.at(frame.reading()).orElseThrow();
    if (state.isSubTask() && !serves && !restores) {
      return;
    }
    cell.count();
    cell.add(
        issue.id(),
        FieldReading.value(state, metric.weightBy()),
        metric.part() == part(serves, restores));
  }

  private static Metric.Effort.Part part(boolean serves, boolean restores) {
    if (serves) {
      return Metric.Effort.Part.OBJECTIVE;
    }
    return restores ? Metric.Effort.Part.KPI : Metric.Effort.Part.NEITHER;
  }
}
