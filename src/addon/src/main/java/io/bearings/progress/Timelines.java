package io.bearings.progress;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** How the linked work of a key result went from day to day. */
@Named
public final class Timelines {
  /** The most days that are shown at once. */
  public static final int LONGEST = 400;

  private static final int WITHOUT_A_CYCLE = 90;

  private final Overview overview;
  private final PastWork pastWork;
  private final Links links;
  private final Backfill backfill;
  private final SiteSettings settings;
  private final Clock clock;

  @Inject
  public Timelines(
      Overview overview,
      PastWork pastWork,
      Links links,
      Backfill backfill,
      SiteSettings settings,
      Clock clock) {
    this.overview = overview;
    this.pastWork = pastWork;
    this.links = links;
    this.backfill = backfill;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Which days.
   *
   * @param from absent: the first day of the cycle
   * @param to absent: today, or the last day of the cycle where that is over
   */
  public record Wanted(Optional<LocalDate> from, Optional<LocalDate> to, Knowledge knowledge) {}

  /** A day, and what happened since the one before. */
  public record Day(LocalDate on, IssueProgress progress, ScopeChange change) {}

  /**
   * The work of a key result at the end of each day.
   *
   * @return oldest first; days that have not begun are left out
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Invalid naming {@code from} or {@code to} when they are in the wrong order or
   *     too far apart
   */
  public List<Day> of(Person who, long keyResultId, Wanted wanted) {
    Overview.Within found = overview.within(who, keyResultId);
    LocalDate today = LocalDate.now(clock);
    Optional<Placed.Span> cycle = found.placed().cycle();
    LocalDate to =
        earlier(today, wanted.to().or(() -> cycle.map(it -> it.days().last())).orElse(today));
    LocalDate from =
        wanted
            .from()
            .or(() -> cycle.map(it -> it.days().first()))
            .orElse(to.minusDays(WITHOUT_A_CYCLE));
    require(from, to, wanted, today);
    if (from.isAfter(to)) {
      return List.of();
    }
    return days(found.keyResult().keyResult(), from, to, wanted.knowledge());
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static void require(LocalDate from, LocalDate to, Wanted wanted, LocalDate today) {
    if (wanted.from().isPresent() && from.isAfter(wanted.to().orElse(today))) {
      throw new Refusal.Invalid(Map.of("from", Message.of("bearings.error.lastBeforeFirst")));
    }
    if (from.plusDays(LONGEST).isBefore(to)) {
      throw new Refusal.Invalid(Map.of("from", Message.of("bearings.error.tooManyDays", LONGEST)));
    }
  }

  private List<Day> days(KeyResult keyResult, LocalDate from, LocalDate to, Knowledge knowledge) {
    // Issues that were linked by an earlier version have no past yet.
    backfill.fill(links.reachedBy(keyResult.id()));
    PastWork.Linked linked =
        pastWork
            .linkedTo(List.of(keyResult.id()))
            .getOrDefault(keyResult.id(), new PastWork.Linked(List.of(), List.of()));
    List<LocalDate> days = from.datesUntil(to.plusDays(1)).toList();
    Instant now = clock.instant();
    // The day before the first one is what the first one is compared with.
    List<Instant> ends =
        from.minusDays(1)
            .datesUntil(to.plusDays(1))
            .map(day -> new AsOf(day, knowledge).end(clock.getZone(), now))
            .toList();
    List<WorkThroughTime.Step> steps =
        new WorkThroughTime(
                linked.links(), linked.issues(), keyResult.weightBy(), settings.current())
            .steps(ends, knowledge);
    return IntStream.range(0, days.size())
        .mapToObj(i -> new Day(days.get(i), steps.get(i + 1).progress(), steps.get(i + 1).change()))
        .toList();
  }
}
