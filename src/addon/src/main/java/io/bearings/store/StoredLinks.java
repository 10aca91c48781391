package io.bearings.store;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.IssueState;
import io.bearings.progress.Links;
import io.bearings.progress.Tally;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Links in our tables. */
@Component
class StoredLinks implements Links {
  private static final String TALLY =
      "select l.[KEY_RESULT_ID], l.[STATUS_CATEGORY], l.[RESOLUTION_ID], l.[POINTS], count(*),"
          + " max(l.[ISSUE_UPDATED])"
          + " from {LINK} l join {KEY_RESULT} k on k.[ID] = l.[KEY_RESULT_ID]";
  private static final String GROUP =
      " group by l.[KEY_RESULT_ID], l.[STATUS_CATEGORY], l.[RESOLUTION_ID], l.[POINTS]";
  private static final String REWRITE =
      "update {LINK} set [ISSUE_PROJECT_ID] = ?, [STATUS_CATEGORY] = ?, [RESOLUTION_ID] = ?,"
          + " [POINTS] = ?, [ISSUE_UPDATED] = ? where [ISSUE_ID] = ? and [ISSUE_UPDATED] <= ?";

  private final Database database;

  @Inject
  StoredLinks(Database database) {
    this.database = database;
  }

  @Override
  public List<Tally> talliesOfObjectives(Collection<Long> objectiveIds) {
    return database.read(
        session ->
            session.list(
                TALLY + " where " + Tables.in("k.[OBJECTIVE_ID]", objectiveIds) + GROUP,
                StoredLinks::tally));
  }

  @Override
  public List<Tally> talliesOfKeyResult(long keyResultId) {
    return database.read(
        session ->
            session.list(
                TALLY + " where l.[KEY_RESULT_ID] = ?" + GROUP, StoredLinks::tally, keyResultId));
  }

  private static Tally tally(ResultSet row) throws SQLException {
    return new Tally(
        row.getLong(1),
        StatusCategory.valueOf(row.getString(2)),
        Optional.ofNullable(row.getString(3)),
        Rows.decimal(row, 4),
        row.getInt(5),
        Rows.id(row, 6).map(Instant::ofEpochMilli));
  }

