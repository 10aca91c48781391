package io.bearings.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.bearings.okr.Objectives.Edit;
import io.bearings.progress.IssueState;
import io.bearings.progress.LinkKind;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.WorkLink;
import io.bearings.progress.WorkLinks;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Links to work in our tables. */
@Component
class StoredWorkLinks implements WorkLinks {
  private static final String IN_FORCE = "w.[REMOVED_AT] is null";
  private static final int ALL = 0;

  private final Database database;

  @Inject
  StoredWorkLinks(Database database) {
    this.database = database;
  }

  @Override
  public Added add(
      long keyResultId,
      LinkTarget target,
      Optional<String> sentence,
      Collection<IssueState> members,
      Edit by) {
    return database.write(
        session -> {
          Contributions.hold(session, List.of(keyResultId));
          Optional<WorkLink> before = linked(session, keyResultId, target);
          if (before.isPresent()) {
            return new Added(before.get().id(), false);
          }
          WorkLinkRows.insert(session, keyResultId, List.of(target), sentence, by);
          long linkId = linked(session, keyResultId, target).orElseThrow().id();
          Map<Long, IssueState> states = Contributions.byId(members);
          if (target.kind() == LinkKind.JQL) {
            addHits(session, linkId, states.keySet(), WorkLinkRows.ALWAYS);
          }
          bring(session, keyResultId, target.kind(), states);
          return new Added(linkId, true);
        });
  }

  private static Optional<WorkLink> linked(Session session, long keyResultId, LinkTarget target)
      throws SQLException {
    return WorkLinkRows.list(
            session, "w.[NATURAL_KEY] = ?", 1, WorkLinkRows.naturalKey(keyResultId, target))
        .stream()
        .findFirst();
  }

  /** Lets the members of a link that was just put in force contribute. */
  private static void bring(
      Session session, long keyResultId, LinkKind kind, Map<Long, IssueState> states)
      throws SQLException {
    switch (kind) {
      case ISSUE, JQL ->
          Contributions.settle(session, List.of(keyResultId), states.keySet(), states);
      case EPIC, SPRINT, VERSION -> Contributions.settle(session, keyResultId, kind, states);
    }
  }

  @Override
  public boolean end(long keyResultId, long linkId, Edit by) {
    return database.write(
        session -> {
          Contributions.hold(session, List.of(keyResultId));
          return WorkLinkRows.end(session, keyResultId, linkId, by);
        });
  }

  @Override
  public boolean restore(long keyResultId, long linkId, Collection<IssueState> members, Edit by) {
    return database.write(
        session -> {
          Contributions.hold(session, List.of(keyResultId));
          Optional<WorkLink> ended =
              WorkLinkRows.list(
                      session,
                      "w.[ID] = ? and w.[KEY_RESULT_ID] = ? and w.[REMOVED_AT] is not null",
                      1,
                      linkId,
                      keyResultId)
                  .stream()
                  .findFirst();
          if (ended.isEmpty() || linked(session, keyResultId, ended.get().target()).isPresent()) {
            return false;
          }
          LinkTarget target = ended.get().target();
          session.update(
              "update {WORK_LINK} set [REMOVED_BY] = null, [REMOVED_AT] = null,"
                  + " [NATURAL_KEY] = ? where [ID] = ?",
              WorkLinkRows.naturalKey(keyResultId, target),
              linkId);
          Map<Long, IssueState> states = Contributions.byId(members);
          if (target.kind() == LinkKind.JQL) {
            findNow(session, linkId, states.keySet(), by.when());
          }
          bring(session, keyResultId, target.kind(), states);
          return true;
        });
  }

  /**
   * Says what a query finds, in place of all that it found before.
   *
   * @return what it finds no more
   */
  private static Set<Long> findNow(
      Session session, long linkId, Collection<Long> issueIds, Instant when) throws SQLException {
    Set<Long> gone = new HashSet<>(found(session, linkId, ""));
    gone.removeAll(issueIds);
    look(session, linkId, issueIds, gone, when.toEpochMilli(), when);
    return gone;
  }

