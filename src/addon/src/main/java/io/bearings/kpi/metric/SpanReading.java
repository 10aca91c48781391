package io.bearings.kpi.metric;

import io.bearings.flow.Stopwatch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is read of how long something took.
 *
 * @param <C> what gathers in each window
 */
abstract class SpanReading<C extends Cell> extends Reading<C> {
  private final Span span;
  private final Stopwatch stopwatch;

  SpanReading(Span span, Clocked clocked, Wanted wanted, Site site) {
    super(wanted, site);
    this.span = span;
    this.stopwatch = clocked.stopwatch(site.workingDays(), site.zone());
  }

  @Override
  final C begin(Frame frame) {
    C cell = cell();
    if (span instanceof Span.Response && inputs().team().isEmpty()) {
      cell.missing(Input.MEMBERS);
    }
    return cell;
  }

  abstract C cell();

  final Stopwatch stopwatch() {
    return stopwatch;
  }

  @Override
  void touched(IssueView issue, Frames frames, Consumer<Frame> touched) {
    finished(issue, frames, touched);
  }

  @Override
  final void read(IssueView issue, Frame frame, C cell) {
    if (span instanceof Span.Response && isUnread(issue, frame)) {
      cell.missing(Input.COMMENTS);
      return;
    }
    Optional<Ending> ending = ending(issue, frame.known());
    if (ending.filter(each -> isPlaced(each, frame)).isEmpty()) {
      return;
    }
    switch (ending.get().state()) {
      case UNDEFINED -> cell.undefined();
      case OPEN -> open(issue, frame, cell);
      case KNOWN -> {
        cell.count();
        add(issue.id(), millis(ending.get()), cell);
      }
    }
  }

  private boolean isUnread(IssueView issue, Frame frame) {
    return issue.facts().comments().isEmpty()
        && (frame.holdsMembers() || frame.contains(issue.history().created()));
  }

  private boolean isPlaced(Ending ending, Frame frame) {
    return span instanceof Span.Response && frame.holdsMembers() || frame.contains(ending.placed());
  }

  private static long millis(Ending ending) {
    return ending.took().orElseThrow().toMillis();
  }

  private Optional<Ending> ending(IssueView issue, Instant known) {
    if (span instanceof Span.Cycle) {
      return Ending.cycle(issue, known, stopwatch);
    }
    if (span instanceof Span.Response) {
      return inputs().team().map(team -> Ending.response(issue, known, stopwatch, team.members()));
    }
    return span instanceof Span.InStatuses in
        ? Ending.inStatuses(issue, known, stopwatch, in.statusIds())
        : Ending.lead(issue, known, stopwatch);
  }

  /** Adds how long something took. */
  abstract void add(long issueId, long millis, C cell);

  /** An issue for which it has not ended. */
  abstract void open(IssueView issue, Frame frame, C cell);

  /** How long something takes. */
  static final class Taken extends SpanReading<ValueCell> {
    private final Metric.TimeTaken metric;

    Taken(Metric.TimeTaken metric, Wanted wanted, Site site) {
      super(metric.span(), metric.timing().clocked(), wanted, site);
      this.metric = metric;
    }

    @Override
    ValueCell cell() {
      return spread(metric.statistic(), tracing());
    }

    @Override
    BigDecimal divisor() {
      return metric.timing().in().millis();
    }

    @Override
    void add(long issueId, long millis, ValueCell cell) {
      cell.add(issueId, BigDecimal.valueOf(millis));
    }

    @Override
    void open(IssueView issue, Frame frame, ValueCell cell) {
      cell.open();
    }
  }

  /** For how many issues it took no longer than a limit. */
  static final class Within extends SpanReading<RatioCell> {
    private final Metric.Within metric;

    Within(Metric.Within metric, Wanted wanted, Site site) {
      super(metric.span(), metric.clock(), wanted, site);
      this.metric = metric;
    }

    @Override
    RatioCell cell() {
      return new RatioCell(tracing());
    }

    @Override
    void add(long issueId, long millis, RatioCell cell) {
      boolean within = millis <= metric.limit();
      cell.add(issueId, within ? BigDecimal.ONE : BigDecimal.ZERO, BigDecimal.ONE);
    }

    @Override
    void open(IssueView issue, Frame frame, RatioCell cell) {
      long waited = stopwatch().between(issue.history().created(), frame.known()).toMillis();
      if (waited > metric.limit()) {
        cell.count();
        cell.add(issue.id(), BigDecimal.ZERO, BigDecimal.ONE);
      } else {
        cell.open();
      }
    }
  }
}
