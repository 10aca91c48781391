package io.bearings.kpi.metric;

import io.bearings.flow.IssueSnapshot;
import io.bearings.kpi.metric.MetricResult.Why;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is read of logged work, in seconds or in seconds × rate.
 *
 * @param <C> what gathers in each window
 */
abstract class LoggedReading<C extends Cell> extends Reading<C> {
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  /** What a second of work is worth. */
  enum Worth {
    TIME,
    MONEY
  }

  private final Worth worth;

  LoggedReading(Worth worth, Wanted wanted, Site site) {
    super(wanted, site);
    this.worth = worth;
  }

  /** What an hour's worth is in what cells add up. */
  static BigDecimal hours(BigDecimal hours) {
    return hours.multiply(SECONDS_PER_HOUR);
  }

  static BigDecimal perHour() {
    return SECONDS_PER_HOUR;
  }

  @Override
  void touched(IssueView issue, Frames frames, Consumer<Frame> touched) {
    if (issue.facts().worklogs().isEmpty()) {
      // It may have been worked on at any time.
      frames.readBetween(issue.history().created(), Instant.MAX, touched);
    } else {
      issue.facts().worklogs().get().forEach(log -> frames.at(log.started(), touched));
    }
    frames.ofMember(issue, touched);
  }

  /** Work may be logged for a time before the issue was there. */
  @Override
  boolean belongs(IssueView issue, Frame frame) {
    if (frame.holdsMembers()) {
      return super.belongs(issue, frame);
    }
    Optional<IssueSnapshot> known = issue.at(frame.known());
    return known
        .map(now -> issue.at(frame.reading()).orElse(now))
        .filter(state -> wanted().reach().holdsProject(state.projectId()))
        .isPresent();
  }

