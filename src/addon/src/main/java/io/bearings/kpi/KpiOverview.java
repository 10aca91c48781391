package io.bearings.kpi;

import io.bearings.kpi.Computing.Computed;
import io.bearings.okr.Message;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading KPIs: boards, sheets and series. */
@Named
public final class KpiOverview {
  /** How many days of a daily KPI are shown where nobody asks for more. */
  static final int DAYS = 180;

  /** How many periods of any other are shown where nobody asks for more. */
  static final int PERIODS = 24;

  /** How many periods are shown at most. */
  static final int MOST_DAYS = 4_000;

  private static final int MOST_CHANGES = 500;

  private static final Comparator<Card> AS_SHOWN =
      Comparator.<Card, Boolean>comparing(each -> each.standing().breach().isEmpty())
          .thenComparing(each -> each.sheet().content().category().kind())
          .thenComparing(each -> each.sheet().content().name(), String.CASE_INSENSITIVE_ORDER)
          .thenComparing(each -> each.sheet().id());

  private final KpiSight sight;
  private final KpiSheets sheets;
  private final Measurements measurements;
  private final Judgements judgements;
  private final BreachLog breaches;
  private final KpiPeriods periods;
  private final Computing computing;
  private final Clock clock;

  @Inject
  public KpiOverview(
      KpiSight sight,
      KpiSheets sheets,
      Measurements measurements,
      Judgements judgements,
      BreachLog breaches,
      KpiPeriods periods,
      Computing computing,
      Clock clock) {
    this.sight = sight;
    this.sheets = sheets;
    this.measurements = measurements;
    this.judgements = judgements;
    this.breaches = breaches;
    this.periods = periods;
    this.computing = computing;
    this.clock = clock;
  }

  /**
   * The KPIs of a unit.
   *
   * @param unit whose they are
   * @param cards those with a breach first, then by category and name
   * @param mayCreate whether the person may add one
   */
  public record Board(Unit unit, List<Card> cards, boolean mayCreate) {
    public Board {
      cards = List.copyOf(cards);
    }
  }

  /**
   * A KPI as somebody sees it.
   *
   * @param unitName the name of its unit
   * @param nextDue the day by which its next value is due; absent where nobody has to give one
   * @param mayEdit whether the person may change the sheet
   * @param mayMeasure whether the person may enter values
   */
  public record Card(
      KpiStanding standing,
      String unitName,
      Optional<LocalDate> nextDue,
      boolean mayEdit,
      boolean mayMeasure) {
    /** The sheet. */
    public KpiSheet sheet() {
      return standing.sheet();
    }
  }

  /**
   * The KPIs of a unit.
   *
   * @param below whether those of the units below it, as far as the person may see them, are wanted
   * @param archived whether those that were put away are wanted too
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   */
  public Board board(Person who, long unitId, boolean below, boolean archived) {
    Standpoint standpoint = sight.unit(who, unitId, Operation.SEE);
    List<Long> unitIds = below ? standpoint.visibleBranch(unitId) : List.of(unitId);
    return board(standpoint, unitId, unitIds, archived);
  }

  /**
   * The KPIs of a unit, without what was put away, for whoever is known to see the unit.
   *
   * @param standpoint of the person
   */
  public Board board(Standpoint standpoint, long unitId) {
    return board(standpoint, unitId, List.of(unitId), false);
  }

  private Board board(Standpoint standpoint, long unitId, List<Long> unitIds, boolean archived) {
    return new Board(
        standpoint.unit(unitId).orElseThrow(),
        sheets.standings(KpiSheets.Wanted.ofUnits(unitIds).withArchived(archived)).stream()
            .map(standing -> card(standpoint, standing))
            .sorted(AS_SHOWN)
            .toList(),
        standpoint.may(Operation.EDIT_KPI, unitId));
  }

  /**
   * One KPI.
   *
   * @throws Refusal.NotFound when the person may not see it, or there is none
   */
  public Card one(Person who, long id) {
    KpiSight.Seen seen = sight.readable(who, id);
    return card(
        seen.standpoint(),
        sheets.standing(id).orElseThrow(() -> new Refusal.NotFound(KpiSheet.keyOf(id))));
  }

  private Card card(Standpoint standpoint, KpiStanding standing) {
    KpiSheet sheet = standing.sheet();
    boolean inUse = !sheet.archived();
    return new Card(
        standing,
        standpoint.unit(sheet.unitId()).map(Unit::name).orElse(""),
        Optional.of(standing).filter(any -> inUse).flatMap(this::nextDue),
        KpiSight.isPermitted(standpoint, sheet, Operation.EDIT_KPI),
        inUse && KpiSight.isPermitted(standpoint, sheet, Operation.MEASURE_KPI));
  }

