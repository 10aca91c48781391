package io.bearings.store;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.bearings.flow.StatusCategory;
import io.bearings.flow.Weights;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Placed;
import io.bearings.okr.Score;
import io.bearings.okr.WeightBy;
import io.bearings.progress.Amounts;
import io.bearings.progress.IssueProgress;
import io.bearings.progress.LinkedWork;
import io.bearings.progress.Rescoring;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import io.bearings.progress.Tally;
import io.bearings.store.Session.Condition;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The stored figures of key results and objectives. They are always reckoned from all contributions
 * of a key result, in Java, and never by adding to what was stored, so a change that is told twice
 * or late cannot make them wrong.
 *
 * <p>A row is written only if it is still the one that was read together with the contributions;
 * see {@link Outrun}. Two transactions that change two issues of one key result do not see each
 * other: the later one then begins anew, and sees the other's issue. For that, who changes
 * contributions writes the figures even if they stay the same.
 */
final class FigureRows {
  private static final String KEY_RESULT = "KR";
  private static final String OBJECTIVE = "O";

  /** The columns that a write gives new values to, in their order. */
  private static final List<String> WRITTEN =
      List.of(
          "ISSUES",
          "TO_DO",
          "IN_PROGRESS",
          "DONE",
          "OUT_OF_SCOPE",
          "IMPUTED",
          "DONE_WEIGHT",
          "TOTAL_WEIGHT",
          "SCORE",
          "COVERAGE",
          "CHANGED_AT",
          "MOVED_AT",
          "RULES");

  private static final String UPDATE =
      "update {FIGURE} set "
          + WRITTEN.stream().map(column -> "[" + column + "] = ?").collect(joining(", "))
          + ", [STAMP] = [STAMP] + 1 where [NATURAL_KEY] = ? and [STAMP] = ?";

  /** The figure of alias {@code g}, as {@link #stored} reads it. */
  private static final String FIGURE =
      "g.[STAMP], g.[RULES], g.[TO_DO], g.[IN_PROGRESS], g.[DONE], g.[OUT_OF_SCOPE], g.[IMPUTED],"
          + " g.[DONE_WEIGHT], g.[TOTAL_WEIGHT], g.[CHANGED_AT], g.[MOVED_AT]";

  private static final String OF_KEY_RESULT =
      " left join {FIGURE} g on g.[SUBJECT_ID] = k.[ID] and g.[SUBJECT] = 'KR'";

  /** All key results of the objectives of some, and which these are: the condition comes twice. */
  private static final String OBJECTIVES =
      "select "
          + Rows.KEY_RESULT_FOR_SCORES.text()
          + ", "
          + Rows.PLACED_FOR_SCORES.text()
          + ", "
          + FIGURE
          + ", w.[STAMP], case when g.[ID] is null and exists (select 1 from {CONTRIBUTION} x where"
          + " x.[KEY_RESULT_ID] = k.[ID]) then 1 else 0 end, case when ";

  private static final String OF_OBJECTIVES =
      " then 1 else 0 end from {KEY_RESULT} k join {OBJECTIVE} o on o.[ID] = k.[OBJECTIVE_ID]"
          + Rows.CYCLE_JOIN
          + OF_KEY_RESULT
          + " left join {FIGURE} w on w.[SUBJECT_ID] = o.[ID] and w.[SUBJECT] = 'O' where o.[ID] in"
          + " (select k.[OBJECTIVE_ID] from {KEY_RESULT} k where ";
  private static final String IN_ORDER = ") order by k.[ID]";

  private static final int FIGURE_WIDTH = 11;
  private static final int KEY_RESULT_WIDTH = Rows.KEY_RESULT_FOR_SCORES.width();
  private static final int BEFORE_FIGURE = KEY_RESULT_WIDTH + Rows.PLACED_FOR_SCORES.width();
  private static final int HASH_BYTES = 16;

  private final SiteSettings settings;
  private final Clock clock;

