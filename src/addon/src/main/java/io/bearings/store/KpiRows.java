package io.bearings.store;

import io.bearings.kpi.Aggregation;
import io.bearings.kpi.Anomaly;
import io.bearings.kpi.AutomaticAction;
import io.bearings.kpi.Benchmark;
import io.bearings.kpi.Category;
import io.bearings.kpi.Dimension;
import io.bearings.kpi.Direction;
import io.bearings.kpi.Drift;
import io.bearings.kpi.Frequency;
import io.bearings.kpi.Grounds;
import io.bearings.kpi.Judged;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSource;
import io.bearings.kpi.KpiStatus;
import io.bearings.kpi.Level;
import io.bearings.kpi.Levels;
import io.bearings.kpi.Period;
import io.bearings.kpi.Purpose;
import io.bearings.kpi.Response;
import io.bearings.kpi.Rhythm;
import io.bearings.kpi.Served;
import io.bearings.kpi.Signals;
import io.bearings.kpi.Targets;
import io.bearings.kpi.Verdict;
import io.bearings.kpi.Yardstick;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the rows of KPIs and of their periods become records, and records rows. */
final class KpiRows {
  /** The columns of a sheet of alias {@code k}, as {@link #sheet} reads them. */
  static final String SHEET =
      "k.[ID], k.[UNIT_ID], k.[NAME], k.[MEASURES], k.[CATEGORY_KIND], k.[OWN_CATEGORY],"
          + " k.[OWNER_KEY], k.[VALUE_SOURCE], k.[SOURCE_TEXT], k.[FREQUENCY], k.[AGGREGATION],"
          + " k.[ACCUMULATING], k.[GRACE_DAYS], k.[DIRECTION], k.[MEASURED_IN], k.[TARGET_LEVEL],"
          + " k.[WARNING_LEVEL], k.[CRITICAL_LEVEL], k.[TARGET_CHANGES], k.[ACTION_TEXT],"
          + " k.[AUTOMATIC], k.[WHY], k.[DECISION], k.[BENCHMARK_VALUE], k.[BENCHMARK_SOURCE],"
          + " k.[REVIEW_ON], k.[SERVES], k.[GROUNDS], k.[DIMENSIONS], k.[ARCHIVED],"
          + " k.[VERSION_NO]";

  /** How many columns that are. */
  static final int SHEET_WIDTH = 31;

  /** The columns of signals of alias {@code k}, as {@link #signals} reads them. */
  static final String SIGNALS =
      "k.[DRIFT_RULES], k.[ANOMALY_FOUND], k.[ANOMALY_MEDIAN], k.[ANOMALY_SPREAD]";

  /** The columns of a judged period of alias {@code p}, as {@link #judged} reads them. */
  static final String JUDGED =
      "p.[ID], p.[KPI_ID], p.[FIRST_ON], p.[LAST_ON], p.[SPAN_ID], p.[SPAN_NAME], p.[AMOUNT],"
          + " p.[CORRECTED], p.[VERDICT], p.[PROVISIONAL], p.[EARLY_WARNING], p.[ATTAINMENT],"
          + " p.[TARGET_LEVEL], p.[WARNING_LEVEL], p.[CRITICAL_LEVEL], p.[CLOSED]";

  /** What a column for a computed number has room for, as large as such a number may be. */
  private static final int DECIMALS = 34;

  private KpiRows() {}

  static KpiSheet sheet(ResultSet row) throws SQLException {
    return sheet(new Cells(row, 0));
  }

  static KpiSheet sheet(Cells cells) throws SQLException {
    long id = cells.id();
    long unitId = cells.id();
    KpiContent content =
        new KpiContent(
            cells.text(),
            words(cells),
            new Category(Category.Kind.valueOf(cells.text()), cells.optional()),
            cells.text(),
            source(cells),
            new Rhythm(
                Frequency.valueOf(cells.text()),
                Aggregation.valueOf(cells.text()),
                cells.truth(),
                cells.whole()),
            new Yardstick(
                Direction.valueOf(cells.text()), Rows.measure(cells.text()), targets(cells)),
            new Response(words(cells), actions(cells.optional())),
            purpose(cells),
            dimensions(cells.optional()));
    return new KpiSheet(id, unitId, content, cells.truth(), cells.whole());
  }