  @Override
  public boolean takeOver(long keyResultId, long linkId, Collection<IssueState> members, Edit by) {
    return database.write(
        session -> {
          Contributions.hold(session, List.of(keyResultId));
          if (query(session, linkId).filter(it -> it.keyResultId() == keyResultId).isEmpty()) {
            return false;
          }
          session.update(
              "update {WORK_LINK} set [CREATED_BY] = ? where [ID] = ?", by.who().key(), linkId);
          Map<Long, IssueState> states = Contributions.byId(members);
          Set<Long> concerned = new LinkedHashSet<>(states.keySet());
          concerned.addAll(findNow(session, linkId, states.keySet(), by.when()));
          Contributions.settle(session, List.of(keyResultId), concerned, states);
          return true;
        });
  }

  @Override
  public boolean describe(long keyResultId, long linkId, Optional<String> sentence) {
    return database.write(
        session ->
            session.update(
                    "update {WORK_LINK} set [SENTENCE] = ?"
                        + " where [ID] = ? and [KEY_RESULT_ID] = ? and [REMOVED_AT] is null",
                    Session.text(sentence),
                    linkId,
                    keyResultId)
                > 0);
  }

  @Override
  public List<WorkLink> linksOf(long keyResultId) {
    return list("w.[KEY_RESULT_ID] = ? and " + IN_FORCE, ALL, keyResultId);
  }

  @Override
  public List<WorkLink> everOf(long keyResultId) {
    return list("w.[KEY_RESULT_ID] = ?", ALL, keyResultId);
  }

  @Override
  public List<WorkLink> inForce(Collection<LinkTarget> targets) {
    Map<LinkKind, List<Long>> ids =
        targets.stream()
            .filter(target -> target.kind() != LinkKind.JQL)
            .collect(
                groupingBy(
                    LinkTarget::kind, LinkedHashMap::new, mapping(LinkTarget::id, toList())));
    if (ids.isEmpty()) {
      return List.of();
    }
    String any =
        ids.entrySet().stream()
            .map(
                each ->
                    "w.[KIND] = '"
                        + each.getKey()
                        + "' and "
                        + Tables.in("w.[TARGET_ID]", each.getValue()))
            .collect(joining(" or "));
    return list("(" + any + ") and " + IN_FORCE, ALL);
  }

  @Override
  public Set<LinkTarget> placesInForce() {
    return database
        .readIfPresent(
            session ->
                session.list(
                    "select distinct w.[KIND], w.[TARGET_ID] from {WORK_LINK} w"
                        + " where w.[KIND] in ('EPIC', 'SPRINT', 'VERSION') and "
                        + IN_FORCE,
                    row -> new Place(LinkKind.valueOf(row.getString(1)), row.getLong(2)).target()))
        .map(Set::copyOf)
        .orElse(Set.of());
  }

  @Override
  public Set<Long> everIn(LinkTarget place) {
    return database.read(
        session ->
            new LinkedHashSet<>(
                session.list(
                    "select m.[ISSUE_ID] from {MEMBERSHIP} m where m.[TARGET_ID] = ?"
                        + " and m.[KIND] = ? order by m.[ISSUE_ID]",
                    row -> row.getLong(1),
                    place.id(),
                    place.kind().name())));
  }

  /** A key result that is linked to a place where an issue is or was. */
  private record Touched(long keyResultId, long issueId, Place place, boolean contributes) {}

  @Override
  public Map<Long, Set<Long>> comingAndGoing(Collection<Long> issueIds) {
    if (issueIds.isEmpty()) {
      return Map.of();
    }
    return database.read(
        session -> {
          List<Touched> touched = touched(session, issueIds);
          Map<Long, List<Place>> now =
              touched.isEmpty()
                  ? Map.of()
                  : Place.latest(session, touched.stream().map(Touched::issueId).toList());
          Map<Long, Map<Long, List<Touched>>> byPair =
              touched.stream()
                  .collect(groupingBy(Touched::keyResultId, groupingBy(Touched::issueId)));
          Map<Long, Set<Long>> doubtful = new LinkedHashMap<>();
          byPair.forEach(
              (keyResultId, byIssue) ->
                  byIssue.forEach(
                      (issueId, all) -> {
                        List<Place> places = now.getOrDefault(issueId, List.of());
                        boolean isIn = all.stream().anyMatch(it -> places.contains(it.place()));
                        if (isIn != all.get(0).contributes()) {
                          doubtful
                              .computeIfAbsent(keyResultId, id -> new LinkedHashSet<>())
                              .add(issueId);
                        }
                      }));
          return doubtful;
        });
  }

