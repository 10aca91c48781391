package io.bearings.kpi;

import static java.util.stream.Collectors.toSet;

import io.bearings.kpi.Computing.Computed;
import io.bearings.kpi.Judgements.Docket;
import io.bearings.kpi.Judgements.Judgement;
import io.bearings.kpi.WorkFigures.Wanted;
import io.bearings.kpi.formula.Dependencies;
import io.bearings.kpi.formula.Formula;
import io.bearings.kpi.metric.MetricRefresh;
import io.bearings.okr.Refusal;
import io.bearings.okr.Rulebook;
import io.bearings.okr.WorkingDays;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges KPIs: after each value, when a period ends, and when the work that they measure changes.
 * What a KPI came to is kept, and whoever is concerned hears of its breaches. KPIs whose formulas
 * use it are computed and judged after it.
 */
@Named
public final class Judging implements MetricRefresh {
  /** How many KPIs are looked for at once. */
  static final int BATCH = 100;

  /**
   * How often a KPI is judged anew that somebody changes meanwhile, before it is left for later.
   */
  static final int ATTEMPTS = 5;

  /** How far back metrics are computed when the past of the work has been read. */
  static final int FILLED_MONTHS = 12;

  /**
   * How many periods are counted in one pass: four KPIs of a year of weeks. A daily one has a pass
   * of its own, since each of its days may look back over a month of issues.
   */
  static final int PERIODS_TOGETHER = 240;

  /** How long whoever stored what happened to a breach has to tell it. */
  static final Duration TELLING = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(Judging.class);

  private final KpiSheets sheets;
  private final Measurements measurements;
  private final Judgements judgements;
  private final BreachLog breaches;
  private final Computing computing;
  private final BreachNews news;
  private final Rulebook rulebook;
  private final Clock clock;

  @Inject
  public Judging(
      KpiSheets sheets,
      Measurements measurements,
      Judgements judgements,
      BreachLog breaches,
      Computing computing,
      BreachNews news,
      Rulebook rulebook,
      Clock clock) {
    this.sheets = sheets;
    this.measurements = measurements;
    this.judgements = judgements;
    this.breaches = breaches;
    this.computing = computing;
    this.news = news;
    this.rulebook = rulebook;
    this.clock = clock;
  }

  /**
   * What judging a KPI came to.
   *
   * @param before the periods as they were kept, as far as they were judged anew
   * @param assessment all periods as they are now
   * @param events what happened to its breaches
   */
  public record Outcome(
      KpiSheet sheet, List<Judged> before, Assessment assessment, List<BreachEvent> events) {
    public Outcome {
      before = List.copyOf(before);
      events = List.copyOf(events);
    }

    /** Periods of the past that are judged otherwise now. */
    public List<Revision> revisions() {
      return Revision.between(before, assessment.periods());
    }
  }

  /**
   * Judges a KPI and those that are computed from it, and tells what happened to breaches.
   *
   * @return what became of it; absent when there is no such KPI, it is archived, or others changed
   *     it again and again, so that it is judged later
   */
  public Optional<Outcome> judge(long id) {
    return judge(id, Reach.DUE);
  }

  /**
   * Judges a KPI whose sheet was just written. What cannot be computed now, because Jira does not
   * answer or the past is not read yet, is computed later.
   */
  void begin(KpiSheet sheet) {
    follow(sheet);
    quietly(() -> computing.tryAgain(sheet), sheet.id());
    quietly(() -> judge(sheet.id(), firstReach(sheet.id())), sheet.id());
  }

  /** Where others measured the same work before, its past is there already. */
  private Reach firstReach(long id) {
    return judgements.docket(id).flatMap(Docket::earliest).isEmpty() ? Reach.ALL : Reach.LATELY;
  }

  private void follow(KpiSheet sheet) {
    try {
      computing.follow(sheet);
    } catch (Refusal.Invalid e) {
      tellThatGone(sheet, e);
    } catch (Refusal e) {
      LOG.warn("The work of {} could not be followed: {}", sheet.key(), e.getMessage());
    }
  }