  private static String words(Cells cells) throws SQLException {
    return cells.optional().orElse("");
  }

  private static KpiSource source(Cells cells) throws SQLException {
    SourceKind kind = SourceKind.valueOf(cells.text());
    String text = words(cells);
    return switch (kind) {
      case MANUAL -> new KpiSource.Manual();
      case PUSHED -> new KpiSource.Pushed();
      case FORMULA -> new KpiSource.Formula(text);
      case METRIC -> new KpiSource.Metric(text);
    };
  }

  /** What a source is called in its column. */
  private enum SourceKind {
    MANUAL,
    PUSHED,
    FORMULA,
    METRIC;

    static SourceKind of(KpiSource source) {
      if (source instanceof KpiSource.Formula) {
        return FORMULA;
      }
      if (source instanceof KpiSource.Metric) {
        return METRIC;
      }
      return source instanceof KpiSource.Pushed ? PUSHED : MANUAL;
    }
  }

  private static Optional<String> text(KpiSource source) {
    if (source instanceof KpiSource.Formula formula) {
      return Rows.filled(formula.text());
    }
    return source instanceof KpiSource.Metric metric
        ? Rows.filled(metric.spec())
        : Optional.empty();
  }

  private static Targets targets(Cells cells) throws SQLException {
    Levels first = levels(cells);
    return new Targets(
        first,
        Lines.entries(cells.optional()).stream()
            .map(
                parts ->
                    new Targets.From(
                        Rows.day(parts.get(0)),
                        new Levels(level(parts.get(1)), level(parts.get(2)), level(parts.get(3)))))
            .toList());
  }

  private static Levels levels(Cells cells) throws SQLException {
    return new Levels(level(words(cells)), level(words(cells)), level(words(cells)));
  }

  private static Optional<Level> level(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int colon = text.indexOf(':');
    return Optional.of(
        colon < 0
            ? Level.at(new BigDecimal(text))
            : Level.between(
                new BigDecimal(text.substring(0, colon)),
                new BigDecimal(text.substring(colon + 1))));
  }

  /** {@code 10} or {@code 10:20}. */
  private static String text(Level level) {
    return String.join(":", level.numbers().stream().map(KpiRows::plain).toList());
  }

  private static Optional<String> changes(Targets targets) {
    return Lines.text(
        targets.changes().stream()
            .map(
                each ->
                    List.of(
                        each.day().toString(),
                        part(each.levels().target()),
                        part(each.levels().warning()),
                        part(each.levels().critical())))
            .toList());
  }

  private static String part(Optional<Level> level) {
    return level.map(KpiRows::text).orElse("");
  }

  private static List<AutomaticAction> actions(Optional<String> text) {
    return Lines.entries(text).stream().map(KpiRows::action).toList();
  }

  private static AutomaticAction action(List<String> parts) {
    return switch (ActionKind.valueOf(parts.get(0))) {
      case NOTIFY -> new AutomaticAction.Notify(parts.subList(1, parts.size()));
      case COMMENT -> new AutomaticAction.Comment(parts.get(1), parts.get(2));
      case CREATE_ISSUE ->
          new AutomaticAction.CreateIssue(parts.get(1), parts.get(2), parts.get(3), parts.get(4));
      case WEBHOOK -> new AutomaticAction.Webhook(parts.get(1));
    };
  }

  /** What an automatic action is called in its line. */
  private enum ActionKind {
    NOTIFY,
    COMMENT,
    CREATE_ISSUE,
    WEBHOOK
  }

  private static List<String> parts(AutomaticAction action) {
    if (action instanceof AutomaticAction.Comment comment) {
      return List.of(ActionKind.COMMENT.name(), comment.issueKey(), comment.text());
    }
    if (action instanceof AutomaticAction.CreateIssue issue) {
      return List.of(
          ActionKind.CREATE_ISSUE.name(),
          issue.projectKey(),
          issue.issueType(),
          issue.summary(),
          issue.description());
    }
    if (action instanceof AutomaticAction.Webhook webhook) {
      return List.of(ActionKind.WEBHOOK.name(), webhook.url());
    }
    return headed(ActionKind.NOTIFY.name(), ((AutomaticAction.Notify) action).personKeys());
  }

