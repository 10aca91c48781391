package io.bearings.kpi;

import io.bearings.kpi.FormulaEditing.Checked;
import io.bearings.kpi.WorkFigures.Filling;
import io.bearings.kpi.formula.Formula;
import io.bearings.kpi.formula.Problem;
import io.bearings.kpi.formula.Reference.MetricCall;
import io.bearings.okr.JiraMetrics;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics that key results read. Each has a sheet that belongs to the key result: what counts,
 * follows and fills the metrics of KPIs does the same for it, with a value for each day.
 */
@Named
public final class MetricsOfKeyResults implements JiraMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsOfKeyResults.class);

  private final KeyResultSheets sheets;
  private final FormulaEditing formulas;
  private final WorkFigures figures;
  private final Judging judging;
  private final KpiOverview overview;
  private final KpiSight sight;
  private final Objectives objectives;

  @Inject
  public MetricsOfKeyResults(
      KeyResultSheets sheets,
      FormulaEditing formulas,
      WorkFigures figures,
      Judging judging,
      KpiOverview overview,
      KpiSight sight,
      Objectives objectives) {
    this.sheets = sheets;
    this.formulas = formulas;
    this.figures = figures;
    this.judging = judging;
    this.overview = overview;
    this.sight = sight;
    this.objectives = objectives;
  }

  @Override
  public Optional<Message> problem(
      Person writer, KeyResultContent now, Optional<KeyResultContent> before) {
    boolean same =
        before
            .filter(it -> it.metric().equals(now.metric()))
            .filter(it -> it.measure().equals(now.measure()))
            .isPresent();
    return now.metric().filter(any -> !same).flatMap(text -> problem(writer, text, now));
  }

  private Optional<Message> problem(Person writer, String text, KeyResultContent content) {
    Checked checked = formulas.check(writer, text, content.measure(), Optional.empty());
    return checked.problems().stream().findFirst().map(Problem::text).or(() -> unfit(writer, text));
  }

  private Optional<Message> unfit(Person writer, String text) {
    Optional<MetricCall> call = Formula.read(text).formula().flatMap(KpiFormula::onlyCall);
    if (call.isEmpty()) {
      return Optional.of(Message.of("bearings.error.kpi.notOneMetric"));
    }
    return figures.lacksWindow(writer, call.get())
        ? Optional.of(Message.of("bearings.error.metric.noWindow"))
        : Optional.empty();
  }

  @Override
  public void begin(long objectiveId) {
    try {
      sheets.toBegin(objectiveId).forEach(judging::begin);
    } catch (Refusal e) {
      // They stay due, and the job comes back to them.
      LOG.warn("Metrics of objective {} could not be begun: {}", objectiveId, e.getMessage());
    }
  }

  /**
   * How the metric of a key result is read.
   *
   * @param metric as it was written
   * @param filling how far the past of the work was read
   * @param because why there is no value now; empty where there is one
   */
  public record Measured(String metric, Filling filling, List<Message> because) {
    public Measured {
      because = List.copyOf(because);
    }
  }

  /**
   * How the metric of a key result is read.
   *
   * @throws Refusal.NotFound when the person may not see the key result, there is none, or it reads
   *     no metric
   */
  public Measured of(Person who, long keyResultId) {
    KeyResult keyResult = readable(who, keyResultId);
    String metric =
        keyResult
            .content()
            .metric()
            .orElseThrow(() -> new Refusal.NotFound(KeyResult.keyOf(keyResultId)));
    return sheets
        .standing(keyResult)
        .map(
            standing ->
                new Measured(
                    metric, figures.filling(standing.sheet().id()), overview.whyNoData(standing)))
        .orElseGet(() -> new Measured(metric, Filling.NONE, List.of()));
  }

  private KeyResult readable(Person who, long keyResultId) {
    return objectives
        .keyResult(keyResultId)
        .filter(
            each ->
                objectives
                    .placed(each.objectiveId(), who)
                    .filter(it -> sight.standpoint(who).mayRead(it))
                    .isPresent())
        .orElseThrow(() -> new Refusal.NotFound(KeyResult.keyOf(keyResultId)));
  }
}
