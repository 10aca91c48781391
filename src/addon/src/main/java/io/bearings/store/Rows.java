package io.bearings.store;

import static java.util.stream.Collectors.joining;

import io.bearings.okr.Bounds;
import io.bearings.okr.CycleState;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.Measure;
import io.bearings.okr.Milestone;
import io.bearings.okr.Nature;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Objectives;
import io.bearings.okr.Placed;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.Recorded;
import io.bearings.okr.Source;
import io.bearings.okr.Visibility;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Window;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How a row becomes a record, and a record a row. */
final class Rows {
  /** The columns of an objective of alias {@code o}, as {@link #objective} reads them. */
  static final String OBJECTIVE =
      "o.[ID], o.[UNIT_ID], o.[CYCLE_ID], o.[TITLE], o.[WHY], o.[OWNER_KEY], o.[OBJECTIVE_KIND],"
          + " o.[VISIBILITY], o.[REVIEW_ON], o.[LABELS], o.[CUSTOM_FIELDS], o.[PROJECT_IDS],"
          + " o.[CONTRIBUTING_IDS], o.[LIFE_STATE], o.[LIFE_REASON], o.[CONFIDENCE],"
          + " o.[PUBLISHED_AT], o.[ACTIVATED_ON], o.[FINAL_SCORE], o.[ARCHIVED], o.[VERSION_NO]";

  /** How many columns that are. */
  static final int OBJECTIVE_WIDTH = 21;

  /**
   * 1 where a KPI that an objective of alias {@code o} must not break is red now: the last period
   * that is judged for good is, or one that is not yet, as {@link
   * io.bearings.kpi.KpiStanding#isRed} has it. A part of the statement, so that it costs none of
   * its own.
   */
  private static final String GUARDRAIL_RED =
      "case when exists (select 1 from {KPI_SERVED} s join {KPI} q on q.[ID] = s.[KPI_ID]"
          + " join {KPI_PERIOD} p on p.[TREND_OF] = q.[ID] where s.[OBJECTIVE_ID] = o.[ID]"
          + " and s.[PART] = 'GUARDRAIL' and q.[ARCHIVED] = 0 and p.[VERDICT] = 'RED'"
          + " and (p.[CLOSED] = 0 or not exists (select 1 from {KPI_PERIOD} n"
          + " where n.[TREND_OF] = q.[ID] and n.[CLOSED] = 1 and n.[LAST_ON] > p.[LAST_ON])))"
          + " then 1 else 0 end";

  /** An objective with its cycle, its follower and its guardrails, as {@link #placed} reads it. */
  static final String PLACED =
      OBJECTIVE
          + ", c.[ID], c.[NAME], c.[FIRST_DAY], c.[LAST_DAY], c.[CYCLE_STATE], f.[ID], "
          + GUARDRAIL_RED;

  /** How many columns that are. */
  static final int PLACED_WIDTH = OBJECTIVE_WIDTH + 7;

  /** The cycle of an objective. */
  static final String CYCLE_JOIN = " left join {OKR_CYCLE} c on c.[ID] = o.[CYCLE_ID]";

  /** What {@link #PLACED} needs beside the objective; its parameter is the person's user key. */
  static final String PLACED_JOINS =
      CYCLE_JOIN + " left join {FOLLOWER} f on f.[OBJECTIVE_ID] = o.[ID] and f.[PERSON_KEY] = ?";

  /** The columns of a key result of alias {@code k}, as {@link #keyResult} reads them. */
  static final String KEY_RESULT =
      "k.[ID], k.[OBJECTIVE_ID], k.[TITLE], k.[OWNER_KEY], k.[VALUE_SOURCE], k.[NATURE],"
          + " k.[MEASURED_IN], k.[BASELINE_VALUE], k.[TARGET_VALUE], k.[LOWER_BOUND],"
          + " k.[UPPER_BOUND], k.[COMMIT_MARK], k.[STRETCH_MARK], k.[DUE_ON], k.[LAG_WEEKS],"
          + " k.[CHECKPOINTS], k.[WEIGHT_MICROS], k.[WEIGHT_BY], k.[SHARE_OFF], k.[KPI_ID],"
          + " k.[METRIC_TEXT], k.[LIFE_STATE], k.[LIFE_REASON], k.[CONFIDENCE], k.[PUBLISHED_AT],"
          + " k.[ACTIVATED_ON], k.[FINAL_SCORE],"
          + " k.[CURRENT_VALUE], k.[CURRENT_ON], k.[LAST_CHECK_IN_ID], k.[LAST_CHECK_IN_ON],"
          + " k.[LAST_CHECK_IN_AT], k.[LAST_CHECK_IN_BY], k.[FIRST_CHECK_IN_AT], k.[SPARK],"
          + " k.[DAILY_VALUES], k.[EVIDENCE_COUNT], k.[EVIDENCE_ON], k.[ARCHIVED],"
          + " k.[VERSION_NO]";

