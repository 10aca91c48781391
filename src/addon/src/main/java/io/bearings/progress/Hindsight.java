package io.bearings.progress;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bearings.okr.Change;
import io.bearings.okr.Changes;
import io.bearings.okr.CheckIn;
import io.bearings.okr.CheckIns;
import io.bearings.okr.Evidence;
import io.bearings.okr.EvidenceLog;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Life;
import io.bearings.okr.OutsideValues;
import io.bearings.okr.Placed;
import io.bearings.okr.Reading;
import io.bearings.okr.Readings;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.Recorded;
import io.bearings.okr.RecordedValues;
import io.bearings.okr.Rewinding;
import io.bearings.okr.Source;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Turns the rows of today into those of a past day: what was entered about it, how far the linked
 * work was, and whether something was worked on at all. Looked at as known then, also what has been
 * entered, linked or moved since is left out. Costs six statements, one more where key results read
 * KPIs and two where they read metrics, however many rows there are.
 *
 * <p>Units, cycles and contributions are those of today.
 */
@Named
public final class Hindsight {
  private final CheckIns checkIns;
  private final EvidenceLog evidence;
  private final Changes changes;
  private final PastWork pastWork;
  private final OutsideValues outside;
  private final SiteSettings settings;
  private final Clock clock;

  @Inject
  public Hindsight(
      CheckIns checkIns,
      EvidenceLog evidence,
      Changes changes,
      PastWork pastWork,
      OutsideValues outside,
      SiteSettings settings,
      Clock clock) {
    this.checkIns = checkIns;
    this.evidence = evidence;
    this.changes = changes;
    this.pastWork = pastWork;
    this.outside = outside;
    this.settings = settings;
    this.clock = clock;
  }

  /** The instant at which a past day is looked at. */
  Instant at(AsOf asOf) {
    return asOf.end(clock.getZone(), clock.instant());
  }

  /** The rows as they were. */
  Gathered then(Gathered today, AsOf asOf) {
    return onDays(today, at(asOf)).apply(asOf);
  }

  /**
   * The rows as they were on any day from one on. All of these days cost together what one does.
   *
   * @param from the instant at which the first of the days is looked at
   */
  Function<AsOf, Gathered> onDays(Gathered today, Instant from) {
    if (keyResultIds(today).isEmpty()) {
      return asOf -> today;
    }
    Known known = known(today, from);
    return asOf -> then(today, known, asOf);
  }

  /** The rows as they were on a day, by what is known of it. */
  Gathered then(Gathered today, Known known, AsOf asOf) {
    return new Then(today, known, asOf).rows();
  }

  /**
   * All that is needed to look at any day from one on; there is at least one objective.
   *
   * @param from the instant at which the first of the days is looked at
   */
  Known known(Gathered today, Instant from) {
    Set<Long> keyResultIds = keyResultIds(today);
    List<Change> later = changes.since(today.objectives().keySet(), from);
    Map<Long, List<CheckIn>> entries =
        checkIns.ofAll(keyResultIds).stream().collect(groupingBy(CheckIn::keyResultId));
    Map<Long, List<Evidence>> pieces =
        evidence.ofAll(keyResultIds).stream().collect(groupingBy(Evidence::keyResultId));
    return new Known(
        later, entries, pieces, pastWork.linkedTo(keyResultIds), outsideOf(today, later));
  }

  private static Set<Long> keyResultIds(Gathered today) {
    return today.keyResults().values().stream()
        .flatMap(List::stream)
        .map(KeyResult::id)
        .collect(toSet());
  }

  /** A key result may have read a KPI then that reads none now: its source is among the changes. */
  private Map<Long, List<Valued>> outsideOf(Gathered today, List<Change> later) {
    return outside.all(
        today.keyResults().values().stream()
            .flatMap(List::stream)
            .flatMap(now -> Stream.of(now, Rewinding.before(now, later, field -> true)))
            .filter(each -> each.source().isOutside())
            .collect(toMap(KeyResult::id, each -> each, (now, then) -> now))
            .values());
  }

  /**
   * All that is read to look back.
   *
   * @param later the changes since the first day that is looked at
   * @param entries all check-ins by the id of their key result, the earliest entered first
   * @param linked the work of each key result through time
   * @param outside the values of key results that are read from outside, the oldest first
   */
  record Known(
      List<Change> later,
      Map<Long, List<CheckIn>> entries,
      Map<Long, List<Evidence>> pieces,
      Map<Long, PastWork.Linked> linked,
      Map<Long, List<Valued>> outside) {

    /** The same where all was begun, given up and put away as it is today. */
    Known living() {
      return new Known(List.of(), entries, pieces, linked, outside);
    }
  }

  /** The look at one day. */
  private final class Then {
    private final Gathered today;
    private final AsOf asOf;
    private final Instant at;
    private final List<Change> later;
    private final Map<Long, List<CheckIn>> entries;
    private final Map<Long, List<Evidence>> pieces;
    private final Map<Long, PastWork.Linked> linked;
    private final Map<Long, List<Valued>> outside;

    Then(Gathered today, Known known, AsOf asOf) {
      this.today = today;
      this.asOf = asOf;
      this.at = Hindsight.this.at(asOf);
      later = known.later().stream().filter(each -> each.at().isAfter(at)).toList();
      entries = known.entries();
      pieces = known.pieces();
      linked = known.linked();
      outside = known.outside();
    }

