package io.bearings.store;

import static java.util.stream.Collectors.toMap;

import io.bearings.flow.StatusCategory;
import io.bearings.flow.Weights;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.progress.IssuePart;
import io.bearings.progress.IssueState;
import io.bearings.progress.Likeliness;
import io.bearings.progress.LinkKind;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.LinkedWork;
import io.bearings.progress.Links;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Links in our tables. */
@Component
class StoredLinks implements Links {
  // MySQL sets one column after the other, so what looks at the old status comes before it.
  private static final String REWRITE =
      "update {CONTRIBUTION} set"
          + " [MOVED_AT] = case when [STATUS_ID] = ? then [MOVED_AT] else ? end,"
          + " [ISSUE_PROJECT_ID] = ?, [STATUS_ID] = ?, [STATUS_CATEGORY] = ?,"
          + " [RESOLUTION_ID] = ?, [POINTS] = ?, [ESTIMATE] = ?, [PARENT_ID] = ?,"
          + " [FIELD_NUMBERS] = ?,"
          + " [ISSUE_UPDATED] = ? where [ISSUE_ID] = ? and [ISSUE_UPDATED] <= ?";

  /** A link to one issue that is in force. */
  private static final String TO_ISSUE = "l.[KIND] = 'ISSUE' and l.[REMOVED_AT] is null";

  /**
   * The links that lead to an issue, and those to queries and places that found or ever had it,
   * each with where the issue is now. The links are looked up one by one from short lists of their
   * ids: one condition for all three kinds would have to look at every link that there is.
   */
  private static final String OF_ISSUE =
      "select "
          + Rows.KEY_RESULT
          + ", "
          + Rows.PLACED
          + ", w.[ID], w.[KIND], w.[TARGET_ID], w.[QUERY], p.[EPIC_ID], p.[SPRINT_IDS],"
          + " p.[VERSION_IDS], n.[COUNTS], w.[SENTENCE], n.[STATUS_CATEGORY], n.[RESOLUTION_ID],"
          + " n.[POINTS], n.[ESTIMATE], n.[FIELD_NUMBERS], "
          + FigureRows.columns()
          + " from (select l.[ID] [LINK_ID], l.[TARGET_ID] [ISSUE_ID]"
          + " from {WORK_LINK} l where l.[TARGET_ID] = ? and "
          + TO_ISSUE
          + " union all select h.[LINK_ID], h.[ISSUE_ID] from {QUERY_HIT} h where h.[ISSUE_ID] = ?"
          + " and h.[UNTIL] is null union all select e.[ID], m.[ISSUE_ID] from {MEMBERSHIP} m"
          + " join {WORK_LINK} e on e.[TARGET_ID] = m.[TARGET_ID] and e.[KIND] = m.[KIND]"
          + " where m.[ISSUE_ID] = ?) x join {WORK_LINK} w on w.[ID] = x.[LINK_ID]"
          + " and w.[REMOVED_AT] is null join {KEY_RESULT} k on k.[ID] = w.[KEY_RESULT_ID]"
          + " join {OBJECTIVE} o on o.[ID] = k.[OBJECTIVE_ID]"
          + Rows.PLACED_JOINS
          + " left join ("
          + StateRows.latest(StateRows.columns("l"), "s.[ISSUE_ID] = ?")
          + ") p on p.[ISSUE_ID] = x.[ISSUE_ID] left join {CONTRIBUTION} n"
          + " on n.[KEY_RESULT_ID] = w.[KEY_RESULT_ID] and n.[ISSUE_ID] = x.[ISSUE_ID]"
          + FigureRows.join()
          + " order by w.[ID]";

  /** How many columns of that stand before the figure. */
  private static final int BEFORE_FIGURE = Rows.KEY_RESULT_WIDTH + Rows.PLACED_WIDTH + 14;

  /** Nobody: no user key is empty. Oracle keeps an empty text as null, so it is a dash. */
  private static final String NOBODY = "-";

  /** How many of the latest links are looked through for those of one person. */
  private static final int LATEST_LINKS = 20_000;

  private final Database database;
  private final Clock clock;