  /** How many columns that are. */
  static final int KEY_RESULT_WIDTH = 40;

  /**
   * The same as {@link #PLACED}, for who reckons scores and nothing else: what no score depends on
   * is not read. It needs the cycle alone beside the objective.
   */
  static final Columns PLACED_FOR_SCORES =
      Columns.of(PLACED)
          .filling(List.of("o.[TITLE]", "o.[OWNER_KEY]", "c.[NAME]"))
          .without(
              List.of(
                  "o.[WHY]",
                  "o.[REVIEW_ON]",
                  "o.[LABELS]",
                  "o.[CUSTOM_FIELDS]",
                  "o.[PROJECT_IDS]",
                  "o.[CONTRIBUTING_IDS]",
                  "o.[LIFE_REASON]",
                  "o.[CONFIDENCE]",
                  "o.[PUBLISHED_AT]",
                  "f.[ID]",
                  GUARDRAIL_RED));

  /** The same as {@link #KEY_RESULT}, for who reckons scores and nothing else. */
  static final Columns KEY_RESULT_FOR_SCORES =
      Columns.of(KEY_RESULT)
          .filling(List.of("k.[TITLE]", "k.[OWNER_KEY]"))
          .without(
              List.of(
                  "k.[COMMIT_MARK]",
                  "k.[STRETCH_MARK]",
                  "k.[LAG_WEEKS]",
                  "k.[CHECKPOINTS]",
                  "k.[KPI_ID]",
                  "k.[METRIC_TEXT]",
                  "k.[LIFE_REASON]",
                  "k.[CONFIDENCE]",
                  "k.[PUBLISHED_AT]",
                  "k.[LAST_CHECK_IN_ID]",
                  "k.[LAST_CHECK_IN_ON]",
                  "k.[LAST_CHECK_IN_AT]",
                  "k.[LAST_CHECK_IN_BY]",
                  "k.[FIRST_CHECK_IN_AT]",
                  "k.[SPARK]",
                  "k.[EVIDENCE_ON]"));

  private static final Columns ALL_OF_KEY_RESULT = Columns.of(KEY_RESULT);
  private static final Columns ALL_OF_PLACED = Columns.of(PLACED);

  /** The version of what was just written. */
  static final int FIRST_VERSION = 1;

  private static final int MICRO = 6;
  private static final int DIGITS = 10;

  private Rows() {}

  static Objective objective(ResultSet row) throws SQLException {
    return objective(row, 0);
  }

  /**
   * @param before how many columns come before
   */
  static Objective objective(ResultSet row, int before) throws SQLException {
    return objective(new Cells(row, ALL_OF_PLACED, before));
  }

  private static Objective objective(Cells cells) throws SQLException {
    long id = cells.id();
    long unitId = cells.id();
    Optional<Long> cycleId = cells.optionalId();
    ObjectiveContent content =
        new ObjectiveContent(
            cells.text(),
            cells.optional().orElse(""),
            cells.text(),
            ObjectiveKind.valueOf(cells.text()),
            Visibility.valueOf(cells.text()),
            cells.day(),
            list(cells.optional(), Function.identity()),
            fields(cells.optional()),
            list(cells.optional(), Long::valueOf),
            list(cells.optional(), Long::valueOf));
    return new Objective(id, unitId, cycleId, content, life(cells), cells.truth(), cells.whole());
  }

