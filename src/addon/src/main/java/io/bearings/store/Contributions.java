package io.bearings.store;

import static java.util.stream.Collectors.toMap;

import io.bearings.okr.Refusal;
import io.bearings.progress.IssueState;
import io.bearings.progress.LinkKind;
import io.bearings.progress.Reach;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which issues contribute to which key results. Whoever changes that holds the rows of the key
 * results, so that nobody decides by what another one is about to change.
 */
final class Contributions {
  private static final Reached NOTHING = new Reached(Map.of(), Set.of());

  private final Session session;
  private final Set<Long> keyResultIds;
  private final Set<Long> issueIds;
  private final Map<Long, IssueState> states;

  private Contributions(
      Session session,
      Collection<Long> keyResultIds,
      Collection<Long> issueIds,
      Map<Long, IssueState> states) {
    this.session = session;
    this.keyResultIds = new LinkedHashSet<>(keyResultIds);
    this.issueIds = new LinkedHashSet<>(issueIds);
    this.states = states;
  }

  /**
   * Holds the rows of key results until the transaction ends, always in the same order.
   *
   * @throws Refusal.NotFound when there is only one and it is gone
   */
  static void hold(Session session, Collection<Long> keyResultIds) throws SQLException {
    if (keyResultIds.size() == 1) {
      KeyResultValues.lock(session, keyResultIds.iterator().next());
      return;
    }
    session.updateAll(
        KeyResultValues.HOLD,
        new TreeSet<>(keyResultIds).stream().map(id -> new Object[] {id}).toList());
  }

  /** The ids of all issues that contribute to a key result. */
  static List<Long> of(Session session, long keyResultId) throws SQLException {
    return session.list(
        "select c.[ISSUE_ID] from {CONTRIBUTION} c where c.[KEY_RESULT_ID] = ?",
        row -> row.getLong(1),
        keyResultId);
  }

