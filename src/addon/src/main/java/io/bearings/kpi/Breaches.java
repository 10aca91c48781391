package io.bearings.kpi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The breaches of a KPI after its periods were judged, and what that changed. Judging again what
 * was judged before changes nothing; a corrected or late value may change what has long been over.
 *
 * @param all those that are known now, from the earliest to the latest
 * @param events what happened, in the order of the breaches
 */
public record Breaches(List<Breach> all, List<BreachEvent> events) {
  public Breaches {
    all = List.copyOf(all);
    events = List.copyOf(events);
  }

  /**
   * Compares the breaches that are known with those that the periods show.
   *
   * @param known as they were left, with what people did about them; those that ended before the
   *     first of the periods stay as they are
   * @param periods from the earliest to the latest, without a gap
   * @param judgedUntil the last day of the latest period that was judged for good before
   * @param now when this is noticed
   */
  public static Breaches of(
      List<Breach> known, List<Judged> periods, Optional<LocalDate> judgedUntil, Instant now) {
    if (periods.isEmpty()) {
      return new Breaches(known, List.of());
    }
    Comparison comparison = new Comparison(known, periods, judgedUntil, now);
    return comparison.result();
  }

  /** The one that is open, of which there is at most one. */
  public Optional<Breach> open() {
    return all.stream().filter(Breach::isOpen).findFirst();
  }

  /** One comparison of what is known with what is shown. */
  private static final class Comparison {
    private final LocalDate from;
    private final List<Judged> periods;
    private final Optional<LocalDate> judgedUntil;
    private final Instant now;
    private final List<Breach> unmatched = new ArrayList<>();
    private final List<Breach> all = new ArrayList<>();
    private final List<BreachEvent> events = new ArrayList<>();

    Comparison(
        List<Breach> known, List<Judged> periods, Optional<LocalDate> judgedUntil, Instant now) {
      this.from = periods.get(0).period().first();
      this.periods = periods;
      this.judgedUntil = judgedUntil;
      this.now = now;
      for (Breach each : sorted(known)) {
        (isBefore(each) ? all : unmatched).add(each);
      }
    }

    private static List<Breach> sorted(List<Breach> known) {
      return known.stream().sorted(Comparator.comparing(each -> each.opened().first())).toList();
    }

    private boolean isBefore(Breach breach) {
      return breach.closed().filter(end -> end.first().isBefore(from)).isPresent();
    }

    Breaches result() {
      boolean open = unmatched.stream().anyMatch(this::reachesIn);
      for (Hysteresis.Stretch stretch : Hysteresis.stretches(periods, open)) {
        Optional<Breach> before =
            unmatched.stream().filter(each -> overlap(each, stretch)).findFirst();
        before.ifPresent(unmatched::remove);
        all.add(before.map(it -> again(it, stretch)).orElseGet(() -> first(stretch)));
      }
      unmatched.forEach(each -> events.add(new BreachEvent.Withdrawn(each)));
      return new Breaches(all, events);
    }

    private boolean reachesIn(Breach breach) {
      return breach.opened().first().isBefore(from);
    }

    private boolean overlap(Breach breach, Hysteresis.Stretch stretch) {
      LocalDate begins = stretch.opened().map(Period::first).orElse(breach.opened().first());
      return isBeforeEnd(begins, breach.closed())
          && isBeforeEnd(breach.opened().first(), stretch.closed());
    }

    private static boolean isBeforeEnd(LocalDate day, Optional<Period> end) {
      return end.filter(period -> !day.isBefore(period.first())).isEmpty();
    }

    private Breach first(Hysteresis.Stretch stretch) {
      Breach breach =
          new Breach(
              Optional.empty(),
              stretch.opened().orElseThrow(),
              stretch.closed(),
              now,
              stretch.closed().map(any -> now),
              Handling.NONE);
      events.add(
          breach.isOpen()
              ? new BreachEvent.Opened(breach, wasJudged(breach.opened()))
              : new BreachEvent.Found(breach));
      return breach;
    }

    private Breach again(Breach before, Hysteresis.Stretch stretch) {
      Breach breach =
          new Breach(
              before.id(),
              stretch.opened().orElse(before.opened()),
              stretch.closed(),
              before.openedAt(),
              stretch.closed().map(any -> before.closedAt().orElse(now)),
              before.handling());
      boolean wasOver = !before.isOpen();
      boolean isOver = !breach.isOpen();
      boolean moved =
          !breach.opened().hasDaysOf(before.opened())
              || wasOver
                  && isOver
                  && !breach.closed().orElseThrow().hasDaysOf(before.closed().orElseThrow());
      if (moved) {
        events.add(new BreachEvent.Moved(breach, before));
      }
      if (isOver && !wasOver) {
        events.add(new BreachEvent.Closed(breach, wasJudged(breach.closed().orElseThrow())));
      }
      if (wasOver && !isOver) {
        events.add(new BreachEvent.Reopened(breach));
      }
      return breach;
    }

    private boolean wasJudged(Period period) {
      return judgedUntil.filter(day -> !period.last().isAfter(day)).isPresent();
    }
  }
}
