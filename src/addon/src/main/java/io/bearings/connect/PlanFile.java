package io.bearings.connect;

import io.bearings.kpi.KpiSheet;
import io.bearings.okr.CheckInDraft;
import io.bearings.okr.Field;
import io.bearings.okr.GoalDraft;
import io.bearings.okr.Imported;
import io.bearings.okr.KeyResultDraft;
import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import io.bearings.okr.Nature;
import io.bearings.okr.ObjectiveDraft;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Refusal;
import io.bearings.okr.Source;
import io.bearings.okr.Visibility;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file of objectives, key results and check-ins. A key result belongs to the objective whose key
 * is its parent, or else to the objective above it; a check-in to the key result in the same way.
 */
final class PlanFile {

  /** What a row holds. */
  enum Type {
    OBJECTIVE,
    KEY_RESULT,
    CHECK_IN
  }

  /** Whether an objective is being worked on. */
  private enum State {
    DRAFT,
    ACTIVE
  }

  /** A row as it is reported. */
  record Line(int row, Optional<Type> type, String title) {}

  private final List<Line> lines = new ArrayList<>();
  private final Map<Integer, Map<String, Message>> problems = new LinkedHashMap<>();
  private final List<ObjectiveRow> objectives = new ArrayList<>();
  private final Map<String, ObjectiveRow> objectivesByKey = new HashMap<>();
  private final Map<String, KeyResultRow> keyResultsByKey = new HashMap<>();
  private Optional<ObjectiveRow> lastObjective = Optional.empty();
  private Optional<KeyResultRow> lastKeyResult = Optional.empty();

  private record ObjectiveRow(
      int row, ObjectiveDraft draft, Optional<Imported.Start> start, List<KeyResultRow> below) {
    Imported imported() {
      return new Imported(row, draft, start, below.stream().map(KeyResultRow::imported).toList());
    }
  }

  private record KeyResultRow(int row, KeyResultDraft draft, List<Imported.CheckInRow> below) {
    Imported.KeyResultRow imported() {
      return new Imported.KeyResultRow(row, draft, below);
    }
  }

  /** How much of an unknown header is repeated: a file that is no table has anything there. */
  private static final int HEADER_LENGTH = 60;

  /** How many unknown columns are named. */
  private static final int NAMED_COLUMNS = 20;

  private PlanFile() {}

  /**
   * Reads rows.
   *
   * @throws Refusal.Invalid naming the columns that are unknown or missing
   */
  static PlanFile of(Sheet sheet) {
    PlanFile file = new PlanFile();
    List<Column> header = header(sheet);
    for (int i = 1; i < sheet.rows().size(); i++) {
      Row row = row(i + 1, header, sheet.rows().get(i));
      if (!row.isEmpty()) {
        file.add(row);
      }
    }
    return file;
  }

  /** Every row that is not empty. */
  List<Line> lines() {
    return lines;
  }

  /** What could not be read, by row, then by column. */
  Map<Integer, Map<String, Message>> problems() {
    return problems;
  }

  /** What could be read. */
  List<Imported> objectives() {
    return objectives.stream().map(ObjectiveRow::imported).toList();
  }

  private static List<Column> header(Sheet sheet) {
    Map<String, Message> wrong = new LinkedHashMap<>();
    List<Column> header = new ArrayList<>();
    for (String each : sheet.rows().isEmpty() ? List.<String>of() : sheet.rows().get(0)) {
      Optional<Column> column = Column.of(each);
      if (column.isEmpty() && !each.isBlank() && wrong.size() < NAMED_COLUMNS) {
        wrong.put(shortened(each.strip()), Message.of("bearings.error.unknownColumn"));
      }
      if (column.isPresent() && header.contains(column.get())) {
        wrong.put(each.strip(), Message.of("bearings.error.columnTwice"));
      }
      header.add(column.orElse(null));
    }
    for (Column required : List.of(Column.TYPE, Column.TITLE)) {
      if (!header.contains(required)) {
        wrong.put(required.header(), Message.of("bearings.error.noColumn"));
      }
    }
    if (!wrong.isEmpty()) {
      throw new Refusal.Invalid(wrong);
    }
    return header;
  }

  private static String shortened(String header) {
    return header.length() <= HEADER_LENGTH
        ? header
        : header.substring(0, HEADER_LENGTH - 1) + "\u2026";
  }

