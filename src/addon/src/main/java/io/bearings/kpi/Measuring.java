package io.bearings.kpi;

import io.bearings.kpi.Measurements.By;
import io.bearings.okr.Message;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Writer;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Entering values of KPIs, one or many. Each use case checks what was written and who writes, and
 * throws a {@link Refusal} when it records nothing. What was recorded is judged at once, and with
 * it the periods of the past that a correction or a late value is about.
 */
@Named
public final class Measuring {
  /** The most values that are entered at once. */
  public static final int MOST = 100_000;

  /** How many entries are told at once. */
  static final int PAGE = 200;

  private final KpiSight sight;
  private final Measurements measurements;
  private final BreachLog breaches;
  private final Judging judging;
  private final KpiPeriods periods;
  private final Clock clock;

  @Inject
  public Measuring(
      KpiSight sight,
      Measurements measurements,
      BreachLog breaches,
      Judging judging,
      KpiPeriods periods,
      Clock clock) {
    this.sight = sight;
    this.measurements = measurements;
    this.breaches = breaches;
    this.judging = judging;
    this.periods = periods;
    this.clock = clock;
  }

  /**
   * What entering values came to.
   *
   * @param added how many were recorded; what says what was known already is not
   * @param period of the last of the values, judged; absent where it is in none, or is to be judged
   *     later
   * @param breach the one that is open
   * @param revisions periods of the past that are judged otherwise now
   */
  public record Entered(
      KpiSheet sheet,
      int added,
      Optional<Judged> period,
      Optional<KpiBreach> breach,
      List<Revision> revisions) {
    public Entered {
      revisions = List.copyOf(revisions);
    }
  }

  /**
   * What is wrong with values that are to be entered together, by their places from 0 on and the
   * names of their fields.
   *
   * @param same how many say what is known already
   */
  public record Checked(
      KpiSheet sheet,
      Map<Integer, Map<String, Message>> problems,
      List<NewMeasurement> news,
      int same) {}

  /**
   * Enters a value. One that is entered for a day that has one corrects it.
   *
   * @throws Refusal.NotFound when the person may not see the KPI, or there is none
   * @throws Refusal.Forbidden when the person may not enter values
   * @throws Refusal.Invalid naming all fields that are wrong, or when the KPI is archived
   */
  public Entered enter(Writer writer, long id, MeasurementDraft draft) {
    KpiSheet sheet = measurable(writer.who(), id);
    Checked checked = checked(sheet, List.of(draft));
    if (!checked.problems().isEmpty()) {
      throw new Refusal.Invalid(checked.problems().get(0));
    }
    return record(checked, List.of(draft), by(Optional.of(writer.who())));
  }

  /**
   * Looks at values that are to be entered together, and writes nothing.
   *
   * @throws Refusal.NotFound when the person may not see the KPI, or there is none
   * @throws Refusal.Forbidden when the person may not enter values
   * @throws Refusal.Invalid when there are too many, or the KPI is archived
   */
  public Checked check(Writer writer, long id, List<MeasurementDraft> drafts) {
    return checked(measurable(writer.who(), id), drafts);
  }

  /**
   * Enters values, all or none.
   *
   * @throws Refusal.Invalid when anything is wrong with any of them
   */
  public Entered enter(Writer writer, Checked checked, List<MeasurementDraft> drafts) {
    refuse(checked);
    return record(checked, drafts, by(Optional.of(writer.who())));
  }

  /**
   * Records what another system pushed, all or nothing; whether it may was asked before.
   *
   * @throws Refusal.Invalid naming what is wrong with each, as {@code values[2].on}
   */
  Entered push(KpiSheet sheet, List<MeasurementDraft> drafts) {
    KpiPlanning.requireInUse(sheet);
    Checked checked = checked(sheet, drafts);
    refuse(checked);
    return record(checked, drafts, by(Optional.empty()));
  }

  private static void refuse(Checked checked) {
    if (!checked.problems().isEmpty()) {
      Map<String, Message> all = new LinkedHashMap<>();
      checked
          .problems()
          .forEach(
              (place, fields) ->
                  fields.forEach(
                      (field, problem) -> all.put("values[" + place + "]." + field, problem)));
      throw new Refusal.Invalid(all);
    }
  }

  /**
   * What was recorded, the latest entry first.
   *
   * @param before only entries with a lower id
   * @param most how many at most
   * @throws Refusal.NotFound when the person may not see the KPI, or there is none
   */
  public List<Measurements.Entry> page(Person who, long id, long before, int most) {
    sight.readable(who, id);
    return measurements.page(id, before, Math.max(1, Math.min(PAGE, most)));
  }

  /**
   * The values that count, of the total and of all segments, in the order of their days.
   *
   * @throws Refusal.NotFound when the person may not see the KPI, or there is none
   */
  public List<Measurement> counting(Person who, long id) {
    sight.readable(who, id);
    List<Measurement> all = measurements.since(id, Judgements.FROM_THE_FIRST);
    List<Measurement> counting = new ArrayList<>(Series.of(all).counting());
    Set<Segment> segments =
        all.stream().flatMap(each -> each.segment().stream()).collect(Collectors.toSet());
    segments.stream()
        .sorted(Comparator.comparing(Segment::dimension).thenComparing(Segment::name))
        .forEach(segment -> counting.addAll(Series.of(all, Optional.of(segment)).counting()));
    return counting.stream().filter(each -> each.value().isPresent()).toList();
  }