  static Placed placed(ResultSet row) throws SQLException {
    return placed(row, 0);
  }

  /**
   * @param before how many columns come before
   */
  static Placed placed(ResultSet row, int before) throws SQLException {
    return placed(row, ALL_OF_PLACED, before);
  }

  /**
   * @param columns those of {@link #PLACED}, of which some may be left out
   */
  static Placed placed(ResultSet row, Columns columns, int before) throws SQLException {
    Cells cells = new Cells(row, columns, before);
    Objective objective = objective(cells);
    Optional<Placed.Span> cycle = span(cells);
    boolean followed = cells.optionalId().isPresent();
    return new Placed(objective, cycle, followed, cells.truth());
  }

  private static Optional<Placed.Span> span(Cells cells) throws SQLException {
    Optional<Long> id = cells.optionalId();
    String name = cells.text();
    Optional<LocalDate> first = cells.day();
    Optional<LocalDate> last = cells.day();
    String state = cells.text();
    return id.map(
        it ->
            new Placed.Span(
                it,
                name,
                new Window(first.orElseThrow(), last.orElseThrow()),
                CycleState.valueOf(state)));
  }

  private static Life life(Cells cells) throws SQLException {
    ObjectiveState state = ObjectiveState.valueOf(cells.text());
    Optional<String> reason = cells.optional();
    Optional<Integer> confidence = cells.optionalWhole();
    Optional<Instant> publishedAt = cells.moment();
    return new Life(state, reason, confidence, publishedAt, cells.day(), cells.decimal());
  }

  static KeyResult keyResult(ResultSet row) throws SQLException {
    return keyResult(row, 0);
  }

  /**
   * @param before how many columns come before
   */
  static KeyResult keyResult(ResultSet row, int before) throws SQLException {
    return keyResult(row, ALL_OF_KEY_RESULT, before);
  }

  /**
   * @param columns those of {@link #KEY_RESULT}, of which some may be left out
   */
  static KeyResult keyResult(ResultSet row, Columns columns, int before) throws SQLException {
    Cells cells = new Cells(row, columns, before);
    long id = cells.id();
    long objectiveId = cells.id();
    KeyResultContent content =
        new KeyResultContent(
            cells.text(),
            cells.text(),
            Source.valueOf(cells.text()),
            Nature.valueOf(cells.text()),
            measure(cells.text()),
            goal(cells),
            weight(cells.id()),
            WeightBy.valueOf(cells.text()),
            !cells.truth(),
            cells.optionalId(),
            cells.optional());
    Life life = life(cells);
    return new KeyResult(
        id, objectiveId, content, life, recorded(cells), cells.truth(), cells.whole());
  }

  private static Goal goal(Cells cells) throws SQLException {
    Optional<BigDecimal> baseline = cells.decimal();
    Optional<BigDecimal> target = cells.decimal();
    Optional<BigDecimal> lower = cells.decimal();
    Optional<BigDecimal> upper = cells.decimal();
    Optional<Bounds> bounds =
        lower.isEmpty() && upper.isEmpty()
            ? Optional.empty()
            : Optional.of(new Bounds(lower, upper));
    Goal.Marks marks = new Goal.Marks(cells.decimal(), cells.decimal());
    Optional<LocalDate> due = cells.day();
    int lagWeeks = cells.whole();
    return new Goal(baseline, target, bounds, marks, due, lagWeeks, milestones(cells.optional()));
  }

  private static Recorded recorded(Cells cells) throws SQLException {
    Optional<BigDecimal> value = cells.decimal();
    Optional<LocalDate> on = cells.day();
    Optional<Long> lastId = cells.optionalId();
    Optional<LocalDate> lastOn = cells.day();
    Optional<Instant> lastAt = cells.moment();
    Optional<String> lastBy = cells.optional();
    return new Recorded(
        value.flatMap(it -> on.map(day -> new Valued(day, it))),
        lastId.flatMap(
            id ->
                lastOn.flatMap(
                    day ->
                        lastAt.flatMap(
                            at -> lastBy.map(by -> new Recorded.Last(id, day, at, by))))),
        cells.moment(),
        values(cells.optional()),
        values(cells.optional()),
        cells.whole(),
        cells.day());
  }

