package io.bearings.connect;

import io.bearings.okr.Importing;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import io.bearings.okr.Writer;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Bringing in a file of objectives, key results and check-ins. A dry run says of every row what is
 * wrong with it; a real one writes the whole file or nothing.
 */
@Named
public final class FileImport {
  /** How many rows a file may have below its header. */
  public static final int ROWS = 5_000;

  private static final Map<String, String> COLUMN_OF_FIELD =
      Map.of(
          "ownerKey", "owner",
          "bounds.low", "low",
          "bounds.high", "high",
          "measure.of", "of",
          "measure.currency", "currency");

  private final Importing importing;

  @Inject
  public FileImport(Importing importing) {
    this.importing = importing;
  }

  /**
   * What a file would bring, or has brought.
   *
   * @param lines every row that is not empty
   */
  public record Report(boolean dryRun, List<Line> lines) {
    public Report {
      lines = List.copyOf(lines);
    }

    /** How many rows are of a type. */
    public long count(String type) {
      return lines.stream().filter(each -> each.type().equals(type)).count();
    }
  }

  /**
   * A row of the file.
   *
   * @param row as the spreadsheet counts it; the header is 1
   * @param type OBJECTIVE, KEY_RESULT or CHECK_IN; empty where it is none of them
   * @param problems what is wrong with it, by column
   */
  public record Line(int row, String type, String title, Map<String, Message> problems) {}

  /**
   * Brings in a file, or says what would be wrong.
   *
   * @param cycleId absent: into the backlog
   * @param dryRun whether nothing is written
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   * @throws Refusal.Forbidden when the person may not create objectives in it
   * @throws Refusal.Invalid when the file or its header cannot be read; in a real run also when
   *     anything is wrong with a row, naming each as {@code rows[2].title}
   */
  public Report run(
      Writer writer, long unitId, Optional<Long> cycleId, byte[] file, boolean dryRun) {
    PlanFile plans = PlanFile.of(FileFormat.of(file).read(file, ROWS + 1));
    Importing.Checked checked = importing.check(writer, unitId, cycleId, plans.objectives());
    Map<Integer, Map<String, Message>> problems = new TreeMap<>(plans.problems());
    checked
        .problems()
        .forEach((row, fields) -> problems.merge(row, byColumn(fields), FileImport::both));
    if (!dryRun) {
      importing.write(writer, new Importing.Checked(checked.plans(), problems));
    }
    return new Report(
        dryRun,
        plans.lines().stream()
            .map(
                line ->
                    new Line(
                        line.row(),
                        line.type().map(Enum::name).orElse(""),
                        line.title(),
                        problems.getOrDefault(line.row(), Map.of())))
            .toList());
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
}