  /** No fault of ours, and the sheet says it to whoever reads it. */
  private static void tellThatGone(KpiSheet sheet, Refusal.Invalid e) {
    LOG.info("{} cannot be computed: {}", sheet.key(), e.getMessage());
  }

  /** How far back computed values are computed again. */
  private enum Reach {
    /** Not at all: it was computed just now. */
    NOTHING,
    /** The current period and the last one. */
    LATELY,
    /** All that is known where all is to be judged anew, else as {@link #LATELY}. */
    DUE,
    /** All that is known. */
    ALL
  }

  private Optional<Outcome> judge(long id, Reach reach) {
    return judge(id, reach, reach);
  }

  private Optional<Outcome> judge(long id, Reach reach, Reach ofDependents) {
    Optional<Outcome> judged = alone(id, reach);
    if (judged.isPresent()) {
      for (long dependent : new Dependencies(sheets.uses()).after(List.of(id))) {
        quietly(() -> alone(dependent, ofDependents), dependent);
      }
    }
    return judged;
  }

  private void quietly(Runnable work, long id) {
    try {
      work.run();
    } catch (Refusal e) {
      // It stays due, and the job comes back to it.
      LOG.warn("{} could not be judged: {}", KpiSheet.keyOf(id), e.getMessage());
    }
  }

  private Optional<Outcome> alone(long id, Reach reach) {
    Optional<Docket> docket = inUse(id);
    if (docket.filter(it -> compute(it, reachOf(it, reach))).isPresent()) {
      docket = inUse(id);
    }
    for (int attempt = 0; attempt < ATTEMPTS && docket.isPresent(); attempt++) {
      Optional<Outcome> judged = kept(docket.get());
      if (judged.isPresent()) {
        tell(judged.get());
        return judged;
      }
      docket = inUse(id);
    }
    return Optional.empty();
  }

  private Optional<Docket> inUse(long id) {
    return judgements.docket(id).filter(it -> !it.sheet().archived());
  }

  private void tell(Outcome judged) {
    for (BreachEvent event : judged.events()) {
      BreachStep.of(event).ifPresent(step -> tell(judged.sheet(), event.breach(), step));
    }
  }

  private void tell(KpiSheet sheet, Breach breach, BreachStep step) {
    if (!news.happened(sheet, breach, step)) {
      return;
    }
    try {
      breaches.told(breach.id().orElseThrow(), step);
    } catch (Refusal.Unavailable e) {
      LOG.warn("News of {} may be told twice: {}", sheet.key(), e.getMessage());
    }
  }

  private static Reach reachOf(Docket docket, Reach reach) {
    if (reach != Reach.DUE) {
      return reach;
    }
    return docket.pendingFrom().filter(Judgements.FROM_THE_FIRST::equals).isPresent()
        ? Reach.ALL
        : Reach.LATELY;
  }

  /** Computes what nobody gives; says whether any value is another one now. */
  private boolean compute(Docket docket, Reach reach) {
    KpiSheet sheet = docket.sheet();
    Optional<Formula> formula = KpiFormula.of(sheet.content().source());
    if (reach == Reach.NOTHING || formula.isEmpty() || !computing.knowsWork(sheet)) {
      return false;
    }
    LocalDate today = LocalDate.now(clock);
    Periods periods = computing.periods(sheet);
    LocalDate from = computedFrom(docket, formula.get(), periods, today, reach);
    return renewed(sheet, periods, from, values(sheet, periods, from, today), reach);
  }

  private boolean renewed(
      KpiSheet sheet, Periods periods, LocalDate from, List<Computed> computed, Reach reach) {
    List<NewMeasurement> values =
        new ArrayList<>(computed.stream().map(Computed::measurement).toList());
    if (reach == Reach.ALL) {
      values.addAll(leftOver(sheet, periods, values, from));
    }
    LocalDate yesterday = LocalDate.now(clock).minusDays(1);
    return measurements.renew(sheet.id(), values, yesterday, clock.instant()) > 0;
  }