  private KpiSheet measurable(Person who, long id) {
    KpiSheet sheet = sight.permitted(who, id, Operation.MEASURE_KPI).sheet();
    KpiPlanning.requireInUse(sheet);
    return sheet;
  }

  private Checked checked(KpiSheet sheet, List<MeasurementDraft> drafts) {
    if (drafts.isEmpty()) {
      throw new Refusal.Invalid(Map.of("values", Message.of("bearings.error.required")));
    }
    if (drafts.size() > MOST) {
      throw new Refusal.Invalid(Map.of("values", Message.of("bearings.error.tooMany", MOST)));
    }
    LocalDate today = LocalDate.now(clock);
    Optional<Periods> dated =
        Optional.of(sheet)
            .filter(it -> it.content().rhythm().frequency().isDatedByEvents())
            .filter(any -> drafts.stream().anyMatch(each -> each.span().isPresent()))
            .map(periods::of);
    Map<Integer, Map<String, Message>> problems = new TreeMap<>();
    for (int place = 0; place < drafts.size(); place++) {
      Map<String, Message> own = problems(drafts.get(place), sheet, dated, today);
      if (!own.isEmpty()) {
        problems.put(place, own);
      }
    }
    for (int place : MeasurementRules.repeated(drafts, today)) {
      problems
          .computeIfAbsent(place, any -> new LinkedHashMap<>())
          .putIfAbsent("on", Message.of("bearings.error.kpi.twice"));
    }
    List<NewMeasurement> all =
        problems.isEmpty()
            ? drafts.stream().map(draft -> NewMeasurement.of(draft, today)).toList()
            : List.of();
    List<NewMeasurement> unknown = unknown(sheet.id(), all);
    return new Checked(sheet, problems, unknown, all.size() - unknown.size());
  }

  private static Map<String, Message> problems(
      MeasurementDraft draft, KpiSheet sheet, Optional<Periods> dated, LocalDate today) {
    Map<String, Message> problems =
        new LinkedHashMap<>(MeasurementRules.problems(draft, sheet.content(), today));
    if (dated.isPresent() && draft.span().isPresent() && !problems.containsKey("span")) {
      String id = draft.span().get().strip();
      boolean there =
          dated.get().between(Judgements.FROM_THE_FIRST, today).stream()
              .anyMatch(each -> each.of().filter(it -> it.id().equals(id)).isPresent());
      if (!there) {
        problems.put("span", Message.of("bearings.error.notFound", id));
      }
    }
    return problems;
  }

  /** What a measurement is true of. */
  private record About(LocalDate on, Optional<String> span, Optional<Segment> segment) {}

  /** Those that do not merely say again what counts already. */
  private List<NewMeasurement> unknown(long id, List<NewMeasurement> all) {
    Optional<LocalDate> first = all.stream().map(NewMeasurement::on).min(LocalDate::compareTo);
    if (first.isEmpty()) {
      return List.of();
    }
    Map<About, Measurement> known = new HashMap<>();
    for (Measurement each : measurements.since(id, first.get())) {
      known.put(new About(each.on(), each.span(), each.segment()), each);
    }
    return all.stream()
        .filter(
            each ->
                !saysTheSame(each, known.get(new About(each.on(), each.span(), each.segment()))))
        .toList();
  }

  private static boolean saysTheSame(NewMeasurement value, Measurement known) {
    return known != null
        && Series.isSame(value.value(), known.value())
        && Series.isSame(value.of(), known.of());
  }

  private By by(Optional<Person> who) {
    return new By(who.map(Person::key), clock.instant());
  }

  private Entered record(Checked checked, List<MeasurementDraft> drafts, By by) {
    KpiSheet sheet = checked.sheet();
    List<NewMeasurement> values = checked.news();
    if (values.size() == 1) {
      measurements.add(sheet.id(), values.get(0), by);
    } else if (!values.isEmpty()) {
      measurements.addAll(sheet.id(), values, by);
    }
    Optional<Judging.Outcome> outcome = judging.judge(sheet.id());
    NewMeasurement last = NewMeasurement.of(drafts.get(drafts.size() - 1), LocalDate.now(clock));
    return new Entered(
        sheet,
        values.size(),
        outcome.flatMap(it -> period(sheet, last, it)),
        breaches.ofKpi(sheet.id()).stream().filter(each -> each.breach().isOpen()).findFirst(),
        outcome.map(Judging.Outcome::revisions).orElse(List.of()));
  }

  /** The period of a value; of one of a segment, how that segment stands. */
  private Optional<Judged> period(KpiSheet sheet, NewMeasurement value, Judging.Outcome outcome) {
    Periods all = periods.of(sheet);
    Optional<Period> period =
        all.of(
            new Measurement(
                0,
                value.on(),
                value.span(),
                value.segment(),
                value.value(),
                value.of(),
                clock.instant(),
                Optional.empty()));
    if (period.isEmpty()) {
      return Optional.empty();
    }
    List<Judged> judged =
        value.segment().isEmpty()
            ? outcome.assessment().periods()
            : Assessment.of(
                    sheet.content(),
                    all,
                    Series.of(
                        measurements.since(sheet.id(), period.get().first()), value.segment()),
                    Optional.empty(),
                    period.get().first(),
                    Moment.of(clock.instant(), clock.getZone()))
                .periods();
    return judged.stream().filter(each -> each.period().equals(period.get())).findFirst();
  }
}
