package io.bearings.kpi;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How days are divided into the periods of a KPI. */
public sealed interface Periods {

  /** The period that a day belongs to; absent between two sprints and before the first of them. */
  Optional<Period> of(LocalDate day);

  /** The period that a measurement is about. */
  default Optional<Period> of(Measurement measurement) {
    return of(measurement.on());
  }

  /** All periods that have a day in common with these days, from the earliest to the latest. */
  List<Period> between(LocalDate first, LocalDate last);

  /** The days of a sprint or a release as Jira has them. */
  record Span(String id, String name, LocalDate first, Optional<LocalDate> last) {}

  /** A version that was released. */
  record Release(String id, String name, LocalDate on) {}

  /**
   * The periods of the calendar.
   *
   * @param frequency daily, weekly, every two weeks, monthly, quarterly or yearly
   * @param weekStart the day on which a week begins
   * @param anchor a day of the first week of some two
   * @throws IllegalArgumentException for a frequency that events date
   */
  static Periods calendar(Frequency frequency, DayOfWeek weekStart, LocalDate anchor) {
    return new Calendar(frequency, weekStart, anchor);
  }

  /**
   * One period for each sprint. One without an end has lasted until today, and so is one whose end
   * lies before its beginning.
   */
  static Periods sprints(List<Span> spans, LocalDate today) {
    return new Dated(
        spans.stream()
            .map(
                span ->
                    new Period(
                        span.first(),
                        span.last()
                            .filter(last -> !last.isBefore(span.first()))
                            .orElse(later(span.first(), today)),
                        Optional.of(new Period.Named(span.id(), span.name()))))
            .toList());
  }

  /**
   * One period for each release, from its day to the day before the next. The latest lasts until
   * today; releases of one day share their days.
   */
  static Periods releases(List<Release> releases, LocalDate today) {
    return new Dated(
        releases.stream()
            .map(
                release ->
                    new Period(
                        release.on(),
                        releases.stream()
                            .map(Release::on)
                            .filter(release.on()::isBefore)
                            .min(Comparator.naturalOrder())
                            .map(next -> next.minusDays(1))
                            .orElse(later(release.on(), today)),
                        Optional.of(new Period.Named(release.id(), release.name()))))
            .toList());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /** Periods that follow one another without a gap. */
  record Calendar(Frequency frequency, DayOfWeek weekStart, LocalDate anchor) implements Periods {
    private static final int QUARTER = 3;
    private static final int FORTNIGHT = 14;

    public Calendar {
      if (frequency.isDatedByEvents()) {
        throw new IllegalArgumentException(frequency + " is not of the calendar");
      }
    }

    @Override
    public Optional<Period> of(LocalDate day) {
      return Optional.of(containing(day));
    }

    @Override
    public List<Period> between(LocalDate first, LocalDate last) {
      List<Period> periods = new ArrayList<>();
      Period period = containing(first);
      while (!period.first().isAfter(last)) {
        periods.add(period);
        period = containing(period.last().plusDays(1));
      }
      return periods;
    }

    private Period containing(LocalDate day) {
      LocalDate first = firstDay(day);
      return Period.of(first, firstOfNext(first).minusDays(1));
    }

    private LocalDate firstDay(LocalDate day) {
      return switch (frequency) {
        case WEEKLY -> weekOf(day);
        case EVERY_TWO_WEEKS -> {
          long since = ChronoUnit.DAYS.between(weekOf(anchor), day);
          yield day.minusDays(Math.floorMod(since, FORTNIGHT));
        }
        case MONTHLY -> day.withDayOfMonth(1);
        case QUARTERLY -> {
          Month month = day.getMonth().firstMonthOfQuarter();
          yield LocalDate.of(day.getYear(), month, 1);
        }
        case YEARLY -> day.withDayOfYear(1);
        default -> day;
      };
    }

    private LocalDate firstOfNext(LocalDate first) {
      return switch (frequency) {
        case WEEKLY -> first.plusWeeks(1);
        case EVERY_TWO_WEEKS -> first.plusWeeks(2);
        case MONTHLY -> first.plusMonths(1);
        case QUARTERLY -> first.plusMonths(QUARTER);
        case YEARLY -> first.plusYears(1);
        default -> first.plusDays(1);
      };
    }

    private LocalDate weekOf(LocalDate day) {
      return day.with(TemporalAdjusters.previousOrSame(weekStart));
    }
  }

  /**
   * Periods that events have dated; they may leave gaps and share days.
   *
   * @param spans in any order
   */
  record Dated(List<Period> spans) implements Periods {
    public Dated {
      spans =
          spans.stream()
              .sorted(Comparator.comparing(Period::last).thenComparing(Period::first))
              .toList();
    }

    /** Of several that share the day the one that ends first: its value is entered as it ends. */
    @Override
    public Optional<Period> of(LocalDate day) {
      return spans.stream().filter(span -> span.contains(day)).findFirst();
    }

    @Override
    public Optional<Period> of(Measurement measurement) {
      return measurement.span().isPresent()
          ? spans.stream()
              .filter(span -> span.of().map(Period.Named::id).equals(measurement.span()))
              .findFirst()
          : of(measurement.on());
    }

    @Override
    public List<Period> between(LocalDate first, LocalDate last) {
      return spans.stream()
          .filter(span -> !span.first().isAfter(last) && !span.last().isBefore(first))
          .toList();
    }
  }
}