  private static List<Touched> touched(Session session, Collection<Long> issueIds)
      throws SQLException {
    return session.list(
        "select w.[KEY_RESULT_ID], m.[ISSUE_ID], m.[KIND], m.[TARGET_ID], c.[ID]"
            + " from {MEMBERSHIP} m join {WORK_LINK} w on w.[TARGET_ID] = m.[TARGET_ID]"
            + " and w.[KIND] = m.[KIND] and w.[REMOVED_AT] is null"
            + " left join {CONTRIBUTION} c on c.[KEY_RESULT_ID] = w.[KEY_RESULT_ID]"
            + " and c.[ISSUE_ID] = m.[ISSUE_ID] where "
            + Tables.in("m.[ISSUE_ID]", issueIds),
        row ->
            new Touched(
                row.getLong(1),
                row.getLong(2),
                new Place(LinkKind.valueOf(row.getString(3)), row.getLong(4)),
                Rows.id(row, 5).isPresent()));
  }

  @Override
  public Map<Long, Set<Long>> countedWrongly(Collection<Long> issueIds) {
    return issueIds.isEmpty()
        ? Map.of()
        : database
            .readIfPresent(session -> Contributions.countedWrongly(session, issueIds))
            .orElse(Map.of());
  }

  @Override
  public Map<Long, Integer> broughtBy(long keyResultId) {
    return database.read(
        session -> {
          Map<Long, Integer> brought = new LinkedHashMap<>();
          session.list(
              "select w.[ID], count(*) from {WORK_LINK} w left join {QUERY_HIT} h"
                  + " on h.[LINK_ID] = w.[ID] and h.[UNTIL] is null"
                  + " where w.[KEY_RESULT_ID] = ? and w.[REMOVED_AT] is null"
                  + " and (w.[KIND] = 'ISSUE' or h.[ID] is not null) group by w.[ID]",
              row -> brought.put(row.getLong(1), row.getInt(2)),
              keyResultId);
          Map<Place, List<Long>> linked = placesOf(session, keyResultId);
          if (!linked.isEmpty()) {
            Place.latestOf(session, keyResultId)
                .values()
                .forEach(
                    places ->
                        places.forEach(
                            place ->
                                linked
                                    .getOrDefault(place, List.of())
                                    .forEach(id -> brought.merge(id, 1, Integer::sum))));
          }
          return brought;
        });
  }

  private static Map<Place, List<Long>> placesOf(Session session, long keyResultId)
      throws SQLException {
    return WorkLinkRows.list(
            session,
            "w.[KEY_RESULT_ID] = ? and w.[KIND] in ('EPIC', 'SPRINT', 'VERSION') and " + IN_FORCE,
            ALL,
            keyResultId)
        .stream()
        .collect(
            groupingBy(
                link -> new Place(link.target().kind(), link.target().id()),
                mapping(WorkLink::id, toList())));
  }

  @Override
  public List<WorkLink> queries(long afterId, int limit) {
    return list("w.[ID] > ? and w.[KIND] = 'JQL' and " + IN_FORCE, limit, afterId);
  }

  private List<WorkLink> list(String condition, int most, Object... parameters) {
    return database.read(session -> WorkLinkRows.list(session, condition, most, parameters));
  }

  @Override
  public boolean hits(
      long linkId, Collection<IssueState> added, Collection<Long> gone, Instant when) {
    return database.write(
        session -> {
          Optional<WorkLink> link = query(session, linkId);
          if (link.isEmpty()) {
            return false;
          }
          long keyResultId = link.get().keyResultId();
          Contributions.hold(session, List.of(keyResultId));
          // It may have been ended before its key result was held.
          Optional<WorkLink> still = query(session, linkId);
          if (still.isEmpty()) {
            return false;
          }
          Map<Long, IssueState> states = Contributions.byId(added);
          long since =
              still.get().checkedAt().isPresent() ? when.toEpochMilli() : WorkLinkRows.ALWAYS;
          look(session, linkId, states.keySet(), gone, since, when);
          Set<Long> concerned = new LinkedHashSet<>(states.keySet());
          concerned.addAll(gone);
          Contributions.settle(session, List.of(keyResultId), concerned, states);
          return true;
        });
  }

