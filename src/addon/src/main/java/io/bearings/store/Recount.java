package io.bearings.store;

import static java.util.stream.Collectors.joining;

import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.progress.KeptHistory;
import io.bearings.progress.LinkKind;
import io.bearings.progress.Reach;
import io.bearings.progress.Recounts.Difference;
import io.bearings.progress.Recounts.Sums;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What some key results reach by their links and by the kept histories, beside what contributes to
 * them. It shares nothing with the way in which events change contributions but the rule of what
 * counts. Six statements, and one more for each {@value #ISSUES_AT_ONCE} issues.
 */
final class Recount {
  private static final int ISSUES_AT_ONCE = 5_000;

  private static final String LINKS =
      "select w.[KEY_RESULT_ID], w.[KIND], w.[TARGET_ID], h.[ISSUE_ID] from {WORK_LINK} w"
          + " left join {QUERY_HIT} h on h.[LINK_ID] = w.[ID] and h.[UNTIL] is null"
          + " where w.[REMOVED_AT] is null and ";

  private static final String HELD =
      "select c.[KEY_RESULT_ID], c.[ISSUE_ID], c.[COUNTS], c.[ISSUE_UPDATED], c.[ISSUE_PROJECT_ID],"
          + " c.[STATUS_ID], c.[STATUS_CATEGORY], c.[RESOLUTION_ID], c.[POINTS], c.[ESTIMATE],"
          + " c.[PARENT_ID], c.[FIELD_NUMBERS] from {CONTRIBUTION} c where ";

  private static final String CORRECT =
      "update {CONTRIBUTION} set [COUNTS] = ?, [ISSUE_PROJECT_ID] = ?, [STATUS_ID] = ?,"
          + " [STATUS_CATEGORY] = ?, [RESOLUTION_ID] = ?, [POINTS] = ?, [ESTIMATE] = ?,"
          + " [PARENT_ID] = ?, [FIELD_NUMBERS] = ? where [NATURAL_KEY] = ? and [ISSUE_UPDATED] = ?";

  private final Collection<Long> keyResultIds;
  private final Map<Long, Instant> trusted;
  private final Map<Long, Map<Long, List<LinkKind>>> led = new HashMap<>();
  private final Map<Long, Map<Long, Held>> held = new HashMap<>();
  private final Map<Long, KeptHistory.Step> latest = new HashMap<>();
  private final Set<Long> kept = new HashSet<>();
  private final Map<Long, Instant> doubtful = new TreeMap<>();
  private final List<Correction> corrections = new ArrayList<>();

  private Recount(Collection<Long> keyResultIds, Map<Long, Instant> trusted) {
    this.keyResultIds = new TreeSet<>(keyResultIds);
    this.trusted = trusted;
  }

  /** What a contribution says of its issue. */
  private record Copy(
      long projectId,
      Optional<String> statusId,
      StatusCategory category,
      Optional<String> resolutionId,
      Optional<Double> points,
      Optional<Long> estimate,
      Optional<Long> parentId,
      Optional<String> numbers) {

    static Copy of(IssueSnapshot state) {
      return new Copy(
          state.projectId(),
          Optional.of(state.statusId()).filter(id -> !id.isEmpty()),
          state.category(),
          state.resolutionId(),
          state.points().map(BigDecimal::doubleValue),
          state.originalEstimate(),
          state.parentId(),
          StateRows.text(state.numbers()));
    }
  }

  /** A contribution as it is. */
  private record Held(Copy copy, boolean counts, long updated) {}

  /** A contribution as it should be; absent where there should be none, or is none. */
  private record Correction(
      long keyResultId, long issueId, Optional<Held> before, Optional<Held> after) {
    boolean isNeeded() {
      return !before.equals(after);
    }

    String naturalKey() {
      return keyResultId + ":" + issueId;
    }
  }

  /**
   * Counts anew.
   *
   * @param trusted see {@link io.bearings.progress.Recounts#recount}
   */
  static Recount of(Session session, Collection<Long> keyResultIds, Map<Long, Instant> trusted)
      throws SQLException {
    Recount recount = new Recount(keyResultIds, trusted);
    recount.readHeld(session);
    Map<Place, Set<Long>> places = recount.readLinks(session);
    Map<Place, Set<Long>> ever = everIn(session, places.keySet());
    Set<Long> issueIds = new TreeSet<>();
    recount.led.values().forEach(each -> issueIds.addAll(each.keySet()));
    recount.held.values().forEach(each -> issueIds.addAll(each.keySet()));
    ever.values().forEach(issueIds::addAll);
    recount.readStates(session, issueIds);
    recount.follow(places, ever);
    recount.keyResultIds.forEach(recount::count);
    return recount;
  }

  private void readHeld(Session session) throws SQLException {
    session.list(
        HELD + Tables.in("c.[KEY_RESULT_ID]", keyResultIds),
        row ->
            held.computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                .put(
                    row.getLong(2),
                    new Held(
                        new Copy(
                            row.getLong(5),
                            Optional.ofNullable(row.getString(6)),
                            StatusCategory.valueOf(row.getString(7)),
                            Optional.ofNullable(row.getString(8)),
                            Rows.decimal(row, 9).map(BigDecimal::doubleValue),
                            Rows.id(row, 10),
                            Rows.id(row, 11),
                            Optional.ofNullable(row.getString(12))),
                        row.getInt(3) == 1,
                        row.getLong(4))));
  }

  /** Reads the links; returns the key results by the places that they are linked to. */
  private Map<Place, Set<Long>> readLinks(Session session) throws SQLException {
    Map<Place, Set<Long>> places = new HashMap<>();
    session.list(
        LINKS + Tables.in("w.[KEY_RESULT_ID]", keyResultIds),
        row -> {
          long keyResultId = row.getLong(1);
          LinkKind kind = LinkKind.valueOf(row.getString(2));
          long targetId = row.getLong(3);
          switch (kind) {
            case ISSUE -> lead(keyResultId, targetId, kind);
            case JQL -> Rows.id(row, 4).ifPresent(id -> lead(keyResultId, id, kind));
            case EPIC, SPRINT, VERSION ->
                places
                    .computeIfAbsent(new Place(kind, targetId), place -> new HashSet<>())
                    .add(keyResultId);
          }
          return kind;
        });
    return places;
  }

  private void lead(long keyResultId, long issueId, LinkKind by) {
    led.computeIfAbsent(keyResultId, id -> new HashMap<>())
        .computeIfAbsent(issueId, id -> new ArrayList<>(1))
        .add(by);
  }

  /** The issues that were ever in places. */
  private static Map<Place, Set<Long>> everIn(Session session, Set<Place> places)
      throws SQLException {
    Map<LinkKind, Set<Long>> ids = new TreeMap<>();
    places.forEach(
        place -> ids.computeIfAbsent(place.kind(), kind -> new TreeSet<>()).add(place.id()));
    Map<Place, Set<Long>> ever = new HashMap<>();
    if (!ids.isEmpty()) {
      session.list(
          "select m.[KIND], m.[TARGET_ID], m.[ISSUE_ID] from {MEMBERSHIP} m where "
              + ids.entrySet().stream()
                  .map(
                      each ->
                          "m.[KIND] = '"
                              + each.getKey()
                              + "' and "
                              + Tables.in("m.[TARGET_ID]", each.getValue()))
                  .collect(joining(" or ")),
          row ->
              ever.computeIfAbsent(
                      new Place(LinkKind.valueOf(row.getString(1)), row.getLong(2)),
                      place -> new HashSet<>())
                  .add(row.getLong(3)));
    }
    return ever;
  }

  private void readStates(Session session, Collection<Long> issueIds) throws SQLException {
    StateRows.Reading reading = new StateRows.Reading();
    List<Long> all = List.copyOf(issueIds);
    for (int from = 0; from < all.size(); from += ISSUES_AT_ONCE) {
      List<Long> some = all.subList(from, Math.min(from + ISSUES_AT_ONCE, all.size()));
      session
          .list(
              StateRows.latest(StateRows.columns("l"), Tables.in("s.[ISSUE_ID]", some)),
              reading::read)
          .forEach(each -> latest.put(each.issueId(), each.step()));
    }
    kept.addAll(latest.keySet());
    List<Long> others = all.stream().filter(id -> !kept.contains(id)).toList();
    if (!others.isEmpty()) {
      kept.addAll(
          session.list(
              "select s.[ISSUE_ID] from {ISSUE_STATE} s where s.[CHANGE_ID] = "
                  + KeptHistory.CREATION
                  + " and "
                  + Tables.in("s.[ISSUE_ID]", others),
              row -> row.getLong(1)));
    }
  }

  /** Who is in a place is for the latest state to say. */
  private void follow(Map<Place, Set<Long>> places, Map<Place, Set<Long>> ever) {
    places.forEach(
        (place, linked) -> {
          for (long issueId : ever.getOrDefault(place, Set.of())) {
            KeptHistory.Step step = latest.get(issueId);
            if (step != null && isIn(place, step.state())) {
              linked.forEach(keyResultId -> lead(keyResultId, issueId, place.kind()));
            }
          }
        });
  }

  private static boolean isIn(Place place, IssueSnapshot state) {
    return switch (place.kind()) {
      case EPIC -> state.epicId().filter(id -> id == place.id()).isPresent();
      case SPRINT -> state.sprintIds().contains(place.id());
      case VERSION -> state.versionIds().contains(place.id());
      case ISSUE, JQL -> false;
    };
  }

  private void count(long keyResultId) {
    Map<Long, List<LinkKind>> here = led.getOrDefault(keyResultId, Map.of());
    Map<Long, Held> before = held.getOrDefault(keyResultId, Map.of());
    Map<Long, Held> after = new LinkedHashMap<>();
    List<Reach> all = new ArrayList<>();
    here.forEach(
        (issueId, kinds) -> {
          if (isGone(issueId)) {
            return;
          }
          Optional<Held> counted = counted(issueId, Optional.ofNullable(before.get(issueId)));
          Optional<Long> parentId = counted.flatMap(each -> each.copy().parentId());
          kinds.forEach(kind -> all.add(new Reach(issueId, parentId, kind)));
          counted.ifPresent(each -> after.put(issueId, each));
        });
    Set<Long> counting = Reach.counting(all);
    Set<Long> concerned = new TreeSet<>(after.keySet());
    concerned.addAll(before.keySet());
    for (long issueId : concerned) {
      corrections.add(
          new Correction(
              keyResultId,
              issueId,
              Optional.ofNullable(before.get(issueId)),
              Optional.ofNullable(after.get(issueId))
                  .map(each -> new Held(each.copy(), counting.contains(issueId), each.updated()))));
    }
  }

  private boolean isGone(long issueId) {
    return !latest.containsKey(issueId) && kept.contains(issueId);
  }

  /** What an issue that is reached should say; absent where it is not known. */
  private Optional<Held> counted(long issueId, Optional<Held> before) {
    KeptHistory.Step step = latest.get(issueId);
    if (step == null) {
      doubt(issueId, before);
      return before;
    }
    Copy copy = Copy.of(step.state());
    long from = step.from().toEpochMilli();
    if (before.isEmpty()) {
      return Optional.of(new Held(copy, false, from));
    }
    Held held = before.get();
    boolean isDoubtful =
        !held.copy().equals(copy)
            && held.updated() > from
            && Optional.ofNullable(trusted.get(issueId))
                .filter(read -> read.toEpochMilli() >= held.updated())
                .isEmpty();
    if (isDoubtful) {
      doubt(issueId, before);
      return before;
    }
    return Optional.of(new Held(copy, held.counts(), held.updated()));
  }

  private void doubt(long issueId, Optional<Held> before) {
    Instant updated = before.map(Held::updated).map(Instant::ofEpochMilli).orElse(Instant.EPOCH);
    doubtful.merge(issueId, updated, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** Issues whose kept history may be behind, or is missing. */
  Map<Long, Instant> doubtful() {
    return doubtful;
  }

  /**
   * Writes what is to be corrected; the key results have to be held. A copy that an event corrects
   * meanwhile stays as that has it.
   *
   * @return how many contributions that are
   */
  int write(Session session) throws SQLException {
    List<Object[]> removed = new ArrayList<>();
    List<Object[]> corrected = new ArrayList<>();
    List<Map<String, Object>> added = new ArrayList<>();
    for (Correction each : corrections) {
      if (!each.isNeeded()) {
        continue;
      }
      if (each.after().isEmpty()) {
        removed.add(new Object[] {each.naturalKey()});
      } else if (each.before().isEmpty()) {
        added.add(row(each, each.after().get()));
      } else {
        corrected.add(parameters(each, each.after().get(), each.before().get().updated()));
      }
    }
    session.updateAll("delete from {CONTRIBUTION} where [NATURAL_KEY] = ?", removed);
    session.updateAll(CORRECT, corrected);
    session.insertAll(Tables.CONTRIBUTION, added);
    return removed.size() + corrected.size() + added.size();
  }

  private static Object[] parameters(Correction correction, Held after, long updated) {
    List<Object> parameters = new ArrayList<>(values(after).values());
    parameters.add(correction.naturalKey());
    parameters.add(updated);
    return parameters.toArray();
  }

  /** The columns that {@link #CORRECT} names, in its order. */
  private static Map<String, Object> values(Held held) {
    Copy copy = held.copy();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("COUNTS", held.counts() ? 1 : 0);
    values.put("ISSUE_PROJECT_ID", copy.projectId());
    values.put("STATUS_ID", Session.text(copy.statusId()));
    values.put("STATUS_CATEGORY", copy.category().name());
    values.put("RESOLUTION_ID", Session.text(copy.resolutionId()));
    values.put("POINTS", Session.number(copy.points()));
    values.put("ESTIMATE", Session.whole(copy.estimate()));
    values.put("PARENT_ID", Session.whole(copy.parentId()));
    values.put("FIELD_NUMBERS", Session.text(copy.numbers()));
    return values;
  }

  private static Map<String, Object> row(Correction correction, Held after) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("KEY_RESULT_ID", correction.keyResultId());
    row.put("ISSUE_ID", correction.issueId());
    row.putAll(values(after));
    row.put("ISSUE_UPDATED", after.updated());
    row.put("NATURAL_KEY", correction.naturalKey());
    return row;
  }

  /** The key results with anything that is to be corrected, in the order of their ids. */
  List<Difference> differences() {
    Map<Long, List<Correction>> byKeyResult = new TreeMap<>();
    corrections.forEach(
        each -> byKeyResult.computeIfAbsent(each.keyResultId(), id -> new ArrayList<>()).add(each));
    List<Difference> differences = new ArrayList<>();
    byKeyResult.forEach(
        (keyResultId, all) -> {
          if (all.stream().anyMatch(Correction::isNeeded)) {
            differences.add(
                new Difference(
                    keyResultId,
                    sums(all.stream().map(Correction::before).toList()),
                    sums(all.stream().map(Correction::after).toList())));
          }
        });
    return differences;
  }

  private static Sums sums(List<Optional<Held>> rows) {
    List<Held> there = rows.stream().flatMap(Optional::stream).toList();
    List<Held> counting = there.stream().filter(Held::counts).toList();
    return new Sums(
        there.size(),
        counting.size(),
        (int)
            counting.stream().filter(each -> each.copy().category() == StatusCategory.DONE).count(),
        counting.stream()
            .flatMap(each -> each.copy().points().stream())
            .map(BigDecimal::valueOf)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