  @Override
  void read(IssueView issue, Frame frame, C cell) {
    if (issue.facts().worklogs().isEmpty()) {
      cell.missing(Input.WORKLOGS);
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    boolean worked = false;
    for (IssueFacts.Worklog log : issue.facts().worklogs().get()) {
      if (frame.contains(log.started()) && counts(log)) {
        Optional<BigDecimal> rate = rate(log);
        if (rate.isEmpty()) {
          cell.missing(Input.HOURLY_RATE);
          return;
        }
        sum = sum.add(log.seconds().multiply(rate.get()));
        worked = true;
      }
    }
    if (worked) {
      cell.count();
      add(issue.id(), sum, cell);
    }
  }

  /** Whether somebody's work counts. */
  boolean counts(IssueFacts.Worklog log) {
    return true;
  }

  private Optional<BigDecimal> rate(IssueFacts.Worklog log) {
    return worth == Worth.TIME
        ? Optional.of(BigDecimal.ONE)
        : inputs().hourlyRate().flatMap(rate -> rate.inForce(site().dayOf(log.started())));
  }

  final void needRate(Cell cell) {
    if (inputs().hourlyRate().isEmpty()) {
      cell.missing(Input.HOURLY_RATE);
    }
  }

  /** Adds what was logged on an issue. */
  abstract void add(long issueId, BigDecimal logged, C cell);

  /** Hours, or what they cost. */
  static final class Sum extends LoggedReading<SumCell> {
    private final Worth worth;

    Sum(Worth worth, Wanted wanted, Site site) {
      super(worth, wanted, site);
      this.worth = worth;
    }

    @Override
    SumCell begin(Frame frame) {
      SumCell cell = new SumCell(tracing(), SumCell.Empty.ZERO);
      if (worth == Worth.MONEY) {
        needRate(cell);
      }
      return cell;
    }

    @Override
    BigDecimal divisor() {
      return perHour();
    }

    @Override
    void add(long issueId, BigDecimal logged, SumCell cell) {
      cell.add(issueId, logged);
    }
  }

  /** What an hour's work of members is of the hours that they have. */
  static final class Utilisation extends LoggedReading<RatioCell> {
    Utilisation(Wanted wanted, Site site) {
      super(Worth.TIME, wanted, site);
    }

    @Override
    RatioCell begin(Frame frame) {
      RatioCell cell =
          new RatioCell(
              tracing(),
              Why.UNDEFINED,
              BigDecimal.ZERO,
              inputs().team().map(team -> capacity(team, frame)).orElse(BigDecimal.ZERO));
      if (inputs().team().isEmpty()) {
        cell.missing(Input.MEMBERS);
      }
      return cell;
    }

    private BigDecimal capacity(Inputs.Team team, Frame frame) {
      LocalDate first = frame.firstDay();
      int days =
          first.equals(LocalDate.MIN) ? 0 : site().workingDays().between(first, frame.lastDay());
      return hours(team.hoursPerDay().multiply(BigDecimal.valueOf((long) days * team.people())));
    }

    @Override
    boolean counts(IssueFacts.Worklog log) {
      return inputs().team().filter(team -> team.members().contains(log.author())).isPresent();
    }

    @Override
    void add(long issueId, BigDecimal logged, RatioCell cell) {
      cell.add(issueId, logged, BigDecimal.ZERO);
    }
  }

  /** What delivered issues cost. */
  static final class PerDelivery extends LoggedReading<RatioCell> {
    PerDelivery(Wanted wanted, Site site) {
      super(Worth.MONEY, wanted, site);
    }

    @Override
    RatioCell begin(Frame frame) {
      RatioCell cell = new RatioCell(tracing());
      needRate(cell);
      return cell;
    }

    @Override
    BigDecimal divisor() {
      return perHour();
    }

    @Override
    void touched(IssueView issue, Frames frames, Consumer<Frame> touched) {
      super.touched(issue, frames, touched);
      finished(issue, frames, touched);
    }

    @Override
    void read(IssueView issue, Frame frame, RatioCell cell) {
      super.read(issue, frame, cell);
      if (issue.finished(frame.known()).filter(frame::contains).isEmpty()) {
        return;
      }
      if (issue.resolved(frame.known()).isEmpty()) {
        cell.undefined();
      } else if (issue
          .at(frame.known())
          .flatMap(IssueSnapshot::resolutionId)
          .filter(site().outOfScopeResolutionIds()::contains)
          .isPresent()) {
        cell.outOfScope();
      } else {
        cell.add(issue.id(), BigDecimal.ZERO, BigDecimal.ONE);
      }
    }

    @Override
    void add(long issueId, BigDecimal logged, RatioCell cell) {
      cell.add(issueId, logged, BigDecimal.ZERO);
    }
  }

  /** What was spent, against a budget. */
  static final class Spend extends LoggedReading<RatioCell> {
    private final boolean phased;

    /**
     * @param phased whether against what of the budget is planned to date, as a deviation from it
     */
    Spend(boolean phased, Wanted wanted, Site site) {
      super(Worth.MONEY, wanted, site);
      this.phased = phased;
    }

    @Override
    RatioCell begin(Frame frame) {
      Optional<BigDecimal> budget = phased ? planned(frame) : whole(frame);
      BigDecimal base = hours(budget.orElse(BigDecimal.ZERO));
      BigDecimal given =
          inputs()
              .spend()
              .flatMap(spend -> spend.sum(frame.firstDay(), frame.lastDay()))
              .map(LoggedReading::hours)
              .orElse(BigDecimal.ZERO);
      RatioCell cell =
          new RatioCell(tracing(), Why.UNDEFINED, phased ? given.subtract(base) : given, base);
      if (budget.isEmpty()) {
        cell.missing(phased ? Input.PHASING : Input.BUDGET);
      }
      if (inputs().spend().isEmpty()) {
        needRate(cell);
      }
      return cell;
    }

    private Optional<BigDecimal> planned(Frame frame) {
      return inputs().phasing().flatMap(all -> all.sum(frame.firstDay(), frame.lastDay()));
    }

    private Optional<BigDecimal> whole(Frame frame) {
      return inputs().budget().flatMap(all -> all.inForce(frame.lastDay()));
    }

    @Override
    void touched(IssueView issue, Frames frames, Consumer<Frame> touched) {
      if (inputs().spend().isEmpty()) {
        super.touched(issue, frames, touched);
      }
    }

    @Override
    void add(long issueId, BigDecimal logged, RatioCell cell) {
      cell.add(issueId, logged, BigDecimal.ZERO);
    }
  }
}
