package io.bearings.kpi;

import io.bearings.kpi.WorkFigures.Figure;
import io.bearings.kpi.WorkFigures.Filling;
import io.bearings.kpi.formula.Formula;
import io.bearings.kpi.formula.Input;
import io.bearings.kpi.formula.Outcome;
import io.bearings.kpi.formula.Problem;
import io.bearings.kpi.formula.Quantity;
import io.bearings.kpi.formula.Reckoning;
import io.bearings.kpi.formula.Reference;
import io.bearings.kpi.formula.Reference.KpiValue;
import io.bearings.kpi.formula.Reference.MetricCall;
import io.bearings.okr.Capacity;
import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Rulebook;
import io.bearings.okr.Unit;
import io.bearings.okr.Units;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes the values of KPIs that nobody gives: formulas, and metrics of the work in Jira. */
@Named
public final class Computing {
  private final WorkFigures figures;
  private final KpiSheets sheets;
  private final Measurements measurements;
  private final InputsInForce inputs;
  private final Units units;
  private final Rulebook rulebook;
  private final KpiPeriods allPeriods;

  @Inject
  public Computing(
      WorkFigures figures,
      KpiSheets sheets,
      Measurements measurements,
      InputsInForce inputs,
      Units units,
      Rulebook rulebook,
      KpiPeriods allPeriods) {
    this.figures = figures;
    this.sheets = sheets;
    this.measurements = measurements;
    this.inputs = inputs;
    this.units = units;
    this.rulebook = rulebook;
    this.allPeriods = allPeriods;
  }

  /**
   * A computed value.
   *
   * @param period of the KPI, or a sprint within one
   * @param value in the KPI's measure; absent where there is none
   * @param why there is none; empty beside a value
   */
  public record Computed(Period period, Optional<BigDecimal> value, List<Message> why) {
    /** The same, to be recorded. */
    NewMeasurement measurement() {
      return new NewMeasurement(
          period.last(),
          period.of().map(Period.Named::id),
          Optional.empty(),
          value,
          Optional.empty());
    }
  }

  /**
   * The values of a KPI from one day to another.
   *
   * @param periods of the KPI
   * @return one for each period that has begun, the earliest first; of a metric of sprints one for
   *     each sprint; none where values are given
   * @throws Refusal.Invalid when something that a metric names is there no more
   * @throws Refusal.Unavailable while Jira or the database does not answer
   */
  public List<Computed> values(KpiSheet sheet, Periods periods, LocalDate from, LocalDate until) {
    Optional<Formula> formula = KpiFormula.of(sheet.content().source());
    if (formula.isEmpty()) {
      return List.of();
    }
    Optional<MetricCall> only = KpiFormula.onlyCall(formula.get());
    return only.isPresent()
        ? ofMetric(sheet, only.get(), periods, from, until)
        : ofFormula(sheet, formula.get(), periods, from, until);
  }

  private List<Computed> ofMetric(
      KpiSheet sheet, MetricCall call, Periods periods, LocalDate from, LocalDate until) {
    return computed(sheet, figures.counted(sheet, List.of(call), periods, from, until).get(0));
  }

