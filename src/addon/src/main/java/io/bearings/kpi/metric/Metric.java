package io.bearings.kpi.metric;

import io.bearings.okr.WeightBy;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What can be counted over the work of a window. All of them read the states of issues through
 * time; {@link #needs()} says what they need besides, and each one which other facts of {@link
 * IssueFacts} it reads.
 */
public sealed interface Metric {

  /** What it is a number of. */
  Quantity quantity();

  /** What counts as time, where it is a duration. */
  default Optional<Clocked> clocked() {
    return Optional.empty();
  }

  /** Without what there is no data, beside histories. */
  default Set<Input> needs() {
    return Set.of();
  }

  /**
   * Whether it tells of what happened in a window, and not of what is there at its end; then the
   * length of the window matters.
   */
  default boolean isOverTime() {
    return true;
  }

  /** Whether it is a figure of sprints, and of no other windows. */
  default boolean isOfSprints() {
    return false;
  }

  /**
   * A sum of the sprint report, in points or in issues. Sub-tasks count nowhere. No data while the
   * sprint runs, but for the first two, and in points where nothing is estimated.
   *
   * @param inPoints else in issues
   */
  record OfSprint(Sum sum, boolean inPoints) implements Metric {
    /** The sums of the report. */
    public enum Sum {
      COMMITMENT,
      ADDED,
      VELOCITY,
      NOT_COMPLETED,
      REMOVED,
      COMPLETED_ELSEWHERE,
      /** What was committed and completed by what was committed, as it was at the start. */
      SAY_DO
    }

    @Override
    public Quantity quantity() {
      if (sum == Sum.SAY_DO) {
        return Quantity.SHARE;
      }
      return inPoints ? Quantity.POINTS : Quantity.ISSUES;
    }

    @Override
    public boolean isOverTime() {
      return false;
    }

    @Override
    public boolean isOfSprints() {
      return true;
    }
  }

  /**
   * How many issues; throughput is that of those resolved. What is done without a resolution date
   * is undefined, in the window in which it last came into Done.
   */
  record Count(Placed placed) implements Metric {
    @Override
    public boolean isOverTime() {
      return placed.isOverTime();
    }

    @Override
    public Quantity quantity() {
      return Quantity.ISSUES;
    }
  }

  /**
   * A statistic over a number of issues: points, the original estimate in hours, or a number field,
   * as it is at the window's end. Issues without a value are undefined; where no issue has one
   * there is no data, and where there is no issue a sum is 0.
   */
  record OfField(Statistic statistic, WeightBy field, Placed placed) implements Metric {
    /**
     * @throws IllegalArgumentException where the field is none
     */
    public OfField {
      if (field.equals(WeightBy.ISSUES)) {
        throw new IllegalArgumentException("No field: " + field);
      }
    }

    @Override
    public boolean isOverTime() {
      return placed.isOverTime();
    }

    @Override
    public Quantity quantity() {
      if (field.equals(WeightBy.POINTS)) {
        return Quantity.POINTS;
      }
      return field.equals(WeightBy.ESTIMATE) ? Quantity.HOURS : Quantity.NUMBER;
    }
  }

  /**
   * The share of the issues that a second query finds too.
   *
   * @param jql the second query
   */
  record Share(String jql, Placed placed) implements Metric {
    @Override
    public boolean isOverTime() {
      return placed.isOverTime();
    }

    @Override
    public Quantity quantity() {
      return Quantity.SHARE;
    }
  }

  /**
   * How long something took, for issues for which it ended in the window: lead time and time in
   * status with the resolution, cycle time with the last entry into Done; response time is of
   * issues created in the window, those without an answer are open. A negative or missing duration
   * is undefined.
   */
  record TimeTaken(Span span, Statistic statistic, Timing timing) implements Metric {
    @Override
    public Quantity quantity() {
      return timing.in().quantity();
    }

    @Override
    public Optional<Clocked> clocked() {
      return Optional.of(timing.clocked());
    }

    @Override
    public Set<Input> needs() {
      return needsOf(span);
    }
  }

  /**
   * The share of issues for which something took no longer than a limit. An issue that has no
   * answer and is past the limit was not within it; one that still has time is open, in neither
   * sum.
   *
   * @param limit in milliseconds, 0 or more
   */
  record Within(Span span, long limit, Clocked clock) implements Metric {
    @Override
    public Quantity quantity() {
      return Quantity.SHARE;
    }

    @Override
    public Optional<Clocked> clocked() {
      return Optional.of(clock);
    }

    @Override
    public Set<Input> needs() {
      return needsOf(span);
    }
  }

  /** How often some statuses were entered until the resolution, for issues that ever were there. */
  record Entries(Set<String> statusIds, Statistic statistic) implements Metric {
    public Entries {
      statusIds = Set.copyOf(statusIds);
    }

    @Override
    public Quantity quantity() {
      return Quantity.ENTRIES;
    }
  }

  /**
   * Resolved by the due date ÷ due in the window; open and past due is late, open and not yet due
   * is in neither sum. Reads due dates as they are today.
   */
  record OnTimeDelivery() implements Metric {
    @Override
    public Quantity quantity() {
      return Quantity.SHARE;
    }
  }