  @Inject
  StoredLinks(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Map<Long, LinkedWork> workOf(Collection<KeyResult> keyResults) {
    if (keyResults.isEmpty()) {
      return Map.of();
    }
    Set<Long> outdated = new TreeSet<>();
    Map<Long, LinkedWork> work =
        database.read(session -> database.figures().workOf(session, keyResults, outdated));
    if (!outdated.isEmpty()) {
      database.write(
          session -> {
            session.workChanged(outdated);
            return outdated;
          });
    }
    return work;
  }

  @Override
  public List<Link> ofKeyResult(long keyResultId) {
    return database.read(
        session ->
            session.list(
                "select l.[ID], c.[ISSUE_ID], c.[STATUS_CATEGORY], c.[POINTS] from {WORK_LINK} l"
                    + " join {CONTRIBUTION} c on c.[KEY_RESULT_ID] = l.[KEY_RESULT_ID]"
                    + " and c.[ISSUE_ID] = l.[TARGET_ID] where l.[KEY_RESULT_ID] = ? and "
                    + TO_ISSUE
                    + " order by l.[ID]",
                row ->
                    new Link(
                        row.getLong(1),
                        row.getLong(2),
                        StatusCategory.valueOf(row.getString(3)),
                        Rows.decimal(row, 4)),
                keyResultId));
  }

  @Override
  public List<LinkPlace> ofIssue(long issueId, Person who) {
    FigureRows.WorkReading work = database.figures().workIn();
    List<Reaching> found =
        database
            .read(
                session ->
                    session.list(
                        OF_ISSUE,
                        row -> reaching(row, work),
                        issueId,
                        issueId,
                        issueId,
                        who.key(),
                        issueId))
            .stream()
            .flatMap(Optional::stream)
            .toList();
    Map<Long, KeyResult> untold = new LinkedHashMap<>();
    found.stream()
        .filter(each -> each.work().isEmpty())
        .map(each -> each.place().keyResult())
        .forEach(each -> untold.put(each.id(), each));
    Map<Long, LinkedWork> told = workOf(untold.values());
    return found.stream().map(each -> each.place(told)).toList();
  }

  /**
   * A link that reaches an issue.
   *
   * @param work what is stored of all that the key result reaches
   */
  private record Reaching(LinkPlace place, Optional<LinkedWork> work) {
    LinkPlace place(Map<Long, LinkedWork> told) {
      return new LinkPlace(
          place.id(),
          place.target(),
          place.sentence(),
          place.keyResult(),
          place.objective(),
          place.part(),
          work.orElseGet(() -> told.getOrDefault(place.keyResult().id(), LinkedWork.NOTHING)));
    }
  }

  /**
   * A link that reaches the issue; absent where it leads to what the issue was in once, or where a
   * sub-task is in something and does not count by that.
   */
  private static Optional<Reaching> reaching(ResultSet row, FigureRows.WorkReading work)
      throws SQLException {
    int link = Rows.KEY_RESULT_WIDTH + Rows.PLACED_WIDTH;
    LinkKind kind = LinkKind.valueOf(row.getString(link + 2));
    long targetId = row.getLong(link + 3);
    boolean counts = row.getInt(link + 8) == 1;
    boolean reached =
        switch (kind) {
          case ISSUE -> true;
          case JQL -> counts;
          case EPIC -> counts && Rows.id(row, link + 5).filter(id -> id == targetId).isPresent();
          case SPRINT -> counts && isAmong(targetId, row.getString(link + 6));
          case VERSION -> counts && isAmong(targetId, row.getString(link + 7));
        };
    if (!reached) {
      return Optional.empty();
    }
    KeyResult keyResult = Rows.keyResult(row);
    return Optional.of(
        new Reaching(
            new LinkPlace(
                row.getLong(link + 1),
                WorkLinkRows.target(kind, targetId, row.getString(link + 4)),
                Optional.ofNullable(row.getString(link + 9)),
                keyResult,
                Rows.placed(row, Rows.KEY_RESULT_WIDTH),
                part(row, link, counts),
                LinkedWork.NOTHING),
            work.read(row, BEFORE_FIGURE, keyResult)));
  }

  /** The issue as it contributes; absent where it does not. */
  private static Optional<IssuePart> part(ResultSet row, int link, boolean counts)
      throws SQLException {
    String category = row.getString(link + 10);
    if (category == null) {
      return Optional.empty();
    }
    return Optional.of(
        new IssuePart(
            StatusCategory.valueOf(category),
            Optional.ofNullable(row.getString(link + 11)),
            Rows.decimal(row, link + 12),
            Rows.id(row, link + 13),
            StateRows.numbers(Optional.ofNullable(row.getString(link + 14))),
            counts));
  }

  @Override
  public Map<Long, Weights> weights(Collection<KeyResult> keyResults) {
    return database.read(session -> database.figures().weights(session, keyResults));
  }

  private static boolean isAmong(long id, String ids) {
    return StateRows.ids(Optional.ofNullable(ids)).contains(id);
  }

  @Override
  public Outcome attach(long keyResultId, Collection<IssueState> issues, Edit by) {
    Map<Long, IssueState> wanted = Contributions.byId(issues);
    return database.write(
        session -> {
          Contributions.hold(session, List.of(keyResultId));
          Set<Long> already = linkIds(session, keyResultId, wanted.keySet()).keySet();
          List<Long> open = wanted.keySet().stream().filter(id -> !already.contains(id)).toList();
          if (open.isEmpty()) {
            return new Outcome(Map.of(), already);
          }
          WorkLinkRows.insert(
              session,
              keyResultId,
              open.stream().map(LinkTarget.Issue::new).toList(),
              Optional.empty(),
              by);
          Contributions.settle(session, List.of(keyResultId), open, wanted);
          return new Outcome(linkIds(session, keyResultId, open), already);
        });
  }

  private static Map<Long, Long> linkIds(
      Session session, long keyResultId, Collection<Long> issueIds) throws SQLException {
    Map<Long, Long> ids = new LinkedHashMap<>();
    session.list(
        "select l.[TARGET_ID], l.[ID] from {WORK_LINK} l where l.[KEY_RESULT_ID] = ? and "
            + TO_ISSUE
            + " and "
            + Tables.in("l.[TARGET_ID]", issueIds)
            + " order by l.[ID]",
        row -> ids.put(row.getLong(1), row.getLong(2)),
        keyResultId);
    return ids;
  }

  @Override
  public boolean detach(long keyResultId, long linkId, Edit by) {
    return database.write(
        session -> {
          Contributions.hold(session, List.of(keyResultId));
          return WorkLinkRows.end(session, keyResultId, linkId, by);
        });
  }

  @Override
  public Set<Long> reachedBy(Collection<Long> keyResultIds) {
    return database.read(
        session ->
            new LinkedHashSet<>(
                session.list(
                    "select distinct c.[ISSUE_ID] from {CONTRIBUTION} c where "
                        + Tables.in("c.[KEY_RESULT_ID]", keyResultIds),
                    row -> row.getLong(1))));
  }

  @Override
  public boolean isLinked(long issueId) {
    return database
        .readIfPresent(
            session ->
                session.first(
                    "select c.[ID] from {CONTRIBUTION} c where c.[ISSUE_ID] = ?",
                    row -> row.getLong(1),
                    issueId))
        .flatMap(link -> link)
        .isPresent();
  }

  @Override
  public void rewrite(IssueState issue) {
    database.writeIfPresent(
        session -> {
          int copies = session.update(REWRITE, rewriting(issue));
          if (copies > 0) {
            session.workOfIssuesChanged(List.of(issue.id()));
          }
          return copies;
        });
  }

  @Override
  public int rewrite(Collection<IssueState> issues) {
    if (issues.isEmpty()) {
      return 0;
    }
    return database.write(
        session -> {
          Map<Long, Integer> different = different(session, issues);
          session.updateAll(
              REWRITE,
              issues.stream()
                  .filter(issue -> different.containsKey(issue.id()))
                  .map(StoredLinks::rewriting)
                  .toList());
          session.workOfIssuesChanged(different.keySet());
          return different.values().stream().mapToInt(Integer::intValue).sum();
        });
  }

  private static Object[] rewriting(IssueState issue) {
    long updated = issue.updated().toEpochMilli();
    return new Object[] {
      Session.text(issue.statusId()),
      updated,
      issue.projectId(),
      Session.text(issue.statusId()),
      issue.category().name(),
      Session.text(issue.resolutionId()),
      Session.number(issue.points().map(BigDecimal::doubleValue)),
      Session.whole(issue.estimate()),
      Session.whole(issue.parentId()),
      Session.text(StateRows.text(issue.numbers())),
      updated,
      issue.id(),
      updated
    };
  }

  /** What a contribution holds of its issue. */
  private record Held(
      long projectId,
      Optional<String> statusId,
      String category,
      Optional<String> resolutionId,
      Optional<Double> points,
      Optional<Long> estimate,
      Optional<Long> parentId,
      Optional<String> numbers) {

    static Held by(IssueState issue) {
      return new Held(
          issue.projectId(),
          issue.statusId(),
          issue.category().name(),
          issue.resolutionId(),
          issue.points().map(BigDecimal::doubleValue),
          issue.estimate(),
          issue.parentId(),
          StateRows.text(issue.numbers()));
    }
  }

  /** How many contributions of each issue hold something else, and nothing later. */
  private static Map<Long, Integer> different(Session session, Collection<IssueState> issues)
      throws SQLException {
    Map<Long, IssueState> byId =
        issues.stream().collect(toMap(IssueState::id, Function.identity(), (one, same) -> one));
    Map<Long, Integer> different = new HashMap<>();
    session.list(
        "select c.[ISSUE_ID], c.[ISSUE_UPDATED], c.[ISSUE_PROJECT_ID], c.[STATUS_ID],"
            + " c.[STATUS_CATEGORY], c.[RESOLUTION_ID], c.[POINTS], c.[ESTIMATE], c.[PARENT_ID],"
            + " c.[FIELD_NUMBERS] from {CONTRIBUTION} c where "
            + Tables.in("c.[ISSUE_ID]", byId.keySet()),
        row -> {
          IssueState issue = byId.get(row.getLong(1));
          boolean later = row.getLong(2) > issue.updated().toEpochMilli();
          Held held =
              new Held(
                  row.getLong(3),
                  Optional.ofNullable(row.getString(4)),
                  row.getString(5),
                  Optional.ofNullable(row.getString(6)),
                  Rows.decimal(row, 7).map(BigDecimal::doubleValue),
                  Rows.id(row, 8),
                  Rows.id(row, 9),
                  Optional.ofNullable(row.getString(10)));
          if (!later && !held.equals(Held.by(issue))) {
            different.merge(issue.id(), 1, Integer::sum);
          }
          return held;
        });
    return different;
  }

  @Override
  public Set<String> weighingFields() {
    return database.read(
        session ->
            new TreeSet<>(
                session.list(
                    "select distinct k.[WEIGHT_BY] from {KEY_RESULT} k"
                        + " where k.[WEIGHT_BY] not in ('ISSUES', 'POINTS', 'ESTIMATE')",
                    row -> row.getString(1))));
  }

  @Override
  public void forgetIssue(long issueId) {
    database.writeIfPresent(session -> forget(session, List.of(issueId)));
  }

  @Override
  public void forgetIssues(Collection<Long> issueIds) {
    database.write(session -> forget(session, issueIds));
  }

  private int forget(Session session, Collection<Long> issueIds) throws SQLException {
    String gone = Tables.in("[ISSUE_ID]", issueIds);
    return forget(session, Tables.in("[TARGET_ID]", issueIds), gone, gone);
  }

  @Override
  public void forgetProject(long projectId) {
    String ofProject = "[ISSUE_PROJECT_ID] = " + projectId;
    String ids = " in (select c.[ISSUE_ID] from {CONTRIBUTION} c where c." + ofProject + ")";
    database.writeIfPresent(
        session -> forget(session, "[TARGET_ID]" + ids, "[ISSUE_ID]" + ids, ofProject));
  }

  /**
   * Ends what leads to issues that are gone, and takes them off.
   *
   * @param linked the condition that a link leads to one of them
   * @param found the condition that a query finds one of them
   * @param contributing the condition that one of them contributes
   */
  private int forget(Session session, String linked, String found, String contributing)
      throws SQLException {
    long now = clock.millis();
    session.update(
        "update {WORK_LINK} set [REMOVED_BY] = ?, [REMOVED_AT] = ?, "
            + WorkLinkRows.FREED
            + " where [KIND] = 'ISSUE' and [REMOVED_AT] is null and "
            + linked,
        NOBODY,
        now);
    session.update(
        "update {QUERY_HIT} set [UNTIL] = ?, "
            + WorkLinkRows.FREED
            + " where [UNTIL] is null and "
            + found,
        now);
    session.workChanged(
        session.list(
            "select distinct c.[KEY_RESULT_ID] from {CONTRIBUTION} c where " + contributing,
            row -> row.getLong(1)));
    return session.update("delete from {CONTRIBUTION} where " + contributing);
  }

  @Override
  public Map<Long, Integer> linkedIssuesAfter(long issueId, int limit) {
    return database.read(
        session -> {
          Map<Long, Integer> counts = new LinkedHashMap<>();
          session.list(
              "select c.[ISSUE_ID], count(*) from {CONTRIBUTION} c where c.[ISSUE_ID] > ?"
                  + " group by c.[ISSUE_ID] order by c.[ISSUE_ID]",
              limit,
              row -> counts.put(row.getLong(1), row.getInt(2)),
              issueId);
          return counts;
        });
  }

  @Override
  public Set<String> owners() {
    return database.read(
        session ->
            new TreeSet<>(
                session.list(
                    "select distinct k.[OWNER_KEY] from {KEY_RESULT} k where k.[ARCHIVED] = 0",
                    row -> row.getString(1))));
  }

  @Override
  public List<Found> search(Search search) {
    List<Object> parameters = new ArrayList<>();
    String near = near(search, parameters);
    parameters.add(search.issueId());
    parameters.add(search.ownerKey());
    parameters.add(search.ownerKey());
    parameters.add(search.ownerKey());
    String condition =
        "o.[ARCHIVED] = 0 and k.[ARCHIVED] = 0 and o.[LIFE_STATE] in ('DRAFT', 'ACTIVE')"
            + " and k.[LIFE_STATE] in ('DRAFT', 'ACTIVE') and ("
            + Tables.in("o.[UNIT_ID]", search.unitIds())
            + " or ("
            + Tables.in("o.[UNIT_ID]", search.seenUnitIds())
            + " and (o.[OWNER_KEY] = ? or k.[OWNER_KEY] = ?)))"
            + " and (o.[VISIBILITY] <> 'PRIVATE' or o.[OWNER_KEY] = ? or "
            + Tables.in("o.[UNIT_ID]", search.ledUnitIds())
            + ")";
    if (!search.text().isEmpty()) {
      condition += " and (" + matching(search, parameters) + ")";
    }
    String query =
        "select "
            + Rows.KEY_RESULT
            + ", "
            + Rows.OBJECTIVE
            + ", l.[ID], n.[AROUND], n.[LATELY], c.[CYCLE_STATE] from {KEY_RESULT} k"
            + " join {OBJECTIVE} o on o.[ID] = k.[OBJECTIVE_ID]"
            + Rows.CYCLE_JOIN
            + near
            + " left join {WORK_LINK} l on l.[KEY_RESULT_ID] = k.[ID] and l.[TARGET_ID] = ? and "
            + TO_ISSUE
            + " where "
            + condition
            + " order by "
            + likeliness(search, parameters)
            + ", k.[ID] desc";
    return database.read(
        session -> session.list(query, search.limit(), StoredLinks::found, parameters.toArray()));
  }

  private static String matching(Search search, List<Object> parameters) {
    String pattern = Patterns.part(search.text());
    parameters.addAll(
        List.of(
            pattern,
            pattern,
            Patterns.idIn(search.text(), "KR"),
            Patterns.idIn(search.text(), "O")));
    parameters.addAll(search.namedOwnerKeys());
    return "lower(k.[TITLE]) like ? escape '!' or lower(o.[TITLE]) like ? escape '!'"
        + " or k.[ID] = ? or o.[ID] = ? or "
        + Tables.in("o.[UNIT_ID]", search.namedUnitIds())
        + (search.namedOwnerKeys().isEmpty()
            ? ""
            : " or k.[OWNER_KEY] in ("
                + String.join(", ", Collections.nCopies(search.namedOwnerKeys().size(), "?"))
                + ")");
  }

  /**
   * What is near to the issue, of alias {@code n}: the nearest way in which it is near to an issue
   * that serves a key result, and whether the person linked something to it lately.
   */
  private static String near(Search search, List<Object> parameters) {
    List<String> parts = new ArrayList<>();
    Map<LinkKind, Set<Long>> places = new EnumMap<>(LinkKind.class);
    search
        .around()
        .in()
        .forEach(
            place -> places.computeIfAbsent(place.kind(), kind -> new TreeSet<>()).add(place.id()));
    places.forEach(
        (kind, ids) -> {
          parts.add(
              "select c.[KEY_RESULT_ID] [KR], "
                  + nearness(kind).ordinal()
                  + " [NEARNESS], 0 [USED] from {MEMBERSHIP} m join {CONTRIBUTION} c"
                  + " on c.[ISSUE_ID] = m.[ISSUE_ID] where m.[KIND] = '"
                  + kind
                  + "' and m.[ISSUE_ID] <> ? and "
                  + Tables.in("m.[TARGET_ID]", ids));
          parameters.add(search.issueId());
        });
    search
        .around()
        .parentId()
        .ifPresent(
            parent -> {
              parts.add(
                  "select c.[KEY_RESULT_ID] [KR], "
                      + Likeliness.SAME_PARENT.ordinal()
                      + " [NEARNESS], 0 [USED] from {CONTRIBUTION} c where c.[ISSUE_ID] <> ?"
                      + " and (c.[PARENT_ID] = ? or c.[ISSUE_ID] = ?)");
              parameters.addAll(List.of(search.issueId(), parent, parent));
            });
    // Only the latest links of all are looked at: no index finds those of one person.
    parts.add(
        "select w.[KEY_RESULT_ID] [KR], "
            + Likeliness.ELSEWHERE.ordinal()
            + " [NEARNESS], 1 [USED] from {WORK_LINK} w where w.[ID] >"
            + " (select coalesce(max(x.[ID]), 0) from {WORK_LINK} x) - "
            + LATEST_LINKS
            + " and w.[CREATED_BY] = ? and w.[CREATED_AT] >= ?");
    parameters.add(search.ownerKey());
    parameters.add(search.lately().toEpochMilli());
    return " left join (select z.[KR], min(z.[NEARNESS]) [AROUND], max(z.[USED]) [LATELY] from ("
        + String.join(" union all ", parts)
        + ") z group by z.[KR]) n on n.[KR] = k.[ID]";
  }

  private static Likeliness nearness(LinkKind kind) {
    return switch (kind) {
      case EPIC -> Likeliness.SAME_EPIC;
      case SPRINT -> Likeliness.SAME_SPRINT;
      case VERSION -> Likeliness.SAME_VERSION;
      case ISSUE, JQL -> throw new IllegalArgumentException(kind + " is no place");
    };
  }

  /** The order that {@link Likeliness#of} says: the database has to cut the list where it ends. */
  private static String likeliness(Search search, List<Object> parameters) {
    parameters.add(search.ownerKey());
    parameters.add(search.ownerKey());
    String inTeam = Tables.in("o.[UNIT_ID]", search.teamUnitIds());
    return "case when n.[AROUND] < "
        + Likeliness.ELSEWHERE.ordinal()
        + " then n.[AROUND] when n.[LATELY] = 1 then "
        + Likeliness.USED_LATELY.ordinal()
        + " when "
        + inTeam
        + " and c.[CYCLE_STATE] = 'ACTIVE' and (k.[OWNER_KEY] = ? or o.[OWNER_KEY] = ?) then "
        + Likeliness.YOURS.ordinal()
        + " when "
        + inTeam
        + " then "
        + Likeliness.YOUR_TEAM.ordinal()
        + " else "
        + Likeliness.ELSEWHERE.ordinal()
        + " end";
  }

  private static Found found(ResultSet row) throws SQLException {
    int own = Rows.KEY_RESULT_WIDTH + Rows.OBJECTIVE_WIDTH;
    return new Found(
        Rows.keyResult(row),
        Rows.objective(row, Rows.KEY_RESULT_WIDTH),
        Rows.id(row, own + 1).isPresent(),
        Rows.id(row, own + 2)
            .map(nearness -> Likeliness.values()[nearness.intValue()])
            .filter(nearness -> nearness != Likeliness.ELSEWHERE),
        Rows.id(row, own + 3).filter(used -> used == 1).isPresent(),
        "ACTIVE".equals(row.getString(own + 4)));
  }
}
