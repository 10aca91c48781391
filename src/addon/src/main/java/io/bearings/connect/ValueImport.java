package io.bearings.connect;

import io.bearings.kpi.MeasurementDraft;
import io.bearings.kpi.Measuring;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.Writer;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Bringing in a file of values of a KPI. A dry run says of every row what is wrong with it; a real
 * one records the whole file or nothing.
 */
@Named
public final class ValueImport {
  private static final Map<String, String> COLUMN_OF_FIELD = Map.of("on", "date");
  private static final int NAMED_ROWS = 100;

  private final Measuring measuring;

  @Inject
  public ValueImport(Measuring measuring) {
    this.measuring = measuring;
  }

  /**
   * What a file would bring, or has brought.
   *
   * @param rows how many rows hold something
   * @param added how many values are new, or other than what was known
   * @param same how many say what was known already
   * @param problems what is wrong, by row as the spreadsheet counts it, then by column
   * @param entered what it came to; absent after a dry run
   */
  public record Report(
      boolean dryRun,
      int rows,
      int added,
      int same,
      Map<Integer, Map<String, Message>> problems,
      Optional<Measuring.Entered> entered) {}

  /**
   * Brings in a file, or says what would be wrong.
   *
   * @param dryRun whether nothing is written
   * @throws Refusal.NotFound when the person may not see the KPI, or there is none
   * @throws Refusal.Forbidden when the person may not enter values
   * @throws Refusal.Invalid when the file or its header cannot be read; in a real run also when
   *     anything is wrong with a row, naming each as {@code rows[2].value}
   */
  public Report run(Writer writer, long kpiId, byte[] file, boolean dryRun) {
    ValueFile values = ValueFile.of(FileFormat.of(file).read(file, Measuring.MOST + 1));
    List<Integer> rows = new ArrayList<>(values.drafts().keySet());
    List<MeasurementDraft> drafts = List.copyOf(values.drafts().values());
    Measuring.Checked checked = measuring.check(writer, kpiId, drafts);
    Map<Integer, Map<String, Message>> problems = new TreeMap<>(values.problems());
    checked
        .problems()
        .forEach(
            (place, fields) ->
                problems.merge(rows.get(place), byColumn(fields), ValueImport::both));
    if (!dryRun && !problems.isEmpty()) {
      throw new Refusal.Invalid(byRow(problems));
    }
    Optional<Measuring.Entered> entered =
        dryRun ? Optional.empty() : Optional.of(measuring.enter(writer, checked, drafts));
    return new Report(
        dryRun,
        rows.size(),
        problems.isEmpty() ? checked.news().size() : 0,
        checked.same(),
        problems,
        entered);
  }

  private static Map<String, Message> byColumn(Map<String, Message> fields) {
    Map<String, Message> columns = new LinkedHashMap<>();
    fields.forEach(
        (field, problem) -> columns.put(COLUMN_OF_FIELD.getOrDefault(field, field), problem));
    return columns;
  }

  /** What could not be read at all says more than that it is missing. */
  private static Map<String, Message> both(
      Map<String, Message> reading, Map<String, Message> checking) {
    Map<String, Message> both = new LinkedHashMap<>(reading);
    checking.forEach(both::putIfAbsent);
    return both;
  }

  private static Map<String, Message> byRow(Map<Integer, Map<String, Message>> problems) {
    Map<String, Message> all = new LinkedHashMap<>();
    problems.entrySet().stream()
        .limit(NAMED_ROWS)
        .forEach(
            row ->
                row.getValue()
                    .forEach(
                        (column, problem) ->
                            all.put("rows[" + row.getKey() + "]." + column, problem)));
    return all;
  }
}