  @Override
  public List<Link> ofKeyResult(long keyResultId) {
    return database.read(
        session ->
            session.list(
                "select l.[ID], l.[ISSUE_ID], l.[STATUS_CATEGORY], l.[POINTS] from {LINK} l"
                    + " where l.[KEY_RESULT_ID] = ? order by l.[ID]",
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
    return database.read(
        session ->
            session.list(
                "select "
                    + Rows.KEY_RESULT
                    + ", "
                    + Rows.PLACED
                    + ", l.[ID] from {LINK} l join {KEY_RESULT} k on k.[ID] = l.[KEY_RESULT_ID]"
                    + " join {OBJECTIVE} o on o.[ID] = k.[OBJECTIVE_ID]"
                    + Rows.PLACED_JOINS
                    + " where l.[ISSUE_ID] = ? order by l.[ID]",
                row ->
                    new LinkPlace(
                        row.getLong(Rows.KEY_RESULT_WIDTH + Rows.PLACED_WIDTH + 1),
                        Rows.keyResult(row),
                        Rows.placed(row, Rows.KEY_RESULT_WIDTH)),
                who.key(),
                issueId));
  }

  @Override
  public Outcome attach(long keyResultId, Collection<IssueState> issues, Edit by) {
    Map<Long, IssueState> wanted =
        issues.stream()
            .collect(
                toMap(IssueState::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    Set<Long> tried = Set.of();
    while (true) {
      Set<Long> already = linkIds(keyResultId, wanted.keySet()).keySet();
      Set<Long> open =
          wanted.keySet().stream()
              .filter(id -> !already.contains(id))
              .collect(toCollection(LinkedHashSet::new));
      if (open.isEmpty()) {
        return new Outcome(Map.of(), already);
      }
      try {
        List<Map<String, Object>> rows =
            open.stream().map(id -> row(keyResultId, wanted.get(id), by)).toList();
        database.insert(
            ao -> {
              ao.create(LinkEntity.class, rows);
              return rows.size();
            });
        return new Outcome(linkIds(keyResultId, open), already);
      } catch (Refusal.Unavailable e) {
        // The unique key refuses what somebody else linked at the same moment, and nothing was
        // written. Then fewer are open now; otherwise something else is wrong.
        if (open.equals(tried)) {
          throw e;
        }
        tried = open;
      }
    }
  }

  private Map<Long, Long> linkIds(long keyResultId, Collection<Long> issueIds) {
    return database.read(
        session -> {
          Map<Long, Long> ids = new LinkedHashMap<>();
          session.list(
              "select l.[ISSUE_ID], l.[ID] from {LINK} l where l.[KEY_RESULT_ID] = ? and "
                  + Tables.in("l.[ISSUE_ID]", issueIds)
                  + " order by l.[ID]",
              row -> ids.put(row.getLong(1), row.getLong(2)),
              keyResultId);
          return ids;
        });
  }

  private static Map<String, Object> row(long keyResultId, IssueState issue, Edit by) {
    Map<String, Object> row = new HashMap<>();
    row.put("KEY_RESULT_ID", keyResultId);
    row.put("ISSUE_ID", issue.id());
    row.put("ISSUE_PROJECT_ID", issue.projectId());
    row.put("STATUS_CATEGORY", issue.category().name());
    row.put("RESOLUTION_ID", issue.resolutionId().orElse(null));
    row.put("POINTS", issue.points().map(BigDecimal::doubleValue).orElse(null));
    row.put("ISSUE_UPDATED", issue.updated().toEpochMilli());
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    row.put("NATURAL_KEY", keyResultId + ":" + issue.id());
    return row;
  }

  @Override
  public boolean detach(long keyResultId, long linkId) {
    return database.write(
            session ->
                session.update(
                    "delete from {LINK} where [ID] = ? and [KEY_RESULT_ID] = ?",
                    linkId,
                    keyResultId))
        > 0;
  }

  @Override
  public boolean isLinked(long issueId) {
    return database
        .readIfPresent(
            session ->
                session.first(
                    "select l.[ID] from {LINK} l where l.[ISSUE_ID] = ?",
                    row -> row.getLong(1),
                    issueId))
        .flatMap(link -> link)
        .isPresent();
  }

  @Override
  public void rewrite(IssueState issue) {
    database.writeIfPresent(session -> session.update(REWRITE, rewriting(issue)));
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
          return different.values().stream().mapToInt(Integer::intValue).sum();
        });
  }

  private static Object[] rewriting(IssueState issue) {
    long updated = issue.updated().toEpochMilli();
    return new Object[] {
      issue.projectId(),
      issue.category().name(),
      Session.text(issue.resolutionId()),
      Session.number(issue.points().map(BigDecimal::doubleValue)),
      updated,
      issue.id(),
      updated
    };
  }

  /** What a link holds of its issue. */
  private record Held(
      long projectId, String category, Optional<String> resolutionId, Optional<Double> points) {

    static Held by(IssueState issue) {
      return new Held(
          issue.projectId(),
          issue.category().name(),
          issue.resolutionId(),
          issue.points().map(BigDecimal::doubleValue));
    }
  }

  /** How many links of each issue hold something else, and nothing later. */
  private static Map<Long, Integer> different(Session session, Collection<IssueState> issues)
      throws SQLException {
    Map<Long, IssueState> byId =
        issues.stream().collect(toMap(IssueState::id, Function.identity(), (one, same) -> one));
    Map<Long, Integer> different = new HashMap<>();
    session.list(
        "select l.[ISSUE_ID], l.[ISSUE_UPDATED], l.[ISSUE_PROJECT_ID], l.[STATUS_CATEGORY],"
            + " l.[RESOLUTION_ID], l.[POINTS] from {LINK} l where "
            + Tables.in("l.[ISSUE_ID]", byId.keySet()),
        row -> {
          IssueState issue = byId.get(row.getLong(1));
          boolean later = row.getLong(2) > issue.updated().toEpochMilli();
          Held held =
              new Held(
                  row.getLong(3),
                  row.getString(4),
                  Optional.ofNullable(row.getString(5)),
                  Rows.decimal(row, 6).map(BigDecimal::doubleValue));
          if (!later && !held.equals(Held.by(issue))) {
            different.merge(issue.id(), 1, Integer::sum);
          }
          return held;
        });
    return different;
  }

  @Override
  public void forgetIssue(long issueId) {
    database.writeIfPresent(
        session -> session.update("delete from {LINK} where [ISSUE_ID] = ?", issueId));
  }

  @Override
  public void forgetIssues(Collection<Long> issueIds) {
    database.write(
        session -> session.update("delete from {LINK} where " + Tables.in("[ISSUE_ID]", issueIds)));
  }

  @Override
  public void forgetProject(long projectId) {
    database.writeIfPresent(
        session -> session.update("delete from {LINK} where [ISSUE_PROJECT_ID] = ?", projectId));
  }

  @Override
  public Map<Long, Integer> linkedIssuesAfter(long issueId, int limit) {
    return database.read(
        session -> {
          Map<Long, Integer> counts = new LinkedHashMap<>();
          session.list(
              "select l.[ISSUE_ID], count(*) from {LINK} l where l.[ISSUE_ID] > ?"
                  + " group by l.[ISSUE_ID] order by l.[ISSUE_ID]",
              limit,
              row -> counts.put(row.getLong(1), row.getInt(2)),
              issueId);
          return counts;
        });
  }

  @Override
  public List<Found> search(Search search) {
    List<Object> parameters = new ArrayList<>();
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
      condition +=
          " and (lower(k.[TITLE]) like ? escape '!' or lower(o.[TITLE]) like ? escape '!'"
              + " or k.[ID] = ? or o.[ID] = ?)";
      String pattern = Patterns.part(search.text());
      parameters.addAll(
          List.of(
              pattern,
              pattern,
              Patterns.idIn(search.text(), "KR"),
              Patterns.idIn(search.text(), "O")));
    }
    String query =
        "select "
            + Rows.KEY_RESULT
            + ", "
            + Rows.OBJECTIVE
            + ", l.[ID] from {KEY_RESULT} k join {OBJECTIVE} o on o.[ID] = k.[OBJECTIVE_ID]"
            + " left join {LINK} l on l.[KEY_RESULT_ID] = k.[ID] and l.[ISSUE_ID] = ? where "
            + condition
            + " order by case when "
            + Tables.in("o.[UNIT_ID]", search.likelyUnitIds())
            + " then 0 else 1 end, k.[ID] desc";
    return database.read(
        session -> session.list(query, search.limit(), StoredLinks::found, parameters.toArray()));
  }

  private static Found found(ResultSet row) throws SQLException {
    row.getLong(Rows.KEY_RESULT_WIDTH + Rows.OBJECTIVE_WIDTH + 1);
    boolean attached = !row.wasNull();
    return new Found(Rows.keyResult(row), Rows.objective(row, Rows.KEY_RESULT_WIDTH), attached);
  }
}