  /**
   * The values of several KPIs, of which each is one metric, in one pass over the work.
   *
   * @param until as for {@link #values}
   * @return in the order of what is wanted, as {@link #values} has it for each
   * @throws Refusal as {@link #values} does, when any of them cannot be computed
   */
  List<List<Computed>> together(List<WorkFigures.Wanted> wanted, LocalDate until) {
    List<List<Figure>> counted = figures.countedTogether(wanted, until);
    List<List<Computed>> values = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      values.add(computed(wanted.get(i).sheet(), counted.get(i)));
    }
    return values;
  }

  private static List<Computed> computed(KpiSheet sheet, List<Figure> counted) {
    boolean named = sheet.content().rhythm().frequency().isDatedByEvents();
    Measure measure = sheet.content().yardstick().measure();
    return counted.stream()
        .map(
            figure ->
                new Computed(
                    named
                        ? figure.period()
                        : Period.of(figure.period().first(), figure.period().last()),
                    figure.value().map(it -> storable(Quantity.inMeasure(it, measure))),
                    figure.why().map(List::of).orElse(List.of())))
        .toList();
  }

  private List<Computed> ofFormula(
      KpiSheet sheet, Formula formula, Periods periods, LocalDate from, LocalDate until) {
    List<Period> all = periods.between(from, until);
    if (all.isEmpty()) {
      return List.of();
    }
    Map<Reference, Map<Period, BigDecimal>> known = new HashMap<>();
    known.putAll(ofMetrics(sheet, formula, periods, all));
    known.putAll(ofOthers(formula, periods, all));
    Measure measure = sheet.content().yardstick().measure();
    Stated stated = new Stated(inputs.of(sheet.unitId()), units.unit(sheet.unitId()));
    List<Computed> values = new ArrayList<>();
    for (Period period : all) {
      Outcome outcome =
          Reckoning.of(
              formula,
              reference ->
                  reference instanceof Input input
                      ? stated.value(input, period, until)
                      : Optional.ofNullable(known.getOrDefault(reference, Map.of()).get(period)));
      values.add(computed(period, outcome, measure));
    }
    return values;
  }

  private static Computed computed(Period period, Outcome outcome, Measure measure) {
    if (outcome instanceof Outcome.Value value) {
      return new Computed(
          period, Optional.of(storable(Quantity.inMeasure(value.value(), measure))), List.of());
    }
    return new Computed(
        period,
        Optional.empty(),
        ((Outcome.NoData) outcome).why().stream().map(Problem::text).toList());
  }

  private static BigDecimal storable(BigDecimal value) {
    return value.scale() > Measure.DECIMALS
        ? value.setScale(Measure.DECIMALS, RoundingMode.HALF_UP)
        : value;
  }

  /** Several sprints that end in one period become one value as the sheet has it. */
  private Map<Reference, Map<Period, BigDecimal>> ofMetrics(
      KpiSheet sheet, Formula formula, Periods periods, List<Period> all) {
    List<MetricCall> calls = KpiFormula.calls(formula);
    if (calls.isEmpty()) {
      return Map.of();
    }
    LocalDate from = all.get(0).first();
    LocalDate until = all.get(all.size() - 1).last();
    List<List<Figure>> counted = figures.counted(sheet, calls, periods, from, until);
    Aggregation how = sheet.content().rhythm().aggregation();
    Map<Reference, Map<Period, BigDecimal>> known = new HashMap<>();
    for (int i = 0; i < calls.size(); i++) {
      Map<Period, List<BigDecimal>> byPeriod = new LinkedHashMap<>();
      for (Figure figure : counted.get(i)) {
        Optional<Period> period = periodOf(figure.period(), all);
        if (period.isPresent() && figure.value().isPresent()) {
          byPeriod
              .computeIfAbsent(period.get(), any -> new ArrayList<>())
              .add(figure.value().get());
        }
      }
      known.put(calls.get(i), aggregated(byPeriod, how));
    }
    return known;
  }

  private static Optional<Period> periodOf(Period figure, List<Period> all) {
    return all.contains(figure)
        ? Optional.of(figure)
        : all.stream().filter(each -> each.contains(figure.last())).findFirst();
  }

  private static Map<Period, BigDecimal> aggregated(
      Map<Period, List<BigDecimal>> byPeriod, Aggregation how) {
    // The parts of a share are not known here; the mean of the shares is the next best.
    Aggregation single = how == Aggregation.SHARE ? Aggregation.MEAN : how;
    Map<Period, BigDecimal> values = new HashMap<>();
    byPeriod.forEach(
        (period, parts) ->
            single
                .of(parts.stream().map(Aggregation.Part::of).toList())
                .ifPresent(value -> values.put(period, value)));
    return values;
  }

  private Map<Reference, Map<Period, BigDecimal>> ofOthers(
      Formula formula, Periods periods, List<Period> all) {
    LocalDate from = all.get(0).first();
    LocalDate until = all.get(all.size() - 1).last();
    Map<Reference, Map<Period, BigDecimal>> known = new HashMap<>();
    for (KpiSheet other : sheets.sheets(formula.kpis())) {
      Measure measure = other.content().yardstick().measure();
      Series series = Series.of(measurements.since(other.id(), from));
      Map<Period, BigDecimal> values = new HashMap<>();
      for (PeriodValue each :
          series.values(periods, other.content().rhythm().aggregation(), from, until)) {
        each.value()
            .ifPresent(value -> values.put(each.period(), Quantity.fromMeasure(value, measure)));
      }
      known.put(new KpiValue(other.id()), values);
    }
    return known;
  }

  /**
   * The first day of which the KPIs that a formula names have a value; absent where none has one.
   */
  Optional<LocalDate> earliest(Formula formula) {
    return formula.kpis().stream()
        .flatMap(
            id -> measurements.since(id, Judgements.FROM_THE_FIRST).stream().map(Measurement::on))
        .min(LocalDate::compareTo);
  }

  /** Sees to it that the work is followed that a KPI needs, and no more than that. */
  void follow(KpiSheet sheet) {
    figures.follow(
        sheet,
        sheet.archived() ? List.of() : KpiFormula.calls(sheet.content().source()),
        KpiWork.MONTHS);
  }

  /** Somebody wrote a sheet: what could not be read of the work that it needs is tried again. */
  void tryAgain(KpiSheet sheet) {
    if (!sheet.archived() && !KpiFormula.calls(sheet.content().source()).isEmpty()) {
      figures.tryAgain(sheet.id());
    }
  }

  /**
   * Whether the work is known that a KPI is computed from: before its past is read, what is there
   * of it would be counted as if it were all. One statement; none where no work is measured.
   */
  boolean knowsWork(KpiSheet sheet) {
    return KpiFormula.calls(sheet.content().source()).isEmpty()
        || figures.filling(sheet.id()).state() == Filling.State.DONE;
  }

  /**
   * Why there is no value of the work that a KPI measures, whatever period is asked for: its past
   * is not read, or something that it names is there no more.
   *
   * @return empty where it can be computed, or measures no work
   * @throws Refusal.Unavailable while Jira or the database does not answer
   */
  List<Message> obstacles(KpiSheet sheet) {
    List<MetricCall> calls = KpiFormula.calls(sheet.content().source());
    if (calls.isEmpty()) {
      return List.of();
    }
    List<Message> problems = figures.problems(new Person(sheet.content().ownerKey()), calls);
    if (!problems.isEmpty()) {
      return problems;
    }
    Filling filling = figures.filling(sheet.id());
    return switch (filling.state()) {
      case DONE -> List.of();
      case NONE -> List.of(Message.of("bearings.kpi.noData.NO_PROJECT"));
      case WAITING, RUNNING -> List.of(Message.of("bearings.kpi.noData.NOT_READ"));
      case FAILED -> filling.error().stream().toList();
    };
  }

  /** The periods of a KPI. */
  Periods periods(KpiSheet sheet) {
    return allPeriods.of(sheet);
  }

  /** What is stated of a unit. */
  private final class Stated {
    private final UnitInputs stated;
    private final Optional<Unit> unit;

    Stated(UnitInputs stated, Optional<Unit> unit) {
      this.stated = stated;
      this.unit = unit;
    }

    Optional<BigDecimal> value(Input input, Period period, LocalDate until) {
      LocalDate day = period.last().isAfter(until) ? until : period.last();
      return switch (input) {
        case HOURLY_RATE -> InputsInForce.inForce(stated.hourlyRate(), day);
        case BUDGET -> InputsInForce.inForce(stated.budget(), day);
        case BUDGET_TO_DATE -> InputsInForce.planned(stated, day);
        case CAPACITY_HOURS ->
            capacity()
                .map(
                    it ->
                        it.hoursPerDay()
                            .multiply(BigDecimal.valueOf(it.members()))
                            .multiply(workingDays(period)));
        case MEMBERS -> capacity().map(it -> BigDecimal.valueOf(it.members()));
        case WORKING_DAYS -> Optional.of(workingDays(period));
      };
    }

    private Optional<Capacity> capacity() {
      return unit.map(it -> it.settings().capacity()).filter(it -> it.members() > 0);
    }

    private BigDecimal workingDays(Period period) {
      return BigDecimal.valueOf(
          rulebook.rules().workingDays().between(period.first(), period.last()));
    }
  }
}