  FigureRows(SiteSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** A row as it is. */
  private record Stored(String rules, LinkedWork work) {}

  /** An objective as it is stored, with the rows that it and its key results had then. */
  private static final class Whole {
    private final Placed placed;
    private final Optional<Long> stamp;
    private final List<KeyResult> keyResults = new ArrayList<>();
    private final Map<Long, LinkedWork> work = new HashMap<>();

    /** The stamps of the key results of which another row is to be written; by their id. */
    private final Map<Long, Optional<Long>> renewed = new LinkedHashMap<>();

    Whole(Placed placed, Optional<Long> stamp) {
      this.placed = placed;
      this.stamp = stamp;
    }
  }

  /**
   * Brings the figures of the key results whose work a transaction changed, and of their
   * objectives, in line with the contributions. Costs two statements and one batch, and one more
   * batch for rows that were not there; none where no work changed.
   *
   * <p>The rows are read before the contributions are: a row that somebody writes between the two
   * is not the one that was read, so that this begins anew.
   *
   * @throws Outrun when somebody else wrote one of them meanwhile
   */
  void renew(Session session) throws SQLException {
    Optional<Condition> changed = session.changedWork();
    if (changed.isEmpty()) {
      return;
    }
    Rules rules = new Rules(settings.current());
    List<KeyResult> unknown = new ArrayList<>();
    Collection<Whole> wholes = wholes(session, changed.get(), rules, unknown);
    if (wholes.isEmpty()) {
      return;
    }
    Map<Long, LinkedWork> reckoned = reckoned(session, unknown, rules.settings());
    Writing writing = new Writing(rules);
    for (Whole whole : wholes) {
      whole.keyResults.forEach(
          each ->
              Optional.ofNullable(reckoned.get(each.id()))
                  .ifPresent(work -> whole.work.put(each.id(), work)));
      writing.add(whole);
    }
    writing.write(session);
  }

  /**
   * The objectives of some key results as they are.
   *
   * @param changed these key results
   * @param unknown gets the key results of which no row tells what they reach: these, and others of
   *     their objectives without a row under the rules in force
   */
  private static Collection<Whole> wholes(
      Session session, Condition changed, Rules rules, List<KeyResult> unknown)
      throws SQLException {
    Map<Long, Whole> wholes = new LinkedHashMap<>();
    session.list(
        OBJECTIVES + changed.text() + OF_OBJECTIVES + changed.text() + IN_ORDER,
        row -> {
          KeyResult keyResult = Rows.keyResult(row, Rows.KEY_RESULT_FOR_SCORES, 0);
          int before = BEFORE_FIGURE;
          int after = before + FIGURE_WIDTH;
          Optional<Long> stamp = Rows.id(row, after + 1);
          Whole whole = wholes.get(keyResult.objectiveId());
          if (whole == null) {
            whole = new Whole(Rows.placed(row, Rows.PLACED_FOR_SCORES, KEY_RESULT_WIDTH), stamp);
            wholes.put(keyResult.objectiveId(), whole);
          }
          whole.keyResults.add(keyResult);
          if (row.getInt(after + 3) == 1) {
            whole.renewed.put(keyResult.id(), Rows.id(row, before + 1));
            unknown.add(keyResult);
            return keyResult;
          }
          Optional<Stored> stored = stored(row, before);
          if (stored.filter(each -> rules.made(each, keyResult)).isPresent()) {
            whole.work.put(keyResult.id(), stored.get().work());
          } else if (stored.isPresent() || row.getInt(after + 2) == 1) {
            unknown.add(keyResult);
          }
          return keyResult;
        },
        Stream.of(changed, changed).flatMap(each -> each.parameters().stream()).toArray());
    return wholes.values();
  }

  /**
   * @param before how many columns come before
   */
  private static Optional<Stored> stored(ResultSet row, int before) throws SQLException {
    Optional<Long> stamp = Rows.id(row, before + 1);
    if (stamp.isEmpty()) {
      return Optional.empty();
    }
    IssueProgress progress =
        IssueProgress.of(
            row.getInt(before + 3),
            row.getInt(before + 4),
            row.getInt(before + 5),
            row.getInt(before + 6),
            row.getInt(before + 7),
            new BigDecimal(row.getString(before + 8)),
            new BigDecimal(row.getString(before + 9)));
    return Optional.of(
        new Stored(
            row.getString(before + 2),
            new LinkedWork(
                progress,
                Rows.id(row, before + 10).map(Instant::ofEpochMilli),
                Rows.id(row, before + 11).map(Instant::ofEpochMilli))));
  }

  /**
   * What key results reach, by their id, from the stored rows; of those that have none under the
   * rules in force, from their contributions. Costs one statement, and one more for the latter.
   *
   * @param outdated gets the ids of key results of which another row is to be stored
   */
  Map<Long, LinkedWork> workOf(
      Session session, Collection<KeyResult> keyResults, Set<Long> outdated) throws SQLException {
    if (keyResults.isEmpty()) {
      return Map.of();
    }
    Rules rules = new Rules(settings.current());
    Map<Long, KeyResult> byId =
        keyResults.stream().collect(toMap(KeyResult::id, each -> each, (one, same) -> one));
    Map<Long, LinkedWork> work = new LinkedHashMap<>();
    List<KeyResult> others = new ArrayList<>();
    session.list(
        "select "
            + FIGURE
            + ", k.[ID], k.[WEIGHT_BY] from {KEY_RESULT} k"
            + OF_KEY_RESULT
            + " where "
            + Tables.in("k.[ID]", byId.keySet())
            + " and (g.[ID] is not null or exists"
            + " (select 1 from {CONTRIBUTION} c where c.[KEY_RESULT_ID] = k.[ID]))",
        row -> {
          KeyResult keyResult = byId.get(row.getLong(FIGURE_WIDTH + 1));
          Optional<Stored> stored = stored(row, 0).filter(each -> rules.made(each, keyResult));
          if (stored.isPresent()) {
            work.put(keyResult.id(), stored.get().work());
          } else {
            others.add(keyResult);
            if (row.getString(FIGURE_WIDTH + 2).equals(keyResult.weightBy().name())) {
              outdated.add(keyResult.id());
            }
          }
          return keyResult;
        });
    work.putAll(reckoned(session, others, rules.settings()));
    return work;
  }

  /** The columns of the figure of a key result of alias {@code k}, for {@link #workIn}. */
  static String columns() {
    return FIGURE;
  }

  /** The join that finds it. */
  static String join() {
    return OF_KEY_RESULT;
  }

  /**
   * Reads what rows that have the figure of a key result among their columns say that it reaches:
   * absent where that is not stored, or was stored under other rules.
   */
  WorkReading workIn() {
    Rules rules = new Rules(settings.current());
    return (row, before, keyResult) ->
        stored(row, before).filter(each -> rules.made(each, keyResult)).map(Stored::work);
  }

  /** Reads work from a row. */
  @FunctionalInterface
  interface WorkReading {
    /**
     * @param before how many columns come before
     */
    Optional<LinkedWork> read(ResultSet row, int before, KeyResult keyResult) throws SQLException;
  }

  /**
   * What issues weigh under each of some key results, by its id; 1 under one that reaches none. One
   * statement.
   */
  Map<Long, Weights> weights(Session session, Collection<KeyResult> keyResults)
      throws SQLException {
    if (keyResults.isEmpty()) {
      return Map.of();
    }
    Settings now = settings.current();
    Map<Long, List<Tally>> tallies = tallies(session, keyResults);
    Map<Long, Weights> weights = new LinkedHashMap<>();
    keyResults.forEach(
        each ->
            weights.put(
                each.id(),
                IssueProgress.weights(
                    tallies.getOrDefault(each.id(), List.of()), each.weightBy(), now)));
    return weights;
  }

  /** What key results reach, by their id, from their contributions. One statement, or none. */
  private static Map<Long, LinkedWork> reckoned(
      Session session, Collection<KeyResult> keyResults, Settings now) throws SQLException {
    if (keyResults.isEmpty()) {
      return Map.of();
    }
    Map<Long, WeightBy> by = new LinkedHashMap<>();
    keyResults.forEach(each -> by.put(each.id(), each.weightBy()));
    Map<Long, LinkedWork> work = new LinkedHashMap<>();
    tallies(session, keyResults)
        .forEach((id, all) -> work.put(id, LinkedWork.of(all, by.get(id), now)));
    return work;
  }

  /** What key results reach, taken together, by their id. One statement. */
  private static Map<Long, List<Tally>> tallies(Session session, Collection<KeyResult> keyResults)
      throws SQLException {
    Map<Long, KeyResult> byId = new LinkedHashMap<>();
    keyResults.forEach(each -> byId.put(each.id(), each));
    Map<Long, List<Tally>> tallies = new LinkedHashMap<>();
    session.list(
        tallies(byId.values()),
        row -> {
          Tally tally = tally(row, byId.get(row.getLong(1)).weightBy());
          tallies.computeIfAbsent(tally.keyResultId(), id -> new ArrayList<>()).add(tally);
          return tally;
        });
    return tallies;
  }

  /**
   * The statement for what key results reach, taken together. It reads no amounts but those that
   * they weigh by, and where all weigh alike, as most do, no row is looked at for that.
   */
  private static String tallies(Collection<KeyResult> keyResults) {
    Set<Long> ids = new TreeSet<>();
    Set<Long> byPoints = new TreeSet<>();
    Set<Long> byEstimate = new TreeSet<>();
    Set<Long> byField = new TreeSet<>();
    for (KeyResult each : keyResults) {
      ids.add(each.id());
      if (each.weightBy().equals(WeightBy.POINTS)) {
        byPoints.add(each.id());
      } else if (each.weightBy().equals(WeightBy.ESTIMATE)) {
        byEstimate.add(each.id());
      } else if (each.weightBy().field().isPresent()) {
        byField.add(each.id());
      }
    }
    List<String> amounts = new ArrayList<>();
    String alike =
        "c.[KEY_RESULT_ID], c.[STATUS_CATEGORY], c.[RESOLUTION_ID]"
            + amount("c.[POINTS]", byPoints, ids, amounts)
            + amount("c.[ESTIMATE]", byEstimate, ids, amounts)
            + amount("c.[FIELD_NUMBERS]", byField, ids, amounts);
    return "select c.[KEY_RESULT_ID], c.[STATUS_CATEGORY], c.[RESOLUTION_ID], "
        + String.join(", ", amounts)
        + ", count(c.[ID]), max(c.[ISSUE_UPDATED]),"
        + " max(coalesce(c.[MOVED_AT], c.[ISSUE_UPDATED])) from {CONTRIBUTION} c where"
        + " c.[COUNTS] = 1 and "
        + Tables.in("c.[KEY_RESULT_ID]", ids)
        + " group by "
        + alike;
  }

  /**
   * What to group by for an amount.
   *
   * @param by the key results that weigh by it
   * @param ids all key results that are asked for
   * @param amounts gets what to select for it
   */
  private static String amount(String column, Set<Long> by, Set<Long> ids, List<String> amounts) {
    if (by.isEmpty()) {
      amounts.add("null");
      return "";
    }
    String amount =
        by.equals(ids)
            ? column
            : "case when " + Tables.in("c.[KEY_RESULT_ID]", by) + " then " + column + " end";
    amounts.add(amount);
    return ", " + amount;
  }

  private static Tally tally(ResultSet row, WeightBy weightBy) throws SQLException {
    return new Tally(
        row.getLong(1),
        StatusCategory.valueOf(row.getString(2)),
        Optional.ofNullable(row.getString(3)),
        Amounts.of(
            weightBy,
            Rows.decimal(row, 4),
            Rows.id(row, 5),
            StateRows.numbers(Optional.ofNullable(row.getString(6)))),
        row.getInt(7),
        Rows.id(row, 8).map(Instant::ofEpochMilli),
        Rows.id(row, 9).map(Instant::ofEpochMilli));
  }

  /** What is stored of a key result, and what its contributions amount to. */
  record Wrong(IssueProgress stored, IssueProgress reckoned) {}

  /**
   * The key results of which something else is stored, under the rules in force, than their
   * contributions amount to, by their id. Costs three statements.
   */
  Map<Long, Wrong> wrong(Session session, Collection<Long> keyResultIds) throws SQLException {
    List<KeyResult> keyResults =
        session.list(
            "select "
                + Rows.KEY_RESULT
                + " from {KEY_RESULT} k where "
                + Tables.in("k.[ID]", keyResultIds),
            Rows::keyResult);
    Set<Long> outdated = new TreeSet<>();
    Map<Long, LinkedWork> stored = workOf(session, keyResults, outdated);
    Map<Long, LinkedWork> reckoned = reckoned(session, keyResults, settings.current());
    Map<Long, Wrong> wrong = new TreeMap<>();
    stored.forEach(
        (id, work) -> {
          IssueProgress here = reckoned.getOrDefault(id, LinkedWork.NOTHING).progress();
          if (!outdated.contains(id) && !isSame(work.progress(), here)) {
            wrong.put(id, new Wrong(work.progress(), here));
          }
        });
    return wrong;
  }

  private static boolean isSame(IssueProgress one, IssueProgress other) {
    return one.toDo() == other.toDo()
        && one.inProgress() == other.inProgress()
        && one.done() == other.done()
        && one.outOfScope() == other.outOfScope()
        && one.imputed() == other.imputed()
        && isSame(one.doneWeight(), other.doneWeight())
        && isSame(one.totalWeight(), other.totalWeight());
  }

  private static boolean isSame(BigDecimal one, BigDecimal other) {
    return one.round(MathContext.DECIMAL128).compareTo(other.round(MathContext.DECIMAL128)) == 0;
  }

  /** What a row depends on besides the contributions, short enough for a column. */
  private static final class Rules {
    private final Settings settings;
    private final Map<WeightBy, String> hashes = new HashMap<>();

    Rules(Settings settings) {
      this.settings = settings;
    }

    Settings settings() {
      return settings;
    }

    /** Whether a row was made under the rules in force. */
    boolean made(Stored row, KeyResult keyResult) {
      return row.rules().equals(by(keyResult.weightBy()));
    }

    String by(WeightBy weightBy) {
      return hashes.computeIfAbsent(
          weightBy,
          by ->
              hash(
                  by
                      + ";"
                      + settings.inProgressCredit().stripTrailingZeros().toPlainString()
                      + ";"
                      + String.join(",", new TreeSet<>(settings.outOfScopeResolutionIds()))));
    }
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The rows of some objectives and of those of their key results whose work changed. */
  private final class Writing {
    private final Rules rules;
    private final Instant at = clock.instant();
    private final ZoneId zone = clock.getZone();

    /** What is to be written, by natural key: everybody takes rows in the same order. */
    private final Map<String, Row> rows = new TreeMap<>();

    Writing(Rules rules) {
      this.rules = rules;
    }

    private record Row(String subject, long id, Optional<Long> stamp, List<Object> values) {}

    void add(Whole whole) {
      Rescoring scores =
          Rescoring.of(whole.placed, whole.keyResults, whole.work, rules.settings(), at, zone);
      for (KeyResult each : whole.keyResults) {
        if (whole.renewed.containsKey(each.id())) {
          Optional<BigDecimal> score = Optional.ofNullable(scores.keyResults().get(each.id()));
          LinkedWork work = whole.work.getOrDefault(each.id(), LinkedWork.NOTHING);
          put(KEY_RESULT, each.id(), whole.renewed.get(each.id()), values(each, work, score));
        }
      }
      put(OBJECTIVE, whole.placed.objective().id(), whole.stamp, values(whole, scores));
    }

    private void put(String subject, long id, Optional<Long> stamp, List<Object> values) {
      rows.put(subject + ":" + id, new Row(subject, id, stamp, values));
    }

    private List<Object> values(KeyResult keyResult, LinkedWork work, Optional<BigDecimal> score) {
      IssueProgress progress = work.progress();
      return List.of(
          progress.issues(),
          progress.toDo(),
          progress.inProgress(),
          progress.done(),
          progress.outOfScope(),
          progress.imputed(),
          Session.text(text(Optional.of(progress.doneWeight()))),
          Session.text(text(Optional.of(progress.totalWeight()))),
          Session.text(text(score)),
          Session.text(Optional.empty()),
          last(Stream.of(work), LinkedWork::changed),
          last(Stream.of(work), LinkedWork::moved),
          rules.by(keyResult.weightBy()));
    }

    private List<Object> values(Whole whole, Rescoring scores) {
      List<LinkedWork> parts =
          whole.keyResults.stream()
              .filter(each -> !each.archived() && !each.isAbandoned())
              .map(each -> whole.work.getOrDefault(each.id(), LinkedWork.NOTHING))
              .toList();
      return List.of(
          sum(parts, IssueProgress::issues),
          sum(parts, IssueProgress::toDo),
          sum(parts, IssueProgress::inProgress),
          sum(parts, IssueProgress::done),
          sum(parts, IssueProgress::outOfScope),
          sum(parts, IssueProgress::imputed),
          Session.text(Optional.empty()),
          Session.text(Optional.empty()),
          Session.text(text(scores.whole().flatMap(Score::value))),
          Session.text(text(scores.whole().flatMap(Score::coverage))),
          last(parts.stream(), LinkedWork::changed),
          last(parts.stream(), LinkedWork::moved),
          rules.by(WeightBy.ISSUES));
    }

    private static int sum(List<LinkedWork> parts, ToIntFunction<IssueProgress> count) {
      return parts.stream().map(LinkedWork::progress).mapToInt(count).sum();
    }

    private static Object last(
        Stream<LinkedWork> work, Function<LinkedWork, Optional<Instant>> moment) {
      return Session.whole(
          work.flatMap(each -> moment.apply(each).stream())
              .max(Comparator.naturalOrder())
              .map(Instant::toEpochMilli));
    }

    /** As exact as any calculation here, and never longer than the column. */
    private static Optional<String> text(Optional<BigDecimal> number) {
      return number.map(each -> each.round(MathContext.DECIMAL128).toString());
    }

    void write(Session session) throws SQLException {
      List<Object[]> updates = new ArrayList<>();
      List<Map<String, Object>> inserts = new ArrayList<>();
      rows.forEach(
          (key, row) -> {
            if (row.stamp().isPresent()) {
              List<Object> values = new ArrayList<>(row.values());
              values.add(key);
              values.add(row.stamp().get());
              updates.add(values.toArray());
            } else {
              inserts.add(inserted(key, row));
            }
          });
      for (int changed : session.updateAll(UPDATE, updates)) {
        if (changed == 0) {
          throw new Outrun("Other figures were stored meanwhile");
        }
      }
      try {
        session.insertAll(Tables.FIGURE, inserts);
      } catch (SQLException e) {
        throw new Outrun("Figures were stored meanwhile for the first time", e);
      }
    }

    private static Map<String, Object> inserted(String key, Row row) {
      Map<String, Object> inserted = new LinkedHashMap<>();
      inserted.put("SUBJECT", row.subject());
      inserted.put("SUBJECT_ID", row.id());
      for (int i = 0; i < WRITTEN.size(); i++) {
        inserted.put(WRITTEN.get(i), row.values().get(i));
      }
      inserted.put("STAMP", 1L);
      inserted.put("NATURAL_KEY", key);
      return inserted;
    }
  }
}