  /**
   * Values that were computed of whole periods, on days on which none ends any more because weeks
   * begin on another day: they are taken back, for the new values count the same work.
   */
  private List<NewMeasurement> leftOver(
      KpiSheet sheet, Periods periods, List<NewMeasurement> values, LocalDate from) {
    boolean ofWholePeriods = values.stream().allMatch(each -> ends(periods, each.on()));
    if (values.isEmpty() || !ofWholePeriods) {
      return List.of();
    }
    return Series.of(measurements.since(sheet.id(), from)).counting().stream()
        .filter(each -> each.value().isPresent() && each.span().isEmpty())
        .filter(each -> each.byKey().isEmpty() && !ends(periods, each.on()))
        .map(NewMeasurement::takingBack)
        .toList();
  }

  private static boolean ends(Periods periods, LocalDate day) {
    return periods.of(day).filter(period -> period.last().equals(day)).isPresent();
  }

  /**
   * What a metric names may be gone from Jira; then the values stay as they were until the sheet is
   * changed, and new periods have none.
   */
  private List<Computed> values(KpiSheet sheet, Periods periods, LocalDate from, LocalDate today) {
    try {
      return computing.values(sheet, periods, from, today);
    } catch (Refusal.Invalid e) {
      tellThatGone(sheet, e);
      return List.of();
    }
  }

