package io.bearings.kpi.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts many metrics over many windows while issues pass by once, in any order. It keeps no issue:
 * what it needs grows with the number of windows and, for medians, percentiles, effort and traces,
 * with the number of values in them. An issue must not be handed in twice.
 */
public final class MetricRun {
  private final List<Column<?>> columns;

  public MetricRun(List<Wanted> wanted, Site site) {
    columns = new ArrayList<>();
    for (Wanted each : wanted) {
      columns.add(new Column<>(reading(each, site), each, site));
    }
  }

  /** Counts an issue. */
  public void take(IssueFacts issue) {
    IssueView view = new IssueView(issue);
    columns.forEach(column -> column.take(view));
  }

  /**
   * What the metrics came to so far.
   *
   * @return in the order in which they were asked for, and so are the windows of each
   */
  public List<List<MetricResult>> results() {
    List<List<MetricResult>> results = new ArrayList<>();
    columns.forEach(column -> results.add(column.results()));
    return results;
  }

  private static Reading<?> reading(Wanted wanted, Site site) {
    Metric metric = wanted.metric();
    if (metric instanceof Metric.OfSprint it) {
      return it.sum() == Metric.OfSprint.Sum.SAY_DO
          ? new SayDoReading(it, wanted, site)
          : new SprintReading(it, wanted, site);
    } else if (metric instanceof Metric.Count it) {
      return new CountReading(it, wanted, site);
    } else if (metric instanceof Metric.OfField it) {
      return new FieldReading(it, wanted, site);
    } else if (metric instanceof Metric.Share it) {
      return new ShareReading(it, wanted, site);
    } else if (metric instanceof Metric.TimeTaken it) {
      return new SpanReading.Taken(it, wanted, site);
    } else if (metric instanceof Metric.Within it) {
      return new SpanReading.Within(it, wanted, site);
    } else if (metric instanceof Metric.Entries it) {
      return new EntriesReading(it, wanted, site);
    } else if (metric instanceof Metric.ScheduleDelay it) {
      return new DelayReading(it, wanted, site);
    } else if (metric instanceof Metric.ScheduleVariance it) {
      return new VarianceReading(it, wanted, site);
    } else if (metric instanceof Metric.AgeOfWork it) {
      return new WorkReading.Age(it, wanted, site);
    } else if (metric instanceof Metric.Effort it) {
      return new EffortReading(it, wanted, site);
    }
    return plain(metric, wanted, site);
  }

  private static Reading<?> plain(Metric metric, Wanted wanted, Site site) {
    if (metric instanceof Metric.OnTimeDelivery) {
      return new OnTimeReading(wanted, site);
    } else if (metric instanceof Metric.BugRate) {
      return new BugReading(wanted, site);
    } else if (metric instanceof Metric.ReopenedShare) {
      return new ReopenReading(wanted, site);
    } else if (metric instanceof Metric.WorkInProgress) {
      return new WorkReading.Count(wanted, site);
    } else if (metric instanceof Metric.Hours) {
      return new LoggedReading.Sum(LoggedReading.Worth.TIME, wanted, site);
    } else if (metric instanceof Metric.Cost) {
      return new LoggedReading.Sum(LoggedReading.Worth.MONEY, wanted, site);
    } else if (metric instanceof Metric.CostPerDelivery) {
      return new LoggedReading.PerDelivery(wanted, site);
    } else if (metric instanceof Metric.Utilisation) {
      return new LoggedReading.Utilisation(wanted, site);
    }
    return new LoggedReading.Spend(metric instanceof Metric.BudgetVariance, wanted, site);
  }

  /** A metric with its windows. */
  private static final class Column<C extends Cell> {
    private final Reading<C> reading;
    private final Reach reach;
    private final Frames frames;
    private final List<C> cells = new ArrayList<>();

    /** For each window which issue looked at it last: issues are counted from 1. */
    private final long[] lookedAt;

    private long issues;

    Column(Reading<C> reading, Wanted wanted, Site site) {
      this.reading = reading;
      this.reach = wanted.reach();
      this.frames = new Frames(wanted.windows(), wanted.asOf(), site);
      this.lookedAt = new long[frames.all().size()];
      for (Frame frame : frames.all()) {
        C cell = reading.begin(frame);
        if (!frame.isBegun()) {
          cell.notBegun();
        }
        cells.add(cell);
      }
    }

    void take(IssueView issue) {
      if (!reach.mayHold(issue.facts())) {
        return;
      }
      issues++;
      reading.touched(issue, frames, frame -> look(issue, frame));
    }

    private void look(IssueView issue, Frame frame) {
      if (lookedAt[frame.index()] == issues || !frame.isBegun()) {
        return;
      }
      lookedAt[frame.index()] = issues;
      if (reading.belongs(issue, frame)) {
        reading.read(issue, frame, cells.get(frame.index()));
      }
    }

    List<MetricResult> results() {
      List<MetricResult> results = new ArrayList<>();
      for (Frame frame : frames.all()) {
        results.add(cells.get(frame.index()).result(frame, reading.divisor()));
      }
      return results;
    }
  }
}