  private static Optional<WorkLink> query(Session session, long linkId) throws SQLException {
    return WorkLinkRows.list(session, "w.[ID] = ? and w.[KIND] = 'JQL' and " + IN_FORCE, 1, linkId)
        .stream()
        .findFirst();
  }

  private static void look(
      Session session,
      long linkId,
      Collection<Long> added,
      Collection<Long> gone,
      long since,
      Instant when)
      throws SQLException {
    if (!gone.isEmpty()) {
      session.update(
          "update {QUERY_HIT} set [UNTIL] = ?, "
              + WorkLinkRows.FREED
              + " where [LINK_ID] = ? and [UNTIL] is null and "
              + Tables.in("[ISSUE_ID]", gone),
          when.toEpochMilli(),
          linkId);
    }
    addHits(session, linkId, added, since);
    session.update(
        "update {WORK_LINK} set [CHECKED_AT] = ?, [PROBLEM] = null where [ID] = ?",
        when.toEpochMilli(),
        linkId);
  }

  private static void addHits(Session session, long linkId, Collection<Long> issueIds, long since)
      throws SQLException {
    if (issueIds.isEmpty()) {
      return;
    }
    Set<Long> before = found(session, linkId, " and " + Tables.in("h.[ISSUE_ID]", issueIds));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (long issueId : issueIds) {
      if (!before.contains(issueId)) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("LINK_ID", linkId);
        row.put("ISSUE_ID", issueId);
        row.put("SINCE", since);
        row.put("NATURAL_KEY", linkId + ":" + issueId);
        rows.add(row);
      }
    }
    session.insertAll(Tables.QUERY_HIT, rows);
  }

  private static Set<Long> found(Session session, long linkId, String condition)
      throws SQLException {
    return new LinkedHashSet<>(
        session.list(
            "select h.[ISSUE_ID] from {QUERY_HIT} h where h.[LINK_ID] = ? and h.[UNTIL] is null"
                + condition,
            row -> row.getLong(1),
            linkId));
  }

  @Override
  public void problem(long linkId, Optional<String> problem, Instant when) {
    database.write(
        session ->
            session.update(
                "update {WORK_LINK} set [CHECKED_AT] = ?, [PROBLEM] = ? where [ID] = ?",
                when.toEpochMilli(),
                Session.text(problem.map(StoredWorkLinks::beginning)),
                linkId));
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(text.length(), PROBLEM_LENGTH));
  }

  @Override
  public Set<Long> found(long linkId) {
    return database.read(session -> found(session, linkId, ""));
  }

  @Override
  public Set<Long> foundAmong(long linkId, Collection<Long> issueIds) {
    return database.read(
        session -> found(session, linkId, " and " + Tables.in("h.[ISSUE_ID]", issueIds)));
  }

  @Override
  public Map<Long, Set<Long>> finding(Collection<Long> issueIds) {
    Map<Long, Set<Long>> finding = new LinkedHashMap<>();
    if (!issueIds.isEmpty()) {
      database.read(
          session ->
              session.list(
                  "select h.[LINK_ID], h.[ISSUE_ID] from {QUERY_HIT} h where h.[UNTIL] is null and "
                      + Tables.in("h.[ISSUE_ID]", issueIds),
                  row ->
                      finding
                          .computeIfAbsent(row.getLong(1), id -> new LinkedHashSet<>())
                          .add(row.getLong(2))));
    }
    return finding;
  }

  @Override
  public void settle(Collection<Long> keyResultIds, Collection<IssueState> issues) {
    if (keyResultIds.isEmpty() || issues.isEmpty()) {
      return;
    }
    Map<Long, IssueState> states = Contributions.byId(issues);
    database.write(
        session -> {
          Contributions.hold(session, keyResultIds);
          Contributions.settle(session, keyResultIds, states.keySet(), states);
          return states;
        });
  }
}
