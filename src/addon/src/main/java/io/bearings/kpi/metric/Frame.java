package io.bearings.kpi.metric;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.Period;
import io.bearings.flow.Sprint;
import io.bearings.flow.SprintPart;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A window as it is looked at from an instant. */
final class Frame {
  private final MetricWindow window;
  private final Site site;
  private final int index;

  /** From when on happenings belong to it. */
  private final Instant first;

  /** Its last instant; of one without an end, the instant from which it is looked at. */
  private final Instant end;

  private final Instant known;

  Frame(int index, MetricWindow window, AsOf asOf, Site site) {
    this.window = window;
    this.site = site;
    this.index = index;
    this.first = first(window, site);
    this.end = end(window, asOf.instant(), site);
    this.known = asOf.asThen() && end.isBefore(asOf.instant()) ? end : asOf.instant();
  }

  private static Instant first(MetricWindow window, Site site) {
    if (window instanceof MetricWindow.Days days) {
      return site.startOf(days.period().first());
    }
    if (window instanceof MetricWindow.InSprint in) {
      return in.sprint().begun().plusNanos(1);
    }
    return Instant.MIN;
  }

  private static Instant end(MetricWindow window, Instant asOf, Site site) {
    if (window instanceof MetricWindow.Days days) {
      return lastOf(days.period().last(), site);
    }
    if (window instanceof MetricWindow.InSprint in) {
      return in.sprint().ended(asOf);
    }
    return ((MetricWindow.InRelease) window)
        .release()
        .day()
        .filter(day -> ((MetricWindow.InRelease) window).release().released())
        .map(day -> lastOf(day, site))
        .orElse(asOf);
  }

  private static Instant lastOf(LocalDate day, Site site) {
    return site.startOf(day.plusDays(1)).minusNanos(1);
  }

  MetricWindow window() {
    return window;
  }

  /** Its place among the windows of its metric. */
  int index() {
    return index;
  }

  /** From when on happenings belong to it. */
  Instant first() {
    return first;
  }

  /** Its last instant, which may be later than what is known. */
  Instant end() {
    return end;
  }

  /** Nothing later than this is known. */
  Instant known() {
    return known;
  }

  /** The instant of which the states of issues are read: its end, or what is known last. */
  Instant reading() {
    return end.isBefore(known) ? end : known;
  }

  /** The first day of it. */
  LocalDate firstDay() {
    return first.equals(Instant.MIN) ? LocalDate.MIN : site.dayOf(first);
  }

  /** The last day of it that has begun. */
  LocalDate lastDay() {
    return site.dayOf(reading());
  }

  boolean isBegun() {
    return !first.isAfter(known);
  }

  boolean isRunning() {
    return end.isAfter(known) || isWithoutEnd();
  }

  private boolean isWithoutEnd() {
    if (window instanceof MetricWindow.InSprint in) {
      return in.sprint().complete().isEmpty();
    }
    return window instanceof MetricWindow.InRelease in
        && (!in.release().released() || in.release().day().isEmpty());
  }

  /** Whether something that happened belongs to it, as far as is known. */
  boolean contains(Instant at) {
    return !at.isBefore(first) && !at.isAfter(reading());
  }

  /** Whether a day belongs to it, be it still to come. */
  boolean contains(LocalDate day) {
    return !day.isBefore(firstDay()) && !day.isAfter(site.dayOf(end));
  }

  /** Whether it is a sprint or a release, which say themselves what belongs to them. */
  boolean holdsMembers() {
    return !(window instanceof MetricWindow.Days);
  }

  /** Whether an issue in such a state belongs to it at its end. */
  boolean holds(IssueSnapshot state) {
    if (window instanceof MetricWindow.InSprint in) {
      return state.sprintIds().contains(in.sprint().id());
    }
    return !(window instanceof MetricWindow.InRelease in)
        || state.versionIds().contains(in.release().id());
  }

  /** The part that an issue had in the sprint that this is, as far as is known. */
  Optional<SprintPart> partIn(IssueHistory issue) {
    MetricWindow.InSprint in = (MetricWindow.InSprint) window;
    Sprint sprint = in.sprint();
    Sprint asKnown =
        new Sprint(sprint.id(), sprint.start(), sprint.complete().filter(at -> !at.isAfter(known)));
    return SprintPart.of(asKnown, issue, in.done(), known);
  }

  /** How much of its days has elapsed; absent where it is not of days. */
  Optional<BigDecimal> elapsed() {
    if (!(window instanceof MetricWindow.Days days)) {
      return Optional.empty();
    }
    Period period = days.period();
    long all = ChronoUnit.DAYS.between(period.first(), period.last()) + 1;
    long gone = ChronoUnit.DAYS.between(period.first(), lastDay()) + 1;
    return Optional.of(
        BigDecimal.valueOf(Math.max(0, gone))
            .divide(BigDecimal.valueOf(all), MathContext.DECIMAL128));
  }
}
