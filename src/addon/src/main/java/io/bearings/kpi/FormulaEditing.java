package io.bearings.kpi;

import io.bearings.kpi.formula.Checking;
import io.bearings.kpi.formula.Completion;
import io.bearings.kpi.formula.Dependencies;
import io.bearings.kpi.formula.Formula;
import io.bearings.kpi.formula.Input;
import io.bearings.kpi.formula.Known;
import io.bearings.kpi.formula.Problem;
import io.bearings.kpi.formula.Quantity;
import io.bearings.kpi.formula.Reading;
import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writing formulas: what is wrong with one, and what could be written next. */
@Named
public final class FormulaEditing {
  private static final Quantity POINTS = Quantity.of(Quantity.Base.POINTS);

  private final KpiSight sight;
  private final KpiSheets sheets;
  private final WorkFigures figures;
  private final SiteSettings settings;

  @Inject
  public FormulaEditing(
      KpiSight sight, KpiSheets sheets, WorkFigures figures, SiteSettings settings) {
    this.sight = sight;
    this.sheets = sheets;
    this.figures = figures;
    this.settings = settings;
  }

  /**
   * What came of checking a formula.
   *
   * @param problems from left to right; empty where it can be saved
   * @param tidied another way to write the same; absent while something is wrong
   * @param quantity what it counts; absent while something is wrong
   */
  public record Checked(
      List<Problem> problems, Optional<String> tidied, Optional<Quantity> quantity) {
    public Checked {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Checks a formula as its writer may know KPIs and fields.
   *
   * @param measure of the KPI
   * @param kpiId the KPI whose formula it is; absent for a new one
   */
  public Checked check(Person who, String text, Measure measure, Optional<Long> kpiId) {
    Reading reading = Formula.read(text);
    if (reading.formula().isEmpty()) {
      return new Checked(reading.problems(), Optional.empty(), Optional.empty());
    }
    Formula formula = reading.formula().get();
    Known known = known(sight.standpoint(who));
    List<Problem> problems = new ArrayList<>(Checking.problems(formula, known, measure));
    if (problems.isEmpty()) {
      beyond(who, formula, kpiId)
          .ifPresent(
              message -> problems.add(new Problem(formula.root().at(), message, Optional.empty())));
    }
    return problems.isEmpty()
        ? new Checked(
            List.of(),
            Optional.of(formula.tidied()),
            Optional.of(Checking.quantity(formula, known)))
        : new Checked(problems, Optional.empty(), Optional.empty());
  }

  /** What is wrong with a formula that is right in itself. */
  private Optional<Message> beyond(Person who, Formula formula, Optional<Long> kpiId) {
    Optional<Message> circle =
        kpiId.flatMap(id -> new Dependencies(sheets.uses()).problem(id, formula.kpis()));
    return circle.isPresent()
        ? circle
        : figures.problems(who, KpiFormula.calls(formula)).stream().findFirst();
  }

  /**
   * What could be written at a place of a formula.
   *
   * @param cursor from 0 to the length of the text
   * @throws Refusal.Invalid naming {@code cursor} when it is outside of the text
   */
  public Completion complete(Person who, String text, int cursor) {
    if (cursor < 0 || cursor > text.length()) {
      throw new Refusal.Invalid(
          Map.of("cursor", Message.of("bearings.error.wholeNumber", 0, text.length())));
    }
    return Completion.at(text, cursor, known(sight.standpoint(who)));
  }

  /**
   * What is wrong with the source of a sheet that is to be saved, by field. A source that stays as
   * it was is not looked at, so that something that was deleted meanwhile keeps nobody from
   * changing the rest.
   */
  Map<String, Message> problems(
      Standpoint standpoint, long unitId, Optional<KpiSheet> stored, KpiContent content) {
    Optional<String> text = KpiFormula.text(content.source());
    boolean same =
        stored
            .map(KpiSheet::content)
            .filter(before -> !content.breaksSeriesOf(before))
            .filter(before -> content.yardstick().measure().equals(before.yardstick().measure()))
            .isPresent();
    if (same || text.isEmpty()) {
      return Map.of();
    }
    String field = content.source() instanceof KpiSource.Metric ? "metric" : "formula";
    Checked checked =
        check(
            standpoint.who(), text.get(), content.yardstick().measure(), stored.map(KpiSheet::id));
    return checked.problems().stream()
        .findFirst()
        .map(Problem::text)
        .or(() -> unfit(standpoint, unitId, content))
        .map(problem -> Map.of(field, problem))
        .orElse(Map.of());
  }

  private static Optional<Message> unfit(Standpoint standpoint, long unitId, KpiContent content) {
    Formula formula = KpiFormula.of(content.source()).orElseThrow();
    if (content.source() instanceof KpiSource.Metric && KpiFormula.onlyCall(formula).isEmpty()) {
      return Optional.of(Message.of("bearings.error.kpi.notOneMetric"));
    }
    // Whoever reads the KPI would read the rate.
    return formula.references().contains(Input.HOURLY_RATE)
            && !standpoint.may(Operation.STATE_INPUTS, unitId)
        ? Optional.of(Message.of("bearings.error.kpi.rateHidden"))
        : Optional.empty();
  }

  private Known known(Standpoint standpoint) {
    List<Known.KnownField> fields = fields();
    return new Known() {
      @Override
      public List<KnownField> fields() {
        return fields;
      }

      @Override
      public Optional<KnownKpi> kpi(long id) {
        return sheets
            .sheet(id)
            .filter(sheet -> standpoint.maySee(sheet.unitId()))
            .map(FormulaEditing::kpi);
      }

      @Override
      public List<KnownKpi> kpisLike(String part, int most) {
        List<Long> unitIds = standpoint.units().stream().map(Unit::id).toList();
        return sheets
            .find(KpiSheets.Wanted.ofUnits(unitIds).like(part).page(0, Math.max(1, most)))
            .stream()
            .map(FormulaEditing::kpi)
            .toList();
      }
    };
  }

  private static Known.KnownKpi kpi(KpiSheet sheet) {
    return new Known.KnownKpi(
        sheet.id(), sheet.content().name(), Quantity.of(sheet.content().yardstick().measure()));
  }

  private List<Known.KnownField> fields() {
    Settings current = settings.current();
    return settings.numericFields().stream()
        .map(
            field ->
                new Known.KnownField(
                    field.id(),
                    field.name(),
                    current.storyPointField().filter(field.id()::equals).isPresent()
                        ? POINTS
                        : Quantity.UNDECLARED))
        .toList();
  }
}