  /** The end of the first period that still waits for a value, else of the one after the last. */
  private Optional<LocalDate> nextDue(KpiStanding standing) {
    KpiContent content = standing.sheet().content();
    if (!content.source().isGiven()) {
      return Optional.empty();
    }
    Optional<Period> waiting =
        standing.newest().stream()
            .filter(each -> each.status() == KpiStatus.NO_DATA)
            .map(Judged::period)
            .findFirst();
    boolean dated = content.rhythm().frequency().isDatedByEvents();
    LocalDate after =
        standing.latest().map(each -> each.period().last().plusDays(1)).orElse(today());
    return waiting
        .or(() -> dated ? Optional.empty() : periods.of(standing.sheet()).of(after))
        .map(each -> each.last().plusDays(content.rhythm().graceDays()));
  }

  /**
   * Why a computed KPI has no value now, or none that is new: every input that is missing, each
   * division by 0, a past that is not read yet, something that is there no more.
   *
   * @return empty where it is computed as it should be, or people or other systems give it
   */
  public List<Message> whyNoData(KpiStanding standing) {
    KpiSheet sheet = standing.sheet();
    if (sheet.content().source().isGiven() || sheet.archived()) {
      return List.of();
    }
    try {
      List<Message> obstacles = computing.obstacles(sheet);
      return obstacles.isEmpty() ? whyNoValue(standing) : obstacles;
    } catch (Refusal.Invalid e) {
      return e.fields().isEmpty() ? List.of(e.text()) : List.copyOf(e.fields().values());
    } catch (Refusal.Unavailable e) {
      return List.of(e.text());
    }
  }

  private List<Message> whyNoValue(KpiStanding standing) {
    if (standing.latest().filter(each -> each.value().isPresent()).isPresent()) {
      return List.of();
    }
    KpiSheet sheet = standing.sheet();
    LocalDate today = today();
    Periods all = periods.of(sheet);
    Frequency frequency = sheet.content().rhythm().frequency();
    if (frequency.isDatedByEvents() && all.between(today.minusYears(1), today).isEmpty()) {
      return List.of(Message.of("bearings.kpi.noData." + frequency.name()));
    }
    return computing.values(sheet, all, today, today).stream()
        .filter(each -> each.value().isEmpty())
        .map(Computed::why)
        .findFirst()
        .orElse(List.of());
  }

  /**
   * What came of a KPI from period to period.
   *
   * @param segment absent for the total
   * @param periods from the earliest to the latest
   * @param breaches those that have a day in common with these days, the earliest first; of a
   *     segment none
   * @param line absent where there is no trend
   */
  public record Past(
      KpiSheet sheet,
      Optional<Segment> segment,
      LocalDate from,
      LocalDate to,
      List<Judged> periods,
      List<Responding.Shown> breaches,
      List<Break> breaks,
      Signals signals,
      Optional<TrendLine> line) {
    public Past {
      periods = List.copyOf(periods);
      breaches = List.copyOf(breaches);
      breaks = List.copyOf(breaks);
    }
  }

  /**
   * A day on which values of a KPI stopped being comparable with those before.
   *
   * @param byKey the Jira user key of whoever changed formula or source; absent where that is not
   *     remembered
   * @param reason why, in that person's words; perhaps empty
   */
  public record Break(LocalDate on, Optional<String> byKey, String reason) {}

  /**
   * The past of a KPI.
   *
   * @param from absent: some time before the last day, as fits the frequency
   * @param to absent: today
   * @param segment absent: the total
   * @throws Refusal.NotFound when the person may not see the KPI, or there is none
   * @throws Refusal.Invalid naming {@code from} when it is after the last day or too long before
   *     it, or {@code segment} when the KPI is not divided so
   */
  public Past past(
      Person who,
      long id,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<Segment> segment) {
    KpiSight.Seen seen = sight.readable(who, id);
    KpiSheet sheet = seen.sheet();
    LocalDate last = to.orElse(today());
    LocalDate first = from.orElse(usual(sheet, last));
    refuse(first, last, sheet, segment);
    Optional<LocalDate> brokenOn = sheets.breaks(id).stream().reduce((one, later) -> later);
    List<Judged> judged =
        segment.isEmpty()
            ? judgements.between(id, first, last)
            : ofSegment(sheet, segment, first, last).periods();
    Signals signals =
        segment.isEmpty()
            ? sheets.standing(id).map(KpiStanding::signals).orElse(Signals.NONE)
            : ofSegment(sheet, segment, first, last).signals();
    boolean mayAct = seen.may(Operation.MEASURE_KPI);
    return new Past(
        sheet,
        segment,
        first,
        last,
        judged,
        segment.isEmpty() ? breaches(sheet, first, last, mayAct) : List.of(),
        breaks(id, first, last),
        signals,
        TrendLine.of(judged, brokenOn));
  }