    Gathered rows() {
      Map<Long, List<KeyResult>> keyResults = new HashMap<>();
      Map<Long, LinkedWork> reached = new HashMap<>();
      today
          .keyResults()
          .forEach(
              (objectiveId, all) -> {
                List<KeyResult> then = all.stream().map(this::then).toList();
                keyResults.put(objectiveId, then);
                then.forEach(each -> reach(each).ifPresent(it -> reached.put(each.id(), it)));
              });
      return new Gathered(
          today.objectives().entrySet().stream()
              .collect(toMap(Map.Entry::getKey, each -> then(each.getValue()))),
          keyResults,
          reached,
          today.feeding(),
          outsideThen());
    }

    private List<Valued> untilThen(long keyResultId) {
      return outside.getOrDefault(keyResultId, List.of()).stream()
          .filter(each -> !each.date().isAfter(asOf.day()))
          .toList();
    }

    /** The values of periods that were over, and the one of the day itself. */
    private Map<Long, Valued> outsideThen() {
      Map<Long, Valued> then = new HashMap<>();
      outside.forEach(
          (keyResultId, any) ->
              RecordedValues.current(untilThen(keyResultId))
                  .ifPresent(value -> then.put(keyResultId, value)));
      return then;
    }

    private Predicate<String> fields() {
      return asOf.knowledge() == Knowledge.AS_KNOWN_THEN ? field -> true : Rewinding::isAboutLife;
    }

    private Placed then(Placed placed) {
      return new Placed(
          Rewinding.before(placed.objective(), later, fields()), placed.cycle(), placed.followed());
    }

    private KeyResult then(KeyResult now) {
      KeyResult rewound = Rewinding.before(now, later, fields());
      List<CheckIn> known =
          entries.getOrDefault(now.id(), List.of()).stream()
              .filter(each -> isKnown(each.at()))
              .toList();
      Optional<CheckIn> last = last(known);
      boolean everEntered = entries.containsKey(now.id());
      Optional<Integer> confidence = everEntered ? last.map(CheckIn::confidence) : now.confidence();
      Life life = rewound.life();
      return new KeyResult(
          now.id(),
          now.objectiveId(),
          rewound.content(),
          new Life(
              life.state(),
              life.reason(),
              confidence,
              life.publishedAt(),
              life.activatedOn(),
              life.finalScore()),
          recorded(rewound, known, last),
          rewound.archived(),
          now.version());
    }

    private boolean isKnown(Instant entered) {
      return asOf.knowledge() == Knowledge.BY_EFFECTIVE_DATE || !entered.isAfter(at);
    }

    /** The last check-in about the day or one before it that nobody corrected. */
    private Optional<CheckIn> last(Collection<CheckIn> known) {
      Set<Long> replaced =
          known.stream().flatMap(each -> each.replaces().stream()).collect(toSet());
      return known.stream()
          .filter(each -> !replaced.contains(each.id()))
          .filter(each -> !each.on().isAfter(asOf.day()))
          .max(
              Comparator.comparing(CheckIn::on)
                  .thenComparing(CheckIn::at)
                  .thenComparingLong(CheckIn::id));
    }

    private Recorded recorded(KeyResult keyResult, List<CheckIn> known, Optional<CheckIn> last) {
      List<Valued> values =
          keyResult.source().isOutside()
              ? untilThen(keyResult.id())
              : Readings.of(known.stream().map(Then::reading).toList()).dailyAsOf(asOf.day());
      List<LocalDate> confirmed =
          pieces.getOrDefault(keyResult.id(), List.of()).stream()
              .filter(each -> each.confirmed().filter(it -> isKnown(it.at())).isPresent())
              .map(Evidence::on)
              .filter(on -> !on.isAfter(asOf.day()))
              .sorted()
              .toList();
      List<Valued> counts = RecordedValues.counts(confirmed);
      boolean isEvidence = keyResult.source() == Source.EVIDENCE;
      return new Recorded(
          RecordedValues.current(values),
          last.map(it -> new Recorded.Last(it.id(), it.on(), it.at(), it.byKey())),
          known.stream().map(CheckIn::at).min(Comparator.naturalOrder()),
          RecordedValues.spark(isEvidence ? counts : values),
          keyResult.source() == Source.MAINTAIN ? values : List.of(),
          confirmed.size(),
          confirmed.isEmpty()
              ? Optional.empty()
              : Optional.of(confirmed.get(confirmed.size() - 1)));
    }

    private static Reading reading(CheckIn entry) {
      return new Reading(entry.id(), entry.on(), entry.at(), entry.value(), entry.replaces());
    }

    private Optional<LinkedWork> reach(KeyResult keyResult) {
      return Optional.ofNullable(linked.get(keyResult.id()))
          .map(
              of ->
                  new WorkThroughTime(
                      of.links(), of.issues(), keyResult.weightBy(), settings.current()))
          .map(work -> work.tallies(keyResult.id(), at, asOf.knowledge()))
          .map(all -> LinkedWork.of(all, keyResult.weightBy(), settings.current()));
    }
  }
}