  /** The columns of the content of an objective. */
  static Map<String, Object> columns(ObjectiveContent content) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("TITLE", content.title());
    row.put("WHY", Session.text(filled(content.why())));
    row.put("OWNER_KEY", content.ownerKey());
    row.put("OBJECTIVE_KIND", content.kind().name());
    row.put("VISIBILITY", content.visibility().name());
    row.put("REVIEW_ON", Session.text(content.reviewOn().map(LocalDate::toString)));
    row.put("LABELS", Session.text(text(content.labels())));
    row.put("CUSTOM_FIELDS", Session.text(text(content.fields())));
    row.put("PROJECT_IDS", Session.text(text(content.projectIds())));
    row.put("CONTRIBUTING_IDS", Session.text(text(content.contributingUnitIds())));
    return row;
  }

  /** The columns of the content of a key result. */
  static Map<String, Object> columns(KeyResultContent content) {
    Goal goal = content.goal();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("TITLE", content.title());
    row.put("OWNER_KEY", content.ownerKey());
    row.put("VALUE_SOURCE", content.source().name());
    row.put("NATURE", content.nature().name());
    row.put("MEASURED_IN", text(content.measure()));
    row.put("BASELINE_VALUE", decimal(goal.baseline()));
    row.put("TARGET_VALUE", decimal(goal.target()));
    row.put("LOWER_BOUND", decimal(goal.bounds().flatMap(Bounds::lower)));
    row.put("UPPER_BOUND", decimal(goal.bounds().flatMap(Bounds::upper)));
    row.put("COMMIT_MARK", decimal(goal.marks().commit()));
    row.put("STRETCH_MARK", decimal(goal.marks().stretch()));
    row.put("DUE_ON", Session.text(goal.due().map(LocalDate::toString)));
    row.put("LAG_WEEKS", goal.lagWeeks());
    row.put("CHECKPOINTS", Session.text(milestoneText(goal.checkpoints())));
    row.put("WEIGHT_MICROS", micros(content.weight()));
    row.put("WEIGHT_BY", content.weightBy().name());
    row.put("SHARE_OFF", content.alignedShare() ? 0 : 1);
    row.put("KPI_ID", Session.whole(content.kpiId()));
    row.put("METRIC_TEXT", Session.text(content.metric()));
    return row;
  }

  /** The columns of a life. */
  static Map<String, Object> columns(Life life) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("LIFE_STATE", life.state().name());
    row.put("LIFE_REASON", Session.text(life.reason()));
    row.put("CONFIDENCE", Session.whole(life.confidence()));
    row.put("PUBLISHED_AT", Session.whole(life.publishedAt().map(Instant::toEpochMilli)));
    row.put("ACTIVATED_ON", Session.text(life.activatedOn().map(LocalDate::toString)));
    row.put("FINAL_SCORE", decimal(life.finalScore()));
    return row;
  }

  /** What to bind for a decimal that may be absent. */
  static Object decimal(Optional<BigDecimal> value) {
    return Session.text(value.map(Rows::plain));
  }

  /** A decimal without exponent and needless zeros, as it is stored. */
  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** A text unless it is empty, which to Oracle is the same as none. */
  static Optional<String> filled(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  /** {@code |a|b|}; absent for none. */
  static Optional<String> text(Collection<?> values) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.stream().map(String::valueOf).collect(joining("|", "|", "|")));
  }

  /** What {@code |a|b|} holds. */
  static <T> List<T> list(Optional<String> text, Function<String, T> each) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<T> values = new ArrayList<>();
    for (String part : text.get().split("\\|")) {
      if (!part.isEmpty()) {
        values.add(each.apply(part));
      }
    }
    return values;
  }

  private static Optional<String> text(Map<String, String> fields) {
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(
            fields.entrySet().stream()
                .map(each -> each.getKey() + "\t" + each.getValue())
                .collect(joining("\n")));
  }

  private static Map<String, String> fields(Optional<String> text) {
    if (text.isEmpty()) {
      return Map.of();
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : text.get().split("\n")) {
      int tab = line.indexOf('\t');
      fields.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return fields;
  }

  /** {@code RATING;5;}. */
  static String text(Measure measure) {
    return measure.kind().name()
        + ";"
        + measure.of().map(Rows::plain).orElse("")
        + ";"
        + measure.currency().orElse("");
  }

  /** What {@link #text(Measure)} holds. */
  static Measure measure(String text) {
    if (text.equals("NUMBER;;")) {
      return Measure.NUMBER;
    }
    String[] parts = text.split(";", -1);
    return new Measure(
        Measure.Kind.valueOf(parts[0]),
        Optional.of(parts[1]).filter(it -> !it.isEmpty()).map(BigDecimal::new),
        Optional.of(parts[2]).filter(it -> !it.isEmpty()));
  }

  private static Optional<String> milestoneText(List<Milestone> milestones) {
    return valueText(milestones.stream().map(each -> new Valued(each.on(), each.value())).toList());
  }

  private static List<Milestone> milestones(Optional<String> text) {
    return values(text).stream().map(each -> new Milestone(each.date(), each.value())).toList();
  }

  /** {@code 2026-10-05=12;2026-10-12=13.5}; absent for none. */
  static Optional<String> valueText(List<Valued> values) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(
            values.stream()
                .map(each -> each.date() + "=" + plain(each.value()))
                .collect(joining(";")));
  }

  /** What {@link #valueText} holds. */
  static List<Valued> values(Optional<String> text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<Valued> values = new ArrayList<>();
    String all = text.get();
    int from = 0;
    while (from < all.length()) {
      int equals = all.indexOf('=', from);
      int semicolon = all.indexOf(';', equals);
      int end = semicolon < 0 ? all.length() : semicolon;
      values.add(
          new Valued(
              day(all.substring(from, equals)), new BigDecimal(all.substring(equals + 1, end))));
      from = end + 1;
    }
    return values;
  }

  /** An id that may be empty. */
  static Optional<Long> id(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  /** The columns that say who made a row, and when. */
  static Map<String, Object> creation(Objectives.Edit by) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("VERSION_NO", FIRST_VERSION);
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    row.put("UPDATED_BY", by.who().key());
    row.put("UPDATED_AT", by.when().toEpochMilli());
    return row;
  }

  /**
   * Changes columns of a row if its version is still the given one, and counts the change.
   *
   * @return whether it was changed
   */
  static boolean update(
      Session session,
      String table,
      long id,
      int version,
      Map<String, Object> columns,
      Objectives.Edit by)
      throws SQLException {
    Map<String, Object> ordered = new LinkedHashMap<>(columns);
    ordered.put("UPDATED_BY", by.who().key());
    ordered.put("UPDATED_AT", by.when().toEpochMilli());
    List<Object> parameters = new ArrayList<>(ordered.values());
    parameters.add(id);
    parameters.add(version);
    String set =
        ordered.keySet().stream().map(column -> ", [" + column + "] = ?").collect(joining());
    return session.update(
            "update {"
                + table
                + "} set [VERSION_NO] = [VERSION_NO] + 1"
                + set
                + " where [ID] = ? and [VERSION_NO] = ?",
            parameters.toArray())
        > 0;
  }

  /** The user key of the person who last changed a row. */
  static Optional<String> lastEditor(Database database, String table, long id) {
    return database.read(
        session ->
            session.first(
                "select [UPDATED_BY] from {" + table + "} where [ID] = ?",
                row -> row.getString(1),
                id));
  }

  /** The day of an ISO text of ours; ten times as fast as the parser of all that ISO allows. */
  static LocalDate day(String text) {
    return LocalDate.of(
        Integer.parseInt(text, 0, 4, DIGITS),
        Integer.parseInt(text, 5, 7, DIGITS),
        Integer.parseInt(text, 8, 10, DIGITS));
  }

  /** A weight from millionths, without superfluous zeros. */
  static BigDecimal weight(long micros) {
    BigDecimal exact = BigDecimal.valueOf(micros, MICRO).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  static long micros(BigDecimal weight) {
    return weight.movePointRight(MICRO).longValueExact();
  }

  /** A number that may be empty. */
  static Optional<BigDecimal> decimal(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Optional.empty() : Optional.of(BigDecimal.valueOf(value));
  }
}
