package io.bearings.progress;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Window;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The linked work of key results from day to day. The number of statements depends neither on the
 * days nor on the issues.
 */
@Named
public final class WorkDays {
  private static final int WITHOUT_A_CYCLE = 90;

  private final PastWork pastWork;
  private final Links links;
  private final Backfill backfill;
  private final SiteSettings settings;
  private final Clock clock;

  @Inject
  public WorkDays(
      PastWork pastWork, Links links, Backfill backfill, SiteSettings settings, Clock clock) {
    this.pastWork = pastWork;
    this.links = links;
    this.backfill = backfill;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The days that are wanted, oldest first; those that have not begun are left out.
   *
   * @param cycle the days that are shown where none are named
   * @throws Refusal.Invalid naming {@code from} when they are in the wrong order or too far apart
   */
  List<LocalDate> days(Timelines.Wanted wanted, Optional<Window> cycle) {
    LocalDate today = LocalDate.now(clock);
    LocalDate to = earlier(today, wanted.to().or(() -> cycle.map(Window::last)).orElse(today));
    LocalDate from =
        wanted.from().or(() -> cycle.map(Window::first)).orElse(to.minusDays(WITHOUT_A_CYCLE));
    if (wanted.from().isPresent() && from.isAfter(wanted.to().orElse(today))) {
      throw new Refusal.Invalid(Map.of("from", Message.of("bearings.error.lastBeforeFirst")));
    }
    if (from.plusDays(Timelines.LONGEST).isBefore(to)) {
      throw new Refusal.Invalid(
          Map.of("from", Message.of("bearings.error.tooManyDays", Timelines.LONGEST)));
    }
    return from.isAfter(to) ? List.of() : from.datesUntil(to.plusDays(1)).toList();
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /**
   * The work of some key results together, each issue once, at the end of each day.
   *
   * @param days ascending
   * @param most how many issues there may be
   * @throws Refusal.Invalid when there are more
   */
  List<Timelines.Day> of(
      Collection<Long> keyResultIds,
      WeightBy weightBy,
      List<LocalDate> days,
      Knowledge knowledge,
      int most) {
    if (days.isEmpty()) {
      return List.of();
    }
    Set<Long> reached = keyResultIds.isEmpty() ? Set.of() : links.reachedBy(keyResultIds);
    if (reached.size() > most) {
      throw new Refusal.Invalid(
          Message.of("bearings.error.timeline.tooMany", reached.size(), most));
    }
    // Issues that were linked by an earlier version have no past yet.
    backfill.fill(reached);
    Collection<PastWork.Linked> linked =
        keyResultIds.isEmpty() ? List.of() : pastWork.linkedTo(keyResultIds).values();
    List<WorkThroughTime.Step> steps =
        new WorkThroughTime(linked, weightBy, settings.current())
            .steps(ends(days, knowledge), knowledge);
    return IntStream.range(0, days.size())
        .mapToObj(
            i ->
                new Timelines.Day(
                    days.get(i), steps.get(i + 1).progress(), steps.get(i + 1).change()))
        .toList();
  }

  /** The ends of the days, and before them that of the day with which the first is compared. */
  private List<Instant> ends(List<LocalDate> days, Knowledge knowledge) {
    Instant now = clock.instant();
    return days.get(0)
        .minusDays(1)
        .datesUntil(days.get(days.size() - 1).plusDays(1))
        .map(day -> new AsOf(day, knowledge).end(clock.getZone(), now))
        .toList();
  }
}