  private static Row row(int number, List<Column> header, List<String> cells) {
    Map<Column, String> byColumn = new EnumMap<>(Column.class);
    for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
      if (header.get(i) != null) {
        byColumn.put(header.get(i), cells.get(i));
      }
    }
    return new Row(number, byColumn);
  }

  private void add(Row row) {
    Optional<Type> type = row.word(Column.TYPE, Type.class);
    lines.add(new Line(row.number(), type, row.text(Column.TITLE)));
    if (row.text(Column.TYPE).isEmpty()) {
      row.problem(Column.TYPE, Message.of("bearings.error.required"));
    }
    type.ifPresent(
        known -> {
          switch (known) {
            case OBJECTIVE -> addObjective(row);
            case KEY_RESULT -> addKeyResult(row);
            case CHECK_IN -> addCheckIn(row);
          }
        });
    if (!row.problems().isEmpty()) {
      problems.put(row.number(), row.problems());
    }
  }

  private void addObjective(Row row) {
    ObjectiveRow objective =
        new ObjectiveRow(row.number(), objectiveDraft(row), start(row), new ArrayList<>());
    objectives.add(objective);
    lastObjective = Optional.of(objective);
    lastKeyResult = Optional.empty();
    row.optionalText(Column.KEY).ifPresent(key -> name(row, objectivesByKey, key, objective));
  }

  private static ObjectiveDraft objectiveDraft(Row row) {
    return new ObjectiveDraft(
        Optional.of(row.text(Column.TITLE)),
        Optional.of(row.text(Column.WHY)),
        row.optionalText(Column.OWNER),
        row.word(Column.KIND, ObjectiveKind.class),
        row.word(Column.VISIBILITY, Visibility.class),
        Field.absent(),
        Optional.of(row.list(Column.LABELS)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static Optional<Imported.Start> start(Row row) {
    Optional<State> state = row.word(Column.STATE, State.class);
    Imported.Start start =
        new Imported.Start(row.number(Column.CONFIDENCE), row.day(Column.ACTIVATED));
    return state.filter(State.ACTIVE::equals).map(active -> start);
  }

  private void addKeyResult(Row row) {
    KeyResultRow keyResult = new KeyResultRow(row.number(), keyResultDraft(row), new ArrayList<>());
    parent(row, objectivesByKey, lastObjective)
        .ifPresent(objective -> objective.below().add(keyResult));
    lastKeyResult = Optional.of(keyResult);
    row.optionalText(Column.KEY).ifPresent(key -> name(row, keyResultsByKey, key, keyResult));
  }

  private static KeyResultDraft keyResultDraft(Row row) {
    return new KeyResultDraft(
        Optional.of(row.text(Column.TITLE)),
        row.optionalText(Column.OWNER),
        row.word(Column.SOURCE, Source.class),
        row.word(Column.NATURE, Nature.class),
        row.word(Column.MEASURE, Measure.Kind.class)
            .map(
                kind ->
                    new Measure(kind, row.number(Column.OF), row.optionalText(Column.CURRENCY))),
        new GoalDraft(
            field(row.number(Column.BASELINE)),
            field(row.number(Column.TARGET)),
            field(row.number(Column.LOW)),
            field(row.number(Column.HIGH)),
            Field.absent(),
            Field.absent(),
            field(row.day(Column.DUE)),
            Optional.empty(),
            Optional.empty()),
        row.number(Column.WEIGHT),
        weightBy(row),
        row.flag(Column.ALIGNED_SHARE),
        field(kpi(row)),
        field(row.optionalText(Column.METRIC)),
        Optional.empty());
  }

  private static Optional<WeightBy> weightBy(Row row) {
    Optional<String> text = row.optionalText(Column.WEIGHT_BY);
    Optional<WeightBy> weightBy =
        text.flatMap(it -> WeightBy.of(it).or(() -> WeightBy.of(it.toUpperCase(Locale.ROOT))));
    if (text.isPresent() && weightBy.isEmpty()) {
      row.problem(Column.WEIGHT_BY, Message.of("bearings.error.noWord", WeightBy.WORDS));
    }
    return weightBy;
  }

  private static Optional<Long> kpi(Row row) {
    Optional<String> key = row.optionalText(Column.KPI);
    Optional<Long> id = key.flatMap(KpiSheet::idOf);
    if (key.isPresent() && id.isEmpty()) {
      row.problem(Column.KPI, Message.of("bearings.error.notFound", key.get()));
    }
    return id;
  }

  private static <T> Field<T> field(Optional<T> value) {
    return value.map(Field::of).orElseGet(Field::absent);
  }

  private void addCheckIn(Row row) {
    Optional<BigDecimal> value = row.number(Column.VALUE);
    CheckInDraft draft =
        new CheckInDraft(
            value,
            row.number(Column.CONFIDENCE),
            row.day(Column.ON),
            new Words(
                row.text(Column.COMMENT),
                row.text(Column.PLANS),
                row.text(Column.PROGRESS),
                row.text(Column.PROBLEMS)),
            Optional.empty());
    parent(row, keyResultsByKey, lastKeyResult)
        .ifPresent(
            keyResult -> keyResult.below().add(new Imported.CheckInRow(row.number(), draft)));
  }

  private static <T> Optional<T> parent(Row row, Map<String, T> byKey, Optional<T> above) {
    Optional<String> named = row.optionalText(Column.PARENT);
    Optional<T> found = named.isEmpty() ? above : named.map(byKey::get);
    if (found.isEmpty()) {
      row.problem(
          Column.PARENT,
          named
              .map(key -> Message.of("bearings.error.noRowAbove", key))
              .orElse(Message.of("bearings.error.required")));
    }
    return found;
  }

  private static <T> void name(Row row, Map<String, T> byKey, String key, T named) {
    if (byKey.putIfAbsent(key, named) != null) {
      row.problem(Column.KEY, Message.of("bearings.error.keyTwice", key));
    }
  }
}
