package io.bearings.connect;

import io.bearings.kpi.KpiSheet;
import io.bearings.okr.Bounds;
import io.bearings.okr.CheckIn;
import io.bearings.okr.CheckIns;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Measure;
import io.bearings.okr.Objective;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Source;
import io.bearings.okr.WeightBy;
import io.bearings.progress.Filter;
import io.bearings.progress.KeyResultFigures;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.progress.Workspace;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A workspace as a file of rows: each objective that the person may read, its key results, and
 * their check-ins, without those that were corrected. What comes out can be brought in again.
 */
@Named
public final class FileExport {
  private final Workspace workspace;
  private final CheckIns checkIns;

  @Inject
  public FileExport(Workspace workspace, CheckIns checkIns) {
    this.workspace = workspace;
    this.checkIns = checkIns;
  }

  /**
   * A unit's objectives in a cycle, oldest first.
   *
   * @throws Refusal.NotFound when the person may not see the unit, there is none, or the cycle does
   *     not serve it
   */
  public byte[] of(Person who, Workspace.Place place, FileFormat format) {
    List<ObjectiveFigures> objectives =
        workspace.of(who, place, Filter.NONE).objectives().stream()
            .filter(each -> !each.hidden())
            .toList();
    Map<Long, List<CheckIn>> byKeyResult =
        checkIns
            .ofAll(
                objectives.stream()
                    .flatMap(each -> each.keyResults().stream())
                    .map(each -> each.keyResult().id())
                    .toList())
            .stream()
            .filter(each -> each.replacedBy().isEmpty())
            .collect(Collectors.groupingBy(CheckIn::keyResultId));
    List<List<String>> rows = new ArrayList<>();
    rows.add(Arrays.stream(Column.values()).map(Column::header).toList());
    for (ObjectiveFigures objective : objectives) {
      rows.add(cells(row(objective)));
      for (KeyResultFigures keyResult : objective.keyResults()) {
        rows.add(cells(row(objective.objective(), keyResult)));
        byKeyResult
            .getOrDefault(keyResult.keyResult().id(), List.of())
            .forEach(each -> rows.add(cells(row(keyResult.keyResult(), each))));
      }
    }
    return format.write(new Sheet(rows));
  }

  private static List<String> cells(Map<Column, String> row) {
    return Arrays.stream(Column.values()).map(each -> row.getOrDefault(each, "")).toList();
  }

  private static Map<Column, String> row(ObjectiveFigures figures) {
    Objective objective = figures.objective();
    Map<Column, String> row = new EnumMap<>(Column.class);
    row.put(Column.TYPE, PlanFile.Type.OBJECTIVE.name());
    row.put(Column.KEY, objective.key());
    row.put(Column.TITLE, objective.title());
    row.put(Column.WHY, objective.why());
    row.put(Column.OWNER, objective.ownerKey());
    row.put(Column.KIND, objective.kind().name());
    row.put(Column.VISIBILITY, objective.visibility().name());
    row.put(Column.LABELS, String.join("; ", objective.labels()));
    row.put(Column.STATE, objective.state().name());
    row.put(Column.ACTIVATED, day(objective.activatedOn()));
    row.put(Column.CONFIDENCE, objective.confidence().map(String::valueOf).orElse(""));
    row.put(Column.SCORE, number(figures.score().value()));
    row.put(Column.STATUS, figures.judgement().status().name());
    return row;
  }

  private static Map<Column, String> row(Objective objective, KeyResultFigures figures) {
    KeyResult keyResult = figures.keyResult();
    Goal goal = keyResult.goal();
    Measure measure = keyResult.measure();
    Map<Column, String> row = new EnumMap<>(Column.class);
    row.put(Column.TYPE, PlanFile.Type.KEY_RESULT.name());
    row.put(Column.KEY, keyResult.key());
    row.put(Column.PARENT, objective.key());
    row.put(Column.TITLE, keyResult.title());
    row.put(Column.OWNER, keyResult.ownerKey());
    row.put(Column.SOURCE, keyResult.source().name());
    row.put(Column.NATURE, keyResult.nature().name());
    row.put(Column.MEASURE, measure.kind().name());
    row.put(Column.OF, number(measure.of()));
    row.put(Column.CURRENCY, measure.currency().orElse(""));
    row.put(Column.BASELINE, number(goal.baseline()));
    row.put(Column.TARGET, number(goal.target()));
    row.put(Column.LOW, number(goal.bounds().flatMap(Bounds::lower)));
    row.put(Column.HIGH, number(goal.bounds().flatMap(Bounds::upper)));
    row.put(Column.WEIGHT, number(Optional.of(keyResult.weight())));
    row.put(Column.WEIGHT_BY, weightBy(keyResult));
    row.put(Column.ALIGNED_SHARE, alignedShare(keyResult));
    row.put(Column.KPI, keyResult.content().kpiId().map(KpiSheet::keyOf).orElse(""));
    row.put(Column.METRIC, keyResult.content().metric().orElse(""));
    row.put(Column.DUE, day(goal.due()));
    row.put(Column.STATE, keyResult.state().name());
    row.put(Column.ACTIVATED, day(keyResult.life().activatedOn()));
    row.put(Column.CONFIDENCE, keyResult.confidence().map(String::valueOf).orElse(""));
    row.put(Column.VALUE, number(figures.score().current()));
    row.put(Column.SCORE, number(figures.score().score()));
    row.put(Column.STATUS, figures.judgement().status().name());
    return row;
  }

  /** What its issues weigh, where that is not what every key result begins with. */
  private static String weightBy(KeyResult keyResult) {
    WeightBy weightBy = keyResult.weightBy();
    return keyResult.source() == Source.ISSUES || !weightBy.equals(WeightBy.ISSUES)
        ? weightBy.name()
        : "";
  }

  private static Map<Column, String> row(KeyResult keyResult, CheckIn checkIn) {
    Map<Column, String> row = new EnumMap<>(Column.class);
    row.put(Column.TYPE, PlanFile.Type.CHECK_IN.name());
    row.put(Column.PARENT, keyResult.key());
    row.put(Column.OWNER, checkIn.byKey());
    row.put(Column.CONFIDENCE, String.valueOf(checkIn.confidence()));
    row.put(Column.VALUE, number(checkIn.value()));
    row.put(Column.ON, checkIn.on().toString());
    row.put(Column.COMMENT, checkIn.words().comment());
    row.put(Column.PLANS, checkIn.words().plans());
    row.put(Column.PROGRESS, checkIn.words().progress());
    row.put(Column.PROBLEMS, checkIn.words().problems());
    return row;
  }

  /** Empty where no objectives feed the key result: the share means nothing there. */
  private static String alignedShare(KeyResult keyResult) {
    return keyResult.source() == Source.ALIGNED
        ? Boolean.toString(keyResult.content().alignedShare()).toUpperCase(Locale.ROOT)
        : "";
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  private static String number(Optional<BigDecimal> number) {
    return number
        .map(it -> it.signum() == 0 ? "0" : it.stripTrailingZeros().toPlainString())
        .orElse("");
  }
}