  /**
   * The past of a KPI as far as a picture of it needs it, at half the statements of {@link #past}:
   * the total, without what people did about breaches and without signals.
   *
   * @param seen from where it is looked at
   */
  public record Picture(KpiSight.Seen seen, Past past) {}

  /**
   * The past of a KPI for a picture.
   *
   * @param from absent: some time before today, as fits the frequency
   * @throws Refusal.NotFound when the person may not see the KPI, or there is none
   * @throws Refusal.Invalid naming {@code from} when it is in the future or too long ago
   */
  public Picture picture(Person who, long id, Optional<LocalDate> from) {
    KpiSight.Seen seen = sight.readable(who, id);
    KpiSheet sheet = seen.sheet();
    LocalDate last = today();
    LocalDate first = from.orElse(usual(sheet, last));
    refuse(first, last, sheet, Optional.empty());
    List<LocalDate> breaks = sheets.breaks(id);
    List<Judged> judged = judgements.between(id, first, last);
    return new Picture(
        seen,
        new Past(
            sheet,
            Optional.empty(),
            first,
            last,
            judged,
            breaches(sheet, first, last, false),
            breaks.stream()
                .filter(day -> !day.isBefore(first))
                .map(day -> new Break(day, Optional.empty(), ""))
                .toList(),
            Signals.NONE,
            TrendLine.of(judged, breaks.stream().reduce((one, later) -> later))));
  }

  private static void refuse(
      LocalDate first, LocalDate last, KpiSheet sheet, Optional<Segment> segment) {
    if (first.isAfter(last)) {
      throw new Refusal.Invalid(Map.of("from", Message.of("bearings.error.kpi.fromAfterTo")));
    }
    if (first.isBefore(last.minusDays(MOST_DAYS))) {
      throw new Refusal.Invalid(
          Map.of("from", Message.of("bearings.error.kpi.tooManyDays", MOST_DAYS)));
    }
    segment
        .filter(
            part ->
                sheet.content().dimensions().stream()
                    .noneMatch(
                        each ->
                            each.name().equals(part.dimension())
                                && each.segments().contains(part.name())))
        .ifPresent(
            part -> {
              throw new Refusal.Invalid(
                  Map.of(
                      "segment",
                      Message.of("bearings.error.kpi.noSegment", part.dimension(), part.name())));
            });
  }

  private Assessment ofSegment(
      KpiSheet sheet, Optional<Segment> segment, LocalDate first, LocalDate last) {
    Moment now = Moment.of(clock.instant(), clock.getZone());
    return Assessment.of(
        sheet.content(),
        periods.of(sheet),
        Series.of(measurements.since(sheet.id(), first), segment),
        sheets.breaks(sheet.id()).stream().reduce((one, later) -> later),
        first,
        last.isBefore(now.day()) ? Moment.endOf(last) : now);
  }

  private LocalDate usual(KpiSheet sheet, LocalDate last) {
    return switch (sheet.content().rhythm().frequency()) {
      case DAILY -> last.minusDays(DAYS);
      case WEEKLY -> last.minusWeeks(PERIODS);
      case EVERY_TWO_WEEKS, PER_SPRINT -> last.minusWeeks(2L * PERIODS);
      case MONTHLY, PER_RELEASE -> last.minusMonths(PERIODS);
      case QUARTERLY -> last.minusMonths(3L * PERIODS);
      case YEARLY -> last.minusDays(MOST_DAYS);
    };
  }

  private List<Responding.Shown> breaches(
      KpiSheet sheet, LocalDate first, LocalDate last, boolean mayAct) {
    return breaches.ofKpi(sheet.id()).stream()
        .filter(each -> !each.breach().opened().first().isAfter(last))
        .filter(each -> each.breach().closed().filter(end -> end.last().isBefore(first)).isEmpty())
        .map(each -> new Responding.Shown(sheet, each, mayAct))
        .toList();
  }

  private List<Break> breaks(long id, LocalDate first, LocalDate last) {
    List<Break> breaks = new ArrayList<>();
    List<LocalDate> days =
        sheets.breaks(id).stream()
            .filter(day -> !day.isBefore(first) && !day.isAfter(last))
            .toList();
    if (days.isEmpty()) {
      return List.of();
    }
    List<KpiChange> history = sheets.history(id, Long.MAX_VALUE, MOST_CHANGES);
    for (LocalDate day : days) {
      Optional<KpiChange> change =
          history.stream()
              .filter(each -> LocalDate.ofInstant(each.at(), clock.getZone()).equals(day))
              .filter(each -> KpiFields.SOURCES.contains(each.what().field()))
              .findFirst();
      breaks.add(
          new Break(
              day,
              change.map(KpiChange::byKey),
              change.flatMap(each -> each.what().reason()).orElse("")));
    }
    return breaks;
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