  /**
   * Whole days late against the due date, or without one against the first release date of the fix
   * versions, of issues resolved in the window; early is 0, and neither date is undefined. Open
   * issues past due stand beside as open. Reads due dates as they are today.
   */
  record ScheduleDelay(Statistic statistic) implements Metric {
    @Override
    public Quantity quantity() {
      return Quantity.DAYS;
    }

    @Override
    public Optional<Clocked> clocked() {
      return Optional.of(Clocked.CALENDAR);
    }
  }

  /**
   * Σ (actual − planned days) ÷ Σ planned days, of issues resolved in the window with a start and a
   * due date. Planned are the days from start to due date, actual those from the start date to the
   * resolution, first and last included. A due date or a resolution before the start date is
   * undefined. Reads both dates as they are today.
   */
  record ScheduleVariance(Clocked clock) implements Metric {
    @Override
    public Quantity quantity() {
      return Quantity.SHARE;
    }

    @Override
    public Optional<Clocked> clocked() {
      return Optional.of(clock);
    }
  }

  /**
   * Bugs by releases: found from a release's day until the next release of the project, in a
   * version that they affect, ÷ releases of the window. Which issues are bugs the scope says. A
   * released version without a date is undefined. Reads affected versions as they are today.
   */
  record BugRate() implements Metric {
    @Override
    public Quantity quantity() {
      return Quantity.ISSUES_PER_RELEASE;
    }
  }

  /** Issues that left Done in the window ÷ issues that entered it; each once. */
  record ReopenedShare() implements Metric {
    @Override
    public Quantity quantity() {
      return Quantity.SHARE;
    }
  }

  /** How many issues are in progress at the window's end. */
  record WorkInProgress() implements Metric {
    @Override
    public boolean isOverTime() {
      return false;
    }

    @Override
    public Quantity quantity() {
      return Quantity.ISSUES;
    }
  }

  /** How long issues that are in progress at the window's end ago first were. */
  record AgeOfWork(Statistic statistic, Timing timing) implements Metric {
    @Override
    public boolean isOverTime() {
      return false;
    }

    @Override
    public Quantity quantity() {
      return timing.in().quantity();
    }

    @Override
    public Optional<Clocked> clocked() {
      return Optional.of(timing.clocked());
    }
  }

  /** Logged hours. */
  record Hours() implements Metric {
    @Override
    public Quantity quantity() {
      return Quantity.HOURS;
    }

    @Override
    public Set<Input> needs() {
      return Set.of(Input.WORKLOGS);
    }
  }

  /** Logged hours × the hourly rate of their day. */
  record Cost() implements Metric {
    @Override
    public Quantity quantity() {
      return Quantity.MONEY;
    }

    @Override
    public Set<Input> needs() {
      return Set.of(Input.WORKLOGS, Input.HOURLY_RATE);
    }
  }

  /** The cost of the window ÷ issues resolved in it. */
  record CostPerDelivery() implements Metric {
    @Override
    public Quantity quantity() {
      return Quantity.MONEY_PER_ISSUE;
    }

    @Override
    public Set<Input> needs() {
      return Set.of(Input.WORKLOGS, Input.HOURLY_RATE);
    }
  }

  /**
   * Spend of the window to date ÷ its budget, beside the share of it that has elapsed. Spend is
   * what was given as such, else logged hours × rate.
   */
  record BudgetBurn() implements Metric {
    @Override
    public Quantity quantity() {
      return Quantity.SHARE;
    }

    @Override
    public Set<Input> needs() {
      return Set.of(Input.BUDGET);
    }
  }

  /** (Spend − budget phased to date) ÷ budget phased to date. */
  record BudgetVariance() implements Metric {
    @Override
    public Quantity quantity() {
      return Quantity.SHARE;
    }

    @Override
    public Set<Input> needs() {
      return Set.of(Input.PHASING);
    }
  }

  /**
   * Hours that members of the unit logged ÷ (working days × members × hours of a day), to date. A
   * release, which has no first day, has no capacity and so no data.
   */
  record Utilisation() implements Metric {
    @Override
    public Quantity quantity() {
      return Quantity.SHARE;
    }

    @Override
    public Set<Input> needs() {
      return Set.of(Input.WORKLOGS, Input.MEMBERS);
    }
  }

  /**
   * A part's share of the weight of the work resolved in the window. A sub-task counts only if it
   * serves or restores itself.
   */
  record Effort(Part part, WeightBy weightBy) implements Metric {
    /** Where work goes. */
    public enum Part {
      /** It serves an objective. */
      OBJECTIVE,
      /** It restores a KPI, and serves no objective. */
      KPI,
      NEITHER
    }

    @Override
    public Quantity quantity() {
      return Quantity.SHARE;
    }

    @Override
    public Set<Input> needs() {
      return Set.of(Input.OBJECTIVES);
    }
  }

  private static Set<Input> needsOf(Span span) {
    return span instanceof Span.Response ? EnumSet.of(Input.COMMENTS, Input.MEMBERS) : Set.of();
  }
}
