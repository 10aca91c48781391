package io.bearings.progress;

import io.bearings.flow.CategorySteps;
import io.bearings.flow.IssueHistory;
import io.bearings.flow.MonteCarlo;
import io.bearings.flow.Period;
import io.bearings.flow.Throughput;
import io.bearings.okr.Decimals;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import io.bearings.okr.Source;
import io.bearings.okr.Window;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * When key results that are fed by issues will succeed, by what their own team finished in past
 * weeks: issues that count for any key result of the same unit, each once. Costs two statements
 * more than looking at the key result.
 */
@Named
public final class WorkForecasting {
  /** How many whole weeks are looked back at. */
  static final int WEEKS = 12;

  private static final int FEWEST_WEEKS = 6;
  private static final int DAYS = 7;

  /** So many weeks are shown at most. */
  private static final int MOST_ENDS = 26;

  private final Overview overview;
  private final TeamWork team;
  private final Histories histories;
  private final SiteSettings settings;
  private final Clock clock;

  @Inject
  public WorkForecasting(
      Overview overview, TeamWork team, Histories histories, SiteSettings settings, Clock clock) {
    this.overview = overview;
    this.team = team;
    this.histories = histories;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * When a key result will succeed.
   *
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   */
  public WorkForecast of(Person who, long keyResultId) {
    Overview.Within found = overview.within(who, keyResultId);
    KeyResult keyResult = found.keyResult().keyResult();
    Placed placed = found.placed();
    if (keyResult.source() != Source.ISSUES || placed.cycle().isEmpty()) {
      return new WorkForecast.None(WorkForecast.Reason.SOURCE);
    }
    IssueProgress progress = found.keyResult().progress();
    Optional<BigDecimal> remaining = remaining(keyResult, placed, progress);
    if (remaining.isEmpty()) {
      return new WorkForecast.None(WorkForecast.Reason.NOTHING_LINKED);
    }
    if (remaining.get().signum() <= 0) {
      return new WorkForecast.None(WorkForecast.Reason.REACHED);
    }
    List<WorkForecast.Week> past = past(placed.objective().unitId());
    if (past.size() < FEWEST_WEEKS) {
      return new WorkForecast.None(WorkForecast.Reason.TOO_FEW_WEEKS);
    }
    return simulate(keyResult, placed.cycle().get().days(), remaining.get(), past);
  }

  /** How many issues are missing to success; absent where nothing can be missing. */
  private static Optional<BigDecimal> remaining(
      KeyResult keyResult, Placed placed, IssueProgress progress) {
    BigDecimal level = keyResult.source().successLevel(placed.objective().kind());
    Optional<BigDecimal> count = keyResult.goal().target();
    if (progress.issues() == 0) {
      return Optional.empty();
    }
    if (count.isPresent()) {
      return Optional.of(level.multiply(count.get()).subtract(BigDecimal.valueOf(progress.done())));
    }
    BigDecimal missing = level.multiply(progress.totalWeight()).subtract(progress.doneWeight());
    BigDecimal open = progress.totalWeight().subtract(progress.doneWeight());
    int openIssues = progress.toDo() + progress.inProgress();
    if (progress.totalWeight().signum() == 0) {
      return Optional.empty();
    }
    return missing.signum() <= 0 || open.signum() <= 0
        ? Optional.of(BigDecimal.ZERO)
        : Optional.of(Decimals.quotient(missing.multiply(BigDecimal.valueOf(openIssues)), open));
  }

  /** The whole weeks since the team first finished something, as far as they are looked back at. */
  private List<WorkForecast.Week> past(long unitId) {
    LocalDate thisWeek =
        LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate first = thisWeek.minusWeeks(WEEKS);
    Set<Long> ids = team.finishedSince(unitId, first.atStartOfDay(clock.getZone()).toInstant());
    List<Throughput.Finished> finished =
        ids.isEmpty()
            ? List.of()
            : histories.of(ids).stream()
                .filter(each -> each.deleted().isEmpty())
                .map(WorkForecasting::finished)
                .toList();
    Set<String> outOfScope = settings.current().outOfScopeResolutionIds();
    List<WorkForecast.Week> weeks = new ArrayList<>();
    for (LocalDate monday = first; monday.isBefore(thisWeek); monday = monday.plusWeeks(1)) {
      Period week = new Period(monday, monday.plusDays(DAYS - 1), clock.getZone());
      int count = Throughput.of(finished, week, outOfScope).resolved();
      if (count > 0 || !weeks.isEmpty()) {
        weeks.add(new WorkForecast.Week(monday, count));
      }
    }
    return weeks;
  }

  private static Throughput.Finished finished(IssueHistory issue) {
    CategorySteps steps = CategorySteps.of(issue);
    IssueHistory.Moment last = issue.moments().get(issue.moments().size() - 1);
    return new Throughput.Finished(steps.isDone(), steps.lastDone(), last.state().resolutionId());
  }

  private WorkForecast simulate(
      KeyResult keyResult, Window cycle, BigDecimal remaining, List<WorkForecast.Week> past) {
    LocalDate today = LocalDate.now(clock);
    LocalDate due = keyResult.goal().due().orElse(cycle.last());
    int weeksLeft = (int) Math.max(0, ChronoUnit.DAYS.between(today, due) / DAYS);
    MonteCarlo found =
        MonteCarlo.of(
                remaining,
                past.stream().map(week -> BigDecimal.valueOf(week.finished())).toList(),
                weeksLeft,
                keyResult.id())
            .orElseThrow(() -> new IllegalStateException("The first week finished something"));
    int from = Math.max(1, found.early() - 1);
    int to = Math.min(from + MOST_ENDS - 1, found.late() + 1);
    return new WorkForecast.Simulation(
        remaining,
        due,
        today.plusWeeks(found.early()),
        today.plusWeeks(found.weeks()),
        today.plusWeeks(found.late()),
        found.probability(),
        past,
        IntStream.rangeClosed(from, to)
            .mapToObj(week -> new WorkForecast.End(today.plusWeeks(week), found.doneWithin(week)))
            .toList());
  }
}