  /** Values from before a break stay as they were computed then. */
  private LocalDate computedFrom(
      Docket docket, Formula formula, Periods periods, LocalDate today, Reach reach) {
    boolean ofWork = !KpiFormula.calls(formula).isEmpty();
    LocalDate wanted =
        ofWork
            ? reach == Reach.ALL ? docket.earliest().orElse(today) : lately(docket, periods, today)
            : computing.earliest(formula).orElse(today);
    if (ofWork && reach == Reach.ALL) {
      wanted = earlier(wanted, today.minusMonths(FILLED_MONTHS));
    }
    return docket
        .brokenOn()
        .flatMap(periods::of)
        .map(Period::first)
        .filter(wanted::isBefore)
        .orElse(wanted);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate lately(Docket docket, Periods periods, LocalDate today) {
    LocalDate current = periods.of(today).map(Period::first).orElse(today).minusDays(1);
    LocalDate last = periods.of(current).map(Period::first).orElse(current);
    return docket.judgedUntil().filter(last::isAfter).map(it -> it.plusDays(1)).orElse(last);
  }

  private Optional<Outcome> kept(Docket docket) {
    KpiSheet sheet = docket.sheet();
    Instant now = clock.instant();
    Moment moment = Moment.of(now, clock.getZone());
    Periods periods = computing.periods(sheet);
    Assessment assessment =
        Assessment.of(
            sheet.content(),
            periods,
            Series.of(measurements.since(sheet.id(), Judgements.FROM_THE_FIRST)),
            docket.brokenOn(),
            start(docket, moment.day()),
            moment);
    LocalDate from = judgedFrom(docket);
    List<Judged> before = judgements.between(sheet.id(), from, LocalDate.now(clock).plusYears(1));
    Breaches found =
        Breaches.of(
            breaches.ofKpi(sheet.id()).stream().map(KpiBreach::breach).toList(),
            assessment.periods(),
            docket.judgedUntil(),
            now);
    return judgements
        .keep(
            new Judgement(
                sheet.id(),
                docket.stamp(),
                from,
                assessment.periods().stream()
                    .filter(each -> !each.period().last().isBefore(from))
                    .toList(),
                assessment.signals(),
                found,
                nextOn(sheet.content(), assessment, moment.day()),
                now))
        .map(events -> new Outcome(sheet, before, assessment, events));
  }

  /** A KPI without any value is looked at from the day on which somebody first looked at it. */
  private LocalDate start(Docket docket, LocalDate today) {
    return docket
        .earliest()
        .or(
            () ->
                sheets
                    .standing(docket.sheet().id())
                    .flatMap(standing -> standing.newest().stream().findFirst())
                    .map(each -> each.period().first()))
        .filter(day -> !day.isAfter(today))
        .orElse(today);
  }

  /** What is judged for good stays, unless something new is about it. */
  private static LocalDate judgedFrom(Docket docket) {
    LocalDate open =
        docket.judgedUntil().map(it -> it.plusDays(1)).orElse(Judgements.FROM_THE_FIRST);
    return docket.pendingFrom().filter(open::isAfter).orElse(open);
  }

  /**
   * When time alone changes something: the day after the running period, the day after the grace of
   * one without a value that counts, each day for what grows or is computed, and each Monday for
   * what is judged on running values of weeks.
   */
  private static Optional<LocalDate> nextOn(
      KpiContent content, Assessment assessment, LocalDate today) {
    Rhythm rhythm = content.rhythm();
    boolean daily =
        rhythm.accumulating()
            || rhythm.frequency().isDatedByEvents()
            || !content.source().isGiven();
    Stream<LocalDate> days =
        assessment.periods().stream()
            .filter(each -> !each.closed())
            .flatMap(
                each ->
                    Stream.of(
                        each.period().last().plusDays(1),
                        each.period().last().plusDays(rhythm.graceDays() + 1L)));
    Stream<LocalDate> regular =
        daily
            ? Stream.of(today.plusDays(1))
            : Stream.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)))
                .filter(any -> rhythm.frequency().isSlow());
    return Stream.concat(days, regular)
        .filter(today::isBefore)
        .min(LocalDate::compareTo)
        .or(() -> Optional.of(today.plusDays(1)));
  }

  /**
   * Judges what is due. Whoever is interrupted goes on with what is still due; one KPI that fails
   * does not keep the others from being judged.
   *
   * @param stopping asked before each KPI
   * @return how many were judged
   */
  public int round(BooleanSupplier stopping) {
    int judged = 0;
    long after = 0;
    List<Docket> due = judgements.due(LocalDate.now(clock), after, BATCH);
    while (!due.isEmpty()) {
      for (Docket each : due) {
        if (stopping.getAsBoolean()) {
          return judged;
        }
        after = each.sheet().id();
        // Meanwhile its unit may have got another project, or its board another filter.
        follow(each.sheet());
        quietly(() -> judge(each.sheet().id()), after);
        judged++;
      }
      due = judgements.due(LocalDate.now(clock), after, BATCH);
    }
    return judged;
  }

  /**
   * Has the lead told of breaches that nobody acknowledged for two working days.
   *
   * @param stopping asked before each breach
   * @return how many
   */
  public int escalate(BooleanSupplier stopping) {
    int escalated = 0;
    long after = 0;
    Instant now = clock.instant();
    WorkingDays workingDays = rulebook.rules().workingDays();
    Instant before = now.minus(Duration.ofDays(Breach.ESCALATION_DAYS));
    List<KpiBreach> unattended = breaches.unattended(before, after, BATCH);
    while (!unattended.isEmpty()) {
      for (KpiBreach each : unattended) {
        if (stopping.getAsBoolean()) {
          return escalated;
        }
        after = each.id();
        boolean isDue =
            each.breach()
                .escalatesAt(workingDays, clock.getZone())
                .filter(at -> !at.isAfter(now))
                .isPresent();
        escalated += isDue && escalate(each, now) ? 1 : 0;
      }
      unattended = breaches.unattended(before, after, BATCH);
    }
    return escalated;
  }

  /** Somebody who acts at this moment is faster; then nobody need be told. */
  private boolean escalate(KpiBreach breach, Instant now) {
    Optional<KpiSheet> sheet = sheets.sheet(breach.kpiId());
    Optional<KpiBreach> saved =
        sheet.flatMap(any -> breaches.save(breach.with(breach.breach().escalated(now)), now));
    saved.ifPresent(it -> tell(sheet.orElseThrow(), it.breach(), BreachStep.ESCALATED));
    return saved.isPresent();
  }

  /**
   * Tells what happened to breaches and was not told, because the node that stored it ended, or
   * nobody could be told then.
   *
   * @param stopping asked before each breach
   * @return of how many breaches
   */
  public int tellAgain(BooleanSupplier stopping) {
    int told = 0;
    long after = 0;
    Instant before = clock.instant().minus(TELLING);
    List<BreachLog.Untold> untold = breaches.untold(before, after, BATCH);
    while (!untold.isEmpty()) {
      for (BreachLog.Untold each : untold) {
        if (stopping.getAsBoolean()) {
          return told;
        }
        after = each.breach().id();
        sheets
            .sheet(each.breach().kpiId())
            .ifPresent(
                sheet -> each.steps().forEach(step -> tell(sheet, each.breach().breach(), step)));
        told++;
      }
      untold = breaches.untold(before, after, BATCH);
    }
    return told;
  }

  /** Judges KPIs of which the current or the last period may be another one. */
  @Override
  public void refresh(Set<Long> kpiIds) {
    kpiIds.forEach(id -> quietly(() -> judge(id, Reach.DUE), id));
  }

  /**
   * Computes all periods of KPIs whose past is known now. Those that are one metric each are
   * counted together, for a past of a hundred thousand issues is long to read.
   */
  @Override
  public void complete(Set<Long> kpiIds) {
    Set<Long> computed = new HashSet<>();
    for (List<Wanted> some : passes(kpiIds)) {
      computed.addAll(together(some));
    }
    for (long id : kpiIds) {
      Reach own = computed.contains(id) ? Reach.NOTHING : Reach.ALL;
      quietly(() -> judge(id, own, Reach.ALL), id);
    }
  }

  /** Which KPIs are counted together: so many that their periods fit into memory beside another. */
  private List<List<Wanted>> passes(Set<Long> kpiIds) {
    LocalDate today = LocalDate.now(clock);
    List<List<Wanted>> passes = new ArrayList<>();
    List<Wanted> pass = new ArrayList<>();
    int periods = 0;
    for (Wanted each : kpiIds.stream().flatMap(id -> wanted(id, today).stream()).toList()) {
      int more = each.periods().between(each.from(), today).size();
      if (periods + more > PERIODS_TOGETHER) {
        passes.add(pass);
        pass = new ArrayList<>();
        periods = 0;
      }
      pass.add(each);
      periods += more;
    }
    passes.add(pass);
    return passes.stream().filter(each -> each.size() > 1).toList();
  }

  private Optional<Wanted> wanted(long id, LocalDate today) {
    try {
      return inUse(id)
          .filter(docket -> computing.knowsWork(docket.sheet()))
          .flatMap(
              docket ->
                  KpiFormula.of(docket.sheet().content().source())
                      .flatMap(formula -> wanted(docket, formula, today)));
    } catch (Refusal e) {
      LOG.info("{} is computed by itself: {}", KpiSheet.keyOf(id), e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Wanted> wanted(Docket docket, Formula formula, LocalDate today) {
    Periods periods = computing.periods(docket.sheet());
    return KpiFormula.onlyCall(formula)
        .map(
            call ->
                new Wanted(
                    docket.sheet(),
                    call,
                    periods,
                    computedFrom(docket, formula, periods, today, Reach.ALL)));
  }

  /** Computes KPIs in one pass over the work; says of which it did. */
  private Set<Long> together(List<Wanted> wanted) {
    try {
      List<List<Computed>> values = computing.together(wanted, LocalDate.now(clock));
      for (int i = 0; i < wanted.size(); i++) {
        Wanted each = wanted.get(i);
        renewed(each.sheet(), each.periods(), each.from(), values.get(i), Reach.ALL);
      }
      return wanted.stream().map(each -> each.sheet().id()).collect(toSet());
    } catch (Refusal e) {
      LOG.info("KPIs are computed one by one, because not all can be: {}", e.getMessage());
      return Set.of();
    }
  }
}
