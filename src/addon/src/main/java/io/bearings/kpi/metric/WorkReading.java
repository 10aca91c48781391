package io.bearings.kpi.metric;

import io.bearings.flow.StatusCategory;
import io.bearings.flow.Stopwatch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Consumer;

/** What is read of issues in progress. */
abstract class WorkReading extends Reading<ValueCell> {
  WorkReading(Wanted wanted, Site site) {
    super(wanted, site);
  }

  @Override
  final void touched(IssueView issue, Frames frames, Consumer<Frame> touched) {
    issue
        .steps(Instant.MAX)
        .firstInProgress()
        .ifPresent(
            begun -> {
              frames.readBetween(begun, Instant.MAX, touched);
              frames.ofMember(issue, touched);
            });
  }

  @Override
  final void read(IssueView issue, Frame frame, ValueCell cell) {
    if (issue
        .at(frame.reading())
        .filter(state -> state.category() == StatusCategory.IN_PROGRESS)
        .isPresent()) {
      cell.count();
      add(issue, frame, cell);
    }
  }

  /** Adds an issue that is in progress. */
  abstract void add(IssueView issue, Frame frame, ValueCell cell);

  /** How many there are. */
  static final class Count extends WorkReading {
    Count(Wanted wanted, Site site) {
      super(wanted, site);
    }

    @Override
    ValueCell begin(Frame frame) {
      return new SumCell(tracing(), SumCell.Empty.ZERO);
    }

    @Override
    void add(IssueView issue, Frame frame, ValueCell cell) {
      cell.add(issue.id(), BigDecimal.ONE);
    }
  }

  /** How old they are. */
  static final class Age extends WorkReading {
    private final Metric.AgeOfWork metric;
    private final Stopwatch stopwatch;

    Age(Metric.AgeOfWork metric, Wanted wanted, Site site) {
      super(wanted, site);
      this.metric = metric;
      this.stopwatch = metric.timing().clocked().stopwatch(site.workingDays(), site.zone());
    }

    @Override
    ValueCell begin(Frame frame) {
      return spread(metric.statistic(), tracing());
    }

    @Override
    BigDecimal divisor() {
      return metric.timing().in().millis();
    }

    @Override
    void add(IssueView issue, Frame frame, ValueCell cell) {
      Instant begun = issue.steps(frame.known()).firstInProgress().orElseThrow();
      cell.add(
          issue.id(), BigDecimal.valueOf(stopwatch.between(begun, frame.reading()).toMillis()));
    }
  }
}