  private static List<String> headed(String head, List<String> tail) {
    List<String> all = new ArrayList<>(tail);
    all.add(0, head);
    return all;
  }

  private static Purpose purpose(Cells cells) throws SQLException {
    return new Purpose(
        words(cells),
        words(cells),
        new Benchmark(cells.decimal(), words(cells)),
        cells.day(),
        Lines.entries(cells.optional()).stream()
            .map(
                parts ->
                    new Served(Long.parseLong(parts.get(0)), Served.Part.valueOf(parts.get(1))))
            .toList(),
        cells.optional().map(Grounds::valueOf));
  }

  private static List<Dimension> dimensions(Optional<String> text) {
    return Lines.entries(text).stream()
        .map(parts -> new Dimension(parts.get(0), parts.subList(1, parts.size())))
        .toList();
  }

  /** The columns of what stands on a sheet. */
  static Map<String, Object> columns(KpiContent content) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("NAME", content.name());
    row.put("MEASURES", Session.text(Rows.filled(content.measures())));
    row.put("CATEGORY_KIND", content.category().kind().name());
    row.put("OWN_CATEGORY", Session.text(content.category().label()));
    row.put("OWNER_KEY", content.ownerKey());
    row.put("VALUE_SOURCE", SourceKind.of(content.source()).name());
    row.put("SOURCE_TEXT", Session.text(text(content.source())));
    columns(content.rhythm(), row);
    columns(content.yardstick(), row);
    row.put("ACTION_TEXT", Session.text(Rows.filled(content.response().text())));
    row.put(
        "AUTOMATIC",
        Session.text(
            Lines.text(content.response().automatic().stream().map(KpiRows::parts).toList())));
    columns(content.purpose(), row);
    row.put(
        "DIMENSIONS",
        Session.text(
            Lines.text(
                content.dimensions().stream()
                    .map(each -> headed(each.name(), each.segments()))
                    .toList())));
    return row;
  }

  private static void columns(Rhythm rhythm, Map<String, Object> row) {
    row.put("FREQUENCY", rhythm.frequency().name());
    row.put("AGGREGATION", rhythm.aggregation().name());
    row.put("ACCUMULATING", number(rhythm.accumulating()));
    row.put("GRACE_DAYS", rhythm.graceDays());
  }

  private static void columns(Yardstick yardstick, Map<String, Object> row) {
    row.put("DIRECTION", yardstick.direction().name());
    row.put("MEASURED_IN", Rows.text(yardstick.measure()));
    columns(yardstick.targets().first(), row);
    row.put("TARGET_CHANGES", Session.text(changes(yardstick.targets())));
  }

  private static void columns(Levels levels, Map<String, Object> row) {
    row.put("TARGET_LEVEL", Session.text(levels.target().map(KpiRows::text)));
    row.put("WARNING_LEVEL", Session.text(levels.warning().map(KpiRows::text)));
    row.put("CRITICAL_LEVEL", Session.text(levels.critical().map(KpiRows::text)));
  }

  private static void columns(Purpose purpose, Map<String, Object> row) {
    row.put("WHY", Session.text(Rows.filled(purpose.why())));
    row.put("DECISION", Session.text(Rows.filled(purpose.decision())));
    row.put("BENCHMARK_VALUE", Rows.decimal(purpose.benchmark().value()));
    row.put("BENCHMARK_SOURCE", Session.text(Rows.filled(purpose.benchmark().source())));
    row.put("REVIEW_ON", day(purpose.reviewOn()));
    row.put(
        "SERVES",
        Session.text(
            Lines.text(
                purpose.serves().stream()
                    .map(each -> List.of(String.valueOf(each.objectiveId()), each.part().name()))
                    .toList())));
    row.put("GROUNDS", Session.text(purpose.grounds().map(Grounds::name)));
  }

  static Signals signals(Cells cells) throws SQLException {
    Set<Drift.Rule> rules = new LinkedHashSet<>(Rows.list(cells.optional(), Drift.Rule::valueOf));
    return new Signals(
        new Drift(rules),
        new Anomaly(
            cells.optionalWhole().map(found -> found == 1), cells.decimal(), cells.decimal()));
  }

  /** The columns of signals. */
  static Map<String, Object> columns(Signals signals) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("DRIFT_RULES", Session.text(Rows.text(signals.drift().rules())));
    row.put("ANOMALY_FOUND", Session.whole(signals.anomaly().found().map(KpiRows::number)));
    row.put("ANOMALY_MEDIAN", decimal(signals.anomaly().median()));
    row.put("ANOMALY_SPREAD", decimal(signals.anomaly().deviation()));
    return row;
  }

  /** A judged period with its row. */
  record JudgedRow(long id, long kpiId, Judged judged) {}

  static JudgedRow judged(ResultSet row) throws SQLException {
    Cells cells = new Cells(row, 0);
    return new JudgedRow(cells.id(), cells.id(), judged(cells));
  }

  private static Judged judged(Cells cells) throws SQLException {
    Period period = period(cells).orElseThrow();
    Optional<BigDecimal> value = cells.decimal();
    boolean corrected = cells.truth();
    KpiStatus status = KpiStatus.valueOf(cells.text());
    boolean provisional = cells.truth();
    boolean earlyWarning = cells.truth();
    Verdict verdict =
        new Verdict(status, provisional, earlyWarning, cells.decimal(), levels(cells));
    return new Judged(period, value, corrected, verdict, cells.truth());
  }

  /** First and last day, id and name of a sprint or release; absent without days. */
  static Optional<Period> period(Cells cells) throws SQLException {
    Optional<LocalDate> first = cells.day();
    Optional<LocalDate> last = cells.day();
    Optional<String> id = cells.optional();
    String name = words(cells);
    return first.map(
        day -> new Period(day, last.orElseThrow(), id.map(it -> new Period.Named(it, name))));
  }

  /**
   * The columns of a period, with something before the name of each.
   *
   * @param period absent: all are null
   */
  static Map<String, Object> columns(String before, Optional<Period> period) {
    Optional<Period.Named> named = period.flatMap(Period::of);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(before + "FIRST_ON", day(period.map(Period::first)));
    row.put(before + "LAST_ON", day(period.map(Period::last)));
    row.put(before + "SPAN_ID", Session.text(named.map(Period.Named::id)));
    row.put(before + "SPAN_NAME", Session.text(named.map(Period.Named::name)));
    return row;
  }

  /** The columns of a judged period. */
  static Map<String, Object> columns(Judged judged) {
    Verdict verdict = judged.verdict();
    Map<String, Object> row = columns("", Optional.of(judged.period()));
    row.put("AMOUNT", decimal(judged.value()));
    row.put("CORRECTED", number(judged.corrected()));
    row.put("VERDICT", verdict.status().name());
    row.put("PROVISIONAL", number(verdict.provisional()));
    row.put("EARLY_WARNING", number(verdict.earlyWarning()));
    row.put("ATTAINMENT", decimal(verdict.attainment()));
    columns(verdict.against(), row);
    row.put("CLOSED", number(judged.closed()));
    return row;
  }

  /** What to bind for a truth. */
  static int number(boolean truth) {
    return truth ? 1 : 0;
  }

  /** What to bind for a day that may be absent. */
  static Object day(Optional<LocalDate> day) {
    return Session.text(day.map(LocalDate::toString));
  }

  /** What to bind for a computed number that may be absent. */
  static Object decimal(Optional<BigDecimal> value) {
    return Session.text(value.map(KpiRows::plain));
  }

  /** A number as it is stored; of a tiny one no more decimals than a quotient has. */
  static String plain(BigDecimal value) {
    return Rows.plain(
        value.scale() > DECIMALS ? value.setScale(DECIMALS, RoundingMode.HALF_EVEN) : value);
  }
}