  /** The states of issues by their id, in their order. */
  static Map<Long, IssueState> byId(Collection<IssueState> issues) {
    return issues.stream()
        .collect(
            toMap(IssueState::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
  }

  /** An issue that contributes to a key result. */
  private record Standing(long keyResultId, Optional<Long> parentId, boolean counts) {}

  /** What all links of a key result lead to, by issue, and what of it counts. */
  private record Reached(Map<Long, List<Reach>> byIssue, Set<Long> counting) {}

  /** An issue that a link leads to. */
  private record Led(long keyResultId, long issueId, LinkKind by) {}

  /**
   * Brings the contributions of some issues, and of their sub-tasks, to some key results in line
   * with the links in force. Costs six statements at most, and one more where a link leads to an
   * epic, a sprint or a version.
   *
   * @param states what is known of the issues: one that does not contribute yet comes only with its
   *     state
   */
  static void settle(
      Session session,
      Collection<Long> keyResultIds,
      Collection<Long> issueIds,
      Map<Long, IssueState> states)
      throws SQLException {
    if (!keyResultIds.isEmpty() && !issueIds.isEmpty()) {
      new Contributions(session, keyResultIds, issueIds, states).settle(List.of());
    }
  }

  /**
   * The same for a key result that was just linked to an epic, a sprint or a version.
   *
   * @param members the issues that this link leads to, whatever their history says
   */
  static void settle(
      Session session, long keyResultId, LinkKind kind, Map<Long, IssueState> members)
      throws SQLException {
    if (!members.isEmpty()) {
      new Contributions(session, List.of(keyResultId), members.keySet(), members)
          .settle(members.keySet().stream().map(id -> new Led(keyResultId, id, kind)).toList());
    }
  }

  /**
   * Contributions of issues that count otherwise than they should by the parents that are copied
   * with them: a copy is brought up to date without asking what its new parent changes.
   *
   * @return ids of issues by the id of the key result
   */
  static Map<Long, Set<Long>> countedWrongly(Session session, Collection<Long> issueIds)
      throws SQLException {
    Set<Long> keyResultIds = new TreeSet<>();
    Set<Long> doubtful = new TreeSet<>();
    session.list(
        "select c.[KEY_RESULT_ID], c.[ISSUE_ID] from {CONTRIBUTION} c where"
            + " (c.[COUNTS] = 0 or c.[PARENT_ID] is not null) and "
            + Tables.in("c.[ISSUE_ID]", issueIds),
        row -> {
          keyResultIds.add(row.getLong(1));
          return doubtful.add(row.getLong(2));
        });
    return keyResultIds.isEmpty()
        ? Map.of()
        : new Contributions(session, keyResultIds, doubtful, Map.of()).changes(List.of()).wrong;
  }

  private void settle(List<Led> brought) throws SQLException {
    Changes changes = changes(brought);
    changes.write(session);
    session.workChanged(changes.wrong.keySet());
  }

  private Changes changes(List<Led> brought) throws SQLException {
    Map<Long, List<Standing>> standing = standing();
    Map<Long, Long> parents = parents(standing);
    Set<Long> concerned = new HashSet<>(issueIds);
    concerned.addAll(standing.keySet());
    Set<Long> asked = new HashSet<>(concerned);
    asked.addAll(parents.values());
    List<Led> led = new ArrayList<>(brought);
    led.addAll(led(asked));
    Map<Long, Reached> reached = reached(led, parents);
    Changes changes = new Changes();
    for (long keyResultId : keyResultIds) {
      Reached here = reached.getOrDefault(keyResultId, NOTHING);
      for (long issueId : concerned) {
        boolean counts = here.counting().contains(issueId);
        Optional<Standing> before =
            standing.getOrDefault(issueId, List.of()).stream()
                .filter(each -> each.keyResultId() == keyResultId)
                .findFirst();
        if (!here.byIssue().containsKey(issueId)) {
          before.ifPresent(each -> changes.remove(keyResultId, issueId));
        } else if (before.isEmpty()) {
          Optional.ofNullable(states.get(issueId))
              .ifPresent(state -> changes.add(keyResultId, state, counts));
        } else if (before.get().counts() != counts) {
          changes.count(keyResultId, issueId, counts);
        }
      }
    }
    return changes;
  }

  /** What contributes of the issues and of their sub-tasks, by issue. */
  private Map<Long, List<Standing>> standing() throws SQLException {
    Map<Long, List<Standing>> standing = new HashMap<>();
    session.list(
        "select c.[ISSUE_ID], c.[KEY_RESULT_ID], c.[PARENT_ID], c.[COUNTS] from {CONTRIBUTION} c"
            + " where "
            + Tables.in("c.[KEY_RESULT_ID]", keyResultIds)
            + " and ("
            + Tables.in("c.[ISSUE_ID]", issueIds)
            + " or "
            + Tables.in("c.[PARENT_ID]", issueIds)
            + ")",
        row ->
            standing
                .computeIfAbsent(row.getLong(1), issue -> new ArrayList<>())
                .add(new Standing(row.getLong(2), Rows.id(row, 3), row.getInt(4) == 1)));
    return standing;
  }

  private Map<Long, Long> parents(Map<Long, List<Standing>> standing) {
    Map<Long, Long> parents = new HashMap<>();
    standing.forEach(
        (issueId, all) ->
            all.forEach(each -> each.parentId().ifPresent(id -> parents.put(issueId, id))));
    states.forEach(
        (issueId, state) -> {
          parents.remove(issueId);
          state.parentId().ifPresent(id -> parents.put(issueId, id));
        });
    return parents;
  }

  /** What the links in force lead to of some issues. */
  private List<Led> led(Set<Long> asked) throws SQLException {
    List<Led> led = new ArrayList<>();
    Map<Place, List<Long>> places = new HashMap<>();
    session.list(
        "select w.[KEY_RESULT_ID], w.[KIND], w.[TARGET_ID], h.[ISSUE_ID] from {WORK_LINK} w"
            + " left join {QUERY_HIT} h on h.[LINK_ID] = w.[ID] and h.[UNTIL] is null and "
            + Tables.in("h.[ISSUE_ID]", asked)
            + " where w.[REMOVED_AT] is null and "
            + Tables.in("w.[KEY_RESULT_ID]", keyResultIds)
            + " and (w.[KIND] <> 'ISSUE' or "
            + Tables.in("w.[TARGET_ID]", asked)
            + ")",
        row -> {
          long keyResultId = row.getLong(1);
          LinkKind kind = LinkKind.valueOf(row.getString(2));
          long targetId = row.getLong(3);
          switch (kind) {
            case ISSUE -> led.add(new Led(keyResultId, targetId, kind));
            case JQL -> Rows.id(row, 4).ifPresent(id -> led.add(new Led(keyResultId, id, kind)));
            case EPIC, SPRINT, VERSION ->
                places
                    .computeIfAbsent(new Place(kind, targetId), place -> new ArrayList<>())
                    .add(keyResultId);
          }
          return kind;
        });
    if (!places.isEmpty()) {
      Place.latest(session, asked)
          .forEach(
              (issueId, in) ->
                  in.forEach(
                      place ->
                          places
                              .getOrDefault(place, List.of())
                              .forEach(id -> led.add(new Led(id, issueId, place.kind())))));
    }
    return led;
  }

  private static Map<Long, Reached> reached(List<Led> led, Map<Long, Long> parents) {
    Map<Long, Map<Long, List<Reach>>> all = new HashMap<>();
    for (Led each : led) {
      Optional<Long> parentId = Optional.ofNullable(parents.get(each.issueId()));
      all.computeIfAbsent(each.keyResultId(), id -> new HashMap<>())
          .computeIfAbsent(each.issueId(), id -> new ArrayList<>())
          .add(new Reach(each.issueId(), parentId, each.by()));
    }
    Map<Long, Reached> reached = new HashMap<>();
    all.forEach(
        (keyResultId, byIssue) ->
            reached.put(
                keyResultId,
                new Reached(
                    byIssue,
                    Reach.counting(byIssue.values().stream().flatMap(List::stream).toList()))));
    return reached;
  }

  /** What is to be written. */
  private static final class Changes {
    private final Map<Long, List<Map<String, Object>>> added = new LinkedHashMap<>();
    private final List<Object[]> counted = new ArrayList<>();
    private final List<Object[]> removed = new ArrayList<>();
    private final Map<Long, Set<Long>> wrong = new TreeMap<>();

    private void note(long keyResultId, long issueId) {
      wrong.computeIfAbsent(keyResultId, id -> new TreeSet<>()).add(issueId);
    }

    void add(long keyResultId, IssueState issue, boolean counts) {
      note(keyResultId, issue.id());
      added
          .computeIfAbsent(issue.id(), id -> new ArrayList<>())
          .add(row(keyResultId, issue, counts));
    }

    void count(long keyResultId, long issueId, boolean counts) {
      note(keyResultId, issueId);
      counted.add(new Object[] {counts ? 1 : 0, naturalKey(keyResultId, issueId)});
    }

    void remove(long keyResultId, long issueId) {
      note(keyResultId, issueId);
      removed.add(new Object[] {naturalKey(keyResultId, issueId)});
    }

    void write(Session session) throws SQLException {
      session.updateAll("delete from {CONTRIBUTION} where [NATURAL_KEY] = ?", removed);
      session.updateAll("update {CONTRIBUTION} set [COUNTS] = ? where [NATURAL_KEY] = ?", counted);
      if (!added.isEmpty()) {
        Map<Long, Instant> moves = StateRows.lastMoves(session, added.keySet());
        added.forEach((issueId, rows) -> rows.forEach(row -> moved(row, moves.get(issueId))));
        session.insertAll(
            Tables.CONTRIBUTION, added.values().stream().flatMap(List::stream).toList());
      }
    }
  }

  private static void moved(Map<String, Object> row, Instant moved) {
    row.put("MOVED_AT", Session.whole(Optional.ofNullable(moved).map(Instant::toEpochMilli)));
  }

  private static Map<String, Object> row(long keyResultId, IssueState issue, boolean counts) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("KEY_RESULT_ID", keyResultId);
    row.put("ISSUE_ID", issue.id());
    row.put("ISSUE_PROJECT_ID", issue.projectId());
    row.put("COUNTS", counts ? 1 : 0);
    row.put("STATUS_ID", Session.text(issue.statusId()));
    row.put("STATUS_CATEGORY", issue.category().name());
    row.put("RESOLUTION_ID", Session.text(issue.resolutionId()));
    row.put("POINTS", Session.number(issue.points().map(BigDecimal::doubleValue)));
    row.put("ESTIMATE", Session.whole(issue.estimate()));
    row.put("PARENT_ID", Session.whole(issue.parentId()));
    row.put("FIELD_NUMBERS", Session.text(StateRows.text(issue.numbers())));
    row.put("ISSUE_UPDATED", issue.updated().toEpochMilli());
    row.put("NATURAL_KEY", naturalKey(keyResultId, issue.id()));
    return row;
  }

  private static String naturalKey(long keyResultId, long issueId) {
    return keyResultId + ":" + issueId;
  }
}
