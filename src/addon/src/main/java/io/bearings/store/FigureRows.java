package io.bearings.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.bearings.flow.StatusCategory;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

  /** Nobody follows anything as this. Oracle keeps an empty text as null, so it is a dash. */
  private static final String NOBODY = "-";

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

  private static final String OBJECTIVES =
      "select "
          + Rows.KEY_RESULT
          + ", "
          + Rows.PLACED
          + ", "
          + FIGURE
          + ", w.[STAMP], case when g.[ID] is null and exists (select 1 from {CONTRIBUTION} x where"
          + " x.[KEY_RESULT_ID] = k.[ID]) then 1 else 0 end from {KEY_RESULT} k join {OBJECTIVE} o"
          + " on o.[ID] = k.[OBJECTIVE_ID]"
          + Rows.PLACED_JOINS
          + OF_KEY_RESULT
          + " left join {FIGURE} w on w.[SUBJECT_ID] = o.[ID] and w.[SUBJECT] = 'O' where ";

  private static final int FIGURE_WIDTH = 11;
  private static final int HASH_BYTES = 16;

  private final SiteSettings settings;
  private final Clock clock;

  FigureRows(SiteSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** A row as it is. */
  private record Stored(String rules, LinkedWork work) {

    boolean isBy(WeightBy weightBy, Settings settings) {
      return rules.equals(FigureRows.rules(weightBy, settings));
    }
  }

  /** A key result with what it reaches, and the row that it had when that was read. */
  private record Renewed(
      long objectiveId, WeightBy weightBy, Optional<Long> stamp, LinkedWork work) {}

  /** An objective as it is stored, with the row that it had when that was read. */
  private static final class Whole {
    private final Placed placed;
    private final Optional<Long> stamp;
    private final List<KeyResult> keyResults = new ArrayList<>();
    private final Map<Long, LinkedWork> work = new HashMap<>();

    Whole(Placed placed, Optional<Long> stamp) {
      this.placed = placed;
      this.stamp = stamp;
    }
  }

  /**
   * Brings the figures of the key results whose work a transaction changed, and of their
   * objectives, in line with the contributions. Costs two statements and one batch, one more batch
   * for rows that were not there, and one more statement where another key result of an objective
   * has no row under the rules in force; none where no work changed.
   *
   * @throws Outrun when somebody else wrote one of them meanwhile
   */
  void renew(Session session) throws SQLException {
    Optional<String> changed = session.changedWork();
    if (changed.isEmpty()) {
      return;
    }
    Settings now = settings.current();
    Map<Long, Renewed> renewed = renewed(session, changed.get(), now);
    if (renewed.isEmpty()) {
      return;
    }
    Set<Long> objectiveIds = new TreeSet<>();
    renewed.values().forEach(each -> objectiveIds.add(each.objectiveId()));
    List<KeyResult> others = new ArrayList<>();
    Collection<Whole> wholes = wholes(session, objectiveIds, renewed, others, now);
    Map<Long, LinkedWork> othersWork = others.isEmpty() ? Map.of() : reckoned(session, others, now);
    Writing writing = new Writing(now);
    for (Whole whole : wholes) {
      whole.keyResults.forEach(
          each ->
              Optional.ofNullable(othersWork.get(each.id()))
                  .ifPresent(work -> whole.work.put(each.id(), work)));
      writing.add(whole, renewed);
    }
    writing.write(session);
  }

  private static Map<Long, Renewed> renewed(Session session, String changed, Settings now)
      throws SQLException {
    Map<Long, List<Tally>> tallies = new LinkedHashMap<>();
    Map<Long, Renewed> rows = new LinkedHashMap<>();
    session.list(
        tallies("k.[WEIGHT_BY] = 'POINTS'", "k.[WEIGHT_BY] = 'ESTIMATE'", changed),
        row -> {
          long id = row.getLong(1);
          WeightBy weightBy = WeightBy.valueOf(row.getString(3));
          rows.putIfAbsent(
              id, new Renewed(row.getLong(2), weightBy, Rows.id(row, 4), LinkedWork.NOTHING));
          tallies.computeIfAbsent(id, key -> new ArrayList<>()).addAll(tally(row, weightBy));
          return id;
        });
    rows.replaceAll(
        (id, row) ->
            new Renewed(
                row.objectiveId(),
                row.weightBy(),
                row.stamp(),
                LinkedWork.of(tallies.get(id), row.weightBy(), now)));
    return rows;
  }

  /**
   * The statement for what key results reach, taken together; also those that reach nothing.
   *
   * @param byPoints the condition that a key result {@code k} weighs by story points
   * @param byEstimate that it weighs by the original estimate
   * @param wanted the condition on {@code k}
   */
  private static String tallies(String byPoints, String byEstimate, String wanted) {
    String amount =
        "case when "
            + byPoints
            + " then c.[POINTS] when "
            + byEstimate
            + " then c.[ESTIMATE] else null end";
    String alike =
        "k.[ID], k.[OBJECTIVE_ID], k.[WEIGHT_BY], g.[STAMP], c.[STATUS_CATEGORY],"
            + " c.[RESOLUTION_ID], "
            + amount;
    return "select "
        + alike
        + ", count(c.[ID]), max(c.[ISSUE_UPDATED]),"
        + " max(coalesce(c.[MOVED_AT], c.[ISSUE_UPDATED])) from {KEY_RESULT} k"
        + " left join {CONTRIBUTION} c on c.[KEY_RESULT_ID] = k.[ID] and c.[COUNTS] = 1"
        + OF_KEY_RESULT
        + " where "
        + wanted
        + " group by "
        + alike;
  }

  private static List<Tally> tally(ResultSet row, WeightBy weightBy) throws SQLException {
    int count = row.getInt(8);
    Optional<BigDecimal> stored = Rows.decimal(row, 7);
    return count == 0
        ? List.of()
        : List.of(
            new Tally(
                row.getLong(1),
                StatusCategory.valueOf(row.getString(5)),
                Optional.ofNullable(row.getString(6)),
                Amounts.of(weightBy, stored, stored.map(BigDecimal::longValue)),
                count,
                Rows.id(row, 9).map(Instant::ofEpochMilli),
                Rows.id(row, 10).map(Instant::ofEpochMilli)));
  }

  /**
   * Some objectives as they are.
   *
   * @param others gets those of their key results that have no row under the rules in force, but
   *     for those that are renewed
   */
  private static Collection<Whole> wholes(
      Session session,
      Set<Long> objectiveIds,
      Map<Long, Renewed> renewed,
      List<KeyResult> others,
      Settings now)
      throws SQLException {
    Map<Long, Whole> wholes = new LinkedHashMap<>();
    session.list(
        OBJECTIVES + Tables.in("o.[ID]", objectiveIds) + " order by k.[ID]",
        row -> {
          KeyResult keyResult = Rows.keyResult(row);
          int before = Rows.KEY_RESULT_WIDTH + Rows.PLACED_WIDTH;
          Optional<Long> stamp = Rows.id(row, before + FIGURE_WIDTH + 1);
          Placed placed = Rows.placed(row, Rows.KEY_RESULT_WIDTH);
          Whole whole =
              wholes.computeIfAbsent(keyResult.objectiveId(), id -> new Whole(placed, stamp));
          whole.keyResults.add(keyResult);
          Renewed here = renewed.get(keyResult.id());
          Optional<Stored> stored = stored(row, before);
          if (here != null) {
            whole.work.put(keyResult.id(), here.work());
          } else if (stored.filter(each -> each.isBy(keyResult.weightBy(), now)).isPresent()) {
            whole.work.put(keyResult.id(), stored.get().work());
          } else if (stored.isPresent() || row.getInt(before + FIGURE_WIDTH + 2) == 1) {
            others.add(keyResult);
          }
          return keyResult;
        },
        NOBODY);
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
    Settings now = settings.current();
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
          Optional<Stored> stored =
              stored(row, 0).filter(each -> each.isBy(keyResult.weightBy(), now));
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
    if (!others.isEmpty()) {
      work.putAll(reckoned(session, others, now));
    }
    return work;
  }

  private static Map<Long, LinkedWork> reckoned(
      Session session, Collection<KeyResult> keyResults, Settings now) throws SQLException {
    Map<Long, KeyResult> byId = new LinkedHashMap<>();
    Map<WeightBy, Set<Long>> by = new EnumMap<>(WeightBy.class);
    for (KeyResult each : keyResults) {
      byId.put(each.id(), each);
      by.computeIfAbsent(each.weightBy(), weightBy -> new LinkedHashSet<>()).add(each.id());
    }
    Map<Long, List<Tally>> tallies =
        session
            .list(
                tallies(
                    Tables.in("k.[ID]", by.getOrDefault(WeightBy.POINTS, Set.of())),
                    Tables.in("k.[ID]", by.getOrDefault(WeightBy.ESTIMATE, Set.of())),
                    Tables.in("k.[ID]", byId.keySet())),
                row -> tally(row, byId.get(row.getLong(1)).weightBy()))
            .stream()
            .flatMap(List::stream)
            .collect(groupingBy(Tally::keyResultId));
    Map<Long, LinkedWork> work = new LinkedHashMap<>();
    tallies.forEach((id, all) -> work.put(id, LinkedWork.of(all, byId.get(id).weightBy(), now)));
    return work;
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
  private static String rules(WeightBy weightBy, Settings settings) {
    return hash(
        weightBy
            + ";"
            + settings.inProgressCredit().stripTrailingZeros().toPlainString()
            + ";"
            + String.join(",", new TreeSet<>(settings.outOfScopeResolutionIds())));
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
    private final Settings now;
    private final Instant at = clock.instant();
    private final ZoneId zone = clock.getZone();
    private final Map<WeightBy, String> rules = new EnumMap<>(WeightBy.class);

    /** What is to be written, by natural key: everybody takes rows in the same order. */
    private final Map<String, Row> rows = new TreeMap<>();

    Writing(Settings now) {
      this.now = now;
    }

    private record Row(String subject, long id, Optional<Long> stamp, List<Object> values) {}

    void add(Whole whole, Map<Long, Renewed> renewed) {
      Rescoring scores = Rescoring.of(whole.placed, whole.keyResults, whole.work, now, at, zone);
      for (KeyResult each : whole.keyResults) {
        Renewed here = renewed.get(each.id());
        if (here != null) {
          Optional<BigDecimal> score = Optional.ofNullable(scores.keyResults().get(each.id()));
          put(KEY_RESULT, each.id(), here.stamp(), values(here, score));
        }
      }
      put(OBJECTIVE, whole.placed.objective().id(), whole.stamp, values(whole, scores));
    }

    private void put(String subject, long id, Optional<Long> stamp, List<Object> values) {
      rows.put(subject + ":" + id, new Row(subject, id, stamp, values));
    }

    private String rules(WeightBy weightBy) {
      return rules.computeIfAbsent(weightBy, by -> FigureRows.rules(by, now));
    }

    private List<Object> values(Renewed renewed, Optional<BigDecimal> score) {
      IssueProgress progress = renewed.work().progress();
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
          last(Stream.of(renewed.work()), LinkedWork::changed),
          last(Stream.of(renewed.work()), LinkedWork::moved),
          rules(renewed.weightBy()));
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
          rules(WeightBy.ISSUES));
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
